//! Ending sessions. What was issued in a session without `offline_access` dies with it, because every read asks for both.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::{SessionId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::store::{StoreError, Tx, sessions, trusted_devices};

/// This browser's session has ended: its cookies are to be removed.
pub struct Ended {
    /// The tokens that the browser kept, and is to forget.
    pub kept: Vec<String>,
    _made: Made,
}

/// Made in this module alone, so that no cookie is written without what is done here.
#[derive(Clone, Debug)]
struct Made;

impl Ended {
    /// The session was found dead when the browser showed its cookie.
    pub const fn found_dead() -> Self {
        Self::with_kept(Vec::new())
    }

    /// The browser is to forget these tokens too.
    pub(super) const fn with_kept(kept: Vec<String>) -> Self {
        Self { kept, _made: Made }
    }
}

/// Ends the session that the browser shows, and no other that it keeps.
pub async fn sign_out(app: &App, tx: &mut Tx, session: &Session, at: (&RequestOrigin, Timestamp)) -> Result<Ended, StoreError> {
    let (origin, now) = at;
    if sessions::revoke(tx, &session.user_id, &session.id, now).await? {
        AuditEvent::new(AuditKind::SignedOut, origin).user(&session.user_id).session(&session.id).record(app, tx, now).await?;
    }
    let shown = &origin.sessions;
    Ok(Ended::with_kept(shown.active.iter().filter(|active| shown.keeps(active)).cloned().collect()))
}

/// Ends all sessions of a person but `kept`, and the trust in every browser of theirs.
pub async fn sign_out_others(
    app: &App,
    tx: &mut Tx,
    user: &UserId,
    kept: Option<&SessionId>,
    at: (&RequestOrigin, Timestamp),
) -> Result<u64, StoreError> {
    let (origin, now) = at;
    trusted_devices::delete_of_user(tx, user).await?;
    let ended = sessions::revoke_others(tx, user, kept, now).await?;
    if ended > 0 {
        AuditEvent::new(AuditKind::SessionsEnded, origin)
            .user(user)
            .detail("count", &ended.to_string())
            .record(app, tx, now)
            .await?;
    }
    Ok(ended)
}
