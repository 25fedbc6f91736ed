//! No page, authenticator app or passkey shows the address that stands for one that nobody told.

use std::sync::Arc;

use serde_json::json;
use vestibule::events::told;
use vestibule::store::users;

use crate::api::siwe::TestWallet;
use crate::api::{Call, cookies_of};
use crate::login::wallet::sign_in_on_the_page;
use crate::support::app::TestApp;
use crate::support::browser::TestBrowser;
use crate::support::phones::{NUMBER, PHONES, ask, texted_code};
use crate::support::relying_party::{RelyingParty, claims, userinfo};

const PAGES: [&str; 13] = [
    "/account/profile",
    "/account/security",
    "/account/passkeys",
    "/account/two-factor",
    "/account/identities",
    "/account/sessions",
    "/account/apps",
    "/account/activity",
    "/account/delete",
    "/choose-account",
    "/confirm-identity?return_to=/account/security",
    "/sign-out",
    "/oauth2/end-session",
];

async fn start() -> Arc<TestApp> {
    let ways = [
        ("phone.sign_up", "true"),
        ("siwe.enabled", "true"),
        ("passkey.enabled", "true"),
        ("two_factor.policy", "optional"),
        ("multi_session.enabled", "true"),
        ("magic_link.enabled", "true"),
    ];
    Arc::new(TestApp::with(&PHONES.into_iter().chain(ways).collect::<Vec<_>>()).await)
}

/// Somebody who is known by their number alone.
async fn by_phone(test: &TestApp) -> TestBrowser<'_> {
    ask(test, NUMBER).await;
    let code = texted_code(test, NUMBER).await;
    let made = Call::post(test, "/phone-number/verify", &json!({ "phoneNumber": NUMBER, "code": code })).send().await;
    let browser = test.browser();
    for (name, value) in cookies_of(&made).split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(name, value);
    }
    browser
}

/// Somebody who is known by their wallet alone.
async fn by_wallet(test: &TestApp) -> TestBrowser<'_> {
    let browser = test.browser();
    sign_in_on_the_page(&browser, &TestWallet::new("ada")).await;
    browser
}

async fn assert_shows_none(test: &Arc<TestApp>, browser: &TestBrowser<'_>, name: &str) {
    for path in PAGES {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.location());
        assert!(!page.body.contains(".invalid"), "{name}: {path}: {}", page.body);
    }
    let page = browser.get("/account/two-factor").await;
    let proposed = browser.submit(&page, "/account/two-factor", &[("action", "propose")]).await;
    let proposed = browser.follow(proposed).await;
    assert!(proposed.body.contains("totp-secret") && !proposed.body.contains(".invalid"), "{name}: the authenticator app");
    let key = browser.get("/api/auth/passkey/generate-register-options").await;
    assert!(key.status == 200 && !key.body.contains(".invalid"), "{name}: the passkey: {}", key.body);
    let app = RelyingParty::register(test, json!({})).await;
    let consent = browser.open(&app.request().with("scope", "openid email").path()).await;
    assert!(consent.body.contains("consent-allow") && !consent.body.contains(".invalid"), "{name}: consent: {}", consent.body);
}

#[tokio::test]
async fn of_a_phone() {
    let test = start().await;
    assert_shows_none(&test, &by_phone(&test).await, "phone").await;
}

#[tokio::test]
async fn of_a_wallet() {
    let test = start().await;
    assert_shows_none(&test, &by_wallet(&test).await, "wallet").await;
}

/// Where a link would go to the placeholder there is a way to a real address instead.
#[tokio::test]
async fn nothing_is_promised_to_be_mailed_there() {
    let test = start().await;
    for browser in [by_phone(&test).await, by_wallet(&test).await] {
        for path in ["/account/security", "/account/delete"] {
            let page = browser.get(path).await;
            assert!(page.body.contains("href=\"/account/profile#email-heading\""), "{path}: {}", page.body);
            assert!(!page.body.contains("password-link-submit") && !page.body.contains("delete-submit"), "{path}");
        }
        assert!(browser.get("/account/profile").await.body.contains("You have given us no email yet"));
    }
}

/// Whoever is chosen and signed out signs in again: with nothing typed that is no way in.
#[tokio::test]
async fn signing_in_again_is_not_filled_in_with_one() {
    let test = start().await;
    let browser = by_wallet(&test).await;
    let page = browser.get("/choose-account").await;
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("UPDATE sessions SET revoked_at = 1", &[]).await.unwrap();
    unit.commit().await.unwrap();
    let account = page.body.split("name=\"account\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let chosen = browser.submit(&page, "/choose-account", &[("account", account)]).await;
    let again = browser.follow(chosen).await;
    assert!(again.body.contains("login-submit") && !again.body.contains(".invalid"), "{}", again.body);
}

/// Not even where the operator lets apps know addresses that nobody proved.
#[tokio::test]
async fn no_app_is_told_one() {
    let settings =
        [("phone.sign_up", "true"), ("siwe.enabled", "true"), ("jwt.enabled", "true"), ("claims.unverified_email", "true")];
    let test = Arc::new(TestApp::with(&PHONES.into_iter().chain(settings).collect::<Vec<_>>()).await);
    let web = RelyingParty::register(&test, json!({ "scope": "openid email", "claims_in_id_token": true })).await;
    let known = test.browser();
    known.sign_up("Bob", "bob@example.test", crate::api::PASSWORD).await;
    for (name, browser, is_told) in
        [("phone", by_phone(&test).await, false), ("wallet", by_wallet(&test).await, false), ("mail", known, true)]
    {
        let consent = browser.open(&web.request().with("scope", "openid email").path()).await;
        let allowed = crate::support::relying_party::allow(&browser, &consent).await;
        let tokens = web.redeem(&allowed.location_parameter("code").expect("a code")).await.json();
        let told_later = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
        let jwt = Call::get(&test, "/token").in_browser(&browser.cookie_header()).send().await.json();
        let (id_token, jwt) = (claims(tokens["id_token"].as_str().unwrap()), claims(jwt["token"].as_str().unwrap()));
        for (place, said) in [("userinfo", &told_later), ("ID token", &id_token), ("session JWT", &jwt)] {
            assert_eq!(said.get("email").is_some(), is_told, "{name}: {place}: {said}");
            assert_eq!(said.get("email_verified").is_some(), is_told, "{name}: {place}: {said}");
        }
        let mut unit = test.app.store.read("test").await.unwrap();
        let id = vestibule::model::ids::UserId::new(told_later["sub"].as_str().unwrap().to_owned());
        let user = users::by_id(&mut unit, &id).await.unwrap().unwrap();
        let told = told::user(&test.app.config, &user);
        assert_eq!(told["email"].is_string(), is_told, "{name}: webhooks and actions: {told}");
        // Better Auth's clients know no person without one.
        let session = Call::get(&test, "/get-session").in_browser(&browser.cookie_header()).send().await.json();
        assert!(session["user"]["email"].is_string(), "{name}");
    }
}
