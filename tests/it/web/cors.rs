//! Cross-origin requests.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use vestibule::model::trusted_origin::{OriginPattern, TrustedOrigins};
use vestibule::web::cors::CorsPolicy;

fn trusted() -> TrustedOrigins {
    let pattern = OriginPattern::parse("https://app.example.com").unwrap();
    TrustedOrigins::new("https://login.example", [pattern])
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap())
}

#[test]
fn each_path_has_one_policy() {
    for (path, issuer_path, expected) in [
        ("/.well-known/openid-configuration", "", CorsPolicy::Public),
        ("/.well-known/oauth-authorization-server", "", CorsPolicy::Public),
        ("/.well-known/oauth-authorization-server/api/auth", "/api/auth", CorsPolicy::Public),
        ("/api/auth/.well-known/openid-configuration", "/api/auth", CorsPolicy::Public),
        ("/idp/.well-known/openid-configuration", "/idp", CorsPolicy::Public),
        ("/.well-known/oauth-authorization-server/idp", "/idp", CorsPolicy::Public),
        ("/.well-known/oauth-authorization-server/other", "/idp", CorsPolicy::Refused),
        ("/oauth2/token", "", CorsPolicy::Public),
        ("/oauth2/userinfo", "", CorsPolicy::Public),
        ("/oauth2/jwks", "", CorsPolicy::Public),
        ("/oauth2/revoke", "", CorsPolicy::Public),
        ("/oauth2/par", "", CorsPolicy::Public),
        ("/idp/oauth2/token", "/idp", CorsPolicy::Public),
        ("/api/auth/oauth2/token", "", CorsPolicy::Public),
        ("/api/auth/jwks", "", CorsPolicy::Public),
        ("/oauth2/introspect", "", CorsPolicy::Refused),
        ("/oauth2/authorize", "", CorsPolicy::Refused),
        ("/api/auth/oauth2/authorize", "", CorsPolicy::Refused),
        ("/api/auth/oauth2/end-session", "/api/auth", CorsPolicy::Refused),
        ("/api/auth/sign-in/email", "", CorsPolicy::Trusted),
        ("/api/auth/get-session", "/api/auth", CorsPolicy::Trusted),
        ("/api/auth", "", CorsPolicy::Refused),
        ("/api/authx/get-session", "", CorsPolicy::Refused),
        ("/sign-in", "", CorsPolicy::Refused),
        ("/", "", CorsPolicy::Refused),
        ("/oauth2/token/x", "", CorsPolicy::Refused),
    ] {
        assert_eq!(CorsPolicy::of(path, issuer_path), expected, "{path} ({issuer_path})");
    }
}

#[test]
fn trusted_origins_get_credentials() {
    let mut answer = HeaderMap::new();
    CorsPolicy::Trusted.apply(headers(&[("origin", "https://app.example.com")]).get("origin"), &trusted(), &mut answer);
    assert_eq!(text(&answer, "access-control-allow-origin"), Some("https://app.example.com"));
    assert_eq!(text(&answer, "access-control-allow-credentials"), Some("true"));
    assert_eq!(text(&answer, "vary"), Some("origin"));
    assert!(text(&answer, "access-control-expose-headers").unwrap().contains("set-auth-token"));

    for origin in ["https://evil.example", "null", "https://app.example.com.evil.example", "http://app.example.com", "*"] {
        let mut answer = HeaderMap::new();
        CorsPolicy::Trusted.apply(headers(&[("origin", origin)]).get("origin"), &trusted(), &mut answer);
        assert_eq!(answer.keys().map(HeaderName::as_str).collect::<Vec<_>>(), ["vary"], "{origin}");
    }
}

#[test]
fn public_endpoints_never_allow_credentials() {
    let mut answer = HeaderMap::new();
    CorsPolicy::Public.apply(headers(&[("origin", "https://app.example.com")]).get("origin"), &trusted(), &mut answer);
    assert_eq!(text(&answer, "access-control-allow-origin"), Some("*"));
    assert_eq!(text(&answer, "access-control-allow-credentials"), None);

    let mut refused = HeaderMap::new();
    CorsPolicy::Refused.apply(headers(&[("origin", "https://app.example.com")]).get("origin"), &trusted(), &mut refused);
    assert!(refused.is_empty());
}

#[test]
fn preflights() {
    let request = |origin| {
        headers(&[
            ("origin", origin),
            ("access-control-request-method", "POST"),
            ("access-control-request-headers", "content-type, x-captcha-response"),
        ])
    };
    let answer = CorsPolicy::Trusted.preflight(&Method::OPTIONS, &request("https://app.example.com"), &trusted()).unwrap();
    assert_eq!(text(&answer, "access-control-allow-origin"), Some("https://app.example.com"));
    assert_eq!(text(&answer, "access-control-allow-headers"), Some("content-type, x-captcha-response"));
    assert_eq!(text(&answer, "access-control-allow-methods"), Some("GET, POST, PUT, PATCH, DELETE"));
    assert_eq!(text(&answer, "access-control-max-age"), Some("600"));

    let foreign = CorsPolicy::Trusted.preflight(&Method::OPTIONS, &request("https://evil.example"), &trusted()).unwrap();
    assert!(foreign.keys().all(|name| name == "vary"), "{foreign:?}");

    let public = CorsPolicy::Public.preflight(&Method::OPTIONS, &request("https://any.example"), &trusted()).unwrap();
    assert_eq!(text(&public, "access-control-allow-origin"), Some("*"));
    assert!(text(&public, "access-control-allow-headers").unwrap().contains("authorization"));
    assert_eq!(text(&public, "access-control-allow-credentials"), None);

    assert!(CorsPolicy::Refused.preflight(&Method::OPTIONS, &request("https://app.example.com"), &trusted()).is_none());
    assert!(CorsPolicy::Trusted.preflight(&Method::POST, &request("https://app.example.com"), &trusted()).is_none());
    let not_preflight = headers(&[("origin", "https://app.example.com")]);
    assert!(CorsPolicy::Trusted.preflight(&Method::OPTIONS, &not_preflight, &trusted()).is_none());

    let odd = headers(&[
        ("origin", "https://app.example.com"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "x;y<script>"),
    ]);
    let answer = CorsPolicy::Trusted.preflight(&Method::OPTIONS, &odd, &trusted()).unwrap();
    assert_eq!(text(&answer, "access-control-allow-headers"), None);
}
