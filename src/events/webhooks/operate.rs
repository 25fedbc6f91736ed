//! What the operator does with webhooks: looking at deliveries, having one sent once more, trying a receiver.

use serde_json::json;

use super::deliver::LIMITS;
use super::{KEPT_FOR, of_action, of_webhook};
use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Webhook;
use crate::model::event_type::TEST;
use crate::model::ids::MessageId;
use crate::outbound::http::HttpError;
use crate::outbound::signed_request::Receiver;
use crate::store::webhook_deliveries::{self, PastDelivery};
use crate::store::{StoreError, retry};

/// The newest deliveries, or the newest that failed.
pub async fn deliveries(app: &App, failed_only: bool, limit: i64) -> Result<Vec<PastDelivery>, StoreError> {
    let mut unit = app.store.read("webhooks.deliveries").await?;
    webhook_deliveries::newest(&mut unit, failed_only.then_some("failed"), limit).await
}

/// How many deliveries to a webhook wait.
pub async fn waiting(app: &App, name: &str) -> Result<i64, StoreError> {
    let mut unit = app.store.read("webhooks.waiting").await?;
    webhook_deliveries::waiting(&mut unit, &of_webhook(name)).await
}

/// How many deliveries to an action wait.
pub async fn waiting_for_action(app: &App, name: &str) -> Result<i64, StoreError> {
    let mut unit = app.store.read("webhooks.waiting").await?;
    webhook_deliveries::waiting(&mut unit, &of_action(name)).await
}

/// Has a finished delivery sent once more, under the same id. False if there is none, or it waits anyway.
pub async fn replay(app: &App, id: &MessageId, now: Timestamp) -> Result<bool, StoreError> {
    let replayed = retry(|| async {
        let mut unit = app.store.write("webhooks.replay").await?;
        let replayed = webhook_deliveries::replay(&mut unit, id, now, now + KEPT_FOR).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(replayed)
    })
    .await?;
    app.webhooks.notify_waiters();
    Ok(replayed)
}

/// Sends a webhook an event that says nothing, at once and past the queue. Returns the status of its answer.
pub async fn test(app: &App, webhook: &Webhook, now: Timestamp) -> Result<u16, HttpError> {
    let body = json!({ "type": TEST, "timestamp": now.rfc3339(), "data": { "webhook": webhook.name.as_str() } });
    let receiver = Receiver { url: webhook.url.expose(), secrets: webhook.secrets(), limits: LIMITS };
    let answer = receiver.post(&app.http, &app.ordered_id(now), body.to_string().into_bytes(), now).await?;
    Ok(answer.status().as_u16())
}
