//! Fifty at once, on every engine: one session, one opener, one answer.

use std::sync::Arc;

use serde_json::json;
use vestibule::store::Store;

use super::{Device, ON, own_app};
use crate::api::sign_up;
use crate::race::at_once::at_once;
use crate::storage::on_every_engine;
use crate::support::app::TestApp;

const MANY: usize = 50;

on_every_engine!(of_fifty_exchanges_one_begins_a_session, ten_persons_open_one_device, fifty_answers_are_one_transition);

async fn of_fifty_exchanges_one_begins_a_session(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let app = own_app(&test, json!({})).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    device.let_in(&test, &ann).await;
    let statuses = at_once(MANY, |_| {
        let (test, device) = (Arc::clone(&test), device.clone());
        async move { device.poll(&test).await.status.as_u16() }
    })
    .await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 400].contains(status)), "{statuses:?}");
    let mut unit = test.app.store.read("test").await.unwrap();
    let sql = "SELECT count(*) FROM sessions WHERE device_client_id IS NOT NULL";
    assert_eq!(unit.one(sql, &[]).await.unwrap().integer(0).unwrap(), 1);
}

async fn ten_persons_open_one_device(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let app = own_app(&test, json!({})).await;
    let mut people = Vec::new();
    for number in 0..10 {
        people.push(sign_up(&test, &format!("person{number}")).await);
    }
    let device = Device::ask(&test, &app.client_id).await;
    let seen = at_once(people.len(), |number| {
        let (test, device, cookies) = (Arc::clone(&test), device.clone(), people[number].clone());
        async move {
            let opened = device.open(&test, &cookies).await.json().get("client_id").is_some();
            let approved = device.answer(&test, &cookies, "approve").await.status == 200;
            (opened, approved)
        }
    })
    .await;
    assert_eq!(seen.iter().filter(|(opened, _)| *opened).count(), 1, "{seen:?}");
    assert!(seen.iter().all(|(opened, approved)| opened == approved), "{seen:?}");
}

async fn fifty_answers_are_one_transition(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let app = own_app(&test, json!({})).await;
    let ann = sign_up(&test, "ann").await;
    let device = Device::ask(&test, &app.client_id).await;
    device.open(&test, &ann).await;
    let statuses = at_once(MANY, |number| {
        let (test, device, cookies) = (Arc::clone(&test), device.clone(), ann.clone());
        let answer = if number % 2 == 0 { "approve" } else { "deny" };
        async move { (answer, device.answer(&test, &cookies, answer).await.status.as_u16()) }
    })
    .await;
    let won: Vec<_> = statuses.iter().filter(|(_, status)| *status == 200).collect();
    assert_eq!(won.len(), 1, "{statuses:?}");
    let expected = if won[0].0 == "approve" { 200 } else { 400 };
    assert_eq!(device.poll(&test).await.status, expected);
}
