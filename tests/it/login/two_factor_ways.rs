//! Other second factors than the app: a text message, a passkey, a trusted browser. And an app on a phone whose clock is off.

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::phone_number::PhoneNumber;
use vestibule::store::{phone_numbers, users};

use super::{ADA, PASSWORD};
use crate::api::{Call, cookies_of};
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::{NUMBER, another, texted_code, texts, with_phones};

const PAGE: &str = "/two-factor";
const ACCOUNT: &str = "/account/two-factor";
const OPTIONAL: (&str, &str) = ("two_factor.policy", "optional");
const TEXTED: [(&str, &str); 2] = [OPTIONAL, ("two_factor.text_message_codes", "true")];

async fn post(test: &TestApp, path: &str, body: &Value, cookies: &str) -> Reply {
    Call::post(test, path, body).in_browser(cookies).send().await
}

/// Ada with an authenticator app and, if there are phone numbers, hers.
async fn ada(test: &TestApp) -> Authenticator {
    let body = json!({ "name": "Ada", "email": ADA, "password": PASSWORD });
    let cookies = cookies_of(&post(test, "/sign-up/email", &body, "").await);
    let enabled = post(test, "/two-factor/enable", &json!({ "password": PASSWORD }), &cookies).await;
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(test, "/two-factor/verify-totp", &code, &cookies).await.status, 200);
    if test.app.config.phone.enabled {
        let mut unit = test.app.store.write("test").await.unwrap();
        let user = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
        let number = PhoneNumber::parse(NUMBER).unwrap();
        phone_numbers::put(&mut unit, &user.id, Some(&number), test.app.clock.now()).await.unwrap();
        unit.commit().await.unwrap();
    }
    test.advance(Duration::from_secs(30));
    app
}

async fn asked(test: &TestApp) -> TestBrowser<'_> {
    let browser = test.browser();
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.location(), PAGE);
    browser
}

async fn show(browser: &TestBrowser<'_>, page: &Reply, method: &str, code: &str) -> Reply {
    let fields = [("method", method), ("sent", "1"), ("code", code), ("action", "verify")];
    browser.submit(page, PAGE, &fields).await
}

async fn is_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/account/profile").await.status == 200
}

async fn pending(test: &TestApp) -> (Reply, String) {
    let reply = post(test, "/sign-in/email", &json!({ "email": ADA, "password": PASSWORD }), "").await;
    let cookies = cookies_of(&reply);
    (reply, cookies)
}

#[tokio::test]
async fn a_code_by_text_message_ends_the_sign_in() {
    let test = with_phones(&TEXTED).await;
    ada(&test).await;
    let browser = asked(&test).await;
    let page = browser.get("/two-factor?method=texted_code").await;
    assert!(page.body.contains("***23") && !page.body.contains(NUMBER), "{}", page.body);
    let sent = browser.submit(&page, PAGE, &[("method", "texted_code"), ("action", "send")]).await;
    let page = browser.get(sent.location()).await;
    let code = texted_code(&test, NUMBER).await;
    assert_eq!(show(&browser, &page, "mailed_code", &code).await.status, 422, "it was not mailed");
    assert_eq!(show(&browser, &page, "texted_code", another(&code)).await.status, 422);
    assert_eq!(show(&browser, &page, "texted_code", &code).await.location(), "/account");
    assert!(is_in(&browser).await);
}

#[tokio::test]
async fn it_is_there_only_where_it_is_turned_on_and_for_who_has_a_number() {
    let test = with_phones(&[OPTIONAL]).await;
    ada(&test).await;
    let browser = asked(&test).await;
    assert!(!browser.get(PAGE).await.body.contains("texted_code"));
    let (_, cookies) = pending(&test).await;
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await.status, 400);
}

/// By call it is the method `otp`, as a mailed one: the caller may say where the code goes.
#[tokio::test]
async fn by_json_a_code_goes_to_the_phone_when_that_is_asked_for() {
    let test = with_phones(&TEXTED).await;
    ada(&test).await;
    let (asked, cookies) = pending(&test).await;
    assert_eq!(asked.json()["twoFactorMethods"], json!(["totp", "otp"]));
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 200);
    assert_eq!(texts(&test, NUMBER).await, 0, "it is mailed unless somebody says otherwise");
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await.status, 200);
    let code = json!({ "code": texted_code(&test, NUMBER).await });
    let done = post(&test, "/two-factor/verify-otp", &code, &cookies).await;
    assert_eq!(done.status, 200, "{}", done.body);
    let told = Call::get(&test, "/get-session").in_browser(&cookies_of(&done)).send().await;
    assert_ne!(told.body, "null");
}

#[tokio::test]
async fn who_cannot_be_mailed_one_is_sent_one() {
    let test = with_phones(&[TEXTED[0], TEXTED[1], ("two_factor.mailed_codes", "false")]).await;
    ada(&test).await;
    let (_, cookies) = pending(&test).await;
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 200);
    assert_eq!(texts(&test, NUMBER).await, 1);
}

/// The phone is one proof, however often it is shown.
#[tokio::test]
async fn a_phone_is_not_two_factors() {
    let test = with_phones(&TEXTED).await;
    let app = ada(&test).await;
    post(&test, "/phone-number/send-otp", &json!({ "phoneNumber": NUMBER }), "").await;
    let code = texted_code(&test, NUMBER).await;
    let asked = post(&test, "/phone-number/verify", &json!({ "phoneNumber": NUMBER, "code": code }), "").await;
    assert_eq!(asked.json()["twoFactorRedirect"], true, "{}", asked.body);
    let cookies = cookies_of(&asked);
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await.status, 400);

    // Nor after the password was set by it.
    test.advance(Duration::from_secs(60));
    post(&test, "/phone-number/request-password-reset", &json!({ "phoneNumber": NUMBER }), "").await;
    let otp = texted_code(&test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "otp": otp, "newPassword": "staple clip paper glue" });
    assert_eq!(post(&test, "/phone-number/reset-password", &body, "").await.status, 200);
    let credentials = json!({ "email": ADA, "password": "staple clip paper glue" });
    let cookies = cookies_of(&post(&test, "/sign-in/email", &credentials, "").await);
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await.status, 400);
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(&test, "/two-factor/verify-totp", &code, &cookies).await.status, 200);
    let cookies = cookies_of(&post(&test, "/sign-in/email", &credentials, "").await);
    let sent = post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await;
    assert_eq!(sent.status, 200, "once the app was shown, it counts again: {}", sent.body);
}

#[tokio::test]
async fn text_messages_have_one_budget_whatever_they_are_for() {
    let test = with_phones(&TEXTED).await;
    ada(&test).await;
    let (_, cookies) = pending(&test).await;
    for _ in 0..5 {
        assert_eq!(post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await.status, 200);
    }
    let refused = post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await;
    assert_eq!(refused.status, 429, "{}", refused.body);
    post(&test, "/phone-number/send-otp", &json!({ "phoneNumber": NUMBER }), "").await;
    assert_eq!(texts(&test, NUMBER).await, 5);
}

#[tokio::test]
async fn a_passkey_will_do_after_a_password() {
    let test = TestApp::with(&[OPTIONAL, ("passkey.enabled", "true")]).await;
    ada(&test).await;
    let device = PasskeyDevice::default();
    device.knows_person.set(false);
    device.enrol(&test, ADA).await;
    let browser = asked(&test).await;
    let page = browser.get(PAGE).await;
    assert!(page.body.contains("Use a passkey") && page.body.contains("<noscript>"), "{}", page.body);
    let options = browser.get("/api/auth/passkey/generate-authenticate-options?secondFactor=1").await.json();
    assert_eq!(options["allowCredentials"].as_array().map(Vec::len), Some(1), "the browser is told of it: {options}");
    let credential = device.get(&options).to_string();
    let done = browser.submit(&page, "/two-factor/passkey", &[("credential", &credential)]).await;
    assert_eq!(done.location(), "/account", "{}", done.body);
    assert!(is_in(&browser).await);
}

#[tokio::test]
async fn a_passkey_of_somebody_else_or_after_a_passkey_will_not() {
    let test = TestApp::with(&[OPTIONAL, ("passkey.enabled", "true")]).await;
    ada(&test).await;
    let mine = PasskeyDevice::default();
    mine.knows_person.set(false);
    mine.enrol(&test, ADA).await;
    test.browser().sign_up("Bob", "bob@example.test", PASSWORD).await;
    let theirs = PasskeyDevice::default();
    theirs.enrol(&test, "bob@example.test").await;

    let browser = asked(&test).await;
    let page = browser.get(PAGE).await;
    let options = browser.get("/api/auth/passkey/generate-authenticate-options").await.json();
    let credential = theirs.get(&options).to_string();
    let refused = browser.submit(&page, "/two-factor/passkey", &[("credential", &credential)]).await;
    assert_eq!(refused.status, 422);
    assert!(!is_in(&browser).await);

    let browser = test.browser();
    super::passkeys::sign_in_on_the_page(&test, &browser, &mine).await;
    let page = browser.get(PAGE).await;
    assert!(!page.body.contains("Use a passkey"), "one key is one factor: {}", page.body);
    let options = browser.get("/api/auth/passkey/generate-authenticate-options").await.json();
    let credential = mine.get(&options).to_string();
    browser.submit(&page, "/two-factor/passkey", &[("credential", &credential)]).await;
    assert!(!is_in(&browser).await);
}

/// Signs Ada in and has the browser trusted.
async fn trust<'a>(test: &'a TestApp, app: &Authenticator) -> TestBrowser<'a> {
    let browser = asked(test).await;
    let page = browser.get(PAGE).await;
    let code = app.code(test.app.clock.now());
    test.advance(Duration::from_secs(30));
    let fields = [("method", "totp"), ("code", code.as_str()), ("trust", "on"), ("action", "verify")];
    assert_eq!(browser.submit(&page, PAGE, &fields).await.location(), "/account");
    browser
}

/// Signs out, and in again with the password.
async fn sign_in_again(browser: &TestBrowser<'_>) -> Reply {
    let page = browser.get("/sign-out").await;
    browser.submit(&page, "/sign-out", &[("action", "sign-out")]).await;
    browser.sign_in(ADA, PASSWORD).await
}

fn trusted_ids(page: &Reply) -> Vec<String> {
    let ids = page.body.split("name=\"browser\" value=\"").skip(1).map(|part| part.split('"').next().unwrap().to_owned());
    ids.filter(|id| id != "all").collect()
}

#[tokio::test]
async fn trusted_browsers_are_listed_and_ended() {
    let test = TestApp::with(&[OPTIONAL]).await;
    let app = ada(&test).await;
    let (first, second) = (trust(&test, &app).await, trust(&test, &app).await);
    let page = first.get(ACCOUNT).await;
    assert_eq!(trusted_ids(&page).len(), 2);
    assert_eq!(page.body.matches("This one").count(), 1, "{}", page.body);
    let until = (test.app.clock.now() + Duration::from_secs(30 * 24 * 60 * 60 - 30)).rfc3339();
    assert!(page.body.contains(&until), "until when: {}", page.body);

    // Signing in there uses the trust, under another secret and the same name.
    test.advance(Duration::from_secs(60));
    assert_eq!(sign_in_again(&second).await.location(), "/account");
    let now = test.app.clock.now().rfc3339();
    let page = first.get(ACCOUNT).await;
    assert!(page.body.contains(&now), "when it was last used: {}", page.body);
    let theirs = trusted_ids(&page)[0].clone();
    let ended = first.submit(&page, ACCOUNT, &[("action", "untrust"), ("browser", &theirs)]).await;
    assert_eq!(ended.location(), ACCOUNT);
    assert_eq!(sign_in_again(&second).await.location(), PAGE, "it is asked again");
    assert_eq!(trusted_ids(&first.get(ACCOUNT).await).len(), 1);

    let page = first.get(ACCOUNT).await;
    first.submit(&page, ACCOUNT, &[("action", "untrust"), ("browser", "all")]).await;
    assert!(first.cookie("vestibule.trust_device").is_none(), "this one forgets it too");
    assert!(trusted_ids(&first.get(ACCOUNT).await).is_empty());
    assert_eq!(sign_in_again(&first).await.location(), PAGE);
}

#[tokio::test]
async fn nobody_ends_the_trust_in_somebody_elses_browser() {
    let test = TestApp::with(&[OPTIONAL]).await;
    let app = ada(&test).await;
    let browser = trust(&test, &app).await;
    let id = trusted_ids(&browser.get(ACCOUNT).await).remove(0);
    let other = test.browser();
    other.sign_up("Bob", "bob@example.test", PASSWORD).await;
    let page = other.get(ACCOUNT).await;
    other.submit(&page, ACCOUNT, &[("action", "untrust"), ("browser", &id)]).await;
    other.submit(&page, ACCOUNT, &[("action", "untrust"), ("browser", "all")]).await;
    assert_eq!(sign_in_again(&browser).await.location(), "/account");
}

/// The code that the app shows on a phone whose clock is so many seconds ahead (or behind).
fn code_off(test: &TestApp, app: &Authenticator, seconds: i64) -> String {
    let now = test.app.clock.now();
    let by = Duration::from_secs(seconds.unsigned_abs());
    app.code(if seconds < 0 { now - by } else { now + by })
}

const CLOCK: &str = "clock of your phone";

#[tokio::test]
async fn a_slow_clock_is_explained() {
    let test = TestApp::with(&[OPTIONAL]).await;
    let app = ada(&test).await;
    let browser = asked(&test).await;
    let page = browser.get(PAGE).await;
    let told = show(&browser, &page, "totp", &code_off(&test, &app, -300)).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains(CLOCK), "{}", told.body);
    let far = show(&browser, &page, "totp", &code_off(&test, &app, -700)).await;
    assert!(!far.body.contains(CLOCK), "more than ten minutes are no clock that is off");
    let right = show(&browser, &page, "totp", &code_off(&test, &app, 0)).await;
    assert_eq!(right.location(), "/account");
}

/// Whoever guessed a code that is still to come would only have to wait: it takes two in a row to be told.
#[tokio::test]
async fn a_fast_clock_is_explained_at_the_second_code() {
    let test = TestApp::with(&[OPTIONAL]).await;
    let app = ada(&test).await;
    let browser = asked(&test).await;
    let page = browser.get(PAGE).await;
    let guessed = code_off(&test, &app, 300);
    for _ in 0..2 {
        let told = show(&browser, &page, "totp", &guessed).await;
        assert!(told.status == 422 && !told.body.contains(CLOCK), "one code, however often: {}", told.body);
    }
    test.advance(Duration::from_secs(30));
    let told = show(&browser, &page, "totp", &code_off(&test, &app, 300)).await;
    assert!(told.status == 422 && told.body.contains(CLOCK), "{}", told.body);
}

/// It is a wrong guess like any other, says so by call, and spends no step.
#[tokio::test]
async fn a_code_of_another_time_is_a_wrong_one() {
    let test = TestApp::with(&[OPTIONAL]).await;
    let app = ada(&test).await;
    let (_, cookies) = pending(&test).await;
    let late = json!({ "code": code_off(&test, &app, -300) });
    for _ in 0..4 {
        let refused = post(&test, "/two-factor/verify-totp", &late, &cookies).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (401, &json!("INVALID_CODE")));
    }
    let early = code_off(&test, &app, 120);
    let refused = post(&test, "/two-factor/verify-totp", &json!({ "code": early }), &cookies).await;
    assert_eq!(refused.json()["code"], "INVALID_CODE");
    let over = post(&test, "/two-factor/verify-totp", &late, &cookies).await;
    assert_eq!(over.json()["code"], "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE", "each of them counted");
    test.advance(Duration::from_secs(120));
    let (_, cookies) = pending(&test).await;
    assert_eq!(post(&test, "/two-factor/verify-totp", &json!({ "code": early }), &cookies).await.status, 200, "it was not spent");
}

#[tokio::test]
async fn an_app_that_is_set_up_on_a_phone_with_another_time_is_explained_at_once() {
    let test = TestApp::with(&[OPTIONAL]).await;
    let browser = test.browser();
    browser.sign_up("Ada", ADA, PASSWORD).await;
    let page = browser.get(ACCOUNT).await;
    let proposed = browser.submit(&page, ACCOUNT, &[("action", "propose")]).await;
    let page = browser.follow(proposed).await;
    let (_, secret) = page.body.split_once("id=\"totp-secret\" dir=\"ltr\">").expect("a secret");
    let app = Authenticator::of_text(secret.split('<').next().unwrap());
    let code = code_off(&test, &app, 300);
    let told = browser.submit(&page, ACCOUNT, &[("action", "confirm"), ("code", &code)]).await;
    assert!(told.status == 422 && told.body.contains(CLOCK), "{}", told.body);
}
