//! Which path has which limit.

use axum::http::Method;
use vestibule::web::rate_limit::Limit;
use vestibule::web::rate_limit_rules::{GENERAL, Profile, normalised, route_limit};

#[test]
fn better_auth_profile() {
    for (path, maximum, seconds) in [
        ("/api/auth/get-session", 100, 10),
        ("/api/auth/sign-in/email", 3, 10),
        ("/api/auth/sign-in/username", 3, 10),
        ("/api/auth/sign-up/email", 3, 10),
        ("/api/auth/change-password", 3, 10),
        ("/api/auth/change-email", 3, 10),
        ("/api/auth/request-password-reset", 3, 60),
        ("/api/auth/send-verification-email", 3, 60),
        ("/api/auth/forget-password/email-otp", 3, 60),
        ("/api/auth/email-otp/send-verification-otp", 3, 60),
        ("/api/auth/sign-in/email-otp", 3, 60),
        ("/api/auth/sign-in/magic-link", 5, 60),
        ("/api/auth/magic-link/verify", 5, 60),
        ("/api/auth/two-factor/verify-totp", 3, 10),
        ("/api/auth/phone-number/send-otp", 10, 60),
        ("/api/auth/device", 5, 1800),
        ("/api/auth/device/approve", 100, 10),
        ("/api/auth/oauth2/token", 20, 60),
        ("/oauth2/token", 20, 60),
        ("/api/auth/oauth2/authorize", 30, 60),
        ("/api/auth/oauth2/introspect", 100, 60),
        ("/api/auth/oauth2/revoke", 30, 60),
        ("/api/auth/oauth2/register", 5, 60),
        ("/api/auth/oauth2/userinfo", 60, 60),
        ("//api/auth//sign-in///email/", 3, 10),
        ("/api/auth/%73ign-in/email", 3, 10),
        ("/api/auth/x/../sign-in/email", 3, 10),
    ] {
        let found = route_limit(Profile::BetterAuth, &Method::POST, path).unwrap();
        assert_eq!(found.limit, Limit::Window { maximum, seconds }, "{path}");
        assert_eq!(found.bucket, normalised(path), "each path is counted by itself");
    }
    let page = route_limit(Profile::BetterAuth, &Method::POST, "/sign-in").unwrap();
    assert_eq!(page.bucket, "sign-in", "hosted pages keep our own rules");
}

#[test]
fn default_profile() {
    let bucket = |method: &Method, path| route_limit(Profile::Default, method, path).map(|found| found.bucket.into_owned());
    for (path, expected) in [
        ("/sign-in", Some("sign-in")),
        ("/api/auth/sign-in/email", Some("sign-in")),
        ("/api/auth/sign-up/email", Some("sign-up")),
        ("/sign-up", Some("sign-up")),
        ("/sign-inx", Some("general")),
        ("/api/auth/sign-in/magic-link", Some("message")),
        ("/forgot-password", Some("message")),
        ("/api/auth/request-password-reset", Some("message")),
        ("/reset-password", Some("recovery")),
        ("/two-factor", Some("second-factor")),
        ("/api/auth/two-factor/verify-totp", Some("second-factor")),
        ("/api/auth/two-factor/send-otp", Some("message")),
        ("/device", Some("device")),
        ("/oauth2/register", Some("registration")),
        ("/api/auth/oauth2/register", Some("registration")),
        ("/oauth2/authorize", Some("general")),
        ("/oauth2/token", None),
        ("/api/auth/oauth2/token", None),
        ("/oauth2/introspect", None),
        ("/healthz", None),
        ("/static/app.css", None),
        ("/.well-known/openid-configuration", None),
        ("/account/password", Some("general")),
    ] {
        assert_eq!(bucket(&Method::POST, path).as_deref(), expected, "{path}");
    }
    assert_eq!(bucket(&Method::GET, "/sign-in").as_deref(), Some("general"), "looking at a page is cheap");
    let sign_in = route_limit(Profile::Default, &Method::POST, "/sign-in").unwrap();
    assert_eq!(sign_in.limit, Limit::Steady { per_minute: 30, burst: 10 });
    assert_eq!(route_limit(Profile::Default, &Method::GET, "/").unwrap().limit, GENERAL);
}

#[test]
fn paths_have_one_spelling() {
    for (path, expected) in [
        ("", "/"),
        ("/", "/"),
        ("/a/b", "/a/b"),
        ("/a/b/", "/a/b"),
        ("//a///b", "/a/b"),
        ("/./a/./b/.", "/a/b"),
        ("/a/../b", "/b"),
        ("/../../b", "/b"),
        ("/%61%2Fb", "/a/b"),
        ("/a/%2e%2e/b", "/b"),
        ("/a%zz", "/a%zz"),
        ("/A", "/A"),
    ] {
        assert_eq!(normalised(path), expected, "{path}");
    }
}
