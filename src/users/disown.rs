//! "This was not me": whoever is told of a change or a sign-in that was somebody else's takes the account back.
//!
//! The link in such a mail locks: every session and trust of the account ends, and every app's access; what was set up since is taken
//! away again (passkeys, a phone number, a second factor, and the mail address if the mail went to the old one); the password is gone until a new one is set by
//! the link that is mailed then. It counts while the account has the address that the mail went to, or as long as a change away from
//! that address can be taken back. It ends the links of later mails, so that a thief's own mails cannot undo it; those of earlier
//! mails live on, so that a thief's cannot forestall the owner's.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Minted, Purpose, SecretError, Shown, Subject};
use crate::sessions::end;
use crate::store::users::{self, EmailChange};
use crate::store::{StoreError, Tx, accounts, grants, known_devices, one_time_secrets, passkeys, phone_numbers, retry};
use crate::users::{erase, two_factor};

/// What somebody is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityEvent {
    /// The password was changed.
    PasswordChanged,
    /// The address was changed; told at the one before.
    EmailChanged,
    /// The second factor was set up, changed or turned off.
    TwoFactorChanged,
    /// A passkey was registered or removed.
    PasskeyChanged,
    /// The phone number was changed or removed.
    PhoneNumberChanged,
    /// A browser signed in that had not before.
    NewDevice,
}

impl SecurityEvent {
    const fn as_str(self) -> &'static str {
        match self {
            Self::PasswordChanged => "password_changed",
            Self::EmailChanged => "email_changed",
            Self::TwoFactorChanged => "two_factor_changed",
            Self::PasskeyChanged => "passkey_changed",
            Self::PhoneNumberChanged => "phone_number_changed",
            Self::NewDevice => "new_device",
        }
    }
}

/// What the link in such a mail carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DisownPayload {
    user: UserId,
    event: SecurityEvent,
    /// Where the mail went, which whoever has the link therefore reads.
    pub mailed_to: String,
    /// The device that was told of.
    #[serde(default)]
    pub device: Option<SeenDevice>,
}

/// A device that somebody is told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenDevice {
    /// What it says it is.
    pub user_agent: String,
    /// Where it was.
    pub ip_address: String,
    /// When, in milliseconds.
    pub at: i64,
}

/// What happened to an account.
#[derive(Clone, Debug)]
pub struct Happened {
    /// What.
    pub event: SecurityEvent,
    /// When.
    pub at: Timestamp,
    /// With which device, where that is the news.
    pub device: Option<SeenDevice>,
}

impl DisownPayload {
    /// Whether the link still speaks for the owner: who lost the address has no say but about losing it.
    fn counts_for(&self, user: &User) -> bool {
        user.disabled_at.is_none() && (self.event == SecurityEvent::EmailChanged || user.email == self.mailed_to)
    }
}

/// Makes the link for a mail to `mailed_to` about what happened to `user`. Links of several events stand beside each other.
pub fn mint(app: &App, user: &User, happened: Happened, mailed_to: &str) -> Result<Minted, StoreError> {
    let Happened { event, at, device } = happened;
    let payload = DisownPayload { user: user.id.clone(), event, mailed_to: mailed_to.to_owned(), device };
    let life = (at, app.config.links.disown_seconds.duration());
    one_time::mint(app, Purpose::Disown, Subject::EventsOf(&user.id), life, &payload)
}

/// Whose account a link would lock, without locking it.
pub async fn look_up(app: &App, secret: &str) -> Result<DisownPayload, SecretError> {
    let mut unit = app.store.read("users.disown.look_up").await?;
    let shown = one_time::look_up::<DisownPayload>(app, &mut unit, Purpose::Disown, secret).await?;
    find(&mut unit, &shown).await?;
    Ok(shown.payload)
}

/// The person, and who has the address by now that is to be given back, if somebody has.
struct Found {
    user: User,
    squatter: Option<User>,
}

async fn find(tx: &mut Tx, shown: &Shown<DisownPayload>) -> Result<Found, SecretError> {
    let payload = &shown.payload;
    let user = users::by_id(tx, &payload.user).await?.filter(|user| payload.counts_for(user)).ok_or(SecretError::Unknown)?;
    let squatter = users::by_email(tx, &payload.mailed_to).await?.filter(|other| other.id != user.id);
    match squatter {
        // Whoever proved the address meanwhile keeps it.
        Some(other) if other.email_verified => Err(SecretError::Unknown),
        squatter => Ok(Found { user, squatter }),
    }
}

/// Spends a link and locks the account. Answers with its person as they are now.
pub async fn take(app: &App, secret: &str, locale: &str, origin: &RequestOrigin, now: Timestamp) -> Result<User, SecretError> {
    let user = retry(|| lock(app, secret, locale, (origin, now))).await?;
    app.wake_outbox();
    Ok(user)
}

async fn lock(app: &App, secret: &str, locale: &str, at: (&RequestOrigin, Timestamp)) -> Result<User, SecretError> {
    let (origin, now) = at;
    let mut unit = app.store.write("users.disown.take").await?;
    let shown = one_time::look_up::<DisownPayload>(app, &mut unit, Purpose::Disown, secret).await?;
    let DisownPayload { user: id, event, mailed_to, .. } = &shown.payload;
    if !users::hold(&mut unit, id).await? {
        return Err(SecretError::Unknown);
    }
    let Found { user, squatter } = find(&mut unit, &shown).await?;
    if !shown.spend(&mut unit, now).await? {
        return Err(SecretError::Spent);
    }
    shown.revoke_later(&mut unit, now).await?;
    if !users::raise_credential_version(&mut unit, id, user.credential_version, now).await? {
        return Err(StoreError::Conflict.into());
    }
    end::sign_out_others(app, &mut unit, id, None, at).await?;
    grants::revoke_of_user(&mut unit, id, now).await?;
    one_time_secrets::revoke_of_subject(&mut unit, id.as_str(), now).await?;
    accounts::delete_credential(&mut unit, id).await?;
    passkeys::delete_since(&mut unit, id, shown.created_at).await?;
    phone_numbers::delete_since(&mut unit, id, shown.created_at).await?;
    known_devices::forget_since(&mut unit, id, shown.created_at).await?;
    if user.two_factor_enabled_at.is_some_and(|enabled_at| enabled_at >= shown.created_at) {
        two_factor::forget(&mut unit, id).await?;
    }
    if user.email != *mailed_to {
        if let Some(squatter) = squatter {
            users::hold(&mut unit, &squatter.id).await?;
            erase::erase(app, &mut unit, &squatter.id, origin, now).await?;
        }
        let change = EmailChange { from: &user.email, to: mailed_to, verified: true };
        if !users::change_email(&mut unit, id, change, now).await? {
            return Err(StoreError::Conflict.into());
        }
        AuditEvent::new(AuditKind::EmailChanged, origin).user(id).detail("by", "disowning").record(app, &mut unit, now).await?;
    }
    let disowned = AuditEvent::new(AuditKind::AccessDisowned, origin).user(id).detail("event", event.as_str());
    disowned.record(app, &mut unit, now).await?;
    let reset = OutboxMessage {
        mail: OwedMail::ResetPassword { email: mailed_to.clone() },
        locale: locale.to_owned(),
        callback_url: None,
    };
    outbox::put(app, &mut unit, &reset, now).await?;
    let user = users::by_id(&mut unit, id).await?.ok_or(SecretError::Unknown)?;
    unit.commit().await?;
    Ok(user)
}
