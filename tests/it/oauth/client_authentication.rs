//! The ways in which clients authenticate (RFC 6749, section 2.3; RFC 7523). What is refused stands in the attack battery (s23, s24).

use serde_json::json;
use vestibule::crypto::jws::JwsType;
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::model::signing_algorithm::SigningAlgorithm;

use super::start;
use crate::support::relying_party::{RelyingParty, basic};

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

#[tokio::test]
async fn by_basic() {
    let test = start().await;
    let members = json!({ "grant_types": ["client_credentials"], "redirect_uris": [] });
    let client = RelyingParty::register(&test, members).await;
    let secret = client.secret.as_deref().expect("a secret");
    let encoded: String = client.client_id.bytes().map(|byte| format!("%{byte:02x}")).collect();
    for authorization in [
        basic(&client.client_id, secret),
        basic(&client.client_id, secret).replacen("Basic", "bAsIc", 1),
        basic(&encoded, secret),
    ] {
        assert_eq!(test.post_form_as("/oauth2/token", &authorization, &[GRANT]).await.status, 200, "{authorization}");
    }
    let authorization = basic(&client.client_id, secret);
    let with_id = test.post_form_as("/oauth2/token", &authorization, &[GRANT, ("client_id", client.client_id.as_str())]).await;
    assert_eq!(with_id.status, 200, "the same client_id beside the header");
}

#[tokio::test]
async fn by_post() {
    let test = start().await;
    let members = json!({
        "grant_types": ["client_credentials"], "redirect_uris": [], "token_endpoint_auth_method": "client_secret_post",
    });
    let client = RelyingParty::register(&test, members).await;
    let secret = client.secret.as_deref().expect("a secret");
    let fields = [GRANT, ("client_id", client.client_id.as_str()), ("client_secret", secret)];
    assert_eq!(test.post_form("/oauth2/token", &fields).await.status, 200);
    let by_basic = test.post_form_as("/oauth2/token", &basic(&client.client_id, secret), &[GRANT]).await;
    assert_eq!((by_basic.status.as_u16(), &by_basic.json()["error"]), (401, &json!("invalid_client")));
}

#[tokio::test]
async fn by_assertion_with_each_kind_of_key() {
    let test = start().await;
    for algorithm in SigningAlgorithm::ALL {
        let key = SigningKey::generate(algorithm, RsaSize::default()).expect("a key");
        let members = json!({
            "grant_types": ["client_credentials"], "redirect_uris": [], "token_endpoint_auth_method": "private_key_jwt",
            "jwks": { "keys": [key.public_jwk().to_members()] },
        });
        let client = RelyingParty::register(&test, members).await;
        assert!(client.secret.is_none());
        let now = test.app.clock.now().seconds();
        let id = client.client_id.as_str();
        let claims = json!({ "iss": id, "sub": id, "aud": test.app.config.issuer(), "exp": now + 300, "jti": "once" });
        let assertion = key.sign(JwsType::ClientAuthentication, &claims).expect("signed");
        let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        let (assertion, once) = (("client_assertion", assertion.as_str()), ("client_assertion_type", kind));
        for incomplete in [vec![GRANT, assertion], vec![GRANT, assertion, ("client_assertion_type", "x")], vec![GRANT, once]] {
            let reply = test.post_form("/oauth2/token", &incomplete).await;
            assert_eq!((reply.status.as_u16(), &reply.json()["error"]), (401, &json!("invalid_client")), "{algorithm}");
        }
        let reply = test.post_form("/oauth2/token", &[GRANT, assertion, once, ("client_id", id)]).await;
        assert_eq!(reply.status, 200, "{algorithm}: {}", reply.body);
    }
}

#[tokio::test]
async fn a_client_uses_only_grants_that_it_registered() {
    let test = start().await;
    let spa = RelyingParty::spa(&test).await;
    assert_eq!(spa.token(&[GRANT]).await.json()["error"], "unauthorized_client");
    let plain = RelyingParty::register(&test, json!({ "grant_types": ["authorization_code"] })).await;
    assert_eq!(plain.refresh("x").await.json()["error"], "unauthorized_client");
    let unknown = plain.token(&[("grant_type", "urn:ietf:params:oauth:grant-type:saml2-bearer")]).await;
    assert_eq!(unknown.json()["error"], "unsupported_grant_type");
}
