//! The `user_field_values`, `user_field_claims` and `session_field_values` tables: what people and sessions have in the fields that the
//! operator declared.

use std::collections::HashMap;

use serde_json::Value;

use crate::clock::Timestamp;
use crate::crypto::digest::sha256;
use crate::model::additional_fields::FieldValues;
use crate::model::ids::{SessionId, UserId};
use crate::store::{Row, Sql, StoreError, Tx, values};

fn value(row: &Row, at: usize) -> Result<Value, StoreError> {
    serde_json::from_str(&row.text(at)?).map_err(|_| StoreError::inconsistent("field values", "value"))
}

fn digest(value: &Value) -> [u8; 32] {
    sha256(value.to_string().as_bytes())
}

/// The values of a user.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<FieldValues, StoreError> {
    let rows = tx.all("SELECT name, value FROM user_field_values WHERE user_id = $1", &values![user.as_str()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, value(row, 1)?))).collect()
}

/// Replaces one value of a user who is held.
pub async fn put_of_user(tx: &mut Tx, user: &UserId, name: &str, value: &Value) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO user_field_values (user_id, name, value) VALUES ($1, $2, $3)
             ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value",
            "INSERT INTO user_field_values (user_id, name, value) VALUES ($1, $2, $3) ON DUPLICATE KEY UPDATE value = VALUES(value)",
        ),
        &values![user.as_str(), name, value.to_string()],
    )
    .await
    .map(drop)
}

/// Claims a value that nobody else may have. Returns whether it is the user's now; the unit goes on either way.
pub async fn claim(tx: &mut Tx, user: &UserId, name: &str, value: &Value) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO user_field_claims (name, value_digest, user_id) VALUES ($1, $2, $3)
                 ON CONFLICT (name, value_digest) DO NOTHING",
                "INSERT IGNORE INTO user_field_claims (name, value_digest, user_id) VALUES ($1, $2, $3)",
            ),
            &values![name, digest(value), user.as_str()],
        )
        .await?;
    Ok(rows == 1 || claimant(tx, name, value).await?.is_some_and(|claimant| claimant == *user))
}

/// Whose a value is that nobody else may have.
pub async fn claimant(tx: &mut Tx, name: &str, value: &Value) -> Result<Option<UserId>, StoreError> {
    let row = tx
        .optional("SELECT user_id FROM user_field_claims WHERE name = $1 AND value_digest = $2", &values![name, digest(value)])
        .await?;
    row.map(|row| Ok(UserId::new(row.text(0)?))).transpose()
}

/// Lets others have a value that was a user's.
pub async fn release(tx: &mut Tx, user: &UserId, name: &str, value: &Value) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM user_field_claims WHERE name = $1 AND value_digest = $2 AND user_id = $3",
        &values![name, digest(value), user.as_str()],
    )
    .await
    .map(drop)
}

/// The values of a session.
pub async fn of_session(tx: &mut Tx, session: &SessionId) -> Result<FieldValues, StoreError> {
    let rows = tx.all("SELECT name, value FROM session_field_values WHERE session_id = $1", &values![session.as_str()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, value(row, 1)?))).collect()
}

/// The values of every live session of a user, by session.
pub async fn of_sessions(tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<HashMap<SessionId, FieldValues>, StoreError> {
    let rows = tx
        .all(
            "SELECT f.session_id, f.name, f.value FROM sessions s JOIN session_field_values f ON f.session_id = s.id
             WHERE s.user_id = $1 AND s.expires_at > $2 AND s.revoked_at IS NULL",
            &values![user.as_str(), now],
        )
        .await?;
    let mut by_session: HashMap<SessionId, FieldValues> = HashMap::new();
    for row in &rows {
        by_session.entry(SessionId::new(row.text(0)?)).or_default().insert(row.text(1)?, value(row, 2)?);
    }
    Ok(by_session)
}

/// Replaces one value of a session that is held.
pub async fn put_of_session(tx: &mut Tx, session: &SessionId, name: &str, value: &Value) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO session_field_values (session_id, name, value) VALUES ($1, $2, $3)
             ON CONFLICT (session_id, name) DO UPDATE SET value = excluded.value",
            "INSERT INTO session_field_values (session_id, name, value) VALUES ($1, $2, $3)
             ON DUPLICATE KEY UPDATE value = VALUES(value)",
        ),
        &values![session.as_str(), name, value.to_string()],
    )
    .await
    .map(drop)
}
