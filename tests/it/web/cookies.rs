//! Cookies: names, attributes, reading.

use std::time::Duration;

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use vestibule::web::cookies::{CookieLife, CookieNames, RequestCookies, SameSitePolicy};

const WEEK: CookieLife = CookieLife::For(Duration::from_secs(604_800));

fn headers(values: &[&str]) -> HeaderMap {
    values.iter().map(|value| (COOKIE, HeaderValue::from_str(value).unwrap())).collect()
}

#[test]
fn names_follow_prefix_domain_and_scheme() {
    let domain = || Some("example.com".to_owned());
    for (prefix, domain, secure, expected) in [
        ("vestibule", None, true, "__Host-vestibule.session_token"),
        ("vestibule", domain(), true, "__Secure-vestibule.session_token"),
        ("vestibule", None, false, "vestibule.session_token"),
        ("vestibule", domain(), false, "vestibule.session_token"),
        ("better-auth", None, true, "__Secure-better-auth.session_token"),
        ("better-auth", domain(), true, "__Secure-better-auth.session_token"),
        ("better-auth", None, false, "better-auth.session_token"),
        ("acme", None, true, "__Secure-acme.session_token"),
    ] {
        assert_eq!(CookieNames::new(prefix, domain, secure).full("session_token"), expected);
    }
    let names = CookieNames::new("better-auth", None, true);
    assert_eq!(names.script_readable("last_used_login_method"), "better-auth.last_used_login_method");
}

#[test]
fn attributes() {
    let names = CookieNames::new("vestibule", None, true);
    let text = |cookie: vestibule::web::cookies::SetCookie| {
        let mut parts: Vec<String> = cookie.as_str().split("; ").map(str::to_owned).collect();
        parts.sort();
        parts
    };
    assert_eq!(
        text(names.set("session_token", "v", WEEK)),
        ["HttpOnly", "Max-Age=604800", "Path=/", "SameSite=Lax", "Secure", "__Host-vestibule.session_token=v"]
    );
    assert_eq!(
        text(names.set("session_token", "v", CookieLife::Browser)),
        ["HttpOnly", "Path=/", "SameSite=Lax", "Secure", "__Host-vestibule.session_token=v"]
    );
    assert_eq!(
        text(names.delete("session_token")),
        ["HttpOnly", "Max-Age=0", "Path=/", "SameSite=Lax", "Secure", "__Host-vestibule.session_token="]
    );
    let shared = CookieNames::new("better-auth", Some("example.com".to_owned()), true).with_same_site(SameSitePolicy::None);
    assert_eq!(
        text(shared.delete("session_token")),
        [
            "Domain=example.com",
            "HttpOnly",
            "Max-Age=0",
            "Path=/",
            "SameSite=None",
            "Secure",
            "__Secure-better-auth.session_token="
        ]
    );
    assert_eq!(
        text(shared.set_script_readable("last_used_login_method", "email", WEEK)),
        ["Domain=example.com", "Max-Age=604800", "Path=/", "SameSite=None", "Secure", "better-auth.last_used_login_method=email"]
    );
    let plain = CookieNames::new("vestibule", None, false).with_same_site(SameSitePolicy::None);
    assert_eq!(text(plain.set("x", "v", CookieLife::Browser)), ["HttpOnly", "Path=/", "SameSite=Lax", "vestibule.x=v"]);
    assert_eq!(
        text(plain.with_same_site(SameSitePolicy::Strict).delete_script_readable("x")),
        ["Max-Age=0", "Path=/", "SameSite=Strict", "vestibule.x="]
    );
}

#[test]
fn values_add_no_attributes() {
    let names = CookieNames::new("vestibule", None, true);
    let hostile = names.set("x", "a; Domain=evil.example\r\nSet-Cookie: y=z, \"\\ü", CookieLife::Browser);
    assert_eq!(hostile.as_str().matches(';').count(), 4, "{}", hostile.as_str());
    assert!(!hostile.as_str().contains('\n'));
    let header = hostile.header_value().unwrap();
    assert!(header.is_sensitive());
    assert!(!format!("{hostile:?}").contains("evil"));
    let signed = names.set("x", "token.c2ln%2BbmF0%3D", CookieLife::Browser);
    assert!(signed.as_str().starts_with("__Host-vestibule.x=token.c2ln%2BbmF0%3D;"), "already encoded values stay");
}

#[test]
fn reads_with_the_first_winning() {
    let sent = headers(&["a=1; b=2; a=3", "b=4; c=5=6;d; =7; e=\"8\""]);
    let cookies = RequestCookies::read(&sent);
    for (name, value) in [("a", Some("1")), ("b", Some("2")), ("c", Some("5=6")), ("d", None), ("e", Some("\"8\"")), ("f", None)]
    {
        assert_eq!(cookies.get(name), value, "{name}");
    }
    assert!(RequestCookies::read(&HeaderMap::new()).get("a").is_none());
}

#[test]
fn reading_is_bounded() {
    let many = (0..10_000).map(|number| format!("n{number}=1")).collect::<Vec<_>>().join(";");
    let sent = headers(&["first=1", many.get(..10_000).unwrap()]);
    let cookies = RequestCookies::read(&sent);
    assert_eq!(cookies.iter().count(), 100);
    assert_eq!(cookies.get("first"), Some("1"));
    let large = headers(&["first=1", &format!("big={}", "x".repeat(20_000)), "last=1"]);
    let cookies = RequestCookies::read(&large);
    assert_eq!((cookies.get("first"), cookies.get("big"), cookies.get("last")), (Some("1"), None, None));
}
