//! Rate limits: how often one address or client may do a thing. In memory, bounded, per node.
//!
//! These keep noise away from the expensive parts. The counters that protect an account from guessing are another thing, in the
//! store. Which path has which limit stands in `rate_limit_rules.rs`.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use lru::LruCache;
use sha2::{Digest as _, Sha256};

use crate::clock::Timestamp;
use crate::random::Entropy;

/// The most counters that are kept; beyond them the one that was idle longest is forgotten.
pub const MAXIMUM_ENTRIES: usize = 100_000;

/// Under which Better Auth's clients look for the seconds to wait.
const X_RETRY_AFTER: HeaderName = HeaderName::from_static("x-retry-after");

/// A limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A steady rate, of which `burst` may come at once (generic cell rate algorithm).
    Steady {
        /// How many a minute in the long run.
        per_minute: u32,
        /// How many at once after a rest.
        burst: u32,
    },
    /// A count that starts anew once `seconds` have passed since the last allowed request, as Better Auth counts.
    Window {
        /// How many before the count starts anew.
        maximum: u32,
        /// How long a pause starts it anew.
        seconds: u32,
    },
}

/// What a limit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Go on.
    Allowed,
    /// Answer 429.
    Limited {
        /// After how many seconds the same would be allowed; at least one.
        retry_after_seconds: u64,
    },
}

impl Decision {
    /// Whether to go on.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed)
    }

    /// Puts Retry-After and X-Retry-After on the answer, if limited.
    pub fn write(self, headers: &mut HeaderMap) {
        if let Self::Limited { retry_after_seconds } = self {
            headers.insert(RETRY_AFTER, HeaderValue::from(retry_after_seconds));
            headers.insert(X_RETRY_AFTER, HeaderValue::from(retry_after_seconds));
        }
    }

    fn limited(wait_micros: i64) -> Self {
        let seconds = u64::try_from(wait_micros).unwrap_or(0).div_ceil(1_000_000);
        Self::Limited { retry_after_seconds: seconds.max(1) }
    }
}

/// All counters. Whom they count is kept only as a salted digest.
pub struct RateLimiter {
    salt: [u8; 32],
    capacity: usize,
    counters: Mutex<LruCache<[u8; 16], Counter>>,
}

#[derive(Clone, Copy, Debug)]
enum Counter {
    /// When the next request would be due if they came evenly (theoretical arrival time), in microseconds.
    Steady {
        due: i64,
    },
    Window {
        count: u32,
        last_allowed: Timestamp,
    },
}

impl fmt::Debug for RateLimiter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RateLimiter({} of {})", self.entries(), self.capacity)
    }
}

impl RateLimiter {
    /// A limiter of [`MAXIMUM_ENTRIES`].
    pub fn new(entropy: &Entropy) -> Self {
        Self::with_capacity(entropy, MAXIMUM_ENTRIES)
    }

    /// A limiter that keeps at most `capacity` counters.
    pub fn with_capacity(entropy: &Entropy, capacity: usize) -> Self {
        Self { salt: entropy.bytes(), capacity, counters: Mutex::new(LruCache::unbounded()) }
    }

    /// Counts one request of `subject` (an address, a client) in `bucket` (a path, a group of routes), if it is allowed. A refused
    /// request costs its sender nothing more.
    pub fn take(&self, limit: Limit, bucket: &str, subject: &str, now: Timestamp) -> Decision {
        let key = self.key(bucket, subject);
        let mut counters = self.counters.lock().unwrap_or_else(PoisonError::into_inner);
        match judge(limit, counters.get(&key).copied(), now) {
            Ok(counter) => {
                counters.put(key, counter);
                if counters.len() > self.capacity {
                    counters.pop_lru();
                }
                Decision::Allowed
            }
            Err(refusal) => refusal,
        }
    }

    /// What [`RateLimiter::take`] would say, without counting: for limits that count failures only, asked before and taken after.
    pub fn peek(&self, limit: Limit, bucket: &str, subject: &str, now: Timestamp) -> Decision {
        let counters = self.counters.lock().unwrap_or_else(PoisonError::into_inner);
        match judge(limit, counters.peek(&self.key(bucket, subject)).copied(), now) {
            Ok(_) => Decision::Allowed,
            Err(refusal) => refusal,
        }
    }

    /// How many counters are kept.
    pub fn entries(&self) -> usize {
        self.counters.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn key(&self, bucket: &str, subject: &str) -> [u8; 16] {
        // The length keeps (`ab`, `c`) and (`a`, `bc`) apart.
        let bucket_length = u64::try_from(bucket.len()).unwrap_or(u64::MAX).to_be_bytes();
        let digest = Sha256::new()
            .chain_update(self.salt)
            .chain_update(bucket_length)
            .chain_update(bucket)
            .chain_update(subject)
            .finalize();
        digest.first_chunk::<16>().copied().unwrap_or_default()
    }
}

/// The counter after one more request, or the refusal.
fn judge(limit: Limit, counter: Option<Counter>, now: Timestamp) -> Result<Counter, Decision> {
    match limit {
        Limit::Steady { per_minute, burst } => {
            let interval = 60_000_000 / i64::from(per_minute.max(1));
            let tolerance = interval.saturating_mul(i64::from(burst.max(1)) - 1);
            let now = now.millis().saturating_mul(1000);
            let latest = now.saturating_add(tolerance).saturating_add(interval);
            let due = match counter {
                Some(Counter::Steady { due }) if due <= latest => due.max(now),
                // No counter, or one of the future: the clock was set back.
                _ => now,
            };
            let earliest = due.saturating_sub(tolerance);
            if earliest > now {
                Err(Decision::limited(earliest - now))
            } else {
                Ok(Counter::Steady { due: due.saturating_add(interval) })
            }
        }
        Limit::Window { maximum, seconds } => {
            let window = i64::from(seconds) * 1000;
            let first = Counter::Window { count: 1, last_allowed: now };
            let Some(Counter::Window { count, last_allowed }) = counter else { return Ok(first) };
            let passed = now.millis().saturating_sub(last_allowed.millis());
            if passed >= window || passed < 0 {
                Ok(first)
            } else if count < maximum {
                Ok(Counter::Window { count: count + 1, last_allowed: now })
            } else {
                Err(Decision::limited((window - passed) * 1000))
            }
        }
    }
}
