//! What a Better Auth server seals: its symmetric envelopes, opened with its secret, to be sealed again under our own key.
//!
//! XChaCha20-Poly1305 under the SHA-256 of the secret, nonce in front, in hexadecimal: `<hex>`, or `$ba$<version>$<hex>` where the
//! server has several secrets. Only opening; nothing is made in this form.

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use super::digest::sha256;

const PREFIX: &str = "$ba$";
const NONCE_LENGTH: usize = 24;
/// The nonce and the tag of an empty text.
const SHORTEST: usize = NONCE_LENGTH + 16;

/// The secrets of a Better Auth server: `BETTER_AUTH_SECRET`, those of `BETTER_AUTH_SECRETS`, or both.
#[derive(Default)]
pub struct Secrets {
    plain: Option<SecretString>,
    versions: Vec<(u32, SecretString)>,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secrets")
    }
}

/// The text is no list of secrets with their versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("several secrets are written as `2:SECRET,1:SECRET`")]
pub struct MalformedSecrets;

/// Why an envelope does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// It is no envelope.
    #[error("it is not sealed in a form that is known")]
    Malformed,
    /// The secret was not given.
    #[error("the secret that it was sealed with was not given")]
    NoSecret,
    /// It was sealed with another secret.
    #[error("it was sealed with another secret")]
    OtherSecret,
}

impl Secrets {
    /// `plain` is the one secret, `list` those with versions.
    pub fn parse(plain: Option<SecretString>, list: Option<&SecretString>) -> Result<Self, MalformedSecrets> {
        let mut versions = Vec::new();
        for entry in list.map_or("", |list| list.expose_secret()).split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            let (version, secret) = entry.split_once(':').ok_or(MalformedSecrets)?;
            let version = version.trim().parse().map_err(|_| MalformedSecrets)?;
            let secret = secret.trim();
            if secret.is_empty() || versions.iter().any(|(known, _)| *known == version) {
                return Err(MalformedSecrets);
            }
            versions.push((version, SecretString::from(secret)));
        }
        Ok(Self { plain: plain.filter(|secret| !secret.expose_secret().is_empty()), versions })
    }

    /// Whether none was given.
    pub fn are_none(&self) -> bool {
        self.plain.is_none() && self.versions.is_empty()
    }

    /// Each of them, for verifying what any of them signed.
    pub fn all(&self) -> impl Iterator<Item = &SecretString> {
        self.versions.iter().map(|(_, secret)| secret).chain(&self.plain)
    }

    /// Opens an envelope.
    pub fn open(&self, envelope: &str) -> Result<Zeroizing<String>, EnvelopeError> {
        let (secret, sealed) = match envelope.strip_prefix(PREFIX) {
            Some(rest) => {
                let (version, sealed) = rest.split_once('$').ok_or(EnvelopeError::Malformed)?;
                let version: u32 = version.parse().map_err(|_| EnvelopeError::Malformed)?;
                let secret = self.versions.iter().find(|(known, _)| *known == version).map(|(_, secret)| secret);
                (secret, sealed)
            }
            None => (self.plain.as_ref(), envelope),
        };
        let sealed = hex::decode(sealed).map_err(|_| EnvelopeError::Malformed)?;
        if sealed.len() < SHORTEST {
            return Err(EnvelopeError::Malformed);
        }
        let secret = secret.ok_or(EnvelopeError::NoSecret)?;
        let key = Zeroizing::new(sha256(secret.expose_secret().as_bytes()));
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LENGTH>().ok_or(EnvelopeError::Malformed)?;
        let cipher = XChaCha20Poly1305::new(&Key::from(*key));
        let opened = cipher.decrypt(&XNonce::from(*nonce), sealed).map_err(|_| EnvelopeError::OtherSecret)?;
        String::from_utf8(opened).map(Zeroizing::new).map_err(|_| EnvelopeError::Malformed)
    }
}

/// Whether a text may be an envelope. Tokens that are none may have that form too, but seldom.
pub fn is_envelope(text: &str) -> bool {
    text.starts_with(PREFIX)
        || (text.len() >= 2 * SHORTEST && text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
