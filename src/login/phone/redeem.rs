//! Taking the effect of a code that was sent to a phone: once, in the unit that spends it.

use crate::app::App;
use crate::clock::Timestamp;

use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::UserId;
use crate::model::password::Password;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::sessions::establish::{self, Admission, Prepared, Proof, Recorded};
use crate::store::{Retryable, StoreError, Tx, phone_numbers, retry, second_factors, users};
use crate::users::fields::{NotSaid, Said};
use crate::users::new_password::NotTaken;
use crate::users::phone::TypedPhoneCode;
use crate::users::phone_code::{self, PhoneCodePayload};
use crate::users::recover::{self, NewPassword, OtherSessions};
use crate::users::register::Asked;
use crate::users::short_code::{self, CodeRefusal};
use crate::users::welcome::{self, Welcomed};

/// How many random characters tell two temporary addresses of one number apart.
const SUFFIX_LENGTH: usize = 8;

/// Why a code had no effect.
#[derive(Debug, thiserror::Error)]
pub enum RedeemError {
    /// The code is not right, or what it was for has changed since it was sent; nothing else is told.
    #[error("the code does nothing")]
    Code(CodeRefusal),
    /// The code is right and spent; the operator forbids the person to sign in.
    #[error("the person may not sign in")]
    Disabled,
    /// The code is right and spent; the number has no account, and none may be made in this way.
    #[error("no account may be made for the number")]
    SignUpClosed,
    /// What somebody new says in the fields that the operator declared has no effect; the code can be shown again.
    #[error("what was said in the fields is not taken")]
    Fields(NotSaid),
    /// The new password is refused, or cannot be hashed now.
    #[error(transparent)]
    Password(#[from] NotTaken),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Retryable for RedeemError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// Whether a right code begins a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// It does.
    Session,
    /// It only proves the number.
    Proof,
}

/// A number was proved.
pub struct Proved {
    /// Whose it is.
    pub user: User,
    /// Their session, or what they owe before it begins; none if none was wished for.
    pub admission: Option<Admission>,
}

/// Whose the number is, or will be.
enum Owner {
    Known(User),
    New(User),
}

impl Owner {
    const fn user(&self) -> &User {
        match self {
            Self::Known(user) | Self::New(user) => user,
        }
    }
}

/// A refusal is committed: it counts.
async fn refuse(app: &App, unit: Tx, refusal: CodeRefusal, at: (&RequestOrigin, Timestamp)) -> Result<RedeemError, StoreError> {
    short_code::keep_refusal(app, unit, AuthenticationMethod::PhoneCode, at).await?;
    Ok(RedeemError::Code(refusal))
}

/// Whether the number still belongs to whom it belonged to when the code was sent, with the same credentials.
fn is_current(payload: &PhoneCodePayload, owner: Option<&User>) -> bool {
    match (&payload.owner, owner) {
        (Some(holder), Some(owner)) => holder.is(owner),
        (None, None) => true,
        _ => false,
    }
}

/// Proves a number, and signs its owner in; an unknown number may get an account. Of any number of parallel tries one succeeds.
pub async fn sign_in(
    app: &App,
    typed: TypedPhoneCode<'_>,
    (wish, said): (Wish, Said<'_>),
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Proved, RedeemError> {
    let (at, place) = ((asked.origin, now), typed.place(PhoneCodeUse::Verify));
    let entering = retry(|| async {
        let mut unit = app.store.read("login.phone.find").await?;
        let found = phone_numbers::owner(&mut unit, typed.number).await?;
        let owner = match &found {
            Some(user) => Some(Owner::Known(user.clone())),
            None if phone_code::makes_accounts(app) => Some(Owner::New(new_user(app, &mut unit, typed.number, now).await?)),
            None => None,
        };
        drop(unit);
        let prepared = owner.as_ref().filter(|_| wish == Wish::Session).map(|owner| prepare(app, owner.user(), asked, now));
        let mut unit = app.store.write("login.phone.sign_in").await?;
        if let Some(user) = &found {
            users::hold(&mut unit, &user.id).await?;
        }
        match phone_code::judge(app, &mut unit, &place, typed.code, now).await? {
            Err(refusal) => return Err(refuse(app, unit, refusal, at).await?),
            Ok(payload) if !is_current(&payload, found.as_ref()) => {
                return Err(refuse(app, unit, CodeRefusal::Missing, at).await?);
            }
            Ok(_) => {}
        }
        let proved = match owner {
            Some(owner) if owner.user().disabled_at.is_some() => Err(RedeemError::Disabled),
            Some(owner) => enter(app, &mut unit, (&owner, typed.number, said), prepared.as_ref(), at).await,
            None => Err(RedeemError::SignUpClosed),
        };
        if matches!(proved, Err(RedeemError::Store(_) | RedeemError::Fields(_))) {
            return proved;
        }
        unit.commit().await?;
        proved
    });
    let entered = match entering.await? {
        Entering::Known(entered) => *entered,
        Entering::Stranger(user) => match make(app, (user, typed.number, said), wish, (asked, now)).await? {
            Ok(entered) => entered,
            Err(proved) => return Ok(*proved),
        },
    };
    let admission = match entered.recorded {
        Some(recorded) => Some(recorded.conclude(app, asked.origin).await?),
        None => None,
    };
    Ok(Proved { user: entered.user, admission })
}

/// What the unit that spent the code came to.
enum Entering {
    Known(Box<Entered>),
    /// Actions have a say before an account is made.
    Stranger(Box<User>),
}

struct Entered {
    user: User,
    recorded: Option<Recorded>,
}

/// Makes the account of a number that is proved, if the actions allow it. The error is the answer.
async fn make(
    app: &App,
    who: (Box<User>, &PhoneNumber, Said<'_>),
    wish: Wish,
    at: (Asked<'_>, Timestamp),
) -> Result<Result<Entered, Box<Proved>>, RedeemError> {
    let ((user, number, said), (asked, now)) = (who, at);
    let welcomed = match welcome::ask(app, *user.clone(), AuthenticationMethod::PhoneCode, (asked.origin, now)).await? {
        Ok(welcomed) => welcomed,
        Err(refusal) => {
            let admission = Some(Admission::Refused(Box::new(refusal)));
            return Ok(Err(Box::new(Proved { user: *user, admission })));
        }
    };
    let prepared = (wish == Wish::Session).then(|| prepare(app, welcomed.user(), asked, now));
    retry(|| async {
        // Somebody else may have the number since: then it is theirs.
        let mut unit = app.store.read("login.phone.still_free").await?;
        if phone_numbers::owner(&mut unit, number).await?.is_some() {
            return Err(RedeemError::Code(CodeRefusal::Missing));
        }
        drop(unit);
        let mut unit = app.store.write("login.phone.make").await?;
        let recorded = begin(app, &mut unit, (&welcomed, number, said), prepared.as_ref(), (asked.origin, now)).await?;
        unit.commit().await?;
        Ok(Ok(Entered { user: welcomed.user().clone(), recorded }))
    })
    .await
}

async fn begin(
    app: &App,
    tx: &mut Tx,
    (welcomed, number, said): (&Welcomed, &PhoneNumber, Said<'_>),
    prepared: Option<&Prepared>,
    at: (&RequestOrigin, Timestamp),
) -> Result<Option<Recorded>, RedeemError> {
    let ((origin, now), user) = (at, welcomed.user());
    // Whoever took the number or the address since they were looked up: everything is to be done again from the start.
    if !welcomed.insert(app, tx, at).await? {
        return Err(StoreError::Conflict.into());
    }
    said.set(app, tx, &user.id).await?.map_err(RedeemError::Fields)?;
    phone_numbers::put(tx, &user.id, Some(number), now).await?;
    AuditEvent::new(AuditKind::PhoneNumberChanged, origin).user(&user.id).record(app, tx, now).await?;
    record(app, tx, prepared, origin).await
}

async fn record(
    app: &App,
    tx: &mut Tx,
    prepared: Option<&Prepared>,
    origin: &RequestOrigin,
) -> Result<Option<Recorded>, RedeemError> {
    Ok(match prepared {
        Some(prepared) => Some(prepared.record(app, tx, origin).await?.ok_or(StoreError::Conflict)?),
        None => None,
    })
}

fn prepare(app: &App, user: &User, asked: Asked<'_>, now: Timestamp) -> Prepared {
    let proof = Proof {
        user,
        method: AuthenticationMethod::PhoneCode,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    establish::prepare(app, &proof, asked.origin, now)
}

async fn enter(
    app: &App,
    tx: &mut Tx,
    (owner, number, said): (&Owner, &PhoneNumber, Said<'_>),
    prepared: Option<&Prepared>,
    at: (&RequestOrigin, Timestamp),
) -> Result<Entering, RedeemError> {
    let recorded = match owner {
        Owner::Known(_) => record(app, tx, prepared, at.0).await?,
        Owner::New(user) => match Welcomed::unasked(app, user.clone(), AuthenticationMethod::PhoneCode) {
            Some(welcomed) => begin(app, tx, (&welcomed, number, said), prepared, at).await?,
            None => {
                // Judged before the code is spent.
                said.judge(app, tx).await?.map_err(RedeemError::Fields)?;
                return Ok(Entering::Stranger(Box::new(user.clone())));
            }
        },
    };
    Ok(Entering::Known(Box::new(Entered { user: owner.user().clone(), recorded })))
}

/// Somebody of whom nothing is known but their number. It stands for their name until they say it.
async fn new_user(app: &App, tx: &mut Tx, number: &PhoneNumber, now: Timestamp) -> Result<User, StoreError> {
    let domain = app.config.phone.temporary_email_domain.as_str();
    let plain = format!("{}@{domain}", number.digits());
    // Somebody else can have had the number before.
    let email = match users::by_email(tx, &plain).await? {
        None => plain,
        Some(_) => format!("{}.{}@{domain}", number.digits(), app.entropy.alphanumeric(SUFFIX_LENGTH).to_ascii_lowercase()),
    };
    Ok(User::beginning(UserId::random(&app.entropy), email, number.as_str().to_owned(), now))
}

/// Sets a new password and ends every session. Costs one hash whether or not the code is right.
pub async fn reset_password(
    app: &App,
    typed: TypedPhoneCode<'_>,
    password: &Password,
    at: (&RequestOrigin, Timestamp),
) -> Result<(), RedeemError> {
    let (_, now) = at;
    let new = NewPassword::hash(app, password).await?;
    let place = typed.place(PhoneCodeUse::ResetPassword);
    retry(|| async {
        let mut unit = app.store.write("login.phone.reset_password").await?;
        let owner = phone_numbers::owner(&mut unit, typed.number).await?;
        if let Some(owner) = &owner {
            users::hold(&mut unit, &owner.id).await?;
        }
        let payload = match phone_code::judge(app, &mut unit, &place, typed.code, now).await? {
            Ok(payload) => payload,
            Err(refusal) => return Err(refuse(app, unit, refusal, at).await?),
        };
        let set = match owner.filter(|owner| is_current(&payload, Some(owner))) {
            Some(owner) => {
                second_factors::set_text_distrusted(&mut unit, &owner.id, true).await?;
                recover::replace(app, &mut unit, &owner, (&new, OtherSessions::End), at).await?
            }
            None => false,
        };
        unit.commit().await?;
        if set { Ok(()) } else { Err(RedeemError::Code(CodeRefusal::Missing)) }
    })
    .await?;
    app.wake_outbox();
    Ok(())
}
