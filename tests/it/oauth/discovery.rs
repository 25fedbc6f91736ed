//! OpenID Connect Discovery 1.0 and RFC 8414: what is listed works, and what works is listed.

use serde_json::Value;

use super::start;
use crate::support::app::TestApp;
use crate::support::devices::DEVICE_CODE;

const OPENID: &str = "/.well-known/openid-configuration";
const OAUTH: &str = "/.well-known/oauth-authorization-server";

fn list(document: &Value, name: &str) -> Vec<String> {
    let values = document[name].as_array().unwrap_or_else(|| panic!("no {name}"));
    values.iter().map(|value| value.as_str().expect("texts").to_owned()).collect()
}

#[tokio::test]
async fn the_document() {
    let test = start().await;
    let reply = test.get(OPENID).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/json"));
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    let document = reply.json();
    let issuer = test.app.config.issuer();
    assert_eq!(document["issuer"], issuer);
    for (name, path) in [
        ("authorization_endpoint", "/oauth2/authorize"),
        ("token_endpoint", "/oauth2/token"),
        ("userinfo_endpoint", "/oauth2/userinfo"),
        ("jwks_uri", "/oauth2/jwks"),
        ("registration_endpoint", "/oauth2/register"),
        ("introspection_endpoint", "/oauth2/introspect"),
        ("revocation_endpoint", "/oauth2/revoke"),
        ("end_session_endpoint", "/oauth2/end-session"),
    ] {
        assert_eq!(document[name], format!("{issuer}{path}"), "{name}");
        let there = test.get(path).await;
        assert_ne!(there.status, 404, "{path} is there");
    }
    assert_eq!(list(&document, "response_types_supported"), ["code"]);
    assert_eq!(list(&document, "code_challenge_methods_supported"), ["S256"]);
    assert_eq!(list(&document, "subject_types_supported"), ["public"]);
    assert_eq!(list(&document, "id_token_signing_alg_values_supported"), ["RS256", "ES256", "EdDSA"]);
    assert_eq!(
        list(&document, "grant_types_supported"),
        ["authorization_code", "refresh_token", "client_credentials", DEVICE_CODE]
    );
    assert!(list(&document, "scopes_supported").contains(&"openid".to_owned()));
    for name in ["token_endpoint_auth_signing_alg_values_supported", "token_endpoint_auth_methods_supported"] {
        let values = list(&document, name);
        assert!(
            !values.is_empty() && !values.iter().any(|value| value.starts_with("HS") || value == "none" && name.contains("alg"))
        );
    }
    assert!(!list(&document, "introspection_endpoint_auth_methods_supported").contains(&"none".to_owned()));
}

#[tokio::test]
async fn the_same_bytes_everywhere() {
    let values = [("server.issuer", "http://localhost:9180/api/auth")];
    let test = TestApp::with(&values).await;
    let expected = test.get(OPENID).await;
    assert_eq!(expected.json()["token_endpoint"], "http://localhost:9180/api/auth/oauth2/token");
    for path in [OAUTH.to_owned(), format!("/api/auth{OPENID}"), format!("/api/auth{OAUTH}"), format!("{OAUTH}/api/auth")] {
        let reply = test.get(&path).await;
        assert_eq!((reply.status, &reply.body), (expected.status, &expected.body), "{path}");
    }
}

#[tokio::test]
async fn an_unchanged_document_is_not_sent_again() {
    let test = start().await;
    for path in [OPENID, "/oauth2/jwks"] {
        let first = test.get(path).await;
        let etag = first.header("etag").to_owned();
        assert!(!etag.is_empty(), "{path}");
        let request = crate::support::app::request(axum::http::Method::GET, path).header("if-none-match", etag);
        let second = test.send(request.body(axum::body::Body::empty()).expect("a request")).await;
        assert_eq!((second.status.as_u16(), second.body.as_str()), (304, ""), "{path}");
    }
}

#[tokio::test]
async fn the_keys_are_public_and_named() {
    let test = start().await;
    let keys = test.get("/oauth2/jwks").await.json();
    let keys = keys["keys"].as_array().expect("keys").clone();
    let mut ids: Vec<_> = keys.iter().map(|key| key["kid"].as_str().expect("a kid").to_owned()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), keys.len(), "each kid once");
    for key in &keys {
        for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
            assert!(key.get(private).is_none(), "{private}");
        }
        assert_eq!(key["use"], "sig");
    }
    for algorithm in ["RS256", "ES256", "EdDSA"] {
        assert!(keys.iter().any(|key| key["alg"] == algorithm), "{algorithm}");
    }
}
