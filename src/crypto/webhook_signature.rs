//! Signatures of webhooks, as the Standard Webhooks specification has them for a shared secret (`v1`): HMAC-SHA256 over the
//! message's id, its time and its body.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::digest::hmac_sha256;

/// What a secret begins with.
const PREFIX: &str = "whsec_";
/// How many bytes a secret has at least, and at most.
const LENGTH: std::ops::RangeInclusive<usize> = 24..=64;

/// The secret that sender and receiver share.
#[derive(Clone)]
pub struct WebhookSecret(Zeroizing<Vec<u8>>);

/// The text is no such secret. Does not repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not `whsec_` followed by 24 to 64 bytes in base64")]
pub struct InvalidWebhookSecret;

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("WebhookSecret")
    }
}

impl WebhookSecret {
    /// Reads `whsec_…`.
    pub fn parse(text: &str) -> Result<Self, InvalidWebhookSecret> {
        let encoded = text.trim().strip_prefix(PREFIX).ok_or(InvalidWebhookSecret)?;
        let bytes = Zeroizing::new(STANDARD.decode(encoded).map_err(|_| InvalidWebhookSecret)?);
        if LENGTH.contains(&bytes.len()) { Ok(Self(bytes)) } else { Err(InvalidWebhookSecret) }
    }

    /// The value of `webhook-signature` for a message that is sent at `seconds` since 1970.
    pub fn sign(&self, id: &str, seconds: i64, body: &[u8]) -> String {
        let signed = [format!("{id}.{seconds}.").as_bytes(), body].concat();
        format!("v1,{}", STANDARD.encode(hmac_sha256(&self.0, &signed)))
    }
}
