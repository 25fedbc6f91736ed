//! MariaDB: a pool of prepared connections. A writing unit is a READ COMMITTED transaction in strict mode.
//!
//! The driver asks for found-row counts, so an UPDATE that matches a row but changes nothing counts it, as on the other engines.

use std::time::Duration;

use sqlx::mysql::{MySqlConnectOptions, MySqlConnection, MySqlDatabaseError, MySqlPool, MySqlPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, MySql, Transaction};
use tokio::time::timeout;

use super::error::{ConstraintKind, by_state, constraint_kind};
use super::{Engine, OpenError, OpenOptions, StoreError};

const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection that rested for longer is asked whether it lives before a unit gets it.
const TRUSTED_REST: Duration = Duration::from_secs(15);
const STATEMENTS: usize = 512;

pub(super) const BEGIN: &str = "BEGIN";

/// A snapshot needs REPEATABLE READ, which holds for this one transaction.
pub(super) const SNAPSHOT: &str =
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

/// What a session must be, whatever the server's defaults are: values that do not fit are errors, quotes and backslashes mean what
/// they mean in standard SQL.
const SESSION: &str = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; \
                       SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,\
                       NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION,PIPES_AS_CONCAT,ANSI_QUOTES,NO_BACKSLASH_ESCAPES', \
                       SESSION innodb_lock_wait_timeout = 10";

pub(super) async fn open(options: &OpenOptions) -> Result<MySqlPool, OpenError> {
    let failed = |error| OpenError::connect(Engine::Mariadb, &error);
    let url = options.url.replacen("mariadb:", "mysql:", 1);
    let connect: MySqlConnectOptions = url.parse().map_err(failed)?;
    let connect = connect.charset("utf8mb4").statement_cache_capacity(STATEMENTS).disable_statement_logging();
    // The pool would try until its time is up, and then tell nothing but that.
    let first = timeout(ACQUIRE_TIMEOUT, connect.connect()).await.unwrap_or(Err(sqlx::Error::PoolTimedOut)).map_err(failed)?;
    first.close().await.map_err(failed)?;
    let pool = MySqlPoolOptions::new()
        .max_connections(options.max_connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(false)
        .after_connect(|connection, _| Box::pin(prepare_session(connection)))
        .before_acquire(|connection, rest| {
            Box::pin(async move {
                if rest.idle_for > TRUSTED_REST {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_lazy_with(connect);
    Ok(pool)
}

async fn prepare_session(connection: &mut MySqlConnection) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(SESSION).execute(connection).await.map(drop)
}

/// Begins a transaction, in a task of its own: the driver forgets a transaction whose owner goes away while it begins, and the
/// connection would go back to the pool with it open.
pub(super) async fn begin(pool: &MySqlPool, statement: &'static str) -> Result<Transaction<'static, MySql>, sqlx::Error> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(statement).await });
    begun.await.unwrap_or(Err(sqlx::Error::WorkerCrashed))
}

/// A connection of one's own, beside the pool's.
pub(super) async fn connect(pool: &MySqlPool) -> Result<MySqlConnection, sqlx::Error> {
    let mut connection = pool.connect_options().connect().await?;
    prepare_session(&mut connection).await?;
    Ok(connection)
}

/// MariaDB's error numbers, <https://mariadb.com/kb/en/mariadb-error-code-reference/>.
pub(super) fn classify(error: &MySqlDatabaseError, statement: &str) -> StoreError {
    if let Some(kind) = constraint_kind(error) {
        return StoreError::Constraint { name: constraint_name(kind, error.message(), statement), kind };
    }
    match error.number() {
        // Record changed since it was read, lock wait time-out, deadlock.
        1020 | 1205 | 1213 => StoreError::Conflict,
        // Read-only transaction, read-only server (two ways).
        1290 | 1792 | 1836 => StoreError::ReadOnly,
        number => by_state(error.code().unwrap_or_default(), &format!("{number}: {}", error.message())),
    }
}

/// The names stand in the message, after values that must not get further than here.
fn constraint_name(kind: ConstraintKind, message: &str, statement: &str) -> Option<String> {
    match kind {
        // Duplicate entry '…' for key 'users_email' (MySQL: 'users.users_email')
        ConstraintKind::Unique => {
            let (_, key) = message.rsplit_once(" for key ")?;
            let key = key.trim_matches('\'');
            let key = key.rsplit('.').next()?;
            if key == "PRIMARY" { table_of(statement).map(|table| format!("{table}_pkey")) } else { Some(key.to_owned()) }
        }
        // Column 'name' cannot be null; Field 'name' doesn't have a default value
        ConstraintKind::NotNull => message.split('\'').nth(1).map(str::to_owned),
        // … CONSTRAINT `name` FOREIGN KEY …; CONSTRAINT `name` failed for …
        ConstraintKind::ForeignKey | ConstraintKind::Check => {
            let (_, rest) = message.split_once("CONSTRAINT `")?;
            rest.split('`').next().map(str::to_owned)
        }
    }
}

/// The table that an INSERT or UPDATE names.
fn table_of(statement: &str) -> Option<&str> {
    let mut words = statement.split_whitespace().skip_while(|word| !["INTO", "UPDATE"].contains(&word.to_uppercase().as_str()));
    words.nth(1)?.split('(').next()
}
