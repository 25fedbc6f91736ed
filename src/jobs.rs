//! What the process does by itself: sending the outbox and webhooks, noticing changed keys, advancing them, deleting what expired.
//!
//! Each job is a loop that ends with the shutdown signal; what it does once is a function of its own, which tests call. Among several
//! nodes the cleaning and the keys' steps are one node's, by a lease; the outbox is everybody's, message by message.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::outbox as owed;
use crate::events::webhooks::deliver as webhooks;
use crate::store::outbox::{self, WaitingMessage};
use crate::store::{StoreError, cleaning, retry};
use crate::tokens::signing_keys;
use crate::users::anonymous;
use crate::users::deliver::deliver;

const OUTBOX_INTERVAL: Duration = Duration::from_secs(15);
const OUTBOX_BATCH: i64 = 20;
const WEBHOOKS_INTERVAL: Duration = Duration::from_secs(5);
/// How long the unit may still take that owes what a lane was woken for.
const COMMIT_PAUSE: Duration = Duration::from_millis(100);
const KEYS_INTERVAL: Duration = Duration::from_secs(2);
const CLEANING_INTERVAL: Duration = Duration::from_secs(60);
const LEASE: Duration = Duration::from_secs(150);
const LEASE_NAME: &str = "housekeeping";

/// Starts every job. They end when `stop` becomes true.
pub fn spawn(app: &App, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    jobs.spawn(send_outbox(app.clone(), stop.clone()));
    for receiver in webhooks::receivers(app) {
        jobs.spawn(send_webhooks(app.clone(), receiver, stop.clone()));
    }
    jobs.spawn(watch_keys(app.clone(), stop.clone()));
    jobs.spawn(keep_house(app.clone(), stop.clone()));
    jobs
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // The sender is gone only when the process ends.
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn send_outbox(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        match deliver_due(&app, app.clock.now()).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(%error, "the outbox could not be read"),
        }
        tokio::select! {
            () = app.outbox.notified() => {}
            () = tokio::time::sleep(OUTBOX_INTERVAL) => {}
            () = stopped(&mut stop) => return,
        }
    }
}

/// Tries each message that is due once. Returns how many were tried.
pub async fn deliver_due(app: &App, now: Timestamp) -> Result<usize, StoreError> {
    let mut unit = app.store.read("outbox.due").await?;
    let due = outbox::due(&mut unit, OUTBOX_BATCH, now).await?;
    drop(unit);
    let mut tried = 0;
    for message in due {
        let taken = retry(|| async {
            let mut unit = app.store.write("outbox.take").await?;
            let taken = outbox::take(&mut unit, &message, now + owed::retry_delay(message.attempts)).await?;
            unit.commit().await?;
            Ok::<_, StoreError>(taken)
        });
        if taken.await? {
            tried += 1;
            attempt(app, &message, now).await?;
        }
    }
    Ok(tried)
}

/// What became of a try.
enum Fate {
    Sent,
    /// It may go through later.
    Failing(String),
    GivenUp(String),
}

async fn attempt(app: &App, waiting: &WaitingMessage, now: Timestamp) -> Result<(), StoreError> {
    let fate = match owed::open(app, waiting) {
        Ok(_) if waiting.expires_at <= now => Fate::GivenUp("it was of no use any more when its turn came".to_owned()),
        Ok(message) => match deliver(app, &waiting.id, &message, (owed::owed_since(waiting), now)).await {
            Ok(()) => Fate::Sent,
            Err(error) if error.is_transient() => Fate::Failing(error.to_string()),
            Err(error) => Fate::GivenUp(error.to_string()),
        },
        Err(error) => Fate::GivenUp(error.to_string()),
    };
    let outcome = match &fate {
        Fate::Sent => "sent",
        Fate::Failing(error) => {
            let (kind, attempts) = (&waiting.kind, waiting.attempts + 1);
            tracing::warn!(outbox = %waiting.id, kind, attempts, error, "a message could not be sent and will be tried again");
            "failed"
        }
        Fate::GivenUp(error) => {
            tracing::error!(outbox = %waiting.id, kind = waiting.kind, error, "a message was given up");
            "given_up"
        }
    };
    metrics::counter!("outbox_tries_total", "outcome" => outcome).increment(1);
    retry(|| async {
        let mut unit = app.store.write("outbox.done").await?;
        match &fate {
            Fate::Sent => outbox::delete(&mut unit, &waiting.id).await?,
            Fate::Failing(error) => outbox::note_failure(&mut unit, &waiting.id, error).await?,
            Fate::GivenUp(error) => outbox::give_up(&mut unit, waiting, error, now).await?,
        }
        unit.commit().await
    })
    .await
}

/// The lane of one receiver.
async fn send_webhooks(app: App, receiver: String, mut stop: watch::Receiver<bool>) {
    loop {
        match webhooks::deliver_due(&app, &receiver, app.clock.now()).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(%error, receiver, "what a webhook is owed could not be read"),
        }
        tokio::select! {
            () = app.webhooks.notified() => tokio::time::sleep(COMMIT_PAUSE).await,
            () = tokio::time::sleep(WEBHOOKS_INTERVAL) => {}
            () = stopped(&mut stop) => return,
        }
    }
}

async fn watch_keys(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = signing_keys::refresh_if_changed(&app).await {
            tracing::error!(%error, "the signing keys could not be read");
        }
        tokio::select! {
            () = tokio::time::sleep(KEYS_INTERVAL) => {}
            () = stopped(&mut stop) => return,
        }
    }
}

async fn keep_house(app: App, mut stop: watch::Receiver<bool>) {
    let holder = app.entropy.alphanumeric(32);
    loop {
        match lead(&app, &holder).await {
            Ok(true) => housekeeping(&app, app.clock.now()).await,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the lease of the jobs could not be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(CLEANING_INTERVAL) => {}
            () = stopped(&mut stop) => return,
        }
    }
}

async fn lead(app: &App, holder: &str) -> Result<bool, StoreError> {
    let mut unit = app.store.write("jobs.lead").await?;
    let leads = cleaning::lead(&mut unit, LEASE_NAME, holder, LEASE, app.clock.now()).await?;
    unit.commit().await?;
    Ok(leads)
}

/// Advances the keys and deletes what expired, once.
pub async fn housekeeping(app: &App, now: Timestamp) {
    if let Err(error) = signing_keys::advance(app, now).await {
        tracing::error!(%error, "the signing keys could not be advanced");
    }
    for table in cleaning::tables() {
        if let Err(error) = clean(app, table, now).await {
            tracing::error!(%error, table, "expired rows could not be deleted");
        }
    }
    if let Err(error) = clean_anonymous(app, now).await {
        tracing::error!(%error, "anonymous users could not be erased");
    }
}

async fn clean_anonymous(app: &App, now: Timestamp) -> Result<(), StoreError> {
    while anonymous::clean(app, now).await? > 0 {}
    Ok(())
}

async fn clean(app: &App, table: &str, now: Timestamp) -> Result<(), StoreError> {
    let mut unit = app.store.write("jobs.clean").await?;
    let rows = cleaning::clean(&mut unit, table, now).await?;
    unit.commit().await?;
    if rows > 0 {
        tracing::debug!(table, rows, "expired rows deleted");
    }
    Ok(())
}
