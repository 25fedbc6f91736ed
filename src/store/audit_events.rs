//! The `audit_events` table.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::store::{Row, StoreError, Tx, values};

/// One line of the audit trail. Holds no secret and no mail address: people stand in it by id.
#[derive(Clone, Debug, Default)]
pub struct StoredAuditEvent {
    /// UUIDv7, so that ids sort by time.
    pub id: String,
    /// What happened.
    pub kind: &'static str,
    /// To or by whom.
    pub user_id: Option<String>,
    /// With which client.
    pub client_id: Option<String>,
    /// In which session.
    pub session_id: Option<String>,
    /// From which address.
    pub ip_address: Option<String>,
    /// With which device.
    pub device: Option<String>,
    /// In which request.
    pub request_id: Option<String>,
    /// More, as a JSON object.
    pub detail: String,
}

/// Adds a line.
pub async fn insert(tx: &mut Tx, event: &StoredAuditEvent, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO audit_events (id, occurred_at, kind, user_id, client_id, session_id, ip_address, request_id, detail, device)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &values![
            event.id.as_str(),
            now,
            event.kind,
            event.user_id.clone(),
            event.client_id.clone(),
            event.session_id.clone(),
            event.ip_address.clone(),
            event.request_id.clone(),
            event.detail.as_str(),
            event.device.clone()
        ],
    )
    .await?;
    Ok(())
}

/// A line about a person, as it was stored.
#[derive(Clone, Debug)]
pub struct PastEvent {
    /// Sorts by time.
    pub id: String,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// What happened.
    pub kind: String,
    /// With which client.
    pub client_id: Option<String>,
    /// From which address.
    pub ip_address: Option<String>,
    /// With which device.
    pub device: Option<String>,
    /// More, as a JSON object.
    pub detail: String,
}

fn read(row: &Row) -> Result<PastEvent, StoreError> {
    Ok(PastEvent {
        id: row.text(0)?,
        occurred_at: row.timestamp(1)?,
        kind: row.text(2)?,
        client_id: row.optional_text(3)?,
        ip_address: row.optional_text(4)?,
        detail: row.text(5)?,
        device: row.optional_text(6)?,
    })
}

/// At most `limit` lines about a person, the newest first: all, or those before a moment.
pub async fn of_user(tx: &mut Tx, user: &UserId, before: Option<Timestamp>, limit: i64) -> Result<Vec<PastEvent>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, occurred_at, kind, client_id, ip_address, detail, device FROM audit_events
             WHERE user_id = $1 AND occurred_at < $2 ORDER BY occurred_at DESC, id DESC LIMIT $3",
            &values![user.as_str(), before.unwrap_or(Timestamp::from_millis(i64::MAX)), limit],
        )
        .await?;
    rows.iter().map(read).collect()
}
