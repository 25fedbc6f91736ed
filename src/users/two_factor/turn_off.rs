//! No second factor any more.

use crate::app::App;
use crate::events::audit::AuditKind;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::establish::{Established, Successor, prepare_succession};
use crate::store::{StoreError, retry, second_factors, users};
use crate::users::two_factor::{Change, announce, forget};

/// Forgets the second factor of a person who has just shown `proved`. The session goes on under another name. Returns none if
/// person or session changed meanwhile.
pub async fn turn_off(
    app: &App,
    signed_in: (&User, &Session),
    proved: Option<AuthenticationMethod>,
    change: Change<'_>,
) -> Result<Option<Box<Established>>, StoreError> {
    let (user, session) = signed_in;
    let raised = User {
        credential_version: user.credential_version + 1,
        two_factor_enabled_at: None,
        updated_at: change.now,
        ..user.clone()
    };
    let successor = Successor { user: &raised, session, proved, browser_secret: change.browser_secret };
    let succession = prepare_succession(app, successor, change.origin, change.now);
    let established = retry(|| async {
        let mut unit = app.store.write("users.two_factor.turn_off").await?;
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, change.now).await? {
            return Ok(None);
        }
        if let Some(enabled_at) = user.two_factor_enabled_at {
            // Whoever had one was asked by then: turning it off gives no new time to set one up.
            second_factors::first_asked(&mut unit, &user.id, enabled_at).await?;
        }
        forget(&mut unit, &user.id).await?;
        if user.two_factor_enabled_at.is_some() {
            announce(app, &mut unit, &user.id, (AuditKind::TwoFactorDisabled, false), change).await?;
        }
        let Some(established) = succession.record(app, &mut unit, change.origin).await? else { return Ok(None) };
        unit.commit().await?;
        Ok::<_, StoreError>(Some(established))
    })
    .await?;
    app.wake_outbox();
    Ok(established.map(Box::new))
}
