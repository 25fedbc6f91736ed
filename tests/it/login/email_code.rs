//! Signing in on the pages by mailed code.

use std::time::Duration;

use vestibule::store::users;

use super::flow::{allow, has_code, start};
use super::{ADA, BOB, PASSWORD, follow_link, is_password, is_signed_in, person};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

const ON: (&str, &str) = ("email_code.enabled", "true");

async fn start_app() -> TestApp {
    TestApp::with(&[ON]).await
}

/// The code in the newest mail to an address.
async fn code(test: &TestApp, email: &str) -> String {
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.to.as_str() == email).expect("a mail was sent");
    mail.mail.subject.chars().take(7).collect()
}

fn wrong(code: &str) -> &'static str {
    if code == "000 000" { "000001" } else { "000000" }
}

/// Presses "Email me a code" on a sign-in page, and gives the page that asks for it.
async fn ask(browser: &TestBrowser<'_>, page: &Reply, email: &str) -> Reply {
    assert!(page.body.contains(r#"id="email-code""#), "{}", page.body);
    let fields = [("identifier", email), ("password", ""), ("remember", "on"), ("action", "email-code")];
    let reply = browser.submit(page, "/sign-in/email-code", &fields).await;
    assert!(reply.location().starts_with("/sign-in/code?"), "{} {}", reply.location(), reply.body);
    browser.get(reply.location()).await
}

/// Asks on the sign-in page.
async fn asked<'a>(test: &'a TestApp, email: &str) -> (TestBrowser<'a>, Reply) {
    test.deliver_mail().await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let page = ask(&browser, &page, email).await;
    (browser, page)
}

async fn enter(browser: &TestBrowser<'_>, page: &Reply, code: &str) -> Reply {
    let address = page.hidden("address").expect("the address is on the page");
    let fields = [("address", address.as_str()), ("code", code), ("remember", "on"), ("action", "sign-in")];
    browser.submit(page, "/sign-in/code", &fields).await
}

async fn again(browser: &TestBrowser<'_>, page: &Reply) -> Reply {
    let address = page.hidden("address").expect("the address is on the page");
    let reply = browser.submit(page, "/sign-in/email-code", &[("address", &address), ("action", "again")]).await;
    browser.get(reply.location()).await
}

#[tokio::test]
async fn a_code_signs_in_once_however_it_is_grouped() {
    let test = start_app().await;
    let ada = person(&test, ADA).await;
    follow_link(&ada, &test.mailed_link(ADA).await).await;
    let (browser, page) = asked(&test, ADA).await;
    assert!(page.body.contains(r#"autocomplete="one-time-code""#) && page.body.contains(r#"inputmode="numeric""#));
    let code = code(&test, ADA).await;
    let other = browser.copy();
    let reply = enter(&browser, &page, &code.replace(' ', "-")).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
    assert_eq!(enter(&other, &page, &code).await.status, 422);
    assert!(is_password(&test, ADA, PASSWORD).await, "who had proved the address keeps the password");
}

#[tokio::test]
async fn three_wrong_tries_and_the_code_is_gone_whoever_has_an_account() {
    let test = TestApp::with(&[ON, ("email_code.sign_up", "false")]).await;
    person(&test, ADA).await;
    for email in [ADA, BOB] {
        let (browser, page) = asked(&test, email).await;
        test.deliver_mail().await;
        let code = if email == ADA { code(&test, ADA).await } else { "123 456".to_owned() };
        for _ in 0..3 {
            let refused = enter(&browser, &page, wrong(&code)).await;
            assert!(refused.status == 422 && refused.body.contains("That is not the code."), "{}", refused.body);
        }
        let gone = enter(&browser, &page, &code).await;
        assert!(gone.status == 422 && gone.body.contains("This code no longer works."), "{email} {}", gone.body);
        assert!(!is_signed_in(&browser).await);
    }
}

#[tokio::test]
async fn new_codes_give_no_endless_tries() {
    let test = start_app().await;
    person(&test, ADA).await;
    for _ in 0..5 {
        let (browser, page) = asked(&test, ADA).await;
        let code = code(&test, ADA).await;
        for _ in 0..3 {
            assert!(enter(&browser, &page, wrong(&code)).await.body.contains("That is not the code."));
        }
        test.advance(Duration::from_secs(4 * 60));
    }
    let (browser, page) = asked(&test, ADA).await;
    let refused = enter(&browser, &page, &code(&test, ADA).await).await;
    assert!(refused.body.contains("This code no longer works."), "a right one, in its first try");
    test.advance(Duration::from_secs(60 * 60));
    let (browser, page) = asked(&test, ADA).await;
    assert_eq!(enter(&browser, &page, &code(&test, ADA).await).await.location(), "/account");
}

#[tokio::test]
async fn only_the_newest_code_counts_and_for_five_minutes() {
    let test = start_app().await;
    let (browser, page) = asked(&test, BOB).await;
    let first = code(&test, BOB).await;
    let waiting = again(&browser, &page).await;
    assert!(waiting.body.contains("A code was sent a moment ago."), "{}", waiting.body);
    assert_eq!(code(&test, BOB).await, first);
    test.advance(Duration::from_secs(31));
    let page = again(&browser, &waiting).await;
    assert!(!page.body.contains("A code was sent a moment ago."));
    let second = code(&test, BOB).await;
    assert_eq!(enter(&browser, &page, &first).await.status, 422);
    test.advance(Duration::from_secs(300));
    let late = enter(&browser, &page, &second).await;
    assert!(late.body.contains("This code no longer works."));
}

#[tokio::test]
async fn an_app_that_waits_gets_its_answer_with_two_tabs_and_a_reload() {
    let test = start_app().await;
    let browser = test.browser();
    let (one, other) = (browser.open(&start(&test, &[]).await).await, browser.open(&start(&test, &[]).await).await);
    let first = ask(&browser, &one, BOB).await;
    assert!(first.body.contains("Analytical Engine") && first.hidden("flow") == one.hidden("flow"));
    let second = ask(&browser, &other, BOB).await;
    assert_eq!(second.hidden("flow"), other.hidden("flow"));
    let code = code(&test, BOB).await;
    let wrong = enter(&browser, &second, wrong(&code)).await;
    assert!(wrong.hidden("flow") == other.hidden("flow") && wrong.body.contains("Analytical Engine"));
    let reply = enter(&browser, &wrong, &code).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="), "{}", reply.location());
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

#[tokio::test]
async fn what_was_set_up_before_the_address_was_proved_ends() {
    let test = start_app().await;
    let squatter = person(&test, ADA).await;
    let (browser, page) = asked(&test, ADA).await;
    assert_eq!(enter(&browser, &page, &code(&test, ADA).await).await.location(), "/account");
    assert!(!is_signed_in(&squatter).await);
    assert!(!is_password(&test, ADA, PASSWORD).await);
}

#[tokio::test]
async fn another_browser_is_shown_no_address() {
    let test = start_app().await;
    let (_, page) = asked(&test, ADA).await;
    let address = page.hidden("address").unwrap();
    let other = test.browser();
    let path = vestibule::model::urls::with_query("/sign-in/code", &[("address", &address)]);
    assert_eq!(other.get(&path).await.location(), "/sign-in/email-code");
    let forged = other.post("/sign-in/code", &[("address", &address), ("code", "000000"), ("csrf", "forged")]).await;
    assert_eq!(forged.status, 403);
}

#[tokio::test]
async fn who_is_disabled_gets_no_code() {
    let test = start_app().await;
    person(&test, ADA).await;
    let now = test.app.clock.now();
    let mut unit = test.app.store.write("test").await.unwrap();
    let ada = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    users::set_disabled(&mut unit, &ada.id, Some(now), now).await.unwrap();
    unit.commit().await.unwrap();
    let before = test.mails().await.len();
    asked(&test, ADA).await;
    assert_eq!(test.mails().await.len(), before);
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    assert!(!page.body.contains("email-code"));
    assert_eq!(browser.submit(&page, "/sign-in/email-code", &[("email", ADA)]).await.status, 404);
    assert_eq!(browser.get("/sign-in/code?address=any").await.status, 404);
}
