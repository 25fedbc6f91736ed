//! The page of the ways in.

use axum::http::StatusCode;
use vestibule::model::ids::AccountId;
use vestibule::model::user::{User, WALLET_PROVIDER};
use vestibule::store::wallet_addresses::{self, WalletAddress};
use vestibule::store::{accounts, audit_events};

use super::{EMAIL, STALE, ada, person, signed_in};
use crate::support::app::TestApp;

const PAGE: &str = "/account/identities";
const DISCONNECT: &str = "/account/identities/disconnect";
const WALLET: &str = "0x71C7656EC7ab88b098defB751B7401B5f6d8976F";
const SIWE: (&str, &str) = ("siwe.enabled", "true");
const NO_MAIL: [(&str, &str); 2] = [("mail.url", ""), ("mail.from", "")];

/// Gives them a wallet.
async fn wallet(test: &TestApp, user: &User, chain_id: i64) -> AccountId {
    let (id, now) = (AccountId::random(&test.app.entropy), test.app.clock.now());
    let wallet = WalletAddress { address: WALLET.to_owned(), chain_id };
    let mut unit = test.app.store.write("test.wallet").await.unwrap();
    assert!(wallet_addresses::claim(&mut unit, &user.id, &wallet, now).await.unwrap());
    let subject = format!("{WALLET}:{chain_id}");
    accounts::insert_linked(&mut unit, &id, &user.id, (WALLET_PROVIDER, &subject), now).await.unwrap();
    unit.commit().await.unwrap();
    id
}

async fn provider(test: &TestApp, user: &User, name: &str) -> AccountId {
    let id = AccountId::random(&test.app.entropy);
    let mut unit = test.app.store.write("test.provider").await.unwrap();
    accounts::insert_linked(&mut unit, &id, &user.id, (name, user.id.as_str()), test.app.clock.now()).await.unwrap();
    unit.commit().await.unwrap();
    id
}

async fn linked(test: &TestApp, user: &User) -> Vec<String> {
    let mut unit = test.app.store.read("test.linked").await.unwrap();
    accounts::of_user(&mut unit, &user.id).await.unwrap().into_iter().map(|account| account.provider_id).collect()
}

#[tokio::test]
async fn the_page_lists_the_ways_in_that_there_are_here() {
    let test = TestApp::with(&[SIWE]).await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get(PAGE).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("way-password") && page.body.contains("You have one."));
    for turned_off in ["way-passkeys", "way-mail", "way-phone", "way-username", "connected-heading"] {
        assert!(!page.body.contains(turned_off), "{turned_off}");
    }
    wallet(&test, &user, 1).await;
    provider(&test, &user, "github").await;
    let page = browser.get(PAGE).await;
    assert!(page.body.contains(WALLET) && page.body.contains("github"));
    let all = [
        ("passkey.enabled", "true"),
        ("magic_link.enabled", "true"),
        ("username.enabled", "true"),
        ("phone.enabled", "true"),
        ("phone.countries", "US"),
        ("sms.webhook_url", "https://gateway.example.test/messages"),
        ("sms.webhook_secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    ];
    let full = TestApp::with(&all).await;
    let (browser, ..) = ada(&full).await;
    let page = browser.get(PAGE).await;
    for way in ["way-password", "way-passkeys", "way-mail", "way-phone", "way-username"] {
        assert!(page.body.contains(way), "{way}");
    }
    assert!(page.body.contains(EMAIL));
}

#[tokio::test]
async fn a_wallet_and_a_provider_are_disconnected_and_it_is_recorded() {
    let test = TestApp::with(&[SIWE]).await;
    let (browser, _, user) = ada(&test).await;
    let (wallet, github) = (wallet(&test, &user, 1).await, provider(&test, &user, "github").await);
    let page = browser.get(PAGE).await;
    for id in [&wallet, &github] {
        let reply = browser.submit(&page, DISCONNECT, &[("account", id.as_str())]).await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, PAGE));
    }
    assert_eq!(linked(&test, &user).await, ["credential"]);
    let mut unit = test.app.store.read("test").await.unwrap();
    assert!(wallet_addresses::owner(&mut unit, WALLET).await.unwrap().is_none());
    let events = audit_events::of_user(&mut unit, &user.id, None, 10).await.unwrap();
    let unlinked: Vec<_> = events.iter().filter(|event| event.kind == "user.account_unlinked").collect();
    assert_eq!(unlinked.len(), 2);
    assert!(unlinked.iter().all(|event| event.device.as_deref() == Some("Chrome/Linux")));
}

#[tokio::test]
async fn nobody_locks_themselves_out() {
    for (values, address, refused) in [
        // Nobody mails a link to choose a password, and none reaches a placeholder.
        (vec![SIWE, NO_MAIL[0], NO_MAIL[1]], "ada@example.test", true),
        (vec![SIWE], "0x71c7@siwe.placeholder.invalid", true),
        (vec![SIWE], "ada@example.test", false),
    ] {
        let test = TestApp::with(&values).await;
        let user = person(&test, "Ada", address, None).await;
        let (browser, _) = signed_in(&test, &user).await;
        let wallet = wallet(&test, &user, 1).await;
        // What no way leads in by does not count.
        provider(&test, &user, "github").await;
        let page = browser.get(PAGE).await;
        let reply = browser.submit(&page, DISCONNECT, &[("account", wallet.as_str())]).await;
        assert_eq!(reply.status == StatusCode::UNPROCESSABLE_ENTITY, refused, "{values:?} {address}: {}", reply.body);
        assert_eq!(linked(&test, &user).await.contains(&"siwe".to_owned()), refused);
        if refused {
            assert!(reply.body.contains("This is the only way in that you have."));
        }
    }
}

#[tokio::test]
async fn of_a_wallet_on_two_chains_one_can_go() {
    let test = TestApp::with(&[SIWE, NO_MAIL[0], NO_MAIL[1]]).await;
    let user = person(&test, "Ada", "0x71c7@siwe.placeholder.invalid", None).await;
    let (browser, _) = signed_in(&test, &user).await;
    let first = wallet(&test, &user, 1).await;
    let mut unit = test.app.store.write("test.chain").await.unwrap();
    let other = WalletAddress { address: WALLET.to_owned(), chain_id: 10 };
    let second = AccountId::random(&test.app.entropy);
    let now = test.app.clock.now();
    assert!(wallet_addresses::add_chain(&mut unit, &user.id, &other, now).await.unwrap());
    accounts::insert_linked(&mut unit, &second, &user.id, (WALLET_PROVIDER, &format!("{WALLET}:10")), now).await.unwrap();
    unit.commit().await.unwrap();
    let page = browser.get(PAGE).await;
    assert_eq!(browser.submit(&page, DISCONNECT, &[("account", first.as_str())]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.submit(&page, DISCONNECT, &[("account", second.as_str())]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn disconnecting_needs_a_fresh_proof_and_touches_only_ones_own() {
    let test = TestApp::with(&[SIWE]).await;
    let (browser, _, user) = ada(&test).await;
    let grace = person(&test, "Grace", "grace@example.test", None).await;
    let theirs = provider(&test, &grace, "github").await;
    let own = provider(&test, &user, "github").await;
    let page = browser.get(PAGE).await;
    let mut unit = test.app.store.read("test").await.unwrap();
    let mut all = accounts::of_user(&mut unit, &user.id).await.unwrap().into_iter();
    let password = all.find(|account| account.provider_id == "credential").unwrap();
    drop(unit);
    // Somebody else's, nobody's, and the password, which has no button.
    for id in [theirs.as_str(), "nothing", "", password.id.as_str()] {
        assert_eq!(browser.submit(&page, DISCONNECT, &[("account", id)]).await.location(), PAGE, "{id}");
    }
    assert_eq!(linked(&test, &grace).await, ["github"]);
    assert_eq!(linked(&test, &user).await.len(), 2);
    test.advance(STALE);
    let reply = browser.submit(&page, DISCONNECT, &[("account", own.as_str())]).await;
    assert_eq!(reply.location(), "/confirm-identity?return_to=%2Faccount%2Fidentities");
    assert_eq!(linked(&test, &user).await.len(), 2);
    let forged = browser.post(DISCONNECT, &[("account", own.as_str()), ("csrf", "forged")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert_eq!(test.browser().get(PAGE).await.location(), "/sign-in?return_to=%2Faccount%2Fidentities");
}
