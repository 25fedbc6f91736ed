//! Proof Key for Code Exchange (RFC 7636). Only the S256 method exists here: `plain` is refused where it is parsed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// An S256 code challenge: the base64url SHA-256 of the verifier (RFC 7636, section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeChallenge(String);

/// Why a challenge or a verifier is no such thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PkceError {
    /// The challenge is not 43 base64url characters.
    #[error("code_challenge must be the base64url SHA-256 of the verifier, 43 characters")]
    Challenge,
    /// The method is missing, plain or unknown.
    #[error("code_challenge_method must be S256")]
    Method,
    /// The verifier is not 43 to 128 unreserved characters.
    #[error("code_verifier must have 43 to 128 characters of A-Z a-z 0-9 - . _ ~")]
    Verifier,
}

impl CodeChallenge {
    /// Parses `code_challenge` with its `code_challenge_method`. A missing method would mean `plain`, so it is refused.
    pub fn parse(challenge: &str, method: Option<&str>) -> Result<Self, PkceError> {
        if method != Some("S256") {
            return Err(PkceError::Method);
        }
        match URL_SAFE_NO_PAD.decode(challenge) {
            Ok(bytes) if bytes.len() == 32 => Ok(Self(challenge.to_owned())),
            _ => Err(PkceError::Challenge),
        }
    }

    /// One that was parsed before and stored.
    pub fn stored(challenge: String) -> Self {
        Self(challenge)
    }

    /// The challenge's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `verifier` is the secret behind this challenge (RFC 7636, section 4.6), compared in constant time.
    pub fn is_met_by(&self, verifier: &CodeVerifier) -> bool {
        let computed = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.0.as_bytes()));
        computed.as_bytes().ct_eq(self.0.as_bytes()).into()
    }
}

/// A code verifier of the right form (RFC 7636, section 4.1).
#[derive(Clone, PartialEq, Eq)]
pub struct CodeVerifier(String);

impl CodeVerifier {
    /// Parses `code_verifier`.
    pub fn parse(verifier: &str) -> Result<Self, PkceError> {
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        if (43..=128).contains(&verifier.len()) && verifier.bytes().all(unreserved) {
            Ok(Self(verifier.to_owned()))
        } else {
            Err(PkceError::Verifier)
        }
    }
}
