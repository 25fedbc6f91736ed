//! SQLite: one writer, many readers, one file.
//!
//! WAL with `synchronous=FULL`: an acknowledged unit survives a power cut. Readers are `query_only` and never keep a state over a
//! write, so each of their statements sees all that was acknowledged. `sqlite::memory:` is a file in a folder of its own below
//! the system's temporary one, never synced and deleted when closed, because SQLite's own in-memory databases lock readers out while
//! a unit is open.
//!
//! Statements run where they are called, without a thread of their own: each goes by an index and takes some microseconds, a
//! fraction of what it costs to wake another thread and be woken by it. What may take long (a commit with its sync, waiting for
//! another process's lock, opening, copying) goes to the runtime's blocking threads ([`off_the_runtime`]).

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::fs::{self, DirBuilder};

use super::sqlite_readers::Readers;
use super::sqlite_statement::{classify, is_busy};
use super::writer::Writer;
use super::{Engine, OpenError, OpenOptions, StoreError};
use crate::random::Entropy;

/// The command line writes from another process, so a lock is waited for.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Between two attempts where SQLite does not wait itself.
const BUSY_PAUSE: Duration = Duration::from_millis(5);
/// More than the program has statements, so that each is prepared once a connection.
const STATEMENTS: usize = 512;
/// Negative numbers are KiB: what one connection may keep of the file.
const PAGE_CACHE: i64 = -8_000;

pub(super) struct Sqlite {
    pub(super) writer: Writer,
    pub(super) readers: Readers,
    file: DatabaseFile,
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

/// Whether a commit waits until it is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Synchronous {
    Full,
    Off,
}

/// The file that connections are opened to.
#[derive(Clone, Debug)]
pub(super) struct DatabaseFile {
    path: PathBuf,
    synchronous: Synchronous,
}

impl DatabaseFile {
    /// Opens a connection. Blocks for the time of some reads; in a moment when another process recovers the log, for longer.
    pub(super) fn connect(&self) -> Result<Connection, StoreError> {
        self.try_connect().map_err(|error| classify(&error))
    }

    /// A connection that cannot change anything.
    pub(super) fn connect_to_read(&self) -> Result<Connection, StoreError> {
        let connection = self.connect()?;
        connection.pragma_update(None, "query_only", true).map_err(|error| classify(&error))?;
        Ok(connection)
    }

    fn try_connect(&self) -> Result<Connection, rusqlite::Error> {
        let connection =
            Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        turn_log_on(&connection)?;
        let synchronous = match self.synchronous {
            Synchronous::Full => "full",
            Synchronous::Off => "off",
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        connection.pragma_update(None, "cache_size", PAGE_CACHE)?;
        // One plan for each statement, whatever is bound: else a range in its WHERE makes SQLite plan it anew at each use.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(connection)
    }
}

/// Turns write-ahead logging on, which the file keeps. The change needs the file alone, and SQLite does not wait for that itself:
/// of processes that start at once on a new file, all but one are told that it is locked, and ask again.
fn turn_log_on(connection: &Connection) -> Result<(), rusqlite::Error> {
    let begun = Instant::now();
    loop {
        let turned = connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()));
        match turned {
            Err(error) if is_busy(&error) && begun.elapsed() < BUSY_TIMEOUT => thread::sleep(BUSY_PAUSE),
            turned => return turned,
        }
    }
}

/// Runs what may block for long on a thread that may be blocked.
pub(super) async fn off_the_runtime<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| StoreError::unavailable(format!("a blocking thread: {error}")))
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
        let synchronous = if temporary.is_some() { Synchronous::Off } else { Synchronous::Full };
        let file = DatabaseFile { path, synchronous };
        let failed = |error: StoreError| OpenError::Connect { engine: Engine::Sqlite, detail: error.to_string() };
        let writer = Writer::start(file.clone(), options.group).await.map_err(failed)?;
        let readers = Readers::new(file.clone(), options.max_connections);
        Ok(Self { writer, readers, file, temporary })
    }

    /// A connection of one's own, beside the writer and the readers, after `begin` was run on it, which may wait for a lock.
    pub(super) async fn connect(&self, begin: &'static str) -> Result<Connection, StoreError> {
        let file = self.file.clone();
        let begun = move || {
            let connection = file.connect()?;
            connection.execute_batch(begin).map_err(|error| classify(&error))?;
            Ok(connection)
        };
        off_the_runtime(begun).await?
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
        let name = path.to_str().ok_or("the path is not UTF-8")?.to_owned();
        // Made first, for its mode; SQLite takes an empty file.
        let file = private_file().create_new(true).open(path).await.map_err(|error| error.to_string())?;
        let connection = self.connect("").await.map_err(|error| error.to_string())?;
        let copied = off_the_runtime(move || connection.execute("VACUUM INTO ?1", [name])).await;
        copied.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
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
