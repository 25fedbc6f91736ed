//! Deleting the account.

use axum::http::StatusCode;

use super::{EMAIL, PASSWORD, SESSION_COOKIE, access_lives, ada, allow, client, is_in, person, refresh_lives, signed_in, stored};
use crate::support::app::TestApp;

#[tokio::test]
async fn with_the_password_everything_ends_at_once() {
    let test = TestApp::start().await;
    let (browser, session, user) = ada(&test).await;
    let (other, _) = signed_in(&test, &user).await;
    let app = client(&test, "Fieldnotes").await;
    let tokens = allow(&test, &session, &app, "openid offline_access").await;
    let copy = browser.copy();
    let page = browser.get("/account/delete").await;
    let reply = browser.submit(&page, "/account/delete", &[("password", PASSWORD)]).await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/account/deleted"));
    assert_eq!(browser.cookie(SESSION_COOKIE), None);
    assert_eq!(stored(&test, &user.id).await, None);
    assert!(!is_in(&copy).await && !is_in(&other).await);
    assert!(!access_lives(&test, &tokens).await && !refresh_lives(&test, &app, &tokens).await);
    let goodbye = browser.get("/account/deleted").await;
    assert_eq!(goodbye.text_of("account-deleted").as_deref(), Some("Account deleted"));
    assert_eq!(browser.get("/account/deleted").await.location(), "/sign-in");
}

#[tokio::test]
async fn the_address_may_be_used_again_by_somebody_new() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/delete").await;
    browser.submit(&page, "/account/delete", &[("password", PASSWORD)]).await;
    let again = person(&test, "Ada Lovelace", EMAIL, Some(PASSWORD)).await;
    assert_ne!(again.id, user.id);
}

#[tokio::test]
async fn without_the_right_password_nothing_is_deleted() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let long = "a".repeat(129);
    for password in ["a wrong guess", "", long.as_str()] {
        let page = browser.get("/account/delete").await;
        let reply = browser.submit(&page, "/account/delete", &[("password", password)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}");
        assert!(reply.text_of("password-error").is_some(), "{password}");
    }
    assert_eq!(stored(&test, &user.id).await.as_ref(), Some(&user));
    assert!(is_in(&browser).await);
}

#[tokio::test]
async fn whoever_has_no_password_is_mailed_a_link_first() {
    let test = TestApp::start().await;
    let user = person(&test, "Ada Lovelace", EMAIL, None).await;
    let (browser, _) = signed_in(&test, &user).await;
    let page = browser.get("/account/delete").await;
    assert!(!page.body.contains("type=\"password\""));
    assert!(page.body.contains("Nothing is deleted before you open it."));
    let reply = browser.submit(&page, "/account/delete", &[]).await;
    assert_eq!(reply.location(), "/account/delete");
    assert!(stored(&test, &user.id).await.is_some());
    assert!(test.mailed_link(EMAIL).await.starts_with("/confirm-link?purpose=delete_account&token="));
}

#[tokio::test]
async fn where_the_operator_forbids_it_no_account_is_deleted() {
    let test = TestApp::with(&[("accounts.delete", "false")]).await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(!page.body.contains("/account/delete"));
    assert_eq!(browser.get("/account/delete").await.status, StatusCode::FORBIDDEN);
    let reply = browser.submit(&page, "/account/delete", &[("password", PASSWORD)]).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(stored(&test, &user.id).await.is_some());
}

#[tokio::test]
async fn what_apps_need_no_mail_for_still_takes_the_password_or_a_mail_here() {
    let test = TestApp::with(&[("accounts.confirm_deletion", "false")]).await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/delete").await;
    let reply = browser.submit(&page, "/account/delete", &[]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stored(&test, &user.id).await.is_some());
    let grace = person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (browser, _) = signed_in(&test, &grace).await;
    let page = browser.get("/account/delete").await;
    browser.submit(&page, "/account/delete", &[]).await;
    assert!(stored(&test, &grace.id).await.is_some());
    assert!(test.mailed_link("grace@example.test").await.starts_with("/confirm-link?purpose=delete_account&token="));
}
