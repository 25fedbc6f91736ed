//! The `sessions` table. A session that ended keeps its row, marked, until the cleaning job takes it.

use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::ids::{ClientId, GrantId, SessionId, UserId};
use crate::model::session::{LetIn, Session};
use crate::model::user::User;
use crate::store::{Row, StoreError, Tx, users, values};

/// What is stored of a session's bearer token.
#[derive(Clone, Debug)]
pub struct StoredToken {
    /// Its SHA-256, for look-up.
    pub digest: [u8; 32],
    /// The token sealed, for the person's own session list.
    pub sealed: Vec<u8>,
}

pub(super) fn read(row: &Row, at: usize) -> Result<Session, StoreError> {
    Ok(Session {
        id: SessionId::new(row.text(at)?),
        user_id: UserId::new(row.text(at + 1)?),
        remembered: row.boolean(at + 2)?,
        authenticated_at: row.timestamp(at + 3)?,
        methods: AuthenticationMethods::parse(&row.text(at + 4)?),
        ip_address: row.text(at + 5)?,
        user_agent: row.text(at + 6)?,
        created_at: row.timestamp(at + 7)?,
        updated_at: row.timestamp(at + 8)?,
        expires_at: row.timestamp(at + 9)?,
        let_in: match (row.optional_text(at + 10)?, row.optional_text(at + 11)?) {
            (Some(client), Some(grant)) => Some(LetIn { client_id: ClientId::new(client), grant_id: GrantId::new(grant) }),
            _ => None,
        },
    })
}

const WIDTH: usize = 12;

/// Adds a session.
pub async fn insert(tx: &mut Tx, session: &Session, token: &StoredToken) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO sessions (id, user_id, token_digest, token_sealed, remembered, authenticated_at, methods, ip_address, user_agent,
                               created_at, updated_at, expires_at, device_client_id, device_grant_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &values![
            session.id.as_str(),
            session.user_id.as_str(),
            token.digest,
            token.sealed.clone(),
            session.remembered,
            session.authenticated_at,
            session.methods.stored(),
            session.ip_address.as_str(),
            session.user_agent.as_str(),
            session.created_at,
            session.updated_at,
            session.expires_at,
            session.let_in.as_ref().map(|let_in| let_in.client_id.to_string()),
            session.let_in.as_ref().map(|let_in| let_in.grant_id.to_string())
        ],
    )
    .await?;
    Ok(())
}

/// The live session with this token's digest and its person, in one read. Nobody who may not sign in has one.
pub async fn live_by_token(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<(Session, User)>, StoreError> {
    let row = tx
        .optional(
            "SELECT s.id, s.user_id, s.remembered, s.authenticated_at, s.methods, s.ip_address, s.user_agent, s.created_at, s.updated_at,
                    s.expires_at, s.device_client_id, s.device_grant_id, u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale,
                    u.credential_version, u.disabled_at, u.created_at, u.updated_at, u.two_factor_enabled_at, u.is_anonymous
             FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE s.token_digest = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL",
            &values![*digest, now],
        )
        .await?;
    row.map(|row| Ok((read(&row, 0)?, users::read(&row, WIDTH)?))).transpose()
}

/// The session with this token's digest, which nobody ended but whose time may be over, and its person, who may sign in.
pub async fn unended_by_token(tx: &mut Tx, digest: &[u8; 32]) -> Result<Option<(Session, User)>, StoreError> {
    let row = tx
        .optional(
            "SELECT s.id, s.user_id, s.remembered, s.authenticated_at, s.methods, s.ip_address, s.user_agent, s.created_at, s.updated_at,
                    s.expires_at, s.device_client_id, s.device_grant_id, u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale,
                    u.credential_version, u.disabled_at, u.created_at, u.updated_at, u.two_factor_enabled_at, u.is_anonymous
             FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE s.token_digest = $1 AND s.revoked_at IS NULL AND u.disabled_at IS NULL",
            &values![*digest],
        )
        .await?;
    row.map(|row| Ok((read(&row, 0)?, users::read(&row, WIDTH)?))).transpose()
}

/// The anonymous user of the live session with this token's digest, if it is one.
pub async fn anonymous_by_token(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<UserId>, StoreError> {
    let row = tx
        .optional(
            "SELECT u.id FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE s.token_digest = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL AND u.is_anonymous = $3",
            &values![*digest, now, true],
        )
        .await?;
    row.map(|row| Ok(UserId::new(row.text(0)?))).transpose()
}

/// The live sessions of a user with their sealed tokens, newest first.
pub async fn live_of_user(tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<Vec<(Session, Vec<u8>)>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, user_id, remembered, authenticated_at, methods, ip_address, user_agent, created_at, updated_at, expires_at,
                    device_client_id, device_grant_id, token_sealed
             FROM sessions WHERE user_id = $1 AND expires_at > $2 AND revoked_at IS NULL ORDER BY created_at DESC, id",
            &values![user.as_str(), now],
        )
        .await?;
    rows.iter().map(|row| Ok((read(row, 0)?, row.bytes(WIDTH)?))).collect()
}

/// Extends a live session. Returns whether it still lives.
pub async fn extend(tx: &mut Tx, id: &SessionId, expires_at: Timestamp, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE sessions SET expires_at = $1, updated_at = $2 WHERE id = $3 AND revoked_at IS NULL",
            &values![expires_at, now, id.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Marks a live session as changed; the update is also the lock. Returns whether it lives.
pub async fn hold_changed(tx: &mut Tx, id: &SessionId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE sessions SET updated_at = $1 WHERE id = $2 AND revoked_at IS NULL AND expires_at > $3",
            &values![now, id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes a live session as the parent of what is issued from it; the update is also the lock. Returns whether it lives.
pub async fn hold(tx: &mut Tx, id: &SessionId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE sessions SET revoked_at = NULL WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2",
            &values![id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Records a fresh proof in a live session and gives it a new token. Returns whether it still lives.
pub async fn renew_proof(tx: &mut Tx, session: &Session, token: &StoredToken) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE sessions SET token_digest = $1, token_sealed = $2, authenticated_at = $3, methods = $4, updated_at = $5, expires_at = $6
             WHERE id = $7 AND revoked_at IS NULL",
            &values![
                token.digest,
                token.sealed.clone(),
                session.authenticated_at,
                session.methods.stored(),
                session.updated_at,
                session.expires_at,
                session.id.as_str()
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends one session of `user`. Returns whether it lived.
pub async fn revoke(tx: &mut Tx, user: &UserId, id: &SessionId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE sessions SET revoked_at = $1 WHERE id = $2 AND user_id = $3 AND revoked_at IS NULL",
            &values![now, id.as_str(), user.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends the session that a browser had, whoever's it was, when another takes its place there.
pub async fn revoke_by_id(tx: &mut Tx, id: &SessionId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute("UPDATE sessions SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL", &values![now, id.as_str()])
        .await?;
    Ok(rows == 1)
}

/// Ends the session of `user` that has this token. Returns whether it lived.
pub async fn revoke_by_token(tx: &mut Tx, user: &UserId, digest: &[u8; 32], now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE sessions SET revoked_at = $1 WHERE token_digest = $2 AND user_id = $3 AND revoked_at IS NULL",
            &values![now, *digest, user.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends all sessions of `user` but `kept`. Returns how many lived.
pub async fn revoke_others(tx: &mut Tx, user: &UserId, kept: Option<&SessionId>, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "UPDATE sessions SET revoked_at = $1 WHERE user_id = $2 AND id <> $3 AND revoked_at IS NULL",
        &values![now, user.as_str(), kept.map_or("", SessionId::as_str)],
    )
    .await
}

/// Ends the session of the device that was let in by this grant, if there is one.
pub async fn revoke_of_grant(tx: &mut Tx, grant: &GrantId, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "UPDATE sessions SET revoked_at = $1 WHERE device_grant_id = $2 AND revoked_at IS NULL",
        &values![now, grant.as_str()],
    )
    .await
}

/// Ends the sessions of all devices of `user` with this app on them.
pub async fn revoke_of_app(tx: &mut Tx, user: &UserId, client: &ClientId, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "UPDATE sessions SET revoked_at = $1 WHERE user_id = $2 AND device_client_id = $3 AND revoked_at IS NULL",
        &values![now, user.as_str(), client.as_str()],
    )
    .await
}
