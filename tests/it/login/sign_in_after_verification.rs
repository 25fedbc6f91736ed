//! Where the link that proves an address signs in too: the browser that asked for it, and no other.

use super::{ADA, BOB, MUST_VERIFY, PASSWORD, follow_link, is_signed_in, person};
use crate::support::app::TestApp;

const SIGNS_IN: [(&str, &str); 2] = [MUST_VERIFY[0], ("registration.sign_in_after_verification", "true")];

#[tokio::test]
async fn the_browser_that_signed_up_goes_in() {
    let test = TestApp::with(&SIGNS_IN).await;
    let browser = person(&test, ADA).await;
    assert!(!is_signed_in(&browser).await);
    let done = follow_link(&browser, &test.mailed_link(ADA).await).await;
    assert!(done.body.contains("Email confirmed") && done.body.contains("href=\"/account\""));
    assert!(is_signed_in(&browser).await);
}

#[tokio::test]
async fn so_does_the_browser_that_tried_to_sign_in() {
    let test = TestApp::with(&SIGNS_IN).await;
    person(&test, ADA).await;
    test.deliver_mail().await;
    let browser = test.browser();
    browser.sign_in(ADA, PASSWORD).await;
    follow_link(&browser, &test.mailed_link(ADA).await).await;
    assert!(is_signed_in(&browser).await);
}

#[tokio::test]
async fn another_browser_proves_the_address_and_stays_out() {
    let test = TestApp::with(&SIGNS_IN).await;
    person(&test, ADA).await;
    let link = test.mailed_link(ADA).await;
    let other = person(&test, BOB).await;
    let done = follow_link(&other, &link).await;
    assert!(done.body.contains("Email confirmed") && done.body.contains("/sign-in?notice=email_verified"));
    assert!(!is_signed_in(&other).await);
    assert_eq!(other.sign_in(ADA, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn without_the_switch_nobody_goes_in() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let browser = person(&test, ADA).await;
    follow_link(&browser, &test.mailed_link(ADA).await).await;
    assert!(!is_signed_in(&browser).await);
}
