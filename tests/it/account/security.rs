//! The password.

use axum::http::StatusCode;

use super::{
    EMAIL, NEW_PASSWORD, PASSWORD, SESSION_COOKIE, access_lives, ada, allow, client, has_password, is_in, person, refresh_lives,
    signed_in,
};
use crate::support::app::TestApp;

const KEPT: [(&str, &str); 2] = [("current_password", PASSWORD), ("password", NEW_PASSWORD)];
const REVOKED: [(&str, &str); 3] = [("current_password", PASSWORD), ("password", NEW_PASSWORD), ("revoke_sessions", "on")];

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one_and_its_owner_is_told() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let (other, _) = signed_in(&test, &user).await;
    let page = browser.get("/account/security").await;
    let reply = browser.submit(&page, "/account/password", &KEPT).await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/account/security"));
    assert!(browser.get("/account/security").await.body.contains("Your password is changed."));
    assert!(has_password(&test, &user.id, NEW_PASSWORD).await);
    assert!(!has_password(&test, &user.id, PASSWORD).await);
    assert!(is_in(&other).await);
    let mails = test.mails().await;
    let subjects: Vec<_> = mails.iter().map(|mail| (mail.mail.to.as_str(), mail.mail.subject.as_str())).collect();
    assert_eq!(subjects, [(EMAIL, "Your Vestibule password was changed")]);
}

/// S48
#[tokio::test]
async fn signing_out_everywhere_else_ends_other_sessions_and_every_apps_tokens() {
    let test = TestApp::start().await;
    let (browser, session, user) = ada(&test).await;
    let (other, other_session) = signed_in(&test, &user).await;
    let app = client(&test, "Fieldnotes").await;
    let here = allow(&test, &session, &app, "openid profile").await;
    let there = allow(&test, &other_session, &app, "openid profile offline_access").await;
    assert!(access_lives(&test, &here).await && access_lives(&test, &there).await);

    let before = browser.copy();
    let page = browser.get("/account/security").await;
    let reply = browser.submit(&page, "/account/password", &REVOKED).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(is_in(&browser).await);
    assert_ne!(browser.cookie(SESSION_COOKIE), before.cookie(SESSION_COOKIE));
    assert!(!is_in(&before).await, "the old cookie of this browser");
    assert!(!is_in(&other).await, "the other browser");
    for tokens in [&here, &there] {
        assert!(!access_lives(&test, tokens).await);
        assert!(!refresh_lives(&test, &app, tokens).await);
    }
}

#[tokio::test]
async fn the_csrf_value_is_another_after_the_session_was_renewed() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/security").await;
    browser.submit(&page, "/account/password", &REVOKED).await;
    let reply = browser.submit(&page, "/account/sessions/end", &[("session", "all")]).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(is_in(&browser).await);
}

#[tokio::test]
async fn what_is_wrong_with_a_password_is_said_and_nothing_changes() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let (other, _) = signed_in(&test, &user).await;
    let long = "a".repeat(129);
    for (current, new, error) in [
        ("wrong horse battery", NEW_PASSWORD, "current_password-error"),
        ("", NEW_PASSWORD, "current_password-error"),
        (long.as_str(), NEW_PASSWORD, "current_password-error"),
        (PASSWORD, "short", "password-error"),
        (PASSWORD, "", "password-error"),
        (PASSWORD, long.as_str(), "password-error"),
    ] {
        let page = browser.get("/account/security").await;
        let fields = [("current_password", current), ("password", new), ("revoke_sessions", "on")];
        let reply = browser.submit(&page, "/account/password", &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{current} {new}");
        assert!(reply.text_of(error).is_some(), "{current} {new}");
        assert!(!reply.body.contains(NEW_PASSWORD), "no password comes back in a page");
    }
    assert!(has_password(&test, &user.id, PASSWORD).await);
    assert!(is_in(&other).await);
    assert!(test.mails().await.is_empty());
}

#[tokio::test]
async fn guesses_of_the_current_password_run_out() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/security").await;
    for _ in 0..20 {
        let fields = [("current_password", "a wrong guess"), ("password", NEW_PASSWORD)];
        browser.submit(&page, "/account/password", &fields).await;
    }
    let right = browser.submit(&page, "/account/password", &KEPT).await;
    assert_eq!((right.status, right.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "900"));
    assert!(right.body.contains("Too many tries. Wait 15 minutes"));
    let delete = browser.submit(&page, "/account/delete", &[("password", PASSWORD)]).await;
    assert!(delete.body.contains("Too many tries."));
    assert!(has_password(&test, &user.id, PASSWORD).await);
}

#[tokio::test]
async fn whoever_has_no_password_gets_a_link_to_choose_one() {
    let test = TestApp::start().await;
    let user = person(&test, "Ada Lovelace", EMAIL, None).await;
    let (browser, _) = signed_in(&test, &user).await;
    test.advance(super::STALE);
    let page = browser.get("/account/security").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("type=\"password\""));
    let reply = browser.submit(&page, "/account/password", &[("action", "link"), ("password", NEW_PASSWORD)]).await;
    assert_eq!(reply.location(), "/account/security");
    assert!(browser.get("/account/security").await.body.contains("Open it to choose a password."));
    assert!(!has_password(&test, &user.id, NEW_PASSWORD).await);
    assert!(test.mailed_link(EMAIL).await.starts_with("/reset-password?token="));
}
