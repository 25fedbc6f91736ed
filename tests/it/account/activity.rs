//! What happened to an account, and everything that is stored about its person.

use std::time::Duration;

use super::{EMAIL, PASSWORD, STALE, ada, allow, client, person, signed_in};
use crate::support::app::TestApp;

const PAGE: &str = "/account/activity";
const DATA: &str = "/account/data";

#[tokio::test]
async fn the_page_tells_in_words_what_happened_newest_first() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    test.advance(Duration::from_secs(60));
    let elsewhere = test.browser();
    elsewhere.sign_in(EMAIL, "a wrong password").await;
    let page = browser.get(PAGE).await;
    let (refused, signed_in) = (page.body.find("Sign-in refused"), page.body.find("Signed in"));
    assert!(refused.unwrap() < signed_in.unwrap(), "{}", page.body);
    assert!(page.body.contains("203.0.113.7"));
    assert!(!page.body.contains("activity-older"));
}

#[tokio::test]
async fn nobody_sees_what_happened_to_somebody_else() {
    let test = TestApp::start().await;
    ada(&test).await;
    test.browser().sign_in(EMAIL, "a wrong password").await;
    let grace = person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (browser, _) = signed_in(&test, &grace).await;
    let page = browser.get(PAGE).await;
    assert_eq!((page.body.matches("Signed in").count(), page.body.matches("Sign-in refused").count()), (1, 0));
    assert_eq!(test.browser().get(PAGE).await.location(), "/sign-in?return_to=%2Faccount%2Factivity");
}

#[tokio::test]
async fn older_lines_are_on_another_page() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    for _ in 0..60 {
        test.advance(Duration::from_secs(1));
        signed_in(&test, &user).await;
    }
    let page = browser.get(PAGE).await;
    assert_eq!(page.body.matches("Signed in").count(), 50);
    let (_, rest) = page.body.split_once("id=\"activity-older\" href=\"").unwrap();
    let older = browser.get(rest.split('"').next().unwrap()).await;
    assert_eq!(older.body.matches("Signed in").count(), 11);
    assert!(!older.body.contains("activity-older"));
    let odd = browser.get("/account/activity?before=yesterday").await;
    assert_eq!(odd.body.matches("Signed in").count(), 50, "a moment that is none is left out");
}

#[tokio::test]
async fn the_file_holds_everything_but_secrets() {
    let test = TestApp::start().await;
    let (browser, session, user) = ada(&test).await;
    let app = client(&test, "Fieldnotes").await;
    let tokens = allow(&test, &session, &app, "openid").await;
    let file = browser.get(DATA).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"account.json\"");
    assert_eq!(file.header("cache-control"), "no-store");
    let data = file.json();
    assert_eq!((&data["profile"]["email"], &data["profile"]["id"]), (&EMAIL.into(), &user.id.as_str().into()));
    assert_eq!(data["ways_in"][0]["provider"], "credential");
    assert_eq!(data["sessions"][0]["ip_address"], "203.0.113.7");
    assert_eq!(data["activity"][0]["kind"], "session.signed_in");
    for secret in [PASSWORD, "argon2", "password_hash", tokens.access.as_str(), tokens.refresh.as_str()] {
        assert!(!file.body.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn the_file_is_for_who_proved_lately_that_it_is_they() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    test.advance(STALE);
    assert_eq!(browser.get(DATA).await.location(), "/confirm-identity?return_to=%2Faccount%2Factivity");
    assert_eq!(test.browser().get(DATA).await.location(), "/sign-in?return_to=%2Faccount%2Factivity");
}
