//! Security headers.

use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue};
use vestibule::web::headers::{ContentSecurityPolicy, secure_api, secure_page, secure_redirect};

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn a_page_is_closed() {
    let mut headers = HeaderMap::new();
    secure_page(&mut headers, &ContentSecurityPolicy::page(), true);
    assert_eq!(
        text(&headers, "content-security-policy"),
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
    );
    for (name, value) in [
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
        ("strict-transport-security", "max-age=31536000"),
    ] {
        assert_eq!(text(&headers, name), value, "{name}");
    }
    let permissions = text(&headers, "permissions-policy");
    assert!(
        permissions
            .starts_with("publickey-credentials-get=(self), publickey-credentials-create=(self), otp-credentials=(self), ")
    );
    assert!(permissions.contains("camera=()") && !permissions.contains("  "), "{permissions}");

    let mut plain = HeaderMap::new();
    secure_page(&mut plain, &ContentSecurityPolicy::page(), false);
    assert!(!plain.contains_key("strict-transport-security"));
}

#[test]
fn forms_may_end_at_the_proven_target() {
    for (target, source) in [
        ("https://rp.example/cb?x=1", "'self' https://rp.example;"),
        ("https://rp.example:8443/cb", "'self' https://rp.example:8443;"),
        ("http://127.0.0.1:51000/cb", "'self' http://127.0.0.1:51000;"),
        ("http://localhost:3000/cb", "'self' http://localhost:3000;"),
        ("http://[::1]:51000/cb", "'self' http:;"),
        ("com.example.app:/cb", "'self' com.example.app:;"),
        ("com.example.app://cb/x", "'self' com.example.app:;"),
        ("not an address", "'self';"),
        ("/relative", "'self';"),
        ("https://rp.example;script-src *", "'self';"),
    ] {
        let policy = ContentSecurityPolicy::page().and_forms_to(target).text();
        assert!(policy.contains(&format!("form-action {source} frame-ancestors")), "{target}: {policy}");
        assert_eq!(policy.matches("script-src").count(), 1, "{target}");
    }
    let two = ContentSecurityPolicy::page()
        .and_forms_to("https://a.example/1")
        .and_forms_to("https://b.example/")
        .and_forms_to("https://a.example/2");
    assert!(two.text().contains("form-action 'self' https://a.example https://b.example;"));
}

#[test]
fn api_and_redirects() {
    let mut api = HeaderMap::new();
    secure_api(&mut api, true);
    assert_eq!(text(&api, "cache-control"), "no-store");
    assert_eq!(text(&api, "pragma"), "no-cache");
    assert_eq!(text(&api, "content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    let mut cached = HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"))]);
    secure_api(&mut cached, true);
    assert_eq!(text(&cached, "cache-control"), "public, max-age=300");
    assert!(!cached.contains_key("pragma"));

    let mut redirect = HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static("public"))]);
    secure_redirect(&mut redirect, true);
    assert_eq!(text(&redirect, "referrer-policy"), "no-referrer");
    assert_eq!(text(&redirect, "cache-control"), "no-store");
}
