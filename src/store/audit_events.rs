//! The `audit_events` table.

use crate::clock::Timestamp;
use crate::store::{StoreError, Tx, values};

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
    /// In which request.
    pub request_id: Option<String>,
    /// More, as a JSON object.
    pub detail: String,
}

/// Adds a line.
pub async fn insert(tx: &mut Tx, event: &StoredAuditEvent, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO audit_events (id, occurred_at, kind, user_id, client_id, session_id, ip_address, request_id, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &values![
            event.id.as_str(),
            now,
            event.kind,
            event.user_id.clone(),
            event.client_id.clone(),
            event.session_id.clone(),
            event.ip_address.clone(),
            event.request_id.clone(),
            event.detail.as_str()
        ],
    )
    .await?;
    Ok(())
}
