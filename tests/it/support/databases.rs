//! A database of its own for each test.
//!
//! SQLite: migrated once into a template file, then copied. PostgreSQL: migrated once into a template database, then
//! `CREATE DATABASE … TEMPLATE`. MariaDB: created and migrated each time. The servers are those of `scripts/test-engines`, thrown away
//! with everything in them; nothing is cleaned up there.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{Connection, MySqlConnection, PgConnection};
use tokio::sync::OnceCell;
use url::Url;
use vestibule::clock::Timestamp;
use vestibule::store::{Engine, OpenOptions, Store};

/// Whether `engine` can be tested here. SQLite always; the others where their URL is given, and with `VESTIBULE_TEST_ENGINES=all` a
/// missing one fails the test.
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
pub fn available(engine: Engine) -> bool {
    let Some(variable) = variable(engine) else { return true };
    let given = std::env::var(variable).is_ok();
    let all = std::env::var("VESTIBULE_TEST_ENGINES").is_ok_and(|engines| engines == "all");
    assert!(given || !all, "VESTIBULE_TEST_ENGINES=all, but {variable} is missing");
    if !given {
        eprintln!("left out on {engine}: {variable} is not set (scripts/test-engines sets it)");
    }
    given
}

fn variable(engine: Engine) -> Option<&'static str> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some("VESTIBULE_TEST_POSTGRES"),
        Engine::Mariadb => Some("VESTIBULE_TEST_MARIADB"),
    }
}

/// A migrated, empty database that no other test sees.
pub async fn fresh(engine: Engine) -> Store {
    open(&fresh_url(engine).await).await
}

/// The URL of a migrated, empty database that no other test sees.
pub async fn fresh_url(engine: Engine) -> String {
    match engine {
        Engine::Sqlite => {
            static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
            let template = TEMPLATE
                .get_or_init(async || {
                    let path = new_path();
                    migrate(&sqlite_url(&path)).await;
                    path
                })
                .await;
            let path = new_path();
            std::fs::copy(template, &path).expect("the template is there");
            sqlite_url(&path)
        }
        Engine::Postgres => {
            static TEMPLATE: OnceCell<String> = OnceCell::const_new();
            let template = TEMPLATE
                .get_or_init(async || {
                    let name = new_name();
                    migrate(&create_postgres(&name, "template1").await).await;
                    name
                })
                .await;
            create_postgres(&new_name(), template).await
        }
        Engine::Mariadb => {
            let url = create_mariadb(&new_name()).await;
            migrate(&url).await;
            url
        }
    }
}

/// The URL of a database without any table.
pub async fn empty_url(engine: Engine) -> String {
    match engine {
        Engine::Sqlite => sqlite_url(&new_path()),
        Engine::Postgres => create_postgres(&new_name(), "template1").await,
        Engine::Mariadb => create_mariadb(&new_name()).await,
    }
}

/// Opens a database by URL.
pub async fn open(url: &str) -> Store {
    Store::open(&OpenOptions::new(url)).await.expect("the test database opens")
}

/// A path for a file or folder that does not exist yet. Such folders are deleted by a later run.
pub fn new_path() -> PathBuf {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("databases");
        for entry in std::fs::read_dir(&all).into_iter().flatten().flatten() {
            // Named after the process that made it; another test run may be at work beside this one.
            if !Path::new("/proc").join(entry.file_name()).exists() {
                // Perhaps the other run deletes it, too.
                std::fs::remove_dir_all(entry.path()).ok();
            }
        }
        let own = all.join(std::process::id().to_string());
        std::fs::create_dir_all(&own).expect("the build's temporary folder is writable");
        own
    });
    FOLDER.join(new_name())
}

/// A name that no other database of the run has.
fn new_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn sqlite_url(path: &Path) -> String {
    format!("sqlite://{}", path.display())
}

async fn migrate(url: &str) {
    let store = open(url).await;
    store.migrate(Timestamp::from_millis(0)).await.expect("the migrations run");
    store.close().await;
}

fn server(engine: Engine) -> Url {
    let url = variable(engine).and_then(|variable| std::env::var(variable).ok()).expect("the engine is available");
    url.parse().expect("the engine's URL is one")
}

async fn create_postgres(name: &str, template: &str) -> String {
    let mut url = server(Engine::Postgres);
    let mut connection = PgConnection::connect(url.as_str()).await.expect("PostgreSQL answers");
    let create = format!("CREATE DATABASE {name} TEMPLATE {template}");
    sqlx::query(sqlx::AssertSqlSafe(create)).execute(&mut connection).await.expect("a database is created");
    connection.close().await.expect("the connection closes");
    url.set_path(name);
    url.into()
}

async fn create_mariadb(name: &str) -> String {
    let mut url = server(Engine::Mariadb);
    let mut connection = MySqlConnection::connect(url.as_str()).await.expect("MariaDB answers");
    let create = format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    sqlx::query(sqlx::AssertSqlSafe(create)).execute(&mut connection).await.expect("a database is created");
    connection.close().await.expect("the connection closes");
    url.set_path(name);
    url.into()
}
