//! The machine's clock: tokens are refused everywhere when it is wrong.

use std::fs;
use std::time::{Duration, UNIX_EPOCH};

use super::Finding;
use crate::cli::opening;
use crate::clock::Timestamp;
use crate::config::Config;

const CLOCK: &str = "clock";
/// The start of 2026: no machine that runs this program is earlier.
const EARLIEST: Timestamp = Timestamp::from_seconds(1_767_225_600);
/// What clocks of several machines may differ by.
const TOLERANCE: Duration = Duration::from_secs(30);

/// Holds the clock against moments that have passed: `newest` of the database, and the last change of its file.
pub(super) fn examine(config: &Config, newest: Option<Timestamp>, now: Timestamp) -> Finding {
    let past = newest.max(file_changed(config)).unwrap_or(EARLIEST);
    if now < EARLIEST {
        return Finding::fail(CLOCK, format!("it says {}, which is long past; set it, and keep it by NTP", now.rfc3339()));
    }
    if now + TOLERANCE < past {
        let behind = past.since(now).as_secs();
        let detail = format!("it says {}, {behind} s before the last change of the data; keep it by NTP", now.rfc3339());
        return Finding::fail(CLOCK, detail);
    }
    Finding::ok(CLOCK, format!("it says {}", now.rfc3339()))
}

fn file_changed(config: &Config) -> Option<Timestamp> {
    let changed = fs::metadata(opening::database_file(&config.database.url)?).ok()?.modified().ok()?;
    let since = changed.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok().map(Timestamp::from_millis)
}
