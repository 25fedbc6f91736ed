//! Name, picture and mail address.

use std::collections::HashSet;

use axum::http::StatusCode;

use super::{EMAIL, ada, person, signed_in, stored};
use crate::support::app::TestApp;

#[tokio::test]
async fn name_and_picture_are_saved() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    let fields = [("name", "  Ada King "), ("picture", "https://pictures.example/ada.png")];
    let reply = browser.submit(&page, "/account/profile", &fields).await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/account/profile"));
    let after = stored(&test, &user.id).await.unwrap();
    assert_eq!(after.name, "Ada King");
    assert_eq!(after.image.as_deref(), Some("https://pictures.example/ada.png"));
    let page = browser.get("/account/profile").await;
    browser.submit(&page, "/account/profile", &[("name", "Ada King"), ("picture", "")]).await;
    assert_eq!(stored(&test, &user.id).await.unwrap().image, None);
}

#[tokio::test]
async fn what_is_wrong_with_a_profile_is_said_and_what_was_typed_is_kept() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    let long = "a".repeat(201);
    for (name, picture, error) in [
        ("  ", "", "name-error"),
        (long.as_str(), "", "name-error"),
        ("Ada", "http://pictures.example/ada.png", "picture-error"),
        ("Ada", "javascript:alert(1)", "picture-error"),
        ("Ada", "https://user:secret@pictures.example/", "picture-error"),
        ("Ada", "data:image/png;base64,AAAA", "picture-error"),
    ] {
        let reply = browser.submit(&page, "/account/profile", &[("name", name), ("picture", picture)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {picture}");
        assert!(reply.text_of(error).is_some_and(|text| !text.is_empty()), "{name} {picture}");
        assert!(reply.body.contains(&format!("value=\"{picture}\"")), "{picture}");
    }
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
}

/// S68
#[tokio::test]
async fn a_profile_form_changes_nothing_but_name_and_picture() {
    let test = TestApp::start().await;
    let mut before = person(&test, "Ada Lovelace", EMAIL, Some(super::PASSWORD)).await;
    let (browser, _) = signed_in(&test, &before).await;
    let page = browser.get("/account/profile").await;
    let fields = [
        ("name", "Ada King"),
        ("picture", ""),
        ("email", "root@example.test"),
        ("email_verified", "false"),
        ("role", "admin"),
        ("is_admin", "true"),
        ("id", "another"),
        ("user_id", "another"),
        ("org_id", "another"),
        ("created_at", "0"),
        ("credential_version", "9"),
        ("password_hash", "x"),
        ("disabled_at", "1"),
        ("locale", "de"),
    ];
    let reply = browser.submit(&page, "/account/profile", &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    before.name = "Ada King".to_owned();
    assert_eq!(stored(&test, &before.id).await.unwrap(), before);
    assert!(super::has_password(&test, &before.id, super::PASSWORD).await);
}

#[tokio::test]
async fn a_verified_address_first_allows_its_change() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("present address, then one to the new"));
    let reply = browser.submit(&page, "/account/email", &[("email", "Ada@Lovelace.Example")]).await;
    assert_eq!(reply.location(), "/account/profile");
    let after = browser.get("/account/profile").await;
    assert!(after.body.contains("Open the link that we sent to your present address"));
    assert_eq!(stored(&test, &user.id).await.unwrap().email, EMAIL);
    let mails = test.mails().await;
    assert_eq!(mails.iter().map(|mail| mail.mail.to.as_str()).collect::<Vec<_>>(), [EMAIL]);
}

#[tokio::test]
async fn an_address_that_is_taken_gets_the_same_answer_and_no_mail() {
    let test = TestApp::start().await;
    person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (browser, _, user) = ada(&test).await;
    let mut unit = test.app.store.write("test.unverified").await.unwrap();
    let change = vestibule::store::users::EmailChange { from: EMAIL, to: EMAIL, verified: false };
    assert!(vestibule::store::users::change_email(&mut unit, &user.id, change, test.app.clock.now()).await.unwrap());
    unit.commit().await.unwrap();

    let mut answers = HashSet::new();
    for address in ["grace@example.test", "free@example.test"] {
        let page = browser.get("/account/profile").await;
        let reply = browser.submit(&page, "/account/email", &[("email", address)]).await;
        let after = browser.get("/account/profile").await;
        let body = after.body.replace(after.header("x-request-id"), "");
        answers.insert((reply.status, reply.location().to_owned(), body));
    }
    assert_eq!(answers.len(), 1);
    let mails = test.mails().await;
    assert_eq!(mails.iter().map(|mail| mail.mail.to.as_str()).collect::<Vec<_>>(), ["free@example.test"]);
}

#[tokio::test]
async fn an_address_that_is_none_or_the_same_changes_nothing() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    let refused = browser.submit(&page, "/account/email", &[("email", "ada at home")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text_of("email-error").is_some());
    assert!(refused.body.contains("value=\"ada at home\""));
    let same = browser.submit(&page, "/account/email", &[("email", "ADA@example.test")]).await;
    assert_eq!(same.location(), "/account/profile");
    assert!(test.mails().await.is_empty());
}

#[tokio::test]
async fn where_the_operator_forbids_it_no_address_is_changed() {
    let test = TestApp::with(&[("accounts.change_email", "false")]).await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(!page.body.contains("/account/email"));
    let reply = browser.submit(&page, "/account/email", &[("email", "free@example.test")]).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(test.mails().await.is_empty());
}

#[tokio::test]
async fn another_verification_link_is_sent_while_the_address_is_unproved() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(!page.body.contains("/account/verification"));
    browser.submit(&page, "/account/verification", &[]).await;
    assert!(test.mails().await.is_empty());

    let mut unit = test.app.store.write("test.unverified").await.unwrap();
    let change = vestibule::store::users::EmailChange { from: EMAIL, to: EMAIL, verified: false };
    vestibule::store::users::change_email(&mut unit, &user.id, change, test.app.clock.now()).await.unwrap();
    unit.commit().await.unwrap();
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("action=\"/account/verification\""));
    let reply = browser.submit(&page, "/account/verification", &[]).await;
    assert_eq!(reply.location(), "/account/profile");
    assert!(test.mailed_link(EMAIL).await.starts_with("/confirm-link?purpose=verify_email&token="));
}

async fn unprove(test: &TestApp, id: &vestibule::model::ids::UserId) {
    let mut unit = test.app.store.write("test.unverified").await.unwrap();
    let change = vestibule::store::users::EmailChange { from: EMAIL, to: EMAIL, verified: false };
    assert!(vestibule::store::users::change_email(&mut unit, id, change, test.app.clock.now()).await.unwrap());
    unit.commit().await.unwrap();
}

#[tokio::test]
async fn where_no_confirmation_is_asked_for_only_the_new_address_gets_a_link() {
    let test = TestApp::with(&[("accounts.confirm_email_change", "false")]).await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(!page.body.contains("present address"));
    browser.submit(&page, "/account/email", &[("email", "free@example.test")]).await;
    assert!(browser.get("/account/profile").await.body.contains("Open the link that we sent to the new address"));
    let mails = test.mails().await;
    assert_eq!(mails.iter().map(|mail| mail.mail.to.as_str()).collect::<Vec<_>>(), ["free@example.test"]);
    test.advance(super::STALE);
    let stale = browser.submit(&page, "/account/email", &[("email", "other@example.test")]).await;
    assert!(stale.location().starts_with("/confirm-identity?"));
}

#[tokio::test]
async fn an_unproved_address_changes_at_once_where_the_operator_wants_it() {
    let test = TestApp::with(&[("accounts.change_unproved_email_at_once", "true")]).await;
    person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (browser, _, user) = ada(&test).await;
    assert!(browser.get("/account/profile").await.body.contains("present address"), "a proved one does not");
    unprove(&test, &user.id).await;
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("It changes at once."));
    let taken = browser.submit(&page, "/account/email", &[("email", "grace@example.test")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text_of("email-error").is_some());
    let reply = browser.submit(&page, "/account/email", &[("email", "free@example.test")]).await;
    assert_eq!(reply.location(), "/account/profile");
    assert!(browser.get("/account/profile").await.body.contains("Your email is changed."));
    let after = stored(&test, &user.id).await.unwrap();
    assert_eq!((after.email.as_str(), after.email_verified), ("free@example.test", false));
    assert!(test.mailed_link("free@example.test").await.starts_with("/confirm-link?purpose=verify_email&token="));
}
