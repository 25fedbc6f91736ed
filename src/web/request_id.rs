//! The name of a request: one id in the answer's header, on error pages, in logs, traces and the audit trail.

use std::fmt;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::random::Entropy;

/// The header in which it comes and goes.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const LENGTH: usize = 24;
const SHORTEST: usize = 8;
const LONGEST: usize = 64;

/// The id of a request. An axum extension of the request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestId(String);

impl RequestId {
    /// A new one.
    pub fn random(entropy: &Entropy) -> Self {
        Self(entropy.label(LENGTH))
    }

    /// The one that a trusted proxy gave, if it is well-formed; else a new one. A stranger cannot write into our logs.
    pub fn of_request(headers: &HeaderMap, from_trusted_proxy: bool, entropy: &Entropy) -> Self {
        let incoming = if from_trusted_proxy { Self::incoming(headers) } else { None };
        incoming.unwrap_or_else(|| Self::random(entropy))
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Puts it on an answer.
    pub fn write(&self, headers: &mut HeaderMap) {
        if let Ok(value) = HeaderValue::from_str(&self.0) {
            headers.insert(X_REQUEST_ID, value);
        }
    }

    fn incoming(headers: &HeaderMap) -> Option<Self> {
        let mut values = headers.get_all(X_REQUEST_ID).iter();
        let text = values.next()?.to_str().ok()?;
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let well_formed = (SHORTEST..=LONGEST).contains(&text.len()) && text.bytes().all(allowed);
        (well_formed && values.next().is_none()).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
