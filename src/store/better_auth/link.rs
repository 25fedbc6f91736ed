//! A connection to somebody else's database, in one transaction that only reads.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{OpenFlags, params_from_iter};
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};

use super::super::error::classify;
use super::super::sqlite::BUSY_TIMEOUT;
use super::super::sqlite_statement::classify as classify_sqlite;
use super::super::{Engine, OpenError, StoreError};

/// Times are read in UTC, and in the form of ISO 8601.
const POSTGRES_SESSION: &str = "SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const MARIADB_SESSION: &str = "SET SESSION time_zone = '+00:00'; SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'; \
                               SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

const POSTGRES_COLUMNS: &str = "SELECT CAST(table_name AS text), CAST(column_name AS text), CAST(data_type AS text) \
                                FROM information_schema.columns WHERE table_schema = current_schema()";
const MARIADB_COLUMNS: &str = "SELECT CAST(table_name AS CHAR), CAST(column_name AS CHAR), CAST(data_type AS CHAR) \
                               FROM information_schema.columns WHERE table_schema = DATABASE()";
const SQLITE_COLUMNS: &str = "SELECT tables.name, columns.name, columns.type FROM sqlite_master AS tables \
                              JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'";

/// Cells of a row.
type Cells = Vec<Option<String>>;

/// A column, as the database tells of it.
pub(super) struct Described {
    pub(super) table: String,
    pub(super) column: String,
    /// The type, where the engine is strict about it.
    pub(super) kind: String,
}

pub(super) enum Link {
    Sqlite(rusqlite::Connection),
    Postgres(PgConnection),
    Mariadb(MySqlConnection),
}

impl Link {
    pub(super) async fn open(url: &str) -> Result<Self, OpenError> {
        match url.split_once(':') {
            Some(("sqlite", place)) => open_sqlite(place),
            Some(("postgres" | "postgresql", _)) => {
                let failed = |error| OpenError::connect(Engine::Postgres, &error);
                let options: PgConnectOptions = url.parse().map_err(failed)?;
                let mut connection = options.disable_statement_logging().connect().await.map_err(failed)?;
                sqlx::raw_sql(POSTGRES_SESSION).execute(&mut connection).await.map_err(failed)?;
                Ok(Self::Postgres(connection))
            }
            Some(("mysql" | "mariadb", _)) => {
                let failed = |error| OpenError::connect(Engine::Mariadb, &error);
                let options: MySqlConnectOptions = url.replacen("mariadb:", "mysql:", 1).parse().map_err(failed)?;
                let options = options.charset("utf8mb4").disable_statement_logging();
                let mut connection = options.connect().await.map_err(failed)?;
                sqlx::raw_sql(MARIADB_SESSION).execute(&mut connection).await.map_err(failed)?;
                Ok(Self::Mariadb(connection))
            }
            _ => Err(OpenError::UnknownScheme),
        }
    }

    pub(super) async fn close(self) {
        let closed = match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => connection.close().await,
            Self::Mariadb(connection) => connection.close().await,
        };
        if let Err(error) = closed {
            tracing::debug!(%error, "closing the other server's database");
        }
    }

    /// Every column of every table.
    pub(super) async fn columns(&mut self) -> Result<Vec<Described>, StoreError> {
        let query = match self {
            Self::Sqlite(_) => SQLITE_COLUMNS,
            Self::Postgres(_) => POSTGRES_COLUMNS,
            Self::Mariadb(_) => MARIADB_COLUMNS,
        };
        let rows = self.rows(query.to_owned(), None).await?;
        let described = rows.into_iter().filter_map(|cells| {
            let [table, column, kind] = <[Option<String>; 3]>::try_from(cells).ok()?;
            Some(Described { table: table?, column: column?, kind: kind.unwrap_or_default() })
        });
        Ok(described.collect())
    }

    /// The name of a table or column, which must not be taken for a word of the language.
    pub(super) fn quoted(&self, name: &str) -> String {
        match self {
            Self::Sqlite(_) | Self::Postgres(_) => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::Mariadb(_) => format!("`{}`", name.replace('`', "``")),
        }
    }

    /// A column of a table.
    pub(super) fn column(&self, table: &str, name: &str) -> String {
        format!("{table}.{}", self.quoted(name))
    }

    /// A column as text, whatever its type.
    pub(super) fn text_of(&self, table: &str, name: &str) -> String {
        let column = self.column(table, name);
        match self {
            Self::Sqlite(_) => column,
            Self::Postgres(_) => format!("CAST({column} AS text)"),
            Self::Mariadb(_) => format!("CAST({column} AS CHAR CHARACTER SET utf8mb4)"),
        }
    }

    /// Where a value is bound that is compared with a column of this type.
    pub(super) fn placeholder(&self, kind: &str) -> String {
        match self {
            Self::Sqlite(_) => "?1".to_owned(),
            Self::Postgres(_) => format!("CAST(CAST($1 AS text) AS {kind})"),
            Self::Mariadb(_) => "?".to_owned(),
        }
    }

    /// Runs a query that [`super::Source`] put together of names that the database itself told.
    pub(super) async fn rows(&mut self, query: String, bound: Option<&str>) -> Result<Vec<Cells>, StoreError> {
        match self {
            Self::Sqlite(connection) => sqlite_rows(connection, &query, bound).map_err(|error| classify_sqlite(&error)),
            Self::Postgres(connection) => {
                let prepared = sqlx::query(AssertSqlSafe(query));
                let prepared = if let Some(bound) = bound { prepared.bind(bound) } else { prepared };
                let rows =
                    prepared.fetch_all(connection).await.map_err(|error| classify(error, "the other server's database"))?;
                rows.iter().map(|row| (0..row.len()).map(|index| pg_cell(row, index)).collect()).collect()
            }
            Self::Mariadb(connection) => {
                let prepared = sqlx::query(AssertSqlSafe(query));
                let prepared = if let Some(bound) = bound { prepared.bind(bound) } else { prepared };
                let rows =
                    prepared.fetch_all(connection).await.map_err(|error| classify(error, "the other server's database"))?;
                rows.iter().map(|row| (0..row.len()).map(|index| mysql_cell(row, index)).collect()).collect()
            }
        }
    }
}

fn pg_cell(row: &sqlx::postgres::PgRow, index: usize) -> Result<Option<String>, StoreError> {
    match row.try_get::<Option<String>, _>(index) {
        Ok(text) => Ok(text),
        // What is counted is a number.
        Err(_) => row
            .try_get::<Option<i64>, _>(index)
            .map(|number| number.map(|number| number.to_string()))
            .map_err(|error| column(index, &error)),
    }
}

fn mysql_cell(row: &sqlx::mysql::MySqlRow, index: usize) -> Result<Option<String>, StoreError> {
    match row.try_get::<Option<String>, _>(index) {
        Ok(text) => Ok(text),
        Err(_) => row
            .try_get::<Option<i64>, _>(index)
            .map(|number| number.map(|number| number.to_string()))
            .map_err(|error| column(index, &error)),
    }
}

fn column(index: usize, error: &sqlx::Error) -> StoreError {
    StoreError::Column { index, detail: error.to_string() }
}

fn open_sqlite(place: &str) -> Result<Link, OpenError> {
    let place = place.strip_prefix("//").unwrap_or(place);
    let failed = |error: rusqlite::Error| OpenError::Connect { engine: Engine::Sqlite, detail: error.to_string() };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = rusqlite::Connection::open_with_flags(Path::new(place), flags).map_err(failed)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
    connection.execute_batch("PRAGMA query_only = on; BEGIN").map_err(failed)?;
    Ok(Link::Sqlite(connection))
}

fn sqlite_rows(connection: &rusqlite::Connection, query: &str, bound: Option<&str>) -> Result<Vec<Cells>, rusqlite::Error> {
    let mut statement = connection.prepare_cached(query)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(bound))?;
    let mut read = Vec::new();
    while let Some(row) = rows.next()? {
        let cell = |index| Ok(sqlite_text(row.get_ref(index)?));
        read.push((0..columns).map(cell).collect::<Result<Cells, rusqlite::Error>>()?);
    }
    Ok(read)
}

fn sqlite_text(cell: ValueRef<'_>) -> Option<String> {
    match cell {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}
