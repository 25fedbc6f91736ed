//! The `signing_keys` and `master_key_checks` tables.

use crate::clock::Timestamp;
use crate::model::ids::KeyId;
use crate::model::signing_algorithm::SigningAlgorithm;
use crate::model::signing_key::KeyState;
use crate::store::{Sql, StoreError, Tx, values};

/// A signing key as it is stored: its private part sealed.
#[derive(Clone, Debug)]
pub struct StoredSigningKey {
    /// The `kid`.
    pub id: KeyId,
    /// What it signs.
    pub algorithm: SigningAlgorithm,
    /// Where it is in its life.
    pub state: KeyState,
    /// The private key, sealed.
    pub private_key_sealed: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it entered its state.
    pub state_changed_at: Timestamp,
}

/// Adds a key.
pub async fn insert(tx: &mut Tx, key: &StoredSigningKey) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO signing_keys (id, algorithm, state, private_key_sealed, created_at, state_changed_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &values![
            key.id.as_str(),
            key.algorithm.as_str(),
            key.state.as_str(),
            key.private_key_sealed.clone(),
            key.created_at,
            key.state_changed_at
        ],
    )
    .await?;
    Ok(())
}

/// Every key, oldest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<StoredSigningKey>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, algorithm, state, private_key_sealed, created_at, state_changed_at FROM signing_keys ORDER BY created_at, id",
            &values![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(StoredSigningKey {
                id: KeyId::new(row.text(0)?),
                algorithm: row
                    .text(1)?
                    .parse::<SigningAlgorithm>()
                    .map_err(|_| StoreError::inconsistent("signing_keys", "algorithm"))?,
                state: row.text(2)?.parse::<KeyState>().map_err(|_| StoreError::inconsistent("signing_keys", "state"))?,
                private_key_sealed: row.bytes(3)?,
                created_at: row.timestamp(4)?,
                state_changed_at: row.timestamp(5)?,
            })
        })
        .collect()
}

/// Moves a key from one state to another. Returns whether it was in the first.
pub async fn set_state(tx: &mut Tx, id: &KeyId, from: KeyState, to: KeyState, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE signing_keys SET state = $1, state_changed_at = $2 WHERE id = $3 AND state = $4",
            &values![to.as_str(), now, id.as_str(), from.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Replaces the sealed form of a key's private part.
pub async fn reseal(tx: &mut Tx, id: &KeyId, private_key_sealed: Vec<u8>) -> Result<(), StoreError> {
    let update = "UPDATE signing_keys SET private_key_sealed = $1 WHERE id = $2";
    tx.execute(update, &values![private_key_sealed, id.as_str()]).await.map(drop)
}

/// The generation of `what`: a number that rises with each change, by which other nodes notice it.
pub async fn generation(tx: &mut Tx) -> Result<i64, StoreError> {
    let row = tx.optional("SELECT value FROM settings WHERE name = 'generation.keys'", &values![]).await?;
    row.map_or(Ok(0), |row| row.text(0)?.parse().map_err(|_| StoreError::inconsistent("settings", "generation.keys")))
}

/// Tells every node that the keys have changed. Call it first in the unit that changes them: it is also the lock.
pub async fn raise_generation(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3)
             ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS VARCHAR), updated_at = excluded.updated_at",
            "INSERT INTO settings (name, value, updated_at) VALUES ($1, $2, $3)
             ON DUPLICATE KEY UPDATE value = CAST(CAST(value AS SIGNED) + 1 AS CHAR), updated_at = VALUES(updated_at)",
        ),
        &values!["generation.keys", "1", now],
    )
    .await?;
    Ok(())
}

/// The check value of each master key version that this database has known.
pub async fn master_key_checks(tx: &mut Tx) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let rows = tx.all("SELECT version, check_value FROM master_key_checks ORDER BY version", &values![]).await?;
    rows.iter().map(|row| Ok((row.integer(0)?, row.bytes(1)?))).collect()
}

/// Remembers the check value of a master key version, unless there is one.
pub async fn insert_master_key_check(tx: &mut Tx, version: i64, check: [u8; 32], now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO master_key_checks (version, check_value, created_at) VALUES ($1, $2, $3) ON CONFLICT (version) DO NOTHING",
            "INSERT IGNORE INTO master_key_checks (version, check_value, created_at) VALUES ($1, $2, $3)",
        ),
        &values![version, check, now],
    )
    .await?;
    Ok(())
}
