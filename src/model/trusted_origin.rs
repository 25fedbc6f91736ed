//! Trusted origins: whose browser pages may call us with cookies, and where links and sign-ins may end.
//!
//! A pattern is an origin (`https://app.example.com`), a host (`app.example.com`, `localhost:*`), or an app's scheme (`myapp://`,
//! `myapp://callback`). `*` stands for any characters but `/`, `**` for any characters, `?` for one character but `/`. Addresses
//! are parsed once, as browsers parse them, and the parsed origin is compared whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::model::percent_encoding;

/// The longest address that is looked at, in bytes.
pub const MAXIMUM_LENGTH: usize = 2048;

/// Schemes that run or read something on the device instead of leading to a party.
const REFUSED_SCHEMES: [&str; 13] = [
    "about",
    "blob",
    "chrome",
    "data",
    "file",
    "filesystem",
    "ftp",
    "javascript",
    "mailto",
    "vbscript",
    "view-source",
    "ws",
    "wss",
];

/// One entry of the list of trusted origins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "an origin such as https://app.example.com, https://*.example.com or myapp://")]
pub struct OriginPattern {
    text: String,
    form: Form,
}

impl TryFrom<String> for OriginPattern {
    type Error = OriginPatternError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<OriginPattern> for String {
    fn from(pattern: OriginPattern) -> Self {
        pattern.text
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    /// `https://app.example.com`: the whole origin.
    Origin(String),
    /// `app.example.com`: the host, by https; by http only when the host is this device.
    Host(String),
    /// `myapp://`: every address of the scheme.
    Scheme(String),
    /// `myapp://callback`, `myapp://callback/done`: the authority, and the path or what is below it.
    App { scheme: String, authority: String, path: String },
    /// `exp://192.168.*:*/**`: the whole address of an app's scheme.
    AppWildcard(String),
}

/// Why a text is not a pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginPatternError {
    /// Empty, or with characters that no origin has.
    #[error("`{0}` is not an origin, a host or an app's scheme")]
    Malformed(String),
    /// An origin ends with its host or port.
    #[error("`{0}` has a path: an origin ends with its host or port")]
    Path(String),
    /// Nothing but wildcards in the place of the host.
    #[error("`{0}` would trust every site")]
    TooBroad(String),
    /// `javascript:` and its like.
    #[error("the scheme of `{0}` cannot be trusted")]
    Scheme(String),
}

impl OriginPattern {
    /// Reads one entry of `server.trusted_origins`.
    pub fn parse(text: &str) -> Result<Self, OriginPatternError> {
        Form::parse(text).map(|form| Self { text: text.to_owned(), form })
    }
}

impl Form {
    fn parse(text: &str) -> Result<Self, OriginPatternError> {
        let malformed = || OriginPatternError::Malformed(text.to_owned());
        if text.is_empty() || text.len() > MAXIMUM_LENGTH || !has_plain_characters(text) || text.contains('@') {
            return Err(malformed());
        }
        let Some((scheme, rest)) = text.split_once("://") else {
            if text.contains(['/', '#']) || text.ends_with(':') {
                return Err(malformed());
            }
            return check_breadth(text, text).map(Self::Host);
        };
        let scheme = scheme.to_ascii_lowercase();
        if REFUSED_SCHEMES.contains(&scheme.as_str()) {
            return Err(OriginPatternError::Scheme(text.to_owned()));
        }
        if scheme.is_empty() || !scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
            return Err(malformed());
        }
        if scheme == "https" || scheme == "http" {
            let host = rest.strip_suffix('/').unwrap_or(rest);
            if host.contains(['/', '#']) {
                return Err(OriginPatternError::Path(text.to_owned()));
            }
            let host = check_breadth(host, text)?;
            return exact_origin(&scheme, &host).map(Self::Origin).ok_or_else(malformed);
        }
        if rest.is_empty() {
            return Ok(Self::Scheme(scheme));
        }
        if rest.contains(['*', '?']) {
            return Ok(Self::AppWildcard(format!("{scheme}://{rest}")));
        }
        match Address::parse(text) {
            Some(Address::App { authority, path, .. }) => Ok(Self::App { scheme, authority, path }),
            _ => Err(malformed()),
        }
    }

    fn trusts(&self, address: &Address) -> bool {
        match (self, address) {
            (Self::Origin(pattern), Address::Web { origin, .. }) => wildcard_match(pattern, origin),
            (Self::Host(pattern), Address::Web { host, guarded: true, .. }) => wildcard_match(pattern, host),
            (Self::Scheme(trusted), Address::App { scheme, .. }) => trusted == scheme,
            (
                Self::App { scheme, authority, path },
                Address::App { scheme: its_scheme, authority: its_authority, path: its_path },
            ) => scheme == its_scheme && authority == its_authority && is_at_or_below(its_path, path),
            (Self::AppWildcard(pattern), Address::App { scheme, authority, path }) => {
                wildcard_match(pattern, &format!("{scheme}://{authority}{path}"))
            }
            _ => false,
        }
    }
}

/// Our own origin and the trusted ones.
#[derive(Clone, Debug)]
pub struct TrustedOrigins {
    own: String,
    patterns: Vec<OriginPattern>,
}

impl TrustedOrigins {
    /// Our own origin (`server.public_url`, without final slash) and the configured patterns.
    pub fn new(own: &str, patterns: impl IntoIterator<Item = OriginPattern>) -> Self {
        Self { own: own.to_owned(), patterns: patterns.into_iter().collect() }
    }

    /// Our own origin.
    pub fn own(&self) -> &str {
        &self.own
    }

    /// Whether an Origin header names a trusted origin. It must be an origin and nothing more; `null` never is.
    pub fn trusts_origin(&self, origin: &str) -> bool {
        if origin == self.own {
            return true;
        }
        match Address::parse(origin) {
            Some(Address::Web { origin: parsed, .. }) if parsed != origin => false,
            Some(address) => self.trusts(&address),
            None => false,
        }
    }

    /// Whether an absolute address (a callback, a Referer header) is on a trusted origin.
    pub fn trusts_url(&self, url: &str) -> bool {
        Address::parse(url).is_some_and(|address| self.trusts(&address))
    }

    fn trusts(&self, address: &Address) -> bool {
        matches!(address, Address::Web { origin, .. } if *origin == self.own)
            || self.patterns.iter().any(|one| one.form.trusts(address))
    }
}

/// An absolute address, parsed once.
#[derive(Debug)]
enum Address {
    /// `guarded`: by https, or on this device.
    Web { origin: String, host: String, guarded: bool },
    /// The path is decoded and free of dot segments.
    App { scheme: String, authority: String, path: String },
}

impl Address {
    fn parse(text: &str) -> Option<Self> {
        if text.len() > MAXIMUM_LENGTH || !has_plain_characters(text) {
            return None;
        }
        let (written_scheme, _) = text.split_once("://")?;
        let url = Url::parse(text).ok()?;
        let scheme = url.scheme();
        if !scheme.eq_ignore_ascii_case(written_scheme) || !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        if scheme == "https" || scheme == "http" {
            let origin = url.origin().ascii_serialization();
            let host = origin.split_once("://")?.1.to_owned();
            let guarded = scheme == "https" || matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
            return Some(Self::Web { origin, host, guarded });
        }
        if REFUSED_SCHEMES.contains(&scheme) {
            return None;
        }
        let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
        let authority = url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
        Some(Self::App { scheme: scheme.to_owned(), authority, path: resolved_path(url.path())? })
    }
}

/// Decodes a path once and resolves its dot segments; refuses what a second decoding would read differently.
fn resolved_path(path: &str) -> Option<String> {
    let decoded = percent_encoding::decode_text(path)?;
    if decoded.contains(['%', '\\']) || decoded.contains(char::is_control) {
        return None;
    }
    let mut segments: Vec<&str> = Vec::new();
    for segment in decoded.split('/') {
        match segment {
            "." | "" => {}
            ".." => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    Some(segments.iter().map(|segment| format!("/{segment}")).collect())
}

fn is_at_or_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|below| below.is_empty() || below.starts_with('/'))
}

/// Visible ASCII without the backslash, which browsers read as a slash.
fn has_plain_characters(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

fn check_breadth(host: &str, text: &str) -> Result<String, OriginPatternError> {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if host.is_empty() || name.is_empty() {
        return Err(OriginPatternError::Malformed(text.to_owned()));
    }
    if name.bytes().all(|byte| b"*?.:".contains(&byte)) {
        return Err(OriginPatternError::TooBroad(text.to_owned()));
    }
    Ok(host.to_ascii_lowercase())
}

/// The origin as browsers write it (no default port), unless it holds wildcards, which no parser reads.
fn exact_origin(scheme: &str, host: &str) -> Option<String> {
    let text = format!("{scheme}://{host}");
    if host.contains(['*', '?']) {
        return Some(text);
    }
    Url::parse(&text).ok().map(|url| url.origin().ascii_serialization())
}

/// Whether the whole `text` fits the pattern. Takes time in proportion to the product of their lengths, whatever the pattern.
fn wildcard_match(pattern: &str, text: &str) -> bool {
    // `reached` holds, for each length of the text's beginning, whether the pattern read so far fits it.
    let mut reached: Vec<bool> = std::iter::once(true).chain(text.bytes().map(|_| false)).collect();
    let mut pattern = pattern.bytes().peekable();
    while let Some(token) = pattern.next() {
        let any = token == b'*';
        let across_slashes = any && pattern.next_if_eq(&b'*').is_some();
        let mut before = false;
        let mut next = Vec::with_capacity(reached.len());
        for (position, here) in reached.iter().enumerate() {
            let character = position.checked_sub(1).and_then(|last| text.as_bytes().get(last));
            let fits = character.is_some_and(|character| match token {
                b'*' => across_slashes || *character != b'/',
                b'?' => *character != b'/',
                literal => literal == *character,
            });
            let now = if any { *here || (fits && next.last().copied().unwrap_or(false)) } else { fits && before };
            next.push(now);
            before = *here;
        }
        reached = next;
    }
    reached.last().copied().unwrap_or(false)
}
