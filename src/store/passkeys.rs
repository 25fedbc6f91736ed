//! The `passkeys` table.

use crate::clock::Timestamp;
use crate::crypto::digest::sha256;
use crate::model::ids::{PasskeyId, UserId};
use crate::model::passkey::{Credential, Passkey, UserHandle};
use crate::store::{Row, StoreError, Tx, values};

fn passkey(row: &Row) -> Result<Passkey, StoreError> {
    let transports = row.text(8)?;
    Ok(Passkey {
        id: PasskeyId::new(row.text(0)?),
        user_id: UserId::new(row.text(1)?),
        name: row.optional_text(2)?,
        credential: Credential {
            id: row.bytes(3)?,
            public_key: row.bytes(4)?,
            sign_count: u32::try_from(row.integer(5)?).map_err(|_| StoreError::inconsistent("passkeys", "sign_count"))?,
            backup_eligible: row.boolean(6)?,
            backed_up: row.boolean(7)?,
            transports: transports.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            aaguid: row.text(9)?,
        },
        created_at: row.timestamp(10)?,
        last_used_at: row.optional_timestamp(11)?,
        user_handle: UserHandle::from_stored(row.optional_bytes(12)?),
    })
}

/// Adds a passkey. Returns false if somebody has the credential already: then the unit must not be committed.
pub async fn insert(tx: &mut Tx, new: &Passkey) -> Result<bool, StoreError> {
    let Passkey { credential, .. } = new;
    let inserted = tx
        .execute(
            "INSERT INTO passkeys (id, user_id, name, credential_digest, credential_id, public_key, sign_count, backup_eligible,
                 backed_up, transports, aaguid, created_at, user_handle)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            &values![
                new.id.as_str(),
                new.user_id.as_str(),
                new.name.as_deref(),
                sha256(&credential.id),
                credential.id.clone(),
                credential.public_key.clone(),
                i64::from(credential.sign_count),
                credential.backup_eligible,
                credential.backed_up,
                credential.transports.join(","),
                credential.aaguid.as_str(),
                new.created_at,
                new.user_handle.stored()
            ],
        )
        .await;
    match inserted {
        Ok(_) => Ok(true),
        Err(error) if error.is_unique_violation("passkeys_credential") => Ok(false),
        Err(error) => Err(error),
    }
}

/// The passkey with this credential id.
pub async fn by_credential(tx: &mut Tx, credential: &[u8]) -> Result<Option<Passkey>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, user_id, name, credential_id, public_key, sign_count, backup_eligible, backed_up, transports, aaguid,
                 created_at, last_used_at, user_handle
             FROM passkeys WHERE credential_digest = $1",
            &values![sha256(credential)],
        )
        .await?;
    row.as_ref().map(passkey).transpose()
}

/// The passkeys of a person, the oldest first.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<Vec<Passkey>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, user_id, name, credential_id, public_key, sign_count, backup_eligible, backed_up, transports, aaguid,
                 created_at, last_used_at, user_handle
             FROM passkeys WHERE user_id = $1 ORDER BY created_at, id",
            &values![user.as_str()],
        )
        .await?;
    rows.iter().map(passkey).collect()
}

/// Whether a person has one.
pub async fn exist(tx: &mut Tx, user: &UserId) -> Result<bool, StoreError> {
    let row = tx.optional("SELECT id FROM passkeys WHERE user_id = $1 LIMIT 1", &values![user.as_str()]).await?;
    Ok(row.is_some())
}

/// Whose a passkey is.
pub async fn owner(tx: &mut Tx, id: &PasskeyId) -> Result<Option<UserId>, StoreError> {
    let row = tx.optional("SELECT user_id FROM passkeys WHERE id = $1", &values![id.as_str()]).await?;
    row.map(|row| Ok(UserId::new(row.text(0)?))).transpose()
}

/// What an authenticator told with a signature.
pub struct Used {
    /// The count that the signature was judged against.
    pub counted: u32,
    /// The count now.
    pub counts: u32,
    /// Whether the key is copied to other devices now.
    pub backed_up: bool,
    /// When.
    pub at: Timestamp,
}

/// Takes a signature into account. Returns false if the passkey is gone or has counted on since it was read.
pub async fn record_use(tx: &mut Tx, id: &PasskeyId, used: &Used) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE passkeys SET sign_count = $1, backed_up = $2, last_used_at = $3 WHERE id = $4 AND sign_count = $5",
            &values![i64::from(used.counts), used.backed_up, used.at, id.as_str(), i64::from(used.counted)],
        )
        .await?;
    Ok(rows == 1)
}

/// Keeps what the authenticator of a passkey that was moved here calls its person, if that was not known.
pub async fn learn_user_handle(tx: &mut Tx, id: &PasskeyId, handle: &[u8]) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE passkeys SET user_handle = $1 WHERE id = $2 AND user_handle = $3",
        &values![handle, id.as_str(), UserHandle::Unknown.stored()],
    )
    .await
    .map(drop)
}

/// Gives a person's passkey another name. Returns whether they have it.
pub async fn rename(tx: &mut Tx, user: &UserId, id: &PasskeyId, name: &str) -> Result<bool, StoreError> {
    let rows = tx
        .execute("UPDATE passkeys SET name = $1 WHERE id = $2 AND user_id = $3", &values![name, id.as_str(), user.as_str()])
        .await?;
    Ok(rows == 1)
}

/// Deletes a person's passkey. Returns whether they had it.
pub async fn delete(tx: &mut Tx, user: &UserId, id: &PasskeyId) -> Result<bool, StoreError> {
    let rows = tx.execute("DELETE FROM passkeys WHERE id = $1 AND user_id = $2", &values![id.as_str(), user.as_str()]).await?;
    Ok(rows == 1)
}

/// Deletes all passkeys of a person.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM passkeys WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}

/// Deletes those that the person registered at this time or later.
pub async fn delete_since(tx: &mut Tx, user: &UserId, since: Timestamp) -> Result<(), StoreError> {
    tx.execute("DELETE FROM passkeys WHERE user_id = $1 AND created_at >= $2", &values![user.as_str(), since]).await.map(drop)
}
