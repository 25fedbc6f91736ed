//! Creating an account.

use super::{ADA, MUST_VERIFY, PASSWORD, follow_link, is_signed_in, person};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_new_account_is_signed_in() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let reply = browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
}

#[tokio::test]
async fn where_addresses_must_be_proved_the_link_comes_first() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let browser = test.browser();
    let reply = browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    let reply = browser.follow(reply).await;
    assert!(reply.body.contains("Check your mail") && reply.body.contains(ADA));
    assert!(!is_signed_in(&browser).await);
    let done = follow_link(&browser, &test.mailed_link(ADA).await).await;
    assert!(done.body.contains("Email confirmed"));
    assert!(done.body.contains("/sign-in?notice=email_verified"));
    assert!(browser.get("/sign-in?notice=email_verified").await.body.contains("Your email is confirmed."));
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn every_fault_is_told_at_its_field_and_what_was_typed_is_kept() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let page = browser.get("/sign-up").await;
    let fields = [("name", " "), ("email", "ada@"), ("password", "short")];
    let reply = browser.submit(&page, "/sign-up", &fields).await;
    assert_eq!(reply.status, 422);
    for field in ["name", "email", "password"] {
        assert!(reply.body.contains(&format!(r#"id="{field}-error""#)), "{field}");
    }
    assert!(reply.body.contains(r#"value="ada@""#) && !reply.body.contains("short\""));
    let long = "n".repeat(201);
    let reply = browser.submit(&page, "/sign-up", &[("name", &long), ("email", ADA), ("password", PASSWORD)]).await;
    assert!(reply.body.contains("Shorten the name to 200 characters."));
}

#[tokio::test]
async fn a_taken_address_is_told_where_the_operator_accepts_that() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let reply = test.browser().sign_up("Mallory", "Ada@example.test", PASSWORD).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("This email address already has an account."));
}

#[tokio::test]
async fn closed_means_closed() {
    let test = TestApp::with(&[("registration.sign_up", "off")]).await;
    let browser = test.browser();
    assert_eq!(browser.get("/sign-up").await.text_of("error-code").unwrap(), "sign_up_closed");
    let page = browser.get("/sign-in").await;
    assert!(!page.body.contains("/sign-up"));
    let fields = [("name", "Ada"), ("email", ADA), ("password", PASSWORD)];
    assert_eq!(browser.submit(&page, "/sign-up", &fields).await.status, 403);
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.status, 422);
}

#[tokio::test]
async fn the_mailbox_is_shown_in_dev_only() {
    let test = TestApp::dev(&MUST_VERIFY).await;
    let browser = test.browser();
    let reply = browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    let reply = browser.follow(reply).await;
    assert!(reply.body.contains(r#"href="/dev/mail""#));
    let test = TestApp::with(&MUST_VERIFY).await;
    let browser = test.browser();
    let reply = browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    let reply = browser.follow(reply).await;
    assert!(!reply.body.contains("/dev/mail"));
}
