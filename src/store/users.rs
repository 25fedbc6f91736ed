//! The `users` table.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::model::user::{Role, User};
use crate::store::{Row, Sql, StoreError, Tx, pictures, values};

/// How many columns [`read`] takes.
pub(super) const WIDTH: usize = 13;

/// Reads a user from `row`, whose columns from `at` on are those of the table in its order.
pub(super) fn read(row: &Row, at: usize) -> Result<User, StoreError> {
    let role = row.text(at + 5)?;
    Ok(User {
        id: UserId::new(row.text(at)?),
        email: row.text(at + 1)?,
        email_verified: row.boolean(at + 2)?,
        name: row.text(at + 3)?,
        image: row.optional_text(at + 4)?,
        role: Role::parse(&role).ok_or_else(|| StoreError::inconsistent("users", "role"))?,
        locale: row.optional_text(at + 6)?,
        credential_version: row.integer(at + 7)?,
        disabled_at: row.optional_timestamp(at + 8)?,
        created_at: row.timestamp(at + 9)?,
        updated_at: row.timestamp(at + 10)?,
        two_factor_enabled_at: row.optional_timestamp(at + 11)?,
        is_anonymous: row.boolean(at + 12)?,
    })
}

/// Adds a user. Returns false if the address is taken; the unit goes on either way.
pub async fn insert(tx: &mut Tx, user: &User) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO users (id, email, email_verified, name, image, role, locale, credential_version, disabled_at, created_at,
                                    updated_at, two_factor_enabled_at, is_anonymous)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (email) DO NOTHING",
                "INSERT IGNORE INTO users (id, email, email_verified, name, image, role, locale, credential_version, disabled_at, created_at,
                                           updated_at, two_factor_enabled_at, is_anonymous)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            ),
            &values![
                user.id.as_str(),
                user.email.as_str(),
                user.email_verified,
                user.name.as_str(),
                user.image.clone(),
                user.role.as_str(),
                user.locale.clone(),
                user.credential_version,
                user.disabled_at,
                user.created_at,
                user.updated_at,
                user.two_factor_enabled_at,
                user.is_anonymous
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The user with this id.
pub async fn by_id(tx: &mut Tx, id: &UserId) -> Result<Option<User>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, email, email_verified, name, image, role, locale, credential_version, disabled_at, created_at, updated_at,
                    two_factor_enabled_at, is_anonymous
             FROM users WHERE id = $1",
            &values![id.as_str()],
        )
        .await?;
    row.map(|row| read(&row, 0)).transpose()
}

/// The user with this normalised address.
pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<User>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, email, email_verified, name, image, role, locale, credential_version, disabled_at, created_at, updated_at,
                    two_factor_enabled_at, is_anonymous
             FROM users WHERE email = $1",
            &values![email],
        )
        .await?;
    row.map(|row| read(&row, 0)).transpose()
}

/// The oldest `limit` users after the address `after`, in order of address.
pub async fn page(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<User>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, email, email_verified, name, image, role, locale, credential_version, disabled_at, created_at, updated_at,
                    two_factor_enabled_at, is_anonymous
             FROM users WHERE email > $1 ORDER BY email LIMIT $2",
            &values![after, limit],
        )
        .await?;
    rows.iter().map(|row| read(row, 0)).collect()
}

/// Whether anyone administers this installation.
pub async fn has_administrator(tx: &mut Tx) -> Result<bool, StoreError> {
    let row = tx
        .optional("SELECT id FROM users WHERE role = $1 AND disabled_at IS NULL LIMIT 1", &values![Role::Admin.as_str()])
        .await?;
    Ok(row.is_some())
}

/// Takes the user as the parent of a change of their profile. The update is also the lock. Returns whether the user exists.
pub async fn touch(tx: &mut Tx, id: &UserId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute("UPDATE users SET updated_at = $1 WHERE id = $2", &values![now, id.as_str()]).await? == 1)
}

/// Changes the name.
pub async fn set_name(tx: &mut Tx, id: &UserId, name: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("UPDATE users SET name = $1, updated_at = $2 WHERE id = $3", &values![name, now, id.as_str()]).await.map(drop)
}

/// Changes the address of the picture; whoever changes it, what the person uploaded goes if it is another one from now on.
pub async fn set_image(tx: &mut Tx, id: &UserId, image: Option<&str>, now: Timestamp) -> Result<(), StoreError> {
    let address = image.map(str::to_owned);
    tx.execute("UPDATE users SET image = $1, updated_at = $2 WHERE id = $3", &values![address, now, id.as_str()]).await?;
    pictures::give_way_to(tx, id, image).await
}

/// Changes what the user may do.
pub async fn set_role(tx: &mut Tx, id: &UserId, role: Role, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("UPDATE users SET role = $1, updated_at = $2 WHERE id = $3", &values![role.as_str(), now, id.as_str()])
        .await
        .map(drop)
}

/// Marks the address as verified if it still is `email`. Returns whether it is.
pub async fn verify_email(tx: &mut Tx, id: &UserId, email: &str, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE users SET email_verified = $1, updated_at = $2 WHERE id = $3 AND email = $4",
            &values![true, now, id.as_str(), email],
        )
        .await?;
    Ok(rows == 1)
}

/// Changes the address from `from` to `to`. Returns whether the user still had `from`. Somebody who took `to` since it was looked
/// up is a conflict.
pub async fn change_email(tx: &mut Tx, id: &UserId, change: EmailChange<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let updated = tx
        .execute(
            "UPDATE users SET email = $1, email_verified = $2, updated_at = $3 WHERE id = $4 AND email = $5",
            &values![change.to, change.verified, now, id.as_str(), change.from],
        )
        .await;
    match updated {
        Ok(rows) => Ok(rows == 1),
        Err(error) if error.is_unique_violation("users_email") => Err(StoreError::Conflict),
        Err(error) => Err(error),
    }
}

/// A change of address.
#[derive(Clone, Copy, Debug)]
pub struct EmailChange<'a> {
    /// What it must be before.
    pub from: &'a str,
    /// What it becomes.
    pub to: &'a str,
    /// Whether the new one has been proved.
    pub verified: bool,
}

/// Takes the user as the parent of a change of credentials: raises the version if it still is `version` and the user may act.
/// Returns whether it was.
pub async fn raise_credential_version(tx: &mut Tx, id: &UserId, version: i64, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE users SET credential_version = credential_version + 1, updated_at = $1
             WHERE id = $2 AND credential_version = $3 AND disabled_at IS NULL",
            &values![now, id.as_str(), version],
        )
        .await?;
    Ok(rows == 1)
}

/// Has signing in ask the user for a second factor from now on, or no longer. Part of a change of credentials.
pub async fn set_two_factor(tx: &mut Tx, id: &UserId, enabled_at: Option<Timestamp>) -> Result<(), StoreError> {
    tx.execute("UPDATE users SET two_factor_enabled_at = $1 WHERE id = $2", &values![enabled_at, id.as_str()]).await.map(drop)
}

/// Has signing in ask the user for a second factor from now on, if it did not.
pub async fn set_two_factor_if_off(tx: &mut Tx, id: &UserId, enabled_at: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE users SET two_factor_enabled_at = $1 WHERE id = $2 AND two_factor_enabled_at IS NULL",
        &values![enabled_at, id.as_str()],
    )
    .await
    .map(drop)
}

/// Takes the user as the parent of a change to what is theirs, whatever may have changed of them. The update is also the lock.
/// Returns whether the user exists.
pub async fn hold(tx: &mut Tx, id: &UserId) -> Result<bool, StoreError> {
    Ok(tx.execute("UPDATE users SET credential_version = credential_version WHERE id = $1", &values![id.as_str()]).await? == 1)
}

/// Takes the user as the parent of a new session: succeeds only while the credentials are those that were checked and the user
/// may sign in. The update is also the lock.
pub async fn hold_for_session(tx: &mut Tx, id: &UserId, version: i64) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE users SET credential_version = credential_version WHERE id = $1 AND credential_version = $2 AND disabled_at IS NULL",
            &values![id.as_str(), version],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes somebody anonymous as the parent of their own end; the update is also the lock. Returns whether they are still there.
pub async fn hold_anonymous(tx: &mut Tx, id: &UserId) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE users SET credential_version = credential_version WHERE id = $1 AND is_anonymous = $2",
            &values![id.as_str(), true],
        )
        .await?;
    Ok(rows == 1)
}

/// At most `limit` anonymous users who are older than `created_before` and have no session that lives.
pub async fn forsaken_anonymous(
    tx: &mut Tx,
    created_before: Timestamp,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<UserId>, StoreError> {
    let rows = tx
        .all(
            "SELECT u.id FROM users u WHERE u.is_anonymous = $1 AND u.created_at < $2 AND NOT EXISTS
                 (SELECT 1 FROM sessions s WHERE s.user_id = u.id AND s.expires_at > $3 AND s.revoked_at IS NULL)
             ORDER BY u.created_at LIMIT $4",
            &values![true, created_before, now, limit],
        )
        .await?;
    rows.iter().map(|row| Ok(UserId::new(row.text(0)?))).collect()
}

/// Forbids or allows signing in. Returns whether the user exists.
pub async fn set_disabled(tx: &mut Tx, id: &UserId, disabled_at: Option<Timestamp>, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute("UPDATE users SET disabled_at = $1, updated_at = $2 WHERE id = $3", &values![disabled_at, now, id.as_str()])
        .await?;
    Ok(rows == 1)
}

/// Deletes the user, and with them what is theirs. Returns whether there was one.
pub async fn delete(tx: &mut Tx, id: &UserId) -> Result<bool, StoreError> {
    Ok(tx.execute("DELETE FROM users WHERE id = $1", &values![id.as_str()]).await? == 1)
}
