//! What counts as an answer, and what holds when there is none.

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::events::actions::answer::{Answer, read};

use super::{LOOPBACK, trail};
use crate::api::{Call, PASSWORD, assert_error};
use crate::support::app::{Reply, TestApp};
use crate::support::receiver::{Answers, Receiver, SECRET};

async fn sign_up(test: &TestApp) -> Reply {
    let body = json!({ "name": "Ann", "email": "ann@example.test", "password": PASSWORD });
    Call::post(test, "/sign-up/email", &body).send().await
}

fn silences() -> [(&'static str, Answers); 8] {
    let allow = json!({ "decision": "allow" }).to_string();
    [
        ("slow", Answers::Late(Duration::from_secs(3), allow.clone())),
        ("elsewhere", Answers::Elsewhere),
        ("huge", Answers::With(200, format!("{{\"decision\":\"allow\",\"message\":\"{}\"}}", "x".repeat(100_000)))),
        ("no JSON", Answers::With(200, "allow".to_owned())),
        ("no decision", Answers::json(&json!({ "message": "Hello." }))),
        ("unknown member", Answers::json(&json!({ "decision": "allow", "admin": true }))),
        ("an error", Answers::With(500, allow.clone())),
        ("nothing", Answers::With(204, String::new())),
    ]
}

#[tokio::test]
async fn silence_is_what_the_operator_says_it_is() {
    for (name, answers) in silences() {
        let receiver = Receiver::answering(answers).await;
        let closed = receiver.action(&["before_sign_up"], "refuse");
        let test = TestApp::with(&[LOOPBACK, ("actions", &closed)]).await;
        let refused = sign_up(&test).await;
        assert_error(&refused, 403, "ACTION_UNAVAILABLE");
        assert_eq!(trail(&test, "action.failed").await, [r#"{"action":"rule","point":"before_sign_up"}"#], "{name}");

        let open = receiver.action(&["before_sign_up"], "go_on");
        let test = TestApp::with(&[LOOPBACK, ("actions", &open)]).await;
        assert_eq!(sign_up(&test).await.status, 200, "{name}");
        assert!(receiver.seen().iter().all(|seen| seen.is_signed_with(SECRET)), "{name}: no redirect was followed");
    }
}

#[tokio::test]
async fn the_egress_policy_holds_for_actions() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let test = TestApp::with(&[("actions", &receiver.action(&["before_sign_up"], "refuse"))]).await;
    assert_error(&sign_up(&test).await, 403, "ACTION_UNAVAILABLE");
    assert!(receiver.seen().is_empty());
}

#[test]
fn answers_are_read_strictly() {
    let text = |value: Value| read(value.to_string().as_bytes());
    assert_eq!(text(json!({ "decision": "allow" })), Ok(Answer::Allow(serde_json::Map::new())));
    let Ok(Answer::Refuse { code, message }) = text(json!({ "decision": "refuse" })) else { panic!("a refusal") };
    assert_eq!((code.as_str(), message.as_str()), ("REFUSED_BY_ACTION", "This is not allowed here."));
    for bad in [
        json!({}),
        json!({ "decision": "maybe" }),
        json!({ "decision": true }),
        json!({ "decision": "allow", "changes": [] }),
        json!({ "decision": "refuse", "code": "lower case" }),
        json!({ "decision": "refuse", "message": "two\nlines" }),
        json!({ "decision": "refuse", "message": "x".repeat(301) }),
        json!([{ "decision": "allow" }]),
    ] {
        assert!(text(bad.clone()).is_err(), "{bad}");
    }
    assert!(read(br#"{"decision":"refuse","decision":"allow"}"#).is_err(), "of two decisions none counts");
}
