//! The `foreign_cookie_keys` table: secrets of another server, by which it signed cookies that still count here.

use crate::clock::Timestamp;
use crate::store::{Sql, StoreError, Tx, values};

/// A secret, as it is stored.
#[derive(Clone, Debug)]
pub struct StoredForeignKey {
    /// The secret, sealed.
    pub sealed: Vec<u8>,
    /// Until when its signatures count.
    pub expires_at: Timestamp,
}

/// Keeps a secret until `expires_at`, in place of the time that it had.
pub async fn put(
    tx: &mut Tx,
    digest: [u8; 32],
    sealed: Vec<u8>,
    (now, expires_at): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO foreign_cookie_keys (digest, secret_sealed, created_at, expires_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (digest) DO UPDATE SET secret_sealed = excluded.secret_sealed, expires_at = excluded.expires_at",
            "INSERT INTO foreign_cookie_keys (digest, secret_sealed, created_at, expires_at) VALUES ($1, $2, $3, $4)
             ON DUPLICATE KEY UPDATE secret_sealed = VALUES(secret_sealed), expires_at = VALUES(expires_at)",
        ),
        &values![digest, sealed, now, expires_at],
    )
    .await
    .map(drop)
}

/// Until when the signatures of this secret count.
pub async fn expiry(tx: &mut Tx, digest: [u8; 32]) -> Result<Option<Timestamp>, StoreError> {
    let row = tx.optional("SELECT expires_at FROM foreign_cookie_keys WHERE digest = $1", &values![digest]).await?;
    row.map(|row| row.timestamp(0)).transpose()
}

/// Those that still count.
pub async fn living(tx: &mut Tx, now: Timestamp) -> Result<Vec<StoredForeignKey>, StoreError> {
    let rows = tx.all("SELECT secret_sealed, expires_at FROM foreign_cookie_keys WHERE expires_at > $1", &values![now]).await?;
    rows.iter().map(|row| Ok(StoredForeignKey { sealed: row.bytes(0)?, expires_at: row.timestamp(1)? })).collect()
}
