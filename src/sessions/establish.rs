//! Beginning a session, or proving a living one again: the one end of every sign-in.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::ids::SessionId;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::store::sessions::StoredToken;
use crate::store::{StoreError, Tx, login_transactions, sessions, users};

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
}

/// A session that is ready to be recorded. Made before the unit of work, so that all randomness is drawn outside it.
pub struct Prepared {
    established: Established,
    stored: StoredToken,
    replaces: Option<SessionId>,
    old_browser: Option<[u8; 32]>,
}

fn new_token(app: &App) -> (String, StoredToken) {
    let token = app.entropy.alphanumeric(TOKEN_LENGTH);
    let stored = StoredToken {
        digest: *Digest::of(&token).as_bytes(),
        sealed: app.master_keys.seal(TOKEN_SEAL_PURPOSE, token.as_bytes(), &app.entropy),
    };
    (token, stored)
}

/// Prepares a session for `proof`.
pub fn prepare(app: &App, proof: &Proof<'_>, origin: &RequestOrigin, now: Timestamp) -> Prepared {
    let (token, stored) = new_token(app);
    let session = Session {
        id: SessionId::random(&app.entropy),
        user_id: proof.user.id.clone(),
        remembered: proof.remember,
        authenticated_at: now,
        methods: AuthenticationMethods::first(proof.method),
        ip_address: origin.ip_address.clone(),
        user_agent: origin.user_agent.clone(),
        created_at: now,
        updated_at: now,
        expires_at: app.config.sessions.lifetimes().expiry(proof.remember, now),
    };
    Prepared {
        established: Established { session, user: proof.user.clone(), token, browser_secret: app.entropy.token() },
        stored,
        replaces: proof.replaces.map(|session| session.id.clone()),
        old_browser: proof.browser_secret.map(|secret| *Digest::of(secret).as_bytes()),
    }
}

impl Prepared {
    /// Records the session: only while the person may sign in with the credentials that were checked. `None` means that this
    /// changed meanwhile and the sign-in must be refused.
    pub async fn record(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<Option<Established>, StoreError> {
        let Established { session, user, .. } = &self.established;
        let now = session.created_at;
        if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
            return Ok(None);
        }
        if let Some(replaced) = &self.replaces {
            sessions::revoke_by_id(tx, replaced, now).await?;
        }
        sessions::insert(tx, session, &self.stored).await?;
        self.rebind_browser(tx).await?;
        AuditEvent::new(AuditKind::SignedIn, origin)
            .user(&user.id)
            .session(&session.id)
            .detail("methods", &session.methods.stored())
            .record(app, tx, now)
            .await?;
        Ok(Some(self.established.clone()))
    }

    async fn rebind_browser(&self, tx: &mut Tx) -> Result<(), StoreError> {
        if let Some(old) = &self.old_browser {
            let new = Digest::of(&self.established.browser_secret);
            login_transactions::rebind(tx, old, new.as_bytes()).await?;
        }
        Ok(())
    }
}

/// Prepares a fresh proof in the living `session` of `proof.user`: the session goes on under a new token.
pub fn prepare_renewal(app: &App, session: &Session, proof: &Proof<'_>, now: Timestamp) -> Prepared {
    let (token, stored) = new_token(app);
    let renewed = Session {
        authenticated_at: now,
        methods: AuthenticationMethods::first(proof.method),
        updated_at: now,
        expires_at: app.config.sessions.lifetimes().expiry(session.remembered, now),
        ..session.clone()
    };
    Prepared {
        established: Established { session: renewed, user: proof.user.clone(), token, browser_secret: app.entropy.token() },
        stored,
        replaces: None,
        old_browser: proof.browser_secret.map(|secret| *Digest::of(secret).as_bytes()),
    }
}

impl Prepared {
    /// Records a renewal. `None` means that person or session may no longer do so.
    pub async fn record_renewal(
        &self,
        app: &App,
        tx: &mut Tx,
        origin: &RequestOrigin,
    ) -> Result<Option<Established>, StoreError> {
        let Established { session, user, .. } = &self.established;
        let now = session.updated_at;
        if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
            return Ok(None);
        }
        if !sessions::renew_proof(tx, session, &self.stored).await? {
            return Ok(None);
        }
        self.rebind_browser(tx).await?;
        AuditEvent::new(AuditKind::IdentityConfirmed, origin).user(&user.id).session(&session.id).record(app, tx, now).await?;
        Ok(Some(self.established.clone()))
    }
}
