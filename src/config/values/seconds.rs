//! Lengths of time, written in whole seconds.

use std::ops::{Add, Sub};
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;

/// A length of time. It is added to a [`Timestamp`] as it is: `now + config.tokens.access_token_seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, title = "a whole number of seconds")]
pub struct Seconds(#[schemars(range(min = 1, max = 315_360_000))] u64);

impl Seconds {
    /// `count` seconds.
    pub const fn new(count: u64) -> Self {
        Self(count)
    }

    /// The bare number, as `expires_in` and `Max-Age` want it.
    pub const fn count(self) -> u64 {
        self.0
    }

    /// As the standard library's type.
    pub const fn duration(self) -> Duration {
        Duration::from_secs(self.0)
    }
}

impl From<Seconds> for Duration {
    fn from(seconds: Seconds) -> Self {
        seconds.duration()
    }
}

impl Add<Seconds> for Timestamp {
    type Output = Self;

    fn add(self, seconds: Seconds) -> Self {
        self + seconds.duration()
    }
}

impl Sub<Seconds> for Timestamp {
    type Output = Self;

    fn sub(self, seconds: Seconds) -> Self {
        self - seconds.duration()
    }
}
