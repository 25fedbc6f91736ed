//! Actions and webhooks, with a program of the operator's at the other end.

mod actions;
mod answers;
mod changes;
mod every_way_in;
mod queue;
mod tokens;
mod webhooks;

use vestibule::store::values;

use crate::support::app::TestApp;

/// What has the app call programs on this machine.
pub const LOOPBACK: (&str, &str) = ("outbound.allow", "127.0.0.0/8");

/// How many rows a query counts.
pub async fn number(test: &TestApp, sql: &'static str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    unit.one(sql, &values![]).await.unwrap().integer(0).unwrap()
}

/// The details of all lines of this kind in the audit trail.
pub async fn trail(test: &TestApp, kind: &str) -> Vec<String> {
    let mut unit = test.app.store.read("test").await.unwrap();
    let rows = unit.all("SELECT detail FROM audit_events WHERE kind = $1 ORDER BY id", &values![kind]).await.unwrap();
    rows.iter().map(|row| row.text(0).unwrap()).collect()
}
