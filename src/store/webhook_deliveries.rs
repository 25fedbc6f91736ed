//! The `webhook_deliveries` table: what receivers of events are owed, and for a while what they were given.

use crate::clock::Timestamp;
use crate::model::ids::{MessageId, UserId};
use crate::store::{Row, StoreError, Tx, values};

/// A delivery that is owed.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    /// The row.
    pub id: MessageId,
    /// The same for every receiver and attempt.
    pub event_id: String,
    /// To whom.
    pub receiver: String,
    /// What it tells of.
    pub event_type: &'static str,
    /// Whom it tells of.
    pub user_id: Option<UserId>,
    /// What to send, sealed.
    pub payload_sealed: Vec<u8>,
    /// When the row goes.
    pub expires_at: Timestamp,
}

/// Adds a delivery that is due now.
pub async fn insert(tx: &mut Tx, delivery: &NewDelivery, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO webhook_deliveries
             (id, event_id, receiver, event_type, user_id, payload_sealed, state, attempts, due_at, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $8, $9)",
        &values![
            delivery.id.as_str(),
            delivery.event_id.as_str(),
            delivery.receiver.as_str(),
            delivery.event_type,
            delivery.user_id.as_ref().map(UserId::as_str),
            delivery.payload_sealed.clone(),
            now,
            now,
            delivery.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// A delivery that is due.
#[derive(Clone, Debug)]
pub struct DueDelivery {
    /// The row.
    pub id: MessageId,
    /// What is sent as the message's id.
    pub event_id: String,
    /// What to send, sealed.
    pub payload_sealed: Vec<u8>,
    /// How often it was tried.
    pub attempts: i64,
}

/// The `limit` deliveries to `receiver` that have been due longest.
pub async fn due(tx: &mut Tx, receiver: &str, limit: i64, now: Timestamp) -> Result<Vec<DueDelivery>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, event_id, payload_sealed, attempts FROM webhook_deliveries
             WHERE receiver = $1 AND state = 'waiting' AND due_at <= $2 ORDER BY due_at, id LIMIT $3",
            &values![receiver, now, limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(DueDelivery {
                id: MessageId::new(row.text(0)?),
                event_id: row.text(1)?,
                payload_sealed: row.bytes(2)?,
                attempts: row.integer(3)?,
            })
        })
        .collect()
}

/// Takes a due delivery for one try: it is not due again before `again_at`. The count says which node won.
pub async fn take(tx: &mut Tx, delivery: &DueDelivery, again_at: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE webhook_deliveries SET attempts = attempts + 1, due_at = $1
             WHERE id = $2 AND attempts = $3 AND state = 'waiting'",
            &values![again_at, delivery.id.as_str(), delivery.attempts],
        )
        .await?;
    Ok(rows == 1)
}

/// What a try came to.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// Why it did not do.
    pub error: Option<String>,
    /// Whether that was the last try.
    pub is_over: bool,
}

/// Notes what a try came to, unless another one has delivered it meanwhile.
pub async fn note(tx: &mut Tx, id: &MessageId, tried: &Tried, now: Timestamp) -> Result<(), StoreError> {
    let (state, finished_at) = match (tried.is_over, &tried.error) {
        (_, None) => ("delivered", Some(now)),
        (true, Some(_)) => ("failed", Some(now)),
        (false, Some(_)) => ("waiting", None),
    };
    tx.execute(
        "UPDATE webhook_deliveries SET state = $1, finished_at = $2, last_status = $3, last_error = $4
         WHERE id = $5 AND state = 'waiting'",
        &values![state, finished_at, tried.status.map(i64::from), tried.error.as_deref(), id.as_str()],
    )
    .await?;
    Ok(())
}

/// A delivery as the operator sees it.
#[derive(Clone, Debug)]
pub struct PastDelivery {
    /// The row.
    pub id: MessageId,
    /// The message's id.
    pub event_id: String,
    /// To whom.
    pub receiver: String,
    /// What it tells of.
    pub event_type: String,
    /// `waiting`, `delivered` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next, while it waits.
    pub due_at: Timestamp,
    /// The status of the last answer.
    pub last_status: Option<i64>,
    /// Why the last try did not do.
    pub last_error: Option<String>,
    /// When it was owed.
    pub created_at: Timestamp,
}

fn read(row: &Row) -> Result<PastDelivery, StoreError> {
    Ok(PastDelivery {
        id: MessageId::new(row.text(0)?),
        event_id: row.text(1)?,
        receiver: row.text(2)?,
        event_type: row.text(3)?,
        state: row.text(4)?,
        attempts: row.integer(5)?,
        due_at: row.timestamp(6)?,
        last_status: row.optional_integer(7)?,
        last_error: row.optional_text(8)?,
        created_at: row.timestamp(9)?,
    })
}

/// The `limit` newest deliveries, the newest first: all, or those in one state.
pub async fn newest(tx: &mut Tx, state: Option<&str>, limit: i64) -> Result<Vec<PastDelivery>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, event_id, receiver, event_type, state, attempts, due_at, last_status, last_error, created_at
             FROM webhook_deliveries WHERE state = $1 OR $2 = '' ORDER BY created_at DESC, id DESC LIMIT $3",
            &values![state.unwrap_or_default(), state.unwrap_or_default(), limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Has a finished delivery sent once more, from the beginning. False if there is none, or it waits anyway.
pub async fn replay(tx: &mut Tx, id: &MessageId, now: Timestamp, expires_at: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, due_at = $1, finished_at = NULL, expires_at = $2
             WHERE id = $3 AND state <> 'waiting'",
            &values![now, expires_at, id.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// How many deliveries to `receiver` wait.
pub async fn waiting(tx: &mut Tx, receiver: &str) -> Result<i64, StoreError> {
    let row = tx
        .optional("SELECT COUNT(*) FROM webhook_deliveries WHERE receiver = $1 AND state = 'waiting'", &values![receiver])
        .await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// Forgets what was told of a person, once it is told.
pub async fn forget_finished_of(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM webhook_deliveries WHERE user_id = $1 AND state <> 'waiting'", &values![user.as_str()]).await?;
    Ok(())
}
