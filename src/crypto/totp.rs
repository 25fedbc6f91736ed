//! Codes of authenticator apps (RFC 6238): HMAC-SHA-1, six digits, steps of 30 seconds, as every app has them.

use std::fmt;

use totp_rs::{Algorithm, Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::clock::Timestamp;
use crate::model::percent_encoding;
use crate::random::Entropy;

/// RFC 4226, section 4: 160 bits are recommended.
const SECRET_LENGTH: usize = 20;
const DIGITS: u8 = 6;
const STEP_SECONDS: u64 = 30;
/// How many steps a device's clock may be off, either way (RFC 6238, section 5.2).
const SKEW: u16 = 1;
/// How many steps it may be off for us to see that it is that which is wrong.
const NEARBY: u16 = 20;

/// The secret that an authenticator app and we share.
pub struct TotpSecret(Zeroizing<Vec<u8>>);

impl fmt::Debug for TotpSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TotpSecret")
    }
}

impl TotpSecret {
    /// A new one.
    pub fn generate(entropy: &Entropy) -> Self {
        Self(Zeroizing::new(entropy.bytes::<SECRET_LENGTH>().to_vec()))
    }

    /// One that was stored.
    pub const fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// One as people type it: base32 (RFC 4648, section 6); none if it is no base32 or empty.
    pub fn from_base32(text: &str) -> Option<Self> {
        let bare: String = text.trim().trim_end_matches('=').to_ascii_uppercase();
        let bytes = Secret::try_from_base32(&bare).ok()?;
        Some(Self(Zeroizing::new(bytes.as_ref().to_vec()))).filter(|secret| !secret.0.is_empty())
    }

    /// The bytes, to be sealed.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    fn totp(&self, skew: u16) -> Totp {
        let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(DIGITS).with_skew(skew);
        // Imported secrets may be shorter than those that we make.
        builder.with_step_duration(STEP_SECONDS).with_secret(Secret::from(self.as_bytes())).build_noncompliant()
    }

    /// The step of which `code` is, if it is of the present one or one beside it. Spaces and dashes that people type do not count.
    pub fn matching_step(&self, code: &str, now: Timestamp) -> Option<i64> {
        self.step_within(SKEW, code, now)
    }

    /// How many steps ahead of the present one (or behind, if negative) the step is of which `code` is: one that
    /// [`matching_step`](Self::matching_step) does not take, within ten minutes. So far off is the clock that showed it.
    pub fn steps_off(&self, code: &str, now: Timestamp) -> Option<i64> {
        let step = self.step_within(NEARBY, code, now)?;
        let off = step - Self::step_of(now);
        (off.unsigned_abs() > u64::from(SKEW)).then_some(off)
    }

    /// The step at a moment.
    pub const fn step_of(at: Timestamp) -> i64 {
        at.seconds().div_euclid(STEP_SECONDS.cast_signed())
    }

    fn step_within(&self, skew: u16, code: &str, now: Timestamp) -> Option<i64> {
        let digits: String = code.chars().filter(|character| !matches!(character, ' ' | '-')).collect();
        let time = u64::try_from(now.seconds()).ok()?;
        let step = self.totp(skew).check(&digits, time)?;
        i64::try_from(step).ok()
    }

    /// The code of the step at a moment.
    pub fn code_at(&self, at: Timestamp) -> String {
        self.totp(SKEW).generate(u64::try_from(at.seconds()).unwrap_or(0)).to_string()
    }

    /// As people type it: base32 (RFC 4648, section 6).
    pub fn to_base32(&self) -> String {
        Secret::from(self.as_bytes()).to_base32()
    }

    /// What the QR code holds, for an app to read.
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        format!(
            "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&digits={DIGITS}&period={STEP_SECONDS}",
            issuer = percent_encoding::encode_component(issuer),
            account = percent_encoding::encode_component(account),
            secret = self.to_base32(),
        )
    }
}
