//! Where a browser may be sent after an operation: a path on our own origin, or an address on a trusted one.
//!
//! These are the `callbackURL`, `redirectTo`, `errorCallbackURL`, `newUserCallbackURL` and return-to values of pages, links and
//! the JSON API. OAuth redirect URIs are another thing: `redirect_uri.rs`.

use std::fmt;

use url::form_urlencoded;

use crate::model::percent_encoding;
use crate::model::trusted_origin::{MAXIMUM_LENGTH, TrustedOrigins};

/// How often a path may have been encoded over; deeper nesting is refused.
const DECODING_ROUNDS: usize = 3;

/// A proven place to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackUrl(String);

/// The address leads to a party that is not trusted, or is written so that programs read it differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address is neither a path on this origin nor on a trusted origin")]
pub struct UntrustedCallbackUrl;

impl CallbackUrl {
    /// Takes `text` if it is a plain path or on a trusted origin.
    pub fn parse(text: &str, trusted: &TrustedOrigins) -> Result<Self, UntrustedCallbackUrl> {
        let proven = if text.starts_with('/') { is_plain_path(text) } else { trusted.trusts_url(text) };
        if proven { Ok(Self(text.to_owned())) } else { Err(UntrustedCallbackUrl) }
    }

    /// Takes `text` only if it is a plain path on our own origin.
    pub fn parse_path(text: &str) -> Result<Self, UntrustedCallbackUrl> {
        if is_plain_path(text) { Ok(Self(text.to_owned())) } else { Err(UntrustedCallbackUrl) }
    }

    /// The text of it, as it was sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a path on our own origin.
    pub fn is_path(&self) -> bool {
        self.0.starts_with('/')
    }

    /// The whole address: a path is put after `own_origin`, which has no final slash.
    pub fn absolute(&self, own_origin: &str) -> String {
        if self.is_path() { format!("{own_origin}{}", self.0) } else { self.0.clone() }
    }

    /// The same place with one more query parameter, put before the fragment.
    pub fn with_parameter(&self, name: &str, value: &str) -> Self {
        let (address, fragment) = match self.0.split_once('#') {
            Some((address, fragment)) => (address, Some(fragment)),
            None => (self.0.as_str(), None),
        };
        let separator = match address.split_once('?') {
            None => "?",
            Some((_, "")) => "",
            Some(_) => "&",
        };
        let parameter = form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
        let fragment = fragment.map_or_else(String::new, |fragment| format!("#{fragment}"));
        Self(format!("{address}{separator}{parameter}{fragment}"))
    }
}

impl fmt::Display for CallbackUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One leading slash, visible ASCII without backslashes, and a path that stays such however often it is decoded.
fn is_plain_path(text: &str) -> bool {
    if text.len() > MAXIMUM_LENGTH || !text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
        return false;
    }
    let path = text.split(['?', '#']).next().unwrap_or(text);
    let mut path = path.to_owned();
    for _ in 0..DECODING_ROUNDS {
        if !is_one_rooted_path(&path) {
            return false;
        }
        match percent_encoding::decode_text(&path) {
            Some(decoded) if decoded == path => return true,
            Some(decoded) => path = decoded,
            None => return false,
        }
    }
    false
}

fn is_one_rooted_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(char::is_control)
        && !path.split('/').any(|segment| segment == "." || segment == "..")
}
