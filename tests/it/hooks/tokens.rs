//! Claims of actions in ID tokens and UserInfo; tokens that an action is against.

use std::sync::Arc;

use serde_json::{Value, json};

use super::LOOPBACK;
use crate::support::app::TestApp;
use crate::support::devices::{self, TestDevice};
use crate::support::receiver::{Answers, Receiver};
use crate::support::relying_party::{RelyingParty, claims, person, sign_in, userinfo};

async fn start(receiver: &Receiver, more: &Value) -> Arc<TestApp> {
    let actions = receiver.action_with(&["token"], "refuse", more);
    Arc::new(TestApp::with(&[LOOPBACK, ("actions", &actions)]).await)
}

#[tokio::test]
async fn claims_are_added_and_none_is_replaced() {
    let added =
        json!({ "plan": "gold", "sub": "somebody", "email": "x@example.test", "iss": "https://evil.example", "acr": "9" });
    let receiver = Receiver::answering(Answers::changing(&added)).await;
    let test = start(&receiver, &json!({})).await;
    let app = RelyingParty::web(&test).await;
    let user = person(&test, "Ann").await;
    let browser = test.browser();
    sign_in(&test, &browser, &user).await;
    let tokens = app.tokens(&browser).await;
    let id_token = claims(tokens["id_token"].as_str().expect("an ID token"));
    assert_eq!((&id_token["plan"], &id_token["sub"]), (&json!("gold"), &json!(user.id)));
    assert_ne!(id_token["iss"], "https://evil.example");
    assert_ne!(id_token["acr"], "9");
    assert!(id_token.get("email").is_none_or(|email| email != "x@example.test"));
    let question = receiver.seen().pop().unwrap().json();
    assert_eq!((&question["client"]["id"], &question["user"]["id"]), (&json!(app.client_id), &json!(user.id)));
    assert_eq!(question["asked"]["grant_type"], "authorization_code");

    let answer = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
    assert_eq!((&answer["plan"], &answer["sub"]), (&json!("gold"), &json!(user.id)));

    receiver.answers(Answers::changing(&json!({ "plan": "silver" })));
    let refreshed = app.refresh(tokens["refresh_token"].as_str().unwrap()).await.json();
    assert_eq!(claims(refreshed["id_token"].as_str().unwrap())["plan"], "silver");
}

#[tokio::test]
async fn a_device_is_asked_about_like_every_other_grant() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let test = start(&receiver, &json!({})).await;
    let user = person(&test, "Ann").await;
    let browser = test.browser();
    sign_in(&test, &browser, &user).await;
    let device = TestDevice::of(&devices::app(&test, json!({})).await).await;
    devices::connect(&browser, &device).await;
    let refused = device.poll().await;
    assert_eq!((refused.status.as_u16(), &refused.json()["error"]), (403, &json!("access_denied")));
    receiver.answers(Answers::changing(&json!({ "plan": "gold" })));
    let tokens = device.tokens().await;
    assert_eq!(claims(tokens["id_token"].as_str().expect("nothing was spent"))["plan"], "gold");
    let question = receiver.seen().pop().unwrap().json();
    assert_eq!(question["asked"]["grant_type"], devices::DEVICE_CODE);
}

#[tokio::test]
async fn no_token_is_issued_that_an_action_is_against_and_nothing_is_spent() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let test = start(&receiver, &json!({})).await;
    let app = RelyingParty::web(&test).await;
    let user = person(&test, "Ann").await;
    let browser = test.browser();
    sign_in(&test, &browser, &user).await;
    let code = app.code(&browser).await;
    let refused = app.redeem(&code).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["error"]), (403, &json!("access_denied")));
    assert_eq!(refused.json()["error_description"], "NOT_OURS: Only for staff.");
    receiver.answers(Answers::With(500, String::new()));
    let refused = app.redeem(&code).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["error"]), (503, &json!("temporarily_unavailable")));
    receiver.answers(Answers::allow());
    assert_eq!(app.redeem(&code).await.status, 200);
}

#[tokio::test]
async fn a_client_that_acts_for_itself_is_asked_about_too() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let test = start(&receiver, &json!({})).await;
    let app = RelyingParty::register(&test, json!({ "grant_types": ["client_credentials"], "redirect_uris": [] })).await;
    let refused = app.token(&[("grant_type", "client_credentials")]).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["error"]), (403, &json!("access_denied")), "{}", refused.body);
    let question = receiver.seen().pop().unwrap().json();
    assert_eq!((&question["user"], &question["asked"]["grant_type"]), (&Value::Null, &json!("client_credentials")));
}

#[tokio::test]
async fn actions_of_other_clients_have_no_say() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let test = start(&receiver, &json!({ "clients": ["another"] })).await;
    let app = RelyingParty::web(&test).await;
    let user = person(&test, "Ann").await;
    let browser = test.browser();
    sign_in(&test, &browser, &user).await;
    assert_eq!(app.redeem(&app.code(&browser).await).await.status, 200);
    assert!(receiver.seen().is_empty());
}
