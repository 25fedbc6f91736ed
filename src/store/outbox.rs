//! The `outbox` table: messages that a committed change owes somebody.

use crate::clock::Timestamp;
use crate::model::ids::MessageId;
use crate::store::{Row, StoreError, Tx, values};

/// A waiting message.
#[derive(Clone, Debug)]
pub struct WaitingMessage {
    /// The row.
    pub id: MessageId,
    /// What kind of message it is: the name of it, which tells of no person.
    pub kind: String,
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
        "INSERT INTO outbox (id, kind, payload_sealed, attempts, due_at, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values![
            message.id.as_str(),
            message.kind.as_str(),
            message.payload_sealed.clone(),
            message.attempts,
            now,
            message.expires_at,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The `limit` messages that have been due longest.
pub async fn due(tx: &mut Tx, limit: i64, now: Timestamp) -> Result<Vec<WaitingMessage>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, kind, payload_sealed, attempts, expires_at FROM outbox
             WHERE due_at <= $1 AND given_up_at IS NULL ORDER BY due_at LIMIT $2",
            &values![now, limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(WaitingMessage {
                id: MessageId::new(row.text(0)?),
                kind: row.text(1)?,
                payload_sealed: row.bytes(2)?,
                attempts: row.integer(3)?,
                expires_at: row.timestamp(4)?,
            })
        })
        .collect()
}

/// Takes a due message for one try: it is not due again before `again_at`. The count says which node won.
pub async fn take(tx: &mut Tx, message: &WaitingMessage, again_at: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE outbox SET attempts = attempts + 1, due_at = $1 WHERE id = $2 AND attempts = $3 AND given_up_at IS NULL",
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

/// Tries a message no more, and says why; what it says is forgotten once it is of no use.
pub async fn give_up(tx: &mut Tx, message: &WaitingMessage, error: &str, now: Timestamp) -> Result<(), StoreError> {
    let kept = if message.expires_at > now { message.payload_sealed.clone() } else { Vec::new() };
    tx.execute(
        "UPDATE outbox SET given_up_at = $1, last_error = $2, payload_sealed = $3 WHERE id = $4",
        &values![now, error, kept, message.id.as_str()],
    )
    .await
    .map(drop)
}

/// Deletes a message that was delivered.
pub async fn delete(tx: &mut Tx, id: &MessageId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM outbox WHERE id = $1", &values![id.as_str()]).await?;
    Ok(())
}

/// A message that is in the outbox, without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedMessage {
    /// The row.
    pub id: MessageId,
    /// What kind of message it is.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Since when it is owed.
    pub created_at: Timestamp,
    /// When it is tried next.
    pub due_at: Timestamp,
    /// After which it is of no use.
    pub expires_at: Timestamp,
    /// Since when it is not tried any more.
    pub given_up_at: Option<Timestamp>,
    /// Why the last try failed. Names no person.
    pub last_error: Option<String>,
}

/// At most `limit` messages, those owed longest first.
pub async fn queued(tx: &mut Tx, limit: i64) -> Result<Vec<QueuedMessage>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, kind, attempts, created_at, due_at, expires_at, given_up_at, last_error FROM outbox
             ORDER BY created_at, id LIMIT $1",
            &values![limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(QueuedMessage {
                id: MessageId::new(row.text(0)?),
                kind: row.text(1)?,
                attempts: row.integer(2)?,
                created_at: row.timestamp(3)?,
                due_at: row.timestamp(4)?,
                expires_at: row.timestamp(5)?,
                given_up_at: row.optional_timestamp(6)?,
                last_error: row.optional_text(7)?,
            })
        })
        .collect()
}

/// How the outbox stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many messages wait, whether or not they were tried.
    pub waiting: i64,
    /// How many of them were tried and not taken.
    pub failing: i64,
    /// How many are not tried any more.
    pub given_up: i64,
    /// Since when the one is owed that has waited longest.
    pub oldest: Option<Timestamp>,
    /// Why the newest of those failed that did.
    pub last_error: Option<String>,
}

/// How the outbox stands.
pub async fn standing(tx: &mut Tx) -> Result<Standing, StoreError> {
    let waiting = tx.optional("SELECT count(*), min(created_at) FROM outbox WHERE given_up_at IS NULL", &[]).await?;
    let failing = tx.optional("SELECT count(*) FROM outbox WHERE given_up_at IS NULL AND last_error IS NOT NULL", &[]).await?;
    let given_up = tx.optional("SELECT count(*) FROM outbox WHERE given_up_at IS NOT NULL", &[]).await?;
    let newest = "SELECT last_error FROM outbox WHERE last_error IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1";
    let error = tx.optional(newest, &[]).await?;
    let count = |row: &Option<Row>| row.as_ref().map_or(Ok(0), |row| row.integer(0));
    Ok(Standing {
        waiting: count(&waiting)?,
        failing: count(&failing)?,
        given_up: count(&given_up)?,
        oldest: waiting.map_or(Ok(None), |row| row.optional_timestamp(1))?,
        last_error: error.map_or(Ok(None), |row| row.optional_text(0))?,
    })
}

/// Makes a message due that was tried and not taken, unless it is of no use any more. Returns whether it is.
pub async fn make_due(tx: &mut Tx, id: &MessageId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE outbox SET due_at = $1, given_up_at = NULL WHERE id = $2 AND expires_at > $3 AND last_error IS NOT NULL",
            &values![now, id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// The same for each of them. Returns how many are.
pub async fn make_all_due(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "UPDATE outbox SET due_at = $1, given_up_at = NULL WHERE expires_at > $2 AND last_error IS NOT NULL",
        &values![now, now],
    )
    .await
}
