//! Consent (OpenID Connect Core, section 3.1.2.4).

use std::time::Duration;

use serde_json::json;

use super::{alice_at_web, start};
use crate::support::relying_party::{RelyingParty, allow, flow, person, resume, sign_in};

#[tokio::test]
async fn it_is_asked_once_and_again_for_more() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let narrow = web.request().with("scope", "openid profile");
    let page = browser.open(&narrow.path()).await;
    assert!(page.body.contains("consent-allow") && page.body.contains("Example"));
    assert!(!page.body.contains("id=\"consent-warning\""), "the operator vouches for this client");
    assert!(allow(&browser, &page).await.location_parameter("code").is_some());
    for scope in ["openid profile", "profile openid", "openid", "profile"] {
        let reply = browser.get(&web.request().with("scope", scope).path()).await;
        assert!(reply.location_parameter("code").is_some(), "{scope} is covered");
    }
    let wider = web.request().with("scope", "openid profile email");
    let silent = browser.get(&wider.clone().with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("consent_required"));
    let page = browser.open(&wider.path()).await;
    assert!(page.body.contains("alice@example.test"), "the page names the address that the app will see");
    allow(&browser, &page).await;
    let all = browser.get(&wider.with("prompt", "none").path()).await;
    assert!(all.location_parameter("code").is_some());
}

#[tokio::test]
async fn a_refusal_is_told_and_remembers_nothing() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let page = browser.open(&web.request().path()).await;
    let back = browser.submit(&page, "/consent", &[("action", "deny")]).await;
    assert_eq!(back.location_parameter("error").as_deref(), Some("access_denied"));
    assert_eq!(back.location_parameter("state").as_deref(), Some("state-of-the-app"));
    assert_eq!(back.location_parameter("iss").as_deref(), Some(test.app.config.issuer()));
    let again = browser.open(&web.request().path()).await;
    assert!(again.body.contains("consent-allow"));
    let late = browser.submit(&page, "/consent", &[("action", "allow")]).await;
    assert_eq!((late.status.as_u16(), late.location()), (400, ""), "the refused transaction is over");
}

#[tokio::test]
async fn the_operator_may_take_it_for_granted_but_no_client_for_itself() {
    let test = start().await;
    let (browser, _, _) = alice_at_web(&test).await;
    let trusted = RelyingParty::register(&test, json!({ "skip_consent": true })).await;
    let reply = browser.get(&trusted.request().path()).await;
    assert!(reply.location_parameter("code").is_some(), "{} {}", reply.status, reply.location());
    let dynamic = RelyingParty::dynamic(&test, json!({ "skip_consent": true })).await;
    let page = browser.open(&dynamic.request().path()).await;
    assert!(page.body.contains("consent-allow"));
}

#[tokio::test]
async fn only_the_page_of_this_browser_counts() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let page = browser.open(&web.request().path()).await;
    let flow_id = page.hidden("flow").expect("a flow");
    let without_csrf = browser.post("/consent", &[("flow", &flow_id), ("action", "allow")]).await;
    assert_eq!(without_csrf.status, 403);
    let mallory = test.browser();
    let other = mallory.open("/sign-in").await;
    let csrf = other.hidden("csrf").expect("a page with a form");
    let others_csrf = browser.post("/consent", &[("csrf", &csrf), ("flow", &flow_id), ("action", "allow")]).await;
    assert_eq!(others_csrf.status, 403);
    let still = browser.open(&web.request().path()).await;
    assert!(still.body.contains("consent-allow"), "nothing was allowed");
}

#[tokio::test]
async fn it_counts_for_who_gave_it() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let bob = person(&test, "Bob").await;
    let bobs = test.browser();
    sign_in(&test, &bobs, &bob).await;
    web.authorize(&bobs, &web.request().with("scope", "openid")).await;

    // Alice allows everything; before the answer is fetched, Bob signs in within the same flow.
    test.advance(Duration::from_secs(1));
    let started = browser.get(&web.request().path()).await;
    let flow = flow(&started);
    let page = browser.open(&resume(&flow)).await;
    let allowed = browser.submit(&page, "/consent", &[("action", "allow")]).await;
    assert_eq!(allowed.status, 303);
    sign_in(&test, &browser, &bob).await;
    let reply = browser.open(&resume(&flow)).await;
    assert!(reply.location_parameter("code").is_none(), "bob allowed less than alice");
    assert!(reply.body.contains("consent-allow") && reply.body.contains("bob@example.test"));
}

#[tokio::test]
async fn a_page_that_somebody_else_saw_allows_nothing() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let bob = person(&test, "Bob").await;
    let stale = browser.open(&web.request().path()).await;
    assert!(stale.body.contains("consent-allow") && stale.body.contains("alice@example.test"));
    // In another tab Bob signs in; the page that Alice left open belongs to the same flow.
    sign_in(&test, &browser, &bob).await;
    let asked_again = browser.follow(browser.submit(&stale, "/consent", &[("action", "allow")]).await).await;
    assert!(asked_again.location_parameter("code").is_none(), "bob has not seen what he would allow");
    assert!(asked_again.body.contains("consent-allow") && asked_again.body.contains("bob@example.test"));
    let nobody = browser.submit(&asked_again, "/consent", &[("action", "allow"), ("person", "")]).await;
    assert!(browser.follow(nobody).await.body.contains("consent-allow"), "nor does a form that names nobody");
    assert!(allow(&browser, &asked_again).await.location_parameter("code").is_some());
}
