//! Mailed codes as JSON: single use, tries, separation by use.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use vestibule::store::Store;

use super::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::storage::on_every_engine;
use crate::support::app::{Reply, TestApp};

on_every_engine!(of_fifty_that_use_one_code_one_is_signed_in, of_fifty_wrong_tries_three_are_heard, one_of_fifty_resets);

const ON: [(&str, &str); 2] = [("email_code.enabled", "true"), ("email_code.change_email", "true")];
const ANN: &str = "ann@example.test";
const NEW: &str = "new@example.test";
const NEW_PASSWORD: &str = "another good password";

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

async fn post(test: &TestApp, path: &str, body: Value) -> Reply {
    Call::post(test, path, &body).send().await
}

/// Asks for a code and gives it, as the mail has it.
async fn code(test: &TestApp, email: &str, code_use: &str) -> String {
    test.deliver_mail().await;
    let sent = post(test, "/email-otp/send-verification-otp", json!({ "email": email, "type": code_use })).await;
    assert_eq!(sent.json(), json!({ "success": true }));
    newest_code(test, email).await
}

async fn newest_code(test: &TestApp, email: &str) -> String {
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.to.as_str() == email).expect("a mail was sent");
    mail.mail.subject.chars().take(7).filter(char::is_ascii_digit).collect()
}

fn wrong(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

async fn sign_in(test: &TestApp, code: &str) -> Reply {
    post(test, "/sign-in/email-otp", json!({ "email": ANN, "otp": code })).await
}

#[tokio::test]
async fn each_code_is_for_one_thing() {
    let test = start().await;
    sign_up(&test, "ann").await;
    let otp = code(&test, ANN, "sign-in").await;
    let verify = post(&test, "/email-otp/verify-email", json!({ "email": ANN, "otp": otp })).await;
    assert_error(&verify, 400, "INVALID_OTP");
    let body = json!({ "email": ANN, "otp": otp, "password": NEW_PASSWORD });
    assert_error(&post(&test, "/email-otp/reset-password", body).await, 400, "INVALID_OTP");
    let other = json!({ "email": NEW, "otp": otp, "type": "sign-in" });
    assert_error(&post(&test, "/email-otp/check-verification-otp", other).await, 400, "INVALID_OTP");
    for _ in 0..5 {
        let body = json!({ "email": ANN, "otp": otp, "type": "sign-in" });
        assert_eq!(post(&test, "/email-otp/check-verification-otp", body).await.json(), json!({ "success": true }));
    }
    assert_eq!(sign_in(&test, &otp).await.json()["user"]["email"], ANN);
    assert_error(&sign_in(&test, &otp).await, 400, "INVALID_OTP");
}

#[tokio::test]
async fn wrong_tries_are_counted_over_all_endpoints() {
    let test = start().await;
    let otp = code(&test, ANN, "sign-in").await;
    let bad = wrong(&otp);
    assert_error(&sign_in(&test, bad).await, 400, "INVALID_OTP");
    let check = json!({ "email": ANN, "otp": bad, "type": "sign-in" });
    assert_error(&post(&test, "/email-otp/check-verification-otp", check).await, 400, "INVALID_OTP");
    assert_error(&sign_in(&test, bad).await, 400, "INVALID_OTP");
    assert_error(&sign_in(&test, &otp).await, 403, "TOO_MANY_ATTEMPTS");
    assert_error(&sign_in(&test, &otp).await, 400, "INVALID_OTP");
}

#[tokio::test]
async fn an_address_is_proved_without_signing_in() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let otp = code(&test, ANN, "email-verification").await;
    let reply = post(&test, "/email-otp/verify-email", json!({ "email": ANN, "otp": otp })).await;
    assert_eq!((reply.json()["token"].clone(), reply.json()["user"]["emailVerified"].clone()), (Value::Null, json!(true)));
    assert_eq!(reply.header("set-cookie"), "");
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json();
    assert_eq!(session["user"]["emailVerified"], true, "the session goes on");
}

#[tokio::test]
async fn a_code_sets_a_password_and_ends_sessions() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let otp = code(&test, ANN, "forget-password").await;
    let reset = |password: &str| json!({ "email": ANN, "otp": otp, "password": password });
    assert_error(&post(&test, "/email-otp/reset-password", reset("short")).await, 400, "PASSWORD_TOO_SHORT");
    assert_eq!(post(&test, "/email-otp/reset-password", reset(NEW_PASSWORD)).await.json(), json!({ "success": true }));
    assert_eq!(Call::get(&test, "/get-session").in_browser(&cookies).send().await.body, "null");
    let old = post(&test, "/sign-in/email", json!({ "email": ANN, "password": PASSWORD })).await;
    assert_error(&old, 401, "INVALID_EMAIL_OR_PASSWORD");
    let new = post(&test, "/sign-in/email", json!({ "email": ANN, "password": NEW_PASSWORD })).await;
    assert_eq!(new.json()["user"]["emailVerified"], true);
}

#[tokio::test]
async fn an_address_changes_by_a_code_for_its_person_only() {
    let test = start().await;
    let (ann, eve) = (sign_up(&test, "ann").await, sign_up(&test, "eve").await);
    test.deliver_mail().await;
    let ask = Call::post(&test, "/email-otp/request-email-change", &json!({ "newEmail": NEW })).in_browser(&ann).send().await;
    assert_eq!(ask.json(), json!({ "success": true }));
    let otp = newest_code(&test, NEW).await;
    let body = json!({ "newEmail": NEW, "otp": otp });
    let foreign = Call::post(&test, "/email-otp/change-email", &body).in_browser(&eve).send().await;
    assert_error(&foreign, 400, "INVALID_OTP");
    let changed = Call::post(&test, "/email-otp/change-email", &body).in_browser(&ann).send().await;
    assert_eq!(changed.json(), json!({ "success": true }));
    let session = Call::get(&test, "/get-session").in_browser(&ann).send().await.json();
    assert_eq!((&session["user"]["email"], &session["user"]["emailVerified"]), (&json!(NEW), &json!(true)));
}

#[tokio::test]
async fn only_a_fresh_session_changes_the_address_and_only_where_that_is_on() {
    let test = start().await;
    let ann = sign_up(&test, "ann").await;
    test.advance(Duration::from_secs(2 * 24 * 60 * 60));
    let body = json!({ "newEmail": NEW });
    let stale = Call::post(&test, "/email-otp/request-email-change", &body).in_browser(&ann).send().await;
    assert_error(&stale, 403, "SESSION_NOT_FRESH");
    let off = TestApp::with(&ON[..1]).await;
    let ann = sign_up(&off, "ann").await;
    let refused = Call::post(&off, "/email-otp/request-email-change", &body).in_browser(&ann).send().await;
    assert_eq!((refused.status.as_u16(), refused.json()), (400, json!({ "message": "Change email with OTP is disabled" })));
}

#[tokio::test]
async fn nothing_tells_who_has_an_account() {
    let test = TestApp::with(&[ON[0], ("email_code.sign_up", "false")]).await;
    sign_up(&test, "ann").await;
    test.deliver_mail().await;
    for code_use in ["sign-in", "forget-password", "email-verification"] {
        let mut seen = Vec::new();
        for email in [ANN, "eve@example.test"] {
            let body = json!({ "email": email, "type": code_use });
            let mut answers = vec![post(&test, "/email-otp/send-verification-otp", body).await.body];
            test.deliver_mail().await;
            let bad = if email == ANN { wrong(&newest_code(&test, ANN).await) } else { "000000" };
            for _ in 0..5 {
                let body = json!({ "email": email, "type": code_use, "otp": bad });
                answers.push(post(&test, "/email-otp/check-verification-otp", body).await.body);
            }
            seen.push(answers);
        }
        assert_eq!(seen.first(), seen.last(), "{code_use}");
    }
}

#[tokio::test]
async fn a_foreign_page_signs_nobody_in() {
    let test = start().await;
    let otp = code(&test, ANN, "sign-in").await;
    let call = Call::post(&test, "/sign-in/email-otp", &json!({ "email": ANN, "otp": otp }));
    let reply = call.with("origin", "https://evil.example").with("sec-fetch-site", "cross-site").send().await;
    assert_eq!((reply.status.as_u16(), reply.header("set-cookie")), (403, ""));
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    for path in ["/sign-in/email-otp", "/email-otp/send-verification-otp", "/forget-password/email-otp"] {
        assert_eq!(post(&test, path, json!({ "email": ANN })).await.status, 404);
    }
}

/// Sends the same call fifty times at once.
async fn at_once(test: &Arc<TestApp>, path: &'static str, body: Value) -> Vec<(u16, String)> {
    let mut tries = JoinSet::new();
    for _ in 0..50 {
        let (test, body) = (Arc::clone(test), body.clone());
        tries.spawn(async move {
            let reply = post(&test, path, body).await;
            (reply.status.as_u16(), reply.json()["code"].as_str().unwrap_or_default().to_owned())
        });
    }
    tries.join_all().await
}

async fn of_fifty_that_use_one_code_one_is_signed_in(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let otp = code(&test, ANN, "sign-in").await;
    let answers = at_once(&test, "/sign-in/email-otp", json!({ "email": ANN, "otp": otp })).await;
    assert_eq!(answers.iter().filter(|(status, _)| *status == 200).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|(status, code)| *status == 200 || code == "INVALID_OTP"), "{answers:?}");
}

async fn of_fifty_wrong_tries_three_are_heard(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let otp = code(&test, ANN, "sign-in").await;
    let check = json!({ "email": ANN, "otp": wrong(&otp), "type": "sign-in" });
    let answers = at_once(&test, "/email-otp/check-verification-otp", check).await;
    assert!(answers.iter().all(|(_, code)| ["INVALID_OTP", "TOO_MANY_ATTEMPTS"].contains(&code.as_str())), "{answers:?}");
    assert!(answers.iter().any(|(_, code)| code == "TOO_MANY_ATTEMPTS"), "{answers:?}");
    assert_error(&sign_in(&test, &otp).await, 400, "INVALID_OTP");
}

async fn one_of_fifty_resets(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let cookies = sign_up(&test, "ann").await;
    let otp = code(&test, ANN, "forget-password").await;
    let body = json!({ "email": ANN, "otp": otp, "password": NEW_PASSWORD });
    let answers = at_once(&test, "/email-otp/reset-password", body).await;
    assert_eq!(answers.iter().filter(|(status, _)| *status == 200).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|(status, code)| [200, 503].contains(status) || code == "INVALID_OTP"), "{answers:?}");
    assert_eq!(Call::get(&test, "/get-session").in_browser(&cookies).send().await.body, "null");
    assert!(!cookies_of(&post(&test, "/sign-in/email", json!({ "email": ANN, "password": NEW_PASSWORD })).await).is_empty());
}
