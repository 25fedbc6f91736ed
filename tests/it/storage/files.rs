//! SQLite's files: who may read them, copies of them, and the database that is gone when closed.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use vestibule::clock::Timestamp;
use vestibule::store::{Engine, OpenError, OpenOptions, Store, StoreError};

use super::{count, insert, keep, value_of};
use crate::support::databases;

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_new_database_is_private() {
    let folder = databases::new_path();
    let path = folder.join("deeper").join("vestibule.db");
    let store = databases::open(&format!("sqlite://{}", path.display())).await;
    store.migrate(Timestamp::from_millis(0)).await.unwrap();
    keep(&store, "a", "1").await.unwrap();
    assert_eq!(mode(&folder), 0o700);
    for ending in ["", "-wal", "-shm"] {
        assert_eq!(mode(&PathBuf::from(format!("{}{ending}", path.display()))), 0o600, "{ending}");
    }
    store.close().await;
    assert!(!PathBuf::from(format!("{}-wal", path.display())).exists(), "the log is written back");
}

#[tokio::test]
async fn a_backup_is_a_whole_private_copy() {
    let store = databases::fresh(Engine::Sqlite).await;
    keep(&store, "a", "1").await.unwrap();
    // Not yet committed: not in the copy.
    let mut open = store.write("test").await.unwrap();
    insert(&mut open, "b", "1").await.unwrap();
    let path = databases::new_path();
    store.backup_to(&path).await.unwrap();
    open.commit().await.unwrap();
    assert_eq!(mode(&path), 0o600);
    let again = store.backup_to(&path).await;
    assert!(matches!(again, Err(StoreError::Unavailable { .. })), "a file is never overwritten");

    let copy = databases::open(&format!("sqlite://{}", path.display())).await;
    assert_eq!(copy.schema_version().await.unwrap(), store.schema_version().await.unwrap());
    assert_eq!(count(&copy).await, 1);
    assert_eq!(value_of(&copy, "a").await.as_deref(), Some("1"));
}

#[tokio::test]
async fn a_copy_that_fails_half_way_leaves_nothing_behind() {
    let path = databases::new_path();
    let url = format!("sqlite://{}", path.display());
    let store = databases::open(&url).await;
    store.migrate(Timestamp::from_millis(0)).await.unwrap();
    keep(&store, "a", &"long".repeat(10_000)).await.unwrap();
    store.close().await;
    // The end of the long value, which nobody reads before it is copied.
    let mut bytes = std::fs::read(&path).unwrap();
    let last_page = bytes.len() - 4096;
    bytes[last_page - 4096..last_page].fill(0xff);
    std::fs::write(&path, bytes).unwrap();

    let store = databases::open(&url).await;
    let folder = tempfile::tempdir().unwrap();
    let copied = store.backup_to(&folder.path().join("copy.db")).await;
    assert!(matches!(copied, Err(StoreError::Unavailable { .. })), "{copied:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_database_in_memory_has_readers_and_leaves_nothing() {
    let store = databases::open("sqlite::memory:").await;
    store.migrate(Timestamp::from_millis(0)).await.unwrap();
    let mut tx = store.write("test").await.unwrap();
    insert(&mut tx, "a", "1").await.unwrap();
    assert_eq!(count(&store).await, 0);
    tx.commit().await.unwrap();
    assert_eq!(count(&store).await, 1);
    let mut tx = store.read("test").await.unwrap();
    let row = tx.one("SELECT file FROM pragma_database_list WHERE name = 'main'", &[]).await.unwrap();
    drop(tx);
    let path = PathBuf::from(row.text(0).unwrap());
    assert!(path.exists());
    store.close().await;
    assert!(!path.parent().unwrap().exists());
}

#[tokio::test]
async fn what_cannot_be_opened_is_told() {
    let open = async |url: &str| Store::open(&OpenOptions::new(url)).await.map(drop);
    assert!(matches!(open("oracle://x").await, Err(OpenError::UnknownScheme)));
    assert!(matches!(open("").await, Err(OpenError::UnknownScheme)));
    assert!(matches!(open("sqlite:///proc/none/x.db").await, Err(OpenError::File { .. })));
    let garbage = databases::new_path();
    std::fs::write(&garbage, "this is not a database, whatever its name says ".repeat(100)).unwrap();
    let opened = open(&format!("sqlite://{}", garbage.display())).await;
    assert!(matches!(opened, Err(OpenError::Connect { engine: Engine::Sqlite, .. })), "{opened:?}");
    let opened = open("postgres://someone:geheim@127.0.0.1:1/none").await.unwrap_err();
    assert!(!opened.to_string().contains("geheim") && !format!("{opened:?}").contains("geheim"), "{opened}");
}
