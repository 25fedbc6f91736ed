//! The only source of time.
//!
//! Everything that needs to know the time is handed a [`Timestamp`] that was read once at the edge of the request, from the
//! [`Clock`] in the app handle. Clippy forbids the wall clock elsewhere.

use std::fmt;
use std::ops::{Add, Sub};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;
use time::macros::format_description;

/// A point in time: whole milliseconds since the Unix epoch, UTC. This is also how times are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since the Unix epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// From whole seconds since the Unix epoch, as JWT claims hold them.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Milliseconds since the Unix epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch (RFC 7519 NumericDate), rounded down.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// How long after `earlier` this is; zero when it is not after it.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// RFC 3339 in UTC with milliseconds and `Z`, the form of every time on the wire: `2026-11-21T19:15:04.123Z`.
    pub fn rfc3339(self) -> String {
        let format = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
        self.date_time().format(&format).unwrap_or_default()
    }

    /// The form of HTTP dates and mail headers.
    pub fn rfc2822(self) -> String {
        self.date_time().format(&Rfc2822).unwrap_or_default()
    }

    /// Date and time to the minute, for people: `2026-11-21 19:15`.
    pub fn minute(self) -> String {
        let format = format_description!("[year]-[month]-[day] [hour]:[minute]");
        self.date_time().format(&format).unwrap_or_default()
    }

    fn date_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.rfc3339())
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)))
    }
}

/// Where `now` comes from: the system, or a hand that a test moves.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `start` until [`Clock::advance`] moves it. Clones share the hand.
    pub fn fixed(start: Timestamp) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(start.millis()))))
    }

    /// The current time.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => {
                let nanos = OffsetDateTime::now_utc().unix_timestamp_nanos();
                Timestamp(i64::try_from(nanos / 1_000_000).unwrap_or(i64::MAX))
            }
            Source::Fixed(hand) => Timestamp(hand.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock forward; does nothing to the system's.
    pub fn advance(&self, by: Duration) {
        if let Source::Fixed(hand) = &self.0 {
            hand.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
    }
}
