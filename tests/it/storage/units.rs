//! What a unit of work promises, on every engine.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::Barrier;
use vestibule::store::{Engine, Store, StoreError, retry, unit, values};

use super::{count, insert, keep, on_every_engine, value_of};

on_every_engine!(
    drop_rolls_back,
    a_failed_statement_ends_the_unit,
    a_reader_sees_what_was_acknowledged,
    a_snapshot_stays,
    readers_cannot_write,
    conflicts_are_repeated,
    open_units_are_known,
    a_closed_store_refuses,
    a_statement_of_ours_that_is_wrong_is_rejected,
);

async fn drop_rolls_back(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    insert(&mut tx, "a", "1").await.unwrap();
    assert!(tx.optional("SELECT value FROM settings WHERE name = $1", &values!["a"]).await.unwrap().is_some());
    drop(tx);
    assert_eq!(count(&store).await, 0);
    keep(&store, "a", "2").await.unwrap();
    assert_eq!(value_of(&store, "a").await.as_deref(), Some("2"));
}

async fn a_failed_statement_ends_the_unit(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    let mut tx = store.write("test").await.unwrap();
    insert(&mut tx, "b", "1").await.unwrap();
    assert!(insert(&mut tx, "a", "2").await.unwrap_err().is_unique_violation("settings_pkey"));
    assert_eq!(insert(&mut tx, "c", "1").await, Err(StoreError::Failed));
    assert_eq!(tx.commit().await, Err(StoreError::Failed));
    assert_eq!(count(&store).await, 1);
}

async fn a_reader_sees_what_was_acknowledged(store: Store) {
    keep(&store, "a", "start").await.unwrap();
    let mut reader = store.read("test: kept open").await.unwrap();
    for round in 0..100 {
        let expected = round.to_string();
        let other = store.clone();
        let value = expected.clone();
        let written = tokio::spawn(async move {
            let mut tx = other.write("test").await?;
            tx.execute("UPDATE settings SET value = $1 WHERE name = $2", &values![value, "a"]).await?;
            tx.commit().await
        });
        written.await.unwrap().unwrap();
        assert_eq!(value_of(&store, "a").await.as_deref(), Some(expected.as_str()));
        let row = reader.one("SELECT value FROM settings WHERE name = $1", &values!["a"]).await.unwrap();
        assert_eq!(row.text(0).unwrap(), expected);
    }
}

async fn a_snapshot_stays(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    let mut snapshot = store.snapshot("test").await.unwrap();
    let number = "SELECT count(*) FROM settings";
    assert_eq!(snapshot.one(number, &[]).await.unwrap().integer(0).unwrap(), 1);
    let other = store.clone();
    tokio::spawn(async move { keep(&other, "b", "1").await }).await.unwrap().unwrap();
    assert_eq!(snapshot.one(number, &[]).await.unwrap().integer(0).unwrap(), 1);
    drop(snapshot);
    assert_eq!(count(&store).await, 2);
}

async fn readers_cannot_write(store: Store) {
    let mut reader = store.read("test").await.unwrap();
    assert_eq!(insert(&mut reader, "a", "1").await, Err(StoreError::ReadOnly));
    drop(reader);
    let mut snapshot = store.snapshot("test").await.unwrap();
    let insert = "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3) RETURNING name";
    let inserted = snapshot.optional(insert, &values!["a", "1", 1_i64]).await;
    assert!(matches!(inserted, Err(StoreError::ReadOnly)));
    drop(snapshot);
    assert_eq!(count(&store).await, 0);
}

/// Two units that each hold what the other one needs next: a deadlock on the engines that lock rows. The one that has to give way is
/// repeated, and both are kept.
async fn conflicts_are_repeated(store: Store) {
    keep(&store, "a", "0").await.unwrap();
    keep(&store, "b", "0").await.unwrap();
    let locks_rows = store.engine() != Engine::Sqlite;
    let both_hold_one = Barrier::new(if locks_rows { 2 } else { 1 });
    let (first, second) =
        tokio::join!(count_attempts(&store, ["a", "b"], &both_hold_one), count_attempts(&store, ["b", "a"], &both_hold_one),);
    assert_eq!(first + second, if locks_rows { 3 } else { 2 });
    let mut tx = store.read("test").await.unwrap();
    for row in tx.all("SELECT updated_at FROM settings", &[]).await.unwrap() {
        assert_eq!(row.integer(0).unwrap(), 3);
    }
}

/// Adds one to two settings in a unit that is repeated; in the first attempt it holds one and waits for `both_hold_one`. How many attempts
/// it took.
async fn count_attempts(store: &Store, [first, second]: [&str; 2], both_hold_one: &Barrier) -> u32 {
    let add = "UPDATE settings SET updated_at = updated_at + 1 WHERE name = $1";
    let attempts = AtomicU32::new(0);
    retry(|| async {
        let earlier = attempts.fetch_add(1, Ordering::Relaxed);
        let mut tx = store.write("test").await?;
        tx.execute(add, &values![first]).await?;
        if earlier == 0 {
            both_hold_one.wait().await;
        }
        tx.execute(add, &values![second]).await?;
        tx.commit().await
    })
    .await
    .unwrap();
    attempts.into_inner()
}

async fn open_units_are_known(store: Store) {
    assert_eq!(unit::name_of_open(), None);
    unit::must_be_closed("test");
    let mut tx = store.write("test: open").await.unwrap();
    insert(&mut tx, "a", "1").await.unwrap();
    assert_eq!(unit::name_of_open(), Some("test: open"));
    let elsewhere = tokio::spawn(async { unit::name_of_open() }).await.unwrap();
    assert_eq!(elsewhere, None, "another task has none");
    tx.commit().await.unwrap();
    assert_eq!(unit::name_of_open(), None);

    let work = tokio::spawn(async move {
        let _reader = store.read("test: reading").await.unwrap();
        unit::must_be_closed("hashing");
    });
    assert!(work.await.unwrap_err().is_panic(), "long work under a unit fails tests");
}

async fn a_closed_store_refuses(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    store.ping().await.unwrap();
    tokio::time::timeout(Duration::from_secs(5), store.close()).await.unwrap();
    store.close().await;
    assert!(matches!(store.ping().await, Err(StoreError::Unavailable { .. })));
    assert!(matches!(keep(&store, "b", "1").await, Err(StoreError::Unavailable { .. })));
}

async fn a_statement_of_ours_that_is_wrong_is_rejected(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    let wrong = tx.execute("UPDATE nonsense SET a = $1", &values!["a"]).await;
    assert!(matches!(wrong, Err(StoreError::Rejected { .. })), "{wrong:?}");
    drop(tx);
    keep(&store, "a", "1").await.unwrap();
}
