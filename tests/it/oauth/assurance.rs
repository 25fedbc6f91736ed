//! `acr`, `amr` and `acr_values` (OpenID Connect Core, sections 2 and 3.1.2.1; RFC 8176): tokens say what was proved.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::text;
use crate::api::{Call, PASSWORD, cookies_of, sign_up};
use crate::login::passkeys::sign_in_on_the_page;
use crate::support::app::TestApp;
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;
use crate::support::relying_party::{RelyingParty, allow, claims};

const EMAIL: &str = "ada@example.test";

/// Ada with an authenticator app.
async fn ada(test: &TestApp) -> Authenticator {
    let cookies = sign_up(test, "ada").await;
    let enabled = Call::post(test, "/two-factor/enable", &json!({ "password": PASSWORD })).in_browser(&cookies).send().await;
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let code = json!({ "code": app.code(test.app.clock.now()) });
    let confirmed = Call::post(test, "/two-factor/verify-totp", &code).in_browser(&cookies).send().await;
    assert!(!cookies_of(&confirmed).is_empty(), "{}", confirmed.body);
    test.advance(Duration::from_secs(30));
    app
}

/// Follows the pages of a login transaction, from `path` until the app is answered.
async fn walk(test: &TestApp, browser: &TestBrowser<'_>, path: &str, app: &Authenticator) -> (Vec<String>, String) {
    let mut steps = Vec::new();
    let mut reply = browser.open(path).await;
    loop {
        if let Some(code) = reply.location_parameter("code") {
            return (steps, code);
        }
        let step = if reply.body.contains("id=\"password\"") {
            reply = browser.submit(&reply, "/sign-in", &[("identifier", EMAIL), ("password", PASSWORD)]).await;
            "password"
        } else if reply.body.contains("id=\"two-factor-submit\"") {
            let code = app.code(test.app.clock.now());
            test.advance(Duration::from_secs(30));
            let fields = [("method", "totp"), ("code", code.as_str()), ("trust", "on"), ("action", "verify")];
            reply = browser.submit(&reply, "/two-factor", &fields).await;
            "second factor"
        } else {
            assert!(reply.body.contains("consent-allow"), "{} {}", reply.status, reply.body);
            reply = allow(browser, &reply).await;
            "consent"
        };
        steps.push(step.to_owned());
        reply = browser.follow(reply).await;
    }
}

async fn id_token(web: &RelyingParty, code: &str) -> Value {
    claims(text(&web.redeem(code).await.json(), "id_token"))
}

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::with(&[("two_factor.policy", "optional")]).await)
}

#[tokio::test]
async fn a_token_says_that_two_factors_were_proved() {
    let test = start().await;
    let (app, web, browser) = (ada(&test).await, RelyingParty::web(&test).await, test.browser());
    let (steps, code) = walk(&test, &browser, &web.request().path(), &app).await;
    assert_eq!(steps, ["password", "second factor", "consent"]);
    let token = id_token(&web, &code).await;
    assert_eq!((&token["acr"], &token["amr"]), (&json!("2"), &json!(["pwd", "otp", "mfa"])));
    assert_eq!(token["auth_time"], json!(test.app.clock.now().seconds()), "the last factor");
}

#[tokio::test]
async fn a_token_says_whether_the_authenticator_of_a_passkey_knew_its_person() {
    let test = Arc::new(TestApp::with(&[("passkey.enabled", "true")]).await);
    sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    device.enrol(&test, EMAIL).await;
    for (knows, acr, amr) in [(true, "2", json!(["pop", "mfa"])), (false, "1", json!(["pop"]))] {
        device.knows_person.set(knows);
        let (web, browser) = (RelyingParty::web(&test).await, test.browser());
        sign_in_on_the_page(&test, &browser, &device).await;
        let consent = browser.open(&web.request().path()).await;
        let code = allow(&browser, &consent).await.location_parameter("code").unwrap();
        let token = id_token(&web, &code).await;
        assert_eq!((&token["acr"], &token["amr"]), (&json!(acr), &amr));
    }
}

#[tokio::test]
async fn a_token_says_that_one_was() {
    let test = start().await;
    let (app, web, browser) = (ada(&test).await, RelyingParty::web(&test).await, test.browser());
    walk(&test, &browser, &web.request().path(), &app).await;
    // The browser is trusted now: signing in again asks for the password alone, and the token says so.
    let (steps, code) = walk(&test, &browser, &web.request().with("prompt", "login").path(), &app).await;
    assert_eq!(steps, ["password"]);
    let token = id_token(&web, &code).await;
    assert_eq!((&token["acr"], &token["amr"]), (&json!("1"), &json!(["pwd"])));
}

#[tokio::test]
async fn an_app_that_wants_two_factors_has_them_asked_for() {
    let test = start().await;
    let (app, web, browser) = (ada(&test).await, RelyingParty::web(&test).await, test.browser());
    walk(&test, &browser, &web.request().path(), &app).await;
    walk(&test, &browser, &web.request().with("prompt", "login").path(), &app).await;
    let silent = browser.get(&web.request().with("acr_values", "2").with("prompt", "none").path()).await;
    assert!(silent.location_parameter("code").is_some(), "a wish is no reason to fail: {}", silent.location());
    let (steps, code) = walk(&test, &browser, &web.request().with("acr_values", "urn:other 2 1").path(), &app).await;
    assert_eq!(steps, ["second factor"]);
    assert_eq!(id_token(&web, &code).await["acr"], json!("2"));
    let (steps, _) = walk(&test, &browser, &web.request().with("acr_values", "2").path(), &app).await;
    assert!(steps.is_empty(), "{steps:?}");
}

#[tokio::test]
async fn who_has_no_second_factor_is_not_asked() {
    let test = start().await;
    sign_up(&test, "ada").await;
    let (web, browser) = (RelyingParty::web(&test).await, test.browser());
    let unused = Authenticator::of_text("GEZDGNBVGY3TQOJQ");
    let (steps, code) = walk(&test, &browser, &web.request().with("acr_values", "2").path(), &unused).await;
    assert_eq!(steps, ["password", "consent"]);
    assert_eq!(id_token(&web, &code).await["acr"], json!("1"));
}

#[tokio::test]
async fn discovery_tells_what_can_be_reached() {
    let with = start().await.get("/.well-known/openid-configuration").await.json();
    assert_eq!(with["acr_values_supported"], json!(["1", "2"]));
    let without = TestApp::start().await.get("/.well-known/openid-configuration").await.json();
    assert_eq!(without["acr_values_supported"], json!(["1"]));
}
