//! The `login_transactions` table: people in the middle of an authorization request.

use crate::clock::Timestamp;
use crate::model::ids::{ClientId, DeviceAuthorizationId};
use crate::model::login_transaction::AnswerTarget;
use crate::store::{StoreError, Tx, values};

/// A login transaction as it is stored.
#[derive(Clone, Debug)]
pub struct StoredTransaction {
    /// SHA-256 of the id that rides in URLs as `flow`.
    pub digest: [u8; 32],
    /// SHA-256 of the secret in the flow cookie of the browser that began it.
    pub browser_digest: [u8; 32],
    /// The client of the request.
    pub client_id: ClientId,
    /// Who waits for what comes of it.
    pub target: AnswerTarget,
    /// The parameters of an app's request, form encoded, as they came.
    pub request: String,
    /// What the person has done in it so far, as JSON.
    pub facts: String,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Adds a transaction.
pub async fn insert(tx: &mut Tx, transaction: &StoredTransaction) -> Result<(), StoreError> {
    let device = match &transaction.target {
        AnswerTarget::RedirectUri => None,
        AnswerTarget::Device(id) => Some(id.to_string()),
    };
    tx.execute(
        "INSERT INTO login_transactions (digest, browser_digest, client_id, device_authorization_id, request, facts, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values![
            transaction.digest,
            transaction.browser_digest,
            transaction.client_id.as_str(),
            device,
            transaction.request.as_str(),
            transaction.facts.as_str(),
            transaction.created_at,
            transaction.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// The transaction with this digest, whichever browser asks and whether or not it expired.
pub async fn find(tx: &mut Tx, digest: &[u8; 32]) -> Result<Option<StoredTransaction>, StoreError> {
    let row = tx
        .optional(
            "SELECT browser_digest, client_id, request, facts, created_at, expires_at, device_authorization_id
             FROM login_transactions WHERE digest = $1",
            &values![*digest],
        )
        .await?;
    row.map(|row| {
        let browser = row.bytes(0)?;
        Ok(StoredTransaction {
            digest: *digest,
            browser_digest: browser.try_into().map_err(|_| StoreError::inconsistent("login_transactions", "browser_digest"))?,
            client_id: ClientId::new(row.text(1)?),
            target: row
                .optional_text(6)?
                .map_or(AnswerTarget::RedirectUri, |id| AnswerTarget::Device(DeviceAuthorizationId::new(id))),
            request: row.text(2)?,
            facts: row.text(3)?,
            created_at: row.timestamp(4)?,
            expires_at: row.timestamp(5)?,
        })
    })
    .transpose()
}

/// Records what the person did, and gives them more time. Returns whether the transaction still was in that browser and state.
pub async fn set_facts(
    tx: &mut Tx,
    transaction: &StoredTransaction,
    facts: &str,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE login_transactions SET facts = $1, expires_at = $2 WHERE digest = $3 AND browser_digest = $4 AND facts = $5",
            &values![facts, expires_at, transaction.digest, transaction.browser_digest, transaction.facts.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives every open transaction of a browser to its new secret, when that is rotated.
pub async fn rebind(tx: &mut Tx, old: &[u8; 32], new: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("UPDATE login_transactions SET browser_digest = $1 WHERE browser_digest = $2", &values![*new, *old]).await?;
    Ok(())
}

/// Ends the transaction: one statement, and its count says who won.
pub async fn finish(tx: &mut Tx, digest: &[u8; 32], browser_digest: &[u8; 32]) -> Result<bool, StoreError> {
    let rows = tx
        .execute("DELETE FROM login_transactions WHERE digest = $1 AND browser_digest = $2", &values![*digest, *browser_digest])
        .await?;
    Ok(rows == 1)
}
