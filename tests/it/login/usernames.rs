//! Usernames on the pages of signing in and up.

use super::{ADA, PASSWORD, is_signed_in, person};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

const USERNAMES: (&str, &str) = ("username.enabled", "true");

/// Registers Ada with a username.
async fn ada<'a>(test: &'a TestApp, username: &str) -> (TestBrowser<'a>, Reply) {
    let browser = test.browser();
    let page = browser.get("/sign-up").await;
    let fields = [("name", "Ada"), ("username", username), ("email", ADA), ("password", PASSWORD)];
    let reply = browser.submit(&page, "/sign-up", &fields).await;
    (browser, reply)
}

async fn sign_in<'a>(test: &'a TestApp, identifier: &str, password: &str) -> (TestBrowser<'a>, Reply) {
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let reply = browser.submit(&page, "/sign-in", &[("identifier", identifier), ("password", password)]).await;
    (browser, reply)
}

#[tokio::test]
async fn one_field_takes_address_or_username() {
    let test = TestApp::with(&[USERNAMES]).await;
    ada(&test, "Ada.Lovelace").await;
    assert!(test.browser().get("/sign-in").await.body.contains("Email or username"));
    for identifier in [ADA, "ada.lovelace", " ADA.Lovelace "] {
        assert!(is_signed_in(&sign_in(&test, identifier, PASSWORD).await.0).await, "{identifier}");
    }
    let (browser, wrong) = sign_in(&test, "ada.lovelace", "wrong horse battery").await;
    assert!(wrong.body.contains("That username and password do not match"), "{}", wrong.body);
    assert!(!is_signed_in(&browser).await);
}

#[tokio::test]
async fn no_page_tells_whose_username_it_is() {
    let test = TestApp::with(&[USERNAMES]).await;
    ada(&test, "known").await;
    let mut pages = Vec::new();
    for identifier in ["known", "other", "-----"] {
        let (_, reply) = sign_in(&test, identifier, "wrong horse battery").await;
        pages.push((reply.status, reply.body.len()));
    }
    assert!(pages.windows(2).all(|pair| pair.first() == pair.last()), "{pages:?}");
}

#[tokio::test]
async fn the_username_comes_first_and_the_password_on_the_next_page() {
    let test = TestApp::with(&[USERNAMES, ("pages.sign_in", "identifier_first")]).await;
    ada(&test, "Ada.Lovelace").await;
    let browser = test.browser();
    let first = browser.get("/sign-in").await;
    assert!(first.body.contains("Email or username"));
    let malformed = browser.submit(&first, "/sign-in", &[("identifier", "ada lovelace")]).await;
    assert!(malformed.body.contains("Enter an email address like"), "{}", malformed.body);
    for (identifier, shown) in [("nobody", "nobody"), ("ADA.Lovelace", "ada.lovelace")] {
        let reply = browser.submit(&first, "/sign-in", &[("identifier", identifier)]).await;
        assert!(!reply.location().contains(shown), "no username in a URL");
        let second = browser.get(reply.location()).await;
        assert_eq!(second.text_of("entered-address").as_deref(), Some(shown));
        let fields = [("identifier", shown), ("password", PASSWORD)];
        let reply = browser.submit(&second, "/sign-in", &fields).await;
        assert_eq!(reply.location() == "/account", shown != "nobody", "{identifier}");
    }
}

#[tokio::test]
async fn signing_up_asks_for_a_username_as_the_operator_wants() {
    for (wish, asks, without) in [("off", false, true), ("optional", true, true), ("required", true, false)] {
        let test = TestApp::with(&[USERNAMES, ("username.sign_up", wish)]).await;
        let page = test.browser().get("/sign-up").await;
        assert_eq!(page.body.contains(r#"name="username""#), asks, "{wish}");
        let browser = person(&test, ADA).await;
        assert_eq!(is_signed_in(&browser).await, without, "{wish}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_username_is_said_at_its_field() {
    let test = TestApp::with(&[USERNAMES]).await;
    let (browser, _) = ada(&test, "taken").await;
    assert!(is_signed_in(&browser).await);
    for username in ["ab", "ada lovelace", "Taken", &"a".repeat(31)] {
        let browser = test.browser();
        let page = browser.get("/sign-up").await;
        let fields = [("name", "Bob"), ("username", username), ("email", "bob@example.test"), ("password", PASSWORD)];
        let reply = browser.submit(&page, "/sign-up", &fields).await;
        assert!(reply.text_of("username-error").is_some_and(|text| !text.is_empty()), "{username}: {}", reply.body);
        assert!(reply.body.contains(&format!(r#"value="{username}""#)), "{username}");
        assert!(!is_signed_in(&browser).await);
    }
}

#[tokio::test]
async fn an_unproved_address_signs_in_by_no_name() {
    let test = TestApp::with(&[USERNAMES, ("registration.require_verified_email", "true")]).await;
    ada(&test, "unproved").await;
    let (browser, reply) = sign_in(&test, "unproved", PASSWORD).await;
    let reply = browser.follow(reply).await;
    assert!(reply.body.contains("Check your mail"), "{}", reply.body);
    assert!(reply.body.contains("a***@example.test") && !reply.body.contains(ADA), "{}", reply.body);
    assert!(!is_signed_in(&browser).await);
}

#[tokio::test]
async fn without_the_feature_no_page_speaks_of_usernames() {
    let test = TestApp::start().await;
    ada(&test, "ignored").await;
    for path in ["/sign-in", "/sign-up"] {
        assert!(!test.browser().get(path).await.body.to_lowercase().contains("or username"), "{path}");
    }
    let (browser, reply) = sign_in(&test, "ignored", PASSWORD).await;
    assert!(reply.body.contains("That email and password do not match"), "{}", reply.body);
    assert!(!is_signed_in(&browser).await);
}
