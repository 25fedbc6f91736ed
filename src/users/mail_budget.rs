//! How many mails of one kind anybody can have sent to an address. Whoever asks for more gets the same answer and no mail.
//!
//! Counted in the unit that owes the mail, for addresses with and without an account alike. What was mailed before goes on working.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::events::outbox::{self, OutboxMessage};
use crate::store::{StoreError, guess_counters, retry};

const MOST_MAILS: i64 = 5;
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Owes a mail of one `kind` to a normalised address, as long as its budget lasts. Says and costs the same either way.
pub async fn mail_within(
    app: &App,
    (kind, email): (&str, &str),
    message: &OutboxMessage,
    now: Timestamp,
) -> Result<(), StoreError> {
    let budget = app.master_keys.mac(KeyUse::ShortCode, format!("mails\n{kind}\n{email}").as_bytes());
    retry(|| async {
        let mut unit = app.store.write("users.mail_budget").await?;
        guess_counters::count(&mut unit, &budget, WINDOW, now).await?;
        if guess_counters::failures(&mut unit, &budget, now).await? <= MOST_MAILS {
            outbox::put(app, &mut unit, message, now).await?;
        }
        unit.commit().await
    })
    .await?;
    app.wake_outbox();
    Ok(())
}
