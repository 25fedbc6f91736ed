//! A session that began before more was asked for: the operator changed the policy, or the time to set a second factor up is over. It is
//! given nothing new until the second factor is shown in it.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use vestibule::store::{Engine, Store};

use super::{ADA, PASSWORD};
use crate::api::{Call, assert_error, cookies_of};
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::databases;
use crate::support::relying_party::{RelyingParty, claims};

const REQUIRED: (&str, &str) = ("two_factor.policy", "required");
const OPTIONAL: (&str, &str) = ("two_factor.policy", "optional");
const NO_MAIL: (&str, &str) = ("two_factor.mailed_codes", "false");
const GRACE: (&str, &str) = ("two_factor.grace_seconds", "86400");
const OTHERS: [(&str, &str); 3] = [("jwt.enabled", "true"), ("jwt.on_get_session", "true"), ("one_time_token.enabled", "true")];

/// The installation after its operator has changed these.
async fn under(store: &Store, values: &[(&str, &str)]) -> Arc<TestApp> {
    let test = TestApp::on(store.clone(), &[values, OTHERS.as_slice()].concat()).await;
    // Seeded alike, both would draw the same ids.
    for _ in 0..1000 + values.len() * 1000 {
        test.app.entropy.token();
    }
    Arc::new(test)
}

/// What Ada had when her password was enough.
struct Before {
    store: Store,
    test: Arc<TestApp>,
    cookies: String,
    app: RelyingParty,
    refresh_token: String,
    code: String,
}

async fn before() -> Before {
    let store = databases::fresh(Engine::Sqlite).await;
    let test = under(&store, &[]).await;
    let browser = test.browser();
    browser.sign_up("Ada", ADA, PASSWORD).await;
    let app = RelyingParty::register(&test, json!({ "skip_consent": true })).await;
    let tokens = app.tokens(&browser).await;
    let refresh_token = tokens["refresh_token"].as_str().expect("a refresh token").to_owned();
    let code = app.code(&browser).await;
    let cookies = browser.cookie_header();
    Before { store, test, cookies, app, refresh_token, code }
}

/// The browser that has these cookies.
fn browser_with<'a>(test: &'a TestApp, cookies: &str) -> TestBrowser<'a> {
    let browser = test.browser();
    for (name, value) in cookies.split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(name, value);
    }
    browser
}

/// What an app is answered that asks without pages.
async fn silently(browser: &TestBrowser<'_>, app: &RelyingParty) -> String {
    let reply = browser.get(&app.request().with("prompt", "none").path()).await;
    reply
        .location_parameter("error")
        .unwrap_or_else(|| reply.location_parameter("code").map_or_else(String::new, |_| "code".to_owned()))
}

async fn mailed_code(test: &TestApp) -> String {
    let mails = test.mails().await;
    mails.last().expect("a mail").mail.subject.chars().take_while(char::is_ascii_digit).collect()
}

fn app_of(page: &Reply) -> Authenticator {
    let (_, secret) = page.body.split_once("id=\"totp-secret\" dir=\"ltr\">").expect("a secret");
    Authenticator::of_text(secret.split('<').next().unwrap())
}

/// Ada's authenticator app, which she sets up in the session of before.
async fn enrol(test: &TestApp, cookies: &str) -> Authenticator {
    let call = async |path: &str, body: Value| Call::post(test, path, &body).in_browser(cookies).send().await;
    let enabled = call("/two-factor/enable", json!({ "password": PASSWORD })).await;
    let secret = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let shown = call("/two-factor/verify-totp", json!({ "code": secret.code(test.app.clock.now()) })).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    secret
}

#[tokio::test]
async fn no_app_is_given_anything_new_until_the_second_factor_is_shown() {
    let before = before().await;
    let test = under(&before.store, &[REQUIRED]).await;
    let (browser, app) = (browser_with(&test, &before.cookies), before.app.at(&test));
    let asked = browser.get(&app.request().path()).await;
    assert!(asked.location().starts_with("/two-factor?flow="), "{}", asked.location());
    assert_eq!(silently(&browser, &app).await, "interaction_required");
    for refused in [app.redeem(&before.code).await, app.refresh(&before.refresh_token).await] {
        assert_eq!((refused.status.as_u16(), &refused.json()["error"]), (400, &json!("invalid_grant")), "{}", refused.body);
    }
    // None of it is spent: as long as nothing more is asked for it works.
    assert_eq!(before.app.redeem(&before.code).await.status, 200);
    assert_eq!(before.app.refresh(&before.refresh_token).await.status, 200);

    let page = browser.get(asked.location()).await;
    let sent = browser.submit(&page, "/two-factor", &[("method", "mailed_code"), ("action", "send")]).await;
    let page = browser.follow(sent).await;
    let code = mailed_code(&test).await;
    let done = browser.submit(&page, "/two-factor", &[("method", "mailed_code"), ("code", &code), ("action", "verify")]).await;
    let answer = browser.follow(done).await;
    let tokens = app.redeem(&answer.location_parameter("code").expect("a code")).await.json();
    assert_eq!(claims(tokens["id_token"].as_str().unwrap())["acr"], "2");
    assert_eq!(app.refresh(tokens["refresh_token"].as_str().unwrap()).await.status, 200);
    assert_eq!(silently(&browser, &app).await, "code");
}

#[tokio::test]
async fn the_account_asks_for_it_first_and_who_has_none_sets_one_up() {
    let before = before().await;
    let test = under(&before.store, &[REQUIRED, NO_MAIL]).await;
    let browser = browser_with(&test, &before.cookies);
    for page in ["/account/profile", "/account/sessions", "/account/data"] {
        let asked = browser.get(page).await;
        assert!(asked.location().starts_with("/two-factor?return_to="), "{page}: {} {}", asked.status, asked.location());
    }
    assert_eq!(browser.get("/sign-in").await.status, 200, "signing in with both is a way too");
    let asked = browser.get("/account/profile").await;
    let page = browser.follow(asked).await;
    assert!(page.body.contains("Set up") && page.body.contains("href=\"/sign-out\""), "{}", page.body);
    let return_to = page.hidden("return_to").expect("where she was going");
    let fields = [("action", "propose"), ("return_to", return_to.as_str())];
    let proposed = browser.submit(&page, "/two-factor/set-up", &fields).await;
    let page = browser.follow(proposed).await;
    let code = app_of(&page).code(test.app.clock.now());
    let fields = [("action", "confirm"), ("code", code.as_str()), ("return_to", return_to.as_str())];
    let done = browser.submit(&page, "/two-factor/set-up", &fields).await;
    assert!(done.status == 200 && done.body.contains("href=\"/account/profile\""), "{}", done.body);
    assert_eq!(browser.get("/account/profile").await.status, 200);
}

#[tokio::test]
async fn nothing_new_is_made_of_it_by_json_either() {
    let before = before().await;
    let test = under(&before.store, &[REQUIRED]).await;
    let call = async |path: &str, body: Option<Value>, cookies: &str| {
        let call = body.map_or_else(|| Call::get(&test, path), |body| Call::post(&test, path, &body));
        call.in_browser(cookies).send().await
    };
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "another horse battery" });
    for (path, body) in [("/token", None), ("/one-time-token/generate", None), ("/change-password", Some(change.clone()))] {
        assert_error(&call(path, body, &before.cookies).await, 403, "SESSION_NOT_FRESH");
    }
    let session = call("/get-session", None, &before.cookies).await;
    assert_eq!((session.json()["user"]["email"].as_str(), session.header("set-auth-jwt")), (Some(ADA), ""));

    assert_eq!(call("/two-factor/send-otp", Some(json!({})), &before.cookies).await.status, 200);
    let shown = json!({ "code": mailed_code(&test).await });
    let raised = call("/two-factor/verify-otp", Some(shown), &before.cookies).await;
    assert_eq!(raised.status, 200, "{}", raised.body);
    let cookies = cookies_of(&raised);
    for (path, body) in [("/token", None), ("/one-time-token/generate", None), ("/change-password", Some(change))] {
        assert_eq!(call(path, body, &cookies).await.status, 200, "{path}");
    }
    assert_ne!(call("/get-session", None, &cookies).await.header("set-auth-jwt"), "");
}

#[tokio::test]
async fn there_is_time_where_the_operator_gives_it_and_it_runs_out() {
    let before = before().await;
    let test = under(&before.store, &[REQUIRED, GRACE]).await;
    let (browser, app) = (browser_with(&test, &before.cookies), before.app.at(&test));
    assert_eq!(browser.get("/account/profile").await.status, 200);
    assert_eq!(silently(&browser, &app).await, "code");
    let refreshed = app.refresh(&before.refresh_token).await.json();
    assert_eq!(claims(refreshed["id_token"].as_str().unwrap())["acr"], "1");
    test.advance(Duration::from_secs(86_401));
    assert_eq!(silently(&browser, &app).await, "interaction_required");
    let refused = app.refresh(refreshed["refresh_token"].as_str().unwrap()).await;
    assert_eq!(refused.json()["error"], "invalid_grant");
    assert!(browser.get("/account/profile").await.location().starts_with("/two-factor"));
}

/// It stood for the second factor when the session began, and does so while the session lives.
#[tokio::test]
async fn a_trusted_browser_is_asked_for_nothing() {
    let before = before().await;
    let optional = under(&before.store, &[OPTIONAL, NO_MAIL]).await;
    let secret = enrol(&optional, &before.cookies).await;
    optional.advance(Duration::from_secs(30));
    let browser = optional.browser();
    let asked = browser.sign_in(ADA, PASSWORD).await;
    let page = browser.get(asked.location()).await;
    let code = secret.code(optional.app.clock.now());
    browser.submit(&page, "/two-factor", &[("method", "totp"), ("code", &code), ("trust", "on"), ("action", "verify")]).await;
    let page = browser.get("/sign-out").await;
    browser.submit(&page, "/sign-out", &[("action", "sign-out")]).await;
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.location(), "/account", "by trust");
    for values in [vec![OPTIONAL, NO_MAIL], vec![REQUIRED, NO_MAIL, GRACE]] {
        let test = under(&before.store, &values).await;
        test.advance(Duration::from_secs(60));
        let (browser, app) = (browser_with(&test, &browser.cookie_header()), before.app.at(&test));
        assert_eq!(browser.get("/account/profile").await.status, 200, "{values:?}");
        let tokens = app.tokens(&browser).await;
        assert_eq!(claims(tokens["id_token"].as_str().unwrap())["acr"], "1");
        assert_eq!(app.refresh(tokens["refresh_token"].as_str().unwrap()).await.status, 200, "{values:?}");
    }
}

/// Whoever has one is asked for it where it was switched off for a while.
#[tokio::test]
async fn who_has_one_shows_it() {
    let before = before().await;
    let optional = under(&before.store, &[OPTIONAL, NO_MAIL]).await;
    let secret = enrol(&optional, &before.cookies).await;
    let off = before.test.browser();
    assert_eq!(off.sign_in(ADA, PASSWORD).await.location(), "/account");
    assert_eq!(silently(&off, &before.app).await, "code");

    let browser = off.at(&optional);
    let app = before.app.at(&optional);
    assert_eq!(silently(&browser, &app).await, "login_required");
    let asked = browser.get("/account/profile").await;
    optional.advance(Duration::from_secs(30));
    let page = browser.follow(asked).await;
    let code = secret.code(optional.app.clock.now());
    let return_to = page.hidden("return_to").expect("where she was going");
    let fields = [("method", "totp"), ("code", code.as_str()), ("return_to", return_to.as_str()), ("action", "verify")];
    assert_eq!(browser.submit(&page, "/two-factor", &fields).await.location(), "/account/profile");
    assert_eq!(silently(&browser, &app).await, "code");
}
