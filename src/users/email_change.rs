//! Another mail address: allowed from the old one if that is verified, proved at the new one, then changed.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail, Reply};
use crate::model::email::EmailAddress;
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError, Shown};
use crate::store::users::{self, EmailChange};
use crate::store::{StoreError, Tx, one_time_secrets, retry};

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

/// Asks for the change of the address of a signed-in person. Says the same whether or not the new one is taken.
pub async fn request(
    app: &App,
    user: &User,
    new_email: &EmailAddress,
    reply: (&str, Option<&str>),
    now: Timestamp,
) -> Result<(), StoreError> {
    let (locale, callback_url) = reply;
    let new_email = new_email.as_str().to_owned();
    let user_id = user.id.clone();
    let mail = if user.email_verified {
        OwedMail::ConfirmEmailChange { user_id, new_email }
    } else {
        OwedMail::VerifyNewEmail { user_id, new_email }
    };
    outbox::request(app, "users.email_change.request", mail, Reply { locale, callback_url }, now).await
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

/// What a link would do, and for whom, without doing it.
pub async fn look_up(app: &App, step: Step, secret: &str) -> Result<(UserId, EmailChangePayload), SecretError> {
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
            let locale = app.locales.default_locale().tag().to_owned();
            outbox::put(app, &mut unit, &OutboxMessage { mail, locale, callback_url: callback_url.clone() }, now).await?;
            Changed::NewAddressMailed { callback_url }
        }
        Step::Verify if users::by_email(&mut unit, &to).await?.is_some() => Changed::AddressTaken { callback_url },
        Step::Verify => {
            let changed = record(app, &mut unit, &user, &to, (origin, now)).await?.ok_or(SecretError::Unknown)?;
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
