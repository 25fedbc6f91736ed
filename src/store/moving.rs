//! The `moved_rows` table, and rows as they come from another server: with their own ids and times, and left alone where they are here.

use crate::clock::Timestamp;
use crate::model::ids::{AccountId, ClientId, UserId};
use crate::model::phone_number::PhoneNumber;
use crate::model::scope::Scopes;
use crate::store::{Sql, StoreError, Tx, values};

/// Whether a row was moved before.
pub async fn was_moved(tx: &mut Tx, digest: [u8; 32]) -> Result<bool, StoreError> {
    Ok(tx.optional("SELECT moved_at FROM moved_rows WHERE digest = $1", &values![digest]).await?.is_some())
}

/// Notes that a row was moved. Of any number of parallel calls one returns true.
pub async fn mark_moved(tx: &mut Tx, digest: [u8; 32], now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO moved_rows (digest, moved_at) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
                "INSERT IGNORE INTO moved_rows (digest, moved_at) VALUES ($1, $2)",
            ),
            &values![digest, now],
        )
        .await?;
    Ok(rows == 1)
}

/// A way in, as it comes from elsewhere.
pub struct MovedAccount {
    /// Its row.
    pub id: AccountId,
    /// Whose it is.
    pub user: UserId,
    /// `credential`, or the upstream's id.
    pub provider: String,
    /// Who vouches for the subject.
    pub issuer: String,
    /// The person's identifier there.
    pub subject: String,
    /// Their password's hash.
    pub password_hash: Option<String>,
    /// The upstream's tokens, sealed.
    pub tokens_sealed: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Adds a way in.
pub async fn insert_account(tx: &mut Tx, account: &MovedAccount) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO accounts (id, user_id, provider_id, issuer, subject, password_hash, tokens_sealed, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &values![
            account.id.as_str(),
            account.user.as_str(),
            account.provider.as_str(),
            account.issuer.as_str(),
            account.subject.as_str(),
            account.password_hash.as_deref(),
            account.tokens_sealed.clone(),
            account.created_at,
            account.updated_at
        ],
    )
    .await
    .map(drop)
}

/// Whether somebody has this way in.
pub async fn has_account(tx: &mut Tx, issuer: &str, subject: &str) -> Result<bool, StoreError> {
    let found = tx.optional("SELECT id FROM accounts WHERE issuer = $1 AND subject = $2", &values![issuer, subject]).await?;
    Ok(found.is_some())
}

/// Puts a number that was proved at `verified_at` on an account that has none.
pub async fn insert_phone_number(
    tx: &mut Tx,
    user: &UserId,
    number: &PhoneNumber,
    verified_at: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO phone_numbers (user_id, number, verified_at) VALUES ($1, $2, $3)",
        &values![user.as_str(), number.as_str(), verified_at],
    )
    .await
    .map(drop)
}

/// Keeps the secret of an authenticator app for somebody who has none, as if `failures` wrong codes had been shown. Returns whether
/// they had none.
pub async fn adopt_totp(
    tx: &mut Tx,
    user: &UserId,
    sealed: &[u8],
    (failures, failed_at): (i64, Timestamp),
) -> Result<bool, StoreError> {
    // Nothing is said of the last code that was shown elsewhere: the one of now may be shown once more here.
    if !crate::store::second_factors::adopt_first_totp(tx, user, sealed, 0).await? {
        return Ok(false);
    }
    tx.execute(
        "UPDATE second_factors SET failures = $1, failed_at = $2 WHERE user_id = $3",
        &values![failures, failed_at, user.as_str()],
    )
    .await?;
    Ok(true)
}

/// Keeps a keyed digest of a code on paper; `consumed_at` if it was used.
pub async fn insert_backup_code(
    tx: &mut Tx,
    user: &UserId,
    digest: [u8; 32],
    (created_at, consumed_at): (Timestamp, Option<Timestamp>),
) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO backup_codes (digest, user_id, created_at, consumed_at) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING",
            "INSERT IGNORE INTO backup_codes (digest, user_id, created_at, consumed_at) VALUES ($1, $2, $3, $4)",
        ),
        &values![digest, user.as_str(), created_at, consumed_at],
    )
    .await
    .map(drop)
}

/// Remembers what somebody allowed a client, of whom nothing is remembered.
pub async fn insert_consent(
    tx: &mut Tx,
    user: &UserId,
    client: &ClientId,
    scopes: &Scopes,
    (created_at, updated_at): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO consents (user_id, client_id, scopes, created_at, updated_at) VALUES ($1, $2, $3, $4, $5)",
        &values![user.as_str(), client.as_str(), scopes.to_string(), created_at, updated_at],
    )
    .await
    .map(drop)
}

/// Whether there is somebody with this id.
pub async fn has_user(tx: &mut Tx, user: &UserId) -> Result<bool, StoreError> {
    Ok(tx.optional("SELECT id FROM users WHERE id = $1", &values![user.as_str()]).await?.is_some())
}

/// Whether there is a session with the digest of this token.
pub async fn has_session(tx: &mut Tx, digest: [u8; 32]) -> Result<bool, StoreError> {
    Ok(tx.optional("SELECT id FROM sessions WHERE token_digest = $1", &values![digest]).await?.is_some())
}
