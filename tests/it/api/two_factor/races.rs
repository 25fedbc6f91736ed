//! The same codes shown by many at once, on every engine.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use vestibule::model::phone_number::PhoneNumber;
use vestibule::store::{Store, phone_numbers, users};

use super::super::PASSWORD;
use super::trust::trusted;
use super::{Enrolled, ON, WRONG, post, totp};
use crate::storage::on_every_engine;
use crate::support::app::TestApp;
use crate::support::phones::{NUMBER, PHONES, texted_code};

on_every_engine!(
    of_fifty_uses_of_one_step_one_counts,
    of_fifty_uses_of_one_backup_code_one_counts,
    of_fifty_uses_of_one_mailed_code_one_counts,
    of_fifty_uses_of_one_texted_code_one_counts,
    of_fifty_wrong_codes_in_one_challenge_five_are_judged,
    of_fifty_wrong_codes_in_many_challenges_ten_are_judged,
    of_many_sign_ins_on_one_trusted_browser_one_counts,
);

/// Sends `calls` at once and returns the statuses.
async fn at_once(test: &Arc<TestApp>, calls: Vec<(&'static str, Value, String)>) -> Vec<u16> {
    let mut tasks = JoinSet::new();
    for (path, body, cookies) in calls {
        let test = Arc::clone(test);
        tasks.spawn(async move { post(&test, path, &body, &cookies).await.status.as_u16() });
    }
    tasks.join_all().await
}

fn count(statuses: &[u16], status: u16) -> usize {
    statuses.iter().filter(|other| **other == status).count()
}

async fn of_fifty_uses_of_one_step_one_counts(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let ann = Enrolled::new(&test, "ann").await;
    let mut calls = Vec::new();
    for _ in 0..50 {
        calls.push(("/two-factor/verify-totp", json!({ "code": ann.code(&test) }), ann.challenged(&test).await));
    }
    let statuses = at_once(&test, calls).await;
    assert_eq!(count(&statuses, 200), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 401, 429].contains(status)), "{statuses:?}");
}

async fn of_fifty_uses_of_one_backup_code_one_counts(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let ann = Enrolled::new(&test, "ann").await;
    let mut calls = Vec::new();
    for _ in 0..50 {
        calls.push(("/two-factor/verify-backup-code", json!({ "code": ann.codes[0] }), ann.challenged(&test).await));
    }
    let statuses = at_once(&test, calls).await;
    assert_eq!(count(&statuses, 200), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 401, 429].contains(status)), "{statuses:?}");
}

async fn of_fifty_uses_of_one_mailed_code_one_counts(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = ann.challenged(&test).await;
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 200);
    let body = json!({ "code": ann.mailed_code(&test).await });
    let statuses = at_once(&test, vec![("/two-factor/verify-otp", body, cookies); 50]).await;
    assert_eq!(count(&statuses, 200), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 401].contains(status)), "{statuses:?}");
}

async fn of_fifty_uses_of_one_texted_code_one_counts(store: Store) {
    let settings: Vec<_> = ON.into_iter().chain(PHONES).chain([("two_factor.text_message_codes", "true")]).collect();
    let test = Arc::new(TestApp::on(store, &settings).await);
    let ann = Enrolled::new(&test, "ann").await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let user = users::by_email(&mut unit, &ann.email).await.unwrap().unwrap();
    let number = PhoneNumber::parse(NUMBER).unwrap();
    phone_numbers::put(&mut unit, &user.id, Some(&number), test.app.clock.now()).await.unwrap();
    unit.commit().await.unwrap();
    let cookies = ann.challenged(&test).await;
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({ "channel": "sms" }), &cookies).await.status, 200);
    let body = json!({ "code": texted_code(&test, NUMBER).await });
    let statuses = at_once(&test, vec![("/two-factor/verify-otp", body, cookies); 50]).await;
    assert_eq!(count(&statuses, 200), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 401].contains(status)), "{statuses:?}");
}

async fn of_fifty_wrong_codes_in_one_challenge_five_are_judged(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = ann.challenged(&test).await;
    at_once(&test, vec![("/two-factor/verify-totp", json!({ "code": WRONG }), cookies); 50]).await;
    let mut unit = test.app.store.read("test").await.unwrap();
    let failures = unit.one("SELECT failures FROM second_factors", &[]).await.unwrap().integer(0).unwrap();
    assert_eq!(failures, 5);
}

async fn of_fifty_wrong_codes_in_many_challenges_ten_are_judged(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let ann = Enrolled::new(&test, "ann").await;
    let mut calls = Vec::new();
    for _ in 0..50 {
        calls.push(("/two-factor/verify-totp", json!({ "code": WRONG }), ann.challenged(&test).await));
    }
    let last = ann.challenged(&test).await;
    let statuses = at_once(&test, calls).await;
    assert_eq!((count(&statuses, 401), count(&statuses, 429)), (10, 40), "{statuses:?}");
    assert_eq!(totp(&test, &ann.code(&test), &last).await.status, 429);
}

async fn of_many_sign_ins_on_one_trusted_browser_one_counts(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = trusted(&test, &ann).await;
    let body = json!({ "email": ann.email, "password": PASSWORD });
    let mut tasks = JoinSet::new();
    for _ in 0..8 {
        let (test, body, cookies) = (Arc::clone(&test), body.clone(), cookies.clone());
        tasks.spawn(async move { post(&test, "/sign-in/email", &body, &cookies).await.body });
    }
    let bodies = tasks.join_all().await;
    assert_eq!(bodies.iter().filter(|body| body.contains("\"token\"")).count(), 1, "{bodies:?}");
}
