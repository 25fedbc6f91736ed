//! What an export needs of each table, whole and in the order of its key.

use crate::clock::Timestamp;
use crate::model::ids::{AccountId, ClientId, UserId};
use crate::model::scope::Scopes;
use crate::store::moving::MovedAccount;
use crate::store::wallet_addresses::WalletAddress;
use crate::store::{StoreError, Tx, values};

/// All ways in of a user with what proves them, oldest first.
pub async fn accounts_of(tx: &mut Tx, user: &UserId) -> Result<Vec<MovedAccount>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, provider_id, issuer, subject, password_hash, tokens_sealed, created_at, updated_at FROM accounts
             WHERE user_id = $1 ORDER BY created_at, id",
            &values![user.as_str()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(MovedAccount {
                id: AccountId::new(row.text(0)?),
                user: user.clone(),
                provider: row.text(1)?,
                issuer: row.text(2)?,
                subject: row.text(3)?,
                password_hash: row.optional_text(4)?,
                tokens_sealed: row.optional_bytes(5)?,
                created_at: row.timestamp(6)?,
                updated_at: row.timestamp(7)?,
            })
        })
        .collect()
}

/// The wallets of a user and since when they have them, each on the chain where it was shown first before the others.
pub async fn wallets_of(tx: &mut Tx, user: &UserId) -> Result<Vec<(WalletAddress, Timestamp)>, StoreError> {
    let rows = tx
        .all(
            "SELECT address, chain_id, created_at FROM wallet_addresses WHERE user_id = $1
             ORDER BY address, CASE WHEN is_primary IS NULL THEN 1 ELSE 0 END, chain_id",
            &values![user.as_str()],
        )
        .await?;
    rows.iter().map(|row| Ok((WalletAddress { address: row.text(0)?, chain_id: row.integer(1)? }, row.timestamp(2)?))).collect()
}

/// When a user proved the number that they have, if they have one.
pub async fn phone_number_verified_at(tx: &mut Tx, user: &UserId) -> Result<Option<Timestamp>, StoreError> {
    let row = tx
        .optional("SELECT verified_at FROM phone_numbers WHERE user_id = $1 AND number IS NOT NULL", &values![user.as_str()])
        .await?;
    row.map_or(Ok(None), |row| row.optional_timestamp(0))
}

/// What somebody allowed a client.
pub struct StoredConsent {
    /// Who.
    pub user: UserId,
    /// When they were made.
    pub user_created_at: Timestamp,
    /// Whom.
    pub client: ClientId,
    /// What.
    pub scopes: Scopes,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// The first `limit` consents after that of the user and client `after`.
pub async fn consents(tx: &mut Tx, after: (&str, &str), limit: i64) -> Result<Vec<StoredConsent>, StoreError> {
    let rows = tx
        .all(
            "SELECT c.user_id, c.client_id, c.scopes, c.created_at, c.updated_at, u.created_at
             FROM consents c JOIN users u ON u.id = c.user_id
             WHERE (c.user_id, c.client_id) > ($1, $2) ORDER BY c.user_id, c.client_id LIMIT $3",
            &values![after.0, after.1, limit],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(StoredConsent {
                user: UserId::new(row.text(0)?),
                client: ClientId::new(row.text(1)?),
                scopes: Scopes::parse(&row.text(2)?).map_err(|_| StoreError::inconsistent("consents", "scopes"))?,
                created_at: row.timestamp(3)?,
                updated_at: row.timestamp(4)?,
                user_created_at: row.timestamp(5)?,
            })
        })
        .collect()
}
