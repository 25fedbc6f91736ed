//! The phone number on the profile page.

use std::time::Duration;

use crate::api::PASSWORD;
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::phones::{NUMBER, OTHER_NUMBER, another, texted_code, with_phones};

const ADA: &str = "ada@example.test";

async fn ada(test: &TestApp) -> TestBrowser<'_> {
    let browser = test.browser();
    browser.sign_up("Ada Lovelace", ADA, PASSWORD).await;
    browser
}

/// Asks for a code, and gives the page that asks for it.
async fn ask(browser: &TestBrowser<'_>, number: &str) -> Reply {
    let page = browser.get("/account/profile").await;
    let asked = browser.submit(&page, "/account/phone", &[("phone", number), ("action", "send")]).await;
    browser.get(asked.location().split('#').next().unwrap()).await
}

async fn enter(browser: &TestBrowser<'_>, page: &Reply, code: &str) -> Reply {
    let entered = page.hidden("entered").expect("the number is on the page");
    browser.submit(page, "/account/phone/code", &[("entered", &entered), ("code", code), ("action", "save")]).await
}

#[tokio::test]
async fn a_number_is_added_changed_and_removed() {
    let test = with_phones(&[]).await;
    let browser = ada(&test).await;
    for (number, shown) in [(NUMBER, "+1 201-555-0123"), (OTHER_NUMBER, "+1 201-555-0145")] {
        let page = ask(&browser, number).await;
        assert_eq!(page.text_of("entered-phone").as_deref(), Some(shown), "{}", page.body);
        let code = texted_code(&test, number).await;
        let refused = enter(&browser, &page, another(&code)).await;
        assert!(refused.status == 422 && refused.body.contains("That is not the code."), "{}", refused.body);
        assert_eq!(enter(&browser, &refused, &code).await.location(), "/account/profile");
        let page = browser.get("/account/profile").await;
        assert_eq!(page.text_of("current-phone").as_deref(), Some(shown));
        assert!(page.body.contains("Your phone number is saved."));
    }
    let page = browser.get("/account/profile").await;
    assert_eq!(browser.submit(&page, "/account/phone/remove", &[("action", "remove")]).await.status, 303);
    assert!(browser.get("/account/profile").await.body.contains("You have no phone number here."));
}

#[tokio::test]
async fn a_number_of_somebody_else_is_told_to_whom_it_belongs() {
    let test = with_phones(&[]).await;
    let first = ada(&test).await;
    let page = ask(&first, NUMBER).await;
    enter(&first, &page, &texted_code(&test, NUMBER).await).await;
    let second = test.browser();
    second.sign_up("Bob", "bob@example.test", PASSWORD).await;
    let page = ask(&second, NUMBER).await;
    let refused = enter(&second, &page, &texted_code(&test, NUMBER).await).await;
    assert!(refused.status == 422 && refused.body.contains("This number stands on another account."), "{}", refused.body);
}

#[tokio::test]
async fn s44_an_old_session_changes_no_number() {
    let test = with_phones(&[]).await;
    let browser = ada(&test).await;
    let page = browser.get("/account/profile").await;
    test.advance(Duration::from_secs(11 * 60));
    for path in ["/account/phone", "/account/phone/code", "/account/phone/remove"] {
        let reply = browser.submit(&page, path, &[("phone", NUMBER), ("entered", "any"), ("code", "000000")]).await;
        assert!(reply.location().starts_with("/confirm-identity"), "{path}: {} {}", reply.status, reply.location());
    }
    assert!(browser.get("/account/profile").await.body.contains(r#"id="phone-proof""#));
    assert!(test.app.text_messages.caught_texts().is_empty());
}

#[tokio::test]
async fn the_only_way_in_is_not_given_up() {
    let test = with_phones(&[("phone.sign_up", "true")]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in/phone").await;
    let asked = browser.submit(&page, "/sign-in/phone", &[("phone", NUMBER)]).await;
    let page = browser.get(asked.location()).await;
    let (address, code) = (page.hidden("address").unwrap(), texted_code(&test, NUMBER).await);
    browser.submit(&page, "/sign-in/phone-code", &[("address", &address), ("code", &code)]).await;
    let page = browser.get("/account/profile").await;
    let refused = browser.submit(&page, "/account/phone/remove", &[("action", "remove")]).await;
    assert!(refused.status == 422 && refused.body.contains("Without this number"), "{}", refused.body);
}
