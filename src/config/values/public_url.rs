//! Where browsers and apps reach this installation, and the name it signs with (OpenID Connect Core 1.0, section 2: `iss`).

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::{Host, Url};

/// The origin of this installation: `https://` everywhere, `http://` on a loopback host only. Its text has no trailing slash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "an https:// address without a path, such as https://id.example.com")]
pub struct PublicUrl {
    text: String,
    host: String,
    loopback: bool,
}

impl PublicUrl {
    /// `http://localhost:<port>`, for trying out.
    pub fn localhost(port: u16) -> Self {
        Self { text: format!("http://localhost:{port}"), host: "localhost".to_owned(), loopback: true }
    }

    /// The origin without trailing slash: what paths are appended to.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host name alone: the relying party id of passkeys.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Host and, unless it is the scheme's default, port: what the `Host` header must say.
    pub fn authority(&self) -> &str {
        self.text.split_once("://").map_or("", |(_, authority)| authority)
    }

    /// Whether it is served over TLS.
    pub fn is_https(&self) -> bool {
        self.text.starts_with("https:")
    }

    /// Whether only this machine can reach it.
    pub const fn is_loopback(&self) -> bool {
        self.loopback
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let base = Base::parse(&text)?;
        if base.url.path() != "/" {
            return Err(format!(
                "{text:?} has a path, but pages are served from the root of the host (a path belongs into server.issuer)"
            ));
        }
        let host = base.url.host_str().unwrap_or_default().to_owned();
        Ok(Self { text: base.origin(), host, loopback: base.loopback })
    }
}

impl From<PublicUrl> for String {
    fn from(url: PublicUrl) -> Self {
        url.text
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The issuer identifier: like [`PublicUrl`], but it may have a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "an https:// address without trailing slash, such as https://id.example.com/api/auth")]
pub struct Issuer {
    text: String,
    origin: String,
}

impl Issuer {
    /// Exactly as it stands in `iss`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port alone.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl TryFrom<String> for Issuer {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let base = Base::parse(&text)?;
        let origin = base.origin();
        match base.url.path() {
            "/" => Ok(Self { text: origin.clone(), origin }),
            path if path.ends_with('/') => Err(format!("{text:?} ends in a slash")),
            path => Ok(Self { text: format!("{origin}{path}"), origin }),
        }
    }
}

impl From<Issuer> for String {
    fn from(issuer: Issuer) -> Self {
        issuer.text
    }
}

/// The rules that both share.
struct Base {
    url: Url,
    loopback: bool,
}

impl Base {
    fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("{text:?} is not an address ({error})"))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(format!("{text:?} starts with neither https:// nor http://"));
        }
        let loopback = url.host().is_some_and(|host| is_loopback(&host));
        if url.scheme() == "http" && !loopback {
            return Err(format!(
                "{text:?} is plain http on a public address, where passwords and tokens could be read \
                 (http is for localhost, 127.0.0.1 and [::1] only; behind a proxy that ends TLS, this is still the https address)"
            ));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("it holds a user name or a password".to_owned());
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(format!("{text:?} has a query or a fragment"));
        }
        Ok(Self { url, loopback })
    }

    fn origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }
}

/// Whether `host` can be this machine only (RFC 6761, section 6.3 for the name).
pub(super) fn is_loopback<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Domain(name) => name.as_ref() == "localhost" || name.as_ref().ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}
