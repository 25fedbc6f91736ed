//! The `trusted_devices` table: browsers that need no second factor for a while.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::model::trusted_device::TrustedDevice;
use crate::model::user::User;
use crate::store::{StoreError, Tx, values};

/// Adds a device of `user`, as their credentials now are. `digest` is of what the browser shows.
pub async fn insert(tx: &mut Tx, user: &User, digest: &[u8; 32], device: &TrustedDevice) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO trusted_devices (digest, user_id, credential_version, id, user_agent, created_at, used_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values![
            *digest,
            user.id.as_str(),
            user.credential_version,
            device.id.as_str(),
            device.user_agent.as_str(),
            device.created_at,
            device.used_at,
            device.expires_at
        ],
    )
    .await
    .map(drop)
}

/// Uses the trust in a device of `user`: it goes on under another secret. One statement, and its count says whether there was such a
/// trust; of any number of parallel calls one returns true.
pub async fn rotate(
    tx: &mut Tx,
    user: &User,
    digests: (&[u8; 32], &[u8; 32]),
    life: (Timestamp, Timestamp),
) -> Result<bool, StoreError> {
    let ((old, new), (now, expires_at)) = (digests, life);
    let rows = tx
        .execute(
            "UPDATE trusted_devices SET digest = $1, used_at = $2, expires_at = $3
             WHERE digest = $4 AND user_id = $5 AND credential_version = $6 AND expires_at > $7",
            &values![*new, now, expires_at, *old, user.id.as_str(), user.credential_version, now],
        )
        .await?;
    Ok(rows == 1)
}

/// The living trusts of `user`, the last used first, each with the digest of what its browser shows.
pub async fn of_user(tx: &mut Tx, user: &User, now: Timestamp) -> Result<Vec<(TrustedDevice, Vec<u8>)>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, user_agent, created_at, used_at, expires_at, digest FROM trusted_devices
             WHERE user_id = $1 AND credential_version = $2 AND expires_at > $3 ORDER BY used_at DESC, id",
            &values![user.id.as_str(), user.credential_version, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let device = TrustedDevice {
                id: row.text(0)?,
                user_agent: row.text(1)?,
                created_at: row.timestamp(2)?,
                used_at: row.timestamp(3)?,
                expires_at: row.timestamp(4)?,
            };
            Ok((device, row.optional_bytes(5)?.unwrap_or_default()))
        })
        .collect()
}

/// Ends the trust in one device of a person. Returns whether there was one.
pub async fn delete(tx: &mut Tx, user: &UserId, id: &str) -> Result<bool, StoreError> {
    let rows = tx.execute("DELETE FROM trusted_devices WHERE user_id = $1 AND id = $2", &values![user.as_str(), id]).await?;
    Ok(rows > 0)
}

/// Ends the trust in every device of a person. Returns in how many.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM trusted_devices WHERE user_id = $1", &values![user.as_str()]).await
}
