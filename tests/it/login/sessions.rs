//! Cookies and sessions around signing in and out.

use super::{ADA, PASSWORD, is_signed_in, person};
use crate::support::app::TestApp;

const SESSION: &str = "vestibule.session_token";
const FLOW: &str = "vestibule.flow";

#[tokio::test]
async fn session_and_flow_cookies_change_with_every_proof_and_old_ones_are_dead() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let before = browser.get("/sign-in").await;
    let anonymous = browser.copy();
    browser.sign_in(ADA, PASSWORD).await;
    let first = browser.copy();
    assert_eq!(anonymous.cookie(SESSION), None);
    assert_ne!(anonymous.cookie(FLOW), first.cookie(FLOW));
    // The token of a form from before is worth nothing now.
    assert_eq!(browser.submit(&before, "/sign-out", &[]).await.status, 403);

    let page = browser.get("/forgot-password").await;
    let again = browser.submit(&page, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    assert_eq!(again.location(), "/account");
    assert_ne!(first.cookie(SESSION), browser.cookie(SESSION));
    assert_ne!(first.cookie(FLOW), browser.cookie(FLOW));
    assert!(is_signed_in(&browser).await && !is_signed_in(&first).await);

    let second = browser.copy();
    let page = browser.get("/confirm-identity?return_to=/account/security").await;
    assert_eq!(browser.submit(&page, "/confirm-identity", &[("password", PASSWORD)]).await.location(), "/account");
    assert_ne!(second.cookie(SESSION), browser.cookie(SESSION));
    assert_ne!(second.cookie(FLOW), browser.cookie(FLOW));
    assert!(is_signed_in(&browser).await && !is_signed_in(&second).await);
}

/// Fixation: a cookie that somebody planted is not taken over.
#[tokio::test]
async fn a_planted_session_cookie_is_replaced() {
    let test = TestApp::start().await;
    let mallory = person(&test, "mallory@example.test").await;
    person(&test, ADA).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    browser.set_cookie(SESSION, &mallory.cookie(SESSION).unwrap());
    browser.submit(&page, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    assert!(is_signed_in(&browser).await);
    assert_ne!(browser.cookie(SESSION), mallory.cookie(SESSION));
}

#[tokio::test]
async fn one_answer_sets_the_flow_cookie_once() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let reply = browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    let cookies: Vec<&str> = reply.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    for name in [FLOW, SESSION] {
        assert_eq!(cookies.iter().filter(|cookie| cookie.starts_with(&format!("{name}="))).count(), 1, "{cookies:?}");
    }
    for cookie in cookies {
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
    }
}

#[tokio::test]
async fn who_is_not_remembered_has_a_cookie_for_the_browser_session_only() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let session_cookie = async |remember: &[(&str, &str)]| {
        let browser = test.browser();
        let page = browser.get("/sign-in").await;
        let fields: Vec<(&str, &str)> = [("identifier", ADA), ("password", PASSWORD)].iter().chain(remember).copied().collect();
        let reply = browser.submit(&page, "/sign-in", &fields).await;
        let cookies = reply.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap().to_owned());
        cookies.into_iter().find(|cookie| cookie.starts_with(SESSION)).unwrap()
    };
    assert!(session_cookie(&[("remember", "on")]).await.contains("Max-Age=604800"));
    assert!(!session_cookie(&[]).await.contains("Max-Age"));
}

#[tokio::test]
async fn signing_out_asks_and_then_ends_the_session_everywhere_its_cookie_is() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let copy = browser.copy();
    let page = browser.get("/sign-out").await;
    assert!(page.body.contains("sign-out-submit") && is_signed_in(&browser).await);
    let reply = browser.submit(&page, "/sign-out", &[("action", "sign-out")]).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/sign-in?notice=signed_out"));
    assert_eq!(browser.cookie(SESSION), None);
    assert!(!is_signed_in(&browser).await && !is_signed_in(&copy).await);
    assert!(browser.follow(reply).await.body.contains("You are signed out."));
    assert_eq!(browser.get("/sign-out").await.location(), "/sign-in");
}
