//! Giving up a way in.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::ids::AccountId;
use crate::model::user::User;
use crate::store::{StoreError, accounts, users};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlinked {
    /// The way in is gone.
    Gone,
    /// It is the only one.
    LastOne,
    /// The person has no such way in.
    Unknown,
}

/// Takes the way in `id` from `user`, unless it is their last.
pub async fn unlink(app: &App, user: &User, id: &AccountId, now: Timestamp) -> Result<Unlinked, StoreError> {
    let mut unit = app.store.write("account.linked_accounts.unlink").await?;
    // Taken first, so that of two parallel calls the second sees what the first left.
    if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await? {
        return Err(StoreError::Conflict);
    }
    let linked = accounts::of_user(&mut unit, &user.id).await?;
    if linked.len() <= 1 {
        return Ok(Unlinked::LastOne);
    }
    if !accounts::delete(&mut unit, &user.id, id).await? {
        return Ok(Unlinked::Unknown);
    }
    unit.commit().await?;
    Ok(Unlinked::Gone)
}
