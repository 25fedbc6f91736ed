//! The `grants` table: the parent of codes and tokens.

use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::grant::Grant;
use crate::model::ids::{ClientId, GrantId, SessionId, UserId};
use crate::model::scope::Scopes;
use crate::store::{Row, StoreError, Tx, values};

/// How many columns [`read`] takes.
pub(super) const WIDTH: usize = 11;

pub(super) fn read(row: &Row, at: usize) -> Result<Grant, StoreError> {
    let scopes = row.text(at + 4)?;
    Ok(Grant {
        id: GrantId::new(row.text(at)?),
        user_id: UserId::new(row.text(at + 1)?),
        client_id: ClientId::new(row.text(at + 2)?),
        session_id: SessionId::new(row.text(at + 3)?),
        scopes: Scopes::parse(&scopes).map_err(|_| StoreError::inconsistent("grants", "scopes"))?,
        offline: row.boolean(at + 5)?,
        authenticated_at: row.timestamp(at + 6)?,
        methods: AuthenticationMethods::parse(&row.text(at + 7)?),
        nonce: row.optional_text(at + 8)?,
        created_at: row.timestamp(at + 9)?,
        expires_at: row.timestamp(at + 10)?,
    })
}

/// Adds a grant.
pub async fn insert(tx: &mut Tx, grant: &Grant) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO grants (id, user_id, client_id, session_id, scopes, offline, authenticated_at, methods, nonce, created_at, last_used_at,
                             expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        &values![
            grant.id.as_str(),
            grant.user_id.as_str(),
            grant.client_id.as_str(),
            grant.session_id.as_str(),
            grant.scopes.to_string(),
            grant.offline,
            grant.authenticated_at,
            grant.methods.stored(),
            grant.nonce.clone(),
            grant.created_at,
            grant.created_at,
            grant.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Takes the grant as the parent of what is issued from it: only while it is not revoked. The update is also the lock.
pub async fn hold(tx: &mut Tx, id: &GrantId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute("UPDATE grants SET last_used_at = $1 WHERE id = $2 AND revoked_at IS NULL", &values![now, id.as_str()])
        .await?;
    Ok(rows == 1)
}

/// Like [`hold`], and lets the grant live until `expires_at`. Moves it in the index of expiries too, so a caller that can do without
/// should.
pub async fn hold_until(tx: &mut Tx, id: &GrantId, expires_at: Timestamp, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE grants SET last_used_at = $1, expires_at = $2 WHERE id = $3 AND revoked_at IS NULL",
            &values![now, expires_at, id.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Revokes one grant, and so everything that was issued from it. Returns whether it lived.
pub async fn revoke(tx: &mut Tx, id: &GrantId, now: Timestamp) -> Result<bool, StoreError> {
    let rows =
        tx.execute("UPDATE grants SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL", &values![now, id.as_str()]).await?;
    Ok(rows == 1)
}

/// Revokes all that `user` allowed, at any client.
pub async fn revoke_of_user(tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute("UPDATE grants SET revoked_at = $1 WHERE user_id = $2 AND revoked_at IS NULL", &values![now, user.as_str()]).await
}

/// Revokes all that `user` allowed `client`.
pub async fn revoke_of_client(tx: &mut Tx, user: &UserId, client: &ClientId, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "UPDATE grants SET revoked_at = $1 WHERE user_id = $2 AND client_id = $3 AND revoked_at IS NULL",
        &values![now, user.as_str(), client.as_str()],
    )
    .await
}
