//! The queue of webhooks on every engine: several nodes, and one that dies.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use vestibule::events::audit::{AuditEvent, AuditKind};
use vestibule::events::webhooks::deliver::deliver_due;
use vestibule::events::webhooks::of_webhook;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::{Store, webhook_deliveries};

use super::{LOOPBACK, number};
use crate::race::at_once::at_once;
use crate::storage::on_every_engine;
use crate::support::app::TestApp;
use crate::support::receiver::{Answers, Receiver};

on_every_engine!(
    each_event_is_sent_once_by_ten_nodes,
    what_a_node_took_and_never_sent_another_sends,
    a_change_that_is_undone_owes_nothing
);

const MANY: usize = 50;

async fn start(store: Store) -> (Receiver, Arc<TestApp>) {
    let receiver = Receiver::answering(Answers::With(204, String::new())).await;
    let test = Arc::new(TestApp::on(store, &[LOOPBACK, ("webhooks", &receiver.webhook(&["key.changed"]))]).await);
    (receiver, test)
}

async fn happen(test: &TestApp, times: usize) {
    for _ in 0..times {
        let mut unit = test.app.store.write("test").await.unwrap();
        let event = AuditEvent::new(AuditKind::KeyRotated, &RequestOrigin::default());
        event.record(&test.app, &mut unit, test.app.clock.now()).await.unwrap();
        unit.commit().await.unwrap();
    }
}

async fn each_event_is_sent_once_by_ten_nodes(store: Store) {
    let (receiver, test) = start(store).await;
    happen(&test, MANY).await;
    at_once(10, |_| {
        let test = Arc::clone(&test);
        async move { while deliver_due(&test.app, &of_webhook("main"), test.app.clock.now()).await.unwrap() > 0 {} }
    })
    .await;
    test.deliver_hooks().await;
    let ids: BTreeSet<String> = receiver.seen().iter().map(|seen| seen.header("webhook-id").to_owned()).collect();
    assert_eq!((receiver.seen().len(), ids.len()), (MANY, MANY));
    assert_eq!(number(&test, "SELECT count(*) FROM webhook_deliveries WHERE state = 'delivered'").await, 50);
}

async fn what_a_node_took_and_never_sent_another_sends(store: Store) {
    let (receiver, test) = start(store).await;
    happen(&test, 1).await;
    let now = test.app.clock.now();
    let mut unit = test.app.store.write("test").await.unwrap();
    let due = webhook_deliveries::due(&mut unit, &of_webhook("main"), 10, now).await.unwrap();
    assert!(webhook_deliveries::take(&mut unit, &due[0], now + Duration::from_secs(30)).await.unwrap());
    assert!(!webhook_deliveries::take(&mut unit, &due[0], now + Duration::from_secs(30)).await.unwrap(), "one node has it");
    unit.commit().await.unwrap();
    test.deliver_hooks().await;
    assert!(receiver.seen().is_empty(), "the node that took it may still be at it");
    test.advance(Duration::from_secs(31));
    test.deliver_hooks().await;
    assert_eq!(receiver.seen().len(), 1);
    assert_eq!(receiver.seen()[0].header("webhook-id"), due[0].event_id);
}

async fn a_change_that_is_undone_owes_nothing(store: Store) {
    let (receiver, test) = start(store).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let event = AuditEvent::new(AuditKind::KeyRotated, &RequestOrigin::default());
    event.record(&test.app, &mut unit, test.app.clock.now()).await.unwrap();
    drop(unit);
    test.deliver_hooks().await;
    assert!(receiver.seen().is_empty());
}
