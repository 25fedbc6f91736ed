//! RFC 7009. Tokens of other clients stand in the attack battery (s26).

use serde_json::json;

use super::{alice_at_web, start, text};
use crate::support::relying_party::{RelyingParty, userinfo};

#[tokio::test]
async fn an_access_token_alone() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let reply = web.revoke(text(&tokens, "access_token")).await;
    assert_eq!((reply.status.as_u16(), reply.body.as_str()), (200, ""));
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.status, 401);
    assert_eq!(web.refresh(text(&tokens, "refresh_token")).await.status, 200, "the refresh token lives");
}

#[tokio::test]
async fn a_refresh_token_with_all_that_came_of_its_grant() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let first = web.tokens(&browser).await;
    let second = web.refresh(text(&first, "refresh_token")).await.json();
    assert_eq!(web.revoke(text(&second, "refresh_token")).await.status, 200);
    assert_eq!(web.refresh(text(&second, "refresh_token")).await.json()["error"], "invalid_grant");
    for tokens in [&first, &second] {
        assert_eq!(userinfo(&test, text(tokens, "access_token")).await.status, 401);
    }
    let page = browser.get(&web.request().with("prompt", "none").path()).await;
    assert!(page.location_parameter("code").is_some(), "what the person allowed stands");
}

#[tokio::test]
async fn unknown_tokens_and_public_clients() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    for token in ["unknown", "a.b.c"] {
        assert_eq!(web.revoke(token).await.status, 200, "section 2.2: an unknown token is answered like a revoked one");
    }
    assert_eq!(web.post("/oauth2/revoke", &[]).await.json()["error"], "invalid_request");
    let anonymous = test.post_form("/oauth2/revoke", &[("token", "x")]).await;
    assert_eq!((anonymous.status.as_u16(), &anonymous.json()["error"]), (401, &json!("invalid_client")));
    let spa = RelyingParty::spa(&test).await;
    let tokens = spa.tokens(&browser).await;
    assert_eq!(spa.revoke(text(&tokens, "access_token")).await.status, 200);
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.status, 401);
}
