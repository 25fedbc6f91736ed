//! Proving with a wallet that it is still the person who is signed in.

use std::time::Duration;

use vestibule::model::authentication_method::AuthenticationMethod;
use vestibule::store::values;

use super::{MAINNET, ON, send, sign_in_on_the_page, signed, who};
use crate::api::siwe::TestWallet;
use crate::api::{Call, assert_error};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;

pub(super) const CONFIRM: &str = "/confirm-identity/wallet";
const SENSITIVE: &str = "/account/passkeys";
pub(super) const ASKED: &str = "/confirm-identity?return_to=%2Faccount%2Fpasskeys";
const PASSKEYS: (&str, &str) = ("passkey.enabled", "true");
/// Longer than a proof of who somebody is counts for sensitive pages.
const STALE: Duration = Duration::from_secs(11 * 60);

/// What a wallet signs for the page.
pub(super) async fn signed_to_confirm(
    browser: &TestBrowser<'_>,
    page: &Reply,
    wallet: &TestWallet,
) -> (String, [(&'static str, String); 2]) {
    let fields = [("address", wallet.address()), ("chain", MAINNET.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let said = browser.submit(page, "/confirm-identity/wallet/message", &fields).await;
    assert_eq!((said.status.as_u16(), said.header("cache-control")), (200, "no-store"), "{}", said.body);
    let said = said.json();
    let (message, nonce) = (said["message"].as_str().unwrap(), said["nonce"].as_str().unwrap());
    let signature = wallet.signed(message)["signature"].as_str().unwrap().to_owned();
    (message.to_owned(), [("nonce", nonce.to_owned()), ("signature", signature)])
}

async fn confirm(browser: &TestBrowser<'_>, page: &Reply, form: &[(&'static str, String); 2]) -> Reply {
    let [nonce, signature] = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    browser.submit(page, CONFIRM, &[nonce, signature, ("return_to", SENSITIVE)]).await
}

/// Somebody who has a wallet and nothing else, and whose proof is old.
async fn long_signed_in<'a>(test: &'a TestApp, wallet: &TestWallet) -> TestBrowser<'a> {
    let browser = test.browser();
    assert_eq!(sign_in_on_the_page(&browser, wallet).await.location(), "/account");
    test.advance(STALE);
    assert_eq!(browser.get(SENSITIVE).await.location(), ASKED);
    browser
}

/// The sessions and what they proved.
async fn sessions(test: &TestApp) -> Vec<(String, String)> {
    let mut unit = test.app.store.read("test").await.unwrap();
    let rows = unit.all("SELECT id, methods FROM sessions WHERE revoked_at IS NULL ORDER BY id", &[]).await.unwrap();
    rows.iter().map(|row| (row.text(0).unwrap(), row.text(1).unwrap())).collect()
}

/// About whom the trail says that a wallet was refused.
async fn refusals(test: &TestApp) -> Vec<Option<String>> {
    let mut unit = test.app.store.read("test").await.unwrap();
    let detail = format!(r#"{{"method":"{}"}}"#, AuthenticationMethod::Wallet.as_str());
    let sql = "SELECT user_id FROM audit_events WHERE kind = 'session.sign_in_refused' AND detail = $1";
    let rows = unit.all(sql, &values![detail]).await.unwrap();
    let mut found: Vec<_> = rows.iter().map(|row| row.optional_text(0).unwrap()).collect();
    found.sort();
    found
}

#[tokio::test]
async fn who_has_only_a_wallet_uses_it_and_sees_no_password() {
    let test = TestApp::with(&[ON, PASSKEYS]).await;
    let wallet = TestWallet::new("ada");
    let browser = long_signed_in(&test, &wallet).await;
    let page = browser.get(ASKED).await;
    assert!(page.body.contains(r#"action="/confirm-identity/wallet""#) && page.body.contains("wallet-submit"), "{}", page.body);
    assert!(!page.body.contains("name=\"password\"") && !page.body.contains("forgot-password"), "there is none");
    assert!(page.body.contains("data-without-wallet"), "who has none here is told where to go");
    let (message, form) = signed_to_confirm(&browser, &page, &wallet).await;
    assert!(message.contains("\n\nConfirm on this site that it is you."), "{message}");
    let before = sessions(&test).await;
    assert_eq!(confirm(&browser, &page, &form).await.location(), SENSITIVE);
    assert_eq!(browser.get(SENSITIVE).await.status, 200);
    assert_eq!(sessions(&test).await, before, "it is the same session");
    test.advance(STALE);
    assert_eq!(browser.get(SENSITIVE).await.location(), ASKED, "and old again");
}

#[tokio::test]
async fn who_has_a_password_too_chooses() {
    let test = TestApp::with(&[ON, PASSKEYS]).await;
    let wallet = TestWallet::new("ada");
    let browser = long_signed_in(&test, &wallet).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let sql = "INSERT INTO accounts (id, user_id, provider_id, issuer, subject, password_hash, created_at, updated_at)
               SELECT 'password', id, 'credential', 'local', id, 'hash', 1, 1 FROM users";
    unit.execute(sql, &[]).await.unwrap();
    unit.commit().await.unwrap();
    let page = browser.get(ASKED).await;
    assert!(page.body.contains("name=\"password\"") && page.body.contains("wallet-submit"), "{}", page.body);
    assert!(!page.body.contains("data-without-wallet"));
}

#[tokio::test]
async fn there_is_no_such_way_for_who_has_no_wallet_or_where_they_are_off() {
    let test = TestApp::with(&[ON, PASSKEYS]).await;
    let browser = test.browser();
    browser.sign_up("Bob", "bob@example.test", crate::api::PASSWORD).await;
    let page = browser.get(ASKED).await;
    assert!(!page.body.contains("wallet"), "{}", page.body);
    let off = TestApp::on(test.app.store.clone(), &[PASSKEYS]).await;
    let (there, off_page) = (browser.at(&off), page);
    assert_eq!(there.submit(&off_page, CONFIRM, &[]).await.status, 404);
}

#[tokio::test]
async fn a_wallet_of_somebody_else_confirms_nobody() {
    let test = TestApp::with(&[ON, PASSKEYS]).await;
    let (ada, eve) = (TestWallet::new("ada"), TestWallet::new("eve"));
    sign_in_on_the_page(&test.browser(), &eve).await;
    let browser = long_signed_in(&test, &ada).await;
    let ada_is = who(&test, &browser).await;
    for stranger in [eve, TestWallet::new("nobody")] {
        let page = browser.get(ASKED).await;
        let (_, form) = signed_to_confirm(&browser, &page, &stranger).await;
        let refused = confirm(&browser, &page, &form).await;
        assert_eq!(refused.location(), format!("{ASKED}&notice=wallet_unknown"));
        let page = browser.follow(refused).await;
        assert!(page.body.contains("That wallet is not one of this account."), "{}", page.body);
    }
    // Nor does somebody else's signature under the person's own message.
    let page = browser.get(ASKED).await;
    let (message, mut form) = signed_to_confirm(&browser, &page, &ada).await;
    form[1].1 = TestWallet::new("eve").signed(&message)["signature"].as_str().unwrap().to_owned();
    let refused = confirm(&browser, &page, &form).await;
    assert_eq!(refused.location(), format!("{ASKED}&notice=wallet_refused"));
    assert_eq!(browser.get(SENSITIVE).await.location(), ASKED);
    assert_eq!(who(&test, &browser).await, ada_is);
    let ada_is = ada_is.as_str().map(str::to_owned);
    assert_eq!(refusals(&test).await, [ada_is.clone(), ada_is.clone(), ada_is], "in the trail of whose session it is");
}

#[tokio::test]
async fn what_is_signed_for_the_one_is_worth_nothing_for_the_other() {
    let test = TestApp::with(&[ON, PASSKEYS]).await;
    let wallet = TestWallet::new("ada");
    let browser = long_signed_in(&test, &wallet).await;
    let page = browser.get(ASKED).await;
    let (_, to_sign_in) = signed(&browser, &page, &wallet).await;
    let (message, to_confirm) = signed_to_confirm(&browser, &page, &wallet).await;
    let too_late = format!("{ASKED}&notice=wallet_too_late");
    let refused = confirm(&browser, &page, &to_sign_in).await;
    assert_eq!(refused.location(), too_late, "a message for signing in");
    assert!(browser.follow(refused).await.body.contains("That message works no more."));
    assert_eq!(send(&browser, &page, &to_confirm, &[]).await.location(), "/sign-in?notice=wallet_too_late");
    let body = serde_json::json!({ "message": message, "signature": to_confirm[1].1 });
    let by_call = Call::post(&test, "/siwe/verify", &body).send().await;
    assert_error(&by_call, 401, "UNAUTHORIZED_INVALID_OR_EXPIRED_NONCE");
    let nonce = crate::api::siwe::nonce(&test).await;
    let of_an_app = wallet.signed(&wallet.message(&test, &nonce))["signature"].as_str().unwrap().to_owned();
    let refused = confirm(&browser, &page, &[("nonce", nonce), ("signature", of_an_app)]).await;
    assert_eq!(refused.location(), too_late, "a message of an app");
    assert!(refusals(&test).await.is_empty(), "what names no message of the place leaves nothing");
    assert_eq!(confirm(&browser, &page, &to_confirm).await.location(), SENSITIVE, "all that spent nothing");
}

#[tokio::test]
async fn a_signature_works_once_in_the_session_that_asked_for_it() {
    let test = TestApp::with(&[ON, PASSKEYS]).await;
    let wallet = TestWallet::new("ada");
    let other = test.browser();
    sign_in_on_the_page(&other, &wallet).await;
    let browser = long_signed_in(&test, &wallet).await;
    let (page, others) = (browser.get(ASKED).await, other.get(ASKED).await);
    let (_, form) = signed_to_confirm(&browser, &page, &wallet).await;
    let too_late = format!("{ASKED}&notice=wallet_too_late");
    assert_eq!(confirm(&other, &others, &form).await.location(), too_late, "another session of the same person");
    let stranger = test.browser();
    let strangers = stranger.get("/sign-in").await;
    let refused = confirm(&stranger, &strangers, &form).await;
    assert_eq!(refused.location(), "/sign-in?return_to=%2Faccount%2Fpasskeys", "nobody is signed in there");
    assert_eq!(confirm(&browser, &page, &form).await.location(), SENSITIVE);
    let page = browser.get(ASKED).await;
    assert_eq!(confirm(&browser, &page, &form).await.location(), too_late);
    test.advance(STALE);
    let page = browser.get(ASKED).await;
    let (_, form) = signed_to_confirm(&browser, &page, &wallet).await;
    test.advance(Duration::from_secs(15 * 60));
    assert_eq!(confirm(&browser, &page, &form).await.location(), too_late, "it has grown old");
}

#[tokio::test]
async fn the_second_factor_is_asked_for_as_before() {
    let test = TestApp::with(&[ON, PASSKEYS, ("two_factor.policy", "optional")]).await;
    let wallet = TestWallet::new("ada");
    let browser = long_signed_in(&test, &wallet).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("UPDATE users SET two_factor_enabled_at = 1", &[]).await.unwrap();
    unit.commit().await.unwrap();
    let page = browser.get(ASKED).await;
    let (_, form) = signed_to_confirm(&browser, &page, &wallet).await;
    assert_eq!(confirm(&browser, &page, &form).await.location(), SENSITIVE);
    assert_eq!(browser.get(SENSITIVE).await.location(), "/two-factor?return_to=%2Faccount%2Fpasskeys");
}

#[tokio::test]
async fn a_refused_wallet_stands_in_the_trail_once_for_each_message() {
    let test = TestApp::with(&[ON]).await;
    let (ada, eve) = (TestWallet::new("ada"), TestWallet::new("eve"));
    let first = test.browser();
    sign_in_on_the_page(&first, &ada).await;
    let ada_is = who(&test, &first).await.as_str().map(str::to_owned);
    let browser = test.browser();
    let page = browser.get("/sign-in").await;

    let (message, mut form) = signed(&browser, &page, &ada).await;
    form[1].1 = eve.signed(&message)["signature"].as_str().unwrap().to_owned();
    send(&browser, &page, &form, &[]).await;
    assert_eq!(refusals(&test).await, std::slice::from_ref(&ada_is), "about whose wallet the message names");
    send(&browser, &page, &form, &[]).await;
    assert_eq!(refusals(&test).await.len(), 1, "the message is spent");
    let (message, mut form) = signed(&browser, &page, &eve).await;
    form[1].1 = ada.signed(&message)["signature"].as_str().unwrap().to_owned();
    send(&browser, &page, &form, &[]).await;
    assert_eq!(refusals(&test).await, [None, ada_is.clone()], "nobody has that wallet");

    let nonce = crate::api::siwe::nonce(&test).await;
    let mut body = ada.signed(&ada.message(&test, &nonce));
    body["signature"] = eve.signed(&ada.message(&test, &nonce))["signature"].clone();
    assert_eq!(Call::post(&test, "/siwe/verify", &body).send().await.status, 401);
    assert_error(&Call::post(&test, "/siwe/verify", &body).send().await, 401, "UNAUTHORIZED_INVALID_OR_EXPIRED_NONCE");
    assert_eq!(refusals(&test).await, [None, ada_is.clone(), ada_is], "by call it is the same");
}
