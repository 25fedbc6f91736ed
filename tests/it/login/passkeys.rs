//! The pages of passkeys: signing in, proving again who it is, the offer, and the account's own page.

use std::time::Duration;

use serde_json::Value;

use crate::api::passkeys::register;
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;

const ON: (&str, &str) = ("passkey.enabled", "true");
const PASSWORD: &str = "correct horse battery";
const EMAIL: &str = "ada@example.test";
const ACCOUNT: &str = "/account/passkeys";
const OFFER: &str = "/passkey-offer";
/// Longer than a proof of who somebody is counts for sensitive pages.
const STALE: Duration = Duration::from_secs(11 * 60);

/// What the script of a page fetches.
async fn options(browser: &TestBrowser<'_>, kind: &str) -> Value {
    let reply = browser.get(&format!("/api/auth/passkey/generate-{kind}-options")).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()
}

/// Answers a page's question as its script does.
async fn answer(browser: &TestBrowser<'_>, page: &Reply, path: &str, device: &PasskeyDevice, more: &[(&str, &str)]) -> Reply {
    let credential = device.get(&options(browser, "authenticate").await).to_string();
    let fields: Vec<_> = more.iter().copied().chain([("credential", credential.as_str())]).collect();
    browser.submit(page, path, &fields).await
}

/// Signs in on the sign-in page with a device.
pub async fn sign_in_on_the_page(_: &TestApp, browser: &TestBrowser<'_>, device: &PasskeyDevice) -> Reply {
    let page = browser.get("/sign-in").await;
    answer(browser, &page, "/sign-in/passkey", device, &[("remember", "on")]).await
}

async fn add(browser: &TestBrowser<'_>, device: &PasskeyDevice) -> Reply {
    let page = browser.get(ACCOUNT).await;
    let credential = device.create(&options(browser, "register").await).to_string();
    browser.submit(&page, ACCOUNT, &[("credential", &credential)]).await
}

async fn ada(test: &TestApp) -> TestBrowser<'_> {
    let browser = test.browser();
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    browser
}

async fn is_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/account/profile").await.status == 200
}

#[tokio::test]
async fn the_sign_in_page_offers_them_and_works_without_scripts() {
    let test = TestApp::with(&[ON]).await;
    let page = test.get("/sign-in").await;
    assert!(page.body.contains("autocomplete=\"username webauthn\""), "{}", page.body);
    let form = page.body.split("action=\"/sign-in/passkey\"").nth(1).unwrap();
    assert!(form.split('>').next().unwrap().ends_with("hidden"), "only the script shows it");
    assert!(page.body.contains("<noscript>") && page.body.contains("Passkeys need scripts"));
    assert!(page.body.contains("id=\"login-submit\""), "the other way is there");
    let off = TestApp::start().await.get("/sign-in").await;
    assert!(!off.body.contains("passkey") && !off.body.contains("webauthn"));
}

#[tokio::test]
async fn a_passkey_signs_in_and_goes_where_the_person_was_going() {
    let test = TestApp::with(&[ON]).await;
    ada(&test).await;
    let device = PasskeyDevice::default();
    device.enrol(&test, EMAIL).await;
    let browser = test.browser();
    assert_eq!(sign_in_on_the_page(&test, &browser, &device).await.location(), "/account");
    assert!(is_in(&browser).await);
    let browser = test.browser();
    let page = browser.get("/sign-in?return_to=%2Faccount%2Fsessions").await;
    let done = answer(&browser, &page, "/sign-in/passkey", &device, &[("return_to", "/account/sessions")]).await;
    assert_eq!(done.location(), "/account/sessions");
}

#[tokio::test]
async fn a_refused_passkey_leads_back_to_the_other_ways() {
    let test = TestApp::with(&[ON]).await;
    ada(&test).await;
    let device = PasskeyDevice::default();
    device.enrol(&test, EMAIL).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let nonsense = browser.submit(&page, "/sign-in/passkey", &[("credential", "nonsense"), ("remember", "on")]).await;
    assert_eq!(nonsense.location(), "/sign-in?notice=passkey_refused");
    assert!(browser.follow(nonsense).await.body.contains("That did not work with this passkey"));
    let stranger = PasskeyDevice::default();
    stranger.create(&serde_json::json!({ "challenge": "YQ", "user": { "id": "" } }));
    let unknown = sign_in_on_the_page(&test, &browser, &stranger).await;
    assert_eq!(unknown.location(), "/sign-in?notice=passkey_unknown");
    assert!(!is_in(&browser).await);
    let forged = browser.post("/sign-in/passkey", &[("credential", "{}")]).await;
    assert_eq!(forged.status, 403, "not from a page of ours");
}

#[tokio::test]
async fn a_passkey_that_knows_its_person_is_two_factors_and_another_is_one() {
    let test = TestApp::with(&[ON, ("two_factor.policy", "optional")]).await;
    let browser = ada(&test).await;
    let page = browser.get("/account/two-factor").await;
    let page = browser.submit(&page, "/account/two-factor", &[("action", "propose")]).await;
    let page = browser.follow(page).await;
    let secret = page.text_of("totp-secret").unwrap();
    let app = Authenticator::of_text(&secret);
    let code = app.code(test.app.clock.now());
    browser.submit(&page, "/account/two-factor", &[("action", "confirm"), ("code", &code)]).await;
    test.advance(Duration::from_secs(30));
    let device = PasskeyDevice::default();
    device.enrol(&test, EMAIL).await;

    let knowing = test.browser();
    assert_eq!(sign_in_on_the_page(&test, &knowing, &device).await.location(), "/account");
    assert!(is_in(&knowing).await);
    assert_eq!(knowing.get("/account/two-factor").await.status, 200, "that was both factors");

    device.knows_person.set(false);
    let unknowing = test.browser();
    assert_eq!(sign_in_on_the_page(&test, &unknowing, &device).await.location(), "/two-factor");
    assert!(!is_in(&unknowing).await);
    let page = unknowing.get("/two-factor").await;
    let code = app.code(test.app.clock.now());
    let done = unknowing.submit(&page, "/two-factor", &[("method", "totp"), ("code", &code), ("action", "verify")]).await;
    assert_eq!(done.location(), "/account");
    assert!(is_in(&unknowing).await);
}

#[tokio::test]
async fn the_account_page_adds_renames_and_removes() {
    let test = TestApp::with(&[ON]).await;
    let browser = ada(&test).await;
    assert!(browser.get(ACCOUNT).await.body.contains("You have none yet"));
    let device = PasskeyDevice::default();
    let added = add(&browser, &device).await;
    assert_eq!(added.location(), ACCOUNT, "{}", added.body);
    let page = browser.follow(added).await;
    assert!(page.body.contains("The passkey was added") && page.body.contains("Never used"));
    let id = page.hidden("passkey").unwrap();
    let fields = [("passkey", id.as_str()), ("action", "rename"), ("name", " Key <ring> ")];
    let page = browser.submit(&page, ACCOUNT, &fields).await;
    let page = browser.follow(page).await;
    assert!(page.body.contains("Key &#60;ring&#62;"), "{}", page.body);
    assert_eq!(sign_in_on_the_page(&test, &test.browser(), &device).await.location(), "/account");
    assert!(!browser.get(ACCOUNT).await.body.contains("Never used"));

    let stranger = test.browser();
    stranger.sign_up("Bob", "bob@example.test", PASSWORD).await;
    let theirs = stranger.get(ACCOUNT).await;
    stranger.submit(&theirs, ACCOUNT, &[("passkey", &id), ("action", "remove")]).await;
    assert!(browser.get(ACCOUNT).await.body.contains("Key &#60;ring&#62;"));
    let page = browser.get(ACCOUNT).await;
    let removed = browser.submit(&page, ACCOUNT, &[("passkey", &id), ("action", "remove")]).await;
    assert!(browser.follow(removed).await.body.contains("You have none yet"));
}

/// S44: with an old session nobody adds, renames or removes a passkey.
#[tokio::test]
async fn changes_want_a_fresh_proof_which_a_passkey_gives() {
    let test = TestApp::with(&[ON]).await;
    let browser = ada(&test).await;
    let device = PasskeyDevice::default();
    add(&browser, &device).await;
    let page = browser.get(ACCOUNT).await;
    let id = page.hidden("passkey").unwrap();
    test.advance(STALE);
    let proof = "/confirm-identity?return_to=%2Faccount%2Fpasskeys";
    for action in ["remove", "rename", "add"] {
        let reply = browser.submit(&page, ACCOUNT, &[("passkey", &id), ("action", action), ("name", "Mine")]).await;
        assert_eq!(reply.location(), proof, "{action}");
    }
    assert_eq!(browser.get(ACCOUNT).await.location(), proof);
    let asked = browser.get(proof).await;
    assert!(asked.body.contains("action=\"/confirm-identity/passkey\""));
    let stranger = PasskeyDevice::default();
    let other = test.browser();
    other.sign_up("Bob", "bob@example.test", PASSWORD).await;
    stranger.enrol(&test, "bob@example.test").await;
    let refused = answer(&browser, &asked, "/confirm-identity/passkey", &stranger, &[("return_to", ACCOUNT)]).await;
    assert!(refused.location().starts_with("/confirm-identity?"), "{}", refused.location());
    assert_eq!(browser.get(ACCOUNT).await.location(), proof, "that was somebody else's");
    let proved = answer(&browser, &asked, "/confirm-identity/passkey", &device, &[("return_to", ACCOUNT)]).await;
    assert_eq!(proved.location(), ACCOUNT);
    assert_eq!(browser.get(ACCOUNT).await.status, 200);
}

#[tokio::test]
async fn somebody_without_a_password_lives_on_their_passkey() {
    let test = TestApp::with(&[ON]).await;
    let browser = ada(&test).await;
    let device = PasskeyDevice::default();
    add(&browser, &device).await;
    let mut unit = test.app.store.write("test.forget_password").await.unwrap();
    unit.execute("DELETE FROM accounts", &[]).await.unwrap();
    unit.commit().await.unwrap();
    let browser = test.browser();
    assert_eq!(sign_in_on_the_page(&test, &browser, &device).await.location(), "/account");
    test.advance(STALE);
    let asked = browser.get("/confirm-identity?return_to=%2Faccount%2Fpasskeys").await;
    assert!(!asked.body.contains("name=\"password\""), "there is none to ask for");
    let proved = answer(&browser, &asked, "/confirm-identity/passkey", &device, &[("return_to", ACCOUNT)]).await;
    assert_eq!(proved.location(), ACCOUNT);
    assert_eq!(browser.get("/account/security").await.status, 200);
}

async fn sign_in_by_password(browser: &TestBrowser<'_>, possible: &str) -> Reply {
    let page = browser.get("/sign-in").await;
    let fields = [("identifier", EMAIL), ("password", PASSWORD), ("remember", "on"), ("passkeys", possible)];
    browser.submit(&page, "/sign-in", &fields).await
}

#[tokio::test]
async fn after_a_password_one_is_offered_once_in_a_while() {
    let test = TestApp::with(&[ON]).await;
    ada(&test).await;
    assert_eq!(sign_in_by_password(&test.browser(), "").await.location(), "/account", "the device can keep none");
    let browser = test.browser();
    let offered = sign_in_by_password(&browser, "1").await;
    assert_eq!(offered.location(), "/passkey-offer?return_to=%2Faccount");
    let page = browser.follow(offered).await;
    assert!(page.body.contains("href=\"/account\""), "and declined by a link");
    let sign_out = browser.get("/sign-out").await;
    browser.submit(&sign_out, "/sign-out", &[("action", "sign-out")]).await;
    assert_eq!(sign_in_by_password(&browser, "1").await.location(), "/account", "not again so soon");

    let browser = test.browser();
    let offered = sign_in_by_password(&browser, "1").await;
    let page = browser.follow(offered).await;
    let device = PasskeyDevice::default();
    let credential = device.create(&options(&browser, "register").await).to_string();
    let fields = [("credential", credential.as_str()), ("return_to", "/account/sessions")];
    assert_eq!(browser.submit(&page, OFFER, &fields).await.location(), "/account/sessions");
    assert_eq!(sign_in_on_the_page(&test, &test.browser(), &device).await.location(), "/account");
    assert_eq!(sign_in_by_password(&test.browser(), "1").await.location(), "/account", "there is one");
}

#[tokio::test]
async fn the_offer_is_for_whoever_has_just_signed_in() {
    let test = TestApp::with(&[ON]).await;
    let browser = ada(&test).await;
    test.advance(STALE);
    assert_eq!(browser.get("/passkey-offer?return_to=%2Faccount%2Fsessions").await.location(), "/account/sessions");
    assert_eq!(test.get("/passkey-offer").await.location(), "/account");
}

#[tokio::test]
async fn a_notice_tells_the_owner_of_every_change() {
    let test = TestApp::with(&[ON]).await;
    let browser = ada(&test).await;
    register(&test, &browser.cookie_header(), &PasskeyDevice::default()).await;
    let page = browser.get(ACCOUNT).await;
    let id = page.hidden("passkey").unwrap();
    browser.submit(&page, ACCOUNT, &[("passkey", &id), ("action", "remove")]).await;
    let mails = test.mails().await;
    let texts: Vec<_> = mails.iter().filter(|mail| mail.mail.subject.contains("passkeys")).map(|mail| &mail.mail.text).collect();
    assert!(texts.len() == 2 && texts[0].contains("was added") && texts[1].contains("was removed"), "{texts:?}");
}
