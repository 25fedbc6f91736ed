//! SQLite's readers: connections that cannot change anything, opened when they are first needed and then kept.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::connection::{Outcome, Want};
use super::sqlite::{DatabaseFile, off_the_runtime};
use super::sqlite_statement::{classify, control, run};
use super::{Sql, StoreError, Value};

/// How long a unit waits for a reader, and the end for those that are lent.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// The readers of one file.
pub(super) struct Readers {
    file: DatabaseFile,
    most: u32,
    places: Arc<Semaphore>,
    /// The one that was last given back goes out first: what it needs is in its cache, and idle ones never need to be opened.
    resting: Arc<Mutex<Vec<Connection>>>,
}

/// A reader that is lent; it goes back when it is dropped.
pub(super) struct Reader {
    connection: Option<Connection>,
    in_snapshot: bool,
    resting: Arc<Mutex<Vec<Connection>>>,
    _place: OwnedSemaphorePermit,
}

impl Readers {
    pub(super) fn new(file: DatabaseFile, most: u32) -> Self {
        let most = most.max(1);
        let places = usize::try_from(most).unwrap_or(Semaphore::MAX_PERMITS);
        Self { file, most, places: Arc::new(Semaphore::new(places)), resting: Arc::default() }
    }

    /// Lends a reader.
    pub(super) async fn lend(&self) -> Result<Reader, StoreError> {
        let place = timeout(LONGEST_WAIT, Arc::clone(&self.places).acquire_owned()).await;
        let place = place.map_err(|_| StoreError::unavailable("too many units wait to read"))?;
        let place = place.map_err(|_| StoreError::unavailable("the store is closed"))?;
        let rested = self.resting.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match rested {
            Some(connection) => connection,
            None => {
                let file = self.file.clone();
                off_the_runtime(move || file.connect_to_read()).await??
            }
        };
        Ok(Reader { connection: Some(connection), in_snapshot: false, resting: Arc::clone(&self.resting), _place: place })
    }

    /// Waits for those that are lent and closes all.
    pub(super) async fn close(&self) {
        if timeout(LONGEST_WAIT, self.places.acquire_many(self.most)).await.is_err() {
            tracing::warn!("readers are still in use while the store closes");
        }
        self.places.close();
        self.resting.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Reader {
    /// Makes all later statements see one state, until it goes back.
    pub(super) fn keep_state(mut self) -> Result<Self, StoreError> {
        let connection = self.connection()?;
        control(connection, "BEGIN").map_err(|error| classify(&error))?;
        self.in_snapshot = true;
        Ok(self)
    }

    pub(super) fn run(&mut self, sql: Sql, values: &[Value], want: Want) -> Result<Outcome, StoreError> {
        let outcome = run(self.connection()?, sql, values, want);
        if matches!(outcome, Err(StoreError::Unavailable { .. })) {
            // Nobody knows what is wrong with it: the next unit gets another.
            self.connection = None;
        }
        outcome
    }

    fn connection(&mut self) -> Result<&mut Connection, StoreError> {
        self.connection.as_mut().ok_or_else(|| StoreError::unavailable("this reader failed before"))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else { return };
        if self.in_snapshot
            && let Err(error) = control(&mut connection, "ROLLBACK")
        {
            tracing::warn!(%error, "a reader is closed");
            return;
        }
        self.resting.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}
