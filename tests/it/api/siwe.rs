//! Signing in with a wallet, as apps do it. What other wallets sign stands in `crypto::ethereum` and the comparison.

use std::sync::Arc;
use std::time::Duration;

use k256::ecdsa::SigningKey;
use serde_json::{Value, json};
use sha3::{Digest as _, Keccak256};
use tokio::task::JoinSet;
use vestibule::store::Store;

use super::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::storage::on_every_engine;
use crate::support::app::{PUBLIC_URL, Reply, TestApp};

on_every_engine!(
    of_fifty_that_show_one_message_one_is_signed_in,
    fifty_messages_of_a_new_wallet_make_one_account,
    a_message_of_a_new_chain_is_noted_once
);

const ON: [(&str, &str); 1] = [("siwe.enabled", "true")];
const ADA: &str = "ada@example.test";

const NONCE: &str = "UNAUTHORIZED_INVALID_OR_EXPIRED_NONCE";
const MISMATCH: &str = "UNAUTHORIZED_SIWE_MESSAGE_MISMATCH";
const EXPIRED: &str = "UNAUTHORIZED_SIWE_MESSAGE_EXPIRED";
const NOT_YET: &str = "UNAUTHORIZED_SIWE_MESSAGE_NOT_YET_VALID";

/// A wallet that signs.
#[derive(Clone)]
pub struct TestWallet(SigningKey);

impl TestWallet {
    /// The wallet of this name.
    pub fn new(name: &str) -> Self {
        Self(SigningKey::from_slice(&Keccak256::digest(name)).expect("a key"))
    }

    /// Its address.
    pub fn address(&self) -> String {
        let hash = Keccak256::digest(&self.0.verifying_key().to_sec1_point(false).as_bytes()[1..]);
        let lower = hex::encode(&hash[12..]);
        let marks = hex::encode(Keccak256::digest(&lower));
        let spelt = lower.chars().zip(marks.chars());
        let spelt: String = spelt.map(|(letter, mark)| if mark >= '8' { letter.to_ascii_uppercase() } else { letter }).collect();
        format!("0x{spelt}")
    }

    /// A message for this server.
    pub fn message(&self, test: &TestApp, nonce: &str) -> String {
        let host = PUBLIC_URL.split_once("://").expect("an address").1;
        let now = test.app.clock.now().rfc3339();
        format!(
            "{host} wants you to sign in with your Ethereum account:\n{}\n\n\nURI: {PUBLIC_URL}\nVersion: 1\nChain ID: 1\nNonce: {nonce}\nIssued At: {now}",
            self.address()
        )
    }

    /// What is sent with a message.
    pub fn signed(&self, message: &str) -> Value {
        let mut hash = Keccak256::new();
        hash.update(format!("\x19Ethereum Signed Message:\n{}{message}", message.len()));
        let (signature, recovery) = self.0.sign_prehash_recoverable(&hash.finalize());
        json!({ "message": message, "signature": format!("0x{}{:02x}", hex::encode(signature.to_bytes()), recovery.to_byte() + 27) })
    }
}

async fn post(test: &TestApp, path: &str, body: &Value, cookies: &str) -> Reply {
    Call::post(test, path, body).in_browser(cookies).send().await
}

/// A nonce.
pub async fn nonce(test: &TestApp) -> String {
    let reply = post(test, "/siwe/nonce", &json!({}), "").await;
    reply.json()["nonce"].as_str().expect("a nonce").to_owned()
}

/// Signs in with a wallet, in a browser with these cookies.
pub async fn enter(test: &TestApp, wallet: &TestWallet, cookies: &str) -> Reply {
    let message = wallet.message(test, &nonce(test).await);
    post(test, "/siwe/verify", &wallet.signed(&message), cookies).await
}

async fn who(test: &TestApp, cookies: &str) -> Value {
    Call::get(test, "/get-session").in_browser(cookies).send().await.json()["user"].clone()
}

async fn number(test: &TestApp, sql: &'static str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    unit.one(sql, &[]).await.unwrap().integer(0).unwrap()
}

#[tokio::test]
async fn a_new_wallet_is_a_new_person_and_comes_back_as_the_same() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    let reply = enter(&test, &wallet, "").await;
    let body = reply.json();
    assert_eq!(
        (&body["user"]["walletAddress"], &body["user"]["chainId"]),
        (&json!(wallet.address()), &json!(1)),
        "{}",
        reply.body
    );
    let user = who(&test, &cookies_of(&reply)).await;
    assert_eq!((&user["name"], &user["emailVerified"]), (&json!(wallet.address()), &json!(false)));
    let again = enter(&test, &wallet, "").await;
    assert_eq!(again.json()["user"]["id"], body["user"]["id"]);
    assert_ne!(enter(&test, &TestWallet::new("eve"), "").await.json()["user"]["id"], body["user"]["id"]);
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    for path in ["/siwe/nonce", "/siwe/get-nonce", "/siwe/verify"] {
        assert_eq!(Call::post(&test, path, &json!({})).send().await.status, 404);
    }
}

#[tokio::test]
async fn a_message_works_once_and_not_for_long() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    let body = wallet.signed(&wallet.message(&test, &nonce(&test).await));
    assert_eq!(post(&test, "/siwe/verify", &body, "").await.status, 200);
    assert_error(&post(&test, "/siwe/verify", &body, "").await, 401, NONCE);
    let body = wallet.signed(&wallet.message(&test, &nonce(&test).await));
    test.advance(Duration::from_secs(15 * 60));
    assert_error(&post(&test, "/siwe/verify", &body, "").await, 401, NONCE);
    let unknown = wallet.signed(&wallet.message(&test, "abcdefgh12345678"));
    assert_error(&post(&test, "/siwe/verify", &unknown, "").await, 401, NONCE);
}

#[tokio::test]
async fn a_message_must_be_for_this_server_and_this_moment() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    let at = |seconds: i64| vestibule::clock::Timestamp::from_seconds(test.app.clock.now().seconds() + seconds).rfc3339();
    let issued = format!("Issued At: {}", test.app.clock.now().rfc3339());
    for (from, to, code) in [
        ("localhost:9180 wants", "evil.example wants".to_owned(), MISMATCH),
        ("localhost:9180 wants", "localhost wants".to_owned(), MISMATCH),
        ("localhost:9180 wants", "https://localhost:9180 wants".to_owned(), MISMATCH),
        ("URI: http://localhost:9180", "URI: https://evil.example/".to_owned(), MISMATCH),
        ("URI: http://localhost:9180", "URI: http://localhost:9180.evil.example/".to_owned(), MISMATCH),
        ("Version: 1", "Version: 2".to_owned(), MISMATCH),
        (wallet.address().as_str(), wallet.address().to_lowercase(), MISMATCH),
        (issued.as_str(), format!("{issued}\nExpiration Time: {}", at(0)), EXPIRED),
        (issued.as_str(), format!("{issued}\nNot Before: {}", at(1)), NOT_YET),
        (issued.as_str(), format!("Issued At: {}", at(31)), NOT_YET),
        (issued.as_str(), format!("Issued At: {}", at(-931)), EXPIRED),
    ] {
        let message = wallet.message(&test, &nonce(&test).await).replace(from, &to);
        let reply = post(&test, "/siwe/verify", &wallet.signed(&message), "").await;
        assert_error(&reply, 401, code);
    }
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 0);
}

#[tokio::test]
async fn only_the_wallet_itself_signs() {
    let test = TestApp::with(&ON).await;
    let (wallet, other) = (TestWallet::new("ada"), TestWallet::new("eve"));
    let message = wallet.message(&test, &nonce(&test).await);
    let reply = post(&test, "/siwe/verify", &other.signed(&message), "").await;
    assert_eq!((reply.status.as_u16(), reply.json()["message"].clone()), (401, json!("Unauthorized: Invalid SIWE signature")));
    // The nonce is spent: whoever tries has one try.
    assert_error(&post(&test, "/siwe/verify", &wallet.signed(&message), "").await, 401, NONCE);
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 0);
}

#[tokio::test]
async fn an_address_beside_the_wallet_counts_once_it_is_proved() {
    let test = TestApp::with(&[ON[0], ("siwe.addresses", "true")]).await;
    sign_up(&test, "ada").await;
    let before = test.mails().await.len();
    let mut shown = Vec::new();
    for (name, email) in [("thief", ADA), ("new", "new@example.test")] {
        let wallet = TestWallet::new(name);
        let mut body = wallet.signed(&wallet.message(&test, &nonce(&test).await));
        body["email"] = json!(email);
        let reply = post(&test, "/siwe/verify", &body, "").await;
        let user = who(&test, &cookies_of(&reply)).await;
        assert!(user["email"].as_str().unwrap().ends_with("@siwe.placeholder.invalid"), "{user}");
        shown.push(reply.json().as_object().unwrap().keys().cloned().collect::<Vec<_>>());
    }
    assert_eq!(shown[0], shown[1], "nothing tells who has an account");
    let mails = test.mails().await;
    assert_eq!(mails.len(), before + 1, "whoever has an account is asked nothing");
    assert_eq!(number(&test, "SELECT count(*) FROM users WHERE email = 'ada@example.test'").await, 1);
    let missing = TestWallet::new("none");
    let body = missing.signed(&missing.message(&test, &nonce(&test).await));
    assert_error(&post(&test, "/siwe/verify", &body, "").await, 400, "VALIDATION_ERROR");
}

/// Somebody signed up with what would stand for another's address.
#[tokio::test]
async fn a_squatted_placeholder_keeps_nobody_out() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    let email = format!("{}@siwe.placeholder.invalid", wallet.address().to_lowercase());
    let body = json!({ "name": "Squatter", "email": email, "password": PASSWORD });
    let squatter = post(&test, "/sign-up/email", &body, "").await.json()["user"]["id"].clone();
    let reply = enter(&test, &wallet, "").await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_ne!(reply.json()["user"]["id"], squatter);
    assert!(test.mails().await.is_empty(), "nothing is mailed to a placeholder");
}

#[tokio::test]
async fn a_squatter_with_a_wallet_is_out_once_the_owner_proves_the_address() {
    let settings = [ON[0], ("accounts.change_unproved_email_at_once", "true"), ("magic_link.enabled", "true")];
    let test = TestApp::with(&settings).await;
    let wallet = TestWallet::new("squatter");
    let entered = enter(&test, &wallet, "").await;
    let squatter = entered.json()["user"]["id"].clone();
    let changed = post(&test, "/change-email", &json!({ "newEmail": ADA }), &cookies_of(&entered)).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    test.mails().await;
    post(&test, "/sign-in/magic-link", &json!({ "email": ADA }), "").await;
    let link = test.mailed_link(ADA).await;
    let owner = Call::get(&test, &link).with("accept", "application/json").send().await;
    assert_eq!(who(&test, &cookies_of(&owner)).await["id"], squatter, "the account is the owner's now");
    assert_ne!(enter(&test, &wallet, "").await.json()["user"]["id"], squatter);
}

#[tokio::test]
async fn whoever_may_not_come_in_does_not() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    // Both draw the same random values; so they are drawn for something else here.
    sign_up(&test, "eve").await;
    let closed = TestApp::on(test.app.store.clone(), &[ON[0], ("registration.sign_up", "off")]).await;
    assert_error(&enter(&closed, &wallet, "").await, 403, "SIGN_UP_DISABLED");
    assert_eq!(enter(&test, &wallet, "").await.status, 200);
    assert_eq!(enter(&closed, &wallet, "").await.status, 200, "who has an account comes in");
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("UPDATE users SET disabled_at = 1", &[]).await.unwrap();
    unit.commit().await.unwrap();
    assert_error(&enter(&test, &wallet, "").await, 403, "BANNED_USER");
}

#[tokio::test]
async fn a_wallet_that_is_given_up_signs_nobody_in() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    let reply = enter(&test, &wallet, "").await;
    let (cookies, id) = (cookies_of(&reply), reply.json()["user"]["id"].clone());
    let other = wallet.message(&test, &nonce(&test).await).replace("Chain ID: 1", "Chain ID: 10");
    assert_eq!(post(&test, "/siwe/verify", &wallet.signed(&other), "").await.json()["user"]["id"], id);
    let accounts = Call::get(&test, "/list-accounts").in_browser(&cookies).send().await.json();
    let subjects: Vec<_> = accounts.as_array().unwrap().iter().map(|account| account["accountId"].clone()).collect();
    assert_eq!(subjects, [json!(format!("{}:1", wallet.address())), json!(format!("{}:10", wallet.address()))]);
    let body = json!({ "accountId": accounts[0]["id"] });
    assert_eq!(post(&test, "/unlink-account", &body, &cookies).await.status, 200);
    assert_eq!(number(&test, "SELECT count(*) FROM wallet_addresses").await, 1);
    let body = json!({ "accountId": accounts[1]["id"] });
    assert_eq!(post(&test, "/unlink-account", &body, &cookies).await.status, 400, "the last way in stays");
}

#[tokio::test]
async fn foreign_pages_sign_nobody_in() {
    let test = TestApp::with(&ON).await;
    let wallet = TestWallet::new("ada");
    let body = wallet.signed(&wallet.message(&test, &nonce(&test).await));
    let call = Call::post(&test, "/siwe/verify", &body).with("origin", "https://evil.example");
    assert_error(&call.with("sec-fetch-site", "cross-site").with("sec-fetch-mode", "cors").send().await, 403, "INVALID_ORIGIN");
}

async fn all_at_once(test: &Arc<TestApp>, bodies: Vec<Value>) -> Vec<Reply> {
    let mut tries = JoinSet::new();
    for body in bodies {
        let test = Arc::clone(test);
        tries.spawn(async move { post(&test, "/siwe/verify", &body, "").await });
    }
    tries.join_all().await
}

async fn of_fifty_that_show_one_message_one_is_signed_in(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let wallet = TestWallet::new("ada");
    let body = wallet.signed(&wallet.message(&test, &nonce(&test).await));
    let replies = all_at_once(&test, vec![body; 50]).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1);
    for reply in replies.iter().filter(|reply| reply.status != 200) {
        assert_error(reply, 401, NONCE);
    }
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 1);
}

async fn fifty_messages_of_a_new_wallet_make_one_account(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let wallet = TestWallet::new("ada");
    let mut bodies = Vec::new();
    for _ in 0..50 {
        bodies.push(wallet.signed(&wallet.message(&test, &nonce(&test).await)));
    }
    let replies = all_at_once(&test, bodies).await;
    assert!(
        replies.iter().all(|reply| [200, 503].contains(&reply.status.as_u16())),
        "{:?}",
        replies.iter().map(|reply| &reply.body).collect::<Vec<_>>()
    );
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM wallet_addresses").await, 1);
}

async fn a_message_of_a_new_chain_is_noted_once(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let wallet = TestWallet::new("ada");
    assert_eq!(enter(&test, &wallet, "").await.status, 200);
    let mut bodies = Vec::new();
    for _ in 0..20 {
        let message = wallet.message(&test, &nonce(&test).await).replace("Chain ID: 1", "Chain ID: 137");
        bodies.push(wallet.signed(&message));
    }
    let replies = all_at_once(&test, bodies).await;
    assert!(replies.iter().all(|reply| reply.status == 200));
    assert_eq!(number(&test, "SELECT count(*) FROM wallet_addresses").await, 2);
    assert_eq!(number(&test, "SELECT count(*) FROM accounts").await, 2);
}
