//! One client assertion, many uses (RFC 7523, section 3).

use axum::http::StatusCode;
use serde_json::json;
use vestibule::crypto::jws::JwsType;
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::model::signing_algorithm::SigningAlgorithm;
use vestibule::store::Store;

use super::MANY;
use super::at_once::at_once;
use super::world::{World, insert_client, one_winner};
use crate::storage::on_every_engine;
use crate::support::app::PUBLIC_URL;

on_every_engine!(an_assertion_is_accepted_once);

async fn an_assertion_is_accepted_once(store: Store) {
    let world = World::on(store).await;
    let key = SigningKey::generate(SigningAlgorithm::EdDsa, RsaSize::Bits2048).unwrap();
    let metadata = json!({
        "client_name": "Assertions",
        "redirect_uris": [],
        "token_endpoint_auth_method": "private_key_jwt",
        "grant_types": ["client_credentials"],
        "response_types": [],
        "scope": "",
        "client_credentials_scope": "reports",
        "jwks": { "keys": [key.public_jwk().to_members()] },
    });
    insert_client(world.store(), "assertions", &metadata).await;
    let claims = json!({
        "iss": "assertions", "sub": "assertions", "aud": PUBLIC_URL, "jti": "only once", "exp": world.now().seconds() + 60,
    });
    let assertion = key.sign(JwsType::Jwt, &claims).unwrap();
    let replies = at_once(MANY, |_| {
        let (world, assertion) = (world.clone(), assertion.clone());
        async move {
            let fields = [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", assertion.as_str()),
            ];
            world.test.post_form("/oauth2/token", &fields).await
        }
    })
    .await;
    assert_eq!(one_winner(&replies, "invalid_client").status, StatusCode::OK);
    assert_eq!(world.number("SELECT count(*) FROM access_tokens").await, 1);
}
