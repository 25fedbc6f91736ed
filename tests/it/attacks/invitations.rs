//! Invitations.

use std::time::Duration;

use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::user::Role;
use vestibule::store::users;
use vestibule::users::invitation;

use crate::login::invitations::{BY_INVITATION, invite, link};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

const ADA: &str = "ada@example.test";
const MALLORY: &str = "mallory@example.test";
const PASSWORD: &str = "correct horse battery";

async fn accept(browser: &TestBrowser<'_>, page: &Reply, token: &str, more: &[(&str, &str)]) -> Reply {
    let mut fields = vec![("token", token), ("name", "Mallory"), ("password", PASSWORD)];
    fields.extend(more);
    browser.submit(page, "/sign-up/link", &fields).await
}

async fn emails_and_roles(test: &TestApp) -> Vec<(String, Role)> {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::page(&mut unit, "", 100).await.unwrap().into_iter().map(|user| (user.email, user.role)).collect()
}

#[tokio::test]
async fn s69_an_invitation_is_for_one_address_and_works_once() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let browser = test.browser();

    // Edited: address and role are those of the invitation, whatever a form says.
    let invited = invite(&test, ADA, Role::User).await;
    let page = browser.get(&link(&test, &invited)).await;
    let edited = [("email", MALLORY), ("role", "admin")];
    assert_eq!(accept(&browser, &page, &invited.secret, &edited).await.status, 303);
    assert_eq!(emails_and_roles(&test).await, [(ADA.to_owned(), Role::User)]);

    // Used again, by whoever is signed in or by nobody.
    let own = browser.get("/account/profile").await;
    assert_eq!(accept(&browser, &own, &invited.secret, &[]).await.status, 410);
    let stranger = test.browser();
    let sign_in = stranger.get("/sign-in").await;
    assert_eq!(accept(&stranger, &sign_in, &invited.secret, &[]).await.status, 410);

    // Withdrawn, and too old.
    let withdrawn = invite(&test, MALLORY, Role::Admin).await;
    let now = test.app.clock.now();
    assert!(invitation::withdraw(&test.app, &withdrawn.invitation.id, &RequestOrigin::default(), now).await.unwrap());
    assert_eq!(accept(&stranger, &sign_in, &withdrawn.secret, &[]).await.status, 410);
    let old = invite(&test, MALLORY, Role::Admin).await;
    test.advance(Duration::from_secs(48 * 3600 + 1));
    let sign_in = stranger.get("/sign-in").await;
    assert_eq!(accept(&stranger, &sign_in, &old.secret, &[]).await.status, 410);

    // A secret for something else, the id in its place, and what is none.
    let fresh = invite(&test, MALLORY, Role::Admin).await;
    for token in [fresh.invitation.id.as_str(), "", "x"] {
        assert_eq!(accept(&stranger, &sign_in, token, &[]).await.status, 410, "{token:?}");
    }
    assert_eq!(emails_and_roles(&test).await.len(), 1);
}

#[tokio::test]
async fn s69_an_accepting_browser_that_is_somebody_else_becomes_the_invited_person() {
    let test = TestApp::start().await;
    let browser = test.browser();
    browser.sign_up("Mallory", MALLORY, PASSWORD).await;
    let invited = invite(&test, ADA, Role::User).await;
    let page = browser.get(&link(&test, &invited)).await;
    assert_eq!(accept(&browser, &page, &invited.secret, &[]).await.status, 303);
    assert_eq!(browser.get("/api/auth/get-session").await.json()["user"]["email"], ADA);
    let roles = emails_and_roles(&test).await;
    assert_eq!(roles.len(), 2, "the account that was signed in stays what it was");
}
