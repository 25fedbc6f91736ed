//! The `access_tokens` and `refresh_tokens` tables.

use serde::Deserialize;

use crate::clock::Timestamp;
use crate::model::client::SecondFactorDemand;
use crate::model::grant::Grant;
use crate::model::ids::{ClientId, GrantId};
use crate::model::scope::Scopes;
use crate::model::user::User;
use crate::store::{StoreError, Tx, grants, users, values};

/// An access token as it is stored.
#[derive(Clone, Debug)]
pub struct StoredAccessToken {
    /// SHA-256 of the token.
    pub digest: [u8; 32],
    /// What it came from; none where the client acts for itself.
    pub grant_id: Option<GrantId>,
    /// Who may use it.
    pub client_id: ClientId,
    /// What for.
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A refresh token as it is stored.
#[derive(Clone, Debug)]
pub struct StoredRefreshToken {
    /// SHA-256 of the token.
    pub digest: [u8; 32],
    /// What it came from.
    pub grant_id: GrantId,
    /// Who may use it.
    pub client_id: ClientId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Adds an access token.
pub async fn insert_access(tx: &mut Tx, token: &StoredAccessToken) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO access_tokens (digest, grant_id, client_id, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &values![
            token.digest,
            token.grant_id.as_ref().map(|id| id.as_str().to_owned()),
            token.client_id.as_str(),
            token.scopes.to_string(),
            token.created_at,
            token.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// Adds a refresh token.
pub async fn insert_refresh(tx: &mut Tx, token: &StoredRefreshToken) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO refresh_tokens (digest, grant_id, client_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        &values![token.digest, token.grant_id.as_str(), token.client_id.as_str(), token.created_at, token.expires_at],
    )
    .await?;
    Ok(())
}

/// A live access token with what it rests on, from one read.
#[derive(Clone, Debug)]
pub struct LiveAccessToken {
    /// The token.
    pub token: StoredAccessToken,
    /// The grant and its person; none where the client acts for itself.
    pub delegation: Option<(Grant, User)>,
    /// What the client demands of people now.
    pub second_factor: SecondFactorDemand,
}

/// The one member of a client's metadata that is asked for with every token; the others are passed over.
#[derive(Deserialize)]
struct Demands {
    #[serde(default)]
    second_factor: SecondFactorDemand,
}

/// The access token with this digest, if it lives now: itself, its client, its grant, its person, and its session unless the
/// grant outlives that.
pub async fn live_access(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<LiveAccessToken>, StoreError> {
    let row = tx
        .optional(
            "SELECT g.id, g.user_id, g.client_id, g.session_id, g.scopes, g.offline, g.authenticated_at, g.methods, g.nonce, g.created_at,
                    g.expires_at, u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at,
                    u.created_at, u.updated_at, u.two_factor_enabled_at, u.is_anonymous, t.grant_id, t.client_id, t.scopes, t.created_at, t.expires_at,
                    c.metadata
             FROM access_tokens t
             JOIN clients c ON c.id = t.client_id
             LEFT JOIN grants g ON g.id = t.grant_id
             LEFT JOIN users u ON u.id = g.user_id
             LEFT JOIN sessions s ON s.id = g.session_id
             WHERE t.digest = $1 AND t.revoked_at IS NULL AND t.expires_at > $2 AND c.disabled_at IS NULL
               AND (t.grant_id IS NULL
                    OR (u.id IS NOT NULL AND g.revoked_at IS NULL AND u.disabled_at IS NULL AND (g.offline OR (s.revoked_at IS NULL AND s.expires_at > $3))))",
            &values![*digest, now, now],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let at = grants::WIDTH + users::WIDTH;
    let grant_id = row.optional_text(at)?.map(GrantId::new);
    let delegation = match grant_id {
        Some(_) => Some((grants::read(&row, 0)?, users::read(&row, grants::WIDTH)?)),
        None => None,
    };
    let scopes = row.text(at + 2)?;
    let demands: Demands = serde_json::from_str(&row.text(at + 5)?)
        .map_err(|error| StoreError::inconsistent("clients", &format!("metadata: {error}")))?;
    Ok(Some(LiveAccessToken {
        second_factor: demands.second_factor,
        token: StoredAccessToken {
            digest: *digest,
            grant_id,
            client_id: ClientId::new(row.text(at + 1)?),
            scopes: Scopes::parse(&scopes).map_err(|_| StoreError::inconsistent("access_tokens", "scopes"))?,
            created_at: row.timestamp(at + 3)?,
            expires_at: row.timestamp(at + 4)?,
        },
        delegation,
    }))
}

/// A refresh token with what it rests on, from one read.
#[derive(Clone, Debug)]
pub struct RefreshableToken {
    /// The token.
    pub token: StoredRefreshToken,
    /// When it was spent.
    pub consumed_at: Option<Timestamp>,
    /// Its parent.
    pub grant: Grant,
    /// When the parent was revoked.
    pub grant_revoked_at: Option<Timestamp>,
    /// Who allowed it.
    pub user: User,
    /// Whether the session in which it was allowed still lives.
    pub session_lives: bool,
}

/// The refresh token with this digest, spent or not, expired or not.
pub async fn find_refresh(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<RefreshableToken>, StoreError> {
    let row = tx
        .optional(
            "SELECT g.id, g.user_id, g.client_id, g.session_id, g.scopes, g.offline, g.authenticated_at, g.methods, g.nonce, g.created_at,
                    g.expires_at, u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at,
                    u.created_at, u.updated_at, u.two_factor_enabled_at, u.is_anonymous, t.client_id, t.created_at, t.expires_at, t.consumed_at,
                    g.revoked_at, s.id
             FROM refresh_tokens t
             JOIN grants g ON g.id = t.grant_id
             JOIN users u ON u.id = g.user_id
             LEFT JOIN sessions s ON s.id = g.session_id AND s.revoked_at IS NULL AND s.expires_at > $1
             WHERE t.digest = $2",
            &values![now, *digest],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let grant = grants::read(&row, 0)?;
    let at = grants::WIDTH + users::WIDTH;
    Ok(Some(RefreshableToken {
        token: StoredRefreshToken {
            digest: *digest,
            grant_id: grant.id.clone(),
            client_id: ClientId::new(row.text(at)?),
            created_at: row.timestamp(at + 1)?,
            expires_at: row.timestamp(at + 2)?,
        },
        consumed_at: row.optional_timestamp(at + 3)?,
        grant_revoked_at: row.optional_timestamp(at + 4)?,
        session_lives: row.optional_text(at + 5)?.is_some(),
        user: users::read(&row, grants::WIDTH)?,
        grant,
    }))
}

/// Spends a refresh token: one statement, and its count says who won.
pub async fn consume_refresh(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE refresh_tokens SET consumed_at = $1 WHERE digest = $2 AND consumed_at IS NULL AND expires_at > $3",
            &values![now, *digest, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Revokes one access token of `client`. Returns whether it lived.
pub async fn revoke_access(tx: &mut Tx, digest: &[u8; 32], client: &ClientId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE access_tokens SET revoked_at = $1 WHERE digest = $2 AND client_id = $3 AND revoked_at IS NULL",
            &values![now, *digest, client.as_str()],
        )
        .await?;
    Ok(rows == 1)
}
