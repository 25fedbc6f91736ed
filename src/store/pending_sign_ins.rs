//! The `pending_sign_ins` table: people who have shown a first factor and owe a second.

use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::UserId;
use crate::model::user::User;
use crate::store::{StoreError, Tx, users, values};

/// A pending sign-in as it is stored.
#[derive(Clone, Debug)]
pub struct StoredPendingSignIn {
    /// SHA-256 of the secret that the browser keeps.
    pub digest: [u8; 32],
    /// The first factor.
    pub method: AuthenticationMethod,
    /// Whether the person asked to be kept signed in.
    pub remembered: bool,
    /// The secret of an authenticator app that is being set up here.
    pub proposed_totp_sealed: Option<Vec<u8>>,
    /// Who was anonymous in the browser until then: they become the person once the second factor is right.
    pub anonymous: Option<UserId>,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Adds one of `user`, whose credentials were those that were checked.
pub async fn insert(tx: &mut Tx, user: &User, pending: &StoredPendingSignIn) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO pending_sign_ins (digest, user_id, credential_version, method, remembered, attempts, created_at, expires_at,
                                       anonymous_user_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &values![
            pending.digest,
            user.id.as_str(),
            user.credential_version,
            pending.method.as_str(),
            pending.remembered,
            0_i64,
            pending.created_at,
            pending.expires_at,
            pending.anonymous.as_ref().map(|user| user.as_str().to_owned())
        ],
    )
    .await
    .map(drop)
}

/// The pending sign-in with this digest and its person, while both may go on: not expired, the person's credentials unchanged.
pub async fn find(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<(StoredPendingSignIn, User)>, StoreError> {
    const OWN: usize = 6;
    let row = tx
        .optional(
            "SELECT p.method, p.remembered, p.proposed_totp_sealed, p.created_at, p.expires_at, p.anonymous_user_id, u.id, u.email,
                    u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at, u.created_at, u.updated_at,
                    u.two_factor_enabled_at, u.is_anonymous
             FROM pending_sign_ins p JOIN users u ON u.id = p.user_id AND u.credential_version = p.credential_version
             WHERE p.digest = $1 AND p.expires_at > $2 AND u.disabled_at IS NULL",
            &values![*digest, now],
        )
        .await?;
    row.map(|row| {
        let method = AuthenticationMethod::parse(&row.text(0)?);
        let pending = StoredPendingSignIn {
            digest: *digest,
            method: method.ok_or_else(|| StoreError::inconsistent("pending_sign_ins", "method"))?,
            remembered: row.boolean(1)?,
            proposed_totp_sealed: row.optional_bytes(2)?,
            created_at: row.timestamp(3)?,
            expires_at: row.timestamp(4)?,
            anonymous: row.optional_text(5)?.map(UserId::new),
        };
        Ok((pending, users::read(&row, OWN)?))
    })
    .transpose()
}

/// Keeps the secret of an authenticator app that is set up in it; one of before is forgotten. Returns whether it still is pending.
pub async fn propose_totp(tx: &mut Tx, digest: &[u8; 32], sealed: Vec<u8>, now: Timestamp) -> Result<bool, StoreError> {
    let propose = "UPDATE pending_sign_ins SET proposed_totp_sealed = $1 WHERE digest = $2 AND expires_at > $3";
    Ok(tx.execute(propose, &values![sealed, *digest, now]).await? == 1)
}

/// Takes one of its attempts, before it is judged: one statement. Returns whether there was one.
pub async fn take_attempt(tx: &mut Tx, digest: &[u8; 32], most: i64, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE pending_sign_ins SET attempts = attempts + 1 WHERE digest = $1 AND attempts < $2 AND expires_at > $3",
            &values![*digest, most, now],
        )
        .await?;
    Ok(rows == 1)
}

/// Ends it: one statement, and its count says who won.
pub async fn finish(tx: &mut Tx, digest: &[u8; 32]) -> Result<bool, StoreError> {
    Ok(tx.execute("DELETE FROM pending_sign_ins WHERE digest = $1", &values![*digest]).await? == 1)
}
