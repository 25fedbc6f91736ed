//! `prompt`, `max_age` and `id_token_hint` (OpenID Connect Core, section 3.1.2.1).

use std::time::Duration;

use serde_json::{Value, json};

use super::{alice_at_web, start, text};
use crate::support::app::Reply;
use crate::support::browser::TestBrowser;
use crate::support::relying_party::{RelyingParty, allow, claims, flow, person, resume, sign_in};

async fn id_token(client: &RelyingParty, back: &Reply) -> Value {
    let code = back.location_parameter("code").unwrap_or_else(|| panic!("no code: {} {}", back.status, back.location()));
    claims(text(&client.redeem(&code).await.json(), "id_token"))
}

/// Goes on after a step, and allows if that is asked.
async fn go_on(browser: &TestBrowser<'_>, flow: &str) -> Reply {
    let page = browser.open(&resume(flow)).await;
    if page.body.contains("consent-allow") { allow(browser, &page).await } else { page }
}

#[tokio::test]
async fn none_without_a_session() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let state = format!("{}-._~", "s".repeat(124));
    let reply = test.get(&web.request().with("prompt", "none").with("state", &state).path()).await;
    assert_eq!(reply.location_parameter("error").as_deref(), Some("login_required"));
    assert_eq!(reply.location_parameter("state"), Some(state));
}

#[tokio::test]
async fn none_with_a_session_and_consent() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    let unseen = browser.get(&web.request().with("prompt", "none").path()).await;
    assert_eq!(unseen.location_parameter("error").as_deref(), Some("consent_required"));
    let tokens = web.tokens(&browser).await;
    test.advance(Duration::from_secs(5));
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    let again = id_token(&web, &silent).await;
    let first = claims(text(&tokens, "id_token"));
    assert_eq!((&again["sub"], &again["auth_time"]), (&json!(alice.id), &first["auth_time"]));
}

#[tokio::test]
async fn login_asks_again() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    let first = claims(text(&web.tokens(&browser).await, "id_token"));
    test.advance(Duration::from_secs(5));
    let reply = browser.get(&web.request().with("prompt", "login").path()).await;
    assert!(reply.location().starts_with("/sign-in?"), "{}", reply.location());
    let flow = flow(&reply);
    let skipped = browser.get(&resume(&flow)).await;
    assert!(skipped.location().starts_with("/sign-in?"), "the step is owed until it is done");
    test.advance(Duration::from_secs(5));
    sign_in(&test, &browser, &alice).await;
    let second = id_token(&web, &go_on(&browser, &flow).await).await;
    assert_eq!(second["auth_time"].as_i64(), first["auth_time"].as_i64().map(|time| time + 10));
}

#[tokio::test]
async fn max_age_asks_again_only_when_it_has_passed() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    let first = claims(text(&web.tokens(&browser).await, "id_token"));
    test.advance(Duration::from_secs(2));
    let young = browser.get(&web.request().with("max_age", "10000").path()).await;
    assert_eq!(id_token(&web, &young).await["auth_time"], first["auth_time"]);
    let silent = browser.get(&web.request().with("max_age", "1").with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("login_required"));
    let old = browser.get(&web.request().with("max_age", "1").path()).await;
    assert!(old.location().starts_with("/sign-in?"));
    let flow = flow(&old);
    sign_in(&test, &browser, &alice).await;
    let again = id_token(&web, &go_on(&browser, &flow).await).await;
    assert_eq!(again["auth_time"].as_i64(), first["auth_time"].as_i64().map(|time| time + 2));
    let hasty = RelyingParty::register(&test, json!({ "default_max_age": 1 })).await;
    test.advance(Duration::from_secs(2));
    let reply = browser.get(&hasty.request().path()).await;
    assert!(reply.location().starts_with("/sign-in?"), "default_max_age counts as well");
}

#[tokio::test]
async fn consent_asks_again() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    web.code(&browser).await;
    let page = browser.open(&web.request().with("prompt", "consent").path()).await;
    assert!(page.body.contains("consent-allow"));
    assert!(allow(&browser, &page).await.location_parameter("code").is_some());
}

#[tokio::test]
async fn select_account_shows_the_account() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    web.code(&browser).await;
    test.advance(Duration::from_secs(1));
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    assert!(page.body.contains("alice@example.test"), "{} {}", page.status, page.body);
    let account = page.hidden("account").expect("the account can be chosen");
    let chosen = browser.submit(&page, "/choose-account", &[("account", &account)]).await;
    let back = browser.follow(chosen).await;
    assert!(back.location_parameter("code").is_some(), "{} {}", back.status, back.location());
    let silent = browser.get(&web.request().with("prompt", "none select_account").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("invalid_request"), "none stands alone");
}

#[tokio::test]
async fn create_leads_to_the_form_for_new_accounts() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    test.advance(Duration::from_secs(1));
    let reply = browser.get(&web.request().with("prompt", "create").path()).await;
    assert!(reply.location().starts_with("/sign-up?"), "{}", reply.location());
}

#[tokio::test]
async fn a_hint_names_who_is_expected() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let hint = text(&tokens, "id_token").to_owned();
    test.advance(Duration::from_secs(2 * 3600));
    let request = web.request().with("id_token_hint", &hint);
    let same = browser.get(&request.clone().with("prompt", "none").path()).await;
    assert!(same.location_parameter("code").is_some(), "an expired hint still names somebody");
    let bob = person(&test, "Bob").await;
    let bobs = test.browser();
    sign_in(&test, &bobs, &bob).await;
    test.advance(Duration::from_secs(1));
    let other = bobs.get(&request.clone().with("prompt", "none").path()).await;
    assert_eq!(other.location_parameter("error").as_deref(), Some("login_required"));
    let asked = bobs.get(&request.path()).await;
    assert!(asked.location().starts_with("/sign-in?"));
    test.advance(Duration::from_secs(1));
    sign_in(&test, &bobs, &bob).await;
    let refused = bobs.open(&resume(&flow(&asked))).await;
    assert_eq!(refused.location_parameter("error").as_deref(), Some("login_required"), "it is still not alice");
}
