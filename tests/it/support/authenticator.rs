//! An authenticator app: reads what a QR code holds and makes codes.

use std::time::Duration;

use vestibule::clock::Timestamp;
use vestibule::crypto::totp::TotpSecret;

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// An app with one account.
#[derive(Debug)]
pub struct Authenticator(TotpSecret);

impl Authenticator {
    /// From the address behind a QR code.
    pub fn of_uri(uri: &str) -> Self {
        let url = url::Url::parse(uri).expect("an address");
        let (_, secret) = url.query_pairs().find(|(name, _)| name == "secret").expect("a secret");
        Self::of_text(&secret)
    }

    /// From a typed secret.
    pub fn of_text(secret: &str) -> Self {
        let letters = secret.chars().filter(|letter| !letter.is_whitespace());
        let bits: String = letters.map(|letter| format!("{:05b}", ALPHABET.find(letter).expect("a letter of base32"))).collect();
        let bytes = bits.as_bytes().chunks_exact(8);
        let bytes = bytes.map(|byte| u8::from_str_radix(std::str::from_utf8(byte).expect("digits"), 2).expect("a byte"));
        Self(TotpSecret::from_bytes(bytes.collect::<Vec<u8>>().into()))
    }

    /// The code that it shows at a moment.
    pub fn code(&self, at: Timestamp) -> String {
        self.0.code_at(at)
    }

    /// The code that it shows `steps` half minutes after a moment.
    pub fn later_code(&self, at: Timestamp, steps: u32) -> String {
        self.0.code_at(at + Duration::from_secs(30) * steps)
    }
}
