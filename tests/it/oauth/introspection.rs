//! RFC 7662. Tokens of other clients stand in the attack battery (s26).

use std::time::Duration;

use serde_json::json;

use super::{alice_at_web, start, text};
use crate::support::relying_party::{RelyingParty, SCOPE};

#[tokio::test]
async fn what_is_said_about_a_token() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let now = test.app.clock.now().seconds();
    let reply = web.introspect(text(&tokens, "access_token")).await;
    assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-store"));
    let expected = json!({
        "active": true, "iss": test.app.config.issuer(), "client_id": web.client_id, "token_type": "Bearer", "scope": SCOPE,
        "sub": alice.id, "iat": now, "exp": now + 3600, "acr": "1", "amr": ["pwd"], "auth_time": now,
    });
    assert_eq!(reply.json(), expected);
    let refresh = web.introspect(text(&tokens, "refresh_token")).await.json();
    assert_eq!((&refresh["active"], &refresh["sub"]), (&json!(true), &json!(alice.id)));
    for hint in ["access_token", "refresh_token", "unknown"] {
        for name in ["access_token", "refresh_token"] {
            let fields = [("token", text(&tokens, name)), ("token_type_hint", hint)];
            assert_eq!(web.post("/oauth2/introspect", &fields).await.json()["active"], true, "{name} with hint {hint}");
        }
    }
}

#[tokio::test]
async fn what_does_not_live_is_inactive_and_nothing_more() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let inactive = json!({ "active": false });
    for token in ["unknown", text(&tokens, "id_token")] {
        assert_eq!(web.introspect(token).await.json(), inactive);
    }
    assert_eq!(web.introspect("").await.json()["error"], "invalid_request");
    let spent = text(&tokens, "refresh_token").to_owned();
    let second = web.refresh(&spent).await.json();
    assert_eq!(web.introspect(&spent).await.json(), inactive, "spent");
    assert_eq!(web.introspect(text(&second, "refresh_token")).await.json()["active"], true, "asking spends nothing");
    test.advance(Duration::from_secs(3600));
    assert_eq!(web.introspect(text(&second, "access_token")).await.json(), inactive, "expired");
}

#[tokio::test]
async fn a_client_by_itself() {
    let test = start().await;
    let members = json!({ "grant_types": ["client_credentials"], "redirect_uris": [], "client_credentials_scope": "reports" });
    let client = RelyingParty::register(&test, members).await;
    let tokens = client.token(&[("grant_type", "client_credentials")]).await.json();
    let answer = client.introspect(text(&tokens, "access_token")).await.json();
    assert_eq!((&answer["sub"], &answer["scope"]), (&json!(client.client_id), &json!("reports")));
}
