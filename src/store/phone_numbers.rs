//! The `phone_numbers` table: which number somebody proved to be theirs.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::model::phone_number::PhoneNumber;
use crate::model::user::User;
use crate::store::{StoreError, Tx, users, values};

/// What is known of a user's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNumber {
    /// The number; none once it was taken off the account.
    pub number: Option<PhoneNumber>,
}

/// The number of a user; none if they never had one.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<Option<StoredNumber>, StoreError> {
    let row = tx.optional("SELECT number FROM phone_numbers WHERE user_id = $1", &values![user.as_str()]).await?;
    row.map(|row| Ok(StoredNumber { number: row.optional_text(0)?.map(PhoneNumber::from_stored) })).transpose()
}

/// Whose a number is.
pub async fn owner(tx: &mut Tx, number: &PhoneNumber) -> Result<Option<User>, StoreError> {
    let row = tx
        .optional(
            "SELECT u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at, u.created_at,
                    u.updated_at, u.two_factor_enabled_at, u.is_anonymous
             FROM phone_numbers p JOIN users u ON u.id = p.user_id WHERE p.number = $1",
            &values![number.as_str()],
        )
        .await?;
    row.map(|row| users::read(&row, 0)).transpose()
}

/// Replaces the number of a user who is held. Somebody who took it since it was looked up is a conflict.
pub async fn put(tx: &mut Tx, user: &UserId, number: Option<&PhoneNumber>, now: Timestamp) -> Result<(), StoreError> {
    delete_of_user(tx, user).await?;
    let inserted = tx
        .execute(
            "INSERT INTO phone_numbers (user_id, number, verified_at) VALUES ($1, $2, $3)",
            &values![user.as_str(), number.map(PhoneNumber::as_str), number.map(|_| now)],
        )
        .await;
    match inserted {
        Ok(_) => Ok(()),
        Err(error) if error.is_unique_violation("phone_numbers_number") => Err(StoreError::Conflict),
        Err(error) => Err(error),
    }
}

/// Forgets that a user ever had a number.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM phone_numbers WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}

/// Forgets a number that the user proved at this time or later.
pub async fn delete_since(tx: &mut Tx, user: &UserId, since: Timestamp) -> Result<(), StoreError> {
    tx.execute("DELETE FROM phone_numbers WHERE user_id = $1 AND verified_at >= $2", &values![user.as_str(), since])
        .await
        .map(drop)
}
