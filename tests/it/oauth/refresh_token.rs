//! The refresh token grant (RFC 6749, section 6; OpenID Connect Core, section 12).

use std::time::Duration;

use serde_json::json;
use vestibule::model::ids::ClientId;
use vestibule::store::clients;

use super::{alice_at_web, start, text};
use crate::support::relying_party::{RelyingParty, claims, userinfo};

#[tokio::test]
async fn a_refresh_gives_new_tokens_for_the_same_person() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    let first = web.tokens(&browser).await;
    test.advance(Duration::from_secs(100));
    let reply = web.refresh(text(&first, "refresh_token")).await;
    assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-store"));
    let second = reply.json();
    for name in ["access_token", "refresh_token"] {
        assert_ne!(first[name], second[name], "{name}");
    }
    let (before, after) = (claims(text(&first, "id_token")), claims(text(&second, "id_token")));
    for name in ["iss", "sub", "aud", "auth_time", "sid"] {
        assert_eq!(before[name], after[name], "{name}");
    }
    assert_ne!(before["iat"], after["iat"]);
    assert!(after.get("nonce").is_none());
    assert_eq!(userinfo(&test, text(&second, "access_token")).await.json()["sub"], json!(alice.id));
}

#[tokio::test]
async fn without_offline_access_there_is_none() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let reply = web.authorize(&browser, &web.request().with("scope", "openid profile")).await;
    let tokens = web.redeem(&reply.location_parameter("code").expect("a code")).await.json();
    assert!(tokens.get("refresh_token").is_none());
    let plain = RelyingParty::register(&test, json!({ "grant_types": ["authorization_code"] })).await;
    let reply = plain.authorize(&browser, &plain.request()).await;
    let tokens = plain.redeem(&reply.location_parameter("code").expect("a code")).await.json();
    assert!(tokens.get("refresh_token").is_none(), "the client is not registered for the grant");
    assert_eq!(tokens["scope"], "openid profile email");
}

#[tokio::test]
async fn it_lives_beyond_the_session_and_not_beyond_its_time() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    browser.get(&format!("/oauth2/end-session?id_token_hint={}", text(&tokens, "id_token"))).await;
    let second = web.refresh(text(&tokens, "refresh_token")).await.json();
    assert!(second["refresh_token"].is_string(), "offline access outlives the session");
    test.advance(Duration::from_secs(30 * 24 * 3600));
    assert_eq!(web.refresh(text(&second, "refresh_token")).await.json()["error"], "invalid_grant", "expired");
}

#[tokio::test]
async fn a_scope_that_the_client_lost_is_gone() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let id = ClientId::new(web.client_id.as_str());
    let mut unit = test.app.store.write("test.client").await.expect("a unit");
    let client = clients::by_id(&mut unit, &id).await.expect("readable").expect("there").client;
    let mut metadata = client.metadata.clone();
    metadata.scope = "openid offline_access".to_owned();
    let now = test.app.clock.now();
    assert!(clients::set_metadata(&mut unit, &id, client.version, &metadata, now).await.expect("written"));
    unit.commit().await.expect("committed");
    let second = web.refresh(text(&tokens, "refresh_token")).await.json();
    assert_eq!(second["scope"], "openid offline_access");
    assert!(userinfo(&test, text(&second, "access_token")).await.json().get("email").is_none());
}

#[tokio::test]
async fn malformed_requests() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    assert_eq!(web.token(&[("grant_type", "refresh_token")]).await.json()["error"], "invalid_request");
    assert_eq!(web.refresh("").await.json()["error"], "invalid_request");
    assert_eq!(web.refresh("unknown").await.json()["error"], "invalid_grant");
    assert_eq!(web.refresh(text(&tokens, "access_token")).await.json()["error"], "invalid_grant");
    assert_eq!(web.refresh(text(&tokens, "refresh_token")).await.status, 200);
}
