//! How a schema is brought up to date.

use vestibule::clock::Timestamp;
use vestibule::store::{Engine, MIGRATIONS, MigrateError, Store, values};

use super::{count, keep, on_every_engine};
use crate::support::databases;

on_every_engine!(
    migrating_again_does_nothing,
    an_empty_database_is_migrated,
    parallel_runs_apply_each_once,
    a_newer_schema_is_refused,
    a_changed_migration_is_refused,
    a_run_that_was_cut_off_is_taken_up,
);

fn now() -> Timestamp {
    Timestamp::from_millis(1_000)
}

fn known() -> i64 {
    MIGRATIONS.last().unwrap().version
}

async fn migrating_again_does_nothing(store: Store) {
    keep(&store, "a", "1").await.unwrap();
    for _ in 0..2 {
        let applied = store.migrate(now()).await.unwrap();
        assert_eq!((applied.from, applied.to, applied.names.len()), (known(), known(), 0));
    }
    assert_eq!(store.schema_version().await.unwrap(), known());
    assert_eq!(store.pending_sql().await.unwrap(), "");
    assert_eq!(count(&store).await, 1);
}

async fn an_empty_database_is_migrated(other: Store) {
    let store = databases::open(&databases::empty_url(other.engine()).await).await;
    assert_eq!(store.schema_version().await.unwrap(), 0);
    assert_eq!(store.pending_migrations().await.unwrap().len(), MIGRATIONS.len());
    assert!(store.pending_sql().await.unwrap().contains("CREATE TABLE settings"));
    assert_eq!(store.schema_version().await.unwrap(), 0, "asking changes nothing");
    let applied = store.migrate(now()).await.unwrap();
    assert_eq!((applied.from, applied.to), (0, known()));
    assert_eq!(applied.names, MIGRATIONS.iter().map(|migration| migration.name).collect::<Vec<_>>());
    assert_eq!(store.schema_version().await.unwrap(), known());
    let mut tx = store.read("test").await.unwrap();
    let finished = "SELECT count(*) FROM schema_migrations WHERE applied_at = $1 AND steps > 0";
    let finished = tx.one(finished, &values![now()]).await.unwrap();
    assert_eq!(finished.integer(0).unwrap(), known());
}

async fn parallel_runs_apply_each_once(other: Store) {
    let url = databases::empty_url(other.engine()).await;
    let mut runs = Vec::new();
    for _ in 0..4 {
        let store = databases::open(&url).await;
        runs.push(tokio::spawn(async move { store.migrate(now()).await }));
    }
    let mut names = Vec::new();
    for run in runs {
        let applied = run.await.unwrap().unwrap();
        assert_eq!(applied.to, known());
        names.extend(applied.names);
    }
    assert_eq!(names, MIGRATIONS.iter().map(|migration| migration.name).collect::<Vec<_>>());
}

async fn a_newer_schema_is_refused(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    let insert = "INSERT INTO schema_migrations (version, name, checksum, steps, applied_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(insert, &values![9999_i64, "9999_future", [0_u8; 32], 1_i64, now()]).await.unwrap();
    tx.commit().await.unwrap();
    for result in [store.migrate(now()).await.map(drop), store.pending_migrations().await.map(drop)] {
        let error = result.unwrap_err();
        let expected = MigrateError::NewerSchema { found: 9999, known: known() };
        assert_eq!(error.to_string(), expected.to_string());
    }
}

async fn a_changed_migration_is_refused(store: Store) {
    let mut tx = store.write("test").await.unwrap();
    let change = "UPDATE schema_migrations SET checksum = $1 WHERE version = $2";
    assert_eq!(tx.execute(change, &values![[0_u8; 32], 1_i64]).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let migrated = store.migrate(now()).await;
    assert!(matches!(migrated, Err(MigrateError::Changed { name: "0001_settings" })), "{migrated:?}");
}

/// As if the process had ended between a statement and its record; only MariaDB can be in this state.
async fn a_run_that_was_cut_off_is_taken_up(store: Store) {
    if store.engine() != Engine::Mariadb {
        return;
    }
    let last = MIGRATIONS.last().unwrap();
    let steps = i64::try_from(last.statements(Engine::Mariadb).count()).unwrap();
    let mut tx = store.write("test").await.unwrap();
    let cut = "UPDATE schema_migrations SET steps = $1, applied_at = NULL WHERE version = $2";
    tx.execute(cut, &values![steps - 1, last.version]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.schema_version().await.unwrap(), last.version - 1);
    let applied = store.migrate(now()).await.unwrap();
    assert_eq!(applied.names, [last.name]);
    assert_eq!(store.schema_version().await.unwrap(), last.version);
}

#[test]
fn every_folder_holds_the_same_migrations() {
    let names: Vec<String> = MIGRATIONS.iter().map(|migration| format!("{}.sql", migration.name)).collect();
    for folder in ["sqlite", "postgres", "mysql"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        let entries = std::fs::read_dir(path).unwrap();
        let mut files: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        assert_eq!(files, names, "migrations/{folder} and src/store/migrations.rs");
    }
    for (index, migration) in MIGRATIONS.iter().enumerate() {
        assert_eq!(usize::try_from(migration.version).unwrap(), index + 1, "no gaps");
        assert!(migration.name.starts_with(&format!("{:04}_", migration.version)));
    }
}

/// `;` and quotes in comments and literals do not split a statement.
#[test]
fn statements_are_told_apart() {
    for migration in MIGRATIONS {
        for engine in [Engine::Sqlite, Engine::Postgres, Engine::Mariadb] {
            let text = migration.sql(engine);
            let ends = text.lines().filter(|line| line.trim_end().ends_with(';') && !line.trim_start().starts_with("--")).count();
            assert_eq!(migration.statements(engine).count(), ends, "{} on {engine}", migration.name);
        }
    }
}
