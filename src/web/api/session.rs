//! The session of a call: by cookie, or by bearer token where the operator allows that. Using a session keeps it alive.

use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;

use crate::crypto::digest::Digest;
use crate::model::session::Session;
use crate::sessions::assurance;
use crate::sessions::end::Ended;
use crate::sessions::{foreign_keys, still_owed};
use crate::store::sessions;
use crate::web::api::call::ApiCall;
use crate::web::api::error::ApiError;
use crate::web::visit::SignedIn;

/// Whether looking a session up extends it when that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It does.
    Extend,
    /// The caller only looks.
    Look,
}

impl ApiCall {
    /// The token of an `Authorization: Bearer` header: itself, or with its signature.
    pub(super) fn bearer_token(&self) -> Option<String> {
        if !self.config().bearer.enabled {
            return None;
        }
        let (scheme, token) = self.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
        let token = token.trim();
        if !scheme.eq_ignore_ascii_case("bearer") {
            return None;
        }
        if token.contains('.') { foreign_keys::token_in(self.app(), token) } else { Some(token.to_owned()) }
    }

    /// Who is signed in. A cookie of a session that is over is taken back.
    pub async fn session(&mut self, used: Use) -> Result<Option<SignedIn>, ApiError> {
        let by_cookie = self.bearer_token().is_none();
        let Some(token) = self.shown_session.clone() else { return Ok(None) };
        let mut unit = self.app().store.read("session").await?;
        let found = sessions::live_by_token(&mut unit, Digest::of(&token).as_bytes(), self.visit.now).await?;
        drop(unit);
        let Some((session, user)) = found else {
            if by_cookie {
                self.write_ended(&Ended::found_dead());
            }
            return Ok(None);
        };
        let session = if used == Use::Extend { self.extend(session, &token).await? } else { session };
        Ok(Some(SignedIn { session, user, token }))
    }

    async fn extend(&mut self, session: Session, token: &str) -> Result<Session, ApiError> {
        let now = self.visit.now;
        let Some(expires_at) = self.config().sessions.lifetimes().slide(&session, now) else { return Ok(session) };
        let mut unit = self.app().store.write("session.extend").await?;
        let extended = sessions::extend(&mut unit, &session.id, expires_at, now).await?;
        unit.commit().await?;
        if !extended {
            return Ok(session);
        }
        self.write_again(token, session.remembered);
        Ok(Session { expires_at, updated_at: now, ..session })
    }

    /// Who is signed in, where somebody must be.
    pub async fn signed_in(&mut self) -> Result<SignedIn, ApiError> {
        self.session(Use::Extend).await?.ok_or_else(ApiError::unauthorized)
    }

    /// Whether the person of `session` proved who they are not long ago.
    pub fn is_fresh(&self, session: &Session) -> bool {
        session.is_proved_within(self.config().sessions.fresh_seconds.duration(), self.visit.now)
    }

    /// Refuses if not.
    pub fn must_be_fresh(&self, session: &Session) -> Result<(), ApiError> {
        if self.is_fresh(session) { Ok(()) } else { Err(stale()) }
    }

    /// Refuses if the person has a second factor that was not shown in the session, whatever else they prove.
    pub fn must_have_shown_theirs(&self, signed_in: &SignedIn) -> Result<(), ApiError> {
        let policy = self.config().two_factor.policy;
        if assurance::second_factor_is_unshown(policy, &signed_in.user, &signed_in.session.methods) {
            return Err(stale());
        }
        Ok(())
    }

    /// Refuses if the person could not sign in with what was proved in the session: before it is given anything new.
    pub async fn must_lack_nothing(&self, signed_in: &SignedIn) -> Result<(), ApiError> {
        let SignedIn { user, session, .. } = signed_in;
        let lacks = still_owed::lacks_second_factor(self.app(), (user, &session.methods), self.visit.now).await?;
        if lacks { Err(stale()) } else { Ok(()) }
    }

    /// Refuses if there is a factor that was not shown in the session: one that the person has, or one that they owe by now.
    pub async fn must_have_all_factors(&self, signed_in: &SignedIn) -> Result<(), ApiError> {
        self.must_have_shown_theirs(signed_in)?;
        self.must_lack_nothing(signed_in).await
    }

    /// Refuses if the person did not prove who they are not long ago, with all factors.
    pub async fn must_be_proved(&self, signed_in: &SignedIn) -> Result<(), ApiError> {
        self.must_be_fresh(&signed_in.session)?;
        self.must_have_all_factors(signed_in).await
    }

    /// Who is signed in, where they must have proved who they are not long ago.
    pub async fn freshly_signed_in(&mut self) -> Result<SignedIn, ApiError> {
        let signed_in = self.signed_in().await?;
        self.must_be_proved(&signed_in).await?;
        Ok(signed_in)
    }
}

fn stale() -> ApiError {
    ApiError::new(StatusCode::FORBIDDEN, "SESSION_NOT_FRESH", "Session is not fresh")
}
