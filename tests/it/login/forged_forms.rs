//! Forms that did not come from a page that this browser was given.

use super::{ADA, BOB, PASSWORD, is_password, is_signed_in, person, reset_link};
use crate::support::app::TestApp;

const NEW: &str = "another long password";

#[tokio::test]
async fn no_form_works_without_its_token() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let link = reset_link(&test, ADA).await;
    let token = super::parameter(&link, "token");
    let forms: [(&str, Vec<(&str, &str)>); 6] = [
        ("/sign-in", vec![("identifier", ADA), ("password", PASSWORD)]),
        ("/sign-up", vec![("name", "Bob"), ("email", BOB), ("password", PASSWORD)]),
        ("/forgot-password", vec![("email", ADA)]),
        ("/reset-password", vec![("token", &token), ("password", NEW)]),
        ("/confirm-link", vec![("purpose", "verify_email"), ("token", &token)]),
        ("/confirm-identity", vec![("password", PASSWORD)]),
    ];
    let mails = test.mails().await.len();
    let foreign = test.browser().get("/sign-in").await.hidden("csrf").unwrap();
    for (path, fields) in forms {
        for csrf in [None, Some(""), Some("AAAA"), Some(foreign.as_str())] {
            let browser = test.browser();
            browser.get("/sign-in").await;
            let fields: Vec<(&str, &str)> = fields.iter().copied().chain(csrf.map(|csrf| ("csrf", csrf))).collect();
            let reply = browser.post(path, &fields).await;
            assert_eq!(reply.status, 403, "{path} {csrf:?}");
            assert_eq!(reply.text_of("error-code").unwrap(), "form_rejected");
            assert!(!is_signed_in(&browser).await);
        }
    }
    // Without an open transaction there is nothing to cancel, whatever the token.
    assert_eq!(test.browser().post("/oauth2/authorize/cancel", &[("flow", "none")]).await.status, 400);
    assert_eq!(test.mails().await.len(), mails);
    assert!(is_password(&test, ADA, PASSWORD).await && !is_password(&test, BOB, PASSWORD).await);
}

#[tokio::test]
async fn nobody_is_signed_out_or_signed_in_as_another_from_elsewhere() {
    let test = TestApp::start().await;
    let ada = person(&test, ADA).await;
    let mallory = person(&test, "mallory@example.test").await;
    let theirs = mallory.get("/sign-out").await.hidden("csrf").unwrap();
    for (path, fields) in [
        ("/sign-out", vec![("csrf", theirs.as_str())]),
        ("/sign-in", vec![("csrf", theirs.as_str()), ("identifier", "mallory@example.test"), ("password", PASSWORD)]),
    ] {
        assert_eq!(ada.post(path, &fields).await.status, 403);
    }
    assert!(ada.get("/sign-out").await.body.contains(ADA));
}

#[tokio::test]
async fn a_token_without_the_browser_it_was_given_to_is_worthless() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let page = test.browser().get("/sign-in").await;
    let csrf = page.hidden("csrf").unwrap();
    let reply = test.post_form("/sign-in", &[("csrf", &csrf), ("identifier", ADA), ("password", PASSWORD)]).await;
    assert_eq!(reply.status, 403);
}

#[tokio::test]
async fn other_bodies_than_forms_are_refused() {
    use axum::body::Body;
    use axum::http::Method;

    let test = TestApp::start().await;
    let browser = test.browser();
    let csrf = browser.get("/sign-in").await.hidden("csrf").unwrap();
    for media_type in ["text/plain", "application/json", "multipart/form-data"] {
        let request = crate::support::app::request(Method::POST, "/sign-in")
            .header("cookie", browser.cookie_header())
            .header("content-type", media_type)
            .body(Body::from(format!("csrf={csrf}&identifier={ADA}&password=x")))
            .unwrap();
        assert_eq!(test.send(request).await.status, 400, "{media_type}");
    }
}
