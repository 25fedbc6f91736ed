//! An authenticator app that is being set up, as a page shows it.

use crate::crypto::totp::TotpSecret;
use crate::web::qr_code::QrCode;

/// What a person gives to their authenticator app.
#[derive(Clone, Debug)]
pub struct ProposedApp {
    /// What its camera reads; none if that does not fit a QR code.
    pub qr_code: Option<QrCode>,
    /// The same to be typed, in groups of four.
    pub secret: String,
}

impl ProposedApp {
    /// `secret`, for the `account` at `issuer`.
    pub fn new(secret: &TotpSecret, issuer: &str, account: &str) -> Self {
        let letters: Vec<char> = secret.to_base32().chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        Self { qr_code: QrCode::of(&secret.uri(issuer, account)), secret: groups.join(" ") }
    }
}
