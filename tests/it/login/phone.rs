//! Signing in, and a new password, by a code in a text message on the pages.

use std::time::Duration;

use serde_json::json;

use super::flow::{allow, has_code, start};
use super::is_signed_in;
use super::passkeys::sign_in_on_the_page;
use crate::api::{Call, PASSWORD, sign_up};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::{NUMBER, OTHER_NUMBER, another, texted_code, texts, with_phones};

const SIGN_UP: (&str, &str) = ("phone.sign_up", "true");
const NEW_PASSWORD: &str = "staple clip paper glue";

/// Presses "Text me a code" on a sign-in page, types the number, and gives the page that asks for the code.
async fn ask(browser: &TestBrowser<'_>, page: &Reply, number: &str) -> Reply {
    assert!(page.body.contains(r#"id="phone-code""#), "{}", page.body);
    let asked = browser.submit(page, "/sign-in/phone", &[("identifier", ""), ("remember", "on"), ("action", "phone-code")]).await;
    assert!(asked.location().starts_with("/sign-in/phone"), "a page of its own, to which Back leads: {}", asked.location());
    let asked = browser.get(asked.location()).await;
    assert!(asked.body.contains(r#"autocomplete="tel""#) && asked.body.contains(r#"inputmode="tel""#), "{}", asked.body);
    let reply = browser.submit(&asked, "/sign-in/phone", &[("phone", number), ("remember", "on"), ("action", "send")]).await;
    assert!(reply.location().starts_with("/sign-in/phone-code?"), "{} {}", reply.location(), reply.body);
    browser.get(reply.location()).await
}

async fn asked<'a>(test: &'a TestApp, number: &str) -> (TestBrowser<'a>, Reply) {
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let page = ask(&browser, &page, number).await;
    (browser, page)
}

async fn enter(browser: &TestBrowser<'_>, page: &Reply, code: &str) -> Reply {
    let address = page.hidden("address").expect("the number is on the page");
    let fields = [("address", address.as_str()), ("code", code), ("remember", "on"), ("action", "sign-in")];
    browser.submit(page, "/sign-in/phone-code", &fields).await
}

async fn again(browser: &TestBrowser<'_>, page: &Reply) -> Reply {
    let address = page.hidden("address").expect("the number is on the page");
    let reply = browser.submit(page, "/sign-in/phone", &[("address", &address), ("action", "again")]).await;
    browser.get(reply.location()).await
}

/// Somebody with a number and a password.
async fn ann(test: &TestApp) {
    let cookies = sign_up(test, "ann").await;
    let body = json!({ "phoneNumber": NUMBER });
    Call::post(test, "/phone-number/send-otp", &body).in_browser(&cookies).send().await;
    let code = texted_code(test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "code": code, "updatePhoneNumber": true });
    assert_eq!(Call::post(test, "/phone-number/verify", &body).in_browser(&cookies).send().await.status, 200);
    test.advance(Duration::from_secs(31));
}

#[tokio::test]
async fn a_code_signs_in_once_and_makes_the_account() {
    let test = with_phones(&[SIGN_UP]).await;
    let (browser, page) = asked(&test, "+1 (201) 555-0123").await;
    assert_eq!(page.text_of("entered-phone").as_deref(), Some("+1 201-555-0123"));
    assert!(page.body.contains(r#"autocomplete="one-time-code""#) && page.body.contains(r#"inputmode="numeric""#));
    let code = texted_code(&test, NUMBER).await;
    let text = test.app.text_messages.caught_texts().pop().unwrap().message.text;
    assert!(text.ends_with(&format!("\n\n@localhost #{code}")), "{text}");
    let other = browser.copy();
    let reply = enter(&browser, &page, &code).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
    assert_eq!(enter(&other, &page, &code).await.status, 422);
}

#[tokio::test]
async fn wrong_codes_lock_out_and_a_new_code_lets_in() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    for number in [NUMBER, OTHER_NUMBER] {
        let (browser, page) = asked(&test, number).await;
        assert!(page.body.contains("has an account, we sent it a code."), "{}", page.body);
        let code = if number == NUMBER { texted_code(&test, NUMBER).await } else { "123456".to_owned() };
        for _ in 0..3 {
            let refused = enter(&browser, &page, another(&code)).await;
            assert!(refused.status == 422 && refused.body.contains("That is not the code."), "{number} {}", refused.body);
        }
        let gone = enter(&browser, &page, &code).await;
        assert!(gone.status == 422 && gone.body.contains("This code no longer works."), "{number} {}", gone.body);
        let page = again(&browser, &gone).await;
        if number == NUMBER {
            assert_eq!(enter(&browser, &page, &texted_code(&test, NUMBER).await).await.location(), "/account");
        }
    }
    assert_eq!(texts(&test, OTHER_NUMBER).await, 0);
}

#[tokio::test]
async fn another_code_comes_after_a_pause() {
    let test = with_phones(&[SIGN_UP]).await;
    let (browser, page) = asked(&test, NUMBER).await;
    let waiting = again(&browser, &page).await;
    assert!(waiting.body.contains("A code was sent a moment ago."), "{}", waiting.body);
    assert_eq!(texts(&test, NUMBER).await, 1);
    test.advance(Duration::from_secs(31));
    assert!(!again(&browser, &waiting).await.body.contains("A code was sent a moment ago."));
    assert_eq!(texts(&test, NUMBER).await, 2);
}

#[tokio::test]
async fn an_app_that_waits_gets_its_answer() {
    let test = with_phones(&[SIGN_UP]).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let page = ask(&browser, &page, NUMBER).await;
    assert!(page.body.contains("Analytical Engine"));
    let reply = enter(&browser, &page, &texted_code(&test, NUMBER).await).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="), "{}", reply.location());
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

#[tokio::test]
async fn the_number_stands_for_the_address_beside_the_password() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    assert!(page.body.contains("Email or phone number"), "{}", page.body);
    let refused = browser.sign_in("+1 201 555 0123", "wrong password").await;
    assert!(refused.status == 422 && refused.body.contains("Phone number and password do not match."), "{}", refused.body);
    assert_eq!(browser.sign_in("+1 201 555 0123", PASSWORD).await.location(), "/account");
    let test = with_phones(&[("phone.password", "false")]).await;
    ann(&test).await;
    assert_eq!(test.browser().sign_in(NUMBER, PASSWORD).await.status, 422);
}

#[tokio::test]
async fn a_forgotten_password_is_reset_by_text_message() {
    let test = with_phones(&[]).await;
    ann(&test).await;
    let browser = test.browser();
    let page = browser.get("/forgot-password").await;
    assert!(page.body.contains(r#"id="forgot-phone""#));
    let page = browser.get("/forgot-password/phone").await;
    let asked = browser.submit(&page, "/forgot-password/phone", &[("phone", NUMBER), ("action", "send")]).await;
    let page = browser.get(asked.location()).await;
    let (address, code) = (page.hidden("address").unwrap(), texted_code(&test, NUMBER).await);
    let send = async |code: &str, password: &str| {
        let fields = [("address", address.as_str()), ("code", code), ("password", password), ("action", "reset")];
        browser.submit(&page, "/reset-password/phone", &fields).await
    };
    assert_eq!(send(&code, "short").await.status, 422);
    assert!(send(another(&code), NEW_PASSWORD).await.body.contains("That is not the code."));
    assert_eq!(send(&code, NEW_PASSWORD).await.location(), "/sign-in?notice=password_reset");
    assert_eq!(send(&code, NEW_PASSWORD).await.status, 422);
    assert_eq!(test.browser().sign_in(NUMBER, NEW_PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn another_browser_is_shown_no_number() {
    let test = with_phones(&[SIGN_UP]).await;
    let (_, page) = asked(&test, NUMBER).await;
    let address = page.hidden("address").unwrap();
    let path = vestibule::model::urls::with_query("/sign-in/phone-code", &[("address", &address)]);
    assert_eq!(test.browser().get(&path).await.location(), "/sign-in/phone");
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let browser = test.browser();
    assert!(!browser.get("/sign-in").await.body.contains("phone"));
    for path in ["/sign-in/phone", "/sign-in/phone-code", "/forgot-password/phone", "/reset-password/phone"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_box_that_was_unticked_stays_so() {
    let test = with_phones(&[SIGN_UP]).await;
    let browser = test.browser();
    for (ticked, more) in [(true, [("remember", "on")].as_slice()), (false, &[])] {
        let is_kept =
            |page: &Reply| assert_eq!(page.body.contains(r#"name="remember" value="on" checked"#), ticked, "{}", page.body);
        let page = browser.get("/sign-in").await;
        let with = |own: &[(&'static str, &'static str)]| own.iter().chain(more).copied().collect::<Vec<_>>();
        let asked = browser.submit(&page, "/sign-in/phone", &with(&[("identifier", "ada@example.test")])).await;
        let asked = browser.follow(asked).await;
        is_kept(&asked);
        let sent = browser.submit(&asked, "/sign-in/phone", &with(&[("phone", NUMBER)])).await;
        let sent = browser.follow(sent).await;
        is_kept(&sent);
        let other = sent.body.split("href=\"/sign-in/phone").nth(1).unwrap().split('"').next().unwrap();
        is_kept(&browser.get(&format!("/sign-in/phone{other}")).await);
        test.advance(Duration::from_secs(31));
    }
}

/// A proved number stands for a proved address where there is no address: nothing could be mailed.
#[tokio::test]
async fn who_proved_a_number_is_not_sent_to_a_mailbox_that_nobody_has() {
    let settings =
        [SIGN_UP, ("registration.require_verified_email", "true"), ("username.enabled", "true"), ("passkey.enabled", "true")];
    let test = with_phones(&settings).await;
    let (browser, page) = asked(&test, NUMBER).await;
    enter(&browser, &page, &texted_code(&test, NUMBER).await).await;
    let named =
        Call::post(&test, "/update-user", &json!({ "username": "ann_l" })).in_browser(&browser.cookie_header()).send().await;
    assert_eq!(named.status, 200, "{}", named.body);
    Call::post(&test, "/phone-number/request-password-reset", &json!({ "phoneNumber": NUMBER })).send().await;
    let code = texted_code(&test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "otp": code, "newPassword": NEW_PASSWORD });
    let set = Call::post(&test, "/phone-number/reset-password", &body).send().await;
    assert_eq!(set.status, 200, "{}", set.body);

    for identifier in ["ann_l", NUMBER] {
        assert_eq!(test.browser().sign_in(identifier, NEW_PASSWORD).await.location(), "/account", "{identifier}");
    }
    for (path, name) in [("/sign-in/username", "username"), ("/sign-in/phone-number", "phoneNumber")] {
        let value = if name == "username" { "ann_l" } else { NUMBER };
        let reply = Call::post(&test, path, &json!({ name: value, "password": NEW_PASSWORD })).send().await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
    }
    let device = PasskeyDevice::default();
    device.enrol(&test, "12015550123@phone.invalid").await;
    assert_eq!(sign_in_on_the_page(&test, &test.browser(), &device).await.location(), "/account", "by passkey");

    // An address that only looks like one that stands for a number, and one that is real, are to be proved.
    for (name, email) in [("squatter", "12015550145@phone.invalid"), ("eve_l", "eve@example.test")] {
        let body = json!({ "name": "Eve", "email": email, "username": name, "password": NEW_PASSWORD });
        assert_eq!(Call::post(&test, "/sign-up/email", &body).send().await.status, 200);
        for identifier in [name, email] {
            let refused = test.browser().sign_in(identifier, NEW_PASSWORD).await;
            assert!(
                refused.location().starts_with("/check-mail") || refused.location().contains("mail"),
                "{}",
                refused.location()
            );
            assert_ne!(refused.location(), "/account");
        }
    }
}
