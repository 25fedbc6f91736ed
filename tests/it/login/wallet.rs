//! Signing in with a wallet on the pages: the message is ours, and works once, in the place that asked for it.

mod confirm;
mod races;

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::siwe_message::SiweMessage;

use super::captcha::solve;
use super::flow::{allow, has_code, start};
use super::is_signed_in;
use crate::api::siwe::TestWallet;
use crate::api::{Call, assert_error};
use crate::support::app::{PUBLIC_URL, Reply, TestApp};
use crate::support::browser::TestBrowser;

const ON: (&str, &str) = ("siwe.enabled", "true");
const MAINNET: &str = "0x1";

/// What the script of a page asks for.
async fn ask(browser: &TestBrowser<'_>, page: &Reply, address: &str, chain: &str) -> Reply {
    browser.submit(page, "/sign-in/wallet/message", &[("address", address), ("chain", chain)]).await
}

/// A message, and the form that answers it.
async fn signed(browser: &TestBrowser<'_>, page: &Reply, wallet: &TestWallet) -> (String, [(&'static str, String); 2]) {
    let said = ask(browser, page, &wallet.address().to_lowercase(), MAINNET).await;
    assert_eq!((said.status.as_u16(), said.header("cache-control")), (200, "no-store"), "{}", said.body);
    let said = said.json();
    let (message, nonce) = (said["message"].as_str().unwrap(), said["nonce"].as_str().unwrap());
    let signature = wallet.signed(message)["signature"].as_str().unwrap().to_owned();
    (message.to_owned(), [("nonce", nonce.to_owned()), ("signature", signature)])
}

async fn send(browser: &TestBrowser<'_>, page: &Reply, form: &[(&str, String)], more: &[(&str, &str)]) -> Reply {
    send_as(browser, page, form, &[more, &[("remember", "on")]].concat()).await
}

async fn send_as(browser: &TestBrowser<'_>, page: &Reply, form: &[(&str, String)], more: &[(&str, &str)]) -> Reply {
    let form = form.iter().map(|(name, value)| (*name, value.as_str())).chain(more.iter().copied());
    browser.submit(page, "/sign-in/wallet", &form.collect::<Vec<_>>()).await
}

/// Signs in with a wallet from a page that offers it.
pub async fn sign_in_from(browser: &TestBrowser<'_>, page: &Reply, wallet: &TestWallet) -> Reply {
    let (_, form) = signed(browser, page, wallet).await;
    send(browser, page, &form, &[]).await
}

/// The same from the sign-in page.
pub async fn sign_in_on_the_page(browser: &TestBrowser<'_>, wallet: &TestWallet) -> Reply {
    let page = browser.get("/sign-in").await;
    sign_in_from(browser, &page, wallet).await
}

async fn number(test: &TestApp, sql: &'static str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    unit.one(sql, &[]).await.unwrap().integer(0).unwrap()
}

async fn who(test: &TestApp, browser: &TestBrowser<'_>) -> Value {
    Call::get(test, "/get-session").in_browser(&browser.cookie_header()).send().await.json()["user"]["id"].clone()
}

#[tokio::test]
async fn the_pages_offer_it_to_browsers_that_have_a_wallet() {
    let test = TestApp::with(&[ON]).await;
    for path in ["/sign-in", "/sign-up"] {
        let page = test.get(path).await;
        let form = page.body.split("action=\"/sign-in/wallet\"").nth(1).unwrap();
        assert!(form.split('>').next().unwrap().ends_with("hidden"), "{path}: only the script shows it");
        let button = page.body.split("data-of-wallet").nth(1).unwrap();
        assert!(button.starts_with(" hidden>"), "{path}: no dead control");
        assert!(page.body.contains("/assets/wallet.") && !page.body.contains("window.ethereum"), "{path}: no inline script");
    }
    let off = TestApp::start().await;
    for path in ["/sign-in", "/sign-up"] {
        assert!(!off.get(path).await.body.contains("wallet"), "{path}");
    }
    let page = off.browser().get("/sign-in").await;
    assert_eq!(off.browser().submit(&page, "/sign-in/wallet", &[]).await.status, 404);
    let known_only = TestApp::with(&[ON, ("siwe.sign_up", "false")]).await;
    assert!(known_only.get("/sign-in").await.body.contains("data-of-wallet"));
    assert!(!known_only.get("/sign-up").await.body.contains("data-of-wallet"), "it would make no account");
}

#[tokio::test]
async fn both_steps_of_signing_in_offer_it() {
    let test = TestApp::with(&[ON, ("pages.sign_in", "identifier_first")]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in?return_to=/account/sessions").await;
    assert!(page.body.contains("data-of-wallet"));
    let fields = [("identifier", "ada@example.test"), ("return_to", "/account/sessions")];
    let second = browser.submit(&page, "/sign-in", &fields).await;
    let second = browser.follow(second).await;
    assert!(second.body.contains("data-of-wallet"));
    assert_eq!(second.hidden("return_to").as_deref(), Some("/account/sessions"));
}

#[tokio::test]
async fn the_server_writes_the_whole_message() {
    let test = TestApp::with(&[ON, ("siwe.domain", "app.example.test"), ("siwe.nonce_seconds", "60")]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let wallet = TestWallet::new("ada");
    for address in [wallet.address(), wallet.address().to_lowercase(), wallet.address().to_uppercase().replace("0X", "0x")] {
        let said = ask(&browser, &page, &address, "0x89").await.json();
        let (text, nonce) = (said["message"].as_str().unwrap(), said["nonce"].as_str().unwrap());
        let now = test.app.clock.now();
        let expected = SiweMessage {
            scheme: None,
            // The page is ours, whoever else asks wallets too.
            domain: PUBLIC_URL.split_once("://").unwrap().1,
            address: &wallet.address(),
            statement: Some("Sign in on this site. This is no transaction and costs nothing."),
            uri: PUBLIC_URL,
            chain_id: 137,
            nonce,
            issued_at: now,
            expires_at: Some(now + Duration::from_secs(60)),
            not_before: None,
        };
        assert_eq!(SiweMessage::parse(text).unwrap(), expected);
        assert_eq!(expected.to_string(), text);
    }
}

#[tokio::test]
async fn the_statement_is_in_the_language_of_the_page_where_messages_can_hold_it() {
    let test = TestApp::with(&[ON]).await;
    for (language, said) in
        [("de", "Anmeldung auf dieser Website."), ("ar", "Sign in on this site."), ("en", "Sign in on this site.")]
    {
        let browser = test.browser();
        let page = browser.get(&format!("/sign-in?ui_locales={language}")).await;
        let message = signed(&browser, &page, &TestWallet::new("ada")).await.0;
        assert!(message.is_ascii() && message.contains(said), "{message}");
    }
}

#[tokio::test]
async fn what_is_no_account_gets_no_message() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let address = TestWallet::new("ada").address();
    let short = &address[..40];
    for (address, chain) in [("", MAINNET), (short, MAINNET), ("ada.eth", MAINNET), (&address[2..], MAINNET), (&address, "")]
        .into_iter()
        .chain(["0x0", "1", "0x", "-0x1", "0xffffffffffffffffff"].map(|chain| (address.as_str(), chain)))
    {
        let said = ask(&browser, &page, address, chain).await;
        assert_eq!((said.status.as_u16(), said.json()), (400, json!({ "refused": "account" })), "{address} {chain}");
    }
    let stranger = test.browser().post("/sign-in/wallet/message", &[("address", &address), ("chain", MAINNET)]).await;
    assert_eq!(stranger.status, 403, "not from a page of ours");
    assert_eq!(number(&test, "SELECT count(*) FROM one_time_secrets").await, 0);
}

#[tokio::test]
async fn a_new_wallet_makes_an_account_and_goes_where_its_owner_was_going() {
    let test = TestApp::with(&[ON]).await;
    let wallet = TestWallet::new("ada");
    let browser = test.browser();
    let page = browser.get("/sign-up?return_to=/account/sessions").await;
    assert_eq!(page.hidden("return_to").as_deref(), Some("/account/sessions"));
    let (_, form) = signed(&browser, &page, &wallet).await;
    let reply = send(&browser, &page, &form, &[("return_to", "/account/sessions")]).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account/sessions"));
    assert!(is_signed_in(&browser).await);
    let first = who(&test, &browser).await;
    let page = browser.get("/account/identities").await;
    assert!(page.body.contains(&wallet.address()), "{}", page.body);

    let elsewhere = test.browser();
    assert_eq!(sign_in_on_the_page(&elsewhere, &wallet).await.location(), "/account");
    assert_eq!(who(&test, &elsewhere).await, first);
    let foreign = test.browser();
    let page = foreign.get("/sign-in").await;
    let (_, form) = signed(&foreign, &page, &wallet).await;
    let reply = send(&foreign, &page, &form, &[("return_to", "https://evil.example/")]).await;
    assert_eq!(reply.location(), "/account");
}

#[tokio::test]
async fn it_is_a_step_of_an_apps_sign_in() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let reply = sign_in_from(&browser, &page, &TestWallet::new("ada")).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="), "{}", reply.location());
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

/// Whether somebody stays signed in, as far as the browser is told.
fn is_kept(reply: &Reply) -> bool {
    let cookies = reply.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    cookies.filter(|cookie| cookie.contains("session_token=")).any(|cookie| cookie.contains("Max-Age"))
}

#[tokio::test]
async fn whoever_unticks_the_box_is_not_kept_signed_in() {
    let test = TestApp::with(&[ON]).await;
    for (more, kept) in [([("remember", "on")].as_slice(), true), (&[], false)] {
        let browser = test.browser();
        let page = browser.get("/sign-in").await;
        let (_, form) = signed(&browser, &page, &TestWallet::new("ada")).await;
        assert_eq!(is_kept(&send_as(&browser, &page, &form, more).await), kept);
        // So it is on the page to which a refusal leads.
        let again = test.browser();
        let page = again.get("/sign-in").await;
        let refused = send_as(&again, &page, &form, more).await;
        let page = again.follow(refused).await;
        assert_eq!(page.body.contains(r#"name="remember" value="on" checked"#), kept);
    }
}

#[tokio::test]
async fn a_signature_works_once_and_only_where_it_was_asked_for() {
    let test = TestApp::with(&[ON]).await;
    let wallet = TestWallet::new("ada");
    let asked = test.browser();
    let page = asked.get("/sign-in").await;
    let (message, form) = signed(&asked, &page, &wallet).await;

    let other = test.browser();
    let others = other.get("/sign-in").await;
    let stolen = send(&other, &others, &form, &[]).await;
    assert_eq!(stolen.location(), "/sign-in?notice=wallet_too_late", "another browser");
    let body = json!({ "message": message, "signature": form[1].1 });
    let by_call = Call::post(&test, "/siwe/verify", &body).send().await;
    assert_error(&by_call, 401, "UNAUTHORIZED_INVALID_OR_EXPIRED_NONCE");
    let in_flow = asked.open(&start(&test, &[]).await).await;
    let moved = send(&asked, &in_flow, &form, &[]).await;
    assert!(moved.location().contains("notice=wallet_too_late"), "another sign-in: {}", moved.location());
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 0);

    let again = asked.copy();
    assert_eq!(send(&asked, &page, &form, &[]).await.location(), "/account", "all that spent nothing");
    let replayed = send(&again, &page, &form, &[]).await;
    assert_eq!(replayed.location(), "/sign-in?notice=wallet_too_late");
    assert!(again.follow(replayed).await.body.contains("That message works no more"));
}

#[tokio::test]
async fn a_nonce_of_an_app_is_worth_nothing_on_the_page() {
    let test = TestApp::with(&[ON]).await;
    let wallet = TestWallet::new("ada");
    let nonce = crate::api::siwe::nonce(&test).await;
    let signature = wallet.signed(&wallet.message(&test, &nonce))["signature"].as_str().unwrap().to_owned();
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let reply = send(&browser, &page, &[("nonce", nonce), ("signature", signature)], &[]).await;
    assert_eq!(reply.location(), "/sign-in?notice=wallet_too_late");
}

#[tokio::test]
async fn a_message_grows_old() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let (_, form) = signed(&browser, &page, &TestWallet::new("ada")).await;
    test.advance(Duration::from_secs(15 * 60));
    assert_eq!(send(&browser, &page, &form, &[]).await.location(), "/sign-in?notice=wallet_too_late");
    assert!(!is_signed_in(&browser).await);
}

#[tokio::test]
async fn only_the_account_in_the_message_signs() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in?return_to=/account/sessions").await;
    let (message, mut form) = signed(&browser, &page, &TestWallet::new("ada")).await;
    let good = form[1].1.clone();
    form[1].1 = TestWallet::new("eve").signed(&message)["signature"].as_str().unwrap().to_owned();
    let refused = send(&browser, &page, &form, &[("return_to", "/account/sessions")]).await;
    assert_eq!(refused.location(), "/sign-in?return_to=%2Faccount%2Fsessions&notice=wallet_refused");
    let page = browser.follow(refused).await;
    assert!(page.body.contains("is not by the account that you chose"), "{}", page.body);
    form[1].1 = good;
    let late = send(&browser, &page, &form, &[]).await;
    assert_eq!(late.location(), "/sign-in?notice=wallet_too_late", "whoever tries has one try");
    for nonsense in ["", "0x", "nonsense"] {
        let (_, mut form) = signed(&browser, &page, &TestWallet::new("ada")).await;
        nonsense.clone_into(&mut form[1].1);
        assert_eq!(send(&browser, &page, &form, &[]).await.location(), "/sign-in?notice=wallet_refused");
    }
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 0);
}

#[tokio::test]
async fn whoever_may_not_come_in_is_told_why() {
    let wallet = TestWallet::new("ada");
    // A wallet has no address that could be one of the domains either.
    let domains = ("registration.sign_up_domains", "example.test");
    for closed in [("siwe.sign_up", "false"), ("registration.sign_up", "invitation"), ("registration.sign_up", "domains")] {
        let closed = TestApp::with(&[ON, domains, closed]).await;
        let browser = closed.browser();
        let reply = sign_in_on_the_page(&browser, &wallet).await;
        assert_eq!(reply.location(), "/sign-in?notice=wallet_unknown");
        assert!(browser.follow(reply).await.body.contains("Nobody here has this wallet"));
    }
    let test = TestApp::with(&[ON]).await;
    assert_eq!(sign_in_on_the_page(&test.browser(), &wallet).await.location(), "/account");
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("UPDATE users SET disabled_at = 1", &[]).await.unwrap();
    unit.commit().await.unwrap();
    let refused = sign_in_on_the_page(&test.browser(), &wallet).await;
    assert_eq!(refused.text_of("error-code").as_deref(), Some("account_disabled"), "{}", refused.body);
}

#[tokio::test]
async fn wallets_sign_on_the_chains_that_are_taken() {
    let test = TestApp::with(&[ON, ("siwe.chains", "1,137")]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let wallet = TestWallet::new("ada");
    for (chain, taken) in [("0x1", true), ("0x89", true), ("0xa", false)] {
        let said = ask(&browser, &page, &wallet.address(), chain).await;
        assert_eq!(said.status == 200, taken, "{chain}");
        if !taken {
            assert_eq!((said.status.as_u16(), said.json()), (422, json!({ "refused": "chain" })));
        }
    }
    // An operator who changes their mind meanwhile.
    let (_, form) = signed(&browser, &page, &wallet).await;
    let narrower = TestApp::on(test.app.store.clone(), &[ON, ("siwe.chains", "10")]).await;
    let reply = send(&browser.at(&narrower), &page, &form, &[]).await;
    assert_eq!(reply.location(), "/sign-in?notice=wallet_chain");
    let narrower = TestApp::with(&[ON, ("siwe.chains", "10")]).await;
    let nonce = crate::api::siwe::nonce(&narrower).await;
    let by_call = Call::post(&narrower, "/siwe/verify", &wallet.signed(&wallet.message(&narrower, &nonce))).send().await;
    assert_error(&by_call, 401, "UNAUTHORIZED_SIWE_MESSAGE_MISMATCH");
}

#[tokio::test]
async fn a_tab_that_stayed_open_within_an_apps_sign_in_still_works() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    let request = start(&test, &[]).await;
    let (left, right) = (browser.open(&request).await, browser.open(&request).await);
    let (_, form) = signed(&browser, &left, &TestWallet::new("ada")).await;
    let reply = sign_in_from(&browser, &right, &TestWallet::new("eve")).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume"), "{}", reply.location());
    let reply = send(&browser, &left, &form, &[]).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume"), "its message was of its own sign-in: {}", reply.location());
}

#[tokio::test]
async fn the_page_points_at_the_wallet_that_was_used_last() {
    let test = TestApp::with(&[ON, ("last_login_method.enabled", "true")]).await;
    let browser = test.browser();
    sign_in_on_the_page(&browser, &TestWallet::new("ada")).await;
    let page = browser.get("/account/profile").await;
    browser.submit(&page, "/sign-out", &[("action", "sign-out")]).await;
    let page = browser.get("/sign-in").await;
    let button = page.body.split("id=\"wallet-submit\"").nth(1).unwrap().split("</button>").next().unwrap();
    assert!(button.contains("Last used"), "{button}");
}

#[tokio::test]
async fn a_captcha_guards_the_page_as_it_does_the_call() {
    let settings =
        [ON, ("captcha.provider", "proof-of-work"), ("captcha.difficulty_bits", "6"), ("captcha.endpoints", "/siwe/verify")];
    let test = TestApp::with(&settings).await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let (_, form) = signed(&browser, &page, &TestWallet::new("ada")).await;
    let refused = send(&browser, &page, &form, &[]).await;
    assert_eq!(refused.text_of("error-code").as_deref(), Some("captcha_failed"), "{}", refused.body);
    let solved = solve(&page.hidden("captcha").unwrap(), 6);
    assert_eq!(send(&browser, &page, &form, &[("captcha", &solved)]).await.location(), "/account");
}
