//! Phone numbers as JSON: codes, who they are for, single use, tries, and what becomes of the number.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use vestibule::store::{Store, phone_numbers, sessions, users};

use super::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::storage::on_every_engine;
use crate::support::app::{Reply, TestApp};
use crate::support::phones::{NUMBER, OTHER_NUMBER, PHONES, another, ask, texted_code, texts, with_phones};

on_every_engine!(
    of_fifty_that_use_one_code_one_is_signed_in,
    of_fifty_wrong_tries_three_are_heard,
    one_of_fifty_resets,
    one_account_gets_a_number
);

const NEW_PASSWORD: &str = "another good password";
const SIGN_UP: (&str, &str) = ("phone.sign_up", "true");

async fn post(test: &TestApp, path: &str, body: Value) -> Reply {
    Call::post(test, path, &body).send().await
}

async fn post_as(test: &TestApp, cookies: &str, path: &str, body: Value) -> Reply {
    Call::post(test, path, &body).in_browser(cookies).send().await
}

async fn verify(test: &TestApp, number: &str, code: &str) -> Reply {
    post(test, "/phone-number/verify", json!({ "phoneNumber": number, "code": code })).await
}

async fn code(test: &TestApp, number: &str) -> String {
    test.deliver_mail().await;
    assert_eq!(ask(test, number).await.json(), json!({ "message": "code sent" }));
    texted_code(test, number).await
}

/// Puts a number on the account of who is signed in.
async fn add(test: &TestApp, cookies: &str, number: &str) -> Reply {
    post_as(test, cookies, "/phone-number/send-otp", json!({ "phoneNumber": number })).await;
    let body = json!({ "phoneNumber": number, "code": texted_code(test, number).await, "updatePhoneNumber": true });
    post_as(test, cookies, "/phone-number/verify", body).await
}

/// Ann, with a number and a password.
async fn ann(test: &TestApp) -> String {
    let cookies = sign_up(test, "ann").await;
    let added = add(test, &cookies, NUMBER).await;
    assert_eq!((added.status.as_u16(), &added.json()["user"]["phoneNumber"]), (200, &json!(NUMBER)), "{}", added.body);
    cookies
}

async fn session(test: &TestApp, cookies: &str) -> Value {
    Call::get(test, "/get-session").in_browser(cookies).send().await.json()
}

#[tokio::test]
async fn a_code_makes_an_account_where_that_is_turned_on() {
    let test = with_phones(&[SIGN_UP]).await;
    let made = verify(&test, NUMBER, &code(&test, NUMBER).await).await;
    let user = &made.json()["user"];
    assert_eq!((user["email"].as_str(), user["emailVerified"].as_bool()), (Some("12015550123@phone.invalid"), Some(false)));
    assert_eq!((user["name"].as_str(), user["phoneNumberVerified"].as_bool()), (Some(NUMBER), Some(true)));
    assert!(session(&test, &cookies_of(&made)).await["session"].is_object());
    let again = verify(&test, NUMBER, &code(&test, NUMBER).await).await;
    assert_eq!(again.json()["user"]["id"], user["id"]);
}

#[tokio::test]
async fn an_unknown_number_is_answered_alike_and_sent_nothing_while_sign_up_is_off() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let (known, unknown) = (ask(&test, NUMBER).await, ask(&test, OTHER_NUMBER).await);
    assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
    assert_eq!((texts(&test, NUMBER).await, texts(&test, OTHER_NUMBER).await), (2, 0));
    for expected in ["INVALID_OTP", "INVALID_OTP", "INVALID_OTP"] {
        assert_error(&verify(&test, OTHER_NUMBER, "123456").await, 400, expected);
    }
    assert_error(&verify(&test, OTHER_NUMBER, "123456").await, 403, "TOO_MANY_ATTEMPTS");
    assert_error(&verify(&test, OTHER_NUMBER, "123456").await, 400, "OTP_NOT_FOUND");
    for number in [NUMBER, OTHER_NUMBER] {
        let asked = post(&test, "/phone-number/request-password-reset", json!({ "phoneNumber": number })).await;
        assert_eq!(asked.json(), json!({ "status": true }));
    }
    assert_eq!(texts(&test, OTHER_NUMBER).await, 0);
}

#[tokio::test]
async fn a_temporary_address_of_somebody_else_is_not_taken_over() {
    let test = with_phones(&[SIGN_UP]).await;
    let body = json!({ "name": "Squatter", "email": "12015550123@phone.invalid", "password": PASSWORD });
    let squatter = post(&test, "/sign-up/email", body).await.json();
    let made = verify(&test, NUMBER, &code(&test, NUMBER).await).await.json();
    assert_ne!(made["user"]["id"], squatter["user"]["id"]);
    assert!(made["user"]["email"].as_str().unwrap().starts_with("12015550123."), "{made}");
    assert!(test.mails().await.is_empty(), "nothing is mailed to such addresses");
}

#[tokio::test]
async fn a_number_is_on_one_account_and_only_who_asked_puts_it_there() {
    let test = with_phones(&[]).await;
    let ann = ann(&test).await;
    let bob = sign_up(&test, "bob").await;
    assert_error(&add(&test, &bob, NUMBER).await, 400, "PHONE_NUMBER_EXIST");
    // A code that Ann asked for puts nothing on Bob's account, whoever read it to him.
    post_as(&test, &ann, "/phone-number/send-otp", json!({ "phoneNumber": OTHER_NUMBER })).await;
    let body = json!({ "phoneNumber": OTHER_NUMBER, "code": texted_code(&test, OTHER_NUMBER).await, "updatePhoneNumber": true });
    assert_error(&post_as(&test, &bob, "/phone-number/verify", body.clone()).await, 400, "OTP_NOT_FOUND");
    assert_error(&post(&test, "/phone-number/verify", body).await, 401, "USER_NOT_FOUND");
    let moved = add(&test, &ann, OTHER_NUMBER).await;
    assert_eq!(moved.json()["user"]["phoneNumber"], OTHER_NUMBER);
    let told = test.mails().await;
    assert!(told.iter().any(|mail| mail.mail.subject.contains("phone number") && mail.mail.to.as_str() == "ann@example.test"));
    assert!(add(&test, &bob, NUMBER).await.status.is_success(), "the number is free again");
}

#[tokio::test]
async fn an_old_session_changes_no_number() {
    let test = with_phones(&[]).await;
    let ann = ann(&test).await;
    test.advance(Duration::from_secs(25 * 60 * 60));
    assert_error(&add(&test, &ann, OTHER_NUMBER).await, 403, "SESSION_NOT_FRESH");
    let cleared = post_as(&test, &ann, "/update-user", json!({ "phoneNumber": null })).await;
    assert_error(&cleared, 403, "SESSION_NOT_FRESH");
}

#[tokio::test]
async fn a_code_of_before_a_change_of_the_owner_is_worthless() {
    let test = with_phones(&[]).await;
    let ann = ann(&test).await;
    let otp = code(&test, NUMBER).await;
    assert!(post_as(&test, &ann, "/update-user", json!({ "phoneNumber": null })).await.status.is_success());
    assert_error(&verify(&test, NUMBER, &otp).await, 400, "OTP_NOT_FOUND");
    add(&test, &ann, NUMBER).await;
    let otp = code(&test, NUMBER).await;
    let body = json!({ "currentPassword": PASSWORD, "newPassword": NEW_PASSWORD });
    assert!(post_as(&test, &ann, "/change-password", body).await.status.is_success());
    assert_error(&verify(&test, NUMBER, &otp).await, 400, "OTP_NOT_FOUND");
}

#[tokio::test]
async fn only_the_newest_code_counts_and_for_five_minutes() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let first = code(&test, NUMBER).await;
    let second = code(&test, NUMBER).await;
    assert_error(&verify(&test, NUMBER, if first == second { another(&first) } else { &first }).await, 400, "INVALID_OTP");
    assert_eq!(verify(&test, NUMBER, &second).await.status, 200);
    let third = code(&test, NUMBER).await;
    test.advance(Duration::from_secs(300));
    assert_error(&verify(&test, NUMBER, &third).await, 400, "OTP_EXPIRED");
    assert_error(&verify(&test, NUMBER, &third).await, 400, "OTP_NOT_FOUND");
}

#[tokio::test]
async fn a_code_to_sign_in_resets_no_password_and_the_other_way_round() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let otp = code(&test, NUMBER).await;
    let reset = |otp: String| json!({ "phoneNumber": NUMBER, "otp": otp, "newPassword": NEW_PASSWORD });
    assert_error(&post(&test, "/phone-number/reset-password", reset(otp)).await, 400, "OTP_NOT_FOUND");
    post(&test, "/phone-number/request-password-reset", json!({ "phoneNumber": NUMBER })).await;
    let otp = texted_code(&test, NUMBER).await;
    let as_sign_in = verify(&test, NUMBER, &otp).await;
    assert!(["INVALID_OTP", "OTP_NOT_FOUND"].contains(&as_sign_in.json()["code"].as_str().unwrap()), "{}", as_sign_in.body);
    assert_eq!(post(&test, "/phone-number/reset-password", reset(otp)).await.json(), json!({ "status": true }));
}

#[tokio::test]
async fn a_reset_ends_sessions_and_proves_no_mailbox() {
    let test = with_phones(&[]).await;
    let ann = ann(&test).await;
    post(&test, "/phone-number/request-password-reset", json!({ "phoneNumber": NUMBER })).await;
    let otp = texted_code(&test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "otp": otp, "newPassword": NEW_PASSWORD });
    assert!(post(&test, "/phone-number/reset-password", body).await.status.is_success());
    assert_eq!(session(&test, &ann).await, Value::Null);
    let signed_in = post(&test, "/sign-in/phone-number", json!({ "phoneNumber": NUMBER, "password": NEW_PASSWORD })).await;
    assert_eq!(signed_in.json()["user"]["emailVerified"], false, "a text message says nothing of the address");
    let old = post(&test, "/sign-in/phone-number", json!({ "phoneNumber": NUMBER, "password": PASSWORD })).await;
    assert_error(&old, 401, "INVALID_PHONE_NUMBER_OR_PASSWORD");
}

#[tokio::test]
async fn guesses_of_a_password_count_together_by_whatever_name() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let mut last = 0;
    for round in 0..200 {
        let (path, body) = match round % 2 {
            0 => ("/sign-in/phone-number", json!({ "phoneNumber": NUMBER, "password": "wrong" })),
            _ => ("/sign-in/email", json!({ "email": "ann@example.test", "password": "wrong" })),
        };
        last = post(&test, path, body).await.status.as_u16();
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429);
    for (path, body) in [
        ("/sign-in/phone-number", json!({ "phoneNumber": NUMBER, "password": PASSWORD })),
        ("/sign-in/email", json!({ "email": "ann@example.test", "password": PASSWORD })),
    ] {
        assert_eq!(post(&test, path, body).await.status, 429, "{path}");
    }
}

#[tokio::test]
async fn the_only_way_in_is_not_given_up() {
    let test = with_phones(&[SIGN_UP]).await;
    let cookies = cookies_of(&verify(&test, NUMBER, &code(&test, NUMBER).await).await);
    let refused = post_as(&test, &cookies, "/update-user", json!({ "phoneNumber": null, "name": "Ann" })).await;
    assert_error(&refused, 400, "PHONE_NUMBER_CANNOT_BE_UPDATED");
    let user = session(&test, &cookies).await["user"].clone();
    assert_eq!((&user["phoneNumber"], &user["name"]), (&json!(NUMBER), &json!(NUMBER)), "all or nothing");
    post(&test, "/phone-number/request-password-reset", json!({ "phoneNumber": NUMBER })).await;
    let body = json!({ "phoneNumber": NUMBER, "otp": texted_code(&test, NUMBER).await, "newPassword": NEW_PASSWORD });
    assert!(post(&test, "/phone-number/reset-password", body).await.status.is_success());
    let signed_in = post(&test, "/sign-in/phone-number", json!({ "phoneNumber": NUMBER, "password": NEW_PASSWORD })).await;
    let cleared = post_as(&test, &cookies_of(&signed_in), "/update-user", json!({ "phoneNumber": null })).await;
    assert_eq!(cleared.json(), json!({ "status": true }));
}

#[tokio::test]
async fn no_body_sets_a_number() {
    let test = with_phones(&[]).await;
    let cookies = sign_up(&test, "ann").await;
    let update = |body: Value| post_as(&test, &cookies, "/update-user", body);
    assert_error(&update(json!({ "phoneNumber": NUMBER })).await, 400, "PHONE_NUMBER_CANNOT_BE_UPDATED");
    assert_error(&update(json!({ "phoneNumberVerified": true })).await, 400, "FIELD_NOT_ALLOWED");
    let body = json!({ "name": "Bob", "email": "bob@example.test", "password": PASSWORD, "phoneNumber": NUMBER });
    assert_error(&post(&test, "/sign-up/email", body).await, 400, "PHONE_NUMBER_CANNOT_BE_SET");
    let user = session(&test, &cookies).await["user"].clone();
    assert_eq!((&user["phoneNumber"], &user["phoneNumberVerified"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn who_is_disabled_gets_no_code_and_no_session() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let otp = code(&test, NUMBER).await;
    let now = test.app.clock.now();
    let mut unit = test.app.store.write("test").await.unwrap();
    let user = users::by_email(&mut unit, "ann@example.test").await.unwrap().unwrap();
    users::set_disabled(&mut unit, &user.id, Some(now), now).await.unwrap();
    unit.commit().await.unwrap();
    assert_error(&verify(&test, NUMBER, &otp).await, 403, "BANNED_USER");
    let before = texts(&test, NUMBER).await;
    ask(&test, NUMBER).await;
    assert_eq!(texts(&test, NUMBER).await, before);
}

/// Somebody signed up with Ann's address and put their own number on the account: proving the address takes that away.
#[tokio::test]
async fn whoever_proves_the_address_first_ends_the_number_of_a_squatter() {
    let values: Vec<_> = PHONES.into_iter().chain([("email_code.enabled", "true")]).collect();
    let test = TestApp::with(&values).await;
    ann(&test).await;
    post(&test, "/email-otp/send-verification-otp", json!({ "email": "ann@example.test", "type": "sign-in" })).await;
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).unwrap();
    let otp: String = mail.mail.subject.chars().take(7).filter(char::is_ascii_digit).collect();
    let owner = post(&test, "/sign-in/email-otp", json!({ "email": "ann@example.test", "otp": otp })).await;
    assert_eq!(owner.json()["user"]["phoneNumber"], Value::Null, "{}", owner.body);
    let squatter = post(&test, "/sign-in/phone-number", json!({ "phoneNumber": NUMBER, "password": PASSWORD })).await;
    assert_error(&squatter, 401, "INVALID_PHONE_NUMBER_OR_PASSWORD");
    let before = texts(&test, NUMBER).await;
    ask(&test, NUMBER).await;
    assert_eq!(texts(&test, NUMBER).await, before);
}

#[tokio::test]
async fn the_number_of_an_erased_account_is_free() {
    let test = with_phones(&[]).await;
    let ann = ann(&test).await;
    let mut unit = test.app.store.read("test").await.unwrap();
    let user = users::by_email(&mut unit, "ann@example.test").await.unwrap().unwrap();
    drop(unit);
    test.erase(&user.id).await;
    assert_eq!(session(&test, &ann).await, Value::Null);
    let bob = sign_up(&test, "bob").await;
    assert_eq!(add(&test, &bob, NUMBER).await.status, 200);
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    assert_eq!(ask(&test, NUMBER).await.status, 404);
    let cookies = sign_up(&test, "ann").await;
    assert!(session(&test, &cookies).await["user"].get("phoneNumber").is_none());
    let test = with_phones(&[("phone.password", "false"), ("phone.password_reset", "false")]).await;
    for path in ["/sign-in/phone-number", "/phone-number/request-password-reset", "/phone-number/reset-password"] {
        assert_eq!(post(&test, path, json!({})).await.status, 404, "{path}");
    }
}

async fn many(test: &Arc<TestApp>, path: &'static str, bodies: Vec<(String, Value)>) -> Vec<Reply> {
    let mut calls = JoinSet::new();
    for (cookies, body) in bodies {
        let test = Arc::clone(test);
        calls.spawn(async move { post_as(&test, &cookies, path, body).await });
    }
    calls.join_all().await
}

async fn start(store: Store, values: &[(&str, &str)]) -> Arc<TestApp> {
    let values: Vec<_> = PHONES.into_iter().chain(values.iter().copied()).collect();
    Arc::new(TestApp::on(store, &values).await)
}

async fn of_fifty_that_use_one_code_one_is_signed_in(store: Store) {
    let test = start(store, &[SIGN_UP]).await;
    for round in 0..2 {
        let body = json!({ "phoneNumber": NUMBER, "code": code(&test, NUMBER).await });
        let replies = many(&test, "/phone-number/verify", vec![(String::new(), body); 50]).await;
        assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1, "round {round}");
        assert!(replies.iter().all(|reply| [200, 400, 403].contains(&reply.status.as_u16())), "round {round}");
    }
    let mut unit = test.app.store.read("test").await.unwrap();
    assert_eq!(users::page(&mut unit, "", 10).await.unwrap().len(), 1, "the second code was for the account of the first");
    let user = users::page(&mut unit, "", 10).await.unwrap().remove(0);
    assert_eq!(sessions::live_of_user(&mut unit, &user.id, test.app.clock.now()).await.unwrap().len(), 2);
}

async fn of_fifty_wrong_tries_three_are_heard(store: Store) {
    let test = start(store, &[SIGN_UP]).await;
    let otp = code(&test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "code": another(&otp) });
    let replies = many(&test, "/phone-number/verify", vec![(String::new(), body); 50]).await;
    let heard = replies.iter().filter(|reply| reply.json()["code"] == "INVALID_OTP").count();
    assert_eq!(heard, 3);
    assert!(verify(&test, NUMBER, &otp).await.status.is_client_error());
}

async fn one_of_fifty_resets(store: Store) {
    let test = start(store, &[]).await;
    ann(&test).await;
    post(&test, "/phone-number/request-password-reset", json!({ "phoneNumber": NUMBER })).await;
    let otp = texted_code(&test, NUMBER).await;
    let bodies = (0..50).map(|number| {
        let password = format!("{NEW_PASSWORD} {number}");
        (String::new(), json!({ "phoneNumber": NUMBER, "otp": otp, "newPassword": password }))
    });
    let replies = many(&test, "/phone-number/reset-password", bodies.collect()).await;
    // Hashing has a short queue by design: some are told to come again.
    assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1);
}

/// Fifty people who all hold the phone put its number on their accounts at once.
async fn one_account_gets_a_number(store: Store) {
    let test = start(store, &[]).await;
    let mut bodies = Vec::new();
    for name in ["ann", "bob", "cid", "dan"] {
        bodies.push(sign_up(&test, name).await);
    }
    post_as(&test, &bodies[0], "/phone-number/send-otp", json!({ "phoneNumber": NUMBER })).await;
    let body = json!({ "phoneNumber": NUMBER, "code": texted_code(&test, NUMBER).await, "updatePhoneNumber": true });
    let calls = (0..48).map(|call| (bodies[call % 4].clone(), body.clone())).collect();
    let replies = many(&test, "/phone-number/verify", calls).await;
    let done = replies.iter().filter(|reply| reply.status == 200).count();
    assert!(done <= 1, "{done}");
    let mut unit = test.app.store.read("test").await.unwrap();
    let number = vestibule::model::phone_number::PhoneNumber::parse(NUMBER).unwrap();
    let owner = phone_numbers::owner(&mut unit, &number).await.unwrap();
    assert_eq!(owner.map(|owner| owner.email), (done == 1).then(|| "ann@example.test".to_owned()));
}
