//! Another mail address: allowed from the old one if that is verified, proved at the new one, then changed. The operator may leave
//! out either proof, each only where it protects least: see [`Way`].

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Config;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail, Reply};
use crate::model::email::EmailAddress;
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError, Shown};
use crate::store::users::{self, EmailChange};
use crate::store::{StoreError, Tx, one_time_secrets, retry};
use crate::users::permission::MayChange;

/// What both links carry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EmailChangePayload {
    /// The address when the change was asked for.
    pub from: String,
    /// The new one.
    pub to: String,
    /// Where the link leads afterwards.
    pub callback_url: Option<String>,
}

/// How the address of a person changes, as their address stands and as the operator wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The old address allows it, then the new one is proved.
    AllowThenProve,
    /// The new one is proved. An old one that was proved too is told afterwards.
    Prove,
    /// At once, since the old one was never proved either.
    AtOnce,
}

impl Way {
    /// The way for `user`.
    pub const fn of(config: &Config, user: &User) -> Self {
        match user.email_verified {
            true if config.accounts.confirm_email_change => Self::AllowThenProve,
            false if config.accounts.change_unproved_email_at_once => Self::AtOnce,
            true | false => Self::Prove,
        }
    }
}

/// Asks for the change of the address of a signed-in person by mailed links. Says the same whether or not the new one is taken.
pub async fn request(
    app: &App,
    (user, new_email): (&User, &EmailAddress),
    _may: &MayChange,
    reply: (&str, Option<&str>),
    now: Timestamp,
) -> Result<(), StoreError> {
    let (locale, callback_url) = reply;
    let new_email = new_email.as_str().to_owned();
    let user_id = user.id.clone();
    let mail = match Way::of(&app.config, user) {
        Way::AllowThenProve => OwedMail::ConfirmEmailChange { user_id, new_email },
        Way::Prove | Way::AtOnce => OwedMail::VerifyNewEmail { user_id, new_email },
    };
    outbox::request(app, "users.email_change.request", mail, Reply { locale, callback_url }, now).await
}

/// What came of a change without a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedAtOnce {
    /// The address is the new one, unproved as the old one was. A link that proves it is on its way.
    Changed,
    /// Somebody has the new one.
    AddressTaken,
    /// The person's address or credentials changed meanwhile.
    Outdated,
}

/// Changes the unproved address of a signed-in person to another unproved one. What was mailed to the old one works no more.
pub async fn change_at_once(
    app: &App,
    (user, new_email): (&User, &EmailAddress),
    _may: &MayChange,
    reply: (&str, Option<&str>),
    at: (&RequestOrigin, Timestamp),
) -> Result<ChangedAtOnce, StoreError> {
    let (locale, callback_url) = reply;
    let (origin, now) = at;
    let to = new_email.as_str();
    let change = EmailChange { from: &user.email, to, verified: false };
    let mail = OwedMail::VerifyEmail { email: to.to_owned() };
    let message = OutboxMessage { mail, locale: locale.to_owned(), callback_url: callback_url.map(str::to_owned) };
    let outcome = retry(|| async {
        let mut unit = app.store.write("users.email_change.at_once").await?;
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await? {
            return Ok(ChangedAtOnce::Outdated);
        }
        if users::by_email(&mut unit, to).await?.is_some() {
            return Ok(ChangedAtOnce::AddressTaken);
        }
        let still = users::by_id(&mut unit, &user.id).await?.is_some_and(|still| !still.email_verified);
        if !still || !users::change_email(&mut unit, &user.id, change, now).await? {
            return Ok(ChangedAtOnce::Outdated);
        }
        one_time_secrets::revoke_of_subject(&mut unit, user.id.as_str(), now).await?;
        AuditEvent::new(AuditKind::EmailChanged, origin).user(&user.id).record(app, &mut unit, now).await?;
        outbox::put(app, &mut unit, &message, now).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(ChangedAtOnce::Changed)
    })
    .await?;
    app.wake_outbox();
    Ok(outcome)
}

/// Which step of a change a link stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// At the old address.
    Confirm,
    /// At the new address.
    Verify,
}

impl Step {
    const fn purpose(self) -> Purpose {
        match self {
            Self::Confirm => Purpose::ConfirmEmailChange,
            Self::Verify => Purpose::VerifyNewEmail,
        }
    }
}

/// Links from before the operator switched changes off work no more.
fn must_be_on(app: &App) -> Result<(), SecretError> {
    if app.config.accounts.change_email { Ok(()) } else { Err(SecretError::Unknown) }
}

/// What a link would do, and for whom, without doing it.
pub async fn look_up(app: &App, step: Step, secret: &str) -> Result<(UserId, EmailChangePayload), SecretError> {
    must_be_on(app)?;
    let mut unit = app.store.read("users.email_change.look_up").await?;
    let shown = one_time::look_up::<EmailChangePayload>(app, &mut unit, step.purpose(), secret).await?;
    Ok((shown.subject, shown.payload))
}

/// What came of a shown link.
pub enum Changed {
    /// The new address has been mailed.
    NewAddressMailed {
        /// Where the link leads.
        callback_url: Option<String>,
    },
    /// The address is changed.
    Changed {
        /// The person with it.
        user: Box<User>,
        /// Where the link leads.
        callback_url: Option<String>,
    },
    /// Somebody else has the new address by now.
    AddressTaken {
        /// Where the link leads.
        callback_url: Option<String>,
    },
}

/// Spends the link of a step and takes the step.
pub async fn take(app: &App, step: Step, secret: &str, origin: &RequestOrigin, now: Timestamp) -> Result<Changed, SecretError> {
    must_be_on(app)?;
    let changed = retry(|| try_to_take(app, step, secret, origin, now)).await?;
    app.wake_outbox();
    Ok(changed)
}

async fn try_to_take(
    app: &App,
    step: Step,
    secret: &str,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<Changed, SecretError> {
    let mut unit = app.store.write("users.email_change.take").await?;
    let shown: Shown<EmailChangePayload> = one_time::look_up(app, &mut unit, step.purpose(), secret).await?;
    let EmailChangePayload { from, to, callback_url } = shown.payload.clone();
    let user = users::by_id(&mut unit, &shown.subject).await?.filter(|user| user.email == from && user.disabled_at.is_none());
    let user = user.ok_or(SecretError::Unknown)?;
    if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
        return Err(SecretError::Unknown);
    }
    if !shown.spend(&mut unit, now).await? {
        return Err(SecretError::Spent);
    }
    let outcome = match step {
        Step::Confirm => {
            let mail = OwedMail::VerifyNewEmail { user_id: user.id, new_email: to };
            let message = OutboxMessage { callback_url: callback_url.clone(), ..OutboxMessage::unasked(app, mail) };
            outbox::put(app, &mut unit, &message, now).await?;
            Changed::NewAddressMailed { callback_url }
        }
        Step::Verify if users::by_email(&mut unit, &to).await?.is_some() => Changed::AddressTaken { callback_url },
        Step::Verify => {
            let changed = record(app, &mut unit, &user, &to, (origin, now)).await?.ok_or(SecretError::Unknown)?;
            if Way::of(&app.config, &user) == Way::Prove {
                tell_old_address(app, &mut unit, &user, now).await?;
            }
            Changed::Changed { user: Box::new(changed), callback_url }
        }
    };
    unit.commit().await?;
    Ok(outcome)
}

/// Moves the account to an address that was just proved and is nobody's, in the unit that spent the proof. `None`, and nothing
/// changes, if the person's credentials or address are not those of `user` any more.
pub async fn record(
    app: &App,
    tx: &mut Tx,
    user: &User,
    to: &str,
    at: (&RequestOrigin, Timestamp),
) -> Result<Option<User>, StoreError> {
    let (origin, now) = at;
    if !users::raise_credential_version(tx, &user.id, user.credential_version, now).await? {
        return Ok(None);
    }
    let change = EmailChange { from: &user.email, to, verified: true };
    if !users::change_email(tx, &user.id, change, now).await? {
        return Ok(None);
    }
    one_time_secrets::revoke_of_subject(tx, user.id.as_str(), now).await?;
    AuditEvent::new(AuditKind::EmailChanged, origin).user(&user.id).record(app, tx, now).await?;
    users::by_id(tx, &user.id).await
}

/// Tells the address that `user` had, if it was proved, that the account has another one: where nobody asked there before.
pub async fn tell_old_address(app: &App, tx: &mut Tx, user: &User, now: Timestamp) -> Result<(), StoreError> {
    if !user.email_verified {
        return Ok(());
    }
    let mail = OwedMail::EmailChanged { user_id: user.id.clone(), old_email: user.email.clone() };
    outbox::put(app, tx, &OutboxMessage::unasked(app, mail), now).await
}
