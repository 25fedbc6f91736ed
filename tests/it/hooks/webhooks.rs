//! What webhooks say, when they are sent again, and what the operator does with them.

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::events::audit::AuditKind;
use vestibule::events::webhooks::{kinds, operate};
use vestibule::model::event_type::{EVENT_TYPES, TEST};

use super::{LOOPBACK, number};
use crate::api::{Call, PASSWORD, sign_up};
use crate::support::app::{START, TestApp};
use crate::support::receiver::{Answers, OLD_SECRET, Receiver, SECRET};

const ANN: &str = "ann@example.test";

async fn start(receiver: &Receiver, events: &[&str]) -> TestApp {
    TestApp::with(&[LOOPBACK, ("webhooks", &receiver.webhook(events)), ("accounts.delete", "true")]).await
}

fn taken() -> Answers {
    Answers::With(204, String::new())
}

#[test]
fn every_line_of_the_trail_is_an_event() {
    for kind in AuditKind::ALL {
        let event = kinds::event_type(kind);
        assert!(EVENT_TYPES.iter().any(|(name, _)| *name == event), "{kind:?}: {event}");
    }
    for (name, _) in EVENT_TYPES {
        assert!(name == TEST || AuditKind::ALL.iter().any(|kind| kinds::event_type(*kind) == name), "{name} never happens");
    }
}

#[tokio::test]
async fn an_event_is_a_signed_webhook_that_names_what_happened_and_no_secret() {
    let receiver = Receiver::answering(taken()).await;
    let test = start(&receiver, &["*"]).await;
    let cookies = sign_up(&test, "ann").await;
    let body = json!({ "currentPassword": PASSWORD, "newPassword": "another horse battery" });
    assert_eq!(Call::post(&test, "/change-password", &body).in_browser(&cookies).send().await.status, 200);
    test.deliver_hooks().await;
    let seen = receiver.seen();
    let types: Vec<String> = seen.iter().map(|seen| seen.json()["type"].as_str().unwrap().to_owned()).collect();
    for event in ["user.created", "session.created", "password.changed"] {
        assert!(types.iter().any(|its| its == event), "{event} in {types:?}");
    }
    let created = seen.iter().find(|seen| seen.json()["type"] == "user.created").unwrap();
    assert!(created.is_signed_with(SECRET) && created.is_signed_with(OLD_SECRET));
    assert_eq!(created.header("content-type"), "application/json");
    let event = created.json();
    assert_eq!(event["data"]["id"], created.header("webhook-id"));
    assert_eq!((&event["timestamp"], &event["data"]["cause"]), (&json!(START.rfc3339()), &json!("user.registered")));
    assert_eq!((&event["data"]["user"]["email"], &event["data"]["detail"]), (&json!(ANN), &json!({ "method": "password" })));
    let session = cookies.split(['=', '.', '%']).nth(2).unwrap_or(&cookies);
    for seen in &seen {
        let secrets = [PASSWORD, "another horse battery", "argon2", session];
        assert!(!secrets.iter().any(|secret| seen.body.contains(secret)), "{}", seen.body);
    }
    assert_eq!(number(&test, "SELECT count(*) FROM webhook_deliveries WHERE state <> 'delivered'").await, 0);
}

#[tokio::test]
async fn only_what_is_wanted_is_sent() {
    let receiver = Receiver::answering(taken()).await;
    let test = start(&receiver, &["user.*"]).await;
    sign_up(&test, "ann").await;
    test.deliver_hooks().await;
    let types: Vec<Value> = receiver.seen().iter().map(|seen| seen.json()["type"].clone()).collect();
    assert_eq!(types, ["user.created"]);
}

#[tokio::test]
async fn what_is_not_taken_is_sent_again_under_the_same_id_for_a_day() {
    let receiver = Receiver::answering(Answers::With(503, String::new())).await;
    let test = start(&receiver, &["user.created"]).await;
    sign_up(&test, "ann").await;
    test.deliver_hooks().await;
    test.deliver_hooks().await;
    assert_eq!(receiver.seen().len(), 1, "not before it is due again");
    for _ in 0..200 {
        test.advance(Duration::from_secs(15 * 60));
        test.deliver_hooks().await;
    }
    let seen = receiver.seen();
    assert_eq!(seen.len(), 11);
    assert!(seen.iter().all(|one| one.header("webhook-id") == seen[0].header("webhook-id") && one.body == seen[0].body));
    let first: i64 = seen[0].header("webhook-timestamp").parse().unwrap();
    let last: i64 = seen[10].header("webhook-timestamp").parse().unwrap();
    assert!((20..30).contains(&((last - first) / 3600)), "{} s", last - first);
    assert!(seen.iter().all(|one| one.is_signed_with(SECRET)), "each attempt has its own time");

    let failed = operate::deliveries(&test.app, true, 10).await.unwrap();
    assert_eq!((failed.len(), failed[0].last_status, failed[0].attempts), (1, Some(503), 11));
    receiver.answers(taken());
    receiver.forget();
    assert!(operate::replay(&test.app, &failed[0].id, test.app.clock.now()).await.unwrap());
    assert!(!operate::replay(&test.app, &failed[0].id, test.app.clock.now()).await.unwrap(), "it waits already");
    test.deliver_hooks().await;
    assert_eq!(receiver.seen()[0].header("webhook-id"), seen[0].header("webhook-id"));
    assert_eq!(operate::deliveries(&test.app, true, 10).await.unwrap().len(), 0);
}

#[tokio::test]
async fn what_is_gone_is_not_sent_again_and_redirects_are_not_followed() {
    let receiver = Receiver::answering(Answers::With(410, String::new())).await;
    let test = start(&receiver, &["user.created"]).await;
    sign_up(&test, "ann").await;
    test.deliver_hooks().await;
    assert_eq!(operate::deliveries(&test.app, true, 10).await.unwrap()[0].last_status, Some(410));
    receiver.answers(Answers::Elsewhere);
    receiver.forget();
    sign_up(&test, "eve").await;
    test.deliver_hooks().await;
    assert_eq!(receiver.seen().len(), 1, "the webhook goes on, and nothing went elsewhere");
    let newest = operate::deliveries(&test.app, false, 1).await.unwrap();
    assert_eq!((newest[0].state.as_str(), newest[0].last_status), ("waiting", Some(307)));
}

#[tokio::test]
async fn the_egress_policy_holds_for_webhooks() {
    let receiver = Receiver::answering(taken()).await;
    let test = TestApp::with(&[("webhooks", &receiver.webhook(&["*"]))]).await;
    sign_up(&test, "ann").await;
    test.deliver_hooks().await;
    assert!(receiver.seen().is_empty());
    let waiting = operate::deliveries(&test.app, false, 1).await.unwrap();
    assert_eq!(waiting[0].last_error.as_deref(), Some("the egress policy refuses the address"));
}

#[tokio::test]
async fn a_slow_receiver_delays_no_mail_and_no_other_receiver() {
    let slow = Receiver::answering(Answers::Late(Duration::from_secs(5), String::new())).await;
    let quick = Receiver::answering(taken()).await;
    let hook = |receiver: &Receiver, name: &str| {
        let mut hook: Value = serde_json::from_str(&receiver.webhook(&["*"])).unwrap();
        hook[0]["name"] = json!(name);
        hook[0].clone()
    };
    let hooks = json!([hook(&slow, "slow"), hook(&quick, "quick")]).to_string();
    let test = TestApp::with(&[LOOPBACK, ("webhooks", &hooks)]).await;
    sign_up(&test, "ann").await;
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    let mut jobs = vestibule::jobs::spawn(&test.app, &stopped);
    tokio::time::timeout(Duration::from_secs(3), async {
        while test.app.mailer.caught_mails().is_empty() || quick.seen().is_empty() || slow.seen().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await
    .expect("mail and the quick receiver do not wait for the slow one");
    jobs.shutdown().await;
}

#[tokio::test]
async fn what_was_told_of_somebody_goes_with_their_account() {
    let receiver = Receiver::answering(taken()).await;
    let test = start(&receiver, &["user.*"]).await;
    let cookies = sign_up(&test, "ann").await;
    test.deliver_hooks().await;
    let id = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json()["user"]["id"].clone();
    test.erase(&vestibule::model::ids::UserId::new(id.as_str().unwrap())).await;
    assert_eq!(number(&test, "SELECT count(*) FROM webhook_deliveries").await, 1, "only the news of it is left");
    test.deliver_hooks().await;
    let told = receiver.seen().pop().unwrap().json();
    assert_eq!((&told["type"], &told["data"]["user_id"], &told["data"]["user"]), (&json!("user.deleted"), &id, &Value::Null));
}

#[tokio::test]
async fn a_receiver_can_be_tried() {
    let receiver = Receiver::answering(taken()).await;
    let test = start(&receiver, &["user.created"]).await;
    let status = operate::test(&test.app, &test.app.config.webhooks[0], START).await.unwrap();
    assert_eq!(status, 204);
    let seen = receiver.seen().pop().unwrap();
    assert!(seen.is_signed_with(SECRET));
    assert_eq!(seen.json()["type"], TEST);
}
