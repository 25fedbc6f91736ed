//! What apps that use OpenID Connect see of somebody anonymous: nothing, or that they are.

use std::sync::Arc;

use serde_json::json;

use super::text;
use crate::api::{Call, cookies_of};
use crate::support::app::TestApp;
use crate::support::browser::TestBrowser;
use crate::support::relying_party::{RelyingParty, allow, claims, userinfo};

async fn start(apps: &str) -> Arc<TestApp> {
    let settings = [("anonymous.enabled", "true"), ("anonymous.apps", apps), ("claims.unverified_email", "true")];
    Arc::new(TestApp::with(&settings).await)
}

async fn sign_in<'a>(test: &'a TestApp) -> TestBrowser<'a> {
    let reply = Call::post(test, "/sign-in/anonymous", &json!({})).in_browser("").send().await;
    let browser = test.browser();
    for pair in cookies_of(&reply).split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(pair.0, pair.1);
    }
    browser
}

#[tokio::test]
async fn an_app_has_somebody_anonymous_sign_in() {
    let test = start("false").await;
    let web = RelyingParty::web(&test).await;
    let browser = sign_in(&test).await;
    let reply = web.authorize(&browser, &web.request()).await;
    assert!(reply.body.contains("id=\"password\""), "they are asked who they are");
    let silent = web.authorize(&browser, &web.request().with("prompt", "none")).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("login_required"));
}

#[tokio::test]
async fn tokens_of_somebody_anonymous_say_so_and_name_no_address() {
    let test = start("true").await;
    let web = RelyingParty::web(&test).await;
    let browser = sign_in(&test).await;
    let mut reply = web.authorize(&browser, &web.request().with("scope", "openid profile email")).await;
    if reply.location_parameter("code").is_none() {
        let page = browser.follow(reply).await;
        reply = browser.follow(allow(&browser, &page).await).await;
    }
    let tokens = web.redeem(&reply.location_parameter("code").expect("a code")).await.json();
    let id_token = claims(text(&tokens, "id_token"));
    assert_eq!(
        (&id_token["is_anonymous"], &id_token["acr"], &id_token["amr"]),
        (&json!(true), &json!("0"), &json!(["anonymous"]))
    );
    let answer = userinfo(&test, text(&tokens, "access_token")).await.json();
    assert_eq!(answer["is_anonymous"], json!(true));
    for told in [&id_token, &answer] {
        assert!(told.get("email").is_none() && told.get("email_verified").is_none(), "{told}");
    }
}
