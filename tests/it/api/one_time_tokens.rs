//! One-time tokens: a session goes over to another origin, once.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::task::JoinSet;
use vestibule::store::Store;

use super::{Call, cookies_of, sign_up};
use crate::storage::on_every_engine;
use crate::support::app::{Reply, TestApp};

on_every_engine!(of_fifty_exchanges_one_succeeds);

const ON: [(&str, &str); 1] = [("one_time_token.enabled", "true")];

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

async fn generate(test: &TestApp, cookies: &str) -> String {
    let reply = Call::get(test, "/one-time-token/generate").in_browser(cookies).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["token"].as_str().expect("a token").to_owned()
}

async fn verify(test: &TestApp, token: &str) -> Reply {
    Call::post(test, "/one-time-token/verify", &json!({ "token": token })).in_browser("").send().await
}

/// Clients know no code for it, only these words.
fn refused(reply: &Reply, message: &str) {
    assert_eq!((reply.status.as_u16(), reply.json()), (400, json!({ "message": message })));
}

async fn who(test: &TestApp, cookies: &str) -> String {
    Call::get(test, "/get-session").in_browser(cookies).send().await.body
}

#[tokio::test]
async fn another_browser_gets_the_same_session() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let reply = verify(&test, &generate(&test, &cookies).await).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(who(&test, &cookies_of(&reply)).await, who(&test, &cookies).await);
    assert_eq!(reply.body, who(&test, &cookies).await);
    let mut unit = test.app.store.read("test").await.unwrap();
    let carried = "SELECT count(*) FROM audit_events WHERE kind = 'session.carried_over'";
    assert_eq!(unit.one(carried, &[]).await.unwrap().integer(0).unwrap(), 1);
}

#[tokio::test]
async fn each_token_works_once_and_beside_others() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let (first, second) = (generate(&test, &cookies).await, generate(&test, &cookies).await);
    assert_eq!(verify(&test, &first).await.status, 200);
    refused(&verify(&test, &first).await, "Invalid token");
    assert_eq!(verify(&test, &second).await.status, 200);
}

#[tokio::test]
async fn a_token_lives_for_three_minutes() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let token = generate(&test, &cookies).await;
    test.advance(Duration::from_secs(180));
    refused(&verify(&test, &token).await, "Invalid token");
}

#[tokio::test]
async fn a_token_does_not_outlive_its_session() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let token = generate(&test, &cookies).await;
    let signed_out = Call::post(&test, "/sign-out", &json!({})).in_browser(&cookies).send().await;
    assert_eq!(signed_out.status, 200);
    let reply = verify(&test, &token).await;
    refused(&reply, "Session not found");
    assert_eq!(reply.header("set-cookie"), "");
}

#[tokio::test]
async fn only_who_is_signed_in_gets_a_token() {
    let test = start().await;
    assert_eq!(Call::get(&test, "/one-time-token/generate").in_browser("").send().await.status, 401);
    refused(&verify(&test, "never made").await, "Invalid token");
}

#[tokio::test]
async fn a_foreign_page_signs_nobody_in() {
    let test = start().await;
    let cookies = sign_up(&test, "eve").await;
    let token = generate(&test, &cookies).await;
    let call = Call::post(&test, "/one-time-token/verify", &json!({ "token": token }));
    let reply = call.with("origin", "https://evil.example").with("sec-fetch-site", "cross-site").send().await;
    assert_eq!(reply.status, 403, "{}", reply.body);
    assert_eq!(reply.header("set-cookie"), "");
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    assert_eq!(Call::get(&test, "/one-time-token/generate").in_browser(&cookies).send().await.status, 404);
    assert_eq!(verify(&test, "any").await.status, 404);
}

async fn of_fifty_exchanges_one_succeeds(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let cookies = sign_up(&test, "ann").await;
    let token = generate(&test, &cookies).await;
    let mut exchanges = JoinSet::new();
    for _ in 0..50 {
        let (test, token) = (Arc::clone(&test), token.clone());
        exchanges.spawn(async move { verify(&test, &token).await.status.as_u16() });
    }
    let statuses = exchanges.join_all().await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 400].contains(status)), "{statuses:?}");
}
