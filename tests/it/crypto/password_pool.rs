use std::num::NonZeroUsize;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use secrecy::SecretString;
use vestibule::crypto::password::{PasswordParameters, Verification};
use vestibule::crypto::password_pool::{Overloaded, PasswordPool, PoolSettings};
use vestibule::random::Entropy;

fn pool(queue_per_slot: usize, patience: Duration) -> PasswordPool {
    let settings = PoolSettings { slots: NonZeroUsize::MIN, queue_per_slot, patience };
    PasswordPool::new(PasswordParameters::new(64, 1, 1).unwrap(), settings, Entropy::seeded(1))
}

/// Takes the pool's only slot until the sender is dropped.
async fn occupy(pool: &PasswordPool) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<(), Overloaded>>) {
    let (release, released) = mpsc::channel::<()>();
    let (started, starting) = tokio::sync::oneshot::channel();
    let pool = pool.clone();
    let task = tokio::spawn(async move {
        let work = move || {
            started.send(()).unwrap();
            released.recv().unwrap_err();
        };
        pool.run(work).await
    });
    starting.await.unwrap();
    (release, task)
}

#[tokio::test]
async fn a_hash_made_in_the_pool_verifies_there() {
    let pool = pool(16, Duration::from_secs(60));
    let (one, other) = (pool.hash("secret".into()).await.unwrap(), pool.hash("secret".into()).await.unwrap());
    assert_ne!(one, other);
    let verify =
        async |password: &str, stored: Option<&String>| pool.verify(SecretString::from(password), stored.cloned()).await.unwrap();
    assert_eq!(verify("secret", Some(&one)).await, Verification::Match { needs_rehash: false });
    assert_eq!(verify("Secret", Some(&one)).await, Verification::Mismatch);
    assert_eq!(verify("secret", None).await, Verification::Mismatch);
    assert_eq!(verify("", None).await, Verification::Mismatch);
}

#[tokio::test]
async fn a_full_queue_refuses_at_once() {
    let pool = pool(2, Duration::from_secs(60));
    let (release, holder) = occupy(&pool).await;
    let waiting: Vec<_> = (0..2)
        .map(|number| {
            let pool = pool.clone();
            tokio::spawn(async move { pool.run(move || number).await })
        })
        .collect();
    tokio::task::yield_now().await;
    assert_eq!(pool.hash("secret".into()).await, Err(Overloaded));
    assert_eq!(pool.verify("secret".into(), None).await, Err(Overloaded));
    drop(release);
    holder.await.unwrap().unwrap();
    for (number, task) in waiting.into_iter().enumerate() {
        assert_eq!(task.await.unwrap(), Ok(number));
    }
    assert!(pool.hash("secret".into()).await.is_ok());
}

#[tokio::test]
async fn a_caller_waits_no_longer_than_its_patience() {
    let pool = pool(16, Duration::from_millis(50));
    let (release, holder) = occupy(&pool).await;
    let start = Instant::now();
    assert_eq!(pool.hash("secret".into()).await, Err(Overloaded));
    assert!(start.elapsed() >= Duration::from_millis(50));
    drop(release);
    holder.await.unwrap().unwrap();
    assert!(pool.hash("secret".into()).await.is_ok());
}

#[tokio::test]
async fn a_caller_that_gives_up_frees_its_place_only_when_the_work_ends() {
    let pool = pool(0, Duration::from_secs(60));
    let (release, holder) = occupy(&pool).await;
    holder.abort();
    assert!(holder.await.unwrap_err().is_cancelled());
    assert_eq!(pool.run(|| ()).await, Err(Overloaded));
    drop(release);
    // The thread ends soon after; nothing reports when.
    let freed = async {
        while pool.run(|| ()).await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), freed).await.unwrap();
}

#[tokio::test]
async fn work_that_panics_frees_its_slot() {
    let pool = pool(0, Duration::from_secs(60));
    let panicking = pool.clone();
    let task = tokio::spawn(async move { panicking.run(|| std::panic::resume_unwind(Box::new("on purpose"))).await });
    let outcome: Result<Result<(), Overloaded>, _> = task.await;
    assert!(outcome.unwrap_err().is_panic());
    assert_eq!(pool.run(|| 7).await, Ok(7));
}
