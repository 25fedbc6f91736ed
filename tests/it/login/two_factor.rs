//! The pages of the second factor.

use std::time::Duration;

use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;

const ON: [(&str, &str); 1] = [("two_factor.policy", "optional")];
const PASSWORD: &str = "correct horse battery";
const EMAIL: &str = "ada@example.test";
const PAGE: &str = "/two-factor";
const ACCOUNT: &str = "/account/two-factor";

/// What stands between two texts of a page.
fn between<'a>(page: &'a Reply, before: &str, after: &str) -> &'a str {
    let start = page.body.find(before).unwrap_or_else(|| panic!("no {before} in {}", page.body)) + before.len();
    page.body[start..].split(after).next().unwrap()
}

/// Sets an app up on the account page. Returns it and the codes on paper.
async fn set_up(test: &TestApp, browser: &TestBrowser<'_>) -> (Authenticator, Vec<String>) {
    let page = browser.get(ACCOUNT).await;
    let page = browser.submit(&page, ACCOUNT, &[("action", "propose")]).await;
    let page = browser.follow(page).await;
    assert!(page.body.contains("<svg class=\"qr-code\""), "{}", page.body);
    let app = Authenticator::of_text(between(&page, "<code id=\"totp-secret\" dir=\"ltr\">", "<"));
    let code = app.code(test.app.clock.now());
    let done = browser.submit(&page, ACCOUNT, &[("action", "confirm"), ("code", &code)]).await;
    assert_eq!(done.status, 200, "{}", done.body);
    let list = between(&done, "id=\"backup-codes\" dir=\"ltr\">", "</ul>");
    let codes: Vec<String> = list.split("<code>").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    test.advance(Duration::from_secs(30));
    (app, codes)
}

async fn ada(test: &TestApp) -> (Authenticator, Vec<String>) {
    let browser = test.browser();
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    set_up(test, &browser).await
}

async fn is_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/account/profile").await.status == 200
}

async fn sign_out(browser: &TestBrowser<'_>) {
    let page = browser.get("/sign-out").await;
    browser.submit(&page, "/sign-out", &[("action", "sign-out")]).await;
}

#[tokio::test]
async fn signing_in_leads_by_the_second_factor() {
    let test = TestApp::with(&ON).await;
    let (app, _) = ada(&test).await;
    let browser = test.browser();
    let asked = browser.sign_in(EMAIL, PASSWORD).await;
    assert_eq!(asked.location(), PAGE);
    assert!(!is_in(&browser).await);
    let page = browser.get(PAGE).await;
    assert!(page.body.contains("autocomplete=\"one-time-code\"") && page.body.contains("inputmode=\"numeric\""));
    assert!(!page.body.contains(EMAIL), "whoever knows a password alone learns nothing");
    let wrong = browser.submit(&page, PAGE, &[("method", "totp"), ("code", "000000"), ("action", "verify")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("That code is not right"));
    let code = app.code(test.app.clock.now());
    let done = browser.submit(&wrong, PAGE, &[("method", "totp"), ("code", &code), ("action", "verify")]).await;
    assert_eq!(done.location(), "/account", "{}", done.body);
    assert!(is_in(&browser).await);
    assert!(browser.cookie("vestibule.two_factor").is_none());
}

#[tokio::test]
async fn it_goes_on_where_the_person_was_going() {
    let test = TestApp::with(&ON).await;
    let (_, codes) = ada(&test).await;
    let browser = test.browser();
    let page = browser.get("/sign-in?return_to=%2Faccount%2Fsessions").await;
    let fields = [("identifier", EMAIL), ("password", PASSWORD), ("return_to", "/account/sessions")];
    let asked = browser.submit(&page, "/sign-in", &fields).await;
    assert_eq!(asked.location(), "/two-factor?return_to=%2Faccount%2Fsessions");
    let page = browser.get(&format!("{}&method=backup_code", asked.location())).await;
    assert!(page.body.contains("autocomplete=\"off\""));
    let fields =
        [("method", "backup_code"), ("code", codes[0].as_str()), ("return_to", "/account/sessions"), ("action", "verify")];
    let done = browser.submit(&page, PAGE, &fields).await;
    assert_eq!(done.location(), "/account/sessions");
    assert!(browser.get(ACCOUNT).await.body.contains("9 backup codes are left"));
}

#[tokio::test]
async fn a_code_comes_by_mail() {
    let test = TestApp::with(&ON).await;
    ada(&test).await;
    let browser = test.browser();
    browser.sign_in(EMAIL, PASSWORD).await;
    let page = browser.get("/two-factor?method=mailed_code").await;
    assert!(page.body.contains("a***@example.test") && !page.body.contains("name=\"code\""));
    let sent = browser.submit(&page, PAGE, &[("method", "mailed_code"), ("action", "send")]).await;
    let page = browser.follow(sent).await;
    assert!(page.body.contains("It works for 3 minutes") && page.body.contains("name=\"code\""), "{}", page.body);
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).expect("a code was mailed");
    let code: String = mail.mail.subject.chars().take_while(char::is_ascii_digit).collect();
    assert!(mail.mail.text.contains(&code));
    let done = browser.submit(&page, PAGE, &[("method", "mailed_code"), ("code", &code), ("action", "verify")]).await;
    assert_eq!(done.location(), "/account", "{}", done.body);
}

#[tokio::test]
async fn a_trusted_browser_is_not_asked_again() {
    let test = TestApp::with(&ON).await;
    let (app, _) = ada(&test).await;
    let browser = test.browser();
    browser.sign_in(EMAIL, PASSWORD).await;
    let page = browser.get(PAGE).await;
    let code = app.code(test.app.clock.now());
    let fields = [("method", "totp"), ("code", code.as_str()), ("trust", "on"), ("action", "verify")];
    assert_eq!(browser.submit(&page, PAGE, &fields).await.location(), "/account");
    sign_out(&browser).await;
    assert_eq!(browser.sign_in(EMAIL, PASSWORD).await.location(), "/account");
    assert!(is_in(&browser).await);
}

#[tokio::test]
async fn too_many_wrong_codes_lead_back_to_signing_in() {
    let test = TestApp::with(&ON).await;
    ada(&test).await;
    let browser = test.browser();
    browser.sign_in(EMAIL, PASSWORD).await;
    let page = browser.get(PAGE).await;
    let wrong = [("method", "totp"), ("code", "000000"), ("action", "verify")];
    for _ in 0..5 {
        assert_eq!(browser.submit(&page, PAGE, &wrong).await.status, 422);
    }
    let over = browser.submit(&page, PAGE, &wrong).await;
    assert_eq!(over.location(), "/sign-in?notice=too_many_codes");
    assert!(browser.follow(over).await.body.contains("Too many codes were wrong"));
}

#[tokio::test]
async fn without_anything_owed_the_page_leads_on() {
    let test = TestApp::with(&ON).await;
    let browser = test.browser();
    assert_eq!(browser.get(PAGE).await.location(), "/sign-in");
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    assert_eq!(browser.get(PAGE).await.location(), "/account");
}

#[tokio::test]
async fn the_account_page_shows_codes_once_and_turns_it_off() {
    let test = TestApp::with(&ON).await;
    let browser = test.browser();
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let (_, codes) = set_up(&test, &browser).await;
    let page = browser.get(ACCOUNT).await;
    assert!(codes.iter().all(|code| !page.body.contains(code.as_str())));
    let renewed = browser.submit(&page, ACCOUNT, &[("action", "codes")]).await;
    assert!(renewed.body.contains("id=\"backup-codes\"") && codes.iter().all(|code| !renewed.body.contains(code.as_str())));
    let off = browser.submit(&page, ACCOUNT, &[("action", "turn_off")]).await;
    assert!(browser.follow(off).await.body.contains("Your second factor is off."));
    assert_eq!(test.browser().sign_in(EMAIL, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn a_new_app_counts_only_once_it_is_confirmed() {
    let test = TestApp::with(&ON).await;
    let browser = test.browser();
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let (app, _) = set_up(&test, &browser).await;
    let page = browser.get(ACCOUNT).await;
    browser.submit(&page, ACCOUNT, &[("action", "propose")]).await;
    let other = test.browser();
    other.sign_in(EMAIL, PASSWORD).await;
    let page = other.get(PAGE).await;
    let code = app.code(test.app.clock.now());
    let fields = [("method", "totp"), ("code", code.as_str()), ("action", "verify")];
    assert_eq!(other.submit(&page, PAGE, &fields).await.location(), "/account");
}

#[tokio::test]
async fn changing_it_asks_for_a_fresh_proof_with_the_second_factor() {
    let test = TestApp::with(&ON).await;
    let browser = test.browser();
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let (app, _) = set_up(&test, &browser).await;
    test.advance(Duration::from_secs(601));
    let stale = browser.get(ACCOUNT).await;
    assert!(stale.location().starts_with("/confirm-identity"), "{}", stale.location());
    // A session in which no second factor was shown, as on a trusted browser.
    let trusting = test.browser();
    trusting.sign_in(EMAIL, PASSWORD).await;
    let page = trusting.get(PAGE).await;
    let code = app.code(test.app.clock.now());
    let fields = [("method", "totp"), ("code", code.as_str()), ("trust", "on"), ("action", "verify")];
    trusting.submit(&page, PAGE, &fields).await;
    sign_out(&trusting).await;
    trusting.sign_in(EMAIL, PASSWORD).await;
    let first = trusting.get(ACCOUNT).await;
    assert_eq!(first.location(), "/two-factor?return_to=%2Faccount%2Ftwo-factor");
    test.advance(Duration::from_secs(30));
    let page = trusting.get(first.location()).await;
    let code = app.code(test.app.clock.now());
    let fields = [("method", "totp"), ("code", code.as_str()), ("return_to", ACCOUNT), ("action", "verify")];
    let done = trusting.submit(&page, PAGE, &fields).await;
    assert_eq!(done.location(), ACCOUNT, "{}", done.body);
    assert_eq!(trusting.get(ACCOUNT).await.status, 200);
}
