//! One-time tokens: a session is carried over to another origin of the same app, where its cookie does not reach. The app asks for a
//! token where the person is signed in, hands it over in its own way, and exchanges it there, once and within minutes.
//!
//! It is the same session in both places: signing out in one ends it in the other. Off unless the operator turns it on, for
//! whoever has the token has the session. Uses `one_time` and the `sessions` table.

pub mod api;

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::request_origin::RequestOrigin;
use crate::one_time::{self, Purpose, SecretError, Subject};
use crate::sessions::kept::{self, KeptChange};
use crate::store::{Retryable, StoreError, retry, sessions};
use crate::web::visit::SignedIn;

/// What a token carries.
#[derive(Serialize, Deserialize)]
struct Carried {
    session_token: String,
}

/// Makes a token for a session; none if that is over.
pub async fn generate(app: &App, signed_in: &SignedIn, now: Timestamp) -> Result<Option<String>, StoreError> {
    let life = (now, app.config.one_time_token.seconds.duration());
    let carried = Carried { session_token: signed_in.token.clone() };
    let minted = one_time::mint(app, Purpose::CarrySession, Subject::User(&signed_in.user), life, &carried)?;
    let recorded = retry(|| async {
        let mut unit = app.store.write("one_time_token.generate").await?;
        let lives = sessions::hold(&mut unit, &signed_in.session.id, now).await?;
        if lives {
            minted.record_beside(&mut unit).await?;
        }
        unit.commit().await.map(|()| lives)
    })
    .await?;
    Ok(recorded.then_some(minted.secret))
}

/// Why a token carries nothing over.
#[derive(Debug, thiserror::Error)]
pub enum RedeemError {
    /// It was never made, was spent, or its time is over.
    #[error("no such one-time token")]
    Unknown,
    /// The session that it was made for is over.
    #[error("the session is over")]
    SessionOver,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Retryable for RedeemError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// Exchanges a token for the session that it was made for. Of any number of parallel tries one succeeds.
pub async fn redeem(
    app: &App,
    token: &str,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<(SignedIn, KeptChange), RedeemError> {
    let mut unit = app.store.read("one_time_token.find").await?;
    let shown = one_time::look_up::<Carried>(app, &mut unit, Purpose::CarrySession, token).await;
    drop(unit);
    let shown = shown.map_err(|error| match error {
        SecretError::Store(error) => RedeemError::Store(error),
        SecretError::Unknown | SecretError::Spent | SecretError::Expired => RedeemError::Unknown,
    })?;
    let session_token = &shown.payload.session_token;
    let found = retry(|| async {
        let mut unit = app.store.write("one_time_token.redeem").await?;
        if !shown.spend(&mut unit, now).await? {
            return Err(RedeemError::Unknown);
        }
        let found = sessions::live_by_token(&mut unit, Digest::of(session_token).as_bytes(), now).await?;
        let mut kept = KeptChange::default();
        if let Some((session, user)) = &found {
            kept = kept::settle(app, &mut unit, Some((session, session_token)), &origin.sessions, now).await?;
            let event = AuditEvent::new(AuditKind::SessionCarriedOver, origin).user(&user.id).session(&session.id);
            event.record(app, &mut unit, now).await?;
        }
        // A token whose session is over is spent all the same.
        unit.commit().await?;
        Ok(found.map(|found| (found, kept)))
    })
    .await?;
    let ((session, user), kept) = found.ok_or(RedeemError::SessionOver)?;
    Ok((SignedIn { session, user, token: shown.payload.session_token }, kept))
}
