//! The phone number of an account: putting a proved one on it, and taking it off.
//!
//! Only proved numbers are stored, and each stands on one account, so nobody can keep a number for somebody else's account to come.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::ids::UserId;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::request_origin::RequestOrigin;
use crate::model::short_code::ShortCode;
use crate::model::user::User;
use crate::store::phone_numbers::{self, StoredNumber};
use crate::store::{StoreError, Tx, accounts, retry, users};
use crate::users::permission::MayChange;
use crate::users::phone_code::{self, PhoneCodePlace};
use crate::users::short_code::CodeRefusal;

/// A code that somebody typed for a number.
#[derive(Clone, Copy)]
pub struct TypedPhoneCode<'a> {
    /// The number.
    pub number: &'a PhoneNumber,
    /// The code.
    pub code: &'a ShortCode,
}

impl<'a> TypedPhoneCode<'a> {
    /// Where such a code stands.
    pub const fn place(self, code_use: PhoneCodeUse) -> PhoneCodePlace<'a> {
        PhoneCodePlace { code_use, number: self.number }
    }
}

/// What came of putting a number on an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberChanged {
    /// It is done.
    Done,
    /// The code is not right; nothing else was looked at.
    Code(CodeRefusal),
    /// The number stands on an account already.
    Taken,
    /// The person's credentials changed meanwhile, or they may not sign in any more.
    Outdated,
}

/// What came of taking a number off an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberCleared {
    /// It is gone, or there was none.
    Done,
    /// It is the only way in that the person has.
    LastWayIn,
}

/// The number of a user; none where numbers are turned off, or if they never had one.
pub async fn of_user(app: &App, user: &UserId) -> Result<Option<StoredNumber>, StoreError> {
    if !app.config.phone.enabled {
        return Ok(None);
    }
    let mut unit = app.store.read("users.phone").await?;
    phone_numbers::of_user(&mut unit, user).await
}

/// Puts the number that the code proves on the account of a signed-in person, who asked for that code.
pub async fn change(
    app: &App,
    user: &User,
    typed: TypedPhoneCode<'_>,
    _may: &MayChange,
    at: (&RequestOrigin, Timestamp),
) -> Result<NumberChanged, StoreError> {
    let (origin, now) = at;
    let place = typed.place(PhoneCodeUse::Verify);
    let changed = retry(|| async {
        let mut unit = app.store.write("users.phone.change").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
            return Ok(NumberChanged::Outdated);
        }
        let changed = match phone_code::judge(app, &mut unit, &place, typed.code, now).await? {
            Err(refusal) => NumberChanged::Code(refusal),
            Ok(payload) if payload.asker.as_ref() != Some(&user.id) => NumberChanged::Code(CodeRefusal::Missing),
            Ok(_) if phone_numbers::owner(&mut unit, typed.number).await?.is_some() => NumberChanged::Taken,
            Ok(_) => {
                phone_numbers::put(&mut unit, &user.id, Some(typed.number), now).await?;
                AuditEvent::new(AuditKind::PhoneNumberChanged, origin).user(&user.id).record(app, &mut unit, now).await?;
                tell(app, &mut unit, user, true, now).await?;
                NumberChanged::Done
            }
        };
        unit.commit().await?;
        Ok::<_, StoreError>(changed)
    })
    .await?;
    app.wake_outbox();
    Ok(changed)
}

/// Takes the number off the account of a person who is held. If it is not done, the unit must not be committed.
pub async fn clear(app: &App, tx: &mut Tx, user: &User, at: (&RequestOrigin, Timestamp)) -> Result<NumberCleared, StoreError> {
    let (origin, now) = at;
    let had_one = phone_numbers::of_user(tx, &user.id).await?.is_some_and(|stored| stored.number.is_some());
    if had_one && !user.email_verified && accounts::of_user(tx, &user.id).await?.is_empty() {
        return Ok(NumberCleared::LastWayIn);
    }
    phone_numbers::put(tx, &user.id, None, now).await?;
    if had_one {
        AuditEvent::new(AuditKind::PhoneNumberRemoved, origin).user(&user.id).record(app, tx, now).await?;
        tell(app, tx, user, false, now).await?;
    }
    Ok(NumberCleared::Done)
}

/// The same in a unit of its own.
pub async fn clear_now(
    app: &App,
    user: &User,
    _may: &MayChange,
    at: (&RequestOrigin, Timestamp),
) -> Result<NumberCleared, StoreError> {
    let (origin, now) = at;
    let cleared = retry(|| async {
        let mut unit = app.store.write("users.phone.clear").await?;
        users::hold(&mut unit, &user.id).await?;
        let cleared = clear(app, &mut unit, user, (origin, now)).await?;
        if cleared == NumberCleared::Done {
            unit.commit().await?;
        }
        Ok::<_, StoreError>(cleared)
    })
    .await?;
    app.wake_outbox();
    Ok(cleared)
}

/// Tells the person by mail.
async fn tell(app: &App, tx: &mut Tx, user: &User, has_one: bool, now: Timestamp) -> Result<(), StoreError> {
    let mail = OwedMail::PhoneNumberChanged { user_id: user.id.clone(), has_one };
    outbox::put(app, tx, &OutboxMessage::unasked(app, mail), now).await
}
