//! Devices that are signed in from somewhere else (RFC 8628), and the browser in which their person answers.

use std::sync::Arc;

use serde_json::{Value, json};

use super::app::{Reply, TestApp};
use super::browser::TestBrowser;
use super::relying_party::RelyingParty;

/// The grant's name (RFC 8628, section 3.4).
pub const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// A public app for devices, with these members.
pub async fn app(test: &Arc<TestApp>, members: Value) -> RelyingParty {
    let mut all = json!({
        "client_name": "Acme CLI",
        "redirect_uris": [],
        "grant_types": [DEVICE_CODE, "refresh_token"],
        "token_endpoint_auth_method": "none",
    });
    all.as_object_mut().expect("an object").extend(members.as_object().cloned().unwrap_or_default());
    RelyingParty::register(test, all).await
}

/// A device with its codes.
#[derive(Clone)]
pub struct TestDevice {
    /// The app on it.
    pub app: RelyingParty,
    /// What it was answered.
    pub codes: Value,
}

impl TestDevice {
    /// Asks, with these parameters.
    pub async fn ask(app: &RelyingParty, parameters: &[(&str, &str)]) -> Self {
        let reply = app.post("/oauth2/device_authorization", parameters).await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        Self { app: app.clone(), codes: reply.json() }
    }

    /// Asks for everything.
    pub async fn of(app: &RelyingParty) -> Self {
        Self::ask(app, &[("scope", super::relying_party::SCOPE)]).await
    }

    /// The code that it shows.
    pub fn user_code(&self) -> &str {
        self.codes["user_code"].as_str().expect("a user code")
    }

    /// The code that it keeps.
    pub fn device_code(&self) -> &str {
        self.codes["device_code"].as_str().expect("a device code")
    }

    /// Asks whether there is an answer.
    pub async fn poll(&self) -> Reply {
        redeem(&self.app, self.device_code()).await
    }

    /// The error that it is answered.
    pub async fn error(&self) -> String {
        let reply = self.poll().await;
        assert_eq!(reply.status, 400, "{}", reply.body);
        assert_eq!(reply.header("cache-control"), "no-store");
        reply.json()["error"].as_str().expect("an error").to_owned()
    }

    /// The tokens that it is given.
    pub async fn tokens(&self) -> Value {
        let reply = self.poll().await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        reply.json()
    }
}

/// Shows a device code as `app`.
pub async fn redeem(app: &RelyingParty, device_code: &str) -> Reply {
    app.token(&[("grant_type", DEVICE_CODE), ("device_code", device_code)]).await
}

/// Types a code. The answer leads on, or is the page again.
pub async fn type_code(browser: &TestBrowser<'_>, code: &str) -> Reply {
    let page = browser.get("/device").await;
    browser.submit(&page, "/device", &[("user_code", code)]).await
}

/// Types a code and follows to the page that comes next.
pub async fn open(browser: &TestBrowser<'_>, code: &str) -> Reply {
    let reply = type_code(browser, code).await;
    browser.follow(reply).await
}

/// Presses a button on the page on which a device is answered for, and follows.
pub async fn press(browser: &TestBrowser<'_>, page: &Reply, action: &str) -> Reply {
    let person = page.hidden("person").unwrap_or_else(|| panic!("no page to answer on: {} {}", page.status, page.body));
    let reply = browser.submit(page, "/device/confirm", &[("person", &person), ("action", action)]).await;
    browser.follow(reply).await
}

/// Types the code of a device and allows it.
pub async fn connect(browser: &TestBrowser<'_>, device: &TestDevice) {
    let page = open(browser, device.user_code()).await;
    let done = press(browser, &page, "connect").await;
    assert!(done.body.contains("id=\"device-connected\""), "{} {}", done.status, done.body);
}
