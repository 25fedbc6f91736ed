//! Wrong guesses of one person's password, counted together whatever path they come by.
//!
//! So many within the window, from anywhere, close an address for the rest of it. The same for addresses without an account.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::store::{StoreError, Tx, guess_counters};

const MOST_FAILURES: i64 = 20;
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// The counter of one address.
pub struct Guesses([u8; 32]);

impl Guesses {
    /// The counter of a normalised address.
    pub fn of(app: &App, email: &str) -> Self {
        Self(app.master_keys.mac(KeyUse::ShortCode, format!("password\n{email}").as_bytes()))
    }

    /// Until when no guess is judged, if there were too many.
    pub async fn closed_until(&self, tx: &mut Tx, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let failures = guess_counters::failures(tx, &self.0, now).await?;
        Ok((failures >= MOST_FAILURES).then(|| now + WINDOW))
    }

    /// Counts a wrong one.
    pub async fn count(&self, tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
        guess_counters::count(tx, &self.0, WINDOW, now).await
    }

    /// Forgets them after a right one.
    pub async fn clear(&self, tx: &mut Tx) -> Result<(), StoreError> {
        guess_counters::clear(tx, &self.0).await
    }
}
