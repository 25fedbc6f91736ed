//! How many mails of one kind anybody can have sent to an address. Whoever asks for more gets the same answer and no mail.
//!
//! Counted in the unit that owes the mail, for addresses with and without an account alike. What was mailed before goes on working.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::store::{StoreError, Tx, guess_counters};

const MOST_MAILS: i64 = 5;
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// The budget of one address and one kind of mail.
pub struct MailBudget([u8; 32]);

impl MailBudget {
    /// The budget of a normalised address.
    pub fn of(app: &App, kind: &str, email: &str) -> Self {
        Self(app.master_keys.mac(KeyUse::ShortCode, format!("mails\n{kind}\n{email}").as_bytes()))
    }

    /// Takes one mail out of it. Returns whether there was one left.
    pub async fn take(&self, tx: &mut Tx, now: Timestamp) -> Result<bool, StoreError> {
        guess_counters::count(tx, &self.0, WINDOW, now).await?;
        Ok(guess_counters::failures(tx, &self.0, now).await? <= MOST_MAILS)
    }
}
