//! Mailed links: who may make them work by opening them.

use axum::http::Method;
use serde_json::json;

use super::{Call, PASSWORD, assert_error, removed_cookies, sign_up};
use crate::support::app::{Reply, TestApp};

const ANN: &str = "ann@example.test";

async fn is_verified(test: &TestApp, cookies: &str) -> bool {
    let session = Call::get(test, "/get-session").in_browser(cookies).send().await.json();
    session["user"]["emailVerified"] == true
}

/// As somebody does who clicks on it in a mail.
async fn click(test: &TestApp, method: Method, link: &str, cookies: &str) -> Reply {
    let call = Call::bare(test, method, link).with("accept", "text/html").with("sec-fetch-mode", "navigate");
    if cookies.is_empty() { call.send().await } else { call.with("cookie", cookies).send().await }
}

#[tokio::test]
async fn a_link_leads_through_the_interface_to_the_place_that_was_named() {
    let test = TestApp::start().await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD, "callbackURL": "/welcome" });
    Call::post(&test, "/sign-up/email", &body).send().await;
    let link = test.mailed_link(ANN).await;
    assert!(link.starts_with("/api/auth/verify-email?token=") && link.ends_with("&callbackURL=%2Fwelcome"), "{link}");
}

#[tokio::test]
async fn strangers_and_scanners_are_asked_first() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let stranger = sign_up(&test, "eve").await;
    let link = test.mailed_link(ANN).await;
    for (method, shown) in
        [(Method::GET, ""), (Method::HEAD, ""), (Method::HEAD, cookies.as_str()), (Method::GET, stranger.as_str())]
    {
        let reply = click(&test, method.clone(), &link, shown).await;
        assert_eq!(reply.status, 303, "{method}");
        assert!(reply.location().starts_with("/confirm-link?purpose=verify_email&token="), "{}", reply.location());
        assert!(reply.location().ends_with("&callbackURL=%2F"));
    }
    assert!(!is_verified(&test, &cookies).await);
    let own = click(&test, Method::GET, &link, &cookies).await;
    assert_eq!((own.status.as_u16(), own.location()), (302, "/"));
    assert!(is_verified(&test, &cookies).await);
}

#[tokio::test]
async fn scripts_make_a_link_work_once() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let link = test.mailed_link(ANN).await;
    let bare = link.split("&callbackURL").next().expect("a link").to_owned();
    let script = |link: &str| Call::get(&test, link).with("sec-fetch-mode", "cors").send();
    assert_eq!(script(&bare).await.json(), json!({ "status": true, "user": null }));
    assert!(is_verified(&test, &cookies).await);
    assert_error(&script(&bare).await, 401, "INVALID_TOKEN");
    assert_eq!(script(&link).await.location(), "/?error=INVALID_TOKEN");
}

#[tokio::test]
async fn an_address_changes_by_two_links_of_its_owner() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let stranger = sign_up(&test, "eve").await;
    Call::get(&test, &test.mailed_link(ANN).await).in_browser(&cookies).send().await;
    let body = json!({ "newEmail": "new@example.test", "callbackURL": "/done" });
    assert_eq!(Call::post(&test, "/change-email", &body).in_browser(&cookies).send().await.json(), json!({ "status": true }));
    let old = test.mailed_link(ANN).await;
    let foreign = Call::get(&test, &old).in_browser(&stranger).send().await;
    assert_eq!(foreign.location(), "/done?error=INVALID_USER");
    assert!(click(&test, Method::GET, &old, "").await.location().starts_with("/confirm-link?purpose=confirm_email_change"));
    assert_eq!(Call::get(&test, &old).in_browser(&cookies).send().await.location(), "/done");
    let new = test.mailed_link("new@example.test").await;
    assert!(click(&test, Method::GET, &new, "").await.location().starts_with("/confirm-link?purpose=verify_new_email"));
    let changed = Call::get(&test, &new).in_browser(&cookies).send().await;
    assert_eq!(changed.location(), "/done");
    assert!(changed.header("set-cookie").contains("session_token="));
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json();
    assert_eq!(session["user"]["email"], "new@example.test");
}

#[tokio::test]
async fn an_account_is_deleted_only_by_its_owner() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let stranger = sign_up(&test, "eve").await;
    let ask = Call::post(&test, "/delete-user", &json!({ "callbackURL": "/bye" })).in_browser(&cookies).send().await;
    assert_eq!(ask.json(), json!({ "success": true, "message": "Verification email sent" }));
    let link = test.mailed_link(ANN).await;
    assert!(link.starts_with("/api/auth/delete-user/callback?token="));
    assert!(click(&test, Method::GET, &link, "").await.location().starts_with("/confirm-link?purpose=delete_account"));
    assert_eq!(click(&test, Method::HEAD, &link, &cookies).await.status, 303);
    assert_eq!(click(&test, Method::GET, &link, &stranger).await.status, 303);
    let script = Call::get(&test, &link).with("accept", "application/json").send().await;
    assert_error(&script, 404, "FAILED_TO_GET_USER_INFO");
    assert_error(&Call::get(&test, &link).in_browser(&stranger).send().await, 404, "INVALID_TOKEN");
    let gone = click(&test, Method::GET, &link, &cookies).await;
    assert_eq!((gone.status.as_u16(), gone.location()), (302, "/bye"));
    assert_eq!(removed_cookies(&gone).len(), 3);
    assert_eq!(Call::get(&test, "/get-session").in_browser(&cookies).send().await.body, "null");
}

#[tokio::test]
async fn a_reset_link_is_only_passed_on() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let body = json!({ "email": ANN, "redirectTo": "/new?a=b" });
    Call::post(&test, "/request-password-reset", &body).send().await;
    let link = test.mailed_link(ANN).await;
    for _ in 0..2 {
        let reply = click(&test, Method::GET, &link, "").await;
        assert!(reply.location().starts_with("http://localhost:9180/new?a=b&token="), "{}", reply.location());
    }
    let token = link.split(['/', '?']).nth(4).expect("a token").to_owned();
    let reset =
        || Call::post(&test, "/reset-password", &json!({ "newPassword": "another good password", "token": token })).send();
    assert_eq!(reset().await.json(), json!({ "status": true }));
    assert_error(&reset().await, 400, "INVALID_TOKEN");
    assert_eq!(Call::get(&test, "/get-session").in_browser(&cookies).send().await.body, "null", "every session ended");
    let spent = click(&test, Method::GET, &link, "").await;
    assert_eq!(spent.location(), "http://localhost:9180/new?a=b&error=INVALID_TOKEN");
    let nowhere = Call::get(&test, "/reset-password/unknown?callbackURL=").send().await;
    assert_eq!(nowhere.location(), "http://localhost:9180/api/auth/error?error=INVALID_TOKEN");
}

#[tokio::test]
async fn what_is_switched_off_is_refused() {
    let test = TestApp::with(&[("accounts.delete", "false"), ("accounts.change_email", "false")]).await;
    let cookies = sign_up(&test, "ann").await;
    let change = Call::post(&test, "/change-email", &json!({ "newEmail": "new@example.test" })).in_browser(&cookies).send().await;
    assert_error(&change, 400, "CHANGE_EMAIL_DISABLED");
    let delete = Call::post(&test, "/delete-user", &json!({})).in_browser(&cookies).send().await;
    assert_eq!((delete.status.as_u16(), delete.body.as_str()), (404, ""));
    assert_error(&Call::get(&test, "/delete-user/callback?token=unknown").send().await, 404, "NOT_FOUND");
}
