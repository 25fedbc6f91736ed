//! A row of a result, read by position.

use rusqlite::types::Value as Cell;
use sqlx::Row as _;
use sqlx::mysql::MySqlRow;
use sqlx::postgres::PgRow;

use super::StoreError;
use crate::clock::Timestamp;

/// A row. Columns are read by their position in the statement, from 0; a wrong type or an unexpected NULL is an error.
///
/// Readable are columns of the portable types (`VARCHAR`, `TEXT`, `BIGINT`, `BOOLEAN`, bytes) and `count(*)`. PostgreSQL's
/// `sum(…)` is no `BIGINT` and needs a cast.
pub struct Row(pub(super) DriverRow);

pub(super) enum DriverRow {
    Sqlite(Vec<Cell>),
    Postgres(PgRow),
    Mariadb(MySqlRow),
}

macro_rules! readers {
    ($(#[$meta:meta])* $name:ident, $(#[$optional_meta:meta])* $optional_name:ident, $type:ty) => {
        $(#[$meta])*
        pub fn $name(&self, index: usize) -> Result<$type, StoreError> {
            self.$optional_name(index)?.ok_or_else(|| StoreError::Column { index, detail: "NULL".to_owned() })
        }

        $(#[$optional_meta])*
        pub fn $optional_name(&self, index: usize) -> Result<Option<$type>, StoreError> {
            let read = match &self.0 {
                DriverRow::Sqlite(cells) => return read_cell(cells, index),
                DriverRow::Postgres(row) => row.try_get(index),
                DriverRow::Mariadb(row) => row.try_get(index),
            };
            read.map_err(|error| StoreError::Column { index, detail: error.to_string() })
        }
    };
}

/// What a cell of SQLite holds, if it is of this type. SQLite itself would take every type in every column.
trait FromCell: Sized {
    fn from_cell(cell: &Cell) -> Option<Self>;
}

impl FromCell for String {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if let Cell::Text(text) = cell { Some(text.clone()) } else { None }
    }
}

impl FromCell for i64 {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if let Cell::Integer(number) = cell { Some(*number) } else { None }
    }
}

impl FromCell for bool {
    fn from_cell(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Integer(0) => Some(false),
            Cell::Integer(1) => Some(true),
            _ => None,
        }
    }
}

impl FromCell for Vec<u8> {
    fn from_cell(cell: &Cell) -> Option<Self> {
        if let Cell::Blob(bytes) = cell { Some(bytes.clone()) } else { None }
    }
}

fn read_cell<T: FromCell>(cells: &[Cell], index: usize) -> Result<Option<T>, StoreError> {
    let failed = |detail: String| StoreError::Column { index, detail };
    match cells.get(index).ok_or_else(|| failed("there is no such column".to_owned()))? {
        Cell::Null => Ok(None),
        cell => T::from_cell(cell).map(Some).ok_or_else(|| failed(format!("holds {}", cell.data_type()))),
    }
}

impl Row {
    readers!(
        /// Text that is always there.
        text,
        /// Text that may be NULL.
        optional_text,
        String
    );
    readers!(
        /// A number that is always there.
        integer,
        /// A number that may be NULL.
        optional_integer,
        i64
    );
    readers!(
        /// True or false.
        boolean,
        /// True, false or NULL.
        optional_boolean,
        bool
    );
    readers!(
        /// Bytes that are always there.
        bytes,
        /// Bytes that may be NULL.
        optional_bytes,
        Vec<u8>
    );

    /// A time that is always there.
    pub fn timestamp(&self, index: usize) -> Result<Timestamp, StoreError> {
        self.integer(index).map(Timestamp::from_millis)
    }

    /// A time that may be NULL.
    pub fn optional_timestamp(&self, index: usize) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.optional_integer(index)?.map(Timestamp::from_millis))
    }
}
