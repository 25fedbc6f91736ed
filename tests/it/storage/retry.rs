//! Repeating a unit that another one was in the way of.

use std::cell::Cell;
use std::time::Duration;

use tokio::time::sleep;
use vestibule::store::{StoreError, retry};

/// How often a unit is tried that takes `each` and ends in a conflict.
async fn tries(each: Duration) -> u32 {
    let tried = Cell::new(0);
    let ended: Result<(), _> = retry(|| async {
        tried.set(tried.get() + 1);
        sleep(each).await;
        Err(StoreError::Conflict)
    })
    .await;
    assert_eq!(ended, Err(StoreError::Conflict));
    tried.get()
}

#[tokio::test]
async fn quick_conflicts_are_repeated_eight_times() {
    assert_eq!(tries(Duration::ZERO).await, 8);
}

#[tokio::test]
async fn after_five_seconds_the_conflict_is_the_answer() {
    assert_eq!(tries(Duration::from_millis(5100)).await, 1);
}

#[tokio::test]
async fn what_is_no_conflict_is_not_repeated() {
    let tried = Cell::new(0);
    let ended: Result<(), _> = retry(|| async {
        tried.set(tried.get() + 1);
        if tried.get() == 1 { Err(StoreError::Conflict) } else { Err(StoreError::ReadOnly) }
    })
    .await;
    assert_eq!((ended, tried.get()), (Err(StoreError::ReadOnly), 2));
}
