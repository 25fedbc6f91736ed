//! Redirect URIs: what may be registered, and which requested one is the registered one.
//!
//! RFC 6749 section 3.1.2, RFC 9700 section 4.1 (whole exact comparison), RFC 8252 sections 7.1 (private-use schemes) and 7.3
//! (loopback, any port). All strictness is at registration: only a URI that every parser reads alike is ever stored, so that a
//! request is judged by comparing text.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::model::percent_encoding;

/// The longest redirect URI, in bytes.
pub const MAXIMUM_LENGTH: usize = 2048;

const LOOPBACK_ORIGINS: [&str; 2] = ["http://127.0.0.1", "http://[::1]"];

/// A registered redirect URI.
///
/// Deserialising is for stored metadata: it takes what a native client may register.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectUri {
    text: String,
    kind: RedirectKind,
}

/// Where a redirect URI leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RedirectKind {
    /// A web server, by https.
    Https,
    /// This device, by http to `127.0.0.1` or `[::1]`: the port does not count.
    LoopbackAddress,
    /// This device, by http to the name `localhost`: the port counts, for the name may lead elsewhere.
    Localhost,
    /// An app that owns a scheme named after a domain, as `com.example.app:/callback`.
    PrivateUseScheme,
}

/// Why a redirect URI cannot be registered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RedirectUriError {
    /// Longer than [`MAXIMUM_LENGTH`].
    #[error("a redirect URI has at most {MAXIMUM_LENGTH} characters")]
    TooLong,
    /// RFC 6749 section 3.1.2: no fragment, not even an empty one.
    #[error("a redirect URI has no fragment (`#`)")]
    Fragment,
    /// Redirect URIs are compared whole, so a wildcard would never match.
    #[error("a redirect URI has no wildcard (`*`): register each address")]
    Wildcard,
    /// A character that RFC 3986 does not allow: space, control, backslash, quotes, non-ASCII, or a broken percent-escape.
    #[error("a redirect URI has only the characters of RFC 3986")]
    Character,
    /// No scheme, no host, or not a URI.
    #[error("a redirect URI is absolute, as `https://app.example.com/callback`")]
    NotAbsolute,
    /// `user:password@` before the host.
    #[error("a redirect URI has no user information before its host (`@`)")]
    UserInformation,
    /// A scheme that is neither https nor, for a native app, a domain in reverse.
    #[error("the scheme of a redirect URI is https, or for a native app a domain in reverse such as `com.example.app`")]
    Scheme,
    /// Plain http to another machine.
    #[error("http is only for 127.0.0.1, [::1] and localhost: use https")]
    Insecure,
    /// Browsers would rewrite it before sending, so that two texts would mean one address.
    #[error("write the redirect URI as browsers do: `{0}`")]
    NotCanonical(String),
}

impl RedirectUri {
    /// A redirect URI of a web client: https, or http to this device.
    pub fn parse(text: &str) -> Result<Self, RedirectUriError> {
        match Self::parse_native(text)? {
            Self { kind: RedirectKind::PrivateUseScheme, .. } => Err(RedirectUriError::Scheme),
            web => Ok(web),
        }
    }

    /// A redirect URI of a native client, which may also use a private-use scheme.
    pub fn parse_native(text: &str) -> Result<Self, RedirectUriError> {
        check_characters(text)?;
        let (scheme, rest) = text.split_once(':').ok_or(RedirectUriError::NotAbsolute)?;
        if !is_scheme(scheme) {
            return Err(RedirectUriError::NotAbsolute);
        }
        let scheme = scheme.to_ascii_lowercase();
        let web = scheme == "https" || scheme == "http";
        if !web && !is_reverse_domain(&scheme) {
            return Err(RedirectUriError::Scheme);
        }
        let authority = rest.strip_prefix("//").map(|rest| rest.split(['/', '?']).next().unwrap_or(rest));
        if authority.is_some_and(|authority| authority.contains('@')) {
            return Err(RedirectUriError::UserInformation);
        }
        let hostless = if web { authority.is_none_or(str::is_empty) } else { !rest.starts_with('/') };
        if hostless {
            return Err(RedirectUriError::NotAbsolute);
        }
        let url = Url::parse(text).map_err(|_| RedirectUriError::NotAbsolute)?;
        check_canonical(text, &url)?;
        Ok(Self { text: text.to_owned(), kind: kind(&url)? })
    }

    /// The text of it, as registered.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it leads to a web server, by https.
    pub const fn is_https(&self) -> bool {
        matches!(self.kind, RedirectKind::Https)
    }

    /// Where it leads.
    pub const fn kind(&self) -> RedirectKind {
        self.kind
    }
}

impl fmt::Display for RedirectUri {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl TryFrom<String> for RedirectUri {
    type Error = RedirectUriError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse_native(&text)
    }
}

impl From<RedirectUri> for String {
    fn from(uri: RedirectUri) -> Self {
        uri.text
    }
}

/// Whether `requested` is the registered redirect URI: the same text, but for the port of a loopback address (RFC 8252,
/// section 7.3), which a native app learns only when it starts to listen.
pub fn matches(registered: &RedirectUri, requested: &str) -> bool {
    if registered.text == requested {
        return true;
    }
    registered.kind == RedirectKind::LoopbackAddress
        && without_loopback_port(requested).is_some_and(|requested| Some(requested) == without_loopback_port(&registered.text))
}

/// Splits a loopback URI into what stands before and after its port.
fn without_loopback_port(uri: &str) -> Option<(&'static str, &str)> {
    let (origin, rest) = LOOPBACK_ORIGINS.iter().find_map(|origin| Some((*origin, uri.strip_prefix(origin)?)))?;
    let Some(port_and_rest) = rest.strip_prefix(':') else { return Some((origin, rest)) };
    let end = port_and_rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(port_and_rest.len());
    let (port, rest) = port_and_rest.split_at_checked(end)?;
    let plain = !port.starts_with('0') && port.parse::<u16>().is_ok();
    plain.then_some((origin, rest))
}

fn check_characters(text: &str) -> Result<(), RedirectUriError> {
    if text.len() > MAXIMUM_LENGTH {
        return Err(RedirectUriError::TooLong);
    }
    if text.contains('#') {
        return Err(RedirectUriError::Fragment);
    }
    if text.contains('*') {
        return Err(RedirectUriError::Wildcard);
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()+,;=%".contains(&byte);
    if !text.bytes().all(allowed) || percent_encoding::decode(text.as_bytes()).is_none() {
        return Err(RedirectUriError::Character);
    }
    Ok(())
}

/// Refuses every second spelling of an address: other cases, default ports, dot segments, `127.1`, `0x7f000001`, a final dot.
fn check_canonical(text: &str, url: &Url) -> Result<(), RedirectUriError> {
    let canonical = url.as_str();
    let bare_host = canonical.strip_suffix('/') == Some(text) && url.path() == "/";
    if text != canonical && !bare_host {
        return Err(RedirectUriError::NotCanonical(canonical.to_owned()));
    }
    match url.host_str() {
        Some(host) if host.ends_with('.') => Err(RedirectUriError::NotCanonical(text.replacen("./", "/", 1))),
        _ => Ok(()),
    }
}

fn kind(url: &Url) -> Result<RedirectKind, RedirectUriError> {
    match (url.scheme(), url.host_str()) {
        ("https", _) => Ok(RedirectKind::Https),
        ("http", Some("127.0.0.1" | "[::1]")) => Ok(RedirectKind::LoopbackAddress),
        ("http", Some("localhost")) => Ok(RedirectKind::Localhost),
        ("http", _) => Err(RedirectUriError::Insecure),
        _ => Ok(RedirectKind::PrivateUseScheme),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn is_reverse_domain(scheme: &str) -> bool {
    scheme.contains('.') && scheme.split('.').all(|label| !label.is_empty())
}
