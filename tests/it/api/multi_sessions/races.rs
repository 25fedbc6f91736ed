//! Many calls at once from one browser that keeps several sessions.

use std::sync::Arc;

use serde_json::json;
use tokio::task::JoinSet;
use vestibule::store::Store;

use super::{Jar, ON, lives};
use crate::api::{Call, PASSWORD};
use crate::storage::on_every_engine;
use crate::support::app::TestApp;

on_every_engine!(
    fifty_switches_and_one_sign_out_leave_nobody,
    fifty_revocations_end_one_session_once,
    fifty_sign_ins_of_one_person_leave_one_session
);

async fn fifty_switches_and_one_sign_out_leave_nobody(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let jar = Jar::new(&test);
    let (ann, bob) = (jar.sign_up("ann").await, jar.sign_up("bob").await);
    let mut calls = JoinSet::new();
    for index in 0..50 {
        let (test, cookies) = (Arc::clone(&test), jar.header());
        let token = if index % 2 == 0 { ann.clone() } else { bob.clone() };
        calls.spawn(async move {
            let call = match index {
                25 | 40 => Call::post(&test, "/sign-out", &json!({})),
                _ => Call::post(&test, "/multi-session/set-active", &json!({ "sessionToken": token })),
            };
            call.in_browser(&cookies).send().await.status.as_u16()
        });
    }
    let statuses = calls.join_all().await;
    assert!(statuses.iter().all(|status| [200, 401].contains(status)), "{statuses:?}");
    assert!(!lives(&test, &ann).await && !lives(&test, &bob).await, "switching brings nothing back");
}

async fn fifty_revocations_end_one_session_once(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let jar = Jar::new(&test);
    let (ann, bob) = (jar.sign_up("ann").await, jar.sign_up("bob").await);
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let (test, cookies, token) = (Arc::clone(&test), jar.header(), ann.clone());
        calls.spawn(async move {
            let call = Call::post(&test, "/multi-session/revoke", &json!({ "sessionToken": token }));
            call.in_browser(&cookies).send().await.status.as_u16()
        });
    }
    let statuses = calls.join_all().await;
    assert!(statuses.iter().all(|status| [200, 401].contains(status)), "{statuses:?}");
    assert!(!lives(&test, &ann).await && lives(&test, &bob).await);
    let mut unit = test.app.store.read("test").await.unwrap();
    let ended = "SELECT count(*) FROM audit_events WHERE kind = 'session.signed_out'";
    let ended = unit.one(ended, &[]).await.unwrap().integer(0).unwrap();
    assert_eq!(ended, 1, "one of them ended it");
}

async fn fifty_sign_ins_of_one_person_leave_one_session(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let (test, cookies) = (Arc::clone(&test), jar.header());
        calls.spawn(async move {
            let body = json!({ "email": "ann@example.test", "password": PASSWORD });
            Call::post(&test, "/sign-in/email", &body).in_browser(&cookies).send().await
        });
    }
    let replies = calls.join_all().await;
    assert!(!lives(&test, &ann).await, "each of them takes its place");
    assert!(replies.iter().all(|reply| [200, 503].contains(&reply.status.as_u16())));
}
