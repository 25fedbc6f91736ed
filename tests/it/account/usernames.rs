//! The username on the profile page.

use axum::http::StatusCode;

use super::ada;
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

async fn save(browser: &TestBrowser<'_>, username: &str) -> Reply {
    let page = browser.get("/account/profile").await;
    browser.submit(&page, "/account/username", &[("username", username)]).await
}

async fn shown(browser: &TestBrowser<'_>) -> Option<String> {
    browser.get("/account/profile").await.text_of("current-username")
}

#[tokio::test]
async fn a_username_is_chosen_and_changed() {
    let test = TestApp::with(&[("username.enabled", "true")]).await;
    let (browser, _, _) = ada(&test).await;
    assert_eq!(shown(&browser).await, None);
    for username in ["Ada_One", " Ada.Two ", "ADA.two"] {
        let reply = save(&browser, username).await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/account/profile"), "{}", reply.body);
        assert_eq!(shown(&browser).await.as_deref(), Some(username.trim()));
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_username_is_said_and_what_was_typed_is_kept() {
    let test = TestApp::with(&[("username.enabled", "true")]).await;
    test.browser().sign_up("Bob", "bob@example.test", "correct horse battery").await;
    let bob = test.browser();
    bob.sign_in("bob@example.test", "correct horse battery").await;
    save(&bob, "Bob_Is_Here").await;
    let (browser, _, _) = ada(&test).await;
    for username in ["", "ad", "ada lovelace", "bob_is_here"] {
        let reply = save(&browser, username).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{username}");
        assert!(reply.text_of("username-error").is_some_and(|text| !text.is_empty()), "{username}");
        assert!(reply.body.contains(&format!(r#"value="{username}""#)), "{username}");
    }
    assert_eq!(shown(&browser).await, None);
}

#[tokio::test]
async fn a_username_that_stays_has_no_form() {
    let test = TestApp::with(&[("username.enabled", "true"), ("username.immutable", "true")]).await;
    let (browser, _, _) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    save(&browser, "Ada").await;
    assert!(!browser.get("/account/profile").await.body.contains("username-submit"));
    let reply = browser.submit(&page, "/account/username", &[("username", "Other")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(shown(&browser).await.as_deref(), Some("Ada"));
}

#[tokio::test]
async fn without_the_feature_there_is_neither_field_nor_form() {
    let test = TestApp::start().await;
    let (browser, _, _) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(!page.body.contains("username"));
    let reply = browser.submit(&page, "/account/username", &[("username", "Other")]).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
}
