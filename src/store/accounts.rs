//! The `accounts` table: ways in.

use crate::clock::Timestamp;
use crate::model::ids::{AccountId, UserId};
use crate::model::phone_number::PhoneNumber;
use crate::model::user::{Account, CREDENTIAL_PROVIDER, LOCAL_ISSUER, User};
use crate::model::username::Username;
use crate::store::{Row, StoreError, Tx, users, values};

fn read(row: &Row) -> Result<Account, StoreError> {
    Ok(Account {
        id: AccountId::new(row.text(0)?),
        user_id: UserId::new(row.text(1)?),
        provider_id: row.text(2)?,
        issuer: row.text(3)?,
        subject: row.text(4)?,
        created_at: row.timestamp(5)?,
        updated_at: row.timestamp(6)?,
    })
}

/// Adds the password account of a user.
pub async fn insert_credential(tx: &mut Tx, id: &AccountId, user: &UserId, hash: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO accounts (id, user_id, provider_id, issuer, subject, password_hash, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values![id.as_str(), user.as_str(), CREDENTIAL_PROVIDER, LOCAL_ISSUER, user.as_str(), hash, now, now],
    )
    .await?;
    Ok(())
}

/// Adds what stands for an identity that `provider` knows as `subject`.
pub async fn insert_linked(
    tx: &mut Tx,
    id: &AccountId,
    user: &UserId,
    (provider, subject): (&str, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO accounts (id, user_id, provider_id, issuer, subject, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values![id.as_str(), user.as_str(), provider, provider, subject, now, now],
    )
    .await
    .map(drop)
}

/// All ways in of a user, oldest first.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<Vec<Account>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, user_id, provider_id, issuer, subject, created_at, updated_at FROM accounts
             WHERE user_id = $1 ORDER BY created_at, id",
            &values![user.as_str()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The user with this address and the hash of their password, if they have one.
pub async fn credential_by_email(tx: &mut Tx, email: &str) -> Result<Option<(User, Option<String>)>, StoreError> {
    let row = tx
        .optional(
            "SELECT u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at, u.created_at,
                    u.updated_at, u.two_factor_enabled_at, u.is_anonymous, a.password_hash
             FROM users u LEFT JOIN accounts a ON a.user_id = u.id AND a.provider_id = 'credential'
             WHERE u.email = $1",
            &values![email],
        )
        .await?;
    row.map(|row| Ok((users::read(&row, 0)?, row.optional_text(users::WIDTH)?))).transpose()
}

/// The user with this username and the hash of their password, if they have one.
pub async fn credential_by_username(tx: &mut Tx, username: &Username) -> Result<Option<(User, Option<String>)>, StoreError> {
    let row = tx
        .optional(
            "SELECT u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at, u.created_at,
                    u.updated_at, u.two_factor_enabled_at, u.is_anonymous, a.password_hash
             FROM usernames n JOIN users u ON u.id = n.user_id
             LEFT JOIN accounts a ON a.user_id = u.id AND a.provider_id = 'credential'
             WHERE n.username = $1",
            &values![username.as_str()],
        )
        .await?;
    row.map(|row| Ok((users::read(&row, 0)?, row.optional_text(users::WIDTH)?))).transpose()
}

/// The user with this phone number and the hash of their password, if they have one.
pub async fn credential_by_phone_number(tx: &mut Tx, number: &PhoneNumber) -> Result<Option<(User, Option<String>)>, StoreError> {
    let row = tx
        .optional(
            "SELECT u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at, u.created_at,
                    u.updated_at, u.two_factor_enabled_at, u.is_anonymous, a.password_hash
             FROM phone_numbers p JOIN users u ON u.id = p.user_id
             LEFT JOIN accounts a ON a.user_id = u.id AND a.provider_id = 'credential'
             WHERE p.number = $1",
            &values![number.as_str()],
        )
        .await?;
    row.map(|row| Ok((users::read(&row, 0)?, row.optional_text(users::WIDTH)?))).transpose()
}

/// The hash of a user's password, if they have one.
pub async fn password_hash(tx: &mut Tx, user: &UserId) -> Result<Option<String>, StoreError> {
    let row = tx
        .optional("SELECT password_hash FROM accounts WHERE user_id = $1 AND provider_id = 'credential'", &values![user.as_str()])
        .await?;
    row.map_or(Ok(None), |row| row.optional_text(0))
}

/// Replaces the password. Returns whether the user has a password account.
pub async fn set_password(tx: &mut Tx, user: &UserId, hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE accounts SET password_hash = $1, updated_at = $2 WHERE user_id = $3 AND provider_id = 'credential'",
            &values![hash, now, user.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Replaces the hash of the same password by one with today's cost, unless it was changed meanwhile.
pub async fn upgrade_hash(tx: &mut Tx, user: &UserId, old: &str, new: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE accounts SET password_hash = $1 WHERE user_id = $2 AND provider_id = 'credential' AND password_hash = $3",
        &values![new, user.as_str(), old],
    )
    .await?;
    Ok(())
}

/// Deletes every way in of a user but their password.
pub async fn delete_upstreams(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM accounts WHERE user_id = $1 AND provider_id <> 'credential'", &values![user.as_str()]).await.map(drop)
}

/// Deletes the password account of a user, if they have one.
pub async fn delete_credential(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM accounts WHERE user_id = $1 AND provider_id = 'credential'", &values![user.as_str()]).await.map(drop)
}

/// Deletes one way in of a user. Returns whether they had it.
pub async fn delete(tx: &mut Tx, user: &UserId, id: &AccountId) -> Result<bool, StoreError> {
    let rows = tx.execute("DELETE FROM accounts WHERE id = $1 AND user_id = $2", &values![id.as_str(), user.as_str()]).await?;
    Ok(rows == 1)
}
