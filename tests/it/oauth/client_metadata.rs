//! The rules of client metadata, without a server.

use serde_json::{Value, json};
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::model::client::{ClientMetadata, ClientSource};
use vestibule::model::scope::{SUPPORTED, Scopes};
use vestibule::model::signing_algorithm::SigningAlgorithm;
use vestibule::oauth::registration::metadata::{self, MetadataError};

fn validate(members: &Value, source: ClientSource) -> Result<ClientMetadata, MetadataError> {
    let mut all = json!({ "redirect_uris": ["https://rp.example/cb"] });
    all.as_object_mut().expect("members").extend(members.as_object().expect("members").clone());
    metadata::validate(all.as_object().expect("members"), source, &Scopes::of(&SUPPORTED))
}

#[test]
fn response_types_follow_the_grants() {
    for (members, fits) in [
        (json!({}), true),
        (json!({ "grant_types": ["client_credentials"], "redirect_uris": [] }), true),
        (json!({ "grant_types": ["client_credentials"], "response_types": [] }), true),
        (json!({ "grant_types": ["client_credentials"], "response_types": ["code"] }), false),
        (json!({ "grant_types": ["authorization_code"], "response_types": [] }), false),
        (json!({ "grant_types": ["authorization_code", "authorization_code"] }), true),
        (json!({ "grant_types": ["client_credentials"], "token_endpoint_auth_method": "none" }), false),
        (json!({ "grant_types": null, "response_types": null }), true),
    ] {
        assert_eq!(validate(&members, ClientSource::Dynamic).is_ok(), fits, "{members}");
    }
}

#[test]
fn the_default_scope_follows_the_grants() {
    let scope = |grants: Value| validate(&json!({ "grant_types": grants }), ClientSource::Dynamic).expect("valid").scope;
    assert_eq!(scope(json!(["authorization_code"])), "openid profile email");
    assert_eq!(scope(json!(["authorization_code", "refresh_token"])), "openid profile email offline_access");
    assert_eq!(scope(json!(["client_credentials"])), "");
}

#[test]
fn scopes_of_their_own_are_for_operators() {
    let members = json!({ "scope": "openid reports", "pkce_optional": true, "skip_consent": true });
    let operators = validate(&members, ClientSource::Operator).expect("valid");
    assert_eq!(operators.scope, "openid reports");
    assert!(operators.pkce_optional && operators.skip_consent);
    assert!(validate(&members, ClientSource::Dynamic).is_err());
    for scope in ["openid", "profile reports"] {
        let members = json!({ "grant_types": ["client_credentials"], "client_credentials_scope": scope });
        assert!(validate(&members, ClientSource::Operator).is_err(), "{scope} is about a person");
    }
}

#[test]
fn keys_come_by_value_and_without_private_halves() {
    let key = SigningKey::generate(SigningAlgorithm::EdDsa, RsaSize::default()).expect("a key");
    let mut jwk = Value::Object(key.public_jwk().to_members());
    let members = |jwk: &Value| json!({ "token_endpoint_auth_method": "private_key_jwt", "jwks": { "keys": [jwk] } });
    jwk["x5c"] = json!(["rubbish"]);
    let kept = validate(&members(&jwk), ClientSource::Dynamic).expect("valid").jwks.expect("keys");
    assert!(kept["keys"][0].get("x5c").is_none(), "only what verifies signatures is kept");
    assert_eq!(kept["keys"][0]["kid"], jwk["kid"]);
    jwk["d"] = json!("AAAA");
    assert!(validate(&members(&jwk), ClientSource::Dynamic).is_err());
    assert!(validate(&json!({ "token_endpoint_auth_method": "private_key_jwt" }), ClientSource::Dynamic).is_err());
}

#[test]
fn reading_what_was_written_gives_the_same() {
    let members =
        json!({ "client_name": " Example ", "grant_types": ["authorization_code", "refresh_token"], "contacts": ["a@b"] });
    for source in [ClientSource::Operator, ClientSource::Dynamic] {
        let first = validate(&members, source).expect("valid");
        assert_eq!(first.client_name, "Example");
        let written = metadata::to_members(&first, source);
        let second = metadata::validate(&written, source, &Scopes::of(&SUPPORTED)).expect("still valid");
        assert_eq!(metadata::to_members(&second, source), written);
    }
}

#[test]
fn addresses_of_pages() {
    for (address, fits) in [
        ("https://example.com", true),
        ("https://example.com/a?b#c", true),
        ("http://localhost:3000/", true),
        ("http://127.0.0.1:3000/", true),
        ("http://[::1]:3000/", true),
        ("http://example.com/", false),
        ("http://localhost.example.com/", false),
        ("https://user@example.com/", false),
        ("https:\\\\example.com", false),
        ("https://exam\tple.com/", false),
        (" https://example.com/", false),
        ("https://", false),
        ("javascript:alert(1)", false),
        ("//example.com/", false),
        ("", false),
    ] {
        assert_eq!(validate(&json!({ "client_uri": address }), ClientSource::Dynamic).is_ok(), fits, "{address:?}");
    }
}
