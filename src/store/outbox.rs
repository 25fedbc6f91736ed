//! The `outbox` table: messages that a committed change owes somebody.

use crate::clock::Timestamp;
use crate::model::ids::MessageId;
use crate::store::{StoreError, Tx, values};

/// A waiting message.
#[derive(Clone, Debug)]
pub struct WaitingMessage {
    /// The row.
    pub id: MessageId,
    /// What to send, sealed.
    pub payload_sealed: Vec<u8>,
    /// How often it was tried.
    pub attempts: i64,
    /// After which it is of no use.
    pub expires_at: Timestamp,
}

/// Adds a message that is due now.
pub async fn insert(tx: &mut Tx, message: &WaitingMessage, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO outbox (id, payload_sealed, attempts, due_at, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &values![message.id.as_str(), message.payload_sealed.clone(), message.attempts, now, message.expires_at, now],
    )
    .await?;
    Ok(())
}

/// The `limit` messages that have been due longest.
pub async fn due(tx: &mut Tx, limit: i64, now: Timestamp) -> Result<Vec<WaitingMessage>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, payload_sealed, attempts, expires_at FROM outbox WHERE due_at <= $1 ORDER BY due_at LIMIT $2",
            &values![now, limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(WaitingMessage {
                id: MessageId::new(row.text(0)?),
                payload_sealed: row.bytes(1)?,
                attempts: row.integer(2)?,
                expires_at: row.timestamp(3)?,
            })
        })
        .collect()
}

/// Takes a due message for one try: it is not due again before `again_at`. The count says which node won.
pub async fn take(tx: &mut Tx, message: &WaitingMessage, again_at: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE outbox SET attempts = attempts + 1, due_at = $1 WHERE id = $2 AND attempts = $3",
            &values![again_at, message.id.as_str(), message.attempts],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes why a try failed.
pub async fn note_failure(tx: &mut Tx, id: &MessageId, error: &str) -> Result<(), StoreError> {
    tx.execute("UPDATE outbox SET last_error = $1 WHERE id = $2", &values![error, id.as_str()]).await?;
    Ok(())
}

/// Deletes a message: delivered, refused for good or expired.
pub async fn delete(tx: &mut Tx, id: &MessageId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM outbox WHERE id = $1", &values![id.as_str()]).await?;
    Ok(())
}
