//! The `wallet_addresses` table: whose a wallet is, on which chains it was shown.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::model::user::User;
use crate::store::{Sql, StoreError, Tx, users, values};

/// A wallet on a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalletAddress {
    /// The address, in the spelling of EIP-55.
    pub address: String,
    /// The number of the chain (EIP-155).
    pub chain_id: i64,
}

/// Whose the wallet is, on whatever chain.
pub async fn owner(tx: &mut Tx, address: &str) -> Result<Option<User>, StoreError> {
    let row = tx
        .optional(
            "SELECT u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at, u.created_at,
                    u.updated_at, u.two_factor_enabled_at, u.is_anonymous
             FROM wallet_addresses w JOIN users u ON u.id = w.user_id WHERE w.address = $1 ORDER BY w.created_at, w.chain_id LIMIT 1",
            &values![address],
        )
        .await?;
    row.map(|row| users::read(&row, 0)).transpose()
}

/// Whether a user has one, on whatever chain.
pub async fn exist(tx: &mut Tx, user: &UserId) -> Result<bool, StoreError> {
    let row = tx.optional("SELECT 1 FROM wallet_addresses WHERE user_id = $1 LIMIT 1", &values![user.as_str()]).await?;
    Ok(row.is_some())
}

/// Gives a user a wallet that nobody has, on its first chain. Returns false if somebody has it: then the unit must not be committed.
pub async fn claim(tx: &mut Tx, user: &UserId, wallet: &WalletAddress, now: Timestamp) -> Result<bool, StoreError> {
    insert(tx, user, wallet, Some(true), now).await
}

/// Notes another chain of a wallet that the user has, if it was not known. Returns whether it was not.
pub async fn add_chain(tx: &mut Tx, user: &UserId, wallet: &WalletAddress, now: Timestamp) -> Result<bool, StoreError> {
    insert(tx, user, wallet, None, now).await
}

async fn insert(
    tx: &mut Tx,
    user: &UserId,
    wallet: &WalletAddress,
    is_primary: Option<bool>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO wallet_addresses (address, chain_id, user_id, is_primary, created_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT DO NOTHING",
                "INSERT IGNORE INTO wallet_addresses (address, chain_id, user_id, is_primary, created_at) VALUES ($1, $2, $3, $4, $5)",
            ),
            &values![wallet.address.as_str(), wallet.chain_id, user.as_str(), is_primary, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes a wallet on a chain from a user.
pub async fn delete(tx: &mut Tx, user: &UserId, wallet: &WalletAddress) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM wallet_addresses WHERE address = $1 AND chain_id = $2 AND user_id = $3",
        &values![wallet.address.as_str(), wallet.chain_id, user.as_str()],
    )
    .await
    .map(drop)
}

/// Takes every wallet from a user.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM wallet_addresses WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}
