//! The end of an account: at once, with everything that hangs on it. The audit trail keeps the id, which names nobody any more.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OwedMail, Reply};
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError};
use crate::sessions::end;
use crate::store::{StoreError, Tx, grants, one_time_secrets, retry, users};
use crate::users::permission::MayErase;

/// What an erasure link carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ErasePayload {
    /// Where the link leads afterwards.
    pub callback_url: Option<String>,
}

/// Mails the person a link that erases their account.
pub async fn request(app: &App, user: &User, locale: &str, callback_url: Option<&str>, now: Timestamp) -> Result<(), StoreError> {
    let mail = OwedMail::DeleteAccount { user_id: user.id.clone() };
    outbox::request(app, "users.erase.request", mail, Reply { locale, callback_url }, now).await
}

/// Links from before the operator switched deletion off work no more.
fn must_be_on(app: &App) -> Result<(), SecretError> {
    if app.config.accounts.delete { Ok(()) } else { Err(SecretError::Unknown) }
}

/// Whose account a mailed link would erase, without erasing it.
pub async fn look_up(app: &App, secret: &str) -> Result<UserId, SecretError> {
    must_be_on(app)?;
    let mut unit = app.store.read("users.erase.look_up").await?;
    Ok(one_time::look_up::<ErasePayload>(app, &mut unit, Purpose::DeleteAccount, secret).await?.subject)
}

/// Spends a mailed link and erases the account that it was made for, which must be that of `signed_in`.
pub async fn by_link(
    app: &App,
    signed_in: &UserId,
    secret: &str,
    _may: &MayErase,
    at: (&RequestOrigin, Timestamp),
) -> Result<ErasePayload, SecretError> {
    let (origin, now) = at;
    must_be_on(app)?;
    retry(|| async {
        let mut unit = app.store.write("users.erase.by_link").await?;
        let shown = one_time::look_up::<ErasePayload>(app, &mut unit, Purpose::DeleteAccount, secret).await?;
        if shown.subject != *signed_in {
            return Err(SecretError::Unknown);
        }
        if !users::hold(&mut unit, signed_in).await? {
            return Err(SecretError::Unknown);
        }
        if !shown.spend(&mut unit, now).await? {
            return Err(SecretError::Spent);
        }
        erase(app, &mut unit, signed_in, origin, now).await?;
        unit.commit().await?;
        Ok(shown.payload)
    })
    .await
}

/// Erases an account whose owner has just proved that they are its owner.
pub async fn erase_now(app: &App, user: &UserId, _may: &MayErase, at: (&RequestOrigin, Timestamp)) -> Result<(), StoreError> {
    let (origin, now) = at;
    retry(|| async {
        let mut unit = app.store.write("users.erase").await?;
        users::hold(&mut unit, user).await?;
        erase(app, &mut unit, user, origin, now).await?;
        unit.commit().await
    })
    .await
}

/// Erases a user who is held.
pub async fn erase(app: &App, tx: &mut Tx, user: &UserId, origin: &RequestOrigin, now: Timestamp) -> Result<(), StoreError> {
    end::sign_out_others(app, tx, user, None, (origin, now)).await?;
    grants::revoke_of_user(tx, user, now).await?;
    one_time_secrets::revoke_of_subject(tx, user.as_str(), now).await?;
    one_time::revoke_events_of(tx, user, now).await?;
    users::delete(tx, user).await?;
    AuditEvent::new(AuditKind::UserErased, origin).user(user).record(app, tx, now).await
}
