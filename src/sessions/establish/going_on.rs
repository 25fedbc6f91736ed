//! Sessions that go on: proved afresh, or under another name after a change of credentials. Neither is a way in: both need a session
//! that lives, and are nobody else's.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::establish::{Admitted, Established, NewSession, Proof, digest_of, new_token};
use crate::sessions::kept::KeptChange;
use crate::store::{StoreError, Tx, sessions, users};

/// What a session has proved once `method` was proved in it too. Second factors go on counting.
fn proved_in(session: &Session, method: AuthenticationMethod) -> AuthenticationMethods {
    if method.is_second() {
        session.methods.clone().and(method)
    } else {
        AuthenticationMethods::first(method).and_second_factors_of(&session.methods)
    }
}

/// A fresh proof that is ready to be recorded.
pub struct Renewal(NewSession);

/// Prepares a fresh proof in the living `session` of `proof.user`: the session goes on under a new token.
pub fn prepare_renewal(app: &App, session: &Session, proof: &Proof<'_>, now: Timestamp) -> Renewal {
    let (token, stored) = new_token(app);
    let renewed = Session {
        authenticated_at: now,
        methods: proved_in(session, proof.method),
        updated_at: now,
        expires_at: app.config.sessions.lifetimes().expiry(session.remembered, now),
        ..session.clone()
    };
    Renewal(NewSession {
        established: Established {
            session: renewed,
            user: proof.user.clone(),
            token,
            browser_secret: app.entropy.token(),
            trusted_device: None,
            device_mark: None,
            second_factor_due: None,
            kept: KeptChange::default(),
            _admitted: Admitted,
        },
        stored,
        replaces: None,
        old_browser: proof.browser_secret.map(digest_of),
        new_device: String::new(),
    })
}

impl Renewal {
    /// Records a renewal. `None` means that person or session may no longer do so.
    pub async fn record(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<Option<Established>, StoreError> {
        let Established { session, user, .. } = &self.0.established;
        let now = session.updated_at;
        if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
            return Ok(None);
        }
        if !sessions::renew_proof(tx, session, &self.0.stored).await? {
            return Ok(None);
        }
        self.0.rebind_browser(tx).await?;
        AuditEvent::new(AuditKind::IdentityConfirmed, origin)
            .user(&user.id)
            .session(&session.id)
            .detail("methods", &session.methods.stored())
            .record(app, tx, now)
            .await?;
        let kept = self.0.settle(app, tx, origin, now).await?;
        Ok(Some(Established { kept, ..self.0.established.clone() }))
    }
}

/// What takes the place of a session when its person's credentials change.
#[derive(Clone, Copy)]
pub struct Successor<'a> {
    /// The person as they are afterwards.
    pub user: &'a User,
    /// The session until now.
    pub session: &'a Session,
    /// What was proved for the change; none if the session's own proof was enough.
    pub proved: Option<AuthenticationMethod>,
    /// The browser's flow secret, if it has one.
    pub browser_secret: Option<&'a str>,
}

/// A session that takes the place of another of the same person, ready to be recorded.
pub struct Succession(NewSession);

/// Prepares a session in the place of another.
pub fn prepare_succession(app: &App, successor: Successor<'_>, origin: &RequestOrigin, now: Timestamp) -> Succession {
    let Successor { user, session, proved, browser_secret } = successor;
    let methods = proved.map_or_else(|| session.methods.clone(), |method| proved_in(session, method));
    let proof = Proof {
        user,
        method: proved.unwrap_or(AuthenticationMethod::Password),
        remember: session.remembered,
        replaces: Some(session),
        browser_secret,
        trusted_device: None,
        shown_session: None,
    };
    let mut new = NewSession::new(app, &proof, methods, (origin, now));
    new.established.session.let_in.clone_from(&session.let_in);
    if proved.is_none() {
        new.established.session.authenticated_at = session.authenticated_at;
    }
    Succession(new)
}

impl Succession {
    /// Records it. `None` means that person or session may no longer do so.
    pub async fn record(&self, app: &App, tx: &mut Tx, origin: &RequestOrigin) -> Result<Option<Established>, StoreError> {
        let Established { session, user, .. } = &self.0.established;
        if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
            return Ok(None);
        }
        let lived = match &self.0.replaces {
            Some((replaced, _)) => sessions::revoke_by_id(tx, replaced, session.created_at).await?,
            None => false,
        };
        if !lived {
            return Ok(None);
        }
        self.0.insert(app, tx, origin).await?;
        let kept = self.0.settle(app, tx, origin, session.created_at).await?;
        Ok(Some(Established { kept, ..self.0.established.clone() }))
    }
}
