//! `vestibule migrate`.

use serde_json::{Value, json};
use vestibule::store::{Engine, MIGRATIONS};

use super::{Installation, Outcome};
use crate::support::databases;

fn names() -> Vec<&'static str> {
    MIGRATIONS.iter().map(|migration| migration.name).collect()
}

#[test]
fn a_dry_run_prints_the_sql_and_changes_nothing() {
    let installation = Installation::new();
    let sql = installation.run(&["migrate", "--dry-run"]).succeeded().out;
    assert!(sql.contains("-- 0001_settings") && sql.contains("CREATE TABLE users"), "{sql}");
    let json = installation.json(&["migrate", "--dry-run", "--json"]);
    assert_eq!(json["from"], 0);
    assert_eq!(json["pending"], json!(names()));
    assert!(installation.files().is_empty(), "{:?}", installation.files());
}

#[test]
fn a_dry_run_on_an_empty_database_leaves_it_empty() {
    let installation = Installation::with("[database]\nurl = 'sqlite://empty.db'\n");
    installation.write("empty.db", "");
    assert!(installation.run(&["migrate", "--dry-run"]).succeeded().out.contains("CREATE TABLE users"));
    assert_eq!(installation.json(&["migrate", "--dry-run", "--json"])["from"], 0);
}

#[test]
fn the_schema_is_brought_up_to_date_once() {
    let installation = Installation::new();
    let newest = MIGRATIONS.last().expect("there are some").version;
    let first = installation.json(&["migrate", "--json"]);
    assert_eq!(first, json!({ "from": 0, "to": newest, "applied": names() }));
    let second = installation.json(&["migrate", "--json"]);
    assert_eq!(second, json!({ "from": newest, "to": newest, "applied": [] }));
    assert!(installation.run(&["migrate"]).succeeded().out.starts_with("Nothing to do"));
    assert!(installation.run(&["migrate", "--dry-run"]).succeeded().out.starts_with("-- Nothing to do"));
    // No key is made for a schema.
    assert!(!installation.path("keys/master.key").exists());
}

/// Several processes begin at once; each succeeds, and every migration is applied by exactly one of them.
async fn race(engine: Engine) {
    if !databases::available(engine) {
        return;
    }
    let url = databases::empty_url(engine).await;
    let installation = Installation::with(&format!("[database]\nurl = '{url}'\n"));
    let children: Vec<_> = (0..3).map(|_| installation.command(&["migrate", "--json"]).spawn().expect("it runs")).collect();
    let mut applied: Vec<String> = Vec::new();
    for child in children {
        let json = Outcome::of(child.wait_with_output().expect("it ends")).json();
        let names = json["applied"].as_array().expect("a list").iter();
        applied.extend(names.filter_map(Value::as_str).map(str::to_owned));
    }
    applied.sort();
    assert_eq!(applied, names());
}

#[tokio::test]
async fn processes_that_migrate_at_once_do_it_once_on_sqlite() {
    race(Engine::Sqlite).await;
}

#[tokio::test]
async fn processes_that_migrate_at_once_do_it_once_on_postgres() {
    race(Engine::Postgres).await;
}

#[tokio::test]
async fn processes_that_migrate_at_once_do_it_once_on_mariadb() {
    race(Engine::Mariadb).await;
}
