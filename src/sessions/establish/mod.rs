//! Beginning a session: the one end of every sign-in, and its gate.
//!
//! [`Prepared::record`] and, after the commit, [`Recorded::conclude`] lead to an [`Admission`]: a session, a second factor that is
//! owed, or the refusal of an action. No caller can have the one without having thought of the others, and nothing else makes an
//! [`Established`] of a sign-in. A session that lives already goes
//! on by [`going_on`]; a pending sign-in is completed by [`completion`]; a device is let in from another place by [`device`].

mod completion;
mod device;
mod going_on;
mod recorded;

pub use completion::{Completion, prepare_completion};
pub use device::{Allowance, DeviceSession, prepare_device};
pub use going_on::{Renewal, Succession, Successor, prepare_renewal, prepare_succession};
pub use recorded::Recorded;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::actions::Refusal;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::ids::{SessionId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::assurance::{self, Owed};
use crate::sessions::challenge::{self, Beginning, PendingSignIn};
use crate::sessions::kept::{self, KeptChange};
use crate::sessions::known_device;
use crate::store::sessions::StoredToken;
use crate::store::{StoreError, Tx, login_transactions, second_factors, sessions, trusted_devices};
use crate::users::anonymous;

/// Seals session tokens.
pub const TOKEN_SEAL_PURPOSE: &str = "session_token";
const TOKEN_LENGTH: usize = 32;

/// What a person has proved, and from where.
#[derive(Clone, Debug)]
pub struct Proof<'a> {
    /// The person, as read when the proof was checked.
    pub user: &'a User,
    /// What they proved.
    pub method: AuthenticationMethod,
    /// Whether they asked to be kept signed in.
    pub remember: bool,
    /// The session that this browser had until now; it ends.
    pub replaces: Option<&'a Session>,
    /// The browser's flow secret, if it has one; it is rotated.
    pub browser_secret: Option<&'a str>,
    /// What the browser shows to be trusted, if it shows something.
    pub trusted_device: Option<&'a str>,
    /// The token of the session that the browser shows. If somebody anonymous is in it, they become the person.
    pub shown_session: Option<&'a str>,
}

impl<'a> Proof<'a> {
    /// One that was given once more within a session, which goes on by [`prepare_renewal`] as it was kept before.
    pub const fn within(
        session: &Session,
        user: &'a User,
        method: AuthenticationMethod,
        browser_secret: Option<&'a str>,
    ) -> Self {
        let remember = session.remembered;
        Self { user, method, remember, replaces: None, browser_secret, trusted_device: None, shown_session: None }
    }
}

/// A session that has begun: what the browser must be given. The only value from which session cookies are made.
#[derive(Clone)]
pub struct Established {
    /// The session.
    pub session: Session,
    /// Its person.
    pub user: User,
    /// The bearer token, to be set as a cookie and forgotten.
    pub token: String,
    /// The browser's new flow secret.
    pub browser_secret: String,
    /// What the browser shows from now on to be trusted, if it is.
    pub trusted_device: Option<String>,
    /// What the browser shows from now on as one that was seen before.
    pub device_mark: Option<String>,
    /// The person is to be asked to set a second factor up, and may put it off until then.
    pub second_factor_due: Option<Timestamp>,
    /// What changes in the sessions that the browser keeps.
    pub kept: KeptChange,
    _admitted: Admitted,
}

/// Made in this module alone, so that no session is made elsewhere.
#[derive(Clone)]
struct Admitted;

/// What a proof leads to.
pub enum Admission {
    /// A session.
    SignedIn(Box<Established>),
    /// No session yet: the person owes a second factor.
    SecondFactorOwed(Box<PendingSignIn>),
    /// Nothing: an action is against it.
    Refused(Box<Refusal>),
}

/// A sign-in that is ready to be recorded. Made before the unit of work, so that all randomness is drawn outside it.
#[derive(Clone)]
pub struct Prepared {
    session: NewSession,
    method: AuthenticationMethod,
    shown_device: Option<[u8; 32]>,
    shown_session: Option<[u8; 32]>,
    pending_secret: String,
}

/// A session that is ready to be stored.
#[derive(Clone)]
struct NewSession {
    established: Established,
    stored: StoredToken,
    replaces: Option<(SessionId, UserId)>,
    old_browser: Option<[u8; 32]>,
    new_device: String,
}

fn new_token(app: &App) -> (String, StoredToken) {
    let token = app.entropy.alphanumeric(TOKEN_LENGTH);
    let stored = StoredToken {
        digest: *Digest::of(&token).as_bytes(),
        sealed: app.master_keys.seal(TOKEN_SEAL_PURPOSE, token.as_bytes(), &app.entropy),
    };
    (token, stored)
}

fn digest_of(secret: &str) -> [u8; 32] {
    *Digest::of(secret).as_bytes()
}

impl NewSession {
    /// A session of a person who proved `methods`, as `proof` says.
    fn new(app: &App, proof: &Proof<'_>, methods: AuthenticationMethods, at: (&RequestOrigin, Timestamp)) -> Self {
        let (origin, now) = at;
        let (token, stored) = new_token(app);
        let session = Session {
            id: SessionId::random(&app.entropy),
            user_id: proof.user.id.clone(),
            remembered: proof.remember,
            authenticated_at: now,
            methods,
            ip_address: origin.ip_address.clone(),
            user_agent: origin.user_agent.clone(),
            created_at: now,
            updated_at: now,
            expires_at: app.config.sessions.lifetimes().expiry(proof.remember, now),
            let_in: None,
        };
        Self {
            established: Established {
                session,
                user: proof.user.clone(),
                token,
                browser_secret: app.entropy.token(),
                trusted_device: None,
                device_mark: known_device::mark_of(app, origin),
                second_factor_due: None,
                kept: KeptChange::default(),
                _admitted: Admitted,
            },
            stored,
            replaces: proof.replaces.map(|session| (session.id.clone(), session.user_id.clone())),
            old_browser: proof.browser_secret.map(digest_of),
            new_device: app.entropy.token(),
        }
    }

    /// Stores it. The caller holds the person.
    async fn insert(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<(), StoreError> {
        let session = &self.established.session;
        sessions::insert(tx, session, &self.stored).await?;
        self.rebind_browser(tx).await?;
        let Established { user, device_mark, .. } = &self.established;
        known_device::note(app, tx, (session, user, device_mark.as_deref()), origin).await?;
        AuditEvent::new(AuditKind::SignedIn, origin)
            .user(&session.user_id)
            .session(&session.id)
            .detail("methods", &session.methods.stored())
            .record(app, tx, session.created_at)
            .await
    }

    async fn rebind_browser(&self, tx: &mut Tx) -> Result<(), StoreError> {
        match &self.old_browser {
            Some(old) => login_transactions::rebind(tx, old, &digest_of(&self.established.browser_secret)).await,
            None => Ok(()),
        }
    }

    /// Where the browser keeps several people's sessions, only one's own makes way; [`Self::settle`] sees to the others.
    async fn end_replaced(&self, app: &App, tx: &mut Tx) -> Result<(), StoreError> {
        let Established { session, user, .. } = &self.established;
        match &self.replaces {
            Some((_, whose)) if app.config.multi_session.enabled && *whose != user.id => Ok(()),
            Some((replaced, _)) => sessions::revoke_by_id(tx, replaced, session.created_at).await.map(drop),
            None => Ok(()),
        }
    }

    /// Puts the sessions in order that the browser keeps. What it used until now and cannot keep ends.
    async fn settle(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin, now: Timestamp) -> Result<KeptChange, StoreError> {
        let Established { session, token, .. } = &self.established;
        self.settle_with(app, tx, Some((session, token)), (origin, now)).await
    }

    async fn settle_with(
        &self,
        app: &App,
        tx: &mut Tx,
        newcomer: Option<(&Session, &str)>,
        at: (&RequestOrigin, Timestamp),
    ) -> Result<KeptChange, StoreError> {
        let (origin, now) = at;
        let change = kept::settle(app, tx, newcomer, &origin.sessions, now).await?;
        if let Some((replaced, _)) = self.replaces.as_ref().filter(|_| change.is_crowded_out) {
            sessions::revoke_by_id(tx, replaced, now).await?;
        }
        Ok(change)
    }
}

/// Prepares a session for `proof`.
pub fn prepare(app: &App, proof: &Proof<'_>, origin: &RequestOrigin, now: Timestamp) -> Prepared {
    Prepared {
        session: NewSession::new(app, proof, AuthenticationMethods::first(proof.method), (origin, now)),
        method: proof.method,
        shown_device: proof.trusted_device.map(digest_of),
        shown_session: proof.shown_session.filter(|_| app.config.anonymous.enabled && !proof.user.is_anonymous).map(digest_of),
        pending_secret: app.entropy.token(),
    }
}

impl Prepared {
    /// Records the session or the pending sign-in of a person who is held.
    async fn admit(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<Admission, StoreError> {
        let Established { session, user, .. } = &self.session.established;
        // Asked before the session ends that they are in.
        let anonymous = match &self.shown_session {
            Some(shown) => sessions::anonymous_by_token(tx, shown, session.created_at).await?,
            None => None,
        };
        self.session.end_replaced(app, tx).await?;
        let owed = self.owed(app, tx).await?;
        let trusted = owed == Owed::Now && self.is_trusted(app, tx).await?;
        if owed == Owed::Now && !trusted {
            return self.suspend(app, tx, anonymous, origin).await;
        }
        let mut beginning = self.session.clone();
        if trusted {
            beginning.established.session.methods = session.methods.clone().in_trusted_browser();
        }
        beginning.insert(app, tx, origin).await?;
        anonymous::become_person(app, tx, (anonymous.as_ref(), user), (origin, session.created_at)).await?;
        let trusted_device = trusted.then(|| self.session.new_device.clone());
        let second_factor_due = match owed {
            Owed::Later { until } => Some(until),
            Owed::Nothing | Owed::Now => None,
        };
        let kept = self.session.settle(app, tx, origin, session.created_at).await?;
        let established = Established { trusted_device, second_factor_due, kept, ..beginning.established };
        Ok(Admission::SignedIn(Box::new(established)))
    }

    /// What the person owes. Whoever has time to set a second factor up is asked here for the first time, if they never were.
    async fn owed(&self, app: &App, tx: &mut Tx) -> Result<Owed, StoreError> {
        let Established { session, user, .. } = &self.session.established;
        let settings = &app.config.two_factor;
        let now = session.created_at;
        let person = (user, &session.methods);
        let owes = assurance::owed(settings, person, None, now) != Owed::Nothing;
        let asked_at = if owes && assurance::has_grace(settings, user) {
            Some(second_factors::first_asked(tx, &user.id, now).await?)
        } else {
            None
        };
        Ok(assurance::owed(settings, person, asked_at, now))
    }

    /// Whether the browser shows a living trust of the person, which goes on under a new secret.
    async fn is_trusted(&self, app: &App, tx: &mut Tx) -> Result<bool, StoreError> {
        let Some(shown) = self.shown_device.as_ref().filter(|_| app.config.two_factor.trusted_devices) else { return Ok(false) };
        let Established { session, user, .. } = &self.session.established;
        let now = session.created_at;
        let new = digest_of(&self.session.new_device);
        trusted_devices::rotate(tx, user, (shown, &new), (now, now + app.config.two_factor.trusted_device_seconds)).await
    }

    async fn suspend(
        &self,
        app: &App,
        tx: &mut Tx,
        anonymous: Option<UserId>,
        origin: &RequestOrigin,
    ) -> Result<Admission, StoreError> {
        let Established { session, user, browser_secret, .. } = &self.session.established;
        let beginning = Beginning {
            secret: &self.pending_secret,
            user,
            method: self.method,
            remember: session.remembered,
            anonymous,
            now: session.created_at,
        };
        let offered = challenge::begin(app, tx, &beginning).await?;
        self.session.rebind_browser(tx).await?;
        let kept = self.session.settle_with(app, tx, None, (origin, session.created_at)).await?;
        AuditEvent::new(AuditKind::SecondFactorOwed, origin)
            .user(&user.id)
            .detail("methods", &session.methods.stored())
            .record(app, tx, session.created_at)
            .await?;
        Ok(Admission::SecondFactorOwed(Box::new(PendingSignIn {
            secret: self.pending_secret.clone(),
            offered,
            remember: session.remembered,
            browser_secret: browser_secret.clone(),
            forgets_device: self.shown_device.is_some(),
            kept,
        })))
    }
}
