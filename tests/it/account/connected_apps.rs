//! Connected apps.

use std::sync::Arc;

use serde_json::json;

use super::{access_lives, ada, allow, client, person, refresh_lives, signed_in};
use crate::support::app::TestApp;
use crate::support::relying_party::{self, RelyingParty};

#[tokio::test]
async fn the_list_shows_what_an_app_may_do() {
    let test = TestApp::start().await;
    let (browser, session, _) = ada(&test).await;
    assert!(browser.get("/account/apps").await.body.contains("No app has access to your account."));
    let app = client(&test, "Fieldnotes").await;
    allow(&test, &session, &app, "openid email").await;
    let page = browser.get("/account/apps").await;
    for text in ["Fieldnotes", "Know who you are", "See your email address", "Last used"] {
        assert!(page.body.contains(text), "{text}");
    }
    assert!(!page.body.contains("See your name and picture"));
}

#[tokio::test]
async fn access_that_is_taken_back_is_gone_at_once() {
    let test = TestApp::start().await;
    let (browser, session, _) = ada(&test).await;
    let (app, other) = (client(&test, "Fieldnotes").await, client(&test, "Timesheets").await);
    let removed = allow(&test, &session, &app, "openid offline_access").await;
    let kept = allow(&test, &session, &other, "openid offline_access").await;
    let page = browser.get("/account/apps").await;
    let reply = browser.submit(&page, "/account/apps/revoke", &[("client_id", app.id.as_str())]).await;
    assert_eq!(reply.location(), "/account/apps");
    let after = browser.get("/account/apps").await;
    assert!(after.body.contains("Access removed.") && !after.body.contains("Fieldnotes"));
    assert!(!access_lives(&test, &removed).await && !refresh_lives(&test, &app, &removed).await);
    assert!(access_lives(&test, &kept).await && refresh_lives(&test, &other, &kept).await);
}

#[tokio::test]
async fn an_unknown_app_or_somebody_elses_changes_nothing() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let stranger = person(&test, "Grace Hopper", "grace@example.test", None).await;
    let (_, foreign) = signed_in(&test, &stranger).await;
    let app = client(&test, "Fieldnotes").await;
    let tokens = allow(&test, &foreign, &app, "openid").await;
    let page = browser.get("/account/apps").await;
    for chosen in [app.id.as_str(), "unknown"] {
        let reply = browser.submit(&page, "/account/apps/revoke", &[("client_id", chosen)]).await;
        assert_eq!(reply.location(), "/account/apps");
    }
    assert!(!browser.get("/account/apps").await.body.contains("Access removed."));
    assert!(access_lives(&test, &tokens).await);
}

#[tokio::test]
async fn an_app_that_need_not_ask_is_listed_while_it_has_access_and_can_be_removed() {
    let test = Arc::new(TestApp::start().await);
    let alice = relying_party::person(&test, "Alice").await;
    let browser = test.browser();
    relying_party::sign_in(&test, &browser, &alice).await;
    let members = json!({ "client_name": "Payroll", "skip_consent": true });
    let payroll = RelyingParty::register(&test, members).await;
    assert!(!browser.get("/account/apps").await.body.contains("Payroll"));
    payroll.tokens(&browser).await;
    let narrower = payroll.request().with("scope", "openid");
    payroll.redeem(&payroll.authorize(&browser, &narrower).await.location_parameter("code").expect("a code")).await;
    let tokens = payroll.tokens(&browser).await;
    let refresh_token = tokens["refresh_token"].as_str().expect("a refresh token");
    let page = browser.get("/account/apps").await;
    assert_eq!(page.body.matches("Payroll").count(), 1, "one line for all that it has");
    assert!(page.body.contains("See your email address"));
    let reply = browser.submit(&page, "/account/apps/revoke", &[("client_id", &payroll.client_id)]).await;
    let after = browser.follow(reply).await;
    assert!(after.body.contains("Access removed.") && !after.body.contains("Payroll"));
    assert_eq!(payroll.refresh(refresh_token).await.status, 400);
    assert_eq!(relying_party::userinfo(&test, tokens["access_token"].as_str().expect("a token")).await.status, 401);
}
