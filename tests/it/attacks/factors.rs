//! Ways around a second factor (S31, S33, S34, S36). Codes shown by many at once: `api::two_factor::races`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::api::{Call, PASSWORD, cookies_of, sign_up};
use crate::support::app::TestApp;
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;

const EMAIL: &str = "ada@example.test";

/// What an operator may demand, whether Ada set a second factor up, and whether she then owes one.
const POLICIES: [(&str, bool, bool); 5] = [
    ("off", false, false),
    ("optional", false, false),
    ("optional", true, true),
    ("required", false, true),
    ("required", true, true),
];

/// The ways in that there are.
const PATHS: [&str; 6] = ["sign-in page", "sign-in call", "sign-up page", "sign-up call", "reset page", "reset call"];

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

/// An app under a policy, with Ada, who set a second factor up or not.
async fn world(policy: &str, enrols: bool) -> TestApp {
    let test = TestApp::with(&[("two_factor.policy", policy)]).await;
    let cookies = sign_up(&test, "ada").await;
    if enrols && policy == "required" {
        let asked = post(&test, "/sign-in/email", &json!({ "email": EMAIL, "password": PASSWORD }), "").await;
        let waiting = cookies_of(&asked);
        post(&test, "/two-factor/send-otp", &json!({}), &waiting).await;
        let verified = post(&test, "/two-factor/verify-otp", &json!({ "code": mailed_code(&test).await }), &waiting).await;
        enrol(&test, &cookies_of(&verified)).await;
    } else if enrols {
        enrol(&test, &cookies).await;
    }
    test
}

async fn mailed_code(test: &TestApp) -> String {
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).expect("a code was mailed");
    mail.mail.subject.chars().take_while(char::is_ascii_digit).collect()
}

/// Goes one way in, without any second factor, and returns the browser's cookies.
async fn go(test: &TestApp, path: &str) -> String {
    let browser = test.browser();
    let credentials = json!({ "email": EMAIL, "password": PASSWORD });
    match path {
        "sign-in page" => {
            browser.sign_in(EMAIL, PASSWORD).await;
        }
        "sign-in call" => return cookies_of(&post(test, "/sign-in/email", &credentials, "").await),
        "sign-up page" => {
            browser.sign_up("New", "new@example.test", PASSWORD).await;
        }
        "sign-up call" => return sign_up(test, "new").await,
        "reset page" => {
            reset(test, &browser).await;
            browser.sign_in(EMAIL, "staple clip paper glue").await;
        }
        _ => {
            reset(test, &browser).await;
            let credentials = json!({ "email": EMAIL, "password": "staple clip paper glue" });
            return cookies_of(&post(test, "/sign-in/email", &credentials, "").await);
        }
    }
    browser.cookie_header()
}

async fn reset(test: &TestApp, browser: &TestBrowser<'_>) {
    let page = browser.get("/forgot-password").await;
    browser.submit(&page, "/forgot-password", &[("email", EMAIL)]).await;
    let page = browser.get(&test.mailed_link(EMAIL).await).await;
    let done = browser.submit(&page, "/reset-password", &[("password", "staple clip paper glue")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

async fn is_signed_in(test: &TestApp, cookies: &str) -> bool {
    Call::get(test, "/get-session").in_browser(cookies).send().await.body != "null"
}

/// Method × policy × path: no path ends in a session without the factors that are owed.
#[tokio::test]
async fn s31_no_path_around_a_second_factor() {
    for (policy, enrols, owes) in POLICIES {
        for path in PATHS {
            // Somebody new has set nothing up.
            let owes = if path.starts_with("sign-up") { policy == "required" } else { owes };
            let test = world(policy, enrols).await;
            let cookies = go(&test, path).await;
            assert_eq!(is_signed_in(&test, &cookies).await, !owes, "{path}, {policy}, enrolled: {enrols}");
            let page = test.browser();
            for pair in cookies.split("; ").filter_map(|pair| pair.split_once('=')) {
                page.set_cookie(pair.0, pair.1);
            }
            let account = page.get("/account/profile").await;
            assert_eq!(account.status == 200, !owes, "{path}, {policy}, enrolled: {enrols}: the account");
        }
    }
}

/// Whoever reads somebody's mail can set their password, and still needs the second factor: that is not the same mailbox once more.
#[tokio::test]
async fn s31_a_mailbox_is_not_two_factors() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    let app = enrolled(&test).await;
    reset(&test, &test.browser()).await;
    let credentials = json!({ "email": EMAIL, "password": "staple clip paper glue" });
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
