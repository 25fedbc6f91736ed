//! One login transaction, many tabs.

use axum::http::StatusCode;
use vestibule::store::Store;

use super::MANY;
use super::at_once::at_once;
use super::world::World;
use crate::storage::on_every_engine;
use crate::support::app::Reply;

on_every_engine!(consent_is_given_once, a_transaction_gives_one_code);

/// Begins a transaction that asks for consent. Returns the page's `flow`, `csrf` and `person`.
async fn begin(world: &World) -> [String; 3] {
    let reply = world.open(&world.authorization_request("&prompt=consent")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    let page = world.open(reply.location()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    ["flow", "csrf", "person"].map(|name| page.hidden(name).expect("a hidden field"))
}

async fn allow(world: &World, [flow, csrf, person]: &[String; 3]) -> Reply {
    world.post("/consent", &[("flow", flow), ("csrf", csrf), ("person", person), ("action", "allow")]).await
}

async fn consent_is_given_once(store: Store) {
    let world = World::on(store).await;
    let form = begin(&world).await;
    let replies = at_once(MANY, |_| {
        let (world, form) = (world.clone(), form.clone());
        async move { allow(&world, &form).await }
    })
    .await;
    for reply in &replies {
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    }
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'consent.given'").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM consents").await, 1);
}

async fn a_transaction_gives_one_code(store: Store) {
    let world = World::on(store).await;
    let form = begin(&world).await;
    allow(&world, &form).await;
    let [flow, ..] = form;
    let replies = at_once(MANY, |_| {
        let (world, flow) = (world.clone(), flow.clone());
        async move { world.open(&format!("/oauth2/authorize/resume?flow={flow}")).await }
    })
    .await;
    let codes: Vec<_> = replies.iter().filter_map(|reply| reply.location_parameter("code")).collect();
    assert_eq!(codes.len(), 1);
    assert!(replies.iter().all(|reply| !reply.status.is_server_error()));
    assert_eq!(world.number("SELECT count(*) FROM authorization_codes").await, 1);
    assert_eq!(world.redeem(&codes[0]).await.status, StatusCode::OK);
}
