//! Somebody proves with a mailed secret that an address is theirs, and that is how they sign in: to the account of the address, or to
//! a new one.
//!
//! Whoever proves the address of an account first is its owner. What somebody else may have set up before (a password, passkeys, a second
//! factor, sessions, what apps were allowed) ends then, so that nobody can prepare an account for an address that is not theirs and wait.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::additional_fields::FieldValues;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time;
use crate::sessions::end;
use crate::sessions::establish::{self, Admission, Proof};
use crate::store::{
    Retryable, StoreError, Tx, accounts, grants, known_devices, one_time_secrets, passkeys, phone_numbers, retry,
    terms_acceptances, users, wallet_addresses,
};
use crate::users::address_rules;
use crate::users::fields::{self, NotSaid, Said};
use crate::users::register::Asked;
use crate::users::two_factor;
use crate::users::welcome::{self, Welcomed};

/// Whose an address was when a secret was mailed to it. Once their credentials changed, the secret is worthless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    id: UserId,
    credential_version: i64,
}

impl Holder {
    /// This person, as they are now. None while the address is unproved: then it belongs to whoever proves it.
    pub fn of(user: &User) -> Option<Self> {
        user.email_verified.then(|| Self::now(user))
    }

    /// This person, as they are now, whatever address they have.
    pub fn now(user: &User) -> Self {
        Self { id: user.id.clone(), credential_version: user.credential_version }
    }

    /// Whether it is still this person, with the same credentials.
    pub fn is(&self, user: &User) -> bool {
        self.id == user.id && self.credential_version == user.credential_version
    }
}

/// What was proved, and for what.
#[derive(Clone, Copy)]
pub struct ProvedAddress<'a> {
    /// The normalised address.
    pub email: &'a str,
    /// Whose it was when the secret was mailed.
    pub holder: Option<&'a Holder>,
    /// How it was proved.
    pub method: AuthenticationMethod,
    /// Who the person says they are, if an account may be made.
    pub newcomer: Option<Newcomer<'a>>,
    /// The circumstances of the request.
    pub asked: Asked<'a>,
}

/// What a new account begins with.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer<'a> {
    /// The name; may be empty.
    pub name: &'a str,
    /// The picture.
    pub image: Option<&'a str>,
    /// What they say in the fields that the operator declared.
    pub fields: Said<'a>,
}

/// Why nobody is signed in although the address was proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The address has no account, and none may be made in this way.
    SignUpClosed,
    /// The operator forbids the person to sign in.
    Disabled,
    /// The person's credentials changed, or the account is gone or has another address, since the secret was mailed.
    Outdated,
}

impl EntranceError {
    /// For whoever says nothing in fields: nothing of that can be refused.
    pub fn of_who_says_nothing(self) -> StoreError {
        match self {
            Self::Store(error) => error,
            Self::Fields(_) => StoreError::inconsistent("fields", "nothing was said in them"),
        }
    }
}

impl Retryable for EntranceError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// Somebody may come in.
pub struct Entered {
    /// Their session, or what they owe before it begins.
    pub admission: Admission,
    /// Whether the account was made just now.
    pub is_new: bool,
}

/// An entrance that is ready to be recorded. Made before the unit of work, so that all randomness is drawn outside it.
pub struct Entrance<'a> {
    user: User,
    step: Step<'a>,
    method: AuthenticationMethod,
    session: establish::Prepared,
}

/// Why nobody entered although they may.
#[derive(Debug, thiserror::Error)]
pub enum EntranceError {
    /// What somebody new said has no effect.
    #[error("what was said in the fields is not taken")]
    Fields(NotSaid),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An entrance whose unit is to be committed. What it leads to [`Entering::conclude`] tells.
#[must_use]
pub struct Entering(Progress);

enum Progress {
    /// Somebody who has an account, or has it from now on.
    Known { recorded: Box<establish::Recorded>, is_new: bool },
    /// Somebody about whom actions have a say before an account is made.
    Stranger { user: Box<User>, values: FieldValues, method: AuthenticationMethod },
}

/// What happens to the account on the way in.
#[derive(Clone, Copy)]
enum Step<'a> {
    /// It is made, with what its owner says.
    Make(Said<'a>),
    /// Its address is proved for the first time; until now its credentials had this version.
    ProveFirst(i64),
    /// Nothing.
    Enter,
}

/// Finds the account, or the reason against it, and prepares the session. Reads only.
pub async fn prepare<'a>(
    app: &App,
    tx: &mut Tx,
    proved: &ProvedAddress<'a>,
    now: Timestamp,
) -> Result<Result<Entrance<'a>, Refusal>, StoreError> {
    let (user, step) = match (users::by_email(tx, proved.email).await?, proved.holder, proved.newcomer) {
        (Some(user), Some(holder), _) if !holder.is(&user) => return Ok(Err(Refusal::Outdated)),
        (None, Some(_), _) => return Ok(Err(Refusal::Outdated)),
        // Nobody reads what is mailed to a placeholder.
        (Some(user), ..) if user.is_anonymous => return Ok(Err(Refusal::Outdated)),
        (Some(user), ..) if user.disabled_at.is_some() => return Ok(Err(Refusal::Disabled)),
        (Some(user), ..) if user.email_verified => (user, Step::Enter),
        (Some(user), ..) => {
            let before = user.credential_version;
            let proven = User {
                email_verified: true,
                credential_version: before + 1,
                two_factor_enabled_at: None,
                updated_at: now,
                ..user
            };
            (proven, Step::ProveFirst(before))
        }
        (None, None, Some(_)) if is_refused(app, proved.email) => return Ok(Err(Refusal::SignUpClosed)),
        (None, None, Some(newcomer)) => (new_user(app, proved.email, newcomer, now), Step::Make(newcomer.fields)),
        (None, None, None) => return Ok(Err(Refusal::SignUpClosed)),
    };
    let asked = proved.asked;
    let session = session_of(app, &user, proved.method, (asked, now));
    Ok(Ok(Entrance { user, step, method: proved.method, session }))
}

fn session_of(app: &App, user: &User, method: AuthenticationMethod, at: (Asked<'_>, Timestamp)) -> establish::Prepared {
    let (asked, now) = at;
    let proof = Proof {
        user,
        method,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    establish::prepare(app, &proof, asked.origin, now)
}

fn is_refused(app: &App, email: &str) -> bool {
    address_rules::check(app, &EmailAddress::from_stored(email.to_owned())).is_err()
}

fn new_user(app: &App, email: &str, newcomer: Newcomer<'_>, now: Timestamp) -> User {
    let beginning = User::beginning(UserId::random(&app.entropy), email.to_owned(), newcomer.name.to_owned(), now);
    User { email_verified: true, image: newcomer.image.map(str::to_owned), ..beginning }
}

impl Entrance<'_> {
    /// Records it, in the unit that spent the secret. A conflict means that the account changed meanwhile: everything is to be done
    /// again from the start. If what somebody new said has no effect, the unit must not be committed: the secret works again once
    /// they say it better.
    pub async fn record(&self, app: &App, tx: &mut Tx, at: (&RequestOrigin, Timestamp)) -> Result<Entering, EntranceError> {
        let (origin, _) = at;
        match self.step {
            Step::Make(said) => {
                let Some(welcomed) = Welcomed::unasked(app, self.user.clone(), self.method) else {
                    // Judged before the secret is spent.
                    said.judge(app, tx).await?.map_err(EntranceError::Fields)?;
                    return Ok(Entering(Progress::Stranger {
                        user: Box::new(self.user.clone()),
                        values: said.values(),
                        method: self.method,
                    }));
                };
                if !welcomed.insert(app, tx, at).await? {
                    return Err(StoreError::Conflict.into());
                }
                said.set(app, tx, &self.user.id).await?.map_err(EntranceError::Fields)?;
            }
            Step::ProveFirst(version) => prove_first(app, tx, (&self.user, version), at).await?,
            Step::Enter => {}
        }
        let recorded = self.session.record(app, tx, origin).await?.ok_or(StoreError::Conflict)?;
        Ok(Entering(Progress::Known { recorded: Box::new(recorded), is_new: matches!(self.step, Step::Make(_)) }))
    }
}

impl Entering {
    /// What the entrance leads to. After the commit: this asks the actions, and makes the account that they allow. The secret is spent
    /// whatever they say.
    pub async fn conclude(self, app: &App, asked: Asked<'_>, now: Timestamp) -> Result<Result<Entered, Refusal>, EntranceError> {
        let (recorded, is_new) = match self.0 {
            Progress::Known { recorded, is_new } => (*recorded, is_new),
            Progress::Stranger { user, values, method } => {
                match admit_stranger(app, (*user, values, method), (asked, now)).await? {
                    Stranger::Made(recorded) => (recorded, true),
                    Stranger::Refused(admission) => return Ok(Ok(Entered { admission, is_new: false })),
                    Stranger::TooLate => return Ok(Err(Refusal::Outdated)),
                }
            }
        };
        Ok(Ok(Entered { admission: recorded.conclude(app, asked.origin).await?, is_new }))
    }
}

/// What came of somebody for whom an account was to be made.
enum Stranger {
    Made(establish::Recorded),
    Refused(Admission),
    /// Somebody else has the address since.
    TooLate,
}

async fn admit_stranger(
    app: &App,
    who: (User, FieldValues, AuthenticationMethod),
    at: (Asked<'_>, Timestamp),
) -> Result<Stranger, EntranceError> {
    let ((user, values, method), (asked, now)) = (who, at);
    let welcomed = match welcome::ask(app, user, method, (asked.origin, now)).await? {
        Ok(welcomed) => welcomed,
        Err(refusal) => return Ok(Stranger::Refused(Admission::Refused(Box::new(refusal)))),
    };
    let session = session_of(app, welcomed.user(), method, at);
    retry(|| async {
        let mut unit = app.store.write("users.proved_address.make").await?;
        if !welcomed.insert(app, &mut unit, (asked.origin, now)).await? {
            return Ok(Stranger::TooLate);
        }
        let set = fields::set(app, &mut unit, &welcomed.user().id, &values).await?;
        set.map_err(|taken| EntranceError::Fields(NotSaid::Taken(taken)))?;
        let recorded = session.record(app, &mut unit, asked.origin).await?.ok_or(StoreError::Conflict)?;
        unit.commit().await?;
        Ok(Stranger::Made(recorded))
    })
    .await
}

/// Forgets all that a person signs in with, but their password. Whoever proves an address first may find ways in there that are
/// somebody else's.
pub(super) async fn forget_ways_beside_password(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    accounts::delete_upstreams(tx, user).await?;
    passkeys::delete_of_user(tx, user).await?;
    phone_numbers::delete_of_user(tx, user).await?;
    wallet_addresses::delete_of_user(tx, user).await
}

/// Marks the address as proved, and ends all that was set up before somebody did.
pub async fn prove_first(
    app: &App,
    tx: &mut Tx,
    person: (&User, i64),
    at: (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    let (user, version) = person;
    let (origin, now) = at;
    let held = users::raise_credential_version(tx, &user.id, version, now).await?;
    if !held || !users::verify_email(tx, &user.id, &user.email, now).await? {
        return Err(StoreError::Conflict);
    }
    accounts::delete_credential(tx, &user.id).await?;
    forget_ways_beside_password(tx, &user.id).await?;
    two_factor::forget(tx, &user.id).await?;
    known_devices::delete_of_user(tx, &user.id).await?;
    // Somebody else may have agreed in their name.
    terms_acceptances::delete_of_user(tx, &user.id).await?;
    one_time::revoke_events_of(tx, &user.id, now).await?;
    end::sign_out_others(app, tx, &user.id, None, at).await?;
    grants::revoke_of_user(tx, &user.id, now).await?;
    one_time_secrets::revoke_of_subject(tx, user.id.as_str(), now).await?;
    AuditEvent::new(AuditKind::EmailVerified, origin).user(&user.id).record(app, tx, now).await?;
    AuditEvent::new(AuditKind::UnprovedAccessRevoked, origin).user(&user.id).record(app, tx, now).await
}
