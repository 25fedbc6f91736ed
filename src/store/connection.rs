//! One statement on a connection of any engine.

use sqlx::mysql::{MySqlArguments, MySqlConnection};
use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::{Arguments as _, AssertSqlSafe};

use super::error::classify;
use super::row::DriverRow;
use super::{Row, Sql, StoreError, Value, sqlite_statement};

/// A connection that somebody else owns.
pub(super) enum Connection<'a> {
    Sqlite(&'a mut rusqlite::Connection),
    Postgres(&'a mut PgConnection),
    Mariadb(&'a mut MySqlConnection),
}

/// Which part of a statement's result is asked for.
#[derive(Clone, Copy)]
pub(super) enum Want {
    Affected,
    FirstRow,
    AllRows,
}

/// A statement's result; only the part that was asked for is filled.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) affected: u64,
    pub(super) rows: Vec<Row>,
}

macro_rules! bind {
    ($arguments:ty, $values:expr) => {{
        let mut arguments = <$arguments>::default();
        for value in $values {
            match value {
                Value::Text(text) => arguments.add(text.as_str()),
                Value::Integer(number) => arguments.add(*number),
                Value::Boolean(flag) => arguments.add(*flag),
                Value::Bytes(bytes) => arguments.add(bytes.as_slice()),
                Value::NullText => arguments.add(None::<&str>),
                Value::NullInteger => arguments.add(None::<i64>),
                Value::NullBytes => arguments.add(None::<&[u8]>),
                Value::NullBoolean => arguments.add(None::<bool>),
            }
            .map_err(sqlx::Error::Encode)?;
        }
        arguments
    }};
}

macro_rules! run {
    ($query:expr, $connection:expr, $want:expr, $row:path) => {{
        let query = $query;
        match $want {
            Want::Affected => Outcome { affected: query.execute($connection).await?.rows_affected(), rows: Vec::new() },
            Want::FirstRow => {
                let row = query.fetch_optional($connection).await?;
                Outcome { affected: 0, rows: row.map($row).map(Row).into_iter().collect() }
            }
            Want::AllRows => {
                let rows = query.fetch_all($connection).await?;
                Outcome { affected: 0, rows: rows.into_iter().map($row).map(Row).collect() }
            }
        }
    }};
}

impl Connection<'_> {
    /// Runs a prepared statement.
    pub(super) async fn run(&mut self, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, StoreError> {
        let outcome = match self {
            Self::Sqlite(connection) => return sqlite_statement::run(connection, sql, values, want),
            Self::Postgres(connection) => on_postgres(connection, sql, values, want).await,
            Self::Mariadb(connection) => on_mariadb(connection, sql, values, want).await,
        };
        outcome.map_err(|error| classify(error, sql.shared))
    }

    /// Runs a text as it is, without preparing it: what opens and ends transactions, and the schema's statements.
    pub(super) async fn raw(&mut self, text: &'static str) -> Result<(), StoreError> {
        let done = match self {
            Self::Sqlite(connection) => {
                return connection.execute_batch(text).map_err(|error| sqlite_statement::classify(&error));
            }
            Self::Postgres(connection) => sqlx::raw_sql(text).execute(&mut **connection).await.map(drop),
            Self::Mariadb(connection) => sqlx::raw_sql(text).execute(&mut **connection).await.map(drop),
        };
        done.map_err(|error| classify(error, text))
    }
}

async fn on_postgres(connection: &mut PgConnection, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, sqlx::Error> {
    sql.debug_assert_takes(values);
    let arguments = bind!(PgArguments, values);
    Ok(run!(sqlx::query_with(sql.shared, arguments), connection, want, DriverRow::Postgres))
}

async fn on_mariadb(connection: &mut MySqlConnection, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, sqlx::Error> {
    sql.debug_assert_takes(values);
    let arguments = bind!(MySqlArguments, values);
    // The text is ours and static; only its placeholders were rewritten.
    let text = AssertSqlSafe(sql.for_mariadb());
    Ok(run!(sqlx::query_with(text, arguments), connection, want, DriverRow::Mariadb))
}
