//! The account chooser (OpenID Connect Core, section 3.1.2.1: `select_account`, `login_hint`, `id_token_hint`) where several people
//! may be signed in in one browser.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::text;
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::relying_party::{RelyingParty, allow, claims, flow, resume};

const PASSWORD: &str = "correct horse battery";
const ANN: &str = "ann@example.test";
const BOB: &str = "bob@example.test";

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::with(&[("multi_session.enabled", "true")]).await)
}

/// Ann and Bob sign up in one browser and allow the app; Bob uses it.
async fn two_people(test: &Arc<TestApp>) -> (TestBrowser<'_>, RelyingParty) {
    let web = RelyingParty::web(test).await;
    let browser = test.browser();
    browser.sign_up("Ann", ANN, PASSWORD).await;
    web.code(&browser).await;
    test.advance(Duration::from_secs(1));
    add(&browser, "Bob", BOB).await;
    web.code(&browser).await;
    test.advance(Duration::from_secs(1));
    (browser, web)
}

/// Somebody makes an account beside those who are signed in.
async fn add(browser: &TestBrowser<'_>, name: &str, email: &str) {
    let page = browser.get("/sign-in?account=another").await;
    assert_eq!(page.status, 200, "{}", page.location());
    let fields = [("name", name), ("email", email), ("password", PASSWORD)];
    let reply = browser.submit(&page, "/sign-up", &fields).await;
    assert!(reply.status.is_redirection(), "{}", reply.body);
}

async fn uses(browser: &TestBrowser<'_>) -> String {
    let page = browser.get("/account/profile").await;
    [ANN, BOB].into_iter().find(|email| page.body.contains(email)).unwrap_or_default().to_owned()
}

/// The value of the button that stands for `email`.
fn choice(page: &Reply, email: &str) -> String {
    let at = page.body.find(&format!(">{email}<")).unwrap_or_else(|| panic!("no {email} in {}", page.body));
    let button = &page.body[page.body[..at].rfind("<button").expect("a button")..at];
    button.split_once("value=\"").expect("a value").1.split('"').next().unwrap_or_default().to_owned()
}

async fn choose(browser: &TestBrowser<'_>, page: &Reply, email: &str) -> Reply {
    browser.submit(page, "/choose-account", &[("account", &choice(page, email))]).await
}

/// Whom the code at the end of `reply` is about.
async fn subject(web: &RelyingParty, reply: &Reply) -> Value {
    let code = reply
        .location_parameter("code")
        .unwrap_or_else(|| panic!("no code: {} {} {}", reply.status, reply.location(), reply.body));
    claims(text(&web.redeem(&code).await.json(), "id_token"))["sub"].clone()
}

async fn id_token(web: &RelyingParty, browser: &TestBrowser<'_>) -> String {
    text(&web.tokens(browser).await, "id_token").to_owned()
}

#[tokio::test]
async fn signing_in_as_somebody_else_adds_them() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    assert_eq!(uses(&browser).await, BOB);
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    assert!(page.body.contains(ANN) && page.body.contains(BOB), "{}", page.body);
    assert!(page.body.find(BOB) < page.body.find(ANN), "who uses the browser stands first");
}

#[tokio::test]
async fn choosing_another_switches_and_answers_for_them() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let bobs = subject(&web, &browser.get(&web.request().path()).await).await;
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    let before = browser.cookie("vestibule.flow");
    let chosen = choose(&browser, &page, ANN).await;
    assert_ne!(browser.cookie("vestibule.flow"), before, "the browser's secret is another from then on");
    let back = browser.follow(chosen).await;
    assert_ne!(subject(&web, &back).await, bobs);
    assert_eq!(uses(&browser).await, ANN);
}

#[tokio::test]
async fn choosing_who_uses_the_browser_changes_nothing_else() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    let before = browser.cookie_header();
    let chosen = choose(&browser, &page, BOB).await;
    assert!(browser.follow(chosen).await.location_parameter("code").is_some());
    assert_eq!(browser.cookie_header(), before);
}

#[tokio::test]
async fn whoever_is_not_proved_freshly_enough_signs_in_after_choosing() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    test.advance(Duration::from_secs(600));
    let page = browser.open(&web.request().with("prompt", "select_account").with("max_age", "60").path()).await;
    assert!(page.body.contains("use-another-account"), "choosing comes first: {}", page.body);
    let chosen = choose(&browser, &page, ANN).await;
    let asked = browser.get(chosen.location()).await;
    assert!(asked.location().starts_with("/sign-in?"), "{}", asked.location());
    let page = browser.open(asked.location()).await;
    let signed_in = browser.submit(&page, "/sign-in", &[("identifier", ANN), ("password", PASSWORD), ("remember", "on")]).await;
    assert!(browser.follow(signed_in).await.location_parameter("code").is_some());
    assert_eq!(uses(&browser).await, ANN);
}

#[tokio::test]
async fn prompt_login_asks_the_chosen_one_again() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let page = browser.open(&web.request().with("prompt", "login select_account").path()).await;
    let chosen = choose(&browser, &page, ANN).await;
    let asked = browser.get(chosen.location()).await;
    assert!(asked.location().starts_with("/sign-in?"), "{}", asked.location());
}

#[tokio::test]
async fn somebody_whose_time_ran_out_is_known_and_signs_in_again() {
    let test = start().await;
    test.browser().sign_up("Ann", ANN, PASSWORD).await;
    let (browser, web) = (test.browser(), RelyingParty::web(&test).await);
    // Not remembered: the session ends after a day, the browser stays open.
    let page = browser.get("/sign-in").await;
    browser.submit(&page, "/sign-in", &[("identifier", ANN), ("password", PASSWORD)]).await;
    test.advance(Duration::from_secs(23 * 60 * 60));
    add(&browser, "Bob", BOB).await;
    test.advance(Duration::from_secs(2 * 60 * 60));
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    assert!(page.body.contains("Signed out") && page.body.contains(ANN), "{}", page.body);
    let chosen = choose(&browser, &page, ANN).await;
    assert!(chosen.location().starts_with("/sign-in?"), "{}", chosen.location());
    let form = browser.open(chosen.location()).await;
    assert!(form.body.contains(&format!("value=\"{ANN}\"")), "the address is filled in: {}", form.body);
    let signed_in = browser.submit(&form, "/sign-in", &[("identifier", ANN), ("password", PASSWORD), ("remember", "on")]).await;
    let page = browser.follow(signed_in).await;
    let back = if page.body.contains("consent-allow") { allow(&browser, &page).await } else { page };
    assert!(back.location_parameter("code").is_some(), "{} {}", back.status, back.location());
}

#[tokio::test]
async fn an_id_token_names_who_is_answered_for() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    browser.sign_up("Ann", ANN, PASSWORD).await;
    let anns = id_token(&web, &browser).await;
    test.advance(Duration::from_secs(1));
    add(&browser, "Bob", BOB).await;
    test.advance(Duration::from_secs(1));
    let request = web.request().with("id_token_hint", &anns);
    let silent = browser.get(&request.clone().with("prompt", "none").path()).await;
    assert_eq!(subject(&web, &silent).await, claims(&anns)["sub"]);
    assert_eq!(subject(&web, &browser.get(&request.path()).await).await, claims(&anns)["sub"]);
    assert_eq!(uses(&browser).await, BOB, "an app's request switches nobody");
    let old = request.clone().with("max_age", "1");
    test.advance(Duration::from_secs(600));
    let page = browser.open(&old.path()).await;
    assert!(page.body.contains("use-another-account"), "something is to be asked, so that somebody chooses: {}", page.body);
    let silent = browser.get(&old.with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("login_required"));
}

#[tokio::test]
async fn an_address_names_who_is_answered_for() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let bobs = subject(&web, &browser.get(&web.request().path()).await).await;
    let hinted = browser.get(&web.request().with("login_hint", "Ann@Example.test").path()).await;
    assert_ne!(subject(&web, &hinted).await, bobs);
    assert_eq!(uses(&browser).await, BOB);
    let own = browser.get(&web.request().with("login_hint", BOB).path()).await;
    assert_eq!(subject(&web, &own).await, bobs);
    let page = browser.open(&web.request().with("login_hint", "cas@example.test").path()).await;
    assert!(page.body.contains("use-another-account"), "nobody here has it: {}", page.body);
    let another = browser.submit(&page, "/choose-account", &[("action", "another")]).await;
    let form = browser.open(another.location()).await;
    assert!(form.body.contains("value=\"cas@example.test\""), "{}", form.body);
    let silent = browser.get(&web.request().with("login_hint", "cas@example.test").with("prompt", "none").path()).await;
    assert!(silent.location_parameter("code").is_some(), "a hint is not a demand");
    let named = browser.get(&web.request().with("login_hint", "what they are called").path()).await;
    assert!(named.location_parameter("code").is_some(), "what is no address names nobody");
}

#[tokio::test]
async fn with_nobody_in_use_somebody_is_chosen() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let page = browser.open("/choose-account?remove=account").await;
    browser.submit(&page, "/choose-account", &[("remove", &choice(&page, BOB))]).await;
    assert_eq!(browser.cookie("vestibule.session_token"), None);
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("account_selection_required"));
    let page = browser.open(&web.request().path()).await;
    assert!(page.body.contains(ANN) && !page.body.contains(BOB), "{}", page.body);
    let chosen = choose(&browser, &page, ANN).await;
    assert!(browser.follow(chosen).await.location_parameter("code").is_some());
    let form = browser.get("/sign-in?account=another").await;
    assert!(form.body.contains("/choose-account"), "the form for signing in leads there too");
}

#[tokio::test]
async fn an_account_is_removed_from_the_browser() {
    let test = start().await;
    let (browser, _) = two_people(&test).await;
    let before = browser.copy();
    let page = browser.get("/choose-account?remove=account").await;
    assert!(page.body.contains("Remove an account from this device"), "{}", page.body);
    let removed = browser.submit(&page, "/choose-account", &[("remove", &choice(&page, ANN))]).await;
    assert_eq!(removed.location(), "/choose-account");
    let page = browser.get("/choose-account").await;
    assert!(!page.body.contains(ANN) && page.body.contains(BOB), "{}", page.body);
    assert_eq!(uses(&browser).await, BOB);
    let page = before.get("/choose-account").await;
    assert!(!page.body.contains(ANN), "the session itself is over");
}

#[tokio::test]
async fn people_switch_from_their_account_pages() {
    let test = start().await;
    let (browser, _) = two_people(&test).await;
    let profile = browser.get("/account/profile").await;
    assert!(profile.body.contains("href=\"/choose-account\""), "{}", profile.body);
    let page = browser.get("/choose-account").await;
    let chosen = choose(&browser, &page, ANN).await;
    assert_eq!(chosen.location(), "/account");
    assert_eq!(uses(&browser).await, ANN);
    let out = browser.get("/sign-out").await;
    browser.submit(&out, "/sign-out", &[("action", "sign-out")]).await;
    let page = browser.get("/choose-account").await;
    assert!(page.location().starts_with("/sign-in"), "nobody is left: {} {}", page.status, page.location());
}

/// A form that was open for one person is not taken for another's.
#[tokio::test]
async fn a_form_of_before_the_switch_is_refused() {
    let test = start().await;
    let (browser, _) = two_people(&test).await;
    let bobs = browser.get("/account/profile").await;
    let page = browser.get("/choose-account").await;
    choose(&browser, &page, ANN).await;
    let reply = browser.submit(&bobs, "/account/profile", &[("name", "Bob the Second"), ("image", "")]).await;
    assert_eq!(reply.status, 403, "{}", reply.body);
    assert!(browser.get("/account/profile").await.body.contains("Ann"));
}

/// Two tabs: a switch in one leaves the other's transaction where it was.
#[tokio::test]
async fn a_transaction_of_another_tab_goes_on() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let first = browser.open(&web.request().with("prompt", "select_account").path()).await;
    let second = browser.open(&web.request().with("prompt", "select_account").path()).await;
    let switched = choose(&browser, &second, ANN).await;
    assert!(browser.follow(switched).await.location_parameter("code").is_some());
    let reloaded = browser.get(&format!("/choose-account?flow={}", first.hidden("flow").unwrap_or_default())).await;
    assert!(reloaded.body.contains("use-another-account"), "{} {}", reloaded.status, reloaded.body);
    let chosen = choose(&browser, &first, BOB).await;
    assert!(browser.follow(chosen).await.location_parameter("code").is_some());
    assert_eq!(uses(&browser).await, BOB);
}

#[tokio::test]
async fn who_is_made_up_or_elsewhere_cannot_be_chosen() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let elsewhere = test.browser();
    elsewhere.sign_up("Eve", "eve@example.test", PASSWORD).await;
    let eves = choice(&elsewhere.get("/choose-account").await, "eve@example.test");
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    for account in [eves.as_str(), "", "made-up"] {
        let reply = browser.submit(&page, "/choose-account", &[("account", account)]).await;
        assert!(reply.location().starts_with("/sign-in?"), "{account}: {}", reply.location());
        browser.submit(&page, "/choose-account", &[("remove", account)]).await;
    }
    assert_eq!(uses(&browser).await, BOB);
    assert!(elsewhere.get("/account/profile").await.body.contains("eve@example.test"), "nobody was signed out elsewhere");
}

#[tokio::test]
async fn an_app_signs_out_its_own_person_alone() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    browser.sign_up("Ann", ANN, PASSWORD).await;
    let anns = id_token(&web, &browser).await;
    test.advance(Duration::from_secs(1));
    add(&browser, "Bob", BOB).await;
    let out = browser.get(&format!("/oauth2/end-session?id_token_hint={anns}")).await;
    assert_eq!(out.status, 200);
    let page = browser.get("/choose-account").await;
    assert!(!page.body.contains(ANN) && page.body.contains(BOB), "{}", page.body);
    assert_eq!(uses(&browser).await, BOB);
}

#[tokio::test]
async fn second_factors_stay_the_persons_own() {
    let test = start().await;
    let (browser, web) = two_people(&test).await;
    let refused = browser.get(&web.request().with("prompt", "none").with("max_age", "0").with("login_hint", ANN).path()).await;
    assert_eq!(refused.location_parameter("error").as_deref(), Some("login_required"));
    let flowing = browser.get(&web.request().with("prompt", "login").path()).await;
    let skipped = browser.get(&resume(&flow(&flowing))).await;
    assert!(skipped.location().starts_with("/sign-in?"), "having several accounts proves nothing: {}", skipped.location());
}

#[tokio::test]
async fn with_one_person_a_browser_the_page_is_as_before() {
    let test = Arc::new(TestApp::start().await);
    let browser = test.browser();
    browser.sign_up("Ann", ANN, PASSWORD).await;
    assert_eq!(browser.get("/choose-account").await.location(), "/account");
    assert_eq!(browser.get("/sign-in?account=another").await.location(), "/account");
    assert!(!browser.get("/account/profile").await.body.contains("/choose-account"));
    let page = browser.get("/sign-out").await;
    browser.submit(&page, "/sign-out", &[("action", "sign-out")]).await;
    browser.sign_up("Bob", BOB, PASSWORD).await;
    let web = RelyingParty::web(&test).await;
    web.code(&browser).await;
    test.advance(Duration::from_secs(1));
    let page = browser.open(&web.request().with("prompt", "select_account").path()).await;
    assert!(!page.body.contains(ANN) && !page.body.contains("remove-an-account"), "{}", page.body);
}
