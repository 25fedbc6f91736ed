//! The `known_devices` table: browsers and programs in which a person signed in before.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::store::{StoreError, Tx, values};

/// What a device is to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The first of theirs.
    First,
    /// One that they did not have before.
    New,
    /// One that they had.
    Known,
}

/// Takes note that a person signs in with a device. The caller holds the person, so that of two at once one is the first.
pub async fn see(tx: &mut Tx, user: &UserId, digest: &[u8; 32], life: (Timestamp, Timestamp)) -> Result<Seen, StoreError> {
    let (now, expires_at) = life;
    let again = tx
        .execute(
            "UPDATE known_devices SET seen_at = $1, expires_at = $2 WHERE digest = $3 AND user_id = $4 AND expires_at > $5",
            &values![now, expires_at, *digest, user.as_str(), now],
        )
        .await?;
    if again == 1 {
        return Ok(Seen::Known);
    }
    let others = tx
        .optional("SELECT 1 FROM known_devices WHERE user_id = $1 AND expires_at > $2 LIMIT 1", &values![user.as_str(), now])
        .await?;
    // One that was forgotten by time may still lie there.
    tx.execute("DELETE FROM known_devices WHERE digest = $1", &values![*digest]).await?;
    tx.execute(
        "INSERT INTO known_devices (digest, user_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        &values![*digest, user.as_str(), now, now, expires_at],
    )
    .await?;
    Ok(if others.is_some() { Seen::New } else { Seen::First })
}

/// Forgets the devices that a person has had since a time.
pub async fn forget_since(tx: &mut Tx, user: &UserId, since: Timestamp) -> Result<(), StoreError> {
    tx.execute("DELETE FROM known_devices WHERE user_id = $1 AND created_at >= $2", &values![user.as_str(), since])
        .await
        .map(drop)
}

/// Forgets every device of a person.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM known_devices WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}
