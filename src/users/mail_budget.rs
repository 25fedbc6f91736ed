//! How many mails of one kind anybody can have sent to an address. Whoever asks for more gets the same answer and no mail.
//!
//! Counted in the unit that owes the mail, for addresses with and without an account alike. What was mailed before goes on working.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::outbox::{self, MailBudget, OutboxMessage};
use crate::store::{StoreError, retry};

/// Owes a mail of one `kind` to a normalised address, as long as its budget lasts. Says and costs the same either way.
pub async fn mail_within(
    app: &App,
    (kind, email): (&'static str, &str),
    message: &OutboxMessage,
    now: Timestamp,
) -> Result<(), StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.mail_budget").await?;
        outbox::put_within(app, &mut unit, (MailBudget::of_requests(kind), email), message, now).await?;
        unit.commit().await
    })
    .await?;
    app.wake_outbox();
    Ok(())
}
