//! What the session of a device rests on: before it begins, and while it lives.

use std::sync::Arc;

use serde_json::json;

use super::{Device, FIVE_SECONDS, ON, assert_refused, get_session, own_app, start};
use crate::api::{Call, PASSWORD, cookies_of, sign_up};
use crate::hooks::LOOPBACK;
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::receiver::{Answers, Receiver};

/// What was let in and not yet fetched rests on who let it in.
#[tokio::test]
async fn what_waits_to_be_fetched_dies_with_what_it_rests_on() {
    type End = fn(Arc<TestApp>, String) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>>;
    let ends: [(&str, End); 3] = [
        ("the session ends", |test, cookies| {
            Box::pin(async move {
                assert_eq!(Call::post(&test, "/sign-out", &json!({})).in_browser(&cookies).send().await.status, 200)
            })
        }),
        ("the password changes", |test, cookies| {
            Box::pin(async move {
                let body = json!({ "currentPassword": PASSWORD, "newPassword": "another good password" });
                assert_eq!(Call::post(&test, "/change-password", &body).in_browser(&cookies).send().await.status, 200);
            })
        }),
        ("every session ends", |test, cookies| {
            Box::pin(async move {
                assert_eq!(Call::post(&test, "/revoke-sessions", &json!({})).in_browser(&cookies).send().await.status, 200);
            })
        }),
    ];
    for (what, end) in ends {
        let test = start().await;
        let app = own_app(&test, json!({})).await;
        let ann = sign_up(&test, "ann").await;
        let device = Device::ask(&test, &app.client_id).await;
        device.let_in(&test, &ann).await;
        end(Arc::clone(&test), ann).await;
        let reply = device.poll(&test).await;
        assert_eq!(reply.json()["error"], "invalid_grant", "{what}: {}", reply.body);
    }
}

/// Who hands over a session shows all that they have, also where a browser is trusted.
#[tokio::test]
async fn a_second_factor_is_shown_before_a_session_is_handed_over() {
    let test = Arc::new(TestApp::with(&[ON[0], ("two_factor.policy", "optional")]).await);
    let app = own_app(&test, json!({})).await;
    let cookies = sign_up(&test, "ann").await;
    let old = cookies_of(&sign_in(&test).await);
    let enabled = Call::post(&test, "/two-factor/enable", &json!({ "password": PASSWORD })).in_browser(&cookies).send().await;
    let authenticator = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let code = json!({ "code": authenticator.code(test.app.clock.now()) });
    let shown = Call::post(&test, "/two-factor/verify-totp", &code).in_browser(&cookies).send().await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    let device = Device::ask(&test, &app.client_id).await;
    device.open(&test, &old).await;
    assert_refused(&device.answer(&test, &old, "approve").await, 403, "insufficient_user_authentication");
    assert_refused(&device.poll(&test).await, 400, "authorization_pending");
    device.let_in(&test, &cookies_of(&shown)).await;
    test.advance(FIVE_SECONDS);
    let token = device.session(&test).await;
    let bearer = format!("Bearer {token}");
    let sensitive = Call::get(&test, "/list-sessions").with("authorization", &bearer).send().await;
    assert_eq!(sensitive.status, 200, "it proved both: {}", sensitive.body);
}

async fn sign_in(test: &TestApp) -> Reply {
    let body = json!({ "email": "ann@example.test", "password": PASSWORD });
    Call::post(test, "/sign-in/email", &body).send().await
}

/// The policy became stricter between the answer and the fetching: the gate of every sign-in is asked again.
#[tokio::test]
async fn an_app_that_demands_two_factors_is_given_none_for_one() {
    let test = start().await;
    let app = own_app(&test, json!({ "second_factor": "required" })).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    device.open(&test, &ann).await;
    assert_refused(&device.answer(&test, &ann, "approve").await, 403, "insufficient_user_authentication");
    assert_refused(&device.poll(&test).await, 400, "authorization_pending");
}

/// A spent code that is shown again ends the session that came of it, and access that is taken back ends it too.
#[tokio::test]
async fn what_ends_the_session_of_a_device() {
    let test = start().await;
    let app = own_app(&test, json!({})).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    device.let_in(&test, &ann).await;
    let token = device.session(&test).await;
    let other = Device::ask(&test, &app.client_id).await;
    other.let_in(&test, &ann).await;
    let others = other.session(&test).await;
    assert_refused(&device.poll(&test).await, 400, "invalid_grant");
    assert!(get_session(&test, &token).await.is_null());
    let user = get_session(&test, &others).await;
    assert!(user.is_object(), "that of another device goes on");
    assert!(!Call::get(&test, "/get-session").in_browser(&ann).send().await.json().is_null(), "and so does the browser's");

    let id = vestibule::model::ids::UserId::new(user["user"]["id"].as_str().unwrap());
    let client = vestibule::model::ids::ClientId::new(app.client_id.clone());
    let origin = vestibule::model::request_origin::RequestOrigin::default();
    let now = test.app.clock.now();
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "another good password", "revokeOtherSessions": true });
    let bearer = format!("Bearer {others}");
    let changed = Call::post(&test, "/change-password", &change).with("authorization", &bearer).send().await;
    let successor = changed.json()["token"].as_str().expect("a session in its place").to_owned();
    assert!(get_session(&test, &successor).await.is_object(), "it goes on under another name");
    assert!(vestibule::users::connected_apps::revoke(&test.app, &id, &client, &origin, now).await.unwrap());
    assert!(get_session(&test, &successor).await.is_null(), "and is that of the same device");
}

/// Actions that have a say in sign-ins have it in this one.
#[tokio::test]
async fn actions_are_asked() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action(&["before_sign_in"], "refuse");
    let test = Arc::new(TestApp::with(&[LOOPBACK, ("actions", &actions)]).await);
    let app = own_app(&test, json!({})).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    device.let_in(&test, &ann).await;
    receiver.answers(Answers::refuse());
    receiver.forget();
    let refused = device.poll(&test).await;
    assert_refused(&refused, 403, "access_denied");
    assert_eq!(refused.json()["error_description"], "NOT_OURS: Only for staff.");
    let question = receiver.seen()[0].json();
    assert_eq!((question["client"]["id"].as_str(), &question["asked"]["device"]), (Some(app.client_id.as_str()), &json!(true)));
    receiver.answers(Answers::allow());
    device.session(&test).await;
}
