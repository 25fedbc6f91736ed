//! The `guess_counters` table: how often something was guessed wrong, shared by all paths and nodes.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::store::{Sql, StoreError, Tx, values};

/// How many wrong guesses stand against `digest` in the running window.
pub async fn failures(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<i64, StoreError> {
    let row =
        tx.optional("SELECT failures FROM guess_counters WHERE digest = $1 AND expires_at > $2", &values![*digest, now]).await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// Counts one more wrong guess; a window that has passed starts anew.
pub async fn count(tx: &mut Tx, digest: &[u8; 32], window: Duration, now: Timestamp) -> Result<(), StoreError> {
    let inserted = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO guess_counters (digest, failures, window_started_at, expires_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (digest) DO NOTHING",
                "INSERT IGNORE INTO guess_counters (digest, failures, window_started_at, expires_at) VALUES ($1, $2, $3, $4)",
            ),
            &values![*digest, 1_i64, now, now + window],
        )
        .await?;
    if inserted == 0 {
        let counted = tx
            .execute(
                "UPDATE guess_counters SET failures = failures + 1 WHERE digest = $1 AND expires_at > $2",
                &values![*digest, now],
            )
            .await?;
        if counted == 0 {
            tx.execute(
                "UPDATE guess_counters SET failures = $1, window_started_at = $2, expires_at = $3 WHERE digest = $4",
                &values![1_i64, now, now + window, *digest],
            )
            .await?;
        }
    }
    Ok(())
}

/// Forgets the wrong guesses, after a right one.
pub async fn clear(tx: &mut Tx, digest: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM guess_counters WHERE digest = $1", &values![*digest]).await?;
    Ok(())
}
