//! Wrong guesses at the same moment are all counted.

use std::time::Duration;

use vestibule::clock::Timestamp;
use vestibule::store::{Store, StoreError, guess_counters, retry};

use super::MANY;
use super::at_once::at_once;
use crate::storage::on_every_engine;

on_every_engine!(every_guess_is_counted, a_window_that_has_passed_starts_anew);

const WINDOW: Duration = Duration::from_secs(60);
const COUNTER: [u8; 32] = [7; 32];

async fn guess_at_once(store: &Store, now: Timestamp) -> i64 {
    at_once(MANY, |_| {
        let store = store.clone();
        async move {
            let counted = retry(|| async {
                let mut unit = store.write("test").await?;
                guess_counters::count(&mut unit, &COUNTER, WINDOW, now).await?;
                unit.commit().await?;
                Ok::<_, StoreError>(())
            });
            counted.await.unwrap();
        }
    })
    .await;
    let mut unit = store.read("test").await.unwrap();
    guess_counters::failures(&mut unit, &COUNTER, now).await.unwrap()
}

async fn every_guess_is_counted(store: Store) {
    let now = Timestamp::from_millis(1_000_000);
    assert_eq!(guess_at_once(&store, now).await, 50);
    assert_eq!(guess_at_once(&store, now).await, 100);
}

async fn a_window_that_has_passed_starts_anew(store: Store) {
    let now = Timestamp::from_millis(1_000_000);
    assert_eq!(guess_at_once(&store, now).await, 50);
    assert_eq!(guess_at_once(&store, now + WINDOW).await, 50);
}
