//! People who say nothing about themselves, and what becomes of them.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::task::JoinSet;
use vestibule::jobs;
use vestibule::store::{Store, values};

use super::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::storage::on_every_engine;
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;

on_every_engine!(of_fifty_sign_ins_one_takes_the_anonymous_user_over, a_deletion_and_a_sign_in_agree);

const ON: [(&str, &str); 1] = [("anonymous.enabled", "true")];
const ADA: &str = "ada@example.test";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn post(test: &TestApp, path: &str, body: &serde_json::Value, cookies: &str) -> Reply {
    Call::post(test, path, body).in_browser(cookies).send().await
}

/// Somebody anonymous: their cookies and their id.
async fn anybody(test: &TestApp) -> (String, String) {
    let reply = post(test, "/sign-in/anonymous", &json!({}), "").await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    (cookies_of(&reply), reply.json()["user"]["id"].as_str().expect("an id").to_owned())
}

async fn who(test: &TestApp, cookies: &str) -> serde_json::Value {
    Call::get(test, "/get-session").in_browser(cookies).send().await.json()["user"].clone()
}

async fn count(test: &TestApp, sql: &'static str, value: &str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    unit.one(sql, &values![value]).await.unwrap().integer(0).unwrap()
}

/// How often somebody was linked to the anonymous user.
async fn links(test: &TestApp, anonymous: &str) -> i64 {
    let sql = "SELECT count(*) FROM audit_events WHERE kind = 'user.linked' AND detail = $1";
    count(test, sql, &json!({ "anonymous_user": anonymous }).to_string()).await
}

async fn exists(test: &TestApp, user: &str) -> bool {
    count(test, "SELECT count(*) FROM users WHERE id = $1", user).await == 1
}

#[tokio::test]
async fn somebody_anonymous_has_a_session_and_a_placeholder() {
    let test = TestApp::with(&ON).await;
    let (cookies, id) = anybody(&test).await;
    let user = who(&test, &cookies).await;
    assert_eq!((&user["id"], &user["isAnonymous"], &user["emailVerified"]), (&json!(id), &json!(true), &json!(false)));
    assert!(user["email"].as_str().unwrap().ends_with("@anonymous.placeholder.invalid"), "{user}");
    let again = post(&test, "/sign-in/anonymous", &json!({}), &cookies).await;
    assert_error(&again, 400, "ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY");
    assert_eq!(who(&test, &sign_up(&test, "ada").await).await["isAnonymous"], json!(false));
}

#[tokio::test]
async fn the_operator_names_the_domain_of_the_placeholders() {
    let test = TestApp::with(&[ON[0], ("anonymous.email_domain", "Guests.example")]).await;
    let (cookies, _) = anybody(&test).await;
    let email = who(&test, &cookies).await["email"].as_str().unwrap().to_owned();
    assert!(email.starts_with("temp-") && email.ends_with("@guests.example"), "{email}");
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    for path in ["/sign-in/anonymous", "/delete-anonymous-user"] {
        assert_eq!(Call::post(&test, path, &json!({})).send().await.status, 404);
    }
    assert!(who(&test, &sign_up(&test, "ada").await).await.get("isAnonymous").is_none());
}

#[tokio::test]
async fn foreign_pages_make_nobody_anonymous() {
    let test = TestApp::with(&ON).await;
    let call = Call::post(&test, "/sign-in/anonymous", &json!({})).with("origin", "https://evil.example");
    let reply = call.with("sec-fetch-site", "cross-site").with("sec-fetch-mode", "cors").send().await;
    assert_error(&reply, 403, "INVALID_ORIGIN");
}

#[tokio::test]
async fn whoever_signs_up_takes_their_anonymous_user_over() {
    let test = TestApp::with(&ON).await;
    let (cookies, id) = anybody(&test).await;
    let body = json!({ "name": "Ada", "email": ADA, "password": PASSWORD });
    let reply = post(&test, "/sign-up/email", &body, &cookies).await;
    assert_eq!(who(&test, &cookies_of(&reply)).await["email"], json!(ADA));
    assert!(!exists(&test, &id).await);
    assert_eq!(links(&test, &id).await, 1);
    assert!(who(&test, &cookies).await.is_null(), "the anonymous session is over");
}

#[tokio::test]
async fn a_refused_sign_in_changes_nothing() {
    let test = TestApp::with(&ON).await;
    sign_up(&test, "ada").await;
    let (cookies, id) = anybody(&test).await;
    let wrong = json!({ "email": ADA, "password": "not that one at all" });
    assert_error(&post(&test, "/sign-in/email", &wrong, &cookies).await, 401, "INVALID_EMAIL_OR_PASSWORD");
    assert_eq!(who(&test, &cookies).await["id"], json!(id));
    assert_eq!(links(&test, &id).await, 0);
}

#[tokio::test]
async fn a_page_takes_the_anonymous_user_over_as_a_call_does() {
    let test = TestApp::with(&ON).await;
    sign_up(&test, "ada").await;
    let (cookies, id) = anybody(&test).await;
    let browser = test.browser();
    for pair in cookies.split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(pair.0, pair.1);
    }
    let account = browser.get("/account/profile").await;
    assert!(account.location().starts_with("/sign-in"), "there is no account to look at: {}", account.status);
    assert_eq!(browser.get("/sign-in").await.status, 200, "the page asks who they are");
    browser.sign_in(ADA, PASSWORD).await;
    assert_eq!(browser.get("/account/profile").await.status, 200);
    assert!(!exists(&test, &id).await);
    assert_eq!(links(&test, &id).await, 1);
}

#[tokio::test]
async fn nobody_is_taken_over_while_a_second_factor_is_owed() {
    let test = TestApp::with(&[ON[0], ("two_factor.policy", "optional")]).await;
    let cookies = sign_up(&test, "ada").await;
    let enabled = post(&test, "/two-factor/enable", &json!({ "password": PASSWORD }), &cookies).await;
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    post(&test, "/two-factor/verify-totp", &json!({ "code": app.code(test.app.clock.now()) }), &cookies).await;
    test.advance(Duration::from_secs(30));

    let (cookies, id) = anybody(&test).await;
    let asked = post(&test, "/sign-in/email", &json!({ "email": ADA, "password": PASSWORD }), &cookies).await;
    assert_eq!(asked.json()["twoFactorRedirect"], json!(true));
    assert!(exists(&test, &id).await);
    let pending = cookies_of(&asked);
    let wrong = post(&test, "/two-factor/verify-totp", &json!({ "code": "000000" }), &pending).await;
    assert_eq!(wrong.status, 401);
    assert!(exists(&test, &id).await);
    assert_eq!(links(&test, &id).await, 0);
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(&test, "/two-factor/verify-totp", &code, &pending).await.status, 200);
    assert!(!exists(&test, &id).await);
    assert_eq!(links(&test, &id).await, 1);
}

#[tokio::test]
async fn a_session_that_is_over_links_nobody() {
    let test = TestApp::with(&ON).await;
    sign_up(&test, "ada").await;
    let (cookies, id) = anybody(&test).await;
    post(&test, "/sign-out", &json!({}), &cookies).await;
    post(&test, "/sign-in/email", &json!({ "email": ADA, "password": PASSWORD }), &cookies).await;
    assert!(exists(&test, &id).await);
    assert_eq!(links(&test, &id).await, 0);
}

#[tokio::test]
async fn nothing_is_mailed_to_a_placeholder() {
    let settings = [ON[0], ("magic_link.enabled", "true"), ("email_code.enabled", "true"), ("email_code.change_email", "true")];
    let test = TestApp::with(&settings).await;
    let (cookies, _) = anybody(&test).await;
    let email = who(&test, &cookies).await["email"].clone();
    for (path, body) in [
        ("/request-password-reset", json!({ "email": email })),
        ("/send-verification-email", json!({ "email": email })),
        ("/sign-in/magic-link", json!({ "email": email })),
        ("/email-otp/send-verification-otp", json!({ "email": email, "type": "sign-in" })),
        ("/email-otp/send-verification-otp", json!({ "email": email, "type": "email-verification" })),
        ("/email-otp/request-password-reset", json!({ "email": email })),
    ] {
        post(&test, path, &body, &cookies).await;
    }
    for path in ["/change-email", "/email-otp/request-email-change"] {
        let reply = post(&test, path, &json!({ "newEmail": "new@example.test" }), &cookies).await;
        assert_error(&reply, 400, "EMAIL_CAN_NOT_BE_UPDATED");
    }
    assert!(test.mails().await.is_empty());
}

#[tokio::test]
async fn somebody_anonymous_deletes_themselves() {
    let test = TestApp::with(&ON).await;
    for path in ["/delete-anonymous-user", "/delete-user"] {
        let (cookies, id) = anybody(&test).await;
        let reply = post(&test, path, &json!({}), &cookies).await;
        assert_eq!(reply.json()["success"], json!(true), "{path}: {}", reply.body);
        assert!(!exists(&test, &id).await);
    }
    let known = sign_up(&test, "ada").await;
    assert_error(&post(&test, "/delete-anonymous-user", &json!({}), &known).await, 403, "USER_IS_NOT_ANONYMOUS");
    assert_error(&post(&test, "/delete-anonymous-user", &json!({}), "").await, 401, "UNAUTHORIZED");
}

#[tokio::test]
async fn those_who_cannot_come_back_are_erased_in_time() {
    let test = TestApp::with(&[ON[0], ("anonymous.kept_seconds", "864000")]).await;
    sign_up(&test, "ada").await;
    let (_, gone) = anybody(&test).await;
    let (cookies, active) = anybody(&test).await;
    test.advance(6 * DAY);
    Call::get(&test, "/get-session").in_browser(&cookies).send().await;
    test.advance(3 * DAY);
    jobs::housekeeping(&test.app, test.app.clock.now()).await;
    assert!(exists(&test, &gone).await, "not yet old enough");
    test.advance(2 * DAY);
    jobs::housekeeping(&test.app, test.app.clock.now()).await;
    assert!(!exists(&test, &gone).await);
    assert!(exists(&test, &active).await, "their session lives");
    let mut unit = test.app.store.read("test").await.unwrap();
    assert_eq!(unit.one("SELECT count(*) FROM users", &[]).await.unwrap().integer(0).unwrap(), 2);
}

async fn of_fifty_sign_ins_one_takes_the_anonymous_user_over(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    sign_up(&test, "ada").await;
    sign_up(&test, "eve").await;
    let (cookies, id) = anybody(&test).await;
    let mut tries = JoinSet::new();
    for number in 0..50 {
        let (test, cookies) = (Arc::clone(&test), cookies.clone());
        let email = if number % 2 == 0 { ADA } else { "eve@example.test" };
        tries.spawn(async move {
            post(&test, "/sign-in/email", &json!({ "email": email, "password": PASSWORD }), &cookies).await.status.as_u16()
        });
    }
    let statuses = tries.join_all().await;
    assert!(statuses.iter().all(|status| [200, 503].contains(status)), "{statuses:?}");
    assert!(statuses.contains(&200));
    assert_eq!(links(&test, &id).await, 1);
    assert_eq!(count(&test, "SELECT count(*) FROM audit_events WHERE kind = 'user.erased' AND user_id = $1", &id).await, 1);
    assert!(!exists(&test, &id).await);
}

async fn a_deletion_and_a_sign_in_agree(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    sign_up(&test, "ada").await;
    for _ in 0..10 {
        let (cookies, id) = anybody(&test).await;
        let mut tries = JoinSet::new();
        for path in ["/sign-in/email", "/delete-anonymous-user"] {
            let (test, cookies) = (Arc::clone(&test), cookies.clone());
            tries.spawn(async move {
                post(&test, path, &json!({ "email": ADA, "password": PASSWORD }), &cookies).await.status.as_u16()
            });
        }
        let statuses = tries.join_all().await;
        assert!(statuses.contains(&200), "{statuses:?}");
        assert!(!exists(&test, &id).await);
        assert!(links(&test, &id).await <= 1);
        test.advance(Duration::from_secs(60));
    }
}
