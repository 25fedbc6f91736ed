//! What the operator sees of messages that do not get out, and trying them again. A person who caused one is never told: their page
//! says what it says when all is well.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::ids::MessageId;
use crate::store::outbox::{self, QueuedMessage, Standing};
use crate::store::{Store, StoreError, retry};

/// The most messages that are listed.
pub const MOST: i64 = 1000;

/// How the outbox stands.
pub async fn standing(store: &Store) -> Result<Standing, StoreError> {
    let mut unit = store.read("events.undelivered.standing").await?;
    outbox::standing(&mut unit).await
}

/// The messages that wait or were given up, those owed longest first.
pub async fn list(app: &App) -> Result<Vec<QueuedMessage>, StoreError> {
    let mut unit = app.store.read("events.undelivered.list").await?;
    outbox::queued(&mut unit, MOST).await
}

/// Has those of `ids` tried again, or all of them, that were not taken and are still of use. Answers with how many.
pub async fn try_again(app: &App, ids: Option<&[MessageId]>, now: Timestamp) -> Result<u64, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("events.undelivered.try_again").await?;
        let mut due = 0;
        match ids {
            Some(ids) => {
                for id in ids {
                    due += u64::from(outbox::make_due(&mut unit, id, now).await?);
                }
            }
            None => due = outbox::make_all_due(&mut unit, now).await?,
        }
        unit.commit().await?;
        Ok(due)
    })
    .await
}

/// Puts how the outbox stands into the metrics. What cannot be read just now is left as it was: readiness tells of the database.
pub async fn measure(app: &App) {
    let Ok(standing) = standing(&app.store).await else { return };
    let age = standing.oldest.map_or(0, |oldest| app.clock.now().since(oldest).as_secs());
    for (state, count) in [("waiting", standing.waiting), ("failing", standing.failing), ("given_up", standing.given_up)] {
        metrics::gauge!("outbox_messages", "state" => state).set(exact(count.unsigned_abs()));
    }
    metrics::gauge!("outbox_oldest_seconds").set(exact(age));
}

/// Whole numbers of this size are exact.
fn exact(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
