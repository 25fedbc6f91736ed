//! Devices that are signed in by the JSON interface (RFC 8628 as Better Auth's client speaks it). The published server's own answers
//! stand in the comparison; here stands what it does not have: whose app may take a session, and on what that rests.

mod races;
mod rests_on;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::{Call, cookies_of, sign_up};
use crate::support::app::{Reply, TestApp};
use crate::support::devices::{self, DEVICE_CODE};
use crate::support::relying_party::RelyingParty;

const ON: [(&str, &str); 1] = [("bearer.enabled", "true")];
const FIVE_SECONDS: Duration = Duration::from_secs(5);

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::with(&ON).await)
}

/// An app of the operator's own, which needs no consent, with these members.
async fn own_app(test: &Arc<TestApp>, members: Value) -> RelyingParty {
    let mut all = json!({ "skip_consent": true });
    all.as_object_mut().expect("an object").extend(members.as_object().cloned().unwrap_or_default());
    devices::app(test, all).await
}

/// A device with its codes.
#[derive(Clone)]
struct Device {
    client_id: String,
    device_code: String,
    user_code: String,
}

impl Device {
    async fn ask(test: &TestApp, client_id: &str) -> Self {
        let reply = Call::post(test, "/device/code", &json!({ "client_id": client_id, "scope": "openid" })).send().await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        Self::of(client_id, &reply.json())
    }

    fn of(client_id: &str, codes: &Value) -> Self {
        let text = |name: &str| codes[name].as_str().expect("a code").to_owned();
        Self { client_id: client_id.to_owned(), device_code: text("device_code"), user_code: text("user_code") }
    }

    async fn poll(&self, test: &TestApp) -> Reply {
        let body = json!({ "grant_type": DEVICE_CODE, "device_code": self.device_code, "client_id": self.client_id });
        Call::post(test, "/device/token", &body).send().await
    }

    /// The token of the session that it is given.
    async fn session(&self, test: &TestApp) -> String {
        let reply = self.poll(test).await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        assert!(reply.headers.get("set-cookie").is_none() && reply.headers.get("set-auth-token").is_none());
        assert_eq!((reply.header("cache-control"), reply.json()["token_type"].as_str()), ("no-store", Some("Bearer")));
        reply.json()["access_token"].as_str().expect("a token").to_owned()
    }

    async fn open(&self, test: &TestApp, cookies: &str) -> Reply {
        Call::get(test, &format!("/device?user_code={}", self.user_code)).in_browser(cookies).send().await
    }

    async fn answer(&self, test: &TestApp, cookies: &str, answer: &str) -> Reply {
        let body = json!({ "userCode": self.user_code });
        Call::post(test, &format!("/device/{answer}"), &body).in_browser(cookies).send().await
    }

    /// Opened and let in by the person with these cookies.
    async fn let_in(&self, test: &TestApp, cookies: &str) {
        self.open(test, cookies).await;
        let reply = self.answer(test, cookies, "approve").await;
        assert_eq!((reply.status.as_u16(), reply.json()), (200, json!({ "success": true })));
    }
}

async fn get_session(test: &TestApp, token: &str) -> Value {
    Call::get(test, "/get-session").with("authorization", &format!("Bearer {token}")).send().await.json()
}

fn assert_refused(reply: &Reply, status: u16, error: &str) {
    assert_eq!((reply.status.as_u16(), reply.json()["error"].as_str()), (status, Some(error)), "{}", reply.body);
    assert!(reply.json()["error_description"].as_str().is_some_and(|text| !text.is_empty()));
}

#[tokio::test]
async fn a_device_of_an_own_app_takes_a_session() {
    let test = start().await;
    let app = own_app(&test, json!({})).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    assert_refused(&device.poll(&test).await, 400, "authorization_pending");
    device.let_in(&test, &ann).await;
    test.advance(FIVE_SECONDS);
    let token = device.session(&test).await;
    let session = get_session(&test, &token).await;
    assert_eq!(session["user"]["email"], "ann@example.test");
    let listed = Call::get(&test, "/list-sessions").in_browser(&ann).send().await.json();
    assert!(listed.as_array().unwrap().iter().any(|session| session["token"] == json!(token)), "{listed}");
    let browser = test.browser();
    for (name, value) in ann.split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(name, value);
    }
    let page = browser.get("/account/sessions").await;
    assert!(page.body.contains("Let in with a code, for"), "{}", page.body);

    let by_code = test.app.clock.now();
    let mut unit = test.app.store.read("test").await.unwrap();
    let digest = vestibule::crypto::digest::Digest::of(&token);
    let (session, _) = vestibule::store::sessions::live_by_token(&mut unit, digest.as_bytes(), by_code).await.unwrap().unwrap();
    assert_eq!(session.authenticated_at, by_code - FIVE_SECONDS, "it tells when its person proved who they are");
    assert_eq!(session.methods.stored(), "password");
    assert_eq!(session.let_in.unwrap().client_id.as_str(), app.client_id);
}

/// Whoever redeems a session has all of the account: only apps that the operator vouches for do.
#[tokio::test]
async fn only_own_apps_take_sessions() {
    let test = Arc::new(TestApp::with(&[ON[0], ("registration.dynamic", "open")]).await);
    let ann = sign_up(&test, "ann").await;
    let foreign = devices::app(&test, json!({})).await;
    let members = json!({
        "grant_types": ["authorization_code", DEVICE_CODE], "response_types": ["code"], "token_endpoint_auth_method": "none",
    });
    let dynamic = RelyingParty::dynamic(&test, members).await;
    for app in [foreign, dynamic] {
        let device = Device::ask(&test, &app.client_id).await;
        assert_refused(&device.poll(&test).await, 400, "unauthorized_client");
        device.let_in(&test, &ann).await;
        assert_refused(&device.poll(&test).await, 400, "unauthorized_client");
        let tokens = devices::redeem(&app, &device.device_code).await;
        assert_eq!(tokens.status, 200, "at the token endpoint it works: {}", tokens.body);
        assert!(
            get_session(&test, tokens.json()["access_token"].as_str().unwrap()).await.is_null(),
            "an access token is no session"
        );
    }

    let own = own_app(&test, json!({})).await;
    let asked_elsewhere = devices::TestDevice::of(&own).await;
    let device = Device::of(&own.client_id, &asked_elsewhere.codes);
    device.let_in(&test, &ann).await;
    assert_refused(&device.poll(&test).await, 400, "unauthorized_client");
    assert!(asked_elsewhere.tokens().await["access_token"].is_string(), "what was shown on the page is what it gets");
}

#[tokio::test]
async fn an_app_proves_itself_as_it_is_registered() {
    let test = start().await;
    let ann = sign_up(&test, "ann").await;
    let app = own_app(&test, json!({ "token_endpoint_auth_method": "client_secret_post" })).await;
    let ask = |body: Value| Call::post(&test, "/device/code", &body).send();
    assert_refused(&ask(json!({ "client_id": app.client_id })).await, 400, "invalid_client");
    assert_refused(&ask(json!({ "client_id": app.client_id, "client_secret": "wrong" })).await, 400, "invalid_client");
    let secret = app.secret.clone().unwrap();
    let codes = ask(json!({ "client_id": app.client_id, "client_secret": secret })).await;
    let device = Device::of(&app.client_id, &codes.json());
    device.let_in(&test, &ann).await;
    assert_refused(&device.poll(&test).await, 400, "invalid_client");
    let body = json!({
        "grant_type": DEVICE_CODE, "device_code": device.device_code, "client_id": app.client_id, "client_secret": secret,
    });
    assert_eq!(Call::post(&test, "/device/token", &body).send().await.status, 200);

    let unregistered = RelyingParty::register(&test, json!({ "skip_consent": true, "token_endpoint_auth_method": "none" })).await;
    assert_refused(&ask(json!({ "client_id": unregistered.client_id })).await, 400, "unauthorized_client");
    let narrow = own_app(&test, json!({ "scope": "openid" })).await;
    assert_refused(&ask(json!({ "client_id": narrow.client_id, "scope": "openid email" })).await, 400, "invalid_scope");
    let resource = json!({ "client_id": narrow.client_id, "resource": "https://api.example/" });
    assert_refused(&ask(resource).await, 400, "invalid_target");
    narrow.set_disabled(true).await;
    assert_refused(&ask(json!({ "client_id": narrow.client_id })).await, 400, "invalid_client");
}

/// GHSA-cq3f-vc6p-68fh: the answer is that of whoever opened the code.
#[tokio::test]
async fn nobody_answers_but_who_opened_it() {
    let test = start().await;
    let app = own_app(&test, json!({})).await;
    let (ann, bob) = (sign_up(&test, "ann").await, sign_up(&test, "bob").await);
    let device = Device::ask(&test, &app.client_id).await;
    assert_refused(&device.answer(&test, &ann, "approve").await, 400, "invalid_request");
    assert_eq!(device.open(&test, "").await.json(), json!({ "user_code": device.user_code, "status": "pending" }));
    assert_eq!(device.open(&test, &ann).await.json()["client_id"], json!(app.client_id));
    let seen = device.open(&test, &bob).await.json();
    assert_eq!(seen, json!({ "user_code": device.user_code, "status": "pending" }), "nothing of what it asks for");
    for answer in ["approve", "deny"] {
        assert_refused(&device.answer(&test, &bob, answer).await, 403, "access_denied");
        assert_refused(&device.answer(&test, "", answer).await, 401, "unauthorized");
        let cross_site = Call::post(&test, &format!("/device/{answer}"), &json!({ "userCode": device.user_code }));
        let cross_site = cross_site.with("cookie", &ann).with("origin", "https://evil.example").send().await;
        assert_eq!((cross_site.status.as_u16(), cross_site.json()["code"].as_str()), (403, Some("INVALID_ORIGIN")));
    }
    assert_refused(&device.poll(&test).await, 400, "authorization_pending");
    device.let_in(&test, &ann).await;
    for answer in ["approve", "deny"] {
        assert_refused(&device.answer(&test, &ann, answer).await, 400, "invalid_request");
    }
    device.session(&test).await;
}

#[tokio::test]
async fn a_guest_lets_nobody_in() {
    let test = Arc::new(TestApp::with(&[ON[0], ("anonymous.enabled", "true")]).await);
    let app = own_app(&test, json!({})).await;
    let guest = cookies_of(&Call::post(&test, "/sign-in/anonymous", &json!({})).send().await);
    let device = Device::ask(&test, &app.client_id).await;
    assert!(device.open(&test, &guest).await.json().get("client_id").is_none());
    assert_refused(&device.answer(&test, &guest, "approve").await, 400, "invalid_request");
    assert_refused(&device.poll(&test).await, 400, "authorization_pending");
}

/// Guesses count, here as on the page; a code of one's own does not make up for them.
#[tokio::test]
async fn guesses_are_bounded() {
    let test = start().await;
    let app = own_app(&test, json!({})).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    for _ in 0..9 {
        let wrong = Call::get(&test, "/device?user_code=BCDFBCDF").in_browser(&ann).send().await;
        assert_refused(&wrong, 400, "invalid_request");
        assert_eq!(device.open(&test, &ann).await.status, 200);
    }
    assert_refused(&Call::get(&test, "/device?user_code=BCDFBCDF").in_browser(&ann).send().await, 400, "invalid_request");
    let unheard = Call::get(&test, "/device?user_code=BCDFBCDF").in_browser(&ann).send().await;
    assert_eq!(unheard.status, 429, "{}", unheard.body);
    assert!(!unheard.header("retry-after").is_empty());
}

#[tokio::test]
async fn it_can_be_turned_off() {
    let test = TestApp::with(&[("device_authorization.enabled", "false")]).await;
    for path in ["/device/code", "/device/token", "/device/approve", "/device/deny"] {
        assert_eq!(Call::post(&test, path, &json!({})).send().await.status, 404, "{path}");
    }
    assert_eq!(Call::get(&test, "/device?user_code=BCDFBCDF").send().await.status, 404);
}
