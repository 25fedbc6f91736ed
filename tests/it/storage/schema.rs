//! The three schemas are one.

use std::collections::BTreeSet;

use vestibule::store::{Engine, Store};

use super::on_every_engine;
use crate::support::databases;

on_every_engine!(tables_and_columns_are_those_of_sqlite, unique_indexes_are_those_of_sqlite, text_collates_by_bytes);

const COLUMNS_SQLITE: &str = "SELECT tables.name, columns.name, columns.[notnull] = 0 FROM sqlite_master AS tables \
     JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'";
const COLUMNS_POSTGRES: &str = "SELECT CAST(table_name AS VARCHAR), CAST(column_name AS VARCHAR), is_nullable = 'YES' \
     FROM information_schema.columns WHERE table_schema = current_schema()";
const COLUMNS_MARIADB: &str = "SELECT table_name, column_name, is_nullable = 'YES' FROM information_schema.columns \
     WHERE table_schema = DATABASE()";

/// Table, column, whether it may be NULL.
async fn columns(store: &Store) -> BTreeSet<(String, String, bool)> {
    let query = match store.engine() {
        Engine::Sqlite => COLUMNS_SQLITE,
        Engine::Postgres => COLUMNS_POSTGRES,
        Engine::Mariadb => COLUMNS_MARIADB,
    };
    let rows = store.read("test").await.unwrap().all(query, &[]).await.unwrap();
    rows.iter().map(|row| (row.text(0).unwrap(), row.text(1).unwrap(), row.boolean(2).unwrap())).collect()
}

async fn tables_and_columns_are_those_of_sqlite(store: Store) {
    let expected = columns(&databases::fresh(Engine::Sqlite).await).await;
    let found = columns(&store).await;
    assert!(expected.contains(&("settings".into(), "value".into(), false)));
    assert_eq!(found.difference(&expected).collect::<Vec<_>>(), Vec::<&_>::new(), "not on SQLite");
    assert_eq!(expected.difference(&found).collect::<Vec<_>>(), Vec::<&_>::new(), "only on SQLite");
}

async fn unique_indexes(store: &Store) -> BTreeSet<String> {
    let query = match store.engine() {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE INDEX %'",
        Engine::Postgres => {
            "SELECT CAST(indexname AS VARCHAR) FROM pg_indexes WHERE schemaname = current_schema() \
             AND indexdef LIKE 'CREATE UNIQUE INDEX %' AND indexname NOT LIKE '%_pkey'"
        }
        Engine::Mariadb => {
            "SELECT DISTINCT index_name FROM information_schema.statistics \
             WHERE table_schema = DATABASE() AND non_unique = 0 AND index_name <> 'PRIMARY'"
        }
    };
    let rows = store.read("test").await.unwrap().all(query, &[]).await.unwrap();
    rows.iter().map(|row| row.text(0).unwrap()).collect()
}

/// Also that a unique rule is always a named index: `StoreError::Constraint` carries that name.
async fn unique_indexes_are_those_of_sqlite(store: Store) {
    let expected = unique_indexes(&databases::fresh(Engine::Sqlite).await).await;
    assert!(expected.contains("users_email"));
    assert_eq!(unique_indexes(&store).await, expected);
}

async fn text_collates_by_bytes(store: Store) {
    if store.engine() != Engine::Mariadb {
        return;
    }
    let query = "SELECT table_name, column_name FROM information_schema.columns \
                 WHERE table_schema = DATABASE() AND collation_name <> 'utf8mb4_nopad_bin'";
    let rows = store.read("test").await.unwrap().all(query, &[]).await.unwrap();
    let others: Vec<_> = rows.iter().map(|row| (row.text(0).unwrap(), row.text(1).unwrap())).collect();
    assert_eq!(others, Vec::new());
}
