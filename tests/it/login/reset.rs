//! A new password by mailed link.

use std::time::Duration;

use super::{ADA, BOB, MUST_VERIFY, PASSWORD, is_password, is_signed_in, parameter, person, reset_link};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

const NEW: &str = "another long password";

async fn reset(browser: &TestBrowser<'_>, link: &str, fields: &[(&str, &str)]) -> Reply {
    let page = browser.get(link).await;
    browser.submit(&page, "/reset-password", fields).await
}

fn is_dead(reply: &Reply) -> bool {
    reply.status == 410 && reply.text_of("error-code").as_deref() == Some("link_expired")
}

#[tokio::test]
async fn the_link_sets_the_password_and_ends_every_session() {
    let test = TestApp::start().await;
    let elsewhere = person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    let browser = test.browser();
    let page = browser.get(&link).await;
    assert!(page.body.contains(ADA) && page.body.contains("revoke_sessions"));
    let reply = browser.submit(&page, "/reset-password", &[("password", NEW), ("revoke_sessions", "on")]).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/sign-in?notice=password_reset"));
    assert!(browser.follow(reply).await.body.contains("Your password is changed."));
    assert!(!is_signed_in(&elsewhere).await);
    assert!(is_password(&test, ADA, NEW).await && !is_password(&test, ADA, PASSWORD).await);
    let mails = test.mails().await;
    assert!(mails.last().unwrap().mail.subject.contains("password"), "the owner is told");
}

#[tokio::test]
async fn other_sessions_go_on_if_that_was_asked_for() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    reset(&test.browser(), &link, &[("password", PASSWORD), ("revoke_sessions", "on")]).await;
    let elsewhere = test.browser();
    elsewhere.sign_in(ADA, PASSWORD).await;
    let link = reset_link(&test, ADA).await;
    assert_eq!(reset(&test.browser(), &link, &[("password", NEW)]).await.status, 303);
    assert!(is_signed_in(&elsewhere).await);
}

/// Somebody may have made an account for an address that is not theirs, and wait for its owner.
#[tokio::test]
async fn a_link_that_proves_the_address_first_ends_every_session_whatever_was_asked_for() {
    let test = TestApp::start().await;
    let squatter = person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    assert_eq!(reset(&test.browser(), &link, &[("password", NEW)]).await.status, 303);
    assert!(!is_signed_in(&squatter).await);
}

#[tokio::test]
async fn only_the_newest_unused_link_works_and_only_once() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let older = reset_link(&test, ADA).await;
    let newer = reset_link(&test, ADA).await;
    let browser = test.browser();
    assert!(is_dead(&browser.get(&older).await));
    let page = browser.get(&newer).await;
    assert_eq!(browser.submit(&page, "/reset-password", &[("password", NEW)]).await.status, 303);
    assert!(is_dead(&browser.get(&newer).await));
    let again = browser.submit(&page, "/reset-password", &[("password", "a third long password")]).await;
    assert!(is_dead(&again) && again.body.contains("/forgot-password"));
    assert!(is_password(&test, ADA, NEW).await);
}

#[tokio::test]
async fn a_link_dies_with_the_password_it_was_made_for() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    let browser = test.browser();
    let page = browser.get(&link).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let user = vestibule::store::users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    let now = test.app.clock.now();
    assert!(vestibule::store::users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await.unwrap());
    unit.commit().await.unwrap();
    assert!(is_dead(&browser.get(&link).await));
    assert!(is_dead(&browser.submit(&page, "/reset-password", &[("password", NEW)]).await));
    assert!(is_password(&test, ADA, PASSWORD).await);
}

#[tokio::test]
async fn a_link_ends_after_its_hour() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    test.advance(Duration::from_secs(3600));
    assert!(is_dead(&test.get(&link).await));
}

#[tokio::test]
async fn no_parameter_turns_a_link_to_another_person() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    person(&test, BOB).await;
    let link = reset_link(&test, ADA).await;
    let fields = [("password", NEW), ("email", BOB), ("user", BOB), ("user_id", BOB), ("identifier", BOB), ("subject", BOB)];
    assert_eq!(reset(&test.browser(), &link, &fields).await.status, 303);
    assert!(is_password(&test, ADA, NEW).await && is_password(&test, BOB, PASSWORD).await);
}

#[tokio::test]
async fn without_the_mailed_proof_nothing_changes() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    let verification = parameter(&test.mailed_link(ADA).await, "token");
    reset_link(&test, ADA).await;
    let browser = test.browser();
    let csrf = browser.get("/forgot-password").await.hidden("csrf").unwrap();
    let tokens = ["", "x", &"A".repeat(43), &csrf, &verification, ADA];
    for token in tokens {
        let fields = [("csrf", csrf.as_str()), ("token", token), ("password", NEW), ("email", ADA)];
        assert!(is_dead(&browser.post("/reset-password", &fields).await), "{token}");
    }
    assert!(is_dead(&browser.post("/reset-password", &[("csrf", &csrf), ("email", ADA), ("password", NEW)]).await));
    assert!(is_dead(&browser.post("/reset-password", &[("csrf", &csrf)]).await));
    let twice = [("csrf", csrf.as_str()), ("token", "x"), ("token", &verification), ("password", NEW)];
    assert_eq!(browser.post("/reset-password", &twice).await.status, 400);
    assert_eq!(test.browser().sign_in(ADA, NEW).await.status, 422);
}

#[tokio::test]
async fn a_faulty_password_does_not_spend_the_link() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    let browser = test.browser();
    let reply = reset(&browser, &link, &[("password", "short")]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("Use at least 8 characters."));
    let reply = browser.submit(&reply, "/reset-password", &[("password", NEW)]).await;
    assert_eq!(reply.status, 303);
}

#[tokio::test]
async fn a_reset_proves_the_address_too() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    assert_eq!(reset(&test.browser(), &link, &[("password", NEW)]).await.status, 303);
    assert!(is_password(&test, ADA, NEW).await);
}
