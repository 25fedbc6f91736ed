//! Which units of work are open, by task: work that takes long must not happen under one.
//!
//! A unit keeps a connection, on SQLite the only one that writes. Outbound calls, password hashing and private-key operations call
//! [`must_be_closed`] first. A unit is counted for the task that opened it; futures that are joined within one task count together.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

/// How long a unit may be held before the log says so.
const LONGEST: Duration = Duration::from_millis(250);

static OPEN: LazyLock<Mutex<HashMap<Place, Vec<&'static str>>>> = LazyLock::new(Mutex::default);

/// A task, or the thread of code that runs in none.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    Task(tokio::task::Id),
    Thread(ThreadId),
}

impl Place {
    fn current() -> Self {
        tokio::task::try_id().map_or_else(|| Self::Thread(thread::current().id()), Self::Task)
    }
}

fn open() -> MutexGuard<'static, HashMap<Place, Vec<&'static str>>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The name of a unit that the current task has open.
pub fn name_of_open() -> Option<&'static str> {
    open().get(&Place::current()).and_then(|names| names.last().copied())
}

/// Says that `work` begins, which must not happen under a unit: an error in the log, and in tests a failure.
pub fn must_be_closed(work: &'static str) {
    if let Some(unit) = name_of_open() {
        tracing::error!(unit, work, "long work while a unit of work is open");
        debug_assert!(false, "{work} while the unit of work `{unit}` is open");
    }
}

/// The mark of an open unit; ends when dropped.
pub(super) struct Open {
    name: &'static str,
    place: Place,
    since: Instant,
}

impl Open {
    pub(super) fn begin(name: &'static str) -> Self {
        let place = Place::current();
        if let Some(outer) = name_of_open() {
            tracing::error!(unit = name, outer, "a unit of work is opened while its task has another open");
        }
        open().entry(place).or_default().push(name);
        Self { name, place, since: Instant::now() }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let held = self.since.elapsed();
        if held > LONGEST {
            tracing::warn!(unit = self.name, held_ms = held.as_millis(), "a unit of work was held for long");
        }
        let mut open = open();
        if let Some(names) = open.get_mut(&self.place) {
            if let Some(position) = names.iter().rposition(|name| *name == self.name) {
                names.remove(position);
            }
            if names.is_empty() {
                open.remove(&self.place);
            }
        }
    }
}
