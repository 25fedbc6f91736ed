//! Ways around a second factor (S31, S33, S34, S36). Codes shown by many at once: `api::two_factor::races`.

mod paths;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::phone_number::PhoneNumber;
use vestibule::store::{phone_numbers, users};

use crate::api::{Call, PASSWORD, cookies_of, sign_up};
use crate::support::app::TestApp;
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::devices::{self, TestDevice};
use crate::support::phones::{NUMBER, PHONES};
use crate::support::relying_party::{RelyingParty, claims, flow, resume};
use paths::{NEW_PASSWORD, Path, enter_code, magic_link_by_script, open_magic_link, reset};

const EMAIL: &str = "ada@example.test";
const USERNAME: &str = "ada_l";

/// What an operator may demand.
#[derive(Clone, Copy, Debug)]
struct Policy {
    name: &'static str,
    /// Whether people have some time to set a second factor up.
    grace: bool,
    /// Whether Ada did.
    enrols: bool,
    /// Whether she then owes one.
    owes: bool,
    /// Whether somebody owes one who has just come.
    newcomers_owe: bool,
}

const OFF: Policy = Policy { name: "off", grace: false, enrols: false, owes: false, newcomers_owe: false };

const POLICIES: [Policy; 7] = [
    OFF,
    Policy { name: "optional", ..OFF },
    Policy { name: "optional", enrols: true, owes: true, ..OFF },
    Policy { name: "required", owes: true, newcomers_owe: true, ..OFF },
    Policy { name: "required", enrols: true, owes: true, newcomers_owe: true, ..OFF },
    Policy { name: "required", grace: true, ..OFF },
    Policy { name: "required", grace: true, enrols: true, owes: true, ..OFF },
];

async fn post(test: &TestApp, path: &str, body: &Value, cookies: &str) -> crate::support::app::Reply {
    Call::post(test, path, body).in_browser(cookies).send().await
}

/// Ada with an authenticator app.
async fn enrolled(test: &TestApp) -> Authenticator {
    let cookies = sign_up(test, "ada").await;
    enrol(test, &cookies).await
}

async fn enrol(test: &TestApp, cookies: &str) -> Authenticator {
    let enabled = post(test, "/two-factor/enable", &json!({ "password": PASSWORD }), cookies).await;
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(test, "/two-factor/verify-totp", &code, cookies).await.status, 200);
    test.advance(Duration::from_secs(30));
    app
}

/// Everything that is off unless it is turned on, and lets somebody in.
const WAYS_IN: [(&str, &str); 13] = [
    PHONES[0],
    PHONES[1],
    PHONES[2],
    PHONES[3],
    ("phone.sign_up", "true"),
    ("username.enabled", "true"),
    ("magic_link.enabled", "true"),
    ("email_code.enabled", "true"),
    ("passkey.enabled", "true"),
    ("siwe.enabled", "true"),
    ("anonymous.enabled", "true"),
    ("one_time_token.enabled", "true"),
    ("registration.sign_in_after_verification", "true"),
];

/// Has Ada prove that her address is hers.
async fn prove_address(test: &TestApp) {
    let reply = Call::get(test, &test.mailed_link(EMAIL).await).with("accept", "application/json").send().await;
    assert_eq!(reply.location(), "/", "{}", reply.body);
}

/// An app under a policy, with Ada, who proved her address and set a second factor up, or not.
async fn world(policy: Policy, proves: bool) -> Arc<TestApp> {
    let grace = policy.grace.then_some(("two_factor.grace_seconds", "86400"));
    let settings: Vec<_> = WAYS_IN.into_iter().chain([("two_factor.policy", policy.name)]).chain(grace).collect();
    let test = Arc::new(TestApp::with(&settings).await);
    let ada = json!({ "name": "ada", "email": EMAIL, "username": USERNAME, "password": PASSWORD });
    let cookies = cookies_of(&post(&test, "/sign-up/email", &ada, "").await);
    if proves {
        prove_address(&test).await;
    }
    give_number(&test).await;
    if policy.enrols && policy.name == "required" && !policy.grace {
        let asked = post(&test, "/sign-in/email", &json!({ "email": EMAIL, "password": PASSWORD }), "").await;
        let waiting = cookies_of(&asked);
        post(&test, "/two-factor/send-otp", &json!({}), &waiting).await;
        let verified = post(&test, "/two-factor/verify-otp", &json!({ "code": mailed_code(&test).await }), &waiting).await;
        enrol(&test, &cookies_of(&verified)).await;
    } else if policy.enrols {
        enrol(&test, &cookies).await;
    }
    test
}

/// Puts Ada's number on her account.
async fn give_number(test: &TestApp) {
    let mut unit = test.app.store.write("test").await.unwrap();
    let ada = users::by_email(&mut unit, EMAIL).await.unwrap().unwrap();
    let number = PhoneNumber::parse(NUMBER).unwrap();
    phone_numbers::put(&mut unit, &ada.id, Some(&number), test.app.clock.now()).await.unwrap();
    unit.commit().await.unwrap();
}

async fn mailed_code(test: &TestApp) -> String {
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).expect("a code was mailed");
    mail.mail.subject.chars().take_while(char::is_ascii_digit).collect()
}

async fn is_signed_in(test: &TestApp, cookies: &str) -> bool {
    Call::get(test, "/get-session").in_browser(cookies).send().await.body != "null"
}

/// Method × policy × path, by pages and by calls: no path ends in a session without the factors that are owed, and no app is told more
/// than was proved, nor anything if its operator demands two factors and there is one.
///
/// A way in that is new gets a row in [`Path`]; nothing else is to be written for it.
#[tokio::test]
async fn s31_no_path_around_a_second_factor() {
    for policy in POLICIES {
        for path in Path::ALL {
            // Somebody new has set nothing up. Who showed two factors owes none.
            let owes = if path.is_of_newcomer() { policy.newcomers_owe } else { policy.owes } && !path.is_two_factors();
            for by_pages in [true, false] {
                let told = format!("{path:?}, by pages: {by_pages}, {policy:?}");
                let test = world(policy, !path.proves_address()).await;
                let cookies = if by_pages { path.by_pages(&test).await } else { path.by_calls(&test).await };
                assert_eq!(is_signed_in(&test, &cookies).await, !owes, "{told}");
                let browser = test.browser();
                for pair in cookies.split("; ").filter_map(|pair| pair.split_once('=')) {
                    browser.set_cookie(pair.0, pair.1);
                }
                let account = browser.get("/account/profile").await;
                assert_eq!(account.status == 200, !owes, "{told}: the account");
                apps_are_told_the_truth(&test, &browser, (owes, path.is_two_factors()), &told).await;
            }
        }
    }
}

/// What an app and one whose operator demands two factors learn of who is in this browser.
async fn apps_are_told_the_truth(test: &Arc<TestApp>, browser: &TestBrowser<'_>, (owes, has_two): (bool, bool), told: &str) {
    for demands in [false, true] {
        let told = format!("{told}: an app that demands two factors: {demands}");
        let members = json!({ "skip_consent": true, "second_factor": if demands { "required" } else { "policy" } });
        let app = RelyingParty::register(test, members).await;
        let request = app.request().with("scope", "openid offline_access");
        let reply = browser.get(&request.path()).await;
        let code = reply.location_parameter("code");
        assert_eq!(code.is_some(), !owes && (has_two || !demands), "{told}: {}", reply.location());
        let silent = browser.get(&request.clone().with("prompt", "none").path()).await;
        assert_eq!(silent.location_parameter("code").is_some(), code.is_some(), "{told}, without pages: {}", silent.location());
        devices_are_told_the_truth(test, browser, (demands, code.is_some(), has_two), &told).await;
        devices_take_sessions_for_all_factors(test, browser, (demands, code.is_some()), &told).await;
        let Some(code) = code else { continue };
        let tokens = app.redeem(&code).await.json();
        let acr = if has_two { "2" } else { "1" };
        assert_eq!(claims(tokens["id_token"].as_str().unwrap())["acr"], acr, "{told}");
        let refreshed = app.refresh(tokens["refresh_token"].as_str().unwrap()).await.json();
        assert_eq!(claims(refreshed["id_token"].as_str().unwrap())["acr"], acr, "{told}: refreshed");
    }
}

/// What a device learns of who answers for it in this browser: as much as an app that stands beside it, and only on the page.
async fn devices_are_told_the_truth(
    test: &Arc<TestApp>,
    browser: &TestBrowser<'_>,
    (demands, is_told, has_two): (bool, bool, bool),
    told: &str,
) {
    let members = json!({ "skip_consent": true, "second_factor": if demands { "required" } else { "policy" } });
    let device = TestDevice::of(&devices::app(test, members).await).await;
    let opened = devices::type_code(browser, device.user_code()).await;
    let flow = flow(&opened);
    let page = browser.follow(opened).await;
    assert_eq!(page.hidden("person").is_some(), is_told, "{told}: a device: {}", page.body);
    if is_told {
        devices::press(browser, &page, "connect").await;
        let acr = if has_two { "2" } else { "1" };
        let tokens = device.tokens().await;
        assert_eq!(claims(tokens["id_token"].as_str().unwrap())["acr"], acr, "{told}: a device");
    } else {
        let around = browser.get(&format!("/device/confirm?flow={flow}")).await;
        assert_eq!(around.location(), resume(&flow), "{told}: a device, around");
        assert_eq!(device.error().await, "authorization_pending", "{told}: a device");
    }
}

/// The same by JSON, where a device of the operator's own app takes a session: it begins where the app beside it would be told.
async fn devices_take_sessions_for_all_factors(
    test: &Arc<TestApp>,
    browser: &TestBrowser<'_>,
    (demands, is_told): (bool, bool),
    told: &str,
) {
    let members = json!({ "skip_consent": true, "second_factor": if demands { "required" } else { "policy" } });
    let app = devices::app(test, members).await;
    let codes = post(test, "/device/code", &json!({ "client_id": app.client_id }), "").await.json();
    let cookies = browser.cookie_header();
    let address = format!("/device?user_code={}", codes["user_code"].as_str().unwrap());
    Call::get(test, &address).in_browser(&cookies).send().await;
    let approved = post(test, "/device/approve", &json!({ "userCode": codes["user_code"] }), &cookies).await;
    assert_eq!(approved.status == 200, is_told, "{told}: a device by JSON: {}", approved.body);
    let poll = json!({ "grant_type": devices::DEVICE_CODE, "device_code": codes["device_code"], "client_id": app.client_id });
    let taken = post(test, "/device/token", &poll, "").await;
    assert_eq!(taken.json()["access_token"].is_string(), is_told, "{told}: a device by JSON: {}", taken.body);
}

/// What a mailed link or code proves is the mailbox: a mailed code proves nothing more, the app does, and then the session begins
/// and the browser goes where the link leads.
#[tokio::test]
async fn s31_after_a_mailed_link_or_code_the_app_is_asked_for() {
    let settings: Vec<_> = WAYS_IN.into_iter().chain([("two_factor.policy", "optional")]).collect();
    let test = TestApp::with(&settings).await;
    let cookies = sign_up(&test, "ada").await;
    prove_address(&test).await;
    let app = enrol(&test, &cookies).await;
    let asked = magic_link_by_script(&test, EMAIL).await;
    assert_eq!(asked.json(), json!({ "twoFactorRedirect": true, "twoFactorMethods": ["totp"] }));
    let cookies = cookies_of(&asked);
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 400);
    let code = json!({ "code": app.code(test.app.clock.now()) });
    let verified = post(&test, "/two-factor/verify-totp", &code, &cookies).await;
    assert!(is_signed_in(&test, &cookies_of(&verified)).await, "{}", verified.body);

    for (place, goes_on_to) in [("/welcome", "/welcome"), ("", "/")] {
        test.advance(Duration::from_secs(60));
        let browser = test.browser();
        let reply = open_magic_link(&test, &browser, place).await;
        let question = reply.location().to_owned();
        assert!(question.starts_with("/two-factor"), "{question}");
        let page = browser.get(&question).await;
        let code = app.code(test.app.clock.now());
        let return_to = page.hidden("return_to").unwrap_or_default();
        let fields = [("method", "totp"), ("code", code.as_str()), ("return_to", return_to.as_str()), ("action", "verify")];
        assert_eq!(browser.submit(&page, "/two-factor", &fields).await.location(), goes_on_to);
    }

    test.advance(Duration::from_secs(60));
    let browser = test.browser();
    assert_eq!(enter_code(&test, &browser, EMAIL).await.location(), "/two-factor");
    let page = browser.get("/two-factor?return_to=https://evil.example/").await;
    assert_eq!(page.hidden("return_to"), None, "places of strangers are nowhere to go");
    let code = app.code(test.app.clock.now());
    let done = browser.submit(&page, "/two-factor", &[("method", "totp"), ("code", &code), ("action", "verify")]).await;
    assert_eq!(done.location(), "/account");
}

/// Somebody made an account for an address that is not theirs, and put a lock of their own on it.
#[tokio::test]
async fn s31_whoever_proves_an_address_first_finds_no_second_factor_of_somebody_else() {
    let settings: Vec<_> = WAYS_IN.into_iter().chain([("two_factor.policy", "optional")]).collect();
    for by_link in [true, false] {
        let test = TestApp::with(&settings).await;
        enrolled(&test).await;
        let browser = test.browser();
        let reply =
            if by_link { open_magic_link(&test, &browser, "/welcome").await } else { enter_code(&test, &browser, EMAIL).await };
        assert!(!reply.location().contains("/two-factor"), "{}", reply.location());
        let session = Call::get(&test, "/get-session").in_browser(&browser.cookie_header()).send().await.json();
        assert_eq!(session["user"]["twoFactorEnabled"], false, "{session}");
        let again = enter_code(&test, &test.browser(), EMAIL).await;
        assert_eq!(again.location(), "/account", "nothing is left of it");
    }
}

/// The link that proves an address signs nobody in who owes a second factor, and proves it all the same.
#[tokio::test]
async fn s31_a_link_that_proves_an_address_leaves_the_second_factor_to_the_sign_in() {
    let test = world(Policy { name: "optional", enrols: true, owes: true, ..OFF }, false).await;
    let cookies = Path::Verification.by_calls(&test).await;
    assert!(!cookies.contains("session_token") && !cookies.contains("two_factor"), "{cookies}");
    let asked = post(&test, "/sign-in/email", &json!({ "email": EMAIL, "password": PASSWORD }), "").await;
    assert_eq!(asked.json()["twoFactorRedirect"], true, "{}", asked.body);
    assert_eq!(
        enter_code(&test, &test.browser(), EMAIL).await.location(),
        "/two-factor",
        "the address is proved: her factor stays"
    );
}

/// Whoever reads somebody's mail can set their password, and still needs the second factor: that is not the same mailbox once more.
#[tokio::test]
async fn s31_a_mailbox_is_not_two_factors() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    let app = enrolled(&test).await;
    reset(&test, &test.browser()).await;
    let credentials = json!({ "email": EMAIL, "password": NEW_PASSWORD });
    let asked = post(&test, "/sign-in/email", &credentials, "").await;
    assert_eq!(asked.json()["twoFactorMethods"], json!(["totp"]));
    let cookies = cookies_of(&asked);
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 400);
    assert_eq!(post(&test, "/two-factor/verify-otp", &json!({ "code": "000000" }), &cookies).await.status, 400);
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(&test, "/two-factor/verify-totp", &code, &cookies).await.status, 200);
    let asked = post(&test, "/sign-in/email", &credentials, "").await;
    assert_eq!(asked.json()["twoFactorMethods"], json!(["totp", "otp"]), "once the app was shown, mail counts again");
}

#[tokio::test]
async fn s31_a_session_that_is_carried_over_or_refreshed_had_both() {
    let test = TestApp::with(&[("two_factor.policy", "optional"), ("one_time_token.enabled", "true")]).await;
    enrolled(&test).await;
    let waiting = cookies_of(&post(&test, "/sign-in/email", &json!({ "email": EMAIL, "password": PASSWORD }), "").await);
    assert_eq!(Call::get(&test, "/one-time-token/generate").in_browser(&waiting).send().await.status, 401);
}

/// Between the two factors a browser is nobody's.
#[tokio::test]
async fn s33_half_a_sign_in_is_nobody() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    enrolled(&test).await;
    let browser = test.browser();
    browser.sign_in(EMAIL, PASSWORD).await;
    for page in ["/account/profile", "/account/security", "/account/two-factor", "/confirm-identity", "/sign-out"] {
        let reply = browser.get(page).await;
        assert!(reply.location().starts_with("/sign-in"), "{page}: {} {}", reply.status, reply.location());
    }
    let cookies = browser.cookie_header();
    for call in ["/list-sessions", "/list-accounts"] {
        assert_eq!(Call::get(&test, call).in_browser(&cookies).send().await.status, 401, "{call}");
    }
    for call in ["/two-factor/enable", "/two-factor/disable", "/two-factor/get-totp-uri", "/two-factor/generate-backup-codes"] {
        assert_eq!(post(&test, call, &json!({ "password": PASSWORD }), &cookies).await.status, 401, "{call}");
    }
    // Its cookie is no session's, under whatever name it is shown.
    let secret = browser.cookie("vestibule.two_factor").expect("a pending sign-in");
    let forged = test.browser();
    forged.set_cookie("vestibule.session_token", &secret);
    forged.set_cookie("vestibule.trust_device", &secret);
    assert!(!is_signed_in(&test, &forged.cookie_header()).await);
    assert_eq!(forged.sign_in(EMAIL, PASSWORD).await.location(), "/two-factor");
    // Going back and signing in again asks again.
    assert_eq!(browser.sign_in(EMAIL, PASSWORD).await.location(), "/two-factor");
}

#[tokio::test]
async fn s34_half_sessions_share_one_budget_and_a_right_code_waits_too() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    let app = enrolled(&test).await;
    let mut judged = 0;
    for _ in 0..40 {
        let asked = post(&test, "/sign-in/email", &json!({ "email": EMAIL, "password": PASSWORD }), "").await;
        let cookies = cookies_of(&asked);
        for _ in 0..5 {
            let reply = post(&test, "/two-factor/verify-totp", &json!({ "code": "000000" }), &cookies).await;
            judged += usize::from(reply.status == 401);
        }
    }
    assert_eq!(judged, 10);
    let cookies = cookies_of(&post(&test, "/sign-in/email", &json!({ "email": EMAIL, "password": PASSWORD }), "").await);
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(&test, "/two-factor/verify-totp", &code, &cookies).await.status, 429);
}

/// Before the first factor, after it, and after the second, a browser has other secrets each time.
#[tokio::test]
async fn s45_every_step_changes_what_the_browser_shows() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    let app = enrolled(&test).await;
    let browser = test.browser();
    browser.get("/sign-in").await;
    let before = browser.cookie("vestibule.flow");
    browser.sign_in(EMAIL, PASSWORD).await;
    let between = browser.cookie("vestibule.flow");
    let page = browser.get("/two-factor").await;
    let code = app.code(test.app.clock.now());
    browser.submit(&page, "/two-factor", &[("method", "totp"), ("code", &code), ("action", "verify")]).await;
    let after = browser.cookie("vestibule.flow");
    assert!(before != between && between != after && before != after);
    assert!(browser.cookie("vestibule.session_token").is_some() && browser.cookie("vestibule.two_factor").is_none());
}
