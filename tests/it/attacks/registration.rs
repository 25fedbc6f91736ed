//! Dynamic client registration.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};
use vestibule::model::client::SecondFactorDemand;

use crate::support::app::{TestApp, json_request, request};

const REGISTER: &str = "/oauth2/register";

#[tokio::test]
async fn s65_hostile_metadata() {
    let test = TestApp::start().await;
    let redirect = |uri: &str| json!({ "redirect_uris": [uri] });
    let with = |name: &str, value: Value| json!({ "redirect_uris": ["https://rp.example/cb"], name: value });
    let rsa = json!({ "kty": "RSA", "n": "AQAB", "e": "AQAB", "d": "AQAB" });
    for (code, members) in [
        ("invalid_redirect_uri", redirect("javascript:alert(1)")),
        ("invalid_redirect_uri", redirect("data:text/html,x")),
        ("invalid_redirect_uri", redirect("file:///etc/passwd")),
        ("invalid_redirect_uri", redirect("http://rp.example/cb")),
        ("invalid_redirect_uri", redirect("http://127.0.0.1.evil.example/cb")),
        ("invalid_redirect_uri", redirect("https://rp.example/cb#fragment")),
        ("invalid_redirect_uri", redirect("https://rp.example/cb#")),
        ("invalid_redirect_uri", redirect("https://user@rp.example/cb")),
        ("invalid_redirect_uri", redirect("https://*.rp.example/cb")),
        ("invalid_redirect_uri", redirect("https://rp.example/a/../cb")),
        ("invalid_redirect_uri", redirect("/cb")),
        ("invalid_redirect_uri", redirect("com.example.app:/cb")),
        ("invalid_redirect_uri", json!({ "redirect_uris": [] })),
        ("invalid_redirect_uri", json!({})),
        ("invalid_redirect_uri", with("post_logout_redirect_uris", json!(["javascript:alert(1)"]))),
        ("invalid_client_metadata", with("redirect_uris", json!("https://rp.example/cb"))),
        ("invalid_client_metadata", with("redirect_uris", json!(vec!["https://rp.example/cb"; 51]))),
        ("invalid_client_metadata", with("grant_types", json!(["password"]))),
        ("invalid_client_metadata", with("grant_types", json!(["authorization_code", "implicit"]))),
        ("invalid_client_metadata", with("grant_types", json!(["refresh_token"]))),
        ("invalid_client_metadata", with("grant_types", json!([]))),
        ("invalid_client_metadata", with("response_types", json!(["token"]))),
        ("invalid_client_metadata", with("response_types", json!([]))),
        ("invalid_client_metadata", with("scope", json!("openid admin"))),
        ("invalid_client_metadata", with("scope", json!(["openid"]))),
        ("invalid_client_metadata", with("token_endpoint_auth_method", json!("tls_client_auth"))),
        ("invalid_client_metadata", with("token_endpoint_auth_method", json!("private_key_jwt"))),
        ("invalid_client_metadata", with("jwks", json!({ "keys": [rsa] }))),
        ("invalid_client_metadata", with("jwks", json!({ "keys": [{ "kty": "oct", "k": "c2VjcmV0" }] }))),
        ("invalid_client_metadata", with("jwks", json!({ "keys": [] }))),
        ("invalid_client_metadata", with("jwks", json!("keys"))),
        ("invalid_client_metadata", with("jwks_uri", json!("https://rp.example/jwks"))),
        ("invalid_client_metadata", with("jwks_uri", json!("http://169.254.169.254/latest"))),
        ("invalid_client_metadata", with("sector_identifier_uri", json!("https://rp.example/sector"))),
        ("invalid_client_metadata", with("request_uris", json!(["https://rp.example/request"]))),
        ("invalid_client_metadata", with("id_token_signed_response_alg", json!("none"))),
        ("invalid_client_metadata", with("id_token_signed_response_alg", json!("HS256"))),
        ("invalid_client_metadata", with("subject_type", json!("pairwise"))),
        ("invalid_client_metadata", with("dpop_bound_access_tokens", json!(true))),
        ("invalid_client_metadata", with("client_name", json!("a\u{202e}b"))),
        ("invalid_client_metadata", with("client_name", json!("a\nb"))),
        ("invalid_client_metadata", with("client_name", json!("a".repeat(101)))),
        ("invalid_client_metadata", with("client_name", json!(7))),
        ("invalid_client_metadata", with("client_uri", json!("javascript:alert(1)"))),
        ("invalid_client_metadata", with("logo_uri", json!("http://rp.example/logo.png"))),
        ("invalid_client_metadata", with("policy_uri", json!("data:text/html,x"))),
        ("invalid_client_metadata", with("tos_uri", json!("https://rp.example/\" onload=\"x"))),
        ("invalid_client_metadata", with("initiate_login_uri", json!("http://rp.example/start"))),
        ("invalid_client_metadata", with("contacts", json!("mail@rp.example"))),
        ("invalid_client_metadata", with("default_max_age", json!(-1))),
        ("invalid_client_metadata", with("application_type", json!("service"))),
    ] {
        let reply = test.send(json_request("POST", REGISTER, &members)).await;
        assert_eq!(reply.status, 400, "{members}: {}", reply.body);
        assert_eq!(reply.json()["error"], code, "{members}: {}", reply.body);
        let description = reply.json()["error_description"].as_str().expect("a description").to_owned();
        let allowed = |byte: u8| matches!(byte, 0x20..=0x21 | 0x23..=0x5b | 0x5d..=0x7e);
        assert!(description.bytes().all(allowed), "RFC 6749, section 5.2: {description}");
    }
}

#[tokio::test]
async fn s65_what_a_client_may_not_choose() {
    let test = TestApp::start().await;
    let members = json!({
        "redirect_uris": ["https://rp.example/cb"],
        "client_id": "admin", "client_secret": "chosen", "client_id_issued_at": 1, "registration_access_token": "chosen",
        "skip_consent": true, "pkce_optional": true, "client_credentials_scope": "everything", "claims_in_id_token": true,
        "second_factor": "required", "source": "operator", "disabled": false, "unknown_member": { "deep": true },
    });
    let reply = test.send(json_request("POST", REGISTER, &members)).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    let answer = reply.json();
    assert_ne!(answer["client_id"], "admin");
    assert_ne!(answer["client_secret"], "chosen");
    assert_ne!(answer["client_id_issued_at"], 1);
    assert_ne!(answer["registration_access_token"], "chosen");
    let never_told = ["client_credentials_scope", "claims_in_id_token", "second_factor", "source", "unknown_member"];
    for name in ["skip_consent", "pkce_optional"].into_iter().chain(never_told) {
        assert!(answer.get(name).is_none(), "{name}");
    }
    let id = vestibule::model::ids::ClientId::new(answer["client_id"].as_str().expect("an id"));
    let mut unit = test.app.store.read("test.client").await.expect("a unit");
    let stored = vestibule::store::clients::by_id(&mut unit, &id).await.expect("readable").expect("stored");
    let metadata = stored.client.metadata;
    assert!(!metadata.skip_consent && !metadata.pkce_optional && !metadata.claims_in_id_token);
    assert_eq!(metadata.client_credentials_scope, "");
    assert_eq!(metadata.second_factor, SecondFactorDemand::Policy);
}

#[tokio::test]
async fn s65_hostile_bodies() {
    let test = TestApp::start().await;
    let good = json!({ "redirect_uris": ["https://rp.example/cb"] }).to_string();
    let deep = format!("{{\"x\":{}{}}}", "[".repeat(20_000), "]".repeat(20_000));
    let large = json!({ "redirect_uris": ["https://rp.example/cb"], "client_name": "x".repeat(1 << 20) }).to_string();
    let twice = r#"{"redirect_uris":["https://rp.example/cb"],"redirect_uris":["https://evil.example/cb"]}"#.to_owned();
    for (case, status, content_type, body) in [
        ("1 MB", 413, "application/json", large),
        ("deep", 400, "application/json", deep),
        ("a member twice", 400, "application/json", twice),
        ("not JSON", 400, "application/json", "redirect_uris=x".to_owned()),
        ("an array", 400, "application/json", format!("[{good}]")),
        ("more behind it", 400, "application/json", format!("{good}{good}")),
        ("empty", 400, "application/json", String::new()),
        ("a form", 415, "application/x-www-form-urlencoded", "redirect_uris=x".to_owned()),
        ("text", 415, "text/plain", good.clone()),
    ] {
        let request = request(Method::POST, REGISTER).header("content-type", content_type);
        let reply = test.send(request.body(Body::from(body)).expect("a request")).await;
        assert_eq!(reply.status, status, "{case}: {}", reply.body);
        assert_eq!(reply.json()["error"], "invalid_client_metadata", "{case}");
    }
}
