//! Sending what receivers are owed.

use std::time::Duration;

use http::StatusCode;
use tokio::task::JoinSet;

use super::{SEAL_PURPOSE, of_action, of_webhook};
use crate::app::App;
use crate::clock::Timestamp;
use crate::config::{Action, Webhook};
use crate::events::actions::{answer, apply};
use crate::outbound::http::{HttpError, RequestLimits};
use crate::outbound::signed_request::Receiver;
use crate::store::webhook_deliveries::{self, DueDelivery, Tried};
use crate::store::{StoreError, retry, unit};

/// What a request may cost. A receiver takes the event and works afterwards.
pub(super) const LIMITS: RequestLimits = RequestLimits { maximum_length: 64 * 1024, timeout: Duration::from_secs(15) };
/// How many requests to one receiver are under way at a time.
const AT_A_TIME: i64 = 8;
/// How long to wait after each try that failed; longer than a try may take. After the last there is no other: a day and a bit in all.
const PAUSES: [Duration; 10] = [
    Duration::from_secs(30),
    Duration::from_secs(2 * 60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(15 * 60),
    Duration::from_secs(30 * 60),
    Duration::from_secs(60 * 60),
    Duration::from_secs(2 * 60 * 60),
    Duration::from_secs(4 * 60 * 60),
    Duration::from_secs(8 * 60 * 60),
    Duration::from_secs(8 * 60 * 60),
];

/// Everybody who may be owed something.
pub fn receivers(app: &App) -> Vec<String> {
    let webhooks = app.config.webhooks.iter().map(|hook| of_webhook(hook.name.as_str()));
    let told = |action: &&Action| action.points.iter().any(|point| !point.is_waited_for());
    let actions = app.config.actions.iter().filter(told).map(|action| of_action(action.name.as_str()));
    webhooks.chain(actions).collect()
}

/// Tries each delivery to `receiver` that is due once, a few at a time. Returns how many were tried.
pub async fn deliver_due(app: &App, receiver: &str, now: Timestamp) -> Result<usize, StoreError> {
    let mut reading = app.store.read("webhooks.due").await?;
    let due = webhook_deliveries::due(&mut reading, receiver, AT_A_TIME, now).await?;
    drop(reading);
    let mut tries = JoinSet::new();
    for delivery in due {
        let again_at = now + pause(delivery.attempts).unwrap_or(LIMITS.timeout * 2);
        let taken = retry(|| async {
            let mut unit = app.store.write("webhooks.take").await?;
            let taken = webhook_deliveries::take(&mut unit, &delivery, again_at).await?;
            unit.commit().await?;
            Ok::<_, StoreError>(taken)
        });
        if taken.await? {
            let (app, receiver) = (app.clone(), receiver.to_owned());
            tries.spawn(async move { attempt(&app, &receiver, &delivery, now).await });
        }
    }
    let mut tried = 0;
    while let Some(ended) = tries.join_next().await {
        tried += 1;
        if let Ok(Err(error)) = ended {
            tracing::error!(%error, receiver, "what a delivery came to could not be noted; it will be sent again");
        }
    }
    Ok(tried)
}

fn pause(attempts: i64) -> Option<Duration> {
    usize::try_from(attempts).ok().and_then(|attempts| PAUSES.get(attempts)).copied()
}

/// One of the two kinds of receivers, as it is configured.
enum Hook<'a> {
    Webhook(&'a Webhook),
    Action(&'a Action),
}

impl<'a> Hook<'a> {
    fn find(app: &'a App, receiver: &str) -> Option<Self> {
        let webhook = app.config.webhooks.iter().find(|hook| of_webhook(hook.name.as_str()) == receiver).map(Self::Webhook);
        webhook.or_else(|| app.config.actions.iter().find(|action| of_action(action.name.as_str()) == receiver).map(Self::Action))
    }

    fn receiver(&self) -> Receiver<'a> {
        match self {
            Self::Webhook(hook) => Receiver { url: hook.url.expose(), secrets: hook.secrets(), limits: LIMITS },
            Self::Action(action) => Receiver { url: action.url.expose(), secrets: action.secrets(), limits: LIMITS },
        }
    }
}

/// Why a try did not do, and whether it was the last.
struct Failure {
    status: Option<StatusCode>,
    reason: String,
    is_final: bool,
}

impl Failure {
    fn again(reason: &str) -> Self {
        Self { status: None, reason: reason.to_owned(), is_final: false }
    }
}

async fn attempt(app: &App, receiver: &str, delivery: &DueDelivery, now: Timestamp) -> Result<(), StoreError> {
    let sent = send(app, receiver, delivery, now).await;
    let outcome = match &sent {
        Ok(_) => "delivered",
        Err(failure) if failure.is_final || pause(delivery.attempts).is_none() => "given_up",
        Err(_) => "failed",
    };
    metrics::counter!("webhook_deliveries_total", "receiver" => receiver.to_owned(), "outcome" => outcome).increment(1);
    let tried = match sent {
        Ok(status) => Tried { status: Some(status.as_u16()), error: None, is_over: true },
        Err(failure) => {
            let (attempts, error) = (delivery.attempts + 1, &failure.reason);
            tracing::warn!(receiver, delivery = %delivery.id, attempts, error, outcome, "an event was not taken");
            Tried {
                status: failure.status.map(|status| status.as_u16()),
                error: Some(failure.reason),
                is_over: outcome == "given_up",
            }
        }
    };
    retry(|| async {
        let mut unit = app.store.write("webhooks.done").await?;
        webhook_deliveries::note(&mut unit, &delivery.id, &tried, app.clock.now()).await?;
        unit.commit().await
    })
    .await
}

async fn send(app: &App, receiver: &str, delivery: &DueDelivery, now: Timestamp) -> Result<StatusCode, Failure> {
    unit::must_be_closed("sending a webhook");
    let hook = Hook::find(app, receiver).ok_or_else(|| Failure::again("it is not configured any more"))?;
    let payload = app
        .master_keys
        .open(SEAL_PURPOSE, &delivery.payload_sealed)
        .map_err(|error| Failure { is_final: true, ..Failure::again(&error.to_string()) })?;
    let sent = hook.receiver().post(&app.http, &delivery.event_id, payload.to_vec(), now).await;
    let response = sent.map_err(|error: HttpError| Failure::again(error.reason()))?;
    judge(response.status())?;
    if let (Hook::Action(action), StatusCode::OK) = (&hook, response.status()) {
        let answer = answer::read(response.body())
            .map_err(|reason| Failure { status: Some(response.status()), ..Failure::again(reason) })?;
        apply::to_user(app, action, &payload, answer, now).await.map_err(|error| Failure::again(&error.to_string()))?;
    }
    Ok(response.status())
}

fn judge(status: StatusCode) -> Result<(), Failure> {
    if status.is_success() {
        return Ok(());
    }
    let gone = status == StatusCode::GONE;
    let note = if status.is_redirection() { "; redirects are not followed" } else { "" };
    Err(Failure { status: Some(status), reason: format!("status {}{note}", status.as_u16()), is_final: gone })
}
