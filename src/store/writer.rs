//! SQLite's one writer: a task that lends its connection to one unit after the other and commits them in groups.
//!
//! A group is one `BEGIN IMMEDIATE … COMMIT`; each unit in it is a savepoint. The group goes on while units wait, up to
//! [`GroupLimits`]; then one COMMIT, one sync, and every kept unit is told. While the sync runs the next group's units queue up, so
//! the busier it is, the fewer syncs a unit costs.
//!
//! The connection lies on a desk, under a lock that a borrower takes for one statement at a time. So nothing has to come back from
//! a borrower: when it is dropped, panics, or is cancelled, its half of the channel is gone, and the writer takes the lock and rolls
//! the savepoint back. Statements run on the borrower's own thread; only the COMMIT, which waits for the disk, leaves it. When it
//! stays away for longer than a lease, the turn passes on and its later statements are refused.
//!
//! A constraint violation is the unit's own error. After any other, or a failed COMMIT, nobody knows what SQLite still holds: all
//! units of the group are answered *unavailable* and the connection is opened anew.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::timeout;

use super::connection::{Outcome, Want};
use super::sqlite::{BUSY_TIMEOUT, DatabaseFile, off_the_runtime};
use super::sqlite_statement::{self, classify, control, is_busy};
use super::{Sql, StoreError, Value};

const BEGIN: &str = "BEGIN IMMEDIATE";
const UNIT: &str = "SAVEPOINT unit";
const KEEP: &str = "RELEASE unit";
const UNDO: &str = "ROLLBACK TO unit";
const COMMIT: &str = "COMMIT";
const ROLLBACK: &str = "ROLLBACK";

/// How long a unit waits for its turn.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// How many units may wait before the next one has to wait for a place in the queue.
const QUEUE: usize = 1024;

/// When the writer ends a group.
#[derive(Clone, Copy, Debug)]
pub struct GroupLimits {
    /// After so many units.
    pub units: usize,
    /// After so much time of lending.
    pub lending: Duration,
    /// One unit may keep the connection for so long; then it is rolled back.
    pub lease: Duration,
}

impl Default for GroupLimits {
    fn default() -> Self {
        Self { units: 256, lending: Duration::from_millis(5), lease: Duration::from_secs(30) }
    }
}

/// The way to the writer task, which ends when all of these are gone or [`Writer::close`] was called.
pub(super) struct Writer {
    requests: mpsc::Sender<Request>,
    committed: Arc<AtomicU64>,
}

enum Request {
    Lend(Waiter),
    Close(oneshot::Sender<()>),
}

struct Waiter {
    name: &'static str,
    lend: oneshot::Sender<Result<Lease, StoreError>>,
}

/// Sent by a unit that is to be kept; answered after the group's COMMIT.
type Keep = oneshot::Sender<Result<(), StoreError>>;

#[derive(Default)]
struct Desk {
    connection: Option<Connection>,
    /// Whose turn it is. A lease with an older number is void.
    turn: u64,
    /// Why the group cannot be committed.
    fault: Option<StoreError>,
}

/// The right to use the writer's connection until it is dropped, committed or taken back.
pub(super) struct Lease {
    desk: Arc<Mutex<Desk>>,
    turn: u64,
    keep: oneshot::Sender<Keep>,
}

impl Lease {
    pub(super) async fn run(&mut self, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, StoreError> {
        let mut desk = self.desk.lock().await;
        if desk.turn != self.turn {
            return Err(taken_back());
        }
        let connection = desk.connection.as_mut().ok_or_else(taken_back)?;
        let outcome = sqlite_statement::run(connection, sql, values, want);
        if let Err(error) = &outcome
            && !matches!(error, StoreError::Constraint { .. })
        {
            desk.fault = Some(error.clone());
        }
        outcome
    }

    pub(super) async fn commit(self) -> Result<(), StoreError> {
        let (keep, kept) = oneshot::channel();
        self.keep.send(keep).map_err(|_| taken_back())?;
        kept.await.unwrap_or_else(|_| Err(taken_back()))
    }
}

fn taken_back() -> StoreError {
    StoreError::unavailable("the unit was held for too long, and the writer took its connection back")
}

fn closed() -> StoreError {
    StoreError::unavailable("the store is closed")
}

impl Writer {
    /// Opens the connection and starts the task.
    pub(super) async fn start(file: DatabaseFile, limits: GroupLimits) -> Result<Self, StoreError> {
        let connection = Some(open(&file).await?);
        let (sender, requests) = mpsc::channel(QUEUE);
        let committed = Arc::new(AtomicU64::new(0));
        let desk = Arc::new(Mutex::new(Desk { connection, ..Desk::default() }));
        tokio::spawn(Task { requests, file, limits, desk, committed: Arc::clone(&committed) }.run());
        Ok(Self { requests: sender, committed })
    }

    /// Waits for the connection.
    pub(super) async fn lend(&self, name: &'static str) -> Result<Lease, StoreError> {
        let (lend, lent) = oneshot::channel();
        let waiting = async {
            self.requests.send(Request::Lend(Waiter { name, lend })).await.map_err(|_| closed())?;
            lent.await.unwrap_or_else(|_| Err(closed()))
        };
        timeout(LONGEST_WAIT, waiting).await.unwrap_or_else(|_| Err(StoreError::unavailable("too many units wait to write")))
    }

    pub(super) fn committed_groups(&self) -> u64 {
        self.committed.load(Ordering::Relaxed)
    }

    /// Ends the task after the group that is open; what still waits is refused.
    pub(super) async fn close(&self) {
        let (close, closed) = oneshot::channel();
        if self.requests.send(Request::Close(close)).await.is_ok() {
            // Also an error means that the task has ended.
            closed.await.unwrap_or(());
        }
    }
}

struct Task {
    requests: mpsc::Receiver<Request>,
    file: DatabaseFile,
    limits: GroupLimits,
    desk: Arc<Mutex<Desk>>,
    committed: Arc<AtomicU64>,
}

impl Task {
    async fn run(mut self) {
        let mut next = self.requests.recv().await;
        while let Some(request) = next {
            next = match request {
                Request::Lend(waiter) => self.group(waiter).await,
                Request::Close(done) => {
                    self.requests.close();
                    self.shut().await;
                    // Nobody may be waiting any more.
                    done.send(()).unwrap_or(());
                    return;
                }
            };
            if next.is_none() {
                next = self.requests.recv().await;
            }
        }
        self.shut().await;
    }

    /// Serves units until the group is full or nobody waits, and commits. Returns a request that is to be served next.
    async fn group(&mut self, first: Waiter) -> Option<Request> {
        if first.lend.is_closed() {
            return None;
        }
        if let Err(error) = self.begin().await {
            tracing::error!(%error, "the writer cannot begin");
            self.discard().await;
            // The waiter may be gone.
            first.lend.send(Err(StoreError::unavailable(error.to_string()))).unwrap_or(());
            return None;
        }
        let begun = Instant::now();
        let mut kept = Vec::new();
        let mut next = Some(Request::Lend(first));
        let mut result = Ok(());
        for _ in 0..self.limits.units {
            let waiter = match next.take() {
                Some(Request::Lend(waiter)) => waiter,
                other => {
                    next = other;
                    break;
                }
            };
            result = self.serve(waiter, &mut kept).await;
            if result.is_err() || begun.elapsed() > self.limits.lending {
                break;
            }
            next = self.requests.try_recv().ok();
        }
        if result.is_ok() {
            result = self.end(!kept.is_empty()).await;
        }
        if let Err(error) = &result {
            tracing::error!(%error, units = kept.len(), "a group of units is lost");
            self.discard().await;
        }
        for keep in kept {
            let answer = result.as_ref().map_err(|error| StoreError::unavailable(error.to_string()));
            // The unit's owner may have gone away while it waited.
            keep.send(answer.copied()).unwrap_or(());
        }
        next
    }

    /// Lends the connection once and clears up after it. An error is the group's.
    async fn serve(&self, waiter: Waiter, kept: &mut Vec<Keep>) -> Result<(), StoreError> {
        if waiter.lend.is_closed() {
            return Ok(());
        }
        let mut desk = self.desk.lock().await;
        if !kept.is_empty() {
            statement(&mut desk, KEEP)?;
            statement(&mut desk, UNIT)?;
        }
        desk.turn += 1;
        let (keep, ended) = oneshot::channel();
        let lease = Lease { desk: Arc::clone(&self.desk), turn: desk.turn, keep };
        drop(desk);
        if waiter.lend.send(Ok(lease)).is_err() {
            return Ok(());
        }
        let wish = match timeout(self.limits.lease, ended).await {
            Ok(wish) => wish.ok(),
            Err(_) => {
                tracing::error!(unit = waiter.name, "a unit of work kept the writer for too long and is rolled back");
                None
            }
        };
        let mut desk = self.desk.lock().await;
        desk.turn += 1;
        if let Some(fault) = desk.fault.take() {
            return Err(fault);
        }
        match wish {
            Some(keep) => kept.push(keep),
            None => statement(&mut desk, UNDO)?,
        }
        Ok(())
    }

    async fn begin(&self) -> Result<(), StoreError> {
        let mut desk = self.desk.lock().await;
        if desk.connection.is_none() {
            desk.connection = Some(open(&self.file).await?);
        }
        let connection = desk.connection.as_mut().ok_or_else(closed)?;
        match control(connection, BEGIN) {
            Err(error) if is_busy(&error) => blocking(&mut desk, begin_when_free).await?,
            begun => begun.map_err(|error| classify(&error))?,
        }
        statement(&mut desk, UNIT)
    }

    async fn end(&self, keep: bool) -> Result<(), StoreError> {
        let mut desk = self.desk.lock().await;
        if !keep {
            return statement(&mut desk, ROLLBACK);
        }
        blocking(&mut desk, |connection| control(connection, COMMIT)).await?;
        self.committed.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Closes the connection, which rolls back what it holds; the next group opens another.
    async fn discard(&self) {
        let connection = self.desk.lock().await.connection.take();
        if let Some(connection) = connection
            && let Ok(Err(error)) = off_the_runtime(move || connection.close().map_err(|(_, error)| error)).await
        {
            tracing::warn!(%error, "closing the writer's connection");
        }
    }

    /// Writes the log back into the database file, as far as nobody else reads it, and closes; the last connection takes the rest. No
    /// `PRAGMA optimize`: statistics of a small table would make the planner scan it when it has grown, and every statement here is
    /// meant to go by an index.
    async fn shut(&self) {
        // Where it stands: when a program ends in the middle, its runtime takes no more work for other threads.
        let Some(connection) = self.desk.lock().await.connection.take() else { return };
        let written = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = written.and_then(|()| connection.close().map_err(|(_, error)| error)) {
            tracing::warn!(%error, "writing the log back into the database file");
        }
    }
}

/// Opens the writer's connection. It does not wait for another process's lock unless it is told to: that is done off the runtime.
async fn open(file: &DatabaseFile) -> Result<Connection, StoreError> {
    let file = file.clone();
    off_the_runtime(move || {
        let connection = file.connect()?;
        connection.busy_timeout(Duration::ZERO).map_err(|error| classify(&error))?;
        Ok(connection)
    })
    .await?
}

fn begin_when_free(connection: &mut Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    let begun = control(connection, BEGIN);
    connection.busy_timeout(Duration::ZERO)?;
    begun
}

/// Runs what is quick.
fn statement(desk: &mut Desk, text: &'static str) -> Result<(), StoreError> {
    let connection = desk.connection.as_mut().ok_or_else(closed)?;
    control(connection, text).map_err(|error| classify(&error))
}

/// Runs what may wait for the disk or for another process. If nobody waits for it any more, the connection is closed after it.
async fn blocking(
    desk: &mut Desk,
    work: impl FnOnce(&mut Connection) -> Result<(), rusqlite::Error> + Send + 'static,
) -> Result<(), StoreError> {
    let mut connection = desk.connection.take().ok_or_else(closed)?;
    let (connection, done) = off_the_runtime(move || {
        let done = work(&mut connection);
        (connection, done)
    })
    .await?;
    desk.connection = Some(connection);
    done.map_err(|error| classify(&error))
}
