//! Security headers: of pages, of JSON answers, of redirects.
//!
//! CSP level 3, RFC 6797 (HSTS), Trusted Types, Permissions-Policy. No page has inline scripts or styles, so nothing here depends
//! on a page, but for where its forms may lead.

use std::time::Duration;

use axum::http::header::{CACHE_CONTROL, PRAGMA, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS};
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use url::{Host, Url};

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const CROSS_ORIGIN_OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// How long browsers remember to come by https only.
const STRICT_TRANSPORT_SECURITY_AGE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Passkeys and codes from text messages are for our own pages; of the rest no page has any use.
const PERMISSIONS: &str = "publickey-credentials-get=(self), publickey-credentials-create=(self), otp-credentials=(self), \
    accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
    geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// The Content-Security-Policy of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentSecurityPolicy {
    form_targets: Vec<String>,
}

impl ContentSecurityPolicy {
    /// Of a page whose forms stay on our origin.
    pub fn page() -> Self {
        Self::default()
    }

    /// Also lets the page's forms end at `target`, a proven redirect URI: Chromium holds `form-action` against the whole chain of
    /// redirects that follows a form. What is not an address adds nothing.
    #[must_use]
    pub fn and_forms_to(mut self, target: &str) -> Self {
        self.form_targets.extend(source(target).filter(|source| !self.form_targets.contains(source)));
        self
    }

    /// The text of the header.
    pub fn text(&self) -> String {
        let form_action =
            std::iter::once("'self'").chain(self.form_targets.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
             form-action {form_action}; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
        )
    }
}

/// The headers of a hosted page. `https`: we are reached by https.
pub fn secure_page(headers: &mut HeaderMap, policy: &ContentSecurityPolicy, https: bool) {
    // A source is made of a parsed origin, which is ASCII; should it ever not be, the page gets the strictest policy.
    let strictest = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_str(&policy.text()).unwrap_or(strictest));
    // Not no-referrer: browsers would send `Origin: null` with the page's forms.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(PERMISSIONS_POLICY, HeaderValue::from_static(PERMISSIONS));
    headers.insert(CROSS_ORIGIN_OPENER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(X_ROBOTS_TAG, HeaderValue::from_static("noindex"));
    forbid_storing(headers);
    secure_any(headers, https);
}

/// The headers of a JSON answer. One that set its own Cache-Control keeps it.
pub fn secure_api(headers: &mut HeaderMap, https: bool) {
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if !headers.contains_key(CACHE_CONTROL) {
        forbid_storing(headers);
    }
    secure_any(headers, https);
}

/// The headers of a redirect, which may carry a code or a token in its Location.
pub fn secure_redirect(headers: &mut HeaderMap, https: bool) {
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    forbid_storing(headers);
    secure_any(headers, https);
}

/// RFC 6749, section 5.1: what holds a secret is stored by no cache.
pub fn forbid_storing(headers: &mut HeaderMap) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(PRAGMA, HeaderValue::from_static("no-cache"));
}

fn secure_any(headers: &mut HeaderMap, https: bool) {
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if https {
        let age = format!("max-age={}", STRICT_TRANSPORT_SECURITY_AGE.as_secs());
        if let Ok(age) = HeaderValue::from_str(&age) {
            headers.insert(STRICT_TRANSPORT_SECURITY, age);
        }
    }
}

/// The narrowest CSP source that covers an address: its origin, or its scheme where CSP has no form for the origin (the schemes of
/// apps, IPv6 addresses).
fn source(target: &str) -> Option<String> {
    let url = Url::parse(target).ok()?;
    match (url.scheme(), url.host()) {
        ("https" | "http", Some(Host::Domain(_) | Host::Ipv4(_))) => Some(url.origin().ascii_serialization()),
        (scheme, _) => Some(format!("{scheme}:")),
    }
}
