//! The `usernames` and `username_claims` tables: what people are called by, and who may be called by what.

use crate::clock::Timestamp;
use crate::crypto::digest::sha256;
use crate::model::ids::UserId;
use crate::model::username::{Username, Usernames};
use crate::store::{Sql, StoreError, Tx, values};

fn digest(username: &Username) -> [u8; 32] {
    sha256(username.as_str().as_bytes())
}

/// What a user is called by.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<Usernames, StoreError> {
    let row = tx.optional("SELECT username, display_username FROM usernames WHERE user_id = $1", &values![user.as_str()]).await?;
    row.map_or(Ok(Usernames::default()), |row| {
        Ok(Usernames { username: row.optional_text(0)?.map(Username::from_stored), display_username: row.optional_text(1)? })
    })
}

/// Replaces what a user is called by. The caller holds the user, and the user the claim.
pub async fn put(tx: &mut Tx, user: &UserId, names: &Usernames) -> Result<(), StoreError> {
    tx.execute("DELETE FROM usernames WHERE user_id = $1", &values![user.as_str()]).await?;
    tx.execute(
        "INSERT INTO usernames (user_id, username, display_username) VALUES ($1, $2, $3)",
        &values![user.as_str(), names.username.as_ref().map(Username::as_str), names.display_username.as_deref()],
    )
    .await?;
    Ok(())
}

/// Claims a username that nobody ever had. Returns false if it is somebody's already; the unit goes on either way.
pub async fn claim(tx: &mut Tx, user: &UserId, username: &Username, now: Timestamp) -> Result<bool, StoreError> {
    insert_claim(tx, user, username, true, now).await
}

/// Keeps a username that nobody ever had for a user who did not choose it. Returns as [`claim`] does.
pub async fn keep_for(tx: &mut Tx, user: &UserId, username: &Username, now: Timestamp) -> Result<bool, StoreError> {
    insert_claim(tx, user, username, false, now).await
}

async fn insert_claim(tx: &mut Tx, user: &UserId, username: &Username, chosen: bool, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO username_claims (username_digest, user_id, chosen, claimed_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (username_digest) DO NOTHING",
                "INSERT IGNORE INTO username_claims (username_digest, user_id, chosen, claimed_at) VALUES ($1, $2, $3, $4)",
            ),
            &values![digest(username), user.as_str(), chosen, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Whose a username is, for good.
pub async fn claimant(tx: &mut Tx, username: &Username) -> Result<Option<UserId>, StoreError> {
    let row = tx.optional("SELECT user_id FROM username_claims WHERE username_digest = $1", &values![digest(username)]).await?;
    row.map(|row| Ok(UserId::new(row.text(0)?))).transpose()
}

/// How many usernames this user chose so far.
pub async fn count_chosen(tx: &mut Tx, user: &UserId) -> Result<i64, StoreError> {
    tx.one("SELECT COUNT(*) FROM username_claims WHERE user_id = $1 AND chosen = $2", &values![user.as_str(), true])
        .await?
        .integer(0)
}
