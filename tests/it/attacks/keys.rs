//! Signing keys that change while tokens are issued.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use tokio::sync::watch;
use vestibule::app::App;
use vestibule::boot::{self, Surroundings};
use vestibule::clock::Clock;
use vestibule::crypto::jwk::PublicJwkSet;
use vestibule::crypto::jws::{JwsError, UnverifiedJws};
use vestibule::crypto::master_key::MasterKeys;
use vestibule::jobs;
use vestibule::model::ids::KeyId;
use vestibule::model::signing_algorithm::{SigningAlgorithm, VerificationAlgorithm};
use vestibule::tokens::signing_keys;

use super::text;
use crate::support::app::{MASTER_KEY, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::relying_party::{RelyingParty, alice_at_web};

/// The stated bound for rotation and emergency revocation.
const BOUND: Duration = Duration::from_secs(5);

/// The operator's own process on the same database, as `vestibule key` is.
async fn operator(test: &TestApp) -> App {
    let surroundings = Surroundings { clock: Clock::fixed(test.app.clock.now()), ..Surroundings::of_server() };
    let master_keys = MasterKeys::parse(MASTER_KEY).expect("the master key of tests is one");
    boot::assemble(test.app.config.clone(), surroundings, test.app.store.clone(), master_keys).await.expect("it opens the store")
}

/// The key set as it is published, and for how long a client may keep it.
async fn published(test: &TestApp) -> (PublicJwkSet, Duration) {
    let reply = test.get("/oauth2/jwks").await;
    let max_age = reply.header("cache-control").split("max-age=").nth(1).expect("a lifetime");
    let seconds = max_age.split(',').next().and_then(|seconds| seconds.trim().parse().ok()).expect("seconds");
    (PublicJwkSet::parse(reply.body.as_bytes()).expect("a key set"), Duration::from_secs(seconds))
}

fn verify(token: &str, keys: &PublicJwkSet) -> Result<Map<String, Value>, JwsError> {
    let unverified = UnverifiedJws::parse(token, &SigningAlgorithm::ALL.map(VerificationAlgorithm::from))?;
    Ok(unverified.verify_with_set(keys)?.claims)
}

fn kid(token: &str) -> KeyId {
    let unverified = UnverifiedJws::parse(token, &SigningAlgorithm::ALL.map(VerificationAlgorithm::from)).expect("a token");
    KeyId::new(unverified.header().key_id().expect("a kid"))
}

async fn id_token(web: &RelyingParty, browser: &TestBrowser<'_>) -> String {
    text(&web.tokens(browser).await, "id_token").to_owned()
}

/// A rotation, minute by minute: whoever keeps the key set for as long as they may, and whoever shows a token for as long as it
/// lives, never sees a signature that the key set does not know.
#[tokio::test]
async fn s30_rotation_breaks_no_verification() {
    let test = Arc::new(TestApp::start().await);
    let operator = operator(&test).await;
    let (web, _, browser) = alice_at_web(&test).await;
    let minute = Duration::from_secs(60);
    let lifetime = test.app.config.tokens.id_token_seconds.duration();
    let mut key_sets = Vec::new();
    let mut tokens = Vec::new();
    let mut signers = Vec::new();
    for _ in 0..100 {
        let now = test.app.clock.now();
        if key_sets.len() == 3 {
            signing_keys::rotate(&operator, SigningAlgorithm::Rs256, now).await.expect("the next key is published");
        }
        signing_keys::advance(&operator, now).await.expect("the keys go on");
        signing_keys::refresh_if_changed(&test.app).await.expect("the node notices");
        let (key_set, kept) = published(&test).await;
        key_sets.push((now, key_set));
        let token = id_token(&web, &browser).await;
        for (fetched, key_set) in key_sets.iter().filter(|(fetched, _)| now.since(*fetched) <= kept) {
            assert!(verify(&token, key_set).is_ok(), "a new token against the keys of {}", fetched.rfc3339());
        }
        signers.push(kid(&token));
        tokens.push((now, token));
        let (_, current) = key_sets.last().expect("one was just fetched");
        for (issued, token) in tokens.iter().filter(|(issued, _)| now.since(*issued) < lifetime) {
            assert!(verify(token, current).is_ok(), "a token of {} at {}", issued.rfc3339(), now.rfc3339());
        }
        test.advance(minute);
    }
    signers.dedup();
    assert_eq!(signers.len(), 2, "one key followed the other");
    let ((_, oldest), (_, newest)) = (tokens.first().expect("a token"), key_sets.last().expect("a key set"));
    assert!(verify(oldest, newest).is_err(), "the old key is retired");
}

/// A key whose secret got out is revoked from another process: within the bound the node neither publishes it, nor accepts it, nor
/// signs with it.
#[tokio::test]
async fn s30_a_revoked_key_is_gone_within_the_bound() {
    let test = Arc::new(TestApp::start().await);
    let operator = operator(&test).await;
    let (web, _, browser) = alice_at_web(&test).await;
    let (stop, stopped) = watch::channel(false);
    let mut jobs = jobs::spawn(&test.app, &stopped);
    let stolen = id_token(&web, &browser).await;
    let revoked = kid(&stolen);
    assert!(test.app.keyring.current().verify(&stolen).is_ok());
    signing_keys::revoke(&operator, &revoked, test.app.clock.now()).await.expect("it is revoked");
    let since = Instant::now();
    while kid(&id_token(&web, &browser).await) == revoked {
        assert!(since.elapsed() < BOUND, "the revoked key still signs after {:?}", since.elapsed());
    }
    let (key_set, _) = published(&test).await;
    assert!(key_set.keys().iter().all(|key| key.key_id() != Some(revoked.as_str())));
    assert!(test.app.keyring.current().verify(&stolen).is_err());
    for _ in 0..10 {
        let token = id_token(&web, &browser).await;
        assert_ne!(kid(&token), revoked);
        assert!(verify(&token, &key_set).is_ok());
    }
    stop.send(true).expect("the jobs listen");
    while jobs.join_next().await.is_some() {}
}
