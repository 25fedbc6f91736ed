//! SQLite's writer: many units, one commit.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use vestibule::store::{Engine, GroupLimits, OpenOptions, Store, StoreError, values};

use super::{count, insert, keep, value_of};
use crate::support::databases;

/// A store whose groups go on as long as anybody waits.
async fn patient(lease: Duration) -> Store {
    let mut options = OpenOptions::new(databases::fresh_url(Engine::Sqlite).await);
    options.group = GroupLimits { lending: Duration::from_secs(60), lease, ..GroupLimits::default() };
    Store::open(&options).await.unwrap()
}

/// Lets a future make its first step: a unit that waits for the writer stands in the queue then.
macro_rules! queue {
    ($future:expr) => {{
        let mut future = Box::pin($future);
        let ready = poll_fn(|context| Poll::Ready(future.as_mut().poll(context).is_ready())).await;
        assert!(!ready, "the unit waits");
        future
    }};
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_units_share_few_commits() {
    let store = databases::fresh(Engine::Sqlite).await;
    let mut tasks = Vec::new();
    for number in 0..200 {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            let mut tx = store.write("test").await?;
            insert(&mut tx, &format!("{number}"), "1").await?;
            // Every tenth changes its mind.
            if number % 10 == 0 {
                return Ok(());
            }
            tx.commit().await
        }));
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(count(&store).await, 180);
    assert!(store.committed_groups() <= 50, "{} commits for 180 units", store.committed_groups());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_has_a_bound() {
    let mut options = OpenOptions::new(databases::fresh_url(Engine::Sqlite).await);
    options.group.units = 1;
    let store = Store::open(&options).await.unwrap();
    let tasks: Vec<_> = (0..20)
        .map(|number| {
            let store = store.clone();
            tokio::spawn(async move { keep(&store, &format!("{number}"), "1").await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(store.committed_groups(), 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_violation_is_the_units_own() {
    let store = patient(Duration::from_secs(30)).await;
    keep(&store, "taken", "1").await.unwrap();
    let before = store.committed_groups();
    let mut first = store.write("first").await.unwrap();
    insert(&mut first, "first", "1").await.unwrap();
    let second = queue!(store.write("second"));
    let third = queue!(store.write("third"));
    let (first, (), third) = tokio::join!(
        first.commit(),
        async {
            let mut second = second.await.unwrap();
            insert(&mut second, "second", "1").await.unwrap();
            assert!(insert(&mut second, "taken", "2").await.unwrap_err().is_unique_violation("settings_pkey"));
        },
        async {
            let mut third = third.await.unwrap();
            insert(&mut third, "third", "1").await.unwrap();
            third.commit().await
        }
    );
    first.unwrap();
    third.unwrap();
    assert_eq!(store.committed_groups() - before, 1, "all three were one group");
    assert_eq!(value_of(&store, "second").await, None);
    assert_eq!(count(&store).await, 3);
}

/// A full disk: nobody of the group is told that it is kept, and nothing of it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_fails_the_whole_group_and_is_recovered_from() {
    let store = patient(Duration::from_secs(30)).await;
    let large = "x".repeat(1 << 20);
    let mut first = store.write("first").await.unwrap();
    // Holds for the writer's connection until it is opened anew; SQLite raises it to the pages in use.
    first.optional("PRAGMA max_page_count = 1", &[]).await.unwrap();
    first.execute("DELETE FROM settings WHERE name = $1", &values!["none"]).await.unwrap();
    let second = queue!(store.write("second"));
    let (first, second) = tokio::join!(first.commit(), async {
        let mut second = second.await.unwrap();
        let error = insert(&mut second, "second", &large).await.unwrap_err();
        assert!(matches!(&error, StoreError::Unavailable { .. }), "{error:?}");
        second.commit().await
    });
    assert!(matches!(first, Err(StoreError::Unavailable { .. })), "{first:?}");
    assert_eq!(second, Err(StoreError::Failed));
    assert_eq!(count(&store).await, 0);
    keep(&store, "later", &large).await.unwrap();
    assert_eq!(count(&store).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_unit_that_is_held_for_too_long_loses_its_turn() {
    let store = patient(Duration::from_millis(100)).await;
    let mut slow = store.write("slow").await.unwrap();
    insert(&mut slow, "slow", "1").await.unwrap();
    let other = store.clone();
    tokio::spawn(async move { keep(&other, "next", "1").await }).await.unwrap().unwrap();
    assert!(matches!(insert(&mut slow, "slow too", "1").await, Err(StoreError::Unavailable { .. })));
    drop(slow);

    let mut idle = store.write("idle").await.unwrap();
    insert(&mut idle, "idle", "1").await.unwrap();
    let other = store.clone();
    tokio::spawn(async move { keep(&other, "last", "1").await }).await.unwrap().unwrap();
    assert!(matches!(idle.commit().await, Err(StoreError::Unavailable { .. })));
    assert_eq!(count(&store).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_waiter_that_went_away_is_passed_over() {
    let store = patient(Duration::from_secs(30)).await;
    let mut first = store.write("first").await.unwrap();
    insert(&mut first, "first", "1").await.unwrap();
    let gone = queue!(store.write("gone"));
    let next = queue!(store.write("next"));
    drop(gone);
    let (first, next) = tokio::join!(first.commit(), async {
        let mut next = next.await.unwrap();
        insert(&mut next, "next", "1").await.unwrap();
        next.commit().await
    });
    first.unwrap();
    next.unwrap();
    assert_eq!(count(&store).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_go_on_while_a_unit_is_open() {
    let store = databases::fresh(Engine::Sqlite).await;
    let mut tx = store.write("test").await.unwrap();
    insert(&mut tx, "a", "1").await.unwrap();
    assert_eq!(count(&store).await, 0);
    let mut commit = pin!(tx.commit());
    commit.as_mut().await.unwrap();
    assert_eq!(count(&store).await, 1);
}

/// The command line writes from another process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_stores_on_one_file_take_turns() {
    let url = databases::fresh_url(Engine::Sqlite).await;
    let stores = [databases::open(&url).await, databases::open(&url).await];
    let mut tasks = Vec::new();
    for number in 0..40 {
        for (index, store) in stores.iter().enumerate() {
            let store = store.clone();
            tasks.push(tokio::spawn(async move { keep(&store, &format!("{index}-{number}"), "1").await }));
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    for store in &stores {
        assert_eq!(count(store).await, 80);
    }
}
