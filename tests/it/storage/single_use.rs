//! A statement whose row count says who won has one winner (design: "Single use").

use vestibule::store::{Store, retry, values};

use super::{keep, on_every_engine};

on_every_engine!(one_of_fifty_wins, one_of_fifty_inserts);

async fn one_of_fifty_wins(store: Store) {
    keep(&store, "code", "fresh").await.unwrap();
    let mut tasks = Vec::new();
    for _ in 0..50 {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            retry(|| async {
                let mut tx = store.write("test: redeem").await?;
                let spend = "UPDATE settings SET value = $1 WHERE name = $2 AND value = $3";
                let won = tx.execute(spend, &values!["spent", "code", "fresh"]).await?;
                tx.commit().await?;
                Ok::<_, vestibule::store::StoreError>(won)
            })
            .await
        }));
    }
    let mut winners = 0;
    for task in tasks {
        winners += task.await.unwrap().unwrap();
    }
    assert_eq!(winners, 1);
}

async fn one_of_fifty_inserts(store: Store) {
    let mut tasks = Vec::new();
    for number in 0..50 {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            let value = format!("{number}");
            retry(|| keep(&store, "jti", &value)).await
        }));
    }
    let mut winners = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(()) => winners += 1,
            Err(error) => assert!(error.is_unique_violation("settings_pkey"), "{error:?}"),
        }
    }
    assert_eq!(winners, 1);
}
