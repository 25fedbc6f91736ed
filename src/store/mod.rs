//! Storage: SQLite, PostgreSQL and MariaDB behind one thin layer. The only module that names sqlx and rusqlite.
//!
//! Owns connections, units of work, the shared SQL dialect and the schema's migrations. Implements no specification; it gives the
//! others what they rest on: an acknowledged unit is durable, and an `UPDATE … WHERE` whose row count is 1 has exactly one winner.
//! May use `clock`, `random`, `model`, `config`, `crypto`; never axum, never a slice.
//!
//! **A unit of work is a lease.** `let mut tx = store.write("redeem code").await?; …; tx.commit().await?`. Dropping it rolls it
//! back. An operation has at most one read unit, then work without a unit, then at most one write unit. On SQLite the units of
//! concurrent requests share one commit (`writer.rs`); on PostgreSQL and MariaDB a unit is a pooled READ COMMITTED transaction.
//!
//! - [`Store::write`]: a unit that may change things. Wrap it in [`retry`] where it changes more than one row.
//! - [`Store::read`]: single reading statements, each seeing everything acknowledged before it. No transaction, so no extra trip.
//! - [`Store::snapshot`]: several reading statements that must see one state.
//!
//! **Locks are taken in one order**: user, session, consent, grant, code or token, single-use secret; whoever issues takes the parent
//! first, whoever revokes changes the parent first. MariaDB locks parents of foreign keys by itself and out of this order (an insert
//! into `grants` shares the user's row), so units still deadlock there: [`retry`] repeats them, and a [`StoreError::Conflict`] gets
//! no further.
//!
//! **A query is written once**, as a static text in the dialect that SQLite and PostgreSQL share: `$1 $2 …`, each once and in
//! order; `ON CONFLICT`; `RETURNING` only on `INSERT` and `DELETE`; no quoted identifiers; times bound as integers. For MariaDB
//! `$n` becomes `?`, and where an upsert needs another text it stands beside the first ([`Sql::with_mariadb`]).
//!
//! **Unique rules are named indexes** (`CREATE UNIQUE INDEX users_email ON users (email)`): that name is what
//! [`StoreError::Constraint`] carries on every engine. A primary key is called `<table>_pkey`.

pub mod accounts;
pub mod additional_fields;
pub mod audit_events;
pub mod authorization_codes;
pub mod backup_codes;
pub mod better_auth;
pub mod cleaning;
pub mod clients;
pub mod consents;
pub mod device_authorizations;
pub mod foreign_cookie_keys;
pub mod grants;
pub mod guess_counters;
pub mod invitations;
pub mod known_devices;
pub mod login_transactions;
pub mod moving;
pub mod moving_out;
pub mod one_time_secrets;
pub mod outbox;
pub mod passkeys;
pub mod pending_sign_ins;
pub mod phone_numbers;
pub mod pictures;
pub mod second_factor_mail_codes;
pub mod second_factors;
pub mod sessions;
pub mod signing_keys;
pub mod terms_acceptances;
pub mod tokens;
pub mod trusted_devices;
pub mod usernames;
pub mod users;
pub mod wallet_addresses;
pub mod webhook_deliveries;

mod connection;
mod error;
mod mariadb;
mod migrate;
mod migration_session;
mod migrations;
mod postgres;
mod retry;
mod row;
mod sql;
mod sqlite;
mod sqlite_readers;
mod sqlite_statement;
mod tx;
pub mod unit;
mod writer;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

pub use error::{ConstraintKind, OpenError, StoreError};
pub use migrate::{Applied, MigrateError};
pub use migrations::{MIGRATIONS, Migration};
pub use retry::{Retryable, retry};
pub use row::Row;
pub use sql::{Sql, Value};
pub use tx::Tx;
pub use writer::GroupLimits;

use crate::clock::Timestamp;
pub use crate::values;
use error::classify;
use sqlite::Sqlite;
use tx::Held;

/// Which database is behind a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// The embedded database: one file, one process (and the command line beside it).
    Sqlite,
    /// PostgreSQL, or a database that speaks its protocol.
    Postgres,
    /// MariaDB 10.6 or newer.
    Mariadb,
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
            Self::Mariadb => "MariaDB",
        })
    }
}

/// How to open a store. Holds a URL with a password, so it is not `Debug`.
#[derive(Clone)]
pub struct OpenOptions {
    /// `sqlite://path`, `sqlite::memory:` (gone when closed), `postgres://…`, `mysql://…` or `mariadb://…`.
    pub url: String,
    /// Connections of the pool; on SQLite its readers.
    pub max_connections: u32,
    /// When SQLite's writer commits.
    pub group: GroupLimits,
}

impl OpenOptions {
    /// The database at `url`, with the defaults of everything else.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), max_connections: 10, group: GroupLimits::default() }
    }
}

/// A database. Clones share its connections.
#[derive(Clone)]
pub struct Store(Arc<Backend>);

enum Backend {
    Sqlite(Box<Sqlite>),
    Postgres(sqlx::PgPool),
    Mariadb(sqlx::MySqlPool),
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Store({})", self.engine())
    }
}

impl Store {
    /// Connects. Creates SQLite's file (mode 0600) and its folder; does not migrate.
    pub async fn open(options: &OpenOptions) -> Result<Self, OpenError> {
        let backend = match options.url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => Backend::Sqlite(Box::new(Sqlite::open(options).await?)),
            Some("postgres" | "postgresql") => Backend::Postgres(postgres::open(options).await?),
            Some("mysql" | "mariadb") => Backend::Mariadb(mariadb::open(options).await?),
            _ => return Err(OpenError::UnknownScheme),
        };
        Ok(Self(Arc::new(backend)))
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        match &*self.0 {
            Backend::Sqlite(_) => Engine::Sqlite,
            Backend::Postgres(_) => Engine::Postgres,
            Backend::Mariadb(_) => Engine::Mariadb,
        }
    }

    /// Opens a unit of work that may change things. `name` appears in the log when the unit is held too long.
    pub async fn write(&self, name: &'static str) -> Result<Tx, StoreError> {
        let held = match &*self.0 {
            Backend::Sqlite(sqlite) => Held::Lease(sqlite.writer.lend(name).await?),
            Backend::Postgres(pool) => Held::Postgres(pool.begin().await.map_err(|error| classify(error, "BEGIN"))?),
            Backend::Mariadb(pool) => {
                Held::Mariadb(mariadb::begin(pool, mariadb::BEGIN).await.map_err(|error| classify(error, "BEGIN"))?)
            }
        };
        Ok(Tx::writing(held, name))
    }

    /// Opens a unit of single reading statements: each sees all that was acknowledged before it, but two of them may see
    /// different states.
    pub async fn read(&self, name: &'static str) -> Result<Tx, StoreError> {
        let held = match &*self.0 {
            Backend::Sqlite(sqlite) => Held::SqliteReader(sqlite.readers.lend().await?),
            Backend::Postgres(pool) => Held::PostgresReader(pool.acquire().await.map_err(|error| classify(error, ""))?),
            Backend::Mariadb(pool) => Held::MariadbReader(pool.acquire().await.map_err(|error| classify(error, ""))?),
        };
        Ok(Tx::reading(held, name))
    }

    /// Opens a unit whose reading statements all see one state.
    pub async fn snapshot(&self, name: &'static str) -> Result<Tx, StoreError> {
        let begun = match &*self.0 {
            Backend::Sqlite(sqlite) => Ok(Held::SqliteReader(sqlite.readers.lend().await?.keep_state()?)),
            Backend::Postgres(pool) => pool.begin_with(postgres::SNAPSHOT).await.map(Held::Postgres),
            Backend::Mariadb(pool) => mariadb::begin(pool, mariadb::SNAPSHOT).await.map(Held::Mariadb),
        };
        Ok(Tx::reading(begun.map_err(|error| classify(error, "BEGIN"))?, name))
    }

    /// The newest migration that the database has; 0 when it has none.
    pub async fn schema_version(&self) -> Result<i64, StoreError> {
        migrate::schema_version(self).await
    }

    /// The migrations that the database lacks, oldest first.
    pub async fn pending_migrations(&self) -> Result<Vec<&'static Migration>, MigrateError> {
        migrate::pending(self).await
    }

    /// The SQL that [`Store::migrate`] would run.
    pub async fn pending_sql(&self) -> Result<String, MigrateError> {
        migrate::pending_sql(self).await
    }

    /// Brings the schema to what this binary knows. Safe to call from several processes at once.
    pub async fn migrate(&self, now: Timestamp) -> Result<Applied, MigrateError> {
        migrate::migrate(self, now).await
    }

    /// Writes a consistent copy to a new file at `path` (mode 0600) while the store is in use. SQLite only: the others have tools
    /// of their own.
    pub async fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        match &*self.0 {
            Backend::Sqlite(sqlite) => sqlite.backup_to(path).await,
            Backend::Postgres(_) => Err(StoreError::Unsupported { instead: "pg_dump" }),
            Backend::Mariadb(_) => Err(StoreError::Unsupported { instead: "mariadb-dump" }),
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.read("ping").await?.one("SELECT 1", &[]).await.map(drop)
    }

    /// How many groups SQLite's writer has committed: the number of its syncs. 0 on the other engines.
    pub fn committed_groups(&self) -> u64 {
        match &*self.0 {
            Backend::Sqlite(sqlite) => sqlite.writer.committed_groups(),
            Backend::Postgres(_) | Backend::Mariadb(_) => 0,
        }
    }

    /// Finishes what is open and closes all connections; SQLite's log is written back into its file. Later units are refused.
    pub async fn close(&self) {
        match &*self.0 {
            Backend::Sqlite(sqlite) => sqlite.close().await,
            Backend::Postgres(pool) => pool.close().await,
            Backend::Mariadb(pool) => pool.close().await,
        }
    }
}
