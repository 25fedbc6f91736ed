//! Parameters of a request: `application/x-www-form-urlencoded` bodies and query strings, read strictly.
//!
//! RFC 6749 appendix B; section 3.1: parameters appear at most once. Nothing is guessed: a broken escape, text that is not
//! UTF-8, or too much of anything is a refusal. Order is kept, so that a request can be written again from its parameters.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Uri};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use url::form_urlencoded;

use crate::model::percent_encoding;

/// The largest form that is read, in bytes. Request objects and SAML answers fit.
pub const MAXIMUM_BODY_LENGTH: usize = 256 * 1024;
/// The longest query string that is read, in bytes.
pub const MAXIMUM_QUERY_LENGTH: usize = 32 * 1024;
/// The most parameters that a request may have.
pub const MAXIMUM_PARAMETERS: usize = 100;

/// Why parameters were not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The body is not declared as `application/x-www-form-urlencoded`. HTTP 415.
    #[error("the body must be application/x-www-form-urlencoded")]
    ContentType,
    /// Too many bytes. HTTP 413.
    #[error("the request is too large")]
    TooLarge,
    /// More than [`MAXIMUM_PARAMETERS`]. HTTP 400.
    #[error("the request has too many parameters")]
    TooManyParameters,
    /// A malformed percent-escape, text that is not UTF-8, or a NUL character. HTTP 400.
    #[error("the parameters are not well-formed")]
    Malformed,
    /// The body broke off. HTTP 400.
    #[error("the body could not be read")]
    Incomplete,
}

/// A parameter that may appear once was sent more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a parameter was sent more than once")]
pub struct Duplicate;

/// Decoded names and values, in the order in which they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads `name=value&…` of at most `maximum_length` bytes.
    pub fn parse(encoded: &[u8], maximum_length: usize) -> Result<Self, FormError> {
        if encoded.len() > maximum_length {
            return Err(FormError::TooLarge);
        }
        let mut parameters = Vec::new();
        for (position, pair) in encoded.split(|byte| *byte == b'&').enumerate() {
            if position >= MAXIMUM_PARAMETERS {
                return Err(FormError::TooManyParameters);
            }
            if pair.is_empty() {
                continue;
            }
            let mut parts = pair.splitn(2, |byte| *byte == b'=');
            let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            parameters.push((decode(name)?, decode(value)?));
        }
        Ok(Self(parameters))
    }

    /// The parameters of a query string; none when there is no query.
    pub fn from_query(uri: &Uri) -> Result<Self, FormError> {
        Self::parse(uri.query().unwrap_or_default().as_bytes(), MAXIMUM_QUERY_LENGTH)
    }

    /// The parameters of a form body: checks the content type, then reads no more than [`MAXIMUM_BODY_LENGTH`].
    pub async fn from_body(headers: &HeaderMap, body: Body) -> Result<Self, FormError> {
        if !is_form(headers) {
            return Err(FormError::ContentType);
        }
        let bytes = Limited::new(body, MAXIMUM_BODY_LENGTH).collect().await.map_err(|error| {
            if error.downcast_ref::<LengthLimitError>().is_some() { FormError::TooLarge } else { FormError::Incomplete }
        })?;
        Self::parse(&bytes.to_bytes(), MAXIMUM_BODY_LENGTH)
    }

    /// The value of a parameter that may appear once.
    pub fn single(&self, name: &str) -> Result<Option<&str>, Duplicate> {
        let mut values = self.all(name);
        let first = values.next();
        if values.next().is_some() { Err(Duplicate) } else { Ok(first) }
    }

    /// The values of a parameter that may be repeated, as `resource` (RFC 8707).
    pub fn all<'a, 'name>(&'a self, name: &'name str) -> impl Iterator<Item = &'a str> + use<'a, 'name> {
        self.0.iter().filter(move |(its_name, _)| its_name == name).map(|(_, value)| value.as_str())
    }

    /// The first name that appears more than once, apart from those in `repeatable`.
    pub fn duplicate(&self, repeatable: &[&str]) -> Option<&str> {
        let repeated = |(position, (name, _)): (usize, &(String, String))| {
            !repeatable.contains(&name.as_str()) && self.0.iter().take(position).any(|(earlier, _)| earlier == name)
        };
        self.0.iter().enumerate().find(|entry| repeated(*entry)).map(|(_, (name, _))| name.as_str())
    }

    /// All names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds one at the end.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// The same without every parameter of this name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(its_name, _)| its_name != name);
        self
    }

    /// Writes them again: reading the result gives the same parameters in the same order.
    pub fn encode(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.iter()).finish()
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// Whether the body is declared as a form. Parameters of the media type (`; charset=utf-8`) do not matter.
pub fn is_form(headers: &HeaderMap) -> bool {
    has_media_type(headers, "application/x-www-form-urlencoded")
}

/// Whether the body is declared as `media_type`, by one Content-Type header.
pub fn has_media_type(headers: &HeaderMap, media_type: &str) -> bool {
    let mut declared = headers.get_all(CONTENT_TYPE).iter();
    let first = declared.next().and_then(|value| value.to_str().ok());
    let essence = first.map(|value| value.split(';').next().unwrap_or(value).trim());
    declared.next().is_none() && essence.is_some_and(|essence| essence.eq_ignore_ascii_case(media_type))
}

fn decode(encoded: &[u8]) -> Result<String, FormError> {
    let spaced: Vec<u8> = encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let bytes = percent_encoding::decode(&spaced).ok_or(FormError::Malformed)?;
    // No database takes NUL in a text, and no parameter of any specification has it.
    if bytes.contains(&0) {
        return Err(FormError::Malformed);
    }
    String::from_utf8(bytes).map_err(|_| FormError::Malformed)
}
