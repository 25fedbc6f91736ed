//! The one connection that migrates, under a lock that other processes wait for.

use sqlx::mysql::{MySqlConnection, MySqlDatabaseError};
use sqlx::{Connection as _, PgConnection, Row as _};

use super::connection::{Connection, Want};
use super::error::classify;
use super::migrate::{MigrateError, RECORDED, Recorded, recorded};
use super::{Backend, Engine, Migration, Store, StoreError, Value, mariadb, postgres};
use crate::clock::Timestamp;
use crate::values;

/// Each in its column type for bytes.
const CREATE_TABLE_SQLITE: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL PRIMARY KEY, \
     name VARCHAR(128) NOT NULL, checksum BLOB NOT NULL, steps BIGINT NOT NULL, applied_at BIGINT)";
const CREATE_TABLE_POSTGRES: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL PRIMARY KEY, \
     name VARCHAR(128) NOT NULL, checksum BYTEA NOT NULL, steps BIGINT NOT NULL, applied_at BIGINT)";
const CREATE_TABLE_MARIADB: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL PRIMARY KEY, \
     name VARCHAR(128) NOT NULL, checksum VARBINARY(32) NOT NULL, steps BIGINT NOT NULL, applied_at BIGINT) \
     CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";

/// SQLite: references are checked at the end instead, so that a table can be built anew; the lock is the transaction's.
const BEGIN_SQLITE: &str = "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE";
/// PostgreSQL: the lock ends with the transaction. Its number is arbitrary and ours.
const BEGIN_POSTGRES: &str = "BEGIN; SELECT pg_advisory_xact_lock(8613509461427300021)";
/// MariaDB: the lock belongs to the session, and its name to the whole server.
const LOCK_MARIADB: &str = "SELECT COALESCE(GET_LOCK(CONCAT('vestibule.', MD5(DATABASE())), 60), 0)";
const UNLOCK_MARIADB: &str = "DO RELEASE_LOCK(CONCAT('vestibule.', MD5(DATABASE())))";

/// "Exists already": table, column, key. "Does not exist": column or key to drop, table.
const ALREADY_DONE_MARIADB: [u16; 5] = [1050, 1060, 1061, 1091, 1051];

/// When it is dropped before [`Session::end`], the connection closes and takes transaction and lock with it.
pub(super) enum Session {
    Sqlite(rusqlite::Connection),
    Postgres(PgConnection),
    Mariadb(MySqlConnection),
}

impl Session {
    pub(super) async fn begin(store: &Store) -> Result<Self, MigrateError> {
        let failed = |error| classify(error, "");
        let mut session = match &*store.0 {
            Backend::Sqlite(sqlite) => Self::Sqlite(sqlite.connect(BEGIN_SQLITE).await?),
            Backend::Postgres(pool) => Self::Postgres(postgres::connect(pool).await.map_err(failed)?),
            Backend::Mariadb(pool) => Self::Mariadb(mariadb::connect(pool).await.map_err(failed)?),
        };
        let create = match &mut session {
            Self::Sqlite(_) => CREATE_TABLE_SQLITE,
            Self::Postgres(_) => {
                session.connection().raw(BEGIN_POSTGRES).await?;
                CREATE_TABLE_POSTGRES
            }
            Self::Mariadb(connection) => {
                let row = sqlx::query(LOCK_MARIADB).fetch_one(connection).await.map_err(failed)?;
                if !row.try_get::<bool, _>(0).map_err(failed)? {
                    return Err(MigrateError::Locked);
                }
                CREATE_TABLE_MARIADB
            }
        };
        session.connection().raw(create).await?;
        Ok(session)
    }

    pub(super) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
            Self::Mariadb(_) => Engine::Mariadb,
        }
    }

    fn connection(&mut self) -> Connection<'_> {
        match self {
            Self::Sqlite(connection) => Connection::Sqlite(connection),
            Self::Postgres(connection) => Connection::Postgres(connection),
            Self::Mariadb(connection) => Connection::Mariadb(connection),
        }
    }

    pub(super) async fn recorded(&mut self) -> Result<Vec<Recorded>, StoreError> {
        self.connection().run(RECORDED.into(), &[], Want::AllRows).await?.rows.iter().map(recorded).collect()
    }

    /// Runs one statement of a migration. When it may have been done before, finding it done is fine.
    pub(super) async fn step(&mut self, statement: &'static str, perhaps_done: bool) -> Result<(), String> {
        let Self::Mariadb(connection) = self else {
            return self.connection().raw(statement).await.map_err(|error| error.to_string());
        };
        match sqlx::raw_sql(statement).execute(connection).await {
            Err(sqlx::Error::Database(error)) if perhaps_done => match error.try_downcast_ref::<MySqlDatabaseError>() {
                Some(known) if ALREADY_DONE_MARIADB.contains(&known.number()) => Ok(()),
                _ => Err(error.to_string()),
            },
            done => done.map(drop).map_err(|error| error.to_string()),
        }
    }

    pub(super) async fn record_begin(&mut self, migration: &Migration) -> Result<(), StoreError> {
        let checksum = migration.checksum(self.engine());
        let insert = "INSERT INTO schema_migrations (version, name, checksum, steps) VALUES ($1, $2, $3, $4)";
        self.change(insert, &values![migration.version, migration.name, checksum, 0_i64]).await
    }

    pub(super) async fn record_step(&mut self, migration: &Migration, step: usize) -> Result<(), StoreError> {
        let steps = i64::try_from(step).unwrap_or(i64::MAX);
        self.change("UPDATE schema_migrations SET steps = $1 WHERE version = $2", &values![steps, migration.version]).await
    }

    pub(super) async fn record_end(&mut self, migration: &Migration, now: Timestamp) -> Result<(), StoreError> {
        self.change("UPDATE schema_migrations SET applied_at = $1 WHERE version = $2", &values![now, migration.version]).await
    }

    async fn change(&mut self, statement: &'static str, values: &[Value]) -> Result<(), StoreError> {
        self.connection().run(statement.into(), values, Want::Affected).await.map(drop)
    }

    /// Commits, gives the lock back and closes.
    pub(super) async fn end(self) -> Result<(), MigrateError> {
        let failed = |error| MigrateError::Store(classify(error, "COMMIT"));
        match self {
            Self::Sqlite(mut connection) => {
                let mut session = Connection::Sqlite(&mut connection);
                if let Some(row) = session.run("PRAGMA foreign_key_check".into(), &[], Want::FirstRow).await?.rows.pop() {
                    return Err(MigrateError::DanglingReferences { table: row.text(0)? });
                }
                // Dropping the connection closes it.
                Ok(session.raw("COMMIT").await?)
            }
            Self::Postgres(mut connection) => {
                Connection::Postgres(&mut connection).raw("COMMIT").await?;
                connection.close().await.map_err(failed)
            }
            Self::Mariadb(mut connection) => {
                Connection::Mariadb(&mut connection).raw(UNLOCK_MARIADB).await?;
                connection.close().await.map_err(failed)
            }
        }
    }
}
