//! Known and unknown addresses cost the same: the same work, which can be counted, and about the same time, which can be measured.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};
use vestibule::model::ids::{AccountId, UserId};
use vestibule::model::user::{Role, User};
use vestibule::store::{accounts, users};

use super::PASSWORD;
use crate::support::app::{START, TestApp, request};

/// How many addresses of each kind are tried, each once, so that no guess counter closes one.
const SAMPLES: usize = 200;
/// A hash that takes several times as long as the rest of a request.
const COST: (u32, u32, u32) = (8 * 1024, 2, 1);
/// What the slower median may be of the faster one. To leave the hash out makes several times the difference.
const LARGEST_RATIO: f64 = 1.5;

fn address(kind: &str, number: usize) -> String {
    format!("{kind}{number:03}@example.test")
}

/// Makes the known accounts, all with one password.
async fn accounts(test: &TestApp) {
    let hash = test.app.passwords.hash(PASSWORD.to_owned().into()).await.expect("the pool is idle");
    let mut unit = test.app.store.write("test.accounts").await.expect("the store is open");
    for number in 0..SAMPLES {
        let user = User {
            id: UserId::new(format!("user-{number}")),
            email: address("known", number),
            email_verified: true,
            name: "Ada Lovelace".to_owned(),
            image: None,
            role: Role::User,
            locale: None,
            credential_version: 1,
            two_factor_enabled_at: None,
            disabled_at: None,
            is_anonymous: false,
            created_at: START,
            updated_at: START,
        };
        assert!(users::insert(&mut unit, &user).await.expect("the user is new"));
        let account = AccountId::new(format!("account-{number}"));
        accounts::insert_credential(&mut unit, &account, &user.id, &hash, START).await.expect("the account is new");
    }
    unit.commit().await.expect("the accounts are stored");
}

fn call(path: &str, body: &Value) -> Request<Body> {
    let builder = request(Method::POST, path).header("content-type", "application/json");
    builder.body(Body::from(body.to_string())).expect("a request")
}

fn sign_in(email: &str) -> Request<Body> {
    call("/api/auth/sign-in/email", &json!({ "email": email, "password": "wrong horse battery" }))
}

fn forgot(email: &str) -> Request<Body> {
    call("/api/auth/request-password-reset", &json!({ "email": email, "redirectTo": "/new-password" }))
}

/// What a request cost.
#[derive(Debug, PartialEq)]
struct Work {
    hashes: u64,
    writes: u64,
}

/// Sends a request; gives the status, the work and the time.
async fn measure(test: &TestApp, request: Request<Body>) -> (u16, Work, Duration) {
    let (hashes, writes) = (test.app.passwords.done(), test.app.store.committed_groups());
    let start = Instant::now();
    let reply = test.send(request).await;
    let time = start.elapsed();
    let work = Work { hashes: test.app.passwords.done() - hashes, writes: test.app.store.committed_groups() - writes };
    (reply.status.as_u16(), work, time)
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).expect("there are samples").as_secs_f64()
}

/// Tries known and unknown addresses in turn: the same answer, the same work, much the same time.
async fn compare(test: &TestApp, request: fn(&str) -> Request<Body>, expected: (u16, Work)) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for number in 0..SAMPLES {
        for (kind, times) in [("known", &mut known), ("other", &mut unknown)] {
            let (status, work, time) = measure(test, request(&address(kind, number))).await;
            assert_eq!((status, work), expected, "{kind} address {number}");
            times.push(time);
        }
    }
    let (known, unknown) = (median(known), median(unknown));
    let ratio = known.max(unknown) / known.min(unknown);
    assert!(ratio < LARGEST_RATIO, "medians: known {known:.6} s, unknown {unknown:.6} s");
}

#[tokio::test]
async fn s39_known_and_unknown_addresses_cost_the_same() {
    let test = TestApp::hashing(COST).await;
    accounts(&test).await;
    compare(&test, sign_in, (401, Work { hashes: 1, writes: 1 })).await;
    compare(&test, forgot, (200, Work { hashes: 0, writes: 1 })).await;
}
