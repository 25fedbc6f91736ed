//! One passkey more.

use crate::app::App;
use crate::crypto::webauthn::PasskeyError;
use crate::events::audit::AuditKind;
use crate::model::ids::PasskeyId;
use crate::model::passkey::{Credential, Passkey, UserHandle};
use crate::model::user::User;
use crate::store::{StoreError, passkeys, retry, users};
use crate::users::passkey::ceremony::{self, Answered, Ceremony};
use crate::users::passkey::{Change, Shown, announce, relying_party};

/// What came of it.
pub enum Registered {
    /// The person has it.
    Done(Box<Passkey>),
    /// The ceremony is over, was for something else, or the person's credentials changed since it began.
    NoCeremony,
    /// It was begun by somebody else.
    NotTheirs,
    /// The authenticator's answer is not what was asked for.
    Refused(PasskeyError),
    /// Somebody has this passkey already.
    Known,
}

/// Registers what an authenticator made for `user`, who may change what signs them in. Any answer ends the ceremony.
pub async fn register(
    app: &App,
    user: &User,
    shown: Shown<'_>,
    name: Option<String>,
    change: Change<'_>,
) -> Result<Registered, StoreError> {
    let mut unit = app.store.read("users.passkey.register").await?;
    let Some(answered) = ceremony::look_up(app, &mut unit, shown.ceremony).await? else { return Ok(Registered::NoCeremony) };
    drop(unit);
    let refusal = match judge(app, user, &answered, shown) {
        Ok(credential) => {
            let passkey = Passkey {
                id: PasskeyId::random(&app.entropy),
                user_id: user.id.clone(),
                name,
                credential,
                user_handle: UserHandle::Id,
                created_at: change.now,
                last_used_at: None,
            };
            match retry(|| record(app, &answered, &passkey, change)).await? {
                Recorded::Done => {
                    app.wake_outbox();
                    return Ok(Registered::Done(Box::new(passkey)));
                }
                Recorded::Over => return Ok(Registered::NoCeremony),
                Recorded::Known => Registered::Known,
            }
        }
        Err(refusal) => refusal,
    };
    let ended = ceremony::end(app, &answered, change.now).await?;
    Ok(if ended { refusal } else { Registered::NoCeremony })
}

fn judge(app: &App, user: &User, answered: &Answered, shown: Shown<'_>) -> Result<Credential, Registered> {
    let Ceremony::Registration(state) = &answered.payload else { return Err(Registered::NoCeremony) };
    if answered.subject != user.id {
        return Err(Registered::NotTheirs);
    }
    relying_party(app, shown.origins).finish_registration(state, shown.response).map_err(Registered::Refused)
}

enum Recorded {
    Done,
    Over,
    Known,
}

async fn record(app: &App, answered: &Answered, passkey: &Passkey, change: Change<'_>) -> Result<Recorded, StoreError> {
    let mut unit = app.store.write("users.passkey.record").await?;
    if !users::hold_for_session(&mut unit, &passkey.user_id, answered.credential_version).await? {
        return Ok(Recorded::Over);
    }
    if !answered.spend(&mut unit, change.now).await? {
        return Ok(Recorded::Over);
    }
    if !passkeys::insert(&mut unit, passkey).await? {
        return Ok(Recorded::Known);
    }
    announce(app, &mut unit, &passkey.user_id, AuditKind::PasskeyAdded, change).await?;
    unit.commit().await?;
    Ok(Recorded::Done)
}
