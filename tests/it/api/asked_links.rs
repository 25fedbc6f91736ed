//! Mailed links in the browser that asked for them, after it was signed out.

use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use super::{Call, PASSWORD, cookies_of, sign_up};
use crate::support::app::{PUBLIC_URL, Reply, TestApp};

const ANN: &str = "ann@example.test";
const ASKED: &str = "vestibule.asked_";

/// As somebody does who clicks on it in a mail.
async fn open(test: &TestApp, method: Method, link: &str, cookies: &str) -> Reply {
    let call = Call::bare(test, method, link).with("accept", "text/html").with("sec-fetch-mode", "navigate");
    if cookies.is_empty() { call.send().await } else { call.with("cookie", cookies).send().await }
}

fn asks_first(reply: &Reply) -> bool {
    reply.status == 303 && reply.location().starts_with("/confirm-link?")
}

/// The cookie of an answer that remembers what was asked for, with its attributes.
fn set_cookie(reply: &Reply) -> String {
    let cookies = reply.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok());
    cookies.rev().find(|cookie| cookie.starts_with(ASKED)).expect("a cookie").to_owned()
}

/// It alone: what a browser shows whose session is over.
fn asked(reply: &Reply) -> String {
    set_cookie(reply).split(';').next().expect("a cookie").to_owned()
}

async fn ask_to_verify(test: &TestApp, email: &str) -> Reply {
    let body = json!({ "email": email, "callbackURL": "/welcome" });
    Call::post(test, "/send-verification-email", &body).in_browser("").send().await
}

async fn is_verified(test: &TestApp) -> bool {
    let body = json!({ "email": ANN, "password": PASSWORD });
    Call::post(test, "/sign-in/email", &body).send().await.json()["user"]["emailVerified"] == true
}

#[tokio::test]
async fn the_browser_that_asked_needs_no_second_click() {
    let test = TestApp::start().await;
    sign_up(&test, "ann").await;
    let cookie = asked(&ask_to_verify(&test, ANN).await);
    let link = test.mailed_link(ANN).await;
    assert!(asks_first(&open(&test, Method::HEAD, &link, &cookie).await), "looking is not opening");
    assert!(asks_first(&open(&test, Method::GET, &link, "").await), "another browser");
    assert!(!is_verified(&test).await);
    let opened = open(&test, Method::GET, &link, &cookie).await;
    assert_eq!((opened.status.as_u16(), opened.location()), (302, "/welcome"));
    assert!(is_verified(&test).await);
}

#[tokio::test]
async fn signing_up_asks_for_a_link_too() {
    let test = TestApp::with(&[("registration.require_verified_email", "true")]).await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD, "callbackURL": "/welcome" });
    let cookie = asked(&Call::post(&test, "/sign-up/email", &body).in_browser("").send().await);
    assert_eq!(open(&test, Method::GET, &test.mailed_link(ANN).await, &cookie).await.location(), "/welcome");
}

#[tokio::test]
async fn trying_to_sign_in_before_the_proof_asks_for_a_link_too() {
    let test = TestApp::with(&[("registration.require_verified_email", "true")]).await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD });
    Call::post(&test, "/sign-up/email", &body).send().await;
    test.mailed_link(ANN).await;
    let body = json!({ "email": ANN, "password": PASSWORD, "callbackURL": "/welcome" });
    let cookie = asked(&Call::post(&test, "/sign-in/email", &body).in_browser("").send().await);
    assert_eq!(open(&test, Method::GET, &test.mailed_link(ANN).await, &cookie).await.location(), "/welcome");
}

#[tokio::test]
async fn the_cookie_of_another_address_forged_ones_and_old_ones_do_not_help() {
    let test = TestApp::start().await;
    let session = sign_up(&test, "ann").await;
    let eve = asked(&ask_to_verify(&test, "eve@example.test").await);
    let own = asked(&ask_to_verify(&test, ANN).await);
    let link = test.mailed_link(ANN).await;
    let (name, value) = own.split_once('=').expect("a cookie");
    let (until, signature) = value.split_once('.').expect("a signed value");
    let later = until.parse::<i64>().expect("a time") + 1;
    let session_value = session.split(['=', ';']).nth(1).expect("a signed value");
    let change = json!({ "newEmail": "new@example.test" });
    let other_purpose = asked(&Call::post(&test, "/change-email", &change).in_browser(&session).send().await);
    let other_purpose = other_purpose.split_once('=').expect("a cookie").1;
    for cookie in [
        eve,
        format!("{name}="),
        format!("{name}={until}"),
        format!("{name}={later}.{signature}"),
        format!("{name}={}", value.to_lowercase()),
        format!("{name}={session_value}"),
        format!("{name}={other_purpose}"),
    ] {
        assert!(asks_first(&open(&test, Method::GET, &link, &cookie).await), "{cookie}");
    }
    test.app.clock.advance(Duration::from_secs(86_399));
    let renewed = ask_to_verify(&test, ANN).await;
    let link = test.mailed_link(ANN).await;
    test.app.clock.advance(Duration::from_secs(1));
    assert!(asks_first(&open(&test, Method::GET, &link, &own).await), "its time is over");
    assert_eq!(open(&test, Method::GET, &link, &asked(&renewed)).await.location(), "/welcome");
}

#[tokio::test]
async fn the_answer_looks_the_same_for_everybody() {
    let test = TestApp::start().await;
    sign_up(&test, "ann").await;
    let shape = |reply: &Reply| {
        let cookie = set_cookie(reply);
        let (_, attributes) = cookie.split_once(';').expect("attributes");
        let (name, value) = cookie.split_once('=').expect("a cookie");
        let until = value.split_once('.').expect("a signed value").0;
        (name.to_owned(), until.to_owned(), attributes.to_owned())
    };
    let known = shape(&ask_to_verify(&test, ANN).await);
    assert_eq!(known, shape(&ask_to_verify(&test, "nobody@example.test").await));
    assert_eq!(known.0, "vestibule.asked_verify_email");
    assert_eq!(known.2, " HttpOnly; SameSite=Lax; Path=/; Max-Age=86400");
    let program = Call::post(&test, "/send-verification-email", &json!({ "email": ANN })).send().await;
    assert_eq!(cookies_of(&program), "", "a program opens no links");
}

#[tokio::test]
async fn an_address_changes_by_two_links_in_the_browser_that_asked() {
    let test = TestApp::start().await;
    let session = sign_up(&test, "ann").await;
    Call::get(&test, &test.mailed_link(ANN).await).in_browser(&session).send().await;
    let body = json!({ "newEmail": "new@example.test", "callbackURL": "/done" });
    let cookie = asked(&Call::post(&test, "/change-email", &body).in_browser(&session).send().await);
    let confirmed = open(&test, Method::GET, &test.mailed_link(ANN).await, &cookie).await;
    assert_eq!(confirmed.location(), "/done");
    let link = test.mailed_link("new@example.test").await;
    test.app.clock.advance(Duration::from_secs(3600));
    assert!(asks_first(&open(&test, Method::HEAD, &link, &asked(&confirmed)).await));
    assert_eq!(open(&test, Method::GET, &link, &asked(&confirmed)).await.location(), "/done");
    let now = Call::get(&test, "/get-session").in_browser(&session).send().await.json();
    assert_eq!(now["user"]["email"], "new@example.test");
}

#[tokio::test]
async fn an_account_is_deleted_in_the_browser_that_asked_but_not_under_another_session() {
    let test = TestApp::start().await;
    let session = sign_up(&test, "ann").await;
    let stranger = sign_up(&test, "eve").await;
    let cookie = asked(&Call::post(&test, "/delete-user", &json!({ "callbackURL": "/bye" })).in_browser(&session).send().await);
    let link = test.mailed_link(ANN).await;
    assert!(asks_first(&open(&test, Method::HEAD, &link, &cookie).await));
    assert!(asks_first(&open(&test, Method::GET, &link, &format!("{stranger}; {cookie}")).await));
    assert!(asks_first(&open(&test, Method::GET, &link, "").await));
    assert_eq!(open(&test, Method::GET, &link, &cookie).await.location(), "/bye");
    let gone = Call::get(&test, "/get-session").in_browser(&session).send().await;
    assert_eq!(gone.body, "null");
}

#[tokio::test]
async fn a_reset_link_is_not_spent_whoever_opens_it() {
    let test = TestApp::start().await;
    sign_up(&test, "ann").await;
    let body = json!({ "email": ANN, "redirectTo": "/new" });
    let reply = Call::post(&test, "/request-password-reset", &body).in_browser("").send().await;
    assert_eq!(cookies_of(&reply), "");
    let link = test.mailed_link(ANN).await;
    let cookie = asked(&ask_to_verify(&test, ANN).await);
    for _ in 0..2 {
        let passed_on = open(&test, Method::GET, &link, &cookie).await;
        assert!(passed_on.location().starts_with(&format!("{PUBLIC_URL}/new?token=")), "{}", passed_on.location());
    }
}
