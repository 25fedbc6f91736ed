//! What can go wrong with a statement, and how each engine's way of saying it is understood.

use std::fmt;
use std::path::PathBuf;

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::mysql::MySqlDatabaseError;
use sqlx::postgres::PgDatabaseError;

use super::{Engine, mariadb};

/// Why a statement or a unit of work failed. Never holds a bound value, except in what only the log may show (`detail`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The change breaks a rule of the schema. This is the unit's own fault: it can only be dropped, its neighbours go on.
    #[error("the change breaks a {kind} rule")]
    Constraint {
        /// The index of a unique rule, by its name in the migrations (`users_email`; `users_pkey` for a primary key), on every
        /// engine. For the other kinds what the engine tells, which differs.
        name: Option<String>,
        /// Which kind of rule.
        kind: ConstraintKind,
    },
    /// The database cannot serve now, or nobody knows whether it did: answer 503 with `Retry-After`.
    #[error("the database is unavailable: {detail}")]
    Unavailable {
        /// For the log only.
        detail: String,
    },
    /// Another unit was in the way (deadlock, serialization, lock time-out): [`super::retry`] repeats the unit.
    #[error("another unit of work was in the way")]
    Conflict,
    /// A row that this version of the program cannot have written.
    #[error("table {table} holds what it must not: {detail}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// Which column or combination, without values.
        detail: String,
    },
    /// A column has another type than the code reads, or an unexpected NULL.
    #[error("column {index} cannot be read: {detail}")]
    Column {
        /// Its position in the statement's result.
        index: usize,
        /// The driver's words.
        detail: String,
    },
    /// A row that must exist does not.
    #[error("no row where one must be: {statement}")]
    Missing {
        /// The statement.
        statement: &'static str,
    },
    /// The engine does not understand the statement or refuses a value of it (too long, wrong type): a fault of this program.
    #[error("the database rejects the statement: {detail}")]
    Rejected {
        /// For the log only.
        detail: String,
    },
    /// A change in a unit that only reads, or in a database that does.
    #[error("nothing may be changed here")]
    ReadOnly,
    /// A statement of this unit failed before, so nothing of it can be kept.
    #[error("an earlier statement of this unit failed")]
    Failed,
    /// The engine has a tool of its own for this.
    #[error("use {instead} for this")]
    Unsupported {
        /// The tool.
        instead: &'static str,
    },
}

impl StoreError {
    /// Whether a unique rule of this name (`users_email`, `users_pkey`) refused the change.
    pub fn is_unique_violation(&self, index: &str) -> bool {
        matches!(self, Self::Constraint { name: Some(name), kind: ConstraintKind::Unique } if name == index)
    }

    /// A row of `table` that this program cannot have written; `detail` says which column, without values.
    pub fn inconsistent(table: &'static str, detail: &str) -> Self {
        Self::Inconsistent { table, detail: detail.to_owned() }
    }

    /// Whether it is worth trying again in a moment: nothing is wrong but that the database cannot serve now.
    pub const fn is_unavailable(&self) -> bool {
        matches!(self, Self::Unavailable { .. } | Self::Conflict)
    }

    pub(super) fn unavailable(detail: impl Into<String>) -> Self {
        Self::Unavailable { detail: detail.into() }
    }
}

/// The kinds of rules that a schema has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A unique index or a primary key.
    Unique,
    /// A reference to a row of another table.
    ForeignKey,
    /// A column that must have a value.
    NotNull,
    /// A CHECK expression.
    Check,
}

impl fmt::Display for ConstraintKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Unique => "unique",
            Self::ForeignKey => "foreign key",
            Self::NotNull => "not null",
            Self::Check => "check",
        })
    }
}

/// Why a store could not be opened. Never shows the URL, which may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no engine that we know.
    #[error("database.url must start with sqlite://, postgres:// or mysql://")]
    UnknownScheme,
    /// The database file or its folder cannot be made.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: std::io::Error,
    },
    /// The engine does not answer, or refuses us.
    #[error("{engine}: {detail}")]
    Connect {
        /// Which one.
        engine: Engine,
        /// The driver's words.
        detail: String,
    },
}

impl OpenError {
    pub(super) fn connect(engine: Engine, error: &sqlx::Error) -> Self {
        Self::Connect { engine, detail: error.to_string() }
    }
}

/// What the error of a server's driver means. SQLite's are understood in `sqlite_statement.rs`.
pub(super) fn classify(error: sqlx::Error, statement: &str) -> StoreError {
    let sqlx::Error::Database(error) = error else {
        return StoreError::unavailable(error.to_string());
    };
    if let Some(error) = error.try_downcast_ref::<MySqlDatabaseError>() {
        return mariadb::classify(error, statement);
    }
    if let Some(error) = error.try_downcast_ref::<PgDatabaseError>() {
        return postgres(error);
    }
    StoreError::unavailable(error.to_string())
}

fn postgres(error: &PgDatabaseError) -> StoreError {
    if let Some(kind) = constraint_kind(error) {
        let name = if kind == ConstraintKind::NotNull { error.column() } else { error.constraint() };
        return StoreError::Constraint { name: name.map(str::to_owned), kind };
    }
    match error.code() {
        "40001" | "40P01" | "55P03" => StoreError::Conflict,
        "25006" => StoreError::ReadOnly,
        code => by_state(code, error.message()),
    }
}

pub(super) fn constraint_kind(error: &dyn DatabaseError) -> Option<ConstraintKind> {
    match error.kind() {
        ErrorKind::UniqueViolation => Some(ConstraintKind::Unique),
        ErrorKind::ForeignKeyViolation => Some(ConstraintKind::ForeignKey),
        ErrorKind::NotNullViolation => Some(ConstraintKind::NotNull),
        ErrorKind::CheckViolation => Some(ConstraintKind::Check),
        _ => None,
    }
}

/// By the class of an SQLSTATE: 42 is a text that is not understood, 22 a value that does not fit (its message would repeat it).
pub(super) fn by_state(state: &str, message: &str) -> StoreError {
    match state.get(..2) {
        Some("42") => StoreError::Rejected { detail: format!("{state}: {message}") },
        Some("22") => StoreError::Rejected { detail: state.to_owned() },
        _ => StoreError::unavailable(format!("{state}: {message}")),
    }
}
