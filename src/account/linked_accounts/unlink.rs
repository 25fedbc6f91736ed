//! Giving up a way in.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::AccountId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{StoreError, accounts, retry, users, wallet_addresses};
use crate::users::{siwe, ways_in};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlinked {
    /// The way in is gone.
    Gone,
    /// It is the only one, or the person could not come in any more.
    LastOne,
    /// The person has no such way in.
    Unknown,
    /// Their credentials have changed since they were read: they may ask again.
    Outdated,
}

/// What must be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// Some way in, of whatever kind.
    WayIn,
    /// Also one that apps see in the list, as they expect of Better Auth.
    Listed,
}

/// Takes the way in `id` from `user`, unless they could not come in any more.
pub async fn unlink(
    app: &App,
    user: &User,
    (id, least): (&AccountId, Least),
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<Unlinked, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("account.linked_accounts.unlink").await?;
        // Taken first, so that of two parallel calls the second sees what the first left.
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await? {
            return Ok(Unlinked::Outdated);
        }
        let linked = accounts::of_user(&mut unit, &user.id).await?;
        if least == Least::Listed && linked.len() <= 1 {
            return Ok(Unlinked::LastOne);
        }
        let Some(account) = linked.iter().find(|account| account.id == *id) else { return Ok(Unlinked::Unknown) };
        accounts::delete(&mut unit, &user.id, id).await?;
        if let Some(wallet) = siwe::wallet_of(account) {
            wallet_addresses::delete(&mut unit, &user.id, &wallet).await?;
        }
        if !ways_in::one_is_left(app, &mut unit, user).await? {
            return Ok(Unlinked::LastOne);
        }
        AuditEvent::new(AuditKind::AccountUnlinked, origin)
            .user(&user.id)
            .detail("provider", &account.provider_id)
            .record(app, &mut unit, now)
            .await?;
        unit.commit().await?;
        Ok(Unlinked::Gone)
    })
    .await
}
