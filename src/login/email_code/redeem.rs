//! Taking the effect of a mailed code: once, in the unit that spends it.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::email_code::{EmailCode, EmailCodeUse};
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::{Retryable, StoreError, Tx, retry, users};
use crate::users::email_code::{self, CodePlace, CodeRefusal};
use crate::users::fields::NotSaid;
use crate::users::new_password::NotTaken;
use crate::users::permission::MayChange;
use crate::users::proved_address::{self, Entered, EntranceError, Newcomer, ProvedAddress, Refusal};
use crate::users::recover::{NewPassword, OtherSessions};
use crate::users::register::Asked;
use crate::users::{email_change, recover, short_code};

/// Why a code had no effect.
#[derive(Debug, thiserror::Error)]
pub enum RedeemError {
    /// The code is not right; nothing else was looked at.
    #[error("the code does nothing")]
    Code(CodeRefusal),
    /// The code is right and spent, and the person may not do this.
    #[error("the person may not do this")]
    Refused(Refusal),
    /// What somebody new says in the fields that the operator declared has no effect; the code can be shown again.
    #[error("what was said in the fields is not taken")]
    Fields(NotSaid),
    /// Somebody else has the address.
    #[error("the address is taken")]
    AddressTaken,
    /// The password is not taken; the code was not looked at.
    #[error(transparent)]
    Password(#[from] NotTaken),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<EntranceError> for RedeemError {
    fn from(error: EntranceError) -> Self {
        match error {
            EntranceError::Fields(not_said) => Self::Fields(not_said),
            EntranceError::Store(error) => Self::Store(error),
        }
    }
}

impl Retryable for RedeemError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// A code that somebody typed for an address.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The address.
    pub email: &'a EmailAddress,
    /// The code.
    pub code: &'a EmailCode,
}

impl Typed<'_> {
    fn place(&self, code_use: EmailCodeUse) -> CodePlace {
        CodePlace::at(code_use, self.email.as_str())
    }
}

/// A refusal is committed: it counts.
async fn refuse(app: &App, unit: Tx, refusal: CodeRefusal, at: (&RequestOrigin, Timestamp)) -> Result<RedeemError, StoreError> {
    short_code::keep_refusal(app, unit, AuthenticationMethod::EmailCode, at).await?;
    Ok(RedeemError::Code(refusal))
}

/// Signs in with a code. Of any number of parallel tries one succeeds.
pub async fn sign_in(
    app: &App,
    typed: Typed<'_>,
    newcomer: Newcomer<'_>,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Entered, RedeemError> {
    let place = typed.place(EmailCodeUse::SignIn);
    let entering = retry(|| async {
        let mut unit = app.store.read("login.email_code.find").await?;
        let current = email_code::current(app, &mut unit, &place).await?;
        let proved = ProvedAddress {
            email: typed.email.as_str(),
            holder: current.as_ref().and_then(|current| current.payload.holder.as_ref()),
            method: AuthenticationMethod::EmailCode,
            newcomer: email_code::makes_accounts(app).then_some(newcomer),
            asked,
        };
        let entrance = proved_address::prepare(app, &mut unit, &proved, now).await?;
        drop(unit);
        let mut unit = app.store.write("login.email_code.sign_in").await?;
        match email_code::judge(app, &mut unit, &place, typed.code, now).await? {
            Err(refusal) => return Err(refuse(app, unit, refusal, (asked.origin, now)).await?),
            // Another code took the place of the one that the entrance was prepared for.
            Ok(payload) if payload.holder.as_ref() != proved.holder => return Err(StoreError::Conflict.into()),
            Ok(_) => {}
        }
        let entered = match entrance {
            Ok(entrance) => Ok(entrance.record(app, &mut unit, (asked.origin, now)).await.map_err(RedeemError::from)?),
            Err(refusal) => Err(RedeemError::Refused(refusal)),
        };
        unit.commit().await?;
        entered
    });
    entering.await?.conclude(app, asked, now).await?.map_err(RedeemError::Refused)
}

/// Proves the address of an account.
pub async fn verify_email(app: &App, typed: Typed<'_>, origin: &RequestOrigin, now: Timestamp) -> Result<User, RedeemError> {
    let place = typed.place(EmailCodeUse::VerifyEmail);
    retry(|| async {
        let mut unit = app.store.write("login.email_code.verify_email").await?;
        if let Err(refusal) = email_code::judge(app, &mut unit, &place, typed.code, now).await? {
            return Err(refuse(app, unit, refusal, (origin, now)).await?);
        }
        let mut user = users::by_email(&mut unit, typed.email.as_str()).await?;
        if let Some(found) = &user {
            users::verify_email(&mut unit, &found.id, typed.email.as_str(), now).await?;
            AuditEvent::new(AuditKind::EmailVerified, origin).user(&found.id).record(app, &mut unit, now).await?;
            user = users::by_id(&mut unit, &found.id).await?;
        }
        unit.commit().await?;
        user.ok_or(RedeemError::Refused(Refusal::Outdated))
    })
    .await
}

/// Sets a new password and ends every session. Costs one hash whether or not the code is right.
pub async fn reset_password(
    app: &App,
    typed: Typed<'_>,
    password: &Password,
    at: (&RequestOrigin, Timestamp),
) -> Result<(), RedeemError> {
    let (_, now) = at;
    let new = NewPassword::hash(app, password).await?;
    let place = typed.place(EmailCodeUse::ResetPassword);
    retry(|| async {
        let mut unit = app.store.write("login.email_code.reset_password").await?;
        let payload = match email_code::judge(app, &mut unit, &place, typed.code, now).await? {
            Ok(payload) => payload,
            Err(refusal) => return Err(refuse(app, unit, refusal, at).await?),
        };
        let user = users::by_email(&mut unit, typed.email.as_str()).await?;
        let user = user.filter(|user| payload.holder.as_ref().is_none_or(|holder| holder.is(user)));
        let set = match &user {
            Some(user) => recover::record(app, &mut unit, user, (&new, OtherSessions::End), at).await?,
            None => false,
        };
        unit.commit().await?;
        if set { Ok(()) } else { Err(RedeemError::Refused(Refusal::Outdated)) }
    })
    .await?;
    app.wake_outbox();
    Ok(())
}

/// Moves the account of a signed-in person to an address that the code proves.
pub async fn change_email(
    app: &App,
    user: &User,
    typed: Typed<'_>,
    _may: &MayChange,
    at: (&RequestOrigin, Timestamp),
) -> Result<User, RedeemError> {
    let (origin, now) = at;
    let place = CodePlace { user: Some(user.id.clone()), ..typed.place(EmailCodeUse::ChangeEmail) };
    retry(|| async {
        let mut unit = app.store.write("login.email_code.change_email").await?;
        if let Err(refusal) = email_code::judge(app, &mut unit, &place, typed.code, now).await? {
            return Err(refuse(app, unit, refusal, (origin, now)).await?);
        }
        let changed = if users::by_email(&mut unit, typed.email.as_str()).await?.is_some() {
            Err(RedeemError::AddressTaken)
        } else {
            let changed = email_change::record(app, &mut unit, user, typed.email.as_str(), (origin, now)).await?;
            if changed.is_some() {
                email_change::tell_old_address(app, &mut unit, user, now).await?;
            }
            changed.ok_or(RedeemError::Refused(Refusal::Outdated))
        };
        unit.commit().await?;
        app.wake_outbox();
        changed
    })
    .await
}
