//! What people agree to, in versions.

use serde_json::json;
use vestibule::store::{Engine, Store, terms_acceptances, users};

use super::flow::{REDIRECT_URI, has_code, start};
use super::{ADA, BOB, PASSWORD, is_signed_in};
use crate::support::app::{Reply, TestApp, json_request};
use crate::support::browser::TestBrowser;
use crate::support::databases;

const FIRST: &str = r#"[{"name":"terms","version":"2026-01","url":"https://example.test/terms"},
    {"name":"privacy","version":"1","kind":"read","url":"https://example.test/privacy",
     "languages":{"de":{"url":"https://example.test/datenschutz"}}}]"#;
const SECOND: &str = r#"[{"name":"terms","version":"2026-06","url":"https://example.test/terms"},
    {"name":"privacy","version":"1","kind":"read","url":"https://example.test/privacy"}]"#;
const THIRD: &str = r#"[{"name":"terms","version":"2027-01","url":"https://example.test/terms"},
    {"name":"rules","version":"1","label":"House rules","url":"https://example.test/rules"}]"#;

async fn on(store: &Store, documents: &'static str) -> TestApp {
    TestApp::on(store.clone(), &[("terms.documents", documents)]).await
}

async fn start_app(documents: &'static str) -> (Store, TestApp) {
    let store = databases::fresh(Engine::Sqlite).await;
    (store.clone(), on(&store, documents).await)
}

async fn sign_up(browser: &TestBrowser<'_>, email: &str, ticked: bool) -> Reply {
    let page = browser.get("/sign-up").await;
    let terms = page.hidden("terms").unwrap_or_default();
    let fields = [("name", "Ada"), ("email", email), ("password", PASSWORD), ("terms", terms.as_str())];
    browser.submit(&page, "/sign-up", if ticked { &fields } else { &fields[..3] }).await
}

async fn agreed(test: &TestApp, email: &str) -> Vec<(String, String)> {
    let mut unit = test.app.store.read("test").await.unwrap();
    let user = users::by_email(&mut unit, email).await.unwrap().unwrap();
    let found = terms_acceptances::of_user(&mut unit, &user.id).await.unwrap();
    found.into_iter().map(|acceptance| (acceptance.document, acceptance.version)).collect()
}

async fn press(browser: &TestBrowser<'_>, page: &Reply, action: &str, place: Option<&str>) -> Reply {
    let terms = page.hidden("terms").unwrap();
    let fields = [("terms", terms.as_str()), ("action", action), ("return_to", place.unwrap_or_default())];
    browser.submit(page, "/terms", if place.is_some() { &fields } else { &fields[..2] }).await
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, version)| ((*name).to_owned(), (*version).to_owned())).collect()
}

#[tokio::test]
async fn nobody_is_asked_while_there_are_no_documents() {
    let test = TestApp::start().await;
    assert!(!test.get("/sign-up").await.body.contains(r#"id="terms""#));
    assert_eq!(test.get("/terms").await.status, 404);
}

#[tokio::test]
async fn the_sign_up_page_has_a_box_that_nobody_ticked() {
    let (_, test) = start_app(FIRST).await;
    let browser = test.browser();
    let page = browser.get("/sign-up").await;
    assert!(page.body.contains("I agree to the Terms and have read the Privacy notice"));
    assert!(page.body.contains(r#"href="https://example.test/terms""#) && page.body.contains("https://example.test/privacy"));
    let input = page.body.split("id=\"terms\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(!input.contains("checked") && input.contains("required"), "{input}");
    assert!(browser.get("/sign-up?ui_locales=de").await.body.contains("https://example.test/datenschutz"));
}

#[tokio::test]
async fn without_agreement_no_account_is_made_and_with_it_what_and_when_is_kept() {
    let (_, test) = start_app(FIRST).await;
    let browser = test.browser();
    let refused = sign_up(&browser, ADA, false).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Tick the box") && refused.body.contains(r#"id="terms-error""#));
    let reply = sign_up(&browser, ADA, true).await;
    assert_eq!(reply.location(), "/account", "{}", reply.body);
    assert_eq!(agreed(&test, ADA).await, pairs(&[("privacy", "1"), ("terms", "2026-01")]));
    assert_eq!(browser.get("/account/profile").await.status, 200);
    let data = browser.get("/account/data").await.json();
    assert_eq!(data["agreements"][1]["document"], "terms");
    assert_eq!(data["agreements"][1]["version"], "2026-01");
    let activity = data["activity"].as_array().unwrap();
    assert!(
        activity
            .iter()
            .any(|event| event["kind"] == "user.terms_accepted" && event["detail"]["documents"] == "terms 2026-01, privacy 1")
    );
}

#[tokio::test]
async fn nobody_agrees_to_what_the_page_did_not_show() {
    let (store, test) = start_app(FIRST).await;
    let browser = test.browser();
    let page = browser.get("/sign-up").await;
    let terms = page.hidden("terms").unwrap();
    let later = on(&store, SECOND).await;
    let fields = [("name", "Ada"), ("email", ADA), ("password", PASSWORD), ("terms", terms.as_str())];
    let browser = browser.at(&later);
    let refused = browser.submit(&page, "/sign-up", &fields).await;
    assert!(refused.status == 422 && refused.body.contains("have changed since this page was opened"));
    assert_ne!(refused.hidden("terms").unwrap(), terms);
}

#[tokio::test]
async fn a_new_version_is_asked_for_on_the_way_to_the_account() {
    let (store, test) = start_app(FIRST).await;
    let browser = test.browser();
    sign_up(&browser, ADA, true).await;
    let later = on(&store, SECOND).await;
    let browser = browser.at(&later);
    let asked = browser.get("/account/security").await;
    assert_eq!(asked.location(), "/terms?return_to=%2Faccount%2Fsecurity");
    let page = browser.follow(asked).await;
    assert!(page.body.contains("have changed since you agreed") && page.body.contains("https://example.test/terms"));
    assert!(!page.body.contains("https://example.test/privacy"), "only what is new");
    // A page that was shown to somebody else, in another tab, binds nobody.
    let terms = page.hidden("terms").unwrap();
    let elses = browser.submit(&page, "/terms", &[("terms", &terms), ("action", "agree"), ("person", "bob")]).await;
    assert!(elses.body.contains("terms-agree") && agreed(&later, ADA).await.len() == 2, "{}", elses.body);
    let reply = press(&browser, &page, "agree", Some("/account/security")).await;
    assert_eq!(reply.location(), "/account/security");
    assert_eq!(browser.follow(reply).await.status, 200);
    assert_eq!(agreed(&later, ADA).await, pairs(&[("privacy", "1"), ("terms", "2026-01"), ("terms", "2026-06")]));
    // Back, and the button again: nothing more is owed.
    assert_eq!(browser.get("/terms?return_to=/account/security").await.location(), "/account/security");
    assert_eq!(press(&browser, &page, "agree", Some("/account/security")).await.location(), "/account/security");
    assert_eq!(agreed(&later, ADA).await.len(), 3);
}

#[tokio::test]
async fn whoever_does_not_agree_is_signed_out_and_keeps_their_rights() {
    let (store, test) = start_app(FIRST).await;
    let browser = test.browser();
    sign_up(&browser, ADA, true).await;
    let later = on(&store, SECOND).await;
    let browser = browser.at(&later);
    let page = browser.open("/account").await;
    assert!(page.body.contains(r#"href="/account/data""#) && page.body.contains(r#"href="/account/delete""#));
    assert_eq!(browser.get("/account/data").await.status, 200);
    assert_eq!(browser.get("/account/delete").await.status, 200);
    let reply = press(&browser, &page, "sign-out", None).await;
    assert_eq!(reply.location(), "/sign-in?notice=signed_out");
    assert!(!is_signed_in(&browser).await);
    assert_eq!(agreed(&later, ADA).await.len(), 2);
}

#[tokio::test]
async fn two_tabs_agree_once_and_a_page_of_an_older_version_agrees_to_nothing() {
    let (store, test) = start_app(FIRST).await;
    let browser = test.browser();
    sign_up(&browser, ADA, true).await;
    let second = on(&store, SECOND).await;
    let browser = browser.at(&second);
    let (one, other) = (browser.open("/account").await, browser.open("/account").await);
    assert_eq!(press(&browser, &one, "agree", None).await.location(), "/account");
    assert_eq!(press(&browser, &other, "agree", None).await.location(), "/account");
    let third = on(&store, THIRD).await;
    let browser = browser.at(&third);
    let stale = press(&browser, &one, "agree", None).await;
    assert_eq!(stale.status, 422);
    assert!(stale.body.contains("I agree to: ") && stale.body.contains("House rules"));
    assert_eq!(agreed(&third, ADA).await.len(), 3);
    assert_eq!(press(&browser, &stale, "agree", None).await.location(), "/account");
    assert_eq!(agreed(&third, ADA).await.len(), 5);
}

#[tokio::test]
async fn an_app_gets_nothing_new_before() {
    let (store, test) = start_app(FIRST).await;
    let browser = test.browser();
    sign_up(&browser, ADA, true).await;
    let later = on(&store, SECOND).await;
    let browser = browser.at(&later);
    let silent = browser.open(&start(&later, &[("prompt", "none")]).await).await;
    assert!(silent.location().starts_with(REDIRECT_URI));
    assert_eq!(silent.location_parameter("error").as_deref(), Some("interaction_required"));
    let page = browser.open(&start(&later, &[]).await).await;
    assert!(page.body.contains("terms-agree") && page.body.contains("Analytical Engine"), "{}", page.body);
    let reply = press(&browser, &page, "agree", None).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="));
    let consent = browser.follow(reply).await;
    assert!(has_code(&super::flow::allow(&browser, &consent).await));
}

#[tokio::test]
async fn signing_out_there_leaves_the_app_waiting_for_whoever_signs_in_next() {
    let (store, test) = start_app(FIRST).await;
    let browser = test.browser();
    sign_up(&browser, ADA, true).await;
    let later = on(&store, SECOND).await;
    let browser = browser.at(&later);
    let page = browser.open(&start(&later, &[]).await).await;
    let reply = press(&browser, &page, "sign-out", None).await;
    let sign_in = browser.follow(reply).await;
    assert!(sign_in.body.contains("Analytical Engine") && sign_in.body.contains("login-cancel"), "{}", sign_in.body);
}

#[tokio::test]
async fn every_way_in_ends_at_the_same_question() {
    let store = databases::fresh(Engine::Sqlite).await;
    let switches = [("terms.documents", FIRST), ("magic_link.enabled", "true"), ("email_code.enabled", "true")];
    let test = TestApp::on(store, &switches).await;
    // By link: the account is made without a box, and owes it.
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let fields = [("identifier", BOB), ("password", ""), ("action", "magic-link")];
    browser.submit(&page, "/sign-in/email-link", &fields).await;
    let asked = browser.open(&test.mailed_link(BOB).await).await;
    assert!(asked.body.contains("terms-agree"), "{}", asked.body);
    assert!(agreed(&test, BOB).await.is_empty());
    assert!(!asked.body.contains("have changed since you agreed"), "nobody agreed before");
    // By JSON: the session is the app's, and a page asks.
    let body = json!({ "name": "Ada", "email": ADA, "password": PASSWORD });
    let made = test.send(json_request("POST", "/api/auth/sign-up/email", &body)).await;
    assert_eq!(made.status, 200, "{}", made.body);
    assert!(agreed(&test, ADA).await.is_empty());
    let signed_in = test.browser();
    signed_in.sign_in(ADA, PASSWORD).await;
    assert_eq!(signed_in.get("/api/auth/get-session").await.json()["user"]["email"], ADA);
    assert_eq!(signed_in.get("/account/profile").await.location(), "/terms?return_to=%2Faccount%2Fprofile");
}

#[tokio::test]
async fn an_app_can_say_that_its_person_agreed() {
    let (_, test) = start_app(FIRST).await;
    for (given, email, count) in [(json!(true), "yes@example.test", 2), (json!(false), "no@example.test", 0)] {
        let body = json!({ "name": "Ada", "email": email, "password": PASSWORD, "termsAccepted": given });
        assert_eq!(test.send(json_request("POST", "/api/auth/sign-up/email", &body)).await.status, 200);
        assert_eq!(agreed(&test, email).await.len(), count);
    }
    let body = json!({ "name": "Ada", "email": BOB, "password": PASSWORD, "termsAccepted": "yes" });
    assert_eq!(test.send(json_request("POST", "/api/auth/sign-up/email", &body)).await.status, 400);
}

#[tokio::test]
async fn what_was_agreed_before_the_address_was_proved_was_somebody_elses_word() {
    let store = databases::fresh(Engine::Sqlite).await;
    let test = TestApp::on(store, &[("terms.documents", FIRST), ("magic_link.enabled", "true")]).await;
    sign_up(&test.browser(), ADA, true).await;
    assert_eq!(agreed(&test, ADA).await.len(), 2);
    test.deliver_mail().await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    browser.submit(&page, "/sign-in/email-link", &[("identifier", ADA), ("password", ""), ("action", "magic-link")]).await;
    assert!(browser.open(&test.mailed_link(ADA).await).await.body.contains("terms-agree"));
    assert!(agreed(&test, ADA).await.is_empty());
}

#[test]
fn documents_are_judged_at_the_start() {
    use vestibule::config::{Config, Mode};
    let fault = |documents: &str| {
        let text = format!("[terms]\ndocuments = {documents}\n");
        Config::from_toml(&text, Mode::Dev).err().map(|faults| faults.to_string()).unwrap_or_default()
    };
    let url = r#"url = "https://example.test/""#;
    assert_eq!(fault(&format!(r#"[{{ name = "terms", version = "1", {url} }}]"#)), "");
    assert!(fault(&format!(r#"[{{ name = "The Terms", version = "1", {url} }}]"#)).contains("is not a name of a document"));
    assert!(fault(&format!(r#"[{{ name = "terms", version = " ", {url} }}]"#)).contains("version of terms"));
    let twice = format!(r#"[{{ name = "terms", version = "1", {url} }}, {{ name = "terms", version = "2", {url} }}]"#);
    assert!(fault(&twice).contains("terms is there twice"));
    assert!(fault(r#"[{ name = "terms", version = "1", url = "terms.html" }]"#).contains("terms.documents"));
    assert!(fault(&format!(r#"[{{ name = "terms", verson = "1", {url} }}]"#)).contains("verson"));
}
