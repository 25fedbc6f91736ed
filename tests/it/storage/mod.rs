//! The storage layer, on every engine (design: "Storage").

mod cancellation;
mod dialect;
mod files;
mod group_commit;
mod migrations;
mod retry;
mod schema;
mod single_use;
mod units;
mod values;

use vestibule::store::{Store, StoreError, Tx, values};

/// Makes a test of each named `async fn(Store)`, on each engine, with a database of its own.
macro_rules! on_every_engine {
    ($($test:ident),* $(,)?) => {
        $crate::storage::on_engine!(sqlite, Sqlite, $($test),*);
        $crate::storage::on_engine!(postgres, Postgres, $($test),*);
        $crate::storage::on_engine!(mariadb, Mariadb, $($test),*);
    };
}

macro_rules! on_engine {
    ($module:ident, $engine:ident, $($test:ident),*) => {
        mod $module {
            use vestibule::store::Engine;

            use $crate::support::databases;

            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
                async fn $test() {
                    if databases::available(Engine::$engine) {
                        super::$test(databases::fresh(Engine::$engine).await).await;
                    }
                }
            )*
        }
    };
}

pub(crate) use {on_engine, on_every_engine};

/// Inserts a setting.
async fn insert(tx: &mut Tx, name: &str, value: &str) -> Result<u64, StoreError> {
    let insert = "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3)";
    tx.execute(insert, &values![name, value, 1_i64]).await
}

/// Inserts a setting in a unit of its own.
async fn keep(store: &Store, name: &str, value: &str) -> Result<(), StoreError> {
    let mut tx = store.write("test: keep").await?;
    insert(&mut tx, name, value).await?;
    tx.commit().await
}

/// Reads a setting in a unit of its own.
async fn value_of(store: &Store, name: &str) -> Option<String> {
    let mut tx = store.read("test: value").await.expect("a reader");
    let row = tx.optional("SELECT value FROM settings WHERE name = $1", &values![name]).await.expect("a query");
    row.map(|row| row.text(0).expect("text"))
}

/// How many settings there are.
async fn count(store: &Store) -> i64 {
    let mut tx = store.read("test: count").await.expect("a reader");
    tx.one("SELECT count(*) FROM settings", &[]).await.expect("a query").integer(0).expect("a number")
}
