//! Proving again that it is still the same person.

use super::{ADA, PASSWORD, person};
use crate::support::app::TestApp;

#[tokio::test]
async fn the_right_password_leads_back() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.get("/confirm-identity?return_to=/account/security").await;
    assert_eq!(page.hidden("return_to").unwrap(), "/account/security");
    let fields = [("password", PASSWORD), ("return_to", "/account/security")];
    assert_eq!(browser.submit(&page, "/confirm-identity", &fields).await.location(), "/account/security");
}

#[tokio::test]
async fn a_wrong_one_does_not_and_too_many_close_it() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.get("/confirm-identity?return_to=/account/security").await;
    for _ in 0..20 {
        let reply = browser.submit(&page, "/confirm-identity", &[("password", "wrong horse battery")]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.body.contains("That is not your password."));
    }
    assert_eq!(browser.submit(&page, "/confirm-identity", &[("password", PASSWORD)]).await.status, 429);
    // One counter for every path.
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.status, 429);
}

#[tokio::test]
async fn who_is_signed_out_signs_in_and_comes_back() {
    let test = TestApp::start().await;
    let reply = test.get("/confirm-identity?return_to=/account/security").await;
    assert_eq!(reply.location(), "/sign-in?return_to=%2Faccount%2Fsecurity");
}

#[tokio::test]
async fn no_other_site_is_a_way_back() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.get("/confirm-identity?return_to=https://evil.example/").await;
    assert_eq!(page.hidden("return_to").unwrap(), "/account");
    let fields = [("password", PASSWORD), ("return_to", "//evil.example")];
    assert_eq!(browser.submit(&page, "/confirm-identity", &fields).await.location(), "/account");
}
