//! Wrong guesses of one person's password, counted together whatever path they come by.
//!
//! So many within the window, from anywhere, close an address for the rest of it. The same for addresses without an account. Whoever
//! owns the address is told by mail, and comes in by every other way meanwhile: by a passkey, by mail, with a new password.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::events::outbox::{self, MailBudget, OutboxMessage, OwedMail};
use crate::store::{StoreError, Tx, guess_counters};

const MOST_FAILURES: i64 = 20;
const WINDOW: Duration = Duration::from_secs(15 * 60);
/// Somebody may keep an address closed for long: its owner is told once a day.
const NOTICES: MailBudget = MailBudget { kind: "too_many_tries", most: 1, window: Duration::from_secs(24 * 60 * 60) };

/// The counter of one address.
pub struct Guesses {
    digest: [u8; 32],
    email: String,
}

impl Guesses {
    /// The counter of a normalised address.
    pub fn of(app: &App, email: &str) -> Self {
        Self { digest: app.master_keys.mac(KeyUse::ShortCode, format!("password\n{email}").as_bytes()), email: email.to_owned() }
    }

    /// Until when no guess is judged, if there were too many.
    pub async fn closed_until(&self, tx: &mut Tx, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let standing = guess_counters::standing(tx, &self.digest, now).await?;
        Ok(standing.filter(|standing| standing.failures >= MOST_FAILURES).map(|standing| standing.until))
    }

    /// Counts a wrong one. The one that closes the address owes its owner a notice, in `locale`; whether there is an owner is only looked
    /// up when it is sent. Call [`App::wake_outbox`] after the commit.
    pub async fn count(&self, app: &App, tx: &mut Tx, locale: &str, now: Timestamp) -> Result<(), StoreError> {
        guess_counters::count(tx, &self.digest, WINDOW, now).await?;
        let Some(standing) = guess_counters::standing(tx, &self.digest, now).await? else { return Ok(()) };
        if standing.failures != MOST_FAILURES {
            return Ok(());
        }
        let mail = OwedMail::TooManyTries { email: self.email.clone(), until: standing.until.millis() };
        let notice = OutboxMessage { mail, locale: locale.to_owned(), callback_url: None };
        outbox::put_within(app, tx, (NOTICES, &self.email), &notice, now).await
    }

    /// Forgets them after a right one, or when the password is another.
    pub async fn clear(&self, tx: &mut Tx) -> Result<(), StoreError> {
        guess_counters::clear(tx, &self.digest).await
    }
}
