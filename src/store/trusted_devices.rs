//! The `trusted_devices` table: browsers that need no second factor for a while.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::model::user::User;
use crate::store::{StoreError, Tx, values};

/// Adds a device of `user`, as their credentials now are.
pub async fn insert(tx: &mut Tx, user: &User, digest: &[u8; 32], life: (Timestamp, Timestamp)) -> Result<(), StoreError> {
    let (now, expires_at) = life;
    tx.execute(
        "INSERT INTO trusted_devices (digest, user_id, credential_version, created_at, used_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &values![*digest, user.id.as_str(), user.credential_version, now, now, expires_at],
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

/// Ends the trust in every device of a person.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM trusted_devices WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}
