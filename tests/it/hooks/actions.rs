//! What actions are asked and told, and races with what they take time for.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use vestibule::store::{Store, users};

use super::{LOOPBACK, number, trail};
use crate::api::{Call, PASSWORD, assert_error, sign_up};
use crate::race::at_once::at_once;
use crate::storage::on_every_engine;
use crate::support::app::{Reply, START, TestApp};
use crate::support::receiver::{Answers, OLD_SECRET, Receiver, SECRET};
use crate::support::relying_party::set_disabled;

on_every_engine!(of_fifty_that_follow_one_link_one_is_asked_about, fifty_sign_ups_of_one_address_make_one_account);

const ANN: &str = "ann@example.test";

async fn post(test: &TestApp, path: &str, body: Value) -> Reply {
    Call::post(test, path, &body).in_browser("").send().await
}

fn account(email: &str) -> Value {
    json!({ "name": "Ann", "email": email, "password": PASSWORD })
}

#[tokio::test]
async fn a_question_is_a_signed_webhook_that_says_who_and_what() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let more = json!({ "previous_secret": OLD_SECRET });
    let actions = receiver.action_with(&["before_sign_up"], "refuse", &more);
    let test = TestApp::with(&[LOOPBACK, ("actions", &actions)]).await;
    post(&test, "/sign-up/email", account(ANN)).await;
    let seen = receiver.seen().pop().expect("it was asked");
    assert!(seen.is_signed_with(SECRET) && seen.is_signed_with(OLD_SECRET), "by the new secret and the old one");
    assert_eq!(seen.header("webhook-timestamp"), START.seconds().to_string());
    let question = seen.json();
    assert_eq!(question["id"], seen.header("webhook-id"));
    assert_eq!((&question["point"], &question["method"]), (&json!("before_sign_up"), &json!("password")));
    assert_eq!(question["time"], START.rfc3339());
    assert_eq!(question["user"]["email"], ANN);
    assert_eq!(question["asked"], json!({ "email": ANN, "name": "Ann", "image": null }));
    assert!(question["request"]["request_id"].is_string());
    assert!(!seen.body.contains(PASSWORD) && !seen.body.contains("argon2"), "no secret goes out");
}

#[tokio::test]
async fn a_question_about_a_new_account_tells_nobody_who_has_one() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let actions = receiver.action(&["before_sign_up"], "refuse");
    let values = [LOOPBACK, ("actions", actions.as_str()), ("registration.require_verified_email", "true")];
    let test = TestApp::with(&values).await;
    receiver.answers(Answers::allow());
    sign_up(&test, "ann").await;
    receiver.forget();
    for answers in [Answers::allow(), Answers::refuse()] {
        receiver.answers(answers);
        let known = post(&test, "/sign-up/email", account(ANN)).await;
        let unknown = post(&test, "/sign-up/email", account("eve@example.test")).await;
        assert_eq!(known.status, unknown.status);
        let keys = |reply: &Reply| reply.json().as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&known), keys(&unknown));
    }
    let asked: Vec<_> = receiver.seen().iter().map(|seen| seen.json()["user"]["email"].clone()).collect();
    assert_eq!(asked, [ANN, "eve@example.test", ANN, "eve@example.test"]);
}

#[tokio::test]
async fn actions_of_other_methods_have_no_say() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let actions = receiver.action_with(&["before_sign_up"], "refuse", &json!({ "methods": ["siwe"] }));
    let test = TestApp::with(&[LOOPBACK, ("actions", &actions)]).await;
    sign_up(&test, "ann").await;
    assert!(receiver.seen().is_empty());
}

#[tokio::test]
async fn who_is_disabled_while_the_action_thinks_is_not_signed_in() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action_with(&["before_sign_in"], "refuse", &json!({ "timeout_milliseconds": 10000 }));
    let test = Arc::new(TestApp::with(&[LOOPBACK, ("actions", &actions)]).await);
    sign_up(&test, "ann").await;
    let sessions = number(&test, "SELECT count(*) FROM sessions").await;
    receiver.forget();
    receiver.answers(Answers::Late(Duration::from_millis(700), json!({ "decision": "allow" }).to_string()));
    let signing_in = tokio::spawn({
        let test = Arc::clone(&test);
        async move { post(&test, "/sign-in/email", json!({ "email": ANN, "password": PASSWORD })).await }
    });
    while receiver.seen().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let mut unit = test.app.store.read("test").await.unwrap();
    let user = users::by_email(&mut unit, ANN).await.unwrap().unwrap();
    drop(unit);
    set_disabled(&test, &user, Some(test.app.clock.now())).await;
    assert_error(&signing_in.await.unwrap(), 403, "ACCOUNT_CHANGED");
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, sessions);
}

#[tokio::test]
async fn a_second_factor_is_asked_for_after_the_action() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action(&["before_sign_in"], "refuse");
    let test = TestApp::with(&[LOOPBACK, ("actions", &actions), ("two_factor.policy", "required")]).await;
    receiver.answers(Answers::refuse());
    let reply = post(&test, "/sign-up/email", account(ANN)).await;
    assert_error(&reply, 403, "NOT_OURS");
    assert_eq!(number(&test, "SELECT count(*) FROM pending_sign_ins").await, 0);
    receiver.answers(Answers::allow());
    let reply = post(&test, "/sign-in/email", json!({ "email": ANN, "password": PASSWORD })).await;
    assert_eq!(reply.json()["twoFactorRedirect"], true, "{}", reply.body);
}

/// The secret is spent first, so that one of fifty asks.
async fn of_fifty_that_follow_one_link_one_is_asked_about(store: Store) {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions =
        receiver.action_with(&["before_sign_up", "before_sign_in"], "refuse", &json!({ "timeout_milliseconds": 10000 }));
    let values = [LOOPBACK, ("actions", actions.as_str()), ("magic_link.enabled", "true")];
    let test = Arc::new(TestApp::on(store, &values).await);
    post(&test, "/sign-in/magic-link", json!({ "email": ANN })).await;
    let link = test.mailed_link(ANN).await;
    let replies = at_once(50, |_| {
        let (test, link) = (Arc::clone(&test), link.clone());
        async move {
            let reply = Call::get(&test, &link).with("accept", "application/json").send().await;
            reply.status == 200 || reply.status == 302 && !reply.location().contains("error=")
        }
    })
    .await;
    assert_eq!(replies.iter().filter(|came_in| **came_in).count(), 1);
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 1);
    assert_eq!(receiver.seen().len(), 2, "once about the account and once about the session");
}

async fn fifty_sign_ups_of_one_address_make_one_account(store: Store) {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action_with(&["before_sign_up"], "refuse", &json!({ "timeout_milliseconds": 10000 }));
    let test = Arc::new(TestApp::on(store, &[LOOPBACK, ("actions", actions.as_str())]).await);
    let replies = at_once(20, |_| {
        let test = Arc::clone(&test);
        async move { post(&test, "/sign-up/email", account(ANN)).await.status.as_u16() }
    })
    .await;
    assert_eq!(replies.iter().filter(|status| **status == 200).count(), 1, "{replies:?}");
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
    assert_eq!(trail(&test, "action.failed").await, Vec::<String>::new());
}
