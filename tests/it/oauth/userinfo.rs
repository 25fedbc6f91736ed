//! The UserInfo endpoint (OpenID Connect Core, section 5.3; RFC 6750).

use axum::body::Body;
use axum::http::Method;
use serde_json::json;

use super::{alice_at_web, start, text};
use crate::support::app::request;
use crate::support::relying_party::userinfo;

#[tokio::test]
async fn scopes_decide_about_claims() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    for (scope, expected) in [
        ("openid", json!({ "sub": alice.id })),
        ("openid email", json!({ "sub": alice.id, "email": "alice@example.test", "email_verified": true })),
        ("profile openid", json!({ "sub": alice.id, "name": "Alice", "updated_at": alice.updated_at.seconds() })),
    ] {
        let reply = web.authorize(&browser, &web.request().with("scope", scope)).await;
        let tokens = web.redeem(&reply.location_parameter("code").expect("a code")).await.json();
        let answer = userinfo(&test, text(&tokens, "access_token")).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"));
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.json(), expected, "{scope}");
    }
}

#[tokio::test]
async fn the_ways_to_send_a_token() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let token = text(&tokens, "access_token");
    let bearer = format!("Bearer {token}");
    assert_eq!(test.post_form_as("/oauth2/userinfo", &bearer, &[]).await.status, 200, "POST with the header");
    assert_eq!(test.post_form("/oauth2/userinfo", &[("access_token", token)]).await.status, 200, "in the form");
    let both = test.post_form_as("/oauth2/userinfo", &bearer, &[("access_token", token)]).await;
    assert_eq!((both.status.as_u16(), &both.json()["error"]), (400, &json!("invalid_request")));
    let in_query = test.get(&format!("/oauth2/userinfo?access_token={token}")).await;
    assert_eq!(in_query.status, 401, "never in the query");
    let nothing = test.get("/oauth2/userinfo").await;
    assert_eq!(nothing.status, 401);
    assert_eq!(nothing.header("www-authenticate"), "Bearer realm=\"vestibule\"", "no error where nothing was tried");
    let lower = request(Method::GET, "/oauth2/userinfo").header("authorization", format!("bearer {token}"));
    assert_eq!(test.send(lower.body(Body::empty()).expect("a request")).await.status, 200);
}

#[tokio::test]
async fn a_token_without_openid_is_not_enough() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let reply = web.authorize(&browser, &web.request().with("scope", "profile")).await;
    let tokens = web.redeem(&reply.location_parameter("code").expect("a code")).await.json();
    assert!(tokens.get("id_token").is_none());
    let answer = userinfo(&test, text(&tokens, "access_token")).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["error"]), (403, &json!("insufficient_scope")));
    assert!(answer.header("www-authenticate").contains("insufficient_scope"));
}

#[tokio::test]
async fn it_answers_scripts_of_any_origin_without_credentials() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let bearer = format!("Bearer {}", text(&tokens, "access_token"));
    let request =
        request(Method::GET, "/oauth2/userinfo").header("authorization", bearer).header("origin", "https://spa.example");
    let reply = test.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert_eq!(reply.header("access-control-allow-credentials"), "");
}
