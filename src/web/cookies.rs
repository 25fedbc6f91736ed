//! Cookies: reading those of a request, naming ours, writing and deleting them (RFC 6265).
//!
//! What a cookie means is not known here. Session cookies are written in one place only, with what this file provides.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use cookie::{Cookie, SameSite};

/// The default of `cookies.prefix`.
pub const DEFAULT_PREFIX: &str = "vestibule";

const MAXIMUM_READ_LENGTH: usize = 16 * 1024;
const MAXIMUM_READ_COOKIES: usize = 100;

/// The cookies of a request. Where a name appears twice the first counts: browsers send the more specific path first.
#[derive(Debug, Default)]
pub struct RequestCookies<'a>(HashMap<&'a str, &'a str>);

impl<'a> RequestCookies<'a> {
    /// Reads the Cookie headers, up to 16 KiB and 100 cookies; what is beyond is as if it had not been sent.
    pub fn read(headers: &'a HeaderMap) -> Self {
        let mut cookies = HashMap::new();
        let mut length = 0;
        for header in headers.get_all(COOKIE) {
            length += header.len();
            if length > MAXIMUM_READ_LENGTH {
                break;
            }
            let pairs = header.to_str().unwrap_or_default().split(';').filter_map(|pair| pair.split_once('='));
            for (name, value) in pairs {
                if cookies.len() >= MAXIMUM_READ_COOKIES {
                    break;
                }
                cookies.entry(name.trim()).or_insert_with(|| value.trim());
            }
        }
        Self(cookies)
    }

    /// The value of the cookie of this full name, as it was sent.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).copied()
    }

    /// Names and values, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().map(|(name, value)| (*name, *value))
    }
}

/// How long a browser keeps a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookieLife {
    /// Until it is closed.
    Browser,
    /// For this long.
    For(Duration),
}

/// `cookies.same_site`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SameSitePolicy {
    /// Sent on navigations from other sites, not with their requests.
    #[default]
    Lax,
    /// Never sent from other sites.
    Strict,
    /// Sent always; only takes effect on https, where it must be `Secure`.
    None,
}

/// The names and attributes that all our cookies share.
#[derive(Clone, Debug)]
pub struct CookieNames {
    prefix: String,
    domain: Option<String>,
    secure: bool,
    same_site: SameSitePolicy,
}

impl CookieNames {
    /// For `cookies.prefix`, `cookies.domain`, and whether we are reached by https.
    pub fn new(prefix: impl Into<String>, domain: Option<String>, secure: bool) -> Self {
        Self { prefix: prefix.into(), domain, secure, same_site: SameSitePolicy::default() }
    }

    /// With another SameSite policy than Lax.
    #[must_use]
    pub fn with_same_site(mut self, same_site: SameSitePolicy) -> Self {
        self.same_site = same_site;
        self
    }

    /// The full name: `__Host-vestibule.session_token`.
    ///
    /// `__Host-` binds a cookie to this host and https; other prefixes than ours get `__Secure-`, the name under which Better
    /// Auth's clients look for it; so does a cookie that is shared across a domain.
    pub fn full(&self, name: &str) -> String {
        let strength = match (self.secure, &self.domain) {
            (false, _) => "",
            (true, None) if self.prefix == DEFAULT_PREFIX => "__Host-",
            (true, _) => "__Secure-",
        };
        format!("{strength}{}", self.script_readable(name))
    }

    /// The name of a cookie that scripts read and that proves nothing: without `__Host-` or `__Secure-`.
    pub fn script_readable(&self, name: &str) -> String {
        format!("{}.{name}", self.prefix)
    }

    /// A Set-Cookie header for `name`, which scripts cannot read.
    pub fn set(&self, name: &str, value: &str, life: CookieLife) -> SetCookie {
        self.write(self.full(name), value, life, true)
    }

    /// A Set-Cookie header that makes the browser forget `name`: the same attributes, or it would keep it.
    pub fn delete(&self, name: &str) -> SetCookie {
        self.set(name, "", CookieLife::For(Duration::ZERO))
    }

    /// As [`CookieNames::set`], for a cookie that scripts may read.
    pub fn set_script_readable(&self, name: &str, value: &str, life: CookieLife) -> SetCookie {
        self.write(self.script_readable(name), value, life, false)
    }

    /// As [`CookieNames::delete`], for a cookie that scripts may read.
    pub fn delete_script_readable(&self, name: &str) -> SetCookie {
        self.set_script_readable(name, "", CookieLife::For(Duration::ZERO))
    }

    fn write(&self, full_name: String, value: &str, life: CookieLife, http_only: bool) -> SetCookie {
        let same_site = match self.same_site {
            SameSitePolicy::Strict => SameSite::Strict,
            SameSitePolicy::None if self.secure => SameSite::None,
            SameSitePolicy::None | SameSitePolicy::Lax => SameSite::Lax,
        };
        let mut cookie = Cookie::build((full_name, plain_value(value)))
            .path("/")
            .same_site(same_site)
            .http_only(http_only)
            .secure(self.secure)
            .build();
        if let CookieLife::For(duration) = life {
            cookie.set_max_age(time::Duration::seconds(i64::try_from(duration.as_secs()).unwrap_or(i64::MAX)));
        }
        if let Some(domain) = &self.domain {
            cookie.set_domain(domain.clone());
        }
        SetCookie(cookie.to_string())
    }
}

/// The value of one Set-Cookie header.
#[derive(Clone, PartialEq, Eq)]
pub struct SetCookie(String);

impl SetCookie {
    /// The text of the header.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The header's value, marked sensitive; none if the configured prefix or domain holds what no header may.
    pub fn header_value(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(&self.0).ok()?;
        value.set_sensitive(true);
        Some(value)
    }
}

impl fmt::Debug for SetCookie {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.0.split('=').next().unwrap_or_default();
        write!(formatter, "SetCookie({name})")
    }
}

/// Percent-encodes what RFC 6265 does not allow in a value, so that no value can add an attribute.
fn plain_value(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_graphic() && !b"\",;\\".contains(&byte) {
            plain.push(char::from(byte));
        } else {
            plain.push_str(&format!("%{byte:02X}"));
        }
    }
    plain
}
