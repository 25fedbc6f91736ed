//! A new password by mailed link.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, UserId};
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError};
use crate::sessions::end;
use crate::store::{StoreError, Tx, accounts, grants, one_time_secrets, retry, second_factors, users};
use crate::users::guesses::Guesses;
use crate::users::mail_budget::mail_within;
use crate::users::new_password::{self, NotTaken};
use crate::users::proved_address::forget_ways_beside_password;

/// What a reset link carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResetPayload {
    /// The address that it was sent to, which it therefore proves.
    pub email: String,
}

/// Why no password was set.
#[derive(Debug, thiserror::Error)]
pub enum ResetError {
    /// The link does nothing.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The password is not taken; the link still works.
    #[error(transparent)]
    Password(#[from] NotTaken),
}

impl From<StoreError> for ResetError {
    fn from(error: StoreError) -> Self {
        Self::Secret(error.into())
    }
}

/// Asks for a reset mail. Says and costs the same whether or not the address has an account.
pub async fn request(
    app: &App,
    email: &EmailAddress,
    locale: &str,
    callback_url: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mail = OwedMail::ResetPassword { email: email.as_str().to_owned() };
    let message = OutboxMessage { mail, locale: locale.to_owned(), callback_url: callback_url.map(str::to_owned) };
    mail_within(app, (Purpose::ResetPassword.as_str(), email.as_str()), &message, now).await
}

/// Whose password the link would set, without spending it.
pub async fn look_up(app: &App, secret: &str) -> Result<User, SecretError> {
    let mut unit = app.store.read("users.recover.look_up").await?;
    let shown = one_time::look_up::<ResetPayload>(app, &mut unit, Purpose::ResetPassword, secret).await?;
    let user = users::by_id(&mut unit, &shown.subject).await?.ok_or(SecretError::Unknown)?;
    if user.credential_version == shown.credential_version { Ok(user) } else { Err(SecretError::Spent) }
}

/// Whether a new password ends what the person has elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherSessions {
    /// They end, and so does every app's access.
    End,
    /// They go on.
    Keep,
}

/// Spends the link and sets the password. Works once, with the newest link, while the password is still the one it was asked for.
pub async fn reset(
    app: &App,
    secret: &str,
    password: &Password,
    others: OtherSessions,
    at: (&RequestOrigin, Timestamp),
) -> Result<User, ResetError> {
    look_up(app, secret).await?;
    let new = NewPassword::hash(app, password).await?;
    let user = retry(|| set_password(app, secret, &new, others, at)).await?;
    app.wake_outbox();
    Ok(user)
}

/// What a new password is stored as.
pub struct NewPassword {
    hash: String,
    /// The id of the password account, if the person has none yet.
    account: AccountId,
}

impl NewPassword {
    /// Hashes it, before the unit that stores it.
    pub async fn hash(app: &App, password: &Password) -> Result<Self, NotTaken> {
        let hash = new_password::hash(app, password).await?;
        Ok(Self { hash, account: AccountId::random(&app.entropy) })
    }

    /// Puts it in the place of the one that a person, who is held, had until now, and owes them a mail about it.
    pub(super) async fn store(&self, app: &App, tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<(), StoreError> {
        if !accounts::set_password(tx, user, &self.hash, now).await? {
            accounts::insert_credential(tx, &self.account, user, &self.hash, now).await?;
        }
        let notice = OutboxMessage::unasked(app, OwedMail::PasswordChanged { user_id: user.clone() });
        outbox::put(app, tx, &notice, now).await
    }
}

async fn set_password(
    app: &App,
    secret: &str,
    new: &NewPassword,
    others: OtherSessions,
    at: (&RequestOrigin, Timestamp),
) -> Result<User, SecretError> {
    let (_, now) = at;
    let mut unit = app.store.write("users.recover.reset").await?;
    let shown = one_time::look_up::<ResetPayload>(app, &mut unit, Purpose::ResetPassword, secret).await?;
    // The person before the secret, as all do who spend one of a person's secrets: else two of them wait for each other.
    if !users::hold(&mut unit, &shown.subject).await? {
        return Err(SecretError::Unknown);
    }
    if !shown.spend(&mut unit, now).await? {
        return Err(SecretError::Spent);
    }
    let user = users::by_id(&mut unit, &shown.subject).await?.ok_or(SecretError::Unknown)?;
    let user = User { email: shown.payload.email, credential_version: shown.credential_version, ..user };
    if !record(app, &mut unit, &user, (new, others), at).await? {
        return Err(SecretError::Spent);
    }
    let user = users::by_id(&mut unit, &user.id).await?.ok_or(SecretError::Unknown)?;
    unit.commit().await?;
    Ok(user)
}

/// Stores a new password for `user`, whose address was just proved, in the unit that spent the proof. If it was proved for the first
/// time, every other way in ends, and every session: they may be somebody else's. A second factor stays, because it opens nothing.
/// Returns false, and changes nothing, if their credentials are not those of `user` any more.
pub async fn record(
    app: &App,
    tx: &mut Tx,
    user: &User,
    what: (&NewPassword, OtherSessions),
    at: (&RequestOrigin, Timestamp),
) -> Result<bool, StoreError> {
    if !replace(app, tx, user, what, at).await? {
        return Ok(false);
    }
    let (origin, now) = at;
    if !user.email_verified {
        forget_ways_beside_password(tx, &user.id).await?;
        end::sign_out_others(app, tx, &user.id, None, at).await?;
        grants::revoke_of_user(tx, &user.id, now).await?;
        AuditEvent::new(AuditKind::UnprovedAccessRevoked, origin).user(&user.id).record(app, tx, now).await?;
    }
    users::verify_email(tx, &user.id, &user.email, now).await?;
    second_factors::set_mail_distrusted(tx, &user.id, true).await?;
    Ok(true)
}

/// The same for `user` who proved something else than their address.
pub async fn replace(
    app: &App,
    tx: &mut Tx,
    user: &User,
    what: (&NewPassword, OtherSessions),
    at: (&RequestOrigin, Timestamp),
) -> Result<bool, StoreError> {
    let (new, others) = what;
    let (origin, now) = at;
    if !users::raise_credential_version(tx, &user.id, user.credential_version, now).await? {
        return Ok(false);
    }
    new.store(app, tx, &user.id, now).await?;
    if others == OtherSessions::End {
        end::sign_out_others(app, tx, &user.id, None, at).await?;
        grants::revoke_of_user(tx, &user.id, now).await?;
    }
    one_time_secrets::revoke_of_subject(tx, user.id.as_str(), now).await?;
    // What was guessed was another password; the way out of a closed address must not end at it.
    Guesses::of(app, &user.email).clear(tx).await?;
    AuditEvent::new(AuditKind::PasswordReset, origin).user(&user.id).record(app, tx, now).await?;
    Ok(true)
}
