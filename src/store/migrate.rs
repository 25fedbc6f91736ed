//! Brings a database's schema to what this binary knows, and tells how far it is.
//!
//! Each migration that has begun has a row in `schema_migrations`; it is finished when `applied_at` is set. On SQLite and PostgreSQL
//! one transaction holds everything, so a row is never seen unfinished. MariaDB ends a transaction at each schema statement, so there
//! each finished statement is recorded, and a run that was cut off is taken up again where it stopped.

use super::error::ConstraintKind;
use super::migration_session::Session;
use super::{Engine, MIGRATIONS, Migration, Store, StoreError};
use crate::clock::Timestamp;

/// Why the schema cannot be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A newer version of the program has been here.
    #[error("the database has schema {found}, this version knows {known}: use the newer version")]
    NewerSchema {
        /// The newest migration that the database has.
        found: i64,
        /// The newest one in this binary.
        known: i64,
    },
    /// A migration was changed after it had been applied.
    #[error("migration {name} is not the one that the database has")]
    Changed {
        /// Its name.
        name: &'static str,
    },
    /// A statement of a migration failed. On MariaDB those before it remain, and the next run goes on after them.
    #[error("migration {name}, statement {step}: {detail}")]
    Failed {
        /// Its name.
        name: &'static str,
        /// Which statement, from 1.
        step: usize,
        /// The engine's words.
        detail: String,
    },
    /// Rows refer to others that a migration took away (SQLite).
    #[error("after the migrations rows of {table} refer to rows that do not exist")]
    DanglingReferences {
        /// The table.
        table: String,
    },
    /// Another process migrates and does not come to an end.
    #[error("another process keeps the migration lock")]
    Locked,
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a run did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The schema before it.
    pub from: i64,
    /// The schema now.
    pub to: i64,
    /// What it applied, oldest first.
    pub names: Vec<&'static str>,
}

/// A row of `schema_migrations`.
pub(super) struct Recorded {
    pub(super) version: i64,
    pub(super) checksum: Vec<u8>,
    pub(super) steps: i64,
    pub(super) finished: bool,
}

const TABLE_EXISTS: [(Engine, &str); 3] = [
    (Engine::Sqlite, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"),
    (
        Engine::Postgres,
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_migrations'",
    ),
    (
        Engine::Mariadb,
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_migrations'",
    ),
];

pub(super) const RECORDED: &str = "SELECT version, checksum, steps, applied_at FROM schema_migrations ORDER BY version";

pub(super) fn recorded(row: &super::Row) -> Result<Recorded, StoreError> {
    Ok(Recorded {
        version: row.integer(0)?,
        checksum: row.bytes(1)?,
        steps: row.integer(2)?,
        finished: row.optional_integer(3)?.is_some(),
    })
}

async fn read_recorded(store: &Store) -> Result<Vec<Recorded>, StoreError> {
    let mut tx = store.read("schema version").await?;
    let query = TABLE_EXISTS.into_iter().find(|(engine, _)| *engine == store.engine());
    let Some((_, query)) = query else { return Ok(Vec::new()) };
    if tx.one(query, &[]).await?.integer(0)? == 0 {
        return Ok(Vec::new());
    }
    tx.all(RECORDED, &[]).await?.iter().map(recorded).collect()
}

pub(super) async fn schema_version(store: &Store) -> Result<i64, StoreError> {
    Ok(newest(&read_recorded(store).await?))
}

fn newest(recorded: &[Recorded]) -> i64 {
    recorded.iter().filter(|row| row.finished).map(|row| row.version).max().unwrap_or(0)
}

pub(super) async fn pending(store: &Store) -> Result<Vec<&'static Migration>, MigrateError> {
    missing(&read_recorded(store).await?, store.engine())
}

pub(super) async fn pending_sql(store: &Store) -> Result<String, MigrateError> {
    let engine = store.engine();
    let texts = pending(store).await?.into_iter().map(|migration| format!("-- {}\n{}", migration.name, migration.sql(engine)));
    Ok(texts.collect::<Vec<_>>().join("\n"))
}

/// The migrations without a finished row, after a look at those that have one.
fn missing(recorded: &[Recorded], engine: Engine) -> Result<Vec<&'static Migration>, MigrateError> {
    let known = MIGRATIONS.last().map_or(0, |migration| migration.version);
    if let Some(found) = recorded.iter().map(|row| row.version).max().filter(|found| *found > known) {
        return Err(MigrateError::NewerSchema { found, known });
    }
    let mut missing = Vec::new();
    for migration in MIGRATIONS {
        match recorded.iter().find(|row| row.version == migration.version) {
            Some(row) if row.checksum != migration.checksum(engine) => {
                return Err(MigrateError::Changed { name: migration.name });
            }
            Some(row) if row.finished => {}
            _ => missing.push(migration),
        }
    }
    Ok(missing)
}

pub(super) async fn migrate(store: &Store, now: Timestamp) -> Result<Applied, MigrateError> {
    // Without anything to do no lock is taken: a start beside a busy process does not wait.
    let recorded = read_recorded(store).await?;
    if missing(&recorded, store.engine())?.is_empty() {
        let version = newest(&recorded);
        return Ok(Applied { from: version, to: version, names: Vec::new() });
    }
    let mut session = Session::begin(store).await?;
    let recorded = session.recorded().await?;
    let from = newest(&recorded);
    let mut names = Vec::new();
    let mut to = from;
    for migration in missing(&recorded, store.engine())? {
        let begun = recorded.iter().find(|row| row.version == migration.version);
        apply(&mut session, migration, begun, now).await?;
        tracing::info!(migration = migration.name, "applied");
        names.push(migration.name);
        to = migration.version;
    }
    session.end().await?;
    Ok(Applied { from, to, names })
}

async fn apply(
    session: &mut Session,
    migration: &'static Migration,
    begun: Option<&Recorded>,
    now: Timestamp,
) -> Result<(), MigrateError> {
    if begun.is_none() {
        match session.record_begin(migration).await {
            // Only a run that does not take the lock could have been faster.
            Err(StoreError::Constraint { kind: ConstraintKind::Unique, .. }) => return Err(MigrateError::Locked),
            recorded => recorded?,
        }
    }
    let done = begun.map_or(0, |row| usize::try_from(row.steps).unwrap_or(0));
    for (index, statement) in migration.statements(session.engine()).enumerate().skip(done) {
        // The statement at which an earlier run was cut off may have been done without having been recorded.
        let perhaps_done = begun.is_some() && index == done;
        let step = index + 1;
        session.step(statement, perhaps_done).await.map_err(|detail| MigrateError::Failed {
            name: migration.name,
            step,
            detail,
        })?;
        session.record_step(migration, step).await?;
    }
    Ok(session.record_end(migration, now).await?)
}
