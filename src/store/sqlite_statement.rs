//! One statement on a SQLite connection: what is bound, what is read, what its errors mean.

use rusqlite::types::{Null, Value as Cell};
use rusqlite::{CachedStatement, Connection, Error};

use super::connection::{Outcome, Want};
use super::error::ConstraintKind;
use super::row::DriverRow;
use super::{Row, Sql, StoreError, Value};

/// Runs a statement, prepared once a connection. Does not yield.
pub(super) fn run(connection: &mut Connection, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, StoreError> {
    sql.debug_assert_takes(values);
    match try_run(connection, sql.shared, values, want) {
        Ok(outcome) => Ok(outcome),
        Err(error) => Err(name_index(connection, classify(&error))),
    }
}

/// Runs a text without values that is known to be quick: what opens and ends units.
pub(super) fn control(connection: &mut Connection, text: &'static str) -> Result<(), Error> {
    connection.prepare_cached(text)?.raw_execute().map(drop)
}

fn try_run(connection: &Connection, text: &str, values: &[Value], want: Want) -> Result<Outcome, Error> {
    let mut statement = connection.prepare_cached(text)?;
    for (value, index) in values.iter().zip(1_usize..) {
        bind(&mut statement, index, value)?;
    }
    if let Want::Affected = want {
        let affected = statement.raw_execute()?;
        return Ok(Outcome { affected: u64::try_from(affected).unwrap_or(u64::MAX), rows: Vec::new() });
    }
    let columns = statement.column_count();
    let mut found = statement.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let cells: Result<Vec<Cell>, Error> = (0..columns).map(|index| row.get(index)).collect();
        rows.push(Row(DriverRow::Sqlite(cells?)));
        if let Want::FirstRow = want {
            break;
        }
    }
    Ok(Outcome { affected: 0, rows })
}

/// Placeholders are `$1 $2 …`, each once and in order, so that the number is SQLite's index.
fn bind(statement: &mut CachedStatement<'_>, index: usize, value: &Value) -> Result<(), Error> {
    match value {
        Value::Text(text) => statement.raw_bind_parameter(index, text.as_str()),
        Value::Integer(number) => statement.raw_bind_parameter(index, number),
        Value::Boolean(flag) => statement.raw_bind_parameter(index, flag),
        Value::Bytes(bytes) => statement.raw_bind_parameter(index, bytes.as_slice()),
        Value::NullText | Value::NullInteger | Value::NullBytes | Value::NullBoolean => statement.raw_bind_parameter(index, Null),
    }
}

/// SQLite's result codes, <https://www.sqlite.org/rescode.html>.
pub(super) fn classify(error: &Error) -> StoreError {
    let Some(code) = error.sqlite_error().map(|error| error.extended_code) else {
        return StoreError::Rejected { detail: error.to_string() };
    };
    let message = match error {
        Error::SqliteFailure(_, Some(message)) => message.clone(),
        error => error.to_string(),
    };
    match code & 0xff {
        // CONSTRAINT
        19 => constraint(code, &message),
        // READONLY
        8 => StoreError::ReadOnly,
        // ERROR, TOOBIG, MISMATCH, RANGE
        1 | 18 | 20 | 25 => StoreError::Rejected { detail: format!("{code}: {message}") },
        _ => StoreError::unavailable(format!("{code}: {message}")),
    }
}

fn constraint(code: i32, message: &str) -> StoreError {
    let rule = message.split_once(" constraint failed").map(|(_, name)| name.trim_start_matches(": "));
    let kind = match code {
        // UNIQUE, PRIMARYKEY, ROWID
        2067 | 1555 | 2579 => ConstraintKind::Unique,
        // FOREIGNKEY, and TRIGGER, which RESTRICT is told as
        787 | 1811 => ConstraintKind::ForeignKey,
        1299 => ConstraintKind::NotNull,
        _ => ConstraintKind::Check,
    };
    let name = match (kind, rule) {
        (ConstraintKind::ForeignKey, _) | (_, None) => None,
        (ConstraintKind::NotNull, Some(rule)) => rule.rsplit('.').next().map(str::to_owned),
        (_, Some(rule)) => Some(rule.to_owned()),
    };
    StoreError::Constraint { name, kind }
}

/// Whether another process has the lock.
pub(super) fn is_busy(error: &Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
}

/// SQLite tells the columns of a broken unique rule (`users.issuer, users.subject`); this finds the index that they belong to.
fn name_index(connection: &Connection, error: StoreError) -> StoreError {
    let StoreError::Constraint { name: Some(told), kind: ConstraintKind::Unique } = &error else {
        return error;
    };
    let name = match told.strip_prefix("index '") {
        Some(index) => Some(index.trim_end_matches('\'').to_owned()),
        None => index_of(connection, told),
    };
    StoreError::Constraint { name, kind: ConstraintKind::Unique }
}

fn index_of(connection: &Connection, told: &str) -> Option<String> {
    let table = told.split('.').next()?;
    let columns: Vec<&str> = told.split(", ").filter_map(|column| column.split('.').nth(1)).collect();
    let columns = columns.join(",");
    let found = connection.query_row(
        "SELECT list.name, list.origin FROM pragma_index_list(?1) AS list WHERE list.[unique] = 1 AND ?2 = \
         (SELECT group_concat(info.name, ',') FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno) AS info)",
        [table, columns.as_str()],
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
    );
    // A primary key of one BIGINT column has no index of its own.
    Some(match found.ok() {
        Some((name, origin)) if origin == "c" => name,
        Some((_, origin)) if origin == "u" => format!("{table}_{}_key", columns.replace(',', "_")),
        _ => format!("{table}_pkey"),
    })
}
