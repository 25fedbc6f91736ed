//! The `backup_codes` table: codes on paper.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::store::{StoreError, Tx, values};

/// Replaces a person's codes by those with these keyed digests.
pub async fn replace(tx: &mut Tx, user: &UserId, digests: &[[u8; 32]], now: Timestamp) -> Result<(), StoreError> {
    delete_of_user(tx, user).await?;
    for digest in digests {
        tx.execute(
            "INSERT INTO backup_codes (digest, user_id, created_at) VALUES ($1, $2, $3)",
            &values![*digest, user.as_str(), now],
        )
        .await?;
    }
    Ok(())
}

/// How many codes a person was given, and how many of them are left.
pub async fn count(tx: &mut Tx, user: &UserId) -> Result<(i64, i64), StoreError> {
    let row = tx.one("SELECT count(*), count(consumed_at) FROM backup_codes WHERE user_id = $1", &values![user.as_str()]).await?;
    let (given, consumed) = (row.integer(0)?, row.integer(1)?);
    Ok((given, given - consumed))
}

/// Spends a code: one statement, and its count says who won.
pub async fn consume(tx: &mut Tx, user: &UserId, digest: &[u8; 32], now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE backup_codes SET consumed_at = $1 WHERE digest = $2 AND user_id = $3 AND consumed_at IS NULL",
            &values![now, *digest, user.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Deletes all codes of a person.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM backup_codes WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}
