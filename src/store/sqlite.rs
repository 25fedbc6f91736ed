//! SQLite: one writer, many readers, one file.
//!
//! WAL with `synchronous=FULL`: an acknowledged unit survives a power cut. Readers are `query_only` and never keep a state over a
//! write, so each of their statements sees all that was acknowledged. `sqlite::memory:` is a file in a folder of its own below
//! the system's temporary one, never synced and deleted when closed, because SQLite's own in-memory databases lock readers out while
//! a unit is open.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteError, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};
use tokio::fs::{self, DirBuilder};

use super::error::{ConstraintKind, constraint_kind};
use super::writer::Writer;
use super::{Engine, OpenError, OpenOptions, StoreError};
use crate::random::Entropy;

/// The command line writes from another process, so a lock is waited for.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// More than the program has statements, so that each is prepared once a connection.
const STATEMENTS: usize = 512;

pub(super) struct Sqlite {
    pub(super) writer: Writer,
    pub(super) readers: SqlitePool,
    options: SqliteConnectOptions,
    temporary: Option<TemporaryFolder>,
}

/// A folder that is deleted with its last holder.
struct TemporaryFolder(PathBuf);

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "deleting the temporary database");
        }
    }
}

/// A file that is deleted unless it was renamed meanwhile.
struct PartialFile(PathBuf);

impl Drop for PartialFile {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, file = %self.0.display(), "deleting a partial copy");
        }
    }
}

impl Sqlite {
    pub(super) async fn open(options: &OpenOptions) -> Result<Self, OpenError> {
        let place = options.url.trim_start_matches("sqlite:");
        let (path, temporary) = if place == ":memory:" {
            let folder = std::env::temp_dir().join(format!("vestibule-{}", Entropy::system().alphanumeric(16)));
            (folder.join("vestibule.db"), Some(TemporaryFolder(folder)))
        } else {
            (PathBuf::from(place.trim_start_matches("//")), None)
        };
        // `sqlite:///absolute` keeps its third slash.
        let path = if place.starts_with("///") { Path::new("/").join(path) } else { path };
        create_file(&path).await?;
        let synchronous = if temporary.is_some() { SqliteSynchronous::Off } else { SqliteSynchronous::Full };
        let connect = connect_options(&path).synchronous(synchronous);
        let failed = |error| OpenError::connect(Engine::Sqlite, &error);
        let writer = Writer::start(connect.clone(), options.group).await.map_err(failed)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(options.max_connections)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_lazy_with(connect.clone().pragma("query_only", "on"));
        Ok(Self { writer, readers, options: connect, temporary })
    }

    /// A connection of one's own, beside the writer and the readers.
    pub(super) async fn connect(&self) -> Result<SqliteConnection, sqlx::Error> {
        self.options.connect().await
    }

    /// The copy gets its name when it is whole and on the disk: whatever goes wrong before, there is no file of that name.
    pub(super) async fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        let failed = |detail: String| StoreError::unavailable(format!("backup to {}: {detail}", path.display()));
        let name = path.file_name().ok_or_else(|| failed("this is no name of a file".to_owned()))?.to_string_lossy();
        if fs::try_exists(path).await.map_err(|error| failed(error.to_string()))? {
            return Err(failed("there is such a file already".to_owned()));
        }
        let partial = PartialFile(path.with_file_name(format!(".{name}.{}.partial", Entropy::system().alphanumeric(8))));
        self.copy_to(&partial.0).await.map_err(failed)?;
        fs::rename(&partial.0, path).await.map_err(|error| failed(error.to_string()))?;
        sync_folder_of(path).await.map_err(|error| failed(error.to_string()))
    }

    async fn copy_to(&self, path: &Path) -> Result<(), String> {
        let name = path.to_str().ok_or("the path is not UTF-8")?;
        // Made first, for its mode; SQLite takes an empty file.
        let file = private_file().create_new(true).open(path).await.map_err(|error| error.to_string())?;
        let mut connection = self.connect().await.map_err(|error| error.to_string())?;
        let copied = sqlx::query("VACUUM INTO $1").bind(name).execute(&mut connection).await;
        connection.close().await.map_err(|error| error.to_string())?;
        copied.map_err(|error| error.to_string())?;
        file.sync_all().await.map_err(|error| error.to_string())
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
        if let Some(TemporaryFolder(folder)) = &self.temporary
            && let Err(error) = fs::remove_dir_all(folder).await
        {
            tracing::warn!(%error, "deleting the temporary database");
        }
    }
}

fn connect_options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("temp_store", "memory")
        .pragma("cache_size", "-16000")
        .statement_cache_capacity(STATEMENTS)
        .thread_name(|number| format!("sqlite-{number}"))
        .disable_statement_logging()
}

/// SQLite gives its log and index files the mode of the database.
async fn create_file(path: &Path) -> Result<(), OpenError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        builder.mode(0o700);
        builder.create(folder).await.map_err(|source| OpenError::File { path: folder.to_owned(), source })?;
    }
    let opened = private_file().create(true).append(true).open(path).await;
    opened.map(drop).map_err(|source| OpenError::File { path: path.to_owned(), source })
}

/// A new name is on the disk when its folder is.
async fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder).await?.sync_all().await
}

fn private_file() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    options.mode(0o600);
    options
}

/// SQLite's result codes, <https://www.sqlite.org/rescode.html>.
pub(super) fn classify(error: &SqliteError) -> StoreError {
    use sqlx::error::DatabaseError as _;
    let code: u32 = error.code().and_then(|code| code.parse().ok()).unwrap_or_default();
    let message = error.message();
    let rule = message.split_once(" constraint failed").map(|(_, name)| name.trim_start_matches(": "));
    match code & 0xff {
        // CONSTRAINT. The driver does not know the codes of RESTRICT and of unique rowids.
        19 => {
            let kind = constraint_kind(error).unwrap_or_else(|| match message.split(' ').next() {
                Some("UNIQUE") => ConstraintKind::Unique,
                Some("FOREIGN") => ConstraintKind::ForeignKey,
                Some("NOT") => ConstraintKind::NotNull,
                _ => ConstraintKind::Check,
            });
            let name = match (kind, rule) {
                (ConstraintKind::ForeignKey, _) | (_, None) => None,
                (ConstraintKind::NotNull, Some(rule)) => rule.rsplit('.').next().map(str::to_owned),
                (_, Some(rule)) => Some(rule.to_owned()),
            };
            StoreError::Constraint { name, kind }
        }
        // READONLY
        8 => StoreError::ReadOnly,
        // ERROR, TOOBIG, MISMATCH, RANGE
        1 | 18 | 20 | 25 => StoreError::Rejected { detail: format!("{code}: {message}") },
        _ => StoreError::unavailable(format!("{code}: {message}")),
    }
}

/// SQLite tells the columns of a broken unique rule (`users.issuer, users.subject`); this finds the index that they belong to.
pub(super) async fn name_index(connection: &mut SqliteConnection, error: StoreError) -> StoreError {
    let StoreError::Constraint { name: Some(told), kind: ConstraintKind::Unique } = &error else {
        return error;
    };
    let name = match told.strip_prefix("index '") {
        Some(index) => Some(index.trim_end_matches('\'').to_owned()),
        None => index_of(connection, told).await,
    };
    StoreError::Constraint { name, kind: ConstraintKind::Unique }
}

async fn index_of(connection: &mut SqliteConnection, told: &str) -> Option<String> {
    let table = told.split('.').next()?;
    let columns: Vec<&str> = told.split(", ").filter_map(|column| column.split('.').nth(1)).collect();
    let found = sqlx::query(
        "SELECT list.name, list.origin FROM pragma_index_list($1) AS list WHERE list.[unique] = 1 AND $2 = \
         (SELECT group_concat(info.name, ',') FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno) AS info)",
    )
    .bind(table)
    .bind(columns.join(","))
    .fetch_optional(connection)
    .await;
    // A primary key of one BIGINT column has no index of its own.
    let index = found.ok()?.and_then(|row| Some((row.try_get::<String, _>(0).ok()?, row.try_get::<String, _>(1).ok()?)));
    Some(match index {
        Some((name, origin)) if origin == "c" => name,
        Some((_, origin)) if origin == "u" => format!("{table}_{}_key", columns.join("_")),
        _ => format!("{table}_pkey"),
    })
}
