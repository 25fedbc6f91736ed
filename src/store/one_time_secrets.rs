//! The `one_time_secrets` table: mailed links and the like.

use crate::clock::Timestamp;
use crate::store::{Sql, StoreError, Tx, values};

/// A single-use secret as it is stored.
#[derive(Clone, Debug)]
pub struct StoredSecret {
    /// Keyed digest of the secret and its purpose.
    pub digest: [u8; 32],
    /// What it is for; a secret of one purpose is worthless for another.
    pub purpose: &'static str,
    /// Whose it is: a user's id.
    pub subject: String,
    /// The user's credential version when it was made.
    pub credential_version: i64,
    /// What it carries, sealed.
    pub payload_sealed: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// What is read of a secret that is shown.
#[derive(Clone, Debug)]
pub struct FoundSecret {
    /// Whose it is.
    pub subject: String,
    /// The user's credential version when it was made.
    pub credential_version: i64,
    /// What it carries, sealed.
    pub payload_sealed: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was spent or replaced.
    pub consumed_at: Option<Timestamp>,
}

/// Adds a secret and makes the earlier unspent ones of the same purpose and subject worthless.
pub async fn replace(tx: &mut Tx, secret: &StoredSecret) -> Result<(), StoreError> {
    revoke_of_purpose(tx, &secret.subject, secret.purpose, secret.created_at).await?;
    insert(tx, secret).await
}

/// Adds a secret and leaves the others as they are.
pub async fn insert(tx: &mut Tx, secret: &StoredSecret) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO one_time_secrets (digest, purpose, subject, credential_version, payload_sealed, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values![
            secret.digest,
            secret.purpose,
            secret.subject.as_str(),
            secret.credential_version,
            secret.payload_sealed.clone(),
            secret.created_at,
            secret.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Takes the installation as the parent of a secret of its own. The upsert is also the lock.
pub async fn hold_installation(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3)
             ON CONFLICT (name) DO UPDATE SET updated_at = excluded.updated_at",
            "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3)
             ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at)",
        ),
        &values!["installation.secrets", "", now],
    )
    .await
    .map(drop)
}

/// The secret with this digest and purpose, spent or not, expired or not.
pub async fn find(tx: &mut Tx, digest: &[u8; 32], purpose: &str) -> Result<Option<FoundSecret>, StoreError> {
    let row = tx
        .optional(
            "SELECT subject, credential_version, payload_sealed, created_at, expires_at, consumed_at
             FROM one_time_secrets WHERE digest = $1 AND purpose = $2",
            &values![*digest, purpose],
        )
        .await?;
    row.map(|row| {
        Ok(FoundSecret {
            subject: row.text(0)?,
            credential_version: row.integer(1)?,
            payload_sealed: row.bytes(2)?,
            created_at: row.timestamp(3)?,
            expires_at: row.timestamp(4)?,
            consumed_at: row.optional_timestamp(5)?,
        })
    })
    .transpose()
}

/// A secret that has not been spent, found by its subject.
#[derive(Clone, Debug)]
pub struct UnspentSecret {
    /// Its digest.
    pub digest: [u8; 32],
    /// What it carries, sealed.
    pub payload_sealed: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// The newest unspent secret of a subject and purpose, expired or not.
pub async fn newest_unspent(tx: &mut Tx, subject: &str, purpose: &str) -> Result<Option<UnspentSecret>, StoreError> {
    let row = tx
        .optional(
            "SELECT digest, payload_sealed, created_at, expires_at FROM one_time_secrets
             WHERE subject = $1 AND purpose = $2 AND consumed_at IS NULL ORDER BY created_at DESC, digest LIMIT 1",
            &values![subject, purpose],
        )
        .await?;
    row.map(|row| {
        Ok(UnspentSecret {
            digest: row.bytes(0)?.try_into().map_err(|_| StoreError::inconsistent("one_time_secrets", "digest"))?,
            payload_sealed: row.bytes(1)?,
            created_at: row.timestamp(2)?,
            expires_at: row.timestamp(3)?,
        })
    })
    .transpose()
}

/// Spends the secret: one statement, and its count says who won.
pub async fn consume(tx: &mut Tx, digest: &[u8; 32], purpose: &str, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE one_time_secrets SET consumed_at = $1 WHERE digest = $2 AND purpose = $3 AND consumed_at IS NULL AND expires_at > $4",
            &values![now, *digest, purpose, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Makes every unspent secret of a subject and purpose worthless.
pub async fn revoke_of_purpose(tx: &mut Tx, subject: &str, purpose: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE one_time_secrets SET consumed_at = $1 WHERE subject = $2 AND purpose = $3 AND consumed_at IS NULL",
        &values![now, subject, purpose],
    )
    .await
    .map(drop)
}

/// Makes every unspent secret of a subject and purpose worthless that was made at a time or later.
pub async fn revoke_since(
    tx: &mut Tx,
    (subject, purpose): (&str, &str),
    since: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE one_time_secrets SET consumed_at = $1
         WHERE subject = $2 AND purpose = $3 AND created_at >= $4 AND consumed_at IS NULL",
        &values![now, subject, purpose, since],
    )
    .await
    .map(drop)
}

/// Makes every unspent secret of a subject worthless.
pub async fn revoke_of_subject(tx: &mut Tx, subject: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("UPDATE one_time_secrets SET consumed_at = $1 WHERE subject = $2 AND consumed_at IS NULL", &values![now, subject])
        .await?;
    Ok(())
}
