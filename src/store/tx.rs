//! A unit of work, as whoever does the work sees it.

use sqlx::pool::PoolConnection;
use sqlx::{MySql, Postgres, Transaction};

use super::connection::{Connection, Outcome, Want};
use super::error::classify;
use super::sqlite_readers::Reader;
use super::unit::Open;
use super::writer::Lease;
use super::{Row, Sql, StoreError, Value};

/// A unit of work. Dropping it undoes it; only [`Tx::commit`] keeps it.
///
/// After a statement failed nothing more can be done with the unit, as PostgreSQL has it: where a duplicate is expected, use
/// `ON CONFLICT DO NOTHING` and look at the row count.
pub struct Tx {
    held: Held,
    access: Access,
    failed: bool,
    _open: Open,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    Write,
}

/// What the unit runs on.
pub(super) enum Held {
    Lease(Lease),
    SqliteReader(Reader),
    Postgres(Transaction<'static, Postgres>),
    PostgresReader(PoolConnection<Postgres>),
    Mariadb(Transaction<'static, MySql>),
    MariadbReader(PoolConnection<MySql>),
}

impl Tx {
    pub(super) fn writing(held: Held, name: &'static str) -> Self {
        Self { held, access: Access::Write, failed: false, _open: Open::begin(name) }
    }

    pub(super) fn reading(held: Held, name: &'static str) -> Self {
        Self { held, access: Access::Read, failed: false, _open: Open::begin(name) }
    }

    /// Runs a statement that changes rows and tells how many it matched. An upsert's count differs between the engines.
    pub async fn execute(&mut self, sql: impl Into<Sql>, values: &[Value]) -> Result<u64, StoreError> {
        if self.access == Access::Read {
            return Err(StoreError::ReadOnly);
        }
        Ok(self.run(sql.into(), values, Want::Affected).await?.affected)
    }

    /// The first row, if there is one.
    pub async fn optional(&mut self, sql: impl Into<Sql>, values: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.run(sql.into(), values, Want::FirstRow).await?.rows.pop())
    }

    /// The first row, which must be there.
    pub async fn one(&mut self, sql: impl Into<Sql>, values: &[Value]) -> Result<Row, StoreError> {
        let sql = sql.into();
        self.optional(sql, values).await?.ok_or(StoreError::Missing { statement: sql.shared })
    }

    /// All rows.
    pub async fn all(&mut self, sql: impl Into<Sql>, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        Ok(self.run(sql.into(), values, Want::AllRows).await?.rows)
    }

    /// Keeps the unit's changes; they are durable when this returns. If the caller goes away meanwhile, they may be kept.
    pub async fn commit(self) -> Result<(), StoreError> {
        if self.failed {
            return Err(StoreError::Failed);
        }
        match self.held {
            Held::Lease(lease) => lease.commit().await,
            Held::Postgres(transaction) => transaction.commit().await.map_err(|error| classify(error, "COMMIT")),
            Held::Mariadb(transaction) => transaction.commit().await.map_err(|error| classify(error, "COMMIT")),
            Held::SqliteReader(_) | Held::PostgresReader(_) | Held::MariadbReader(_) => Ok(()),
        }
    }

    async fn run(&mut self, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, StoreError> {
        if self.failed {
            return Err(StoreError::Failed);
        }
        let outcome = match &mut self.held {
            Held::Lease(lease) => lease.run(sql, values, want).await,
            Held::SqliteReader(reader) => reader.run(sql, values, want),
            Held::Postgres(transaction) => Connection::Postgres(transaction).run(sql, values, want).await,
            Held::PostgresReader(connection) => Connection::Postgres(connection).run(sql, values, want).await,
            Held::Mariadb(transaction) => Connection::Mariadb(transaction).run(sql, values, want).await,
            Held::MariadbReader(connection) => Connection::Mariadb(connection).run(sql, values, want).await,
        };
        self.failed = outcome.is_err() && self.access == Access::Write;
        outcome
    }
}
