//! The `second_factor_mail_codes` table: codes that were mailed or sent to a phone, one for each pending sign-in or session.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::store::{StoreError, Tx, values};

/// A mailed code as it is stored.
#[derive(Clone, Debug)]
pub struct StoredMailCode {
    /// What it is bound to: the digest of a pending sign-in, or of a session.
    pub bearer: [u8; 32],
    /// Whether it went to the phone.
    pub texted: bool,
    /// Keyed digest of the code.
    pub digest: [u8; 32],
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Adds a code in place of the one before.
pub async fn replace(tx: &mut Tx, user: &UserId, code: &StoredMailCode) -> Result<(), StoreError> {
    tx.execute("DELETE FROM second_factor_mail_codes WHERE bearer = $1", &values![code.bearer]).await?;
    tx.execute(
        "INSERT INTO second_factor_mail_codes (bearer, user_id, digest, created_at, expires_at, texted) VALUES ($1, $2, $3, $4, $5, $6)",
        &values![code.bearer, user.as_str(), code.digest, code.created_at, code.expires_at, code.texted],
    )
    .await
    .map(drop)
}

/// Whether the code that has not expired went to the phone; none if there is no such code.
pub async fn went_to_phone(tx: &mut Tx, bearer: &[u8; 32], now: Timestamp) -> Result<Option<bool>, StoreError> {
    let row = tx
        .optional("SELECT texted FROM second_factor_mail_codes WHERE bearer = $1 AND expires_at > $2", &values![*bearer, now])
        .await?;
    row.map(|row| row.boolean(0)).transpose()
}

/// Spends a code: one statement, and its count says who won.
pub async fn consume(
    tx: &mut Tx,
    (bearer, texted): (&[u8; 32], bool),
    digest: &[u8; 32],
    now: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "DELETE FROM second_factor_mail_codes WHERE bearer = $1 AND texted = $2 AND digest = $3 AND expires_at > $4",
            &values![*bearer, texted, *digest, now],
        )
        .await?;
    Ok(rows == 1)
}
