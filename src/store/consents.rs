//! The `consents` table: what a person has allowed a client, remembered.

use crate::clock::Timestamp;
use crate::model::ids::{ClientId, UserId};
use crate::model::scope::Scopes;
use crate::store::clients::{self, StoredClient};
use crate::store::{Row, Sql, StoreError, Tx, values};

/// The scopes that `user` allowed `client`, if any.
pub async fn find(tx: &mut Tx, user: &UserId, client: &ClientId) -> Result<Option<Scopes>, StoreError> {
    let row = tx
        .optional("SELECT scopes FROM consents WHERE user_id = $1 AND client_id = $2", &values![user.as_str(), client.as_str()])
        .await?;
    row.map(|row| parse(&row.text(0)?)).transpose()
}

/// Remembers `scopes`, in place of what was allowed before.
pub async fn put(tx: &mut Tx, user: &UserId, client: &ClientId, scopes: &Scopes, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO consents (user_id, client_id, scopes, created_at, updated_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (user_id, client_id) DO UPDATE SET scopes = excluded.scopes, updated_at = excluded.updated_at",
            "INSERT INTO consents (user_id, client_id, scopes, created_at, updated_at) VALUES ($1, $2, $3, $4, $5)
             ON DUPLICATE KEY UPDATE scopes = VALUES(scopes), updated_at = VALUES(updated_at)",
        ),
        &values![user.as_str(), client.as_str(), scopes.to_string(), now, now],
    )
    .await?;
    Ok(())
}

/// Takes the consent as a parent of what is issued by it; the update is also the lock. Returns whether it stands.
pub async fn hold(tx: &mut Tx, user: &UserId, client: &ClientId) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE consents SET updated_at = updated_at WHERE user_id = $1 AND client_id = $2",
            &values![user.as_str(), client.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Forgets what was allowed. Returns whether anything was.
pub async fn delete(tx: &mut Tx, user: &UserId, client: &ClientId) -> Result<bool, StoreError> {
    let rows = tx
        .execute("DELETE FROM consents WHERE user_id = $1 AND client_id = $2", &values![user.as_str(), client.as_str()])
        .await?;
    Ok(rows == 1)
}

/// What a person sees in their list of connected apps.
#[derive(Clone, Debug)]
pub struct ConnectedApp {
    /// The client.
    pub client: StoredClient,
    /// What it may do.
    pub scopes: Scopes,
    /// Since when.
    pub since: Timestamp,
    /// When it last got tokens by it.
    pub last_used_at: Option<Timestamp>,
}

/// The clients that `user` allowed something, or that have access without having to ask: those have no consent, but grants that
/// are alive at `now`. Newest first.
pub async fn of_user(tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<Vec<ConnectedApp>, StoreError> {
    let allowed = tx
        .all(
            "SELECT c.id, c.source, c.secret_digest, c.registration_token_digest, c.metadata, c.version, c.disabled_at, c.created_at,
                    c.updated_at, n.scopes, n.created_at,
                    (SELECT MAX(g.last_used_at) FROM grants g WHERE g.user_id = n.user_id AND g.client_id = n.client_id)
             FROM consents n JOIN clients c ON c.id = n.client_id WHERE n.user_id = $1",
            &values![user.as_str()],
        )
        .await?;
    let unasked = tx
        .all(
            "SELECT c.id, c.source, c.secret_digest, c.registration_token_digest, c.metadata, c.version, c.disabled_at, c.created_at,
                    c.updated_at, g.scopes, g.created_at, g.last_used_at
             FROM grants g JOIN clients c ON c.id = g.client_id
             WHERE g.user_id = $1 AND g.revoked_at IS NULL AND g.expires_at > $2
               AND NOT EXISTS (SELECT 1 FROM consents n WHERE n.user_id = g.user_id AND n.client_id = g.client_id)
             ORDER BY g.created_at, g.id",
            &values![user.as_str(), now],
        )
        .await?;
    let mut apps = allowed.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    for row in &unasked {
        join(&mut apps, read(row)?);
    }
    apps.sort_by(|one, other| {
        other.since.cmp(&one.since).then_with(|| one.client.client.id.as_str().cmp(other.client.client.id.as_str()))
    });
    Ok(apps)
}

fn read(row: &Row) -> Result<ConnectedApp, StoreError> {
    Ok(ConnectedApp {
        client: clients::read(row, 0)?,
        scopes: parse(&row.text(9)?)?,
        since: row.timestamp(10)?,
        last_used_at: row.optional_timestamp(11)?,
    })
}

/// Adds a grant to what its client has by older ones.
fn join(apps: &mut Vec<ConnectedApp>, grant: ConnectedApp) {
    match apps.iter_mut().find(|app| app.client.client.id == grant.client.client.id) {
        Some(app) => {
            app.scopes = app.scopes.union(&grant.scopes);
            app.last_used_at = app.last_used_at.max(grant.last_used_at);
        }
        None => apps.push(grant),
    }
}

fn parse(text: &str) -> Result<Scopes, StoreError> {
    Scopes::parse(text).map_err(|_| StoreError::inconsistent("consents", "scopes"))
}
