//! Pending sign-ins: a first factor was right, the second is owed.
//!
//! The browser keeps a secret of 256 bits, the store its digest, bound to the person, their credentials as they stood, the first
//! factor and ten minutes. It opens nothing but the question for the second factor: whoever has it is nobody yet.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::{SessionId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::model::second_factor::HeldFactors;
use crate::model::user::User;
use crate::sessions::establish::{Completion, Established, prepare_completion};
use crate::sessions::judge::{self, Judgement, ShownCode, Subject};
use crate::sessions::kept::KeptChange;
use crate::store::pending_sign_ins::{self, StoredPendingSignIn};
use crate::store::{StoreError, Tx, retry, users};

/// How long a person may take for the second factor.
pub const LIFETIME: Duration = Duration::from_secs(10 * 60);
/// How many codes of any kind are judged for one pending sign-in.
const MOST_ATTEMPTS: i64 = 5;

/// A sign-in that has become pending: what the browser must be given.
#[derive(Clone)]
pub struct PendingSignIn {
    /// What the browser shows with the second factor, to be set as a cookie and forgotten.
    pub secret: String,
    /// What the person can show.
    pub offered: HeldFactors,
    /// Whether they asked to be kept signed in.
    pub remember: bool,
    /// The browser's new flow secret.
    pub browser_secret: String,
    /// Whether the browser showed a trust that does not hold, and is to forget it.
    pub forgets_device: bool,
    /// What changes in the sessions that the browser keeps.
    pub kept: KeptChange,
}

/// A pending sign-in that a browser showed.
pub struct Challenge {
    stored: StoredPendingSignIn,
    /// Whose it is. They have shown one factor: tell them nothing of their account.
    pub user: User,
    /// What they can show.
    pub offered: HeldFactors,
}

impl Challenge {
    /// The first factor.
    pub const fn method(&self) -> AuthenticationMethod {
        self.stored.method
    }

    /// Whether the person asked to be kept signed in.
    pub const fn is_remembered(&self) -> bool {
        self.stored.remembered
    }

    /// What mailed codes are bound to.
    pub const fn bearer(&self) -> [u8; 32] {
        self.stored.digest
    }

    /// Who was anonymous in the browser until the first factor was shown.
    pub const fn anonymous(&self) -> Option<&UserId> {
        self.stored.anonymous.as_ref()
    }

    /// When it ends.
    pub const fn expires_at(&self) -> Timestamp {
        self.stored.expires_at
    }

    /// The secret of the authenticator app that is being set up in it, sealed.
    pub fn proposed_totp(&self) -> Option<&[u8]> {
        self.stored.proposed_totp_sealed.as_deref()
    }

    /// Whether the person may set their first second factor up before they are signed in: they owe one, hold none at all, and have
    /// nothing else to show.
    pub fn may_set_up(&self) -> bool {
        self.offered.is_empty() && self.user.two_factor_enabled_at.is_none()
    }

    fn subject(&self) -> Subject<'_> {
        Subject { user: &self.user, first: self.stored.method, bearer: self.stored.digest }
    }
}

/// What a sign-in was that becomes pending.
pub(super) struct Beginning<'a> {
    pub(super) secret: &'a str,
    pub(super) user: &'a User,
    pub(super) method: AuthenticationMethod,
    pub(super) remember: bool,
    pub(super) anonymous: Option<UserId>,
    pub(super) now: Timestamp,
}

/// Stores a pending sign-in. Returns what the person can show.
pub(super) async fn begin(app: &App, tx: &mut Tx, beginning: &Beginning<'_>) -> Result<HeldFactors, StoreError> {
    let Beginning { user, method, now, .. } = *beginning;
    let pending = StoredPendingSignIn {
        digest: *Digest::of(beginning.secret).as_bytes(),
        method,
        remembered: beginning.remember,
        proposed_totp_sealed: None,
        anonymous: beginning.anonymous.clone(),
        created_at: now,
        expires_at: now + LIFETIME,
    };
    pending_sign_ins::insert(tx, user, &pending).await?;
    judge::held(app, tx, user, method).await
}

/// The pending sign-in of a browser that shows `secret`.
pub async fn load(app: &App, secret: &str, now: Timestamp) -> Result<Option<Challenge>, StoreError> {
    let mut unit = app.store.read("challenge.load").await?;
    let Some((stored, user)) = pending_sign_ins::find(&mut unit, Digest::of(secret).as_bytes(), now).await? else {
        return Ok(None);
    };
    let offered = judge::held(app, &mut unit, &user, stored.method).await?;
    Ok(Some(Challenge { stored, user, offered }))
}

/// Gives a pending sign-in up: the person turned away.
pub async fn abandon(app: &App, secret: &str) -> Result<(), StoreError> {
    let mut unit = app.store.write("challenge.abandon").await?;
    pending_sign_ins::finish(&mut unit, Digest::of(secret).as_bytes()).await?;
    unit.commit().await
}

/// What came of a code that was shown for a pending sign-in.
pub enum Answer<T> {
    /// It was right.
    Right(T),
    /// It was not, or spent before.
    Wrong,
    /// It was not: it was one of another time, so that the clock that showed it seems to be off.
    OffClock,
    /// The person holds nothing of this kind.
    NotHeld,
    /// No mailed code works any more.
    Expired,
    /// Not looked at: the person's second factor is closed after too many wrong codes.
    Closed {
        /// When the next code is looked at.
        until: Timestamp,
    },
    /// The pending sign-in is over: too many codes were wrong.
    TooManyAttempts,
    /// The pending sign-in is over: it was completed, or the person changed.
    Over,
}

/// The browser that shows a code.
#[derive(Clone, Copy)]
pub struct Answering<'a> {
    /// The code.
    pub shown: ShownCode<'a>,
    /// From where.
    pub origin: &'a RequestOrigin,
    /// The browser's flow secret, if it has one.
    pub browser_secret: Option<&'a str>,
    /// Whether it is to be trusted from now on.
    pub trust: bool,
}

/// Judges a code, and begins the session if it is right. Of any number of parallel calls one does.
pub async fn answer(
    app: &App,
    challenge: &Challenge,
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Answer<Box<Established>>, StoreError> {
    let second = AuthenticationMethod::Second(answering.shown.factor);
    let browser = (answering.origin, answering.browser_secret, answering.trust);
    let completion = prepare_completion(app, challenge, second, browser, now);
    retry(|| async {
        let mut unit = app.store.write("challenge.answer").await?;
        let answered = complete(app, &mut unit, (challenge, &completion), answering, now).await?;
        unit.commit().await?;
        Ok(answered)
    })
    .await
}

/// The same in a unit that the caller commits, whatever the answer: also what was wrong is written, because it counts.
pub(crate) async fn complete(
    app: &App,
    tx: &mut Tx,
    what: (&Challenge, &Completion),
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Answer<Box<Established>>, StoreError> {
    let (challenge, completion) = what;
    let right = match attempt(app, tx, challenge, answering, now).await? {
        Ok(right) => right,
        Err(refusal) => return Ok(refusal),
    };
    let finished = finish(app, tx, (challenge, completion), answering.origin, right).await?;
    Ok(finished.map_or(Answer::Over, |established| Answer::Right(Box::new(established))))
}

/// Ends the pending sign-in with a session, once a second factor was judged right. None if it is over already.
pub(crate) async fn finish(
    app: &App,
    tx: &mut Tx,
    what: (&Challenge, &Completion),
    origin: &RequestOrigin,
    right: judge::SecondFactorProof,
) -> Result<Option<Established>, StoreError> {
    let (challenge, completion) = what;
    if !pending_sign_ins::finish(tx, &challenge.stored.digest).await? {
        return Ok(None);
    }
    completion.record(app, tx, origin, right).await.map(Some)
}

/// Judges a code without beginning a session; the pending sign-in stays as it is.
pub async fn prove(app: &App, challenge: &Challenge, answering: Answering<'_>, now: Timestamp) -> Result<Answer<()>, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("challenge.prove").await?;
        let attempted = attempt(app, &mut unit, challenge, answering, now).await?;
        unit.commit().await?;
        Ok(match attempted {
            Ok(_) => Answer::Right(()),
            Err(refusal) => refusal,
        })
    })
    .await
}

/// Takes an attempt and judges the code. The error is the answer.
async fn attempt<T>(
    app: &App,
    tx: &mut Tx,
    challenge: &Challenge,
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Result<judge::SecondFactorProof, Answer<T>>, StoreError> {
    let Challenge { stored, user, .. } = challenge;
    if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
        return Ok(Err(Answer::Over));
    }
    if !pending_sign_ins::take_attempt(tx, &stored.digest, MOST_ATTEMPTS, now).await? {
        let ended = pending_sign_ins::finish(tx, &stored.digest).await?;
        return Ok(Err(if ended { Answer::TooManyAttempts } else { Answer::Over }));
    }
    judged(app, tx, (&challenge.subject(), None), answering, now).await
}

/// Judges a code of a person who is held, in the session that they have, if they have one. A refusal stands in the trail. The error is
/// the answer.
pub(super) async fn judged<T>(
    app: &App,
    tx: &mut Tx,
    (subject, session): (&Subject<'_>, Option<&SessionId>),
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Result<judge::SecondFactorProof, Answer<T>>, StoreError> {
    let refusal = match judge::judge(app, tx, subject, answering.shown, now).await? {
        Judgement::Right(right) => return Ok(Ok(right)),
        Judgement::Wrong => Answer::Wrong,
        Judgement::OffClock => Answer::OffClock,
        Judgement::NotHeld => Answer::NotHeld,
        Judgement::Expired => Answer::Expired,
        Judgement::Closed { until } => Answer::Closed { until },
    };
    let event = AuditEvent::new(AuditKind::SecondFactorRefused, answering.origin).user(&subject.user.id);
    let event = match session {
        Some(session) => event.session(session),
        None => event,
    };
    event.detail("method", answering.shown.factor.as_str()).record(app, tx, now).await?;
    Ok(Err(refusal))
}
