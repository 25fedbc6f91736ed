//! Signing in with the address first: `pages.sign_in = "identifier_first"`.

use std::time::Duration;

use super::flow::{allow, has_code, start};
use super::{ADA, BOB, PASSWORD, is_signed_in, parameter, person};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

async fn two_steps() -> TestApp {
    TestApp::with(&[("pages.sign_in", "identifier_first")]).await
}

fn asks_for_address(page: &Reply) -> bool {
    page.body.contains(r#"id="identifier-submit""#) && !page.body.contains(r#"id="password""#)
}

fn asks_for_password_of(page: &Reply, address: &str) -> bool {
    page.body.contains(r#"id="login-submit""#) && page.text_of("entered-address").as_deref() == Some(address)
}

/// Sends the address; gives the answer, and the page that it leads to.
async fn identify(browser: &TestBrowser<'_>, page: &Reply, address: &str) -> (Reply, Reply) {
    let return_to = page.hidden("return_to");
    let return_to = return_to.as_deref().map(|path| ("return_to", path));
    let fields: Vec<_> = return_to.into_iter().chain([("identifier", address)]).collect();
    let reply = browser.submit(page, "/sign-in", &fields).await;
    let next = browser.get(reply.location()).await;
    (reply, next)
}

fn change_url(page: &Reply) -> String {
    let link = page.body.split(r#"id="change-address" href=""#).nth(1).expect("a link");
    link.split('"').next().expect("an address").replace("&amp;", "&").replace("&#38;", "&")
}

#[tokio::test]
async fn the_address_comes_first_and_the_password_on_the_next_page() {
    let test = two_steps().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let first = browser.get("/sign-in?return_to=/account/security").await;
    assert!(asks_for_address(&first));
    let (reply, second) = identify(&browser, &first, " Ada@Example.test").await;
    assert_eq!(reply.status, 303);
    assert!(asks_for_password_of(&second, ADA), "{}", second.body);
    assert!(second.body.contains(&format!(r#"name="identifier" value="{ADA}""#)), "for password managers");
    assert!(!reply.location().contains("ada"), "no address in a URL");
    let wrong = browser.submit(&second, "/sign-in", &[("identifier", ADA), ("password", "wrong horse battery")]).await;
    assert!(asks_for_password_of(&wrong, ADA) && wrong.body.contains(r#"id="form-error""#));
    assert!(!is_signed_in(&browser).await);
    let fields = [("identifier", ADA), ("password", PASSWORD), ("return_to", "/account/security")];
    assert_eq!(browser.submit(&wrong, "/sign-in", &fields).await.location(), "/account/security");
}

#[tokio::test]
async fn the_password_is_asked_for_whoever_has_an_account() {
    let test = two_steps().await;
    person(&test, ADA).await;
    let mut pages = Vec::new();
    for address in [ADA, "ann@example.test"] {
        let browser = test.browser();
        let first = browser.get("/sign-in").await;
        let writes = test.app.store.committed_groups();
        let (reply, second) = identify(&browser, &first, address).await;
        assert_eq!(test.app.store.committed_groups(), writes, "the step writes nothing");
        assert!(asks_for_password_of(&second, address));
        pages.push((reply.status, reply.location().len(), second.body.len()));
    }
    assert_eq!(pages.first(), pages.last());
}

#[tokio::test]
async fn reloading_going_back_and_changing_the_address_work() {
    let test = two_steps().await;
    person(&test, ADA).await;
    person(&test, BOB).await;
    let browser = test.browser();
    let first = browser.get("/sign-in?return_to=/account/security").await;
    let (reply, second) = identify(&browser, &first, BOB).await;
    assert!(asks_for_password_of(&browser.get(reply.location()).await, BOB), "reloaded");
    let (_, again) = identify(&browser, &first, ADA).await;
    assert!(asks_for_password_of(&again, ADA), "back, and another address");
    let change = change_url(&second);
    assert_eq!(parameter(&change, "return_to"), "/account/security");
    let changing = browser.get(&change).await;
    assert!(asks_for_address(&changing));
    assert!(changing.body.contains(&format!(r#"name="identifier" value="{BOB}""#)));
    let (_, changed) = identify(&browser, &changing, ADA).await;
    assert_eq!(changed.hidden("return_to").as_deref(), Some("/account/security"));
    let signed_in = browser.submit(&changed, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), "/account");
}

#[tokio::test]
async fn no_link_shows_an_address_of_its_makers_choice() {
    let test = two_steps().await;
    let browser = test.browser();
    let first = browser.get("/sign-in").await;
    let (reply, _) = identify(&browser, &first, ADA).await;
    let own = reply.location().to_owned();
    let victim = test.browser();
    assert!(asks_for_address(&victim.get(&own).await), "sealed for another browser");
    for address in [ADA, "Call+0900+123", "", "AAAA"] {
        let page = browser.get(&format!("/sign-in?address={address}&identifier={ADA}&login_hint={ADA}")).await;
        assert!(asks_for_address(&page) && page.body.contains(r#"name="identifier" value="""#), "{address}");
    }
    test.advance(Duration::from_secs(1799));
    assert!(asks_for_password_of(&browser.get(&own).await, ADA));
    test.advance(Duration::from_secs(1));
    assert!(asks_for_address(&browser.get(&own).await), "its time is over");
}

#[tokio::test]
async fn what_is_no_address_is_told_at_once() {
    let test = two_steps().await;
    let browser = test.browser();
    let first = browser.get("/sign-in").await;
    for fields in [vec![("identifier", "ada")], vec![("identifier", "")], vec![("identifier", "ada"), ("password", PASSWORD)]] {
        let page = browser.submit(&first, "/sign-in", &fields).await;
        assert!(asks_for_address(&page) && page.body.contains(r#"id="form-error""#), "{fields:?}");
    }
}

#[tokio::test]
async fn both_fields_at_once_sign_in_too() {
    let test = two_steps().await;
    person(&test, ADA).await;
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn a_hint_of_the_app_skips_the_first_step() {
    let test = two_steps().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[("login_hint", ADA)]).await).await;
    assert!(asks_for_password_of(&page, ADA) && page.body.contains("Analytical Engine"));
    assert!(page.body.contains("login-cancel"));
    let changing = browser.get(&change_url(&page)).await;
    assert!(asks_for_address(&changing) && changing.body.contains("Analytical Engine"));
    let (_, page) = identify(&browser, &changing, ADA).await;
    let reply = browser.submit(&page, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
    let other = test.browser();
    let page = other.open(&start(&test, &[("login_hint", "Call us on 0900 123")]).await).await;
    assert!(
        asks_for_address(&page) && page.body.contains(r#"name="identifier" value="""#),
        "a hint that is no address says nothing"
    );
}
