//! How many reset and verification mails anybody can have sent to an address.

use std::time::Duration;

use super::{ADA, MUST_VERIFY, PASSWORD, follow_link, person};
use crate::support::app::{TestApp, json_request};

const NOBODY: &str = "nobody@example.test";

async fn sent_to(test: &TestApp, address: &str) -> usize {
    test.mails().await.iter().filter(|mail| mail.mail.to.as_str() == address).count()
}

async fn asks(test: &TestApp, path: &str, email: &str) -> (u16, String) {
    let reply = test
        .send(json_request("POST", &format!("/api/auth{path}"), &serde_json::json!({ "email": email, "redirectTo": "/new" })))
        .await;
    (reply.status.as_u16(), reply.body)
}

#[tokio::test]
async fn more_reset_links_than_five_in_a_quarter_of_an_hour_are_not_mailed_and_nobody_is_told() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    test.deliver_mail().await;
    let before = sent_to(&test, ADA).await;
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(asks(&test, "/request-password-reset", ADA).await);
        answers.push(asks(&test, "/request-password-reset", NOBODY).await);
        // What is owed at one instant is sent in no order, and the newest link is the one that works.
        test.deliver_mail().await;
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "one answer for all: {answers:?}");
    assert_eq!(sent_to(&test, ADA).await - before, 5);
    assert_eq!(sent_to(&test, NOBODY).await, 0);
    let link = test.mailed_link(ADA).await;
    let opened = test.get(&link).await;
    assert!(opened.location().contains("token="), "what was mailed goes on working: {}", opened.location());
    test.advance(Duration::from_secs(15 * 60));
    asks(&test, "/request-password-reset", ADA).await;
    assert_eq!(sent_to(&test, ADA).await - before, 6);
}

#[tokio::test]
async fn more_verification_links_than_five_are_not_mailed_whoever_asks() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    test.deliver_mail().await;
    let before = sent_to(&test, ADA).await;
    for _ in 0..4 {
        assert_eq!(asks(&test, "/send-verification-email", ADA).await, asks(&test, "/send-verification-email", NOBODY).await);
    }
    for _ in 0..4 {
        assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.status, test.browser().sign_in(ADA, PASSWORD).await.status);
    }
    assert!(sent_to(&test, ADA).await - before <= 5);
    let done = follow_link(&test.browser(), &test.mailed_link(ADA).await).await;
    assert!(done.body.contains("Email confirmed"));
}

#[tokio::test]
async fn reset_and_verification_mails_have_budgets_of_their_own() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    test.deliver_mail().await;
    let before = sent_to(&test, ADA).await;
    for _ in 0..6 {
        asks(&test, "/request-password-reset", ADA).await;
        asks(&test, "/send-verification-email", ADA).await;
    }
    assert_eq!(sent_to(&test, ADA).await - before, 10);
}
