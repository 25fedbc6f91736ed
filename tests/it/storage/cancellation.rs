//! A unit whose owner goes away, at any point, is rolled back whole and leaves nothing behind.

use std::future::poll_fn;
use std::panic::resume_unwind;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::time::timeout;
use vestibule::store::{Engine, Sql, Store, StoreError, values};

use super::{count, insert, keep, on_every_engine};

on_every_engine!(cancelled_within_a_slow_statement, cancelled_at_every_point, panic_while_open, cancelled_readers_return);

/// Polls `future` at most `times`; what is not ready then is cancelled by being dropped.
async fn poll_at_most<T>(times: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future: Pin<&mut _> = pin!(future);
    let mut polled = 0;
    poll_fn(|context| {
        polled += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending if polled >= times => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// A statement that keeps the engine busy for about a second; none on SQLite, where a statement runs to its end where it is called.
fn slow(engine: Engine) -> Option<Sql> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some("SELECT count(*) FROM pg_sleep(1)".into()),
        Engine::Mariadb => Some("SELECT SLEEP(1)".into()),
    }
}

async fn cancelled_within_a_slow_statement(store: Store) {
    let Some(slow) = slow(store.engine()) else { return };
    let mut tx = store.write("test").await.unwrap();
    insert(&mut tx, "gone", "1").await.unwrap();
    let result = timeout(Duration::from_millis(50), tx.one(slow, &[])).await;
    assert!(result.is_err(), "the statement is slow enough to be cancelled");
    drop(tx);
    keep(&store, "kept", "1").await.unwrap();
    assert_eq!(count(&store).await, 1);
}

async fn cancelled_at_every_point(store: Store) {
    let mut completed = 0;
    for times in 1..40 {
        let first = format!("{times}-first");
        let second = format!("{times}-second");
        let unit = async {
            let mut tx = store.write("test").await?;
            insert(&mut tx, &first, "1").await?;
            insert(&mut tx, &second, "1").await?;
            tx.optional("SELECT value FROM settings WHERE name = $1", &values![first.as_str()]).await?;
            tx.commit().await
        };
        if let Some(result) = poll_at_most(times, unit).await {
            result.unwrap();
            completed += 1;
        }
        keep(&store, &format!("{times}-after"), "1").await.unwrap();
        let mut tx = store.read("test").await.unwrap();
        let own = "SELECT name FROM settings WHERE name = $1 OR name = $2";
        let kept = tx.all(own, &values![first, second]).await.unwrap().len();
        assert!(kept == 0 || kept == 2, "cancelled at poll {times}: {kept} of 2 rows");
    }
    assert!(completed > 0, "the last rounds are long enough to complete");
}

async fn panic_while_open(store: Store) {
    let other = store.clone();
    let task = tokio::spawn(async move {
        let mut tx = other.write("test").await.unwrap();
        insert(&mut tx, "gone", "1").await.unwrap();
        resume_unwind(Box::new("the handler panics"));
    });
    assert!(task.await.unwrap_err().is_panic());
    keep(&store, "kept", "1").await.unwrap();
    assert_eq!(count(&store).await, 1);
}

/// More cancelled readers than the pool has connections.
async fn cancelled_readers_return(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    for times in 1..40 {
        let reading = async {
            let mut tx = store.read("test").await?;
            tx.all("SELECT name FROM settings", &[]).await?;
            let mut tx = store.snapshot("test").await?;
            tx.all("SELECT name FROM settings", &[]).await?;
            Ok::<_, StoreError>(())
        };
        if let Some(result) = poll_at_most(times, reading).await {
            result.unwrap();
        }
    }
    keep(&store, "b", "1").await.unwrap();
    for _ in 0..20 {
        assert_eq!(count(&store).await, 2);
    }
}
