//! Another name for a passkey, and removing one.

use crate::app::App;
use crate::events::audit::AuditKind;
use crate::model::ids::{PasskeyId, UserId};
use crate::model::user::User;
use crate::store::{StoreError, passkeys, retry, users};
use crate::users::passkey::{Change, announce};
use crate::users::ways_in;

/// Whose a passkey is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The person's.
    Theirs,
    /// Somebody else's.
    Another,
    /// Nobody's: there is none such.
    Nobody,
}

/// Whether `id` is a passkey of `user`.
pub async fn whose(app: &App, user: &UserId, id: &PasskeyId) -> Result<Whose, StoreError> {
    let mut unit = app.store.read("users.passkey.whose").await?;
    Ok(match passkeys::owner(&mut unit, id).await? {
        Some(owner) if owner == *user => Whose::Theirs,
        Some(_) => Whose::Another,
        None => Whose::Nobody,
    })
}

/// Gives a passkey of `user` another name. Returns whether they have it.
pub async fn rename(app: &App, user: &UserId, id: &PasskeyId, name: &str) -> Result<bool, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.passkey.rename").await?;
        let renamed = passkeys::rename(&mut unit, user, id, name).await?;
        unit.commit().await?;
        Ok(renamed)
    })
    .await
}

/// What came of removing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is gone.
    Gone,
    /// It is the only way in.
    LastWayIn,
    /// The person has none such.
    Unknown,
    /// Their credentials have changed since they were read: they may ask again.
    Outdated,
}

/// Removes a passkey of `user`, unless they could not sign in any more.
pub async fn remove(app: &App, user: &User, id: &PasskeyId, change: Change<'_>) -> Result<Removed, StoreError> {
    let removed = retry(|| async {
        let mut unit = app.store.write("users.passkey.remove").await?;
        // Taken first, so that of two parallel calls the second sees what the first left.
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, change.now).await? {
            return Ok(Removed::Outdated);
        }
        if !passkeys::delete(&mut unit, &user.id, id).await? {
            return Ok(Removed::Unknown);
        }
        if !ways_in::one_is_left(app, &mut unit, user).await? {
            return Ok(Removed::LastWayIn);
        }
        announce(app, &mut unit, &user.id, AuditKind::PasskeyRemoved, change).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(Removed::Gone)
    })
    .await?;
    app.wake_outbox();
    Ok(removed)
}
