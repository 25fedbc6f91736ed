//! A row of a result, read by position.

use sqlx::Row as _;
use sqlx::mysql::MySqlRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

use super::StoreError;
use crate::clock::Timestamp;

/// A row. Columns are read by their position in the statement, from 0; a wrong type or an unexpected NULL is an error.
///
/// Readable are columns of the portable types (`VARCHAR`, `TEXT`, `BIGINT`, `BOOLEAN`, bytes) and `count(*)`. PostgreSQL's
/// `sum(…)` is no `BIGINT` and needs a cast.
pub struct Row(pub(super) DriverRow);

pub(super) enum DriverRow {
    Sqlite(SqliteRow),
    Postgres(PgRow),
    Mariadb(MySqlRow),
}

macro_rules! readers {
    ($(#[$meta:meta])* $name:ident, $(#[$optional_meta:meta])* $optional_name:ident, $type:ty) => {
        $(#[$meta])*
        pub fn $name(&self, index: usize) -> Result<$type, StoreError> {
            // SQLite's driver would read a NULL as empty or zero.
            self.$optional_name(index)?.ok_or_else(|| StoreError::Column { index, detail: "NULL".to_owned() })
        }

        $(#[$optional_meta])*
        pub fn $optional_name(&self, index: usize) -> Result<Option<$type>, StoreError> {
            let read = match &self.0 {
                DriverRow::Sqlite(row) => row.try_get(index),
                DriverRow::Postgres(row) => row.try_get(index),
                DriverRow::Mariadb(row) => row.try_get(index),
            };
            read.map_err(|error| StoreError::Column { index, detail: error.to_string() })
        }
    };
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
