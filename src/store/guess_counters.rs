//! The `guess_counters` table: how often something was guessed wrong, shared by all paths and nodes.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::store::{Sql, StoreError, Tx, values};

/// What stands against somebody in the running window.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// How many wrong guesses.
    pub failures: i64,
    /// When the window ends.
    pub until: Timestamp,
}

/// What stands against `digest`; none if no window is running.
pub async fn standing(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<Standing>, StoreError> {
    let sql = "SELECT failures, expires_at FROM guess_counters WHERE digest = $1 AND expires_at > $2";
    let row = tx.optional(sql, &values![*digest, now]).await?;
    row.map(|row| Ok(Standing { failures: row.integer(0)?, until: row.timestamp(1)? })).transpose()
}

/// How many wrong guesses stand against `digest` in the running window.
pub async fn failures(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<i64, StoreError> {
    Ok(standing(tx, digest, now).await?.map_or(0, |standing| standing.failures))
}

/// Counts one more wrong guess; a window that has passed starts anew. One statement: to insert and then to update would let
/// two of them wait for each other.
pub async fn count(tx: &mut Tx, digest: &[u8; 32], window: Duration, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        // MariaDB assigns from left to right, so the end of the window comes last.
        Sql::with_mariadb(
            "INSERT INTO guess_counters (digest, failures, window_started_at, expires_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (digest) DO UPDATE SET
                 failures = CASE WHEN guess_counters.expires_at > excluded.window_started_at THEN guess_counters.failures + 1 ELSE 1 END,
                 window_started_at = CASE WHEN guess_counters.expires_at > excluded.window_started_at
                                          THEN guess_counters.window_started_at ELSE excluded.window_started_at END,
                 expires_at = CASE WHEN guess_counters.expires_at > excluded.window_started_at
                                   THEN guess_counters.expires_at ELSE excluded.expires_at END",
            "INSERT INTO guess_counters (digest, failures, window_started_at, expires_at) VALUES ($1, $2, $3, $4)
             ON DUPLICATE KEY UPDATE
                 failures = IF(expires_at > VALUES(window_started_at), failures + 1, 1),
                 window_started_at = IF(expires_at > VALUES(window_started_at), window_started_at, VALUES(window_started_at)),
                 expires_at = IF(expires_at > VALUES(window_started_at), expires_at, VALUES(expires_at))",
        ),
        &values![*digest, 1_i64, now, now + window],
    )
    .await?;
    Ok(())
}

/// Takes one guess back that was counted before it was looked at, and was right.
pub async fn take_back(tx: &mut Tx, digest: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("UPDATE guess_counters SET failures = failures - 1 WHERE digest = $1 AND failures > 0", &values![*digest]).await?;
    Ok(())
}

/// Forgets the wrong guesses, after a right one.
pub async fn clear(tx: &mut Tx, digest: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM guess_counters WHERE digest = $1", &values![*digest]).await?;
    Ok(())
}
