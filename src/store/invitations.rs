//! The `invitations` table: who was invited to make an account.

use crate::clock::Timestamp;
use crate::model::ids::InvitationId;
use crate::model::user::Role;
use crate::store::{Row, StoreError, Tx, values};

/// An invitation as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its row.
    pub id: InvitationId,
    /// Who is invited, normalised.
    pub email: String,
    /// How they may be called.
    pub name: Option<String>,
    /// What they may do.
    pub role: Role,
    /// When they were invited.
    pub created_at: Timestamp,
    /// When the link ends.
    pub expires_at: Timestamp,
    /// When the account was made.
    pub accepted_at: Option<Timestamp>,
    /// When the operator thought better of it, or another took its place.
    pub withdrawn_at: Option<Timestamp>,
}

fn read(row: &Row) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        id: InvitationId::new(row.text(0)?),
        email: row.text(1)?,
        name: row.optional_text(2)?,
        role: Role::parse(&row.text(3)?).ok_or_else(|| StoreError::inconsistent("invitations", "role"))?,
        created_at: row.timestamp(4)?,
        expires_at: row.timestamp(5)?,
        accepted_at: row.optional_timestamp(6)?,
        withdrawn_at: row.optional_timestamp(7)?,
    })
}

/// Adds an invitation whose link has this digest.
pub async fn insert(tx: &mut Tx, invitation: &Invitation, digest: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO invitations (id, digest, email, name, role, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values![
            invitation.id.as_str(),
            *digest,
            invitation.email.as_str(),
            invitation.name.clone(),
            invitation.role.as_str(),
            invitation.created_at,
            invitation.expires_at
        ],
    )
    .await
    .map(drop)
}

/// The invitation whose link has this digest, open or not.
pub async fn find(tx: &mut Tx, digest: &[u8; 32]) -> Result<Option<Invitation>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, email, name, role, created_at, expires_at, accepted_at, withdrawn_at FROM invitations WHERE digest = $1",
            &values![*digest],
        )
        .await?;
    row.map(|row| read(&row)).transpose()
}

/// The invitations that can still be accepted, the oldest first.
pub async fn open(tx: &mut Tx, now: Timestamp) -> Result<Vec<Invitation>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, email, name, role, created_at, expires_at, accepted_at, withdrawn_at FROM invitations
             WHERE expires_at > $1 AND accepted_at IS NULL AND withdrawn_at IS NULL ORDER BY created_at, id",
            &values![now],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Accepts it: one statement, and its count says who won.
pub async fn accept(tx: &mut Tx, id: &InvitationId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE invitations SET accepted_at = $1
             WHERE id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $3",
            &values![now, id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Withdraws it, if it can still be accepted. Returns whether it could.
pub async fn withdraw(tx: &mut Tx, id: &InvitationId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE invitations SET withdrawn_at = $1
             WHERE id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $3",
            &values![now, id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Withdraws what an address has open, for another takes its place.
pub async fn withdraw_of(tx: &mut Tx, email: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE invitations SET withdrawn_at = $1 WHERE email = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL",
        &values![now, email],
    )
    .await
    .map(drop)
}
