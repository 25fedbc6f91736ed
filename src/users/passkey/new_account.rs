//! The first passkey of an account that is made with it: there is no person yet whose it could be, so the ceremony is bound to the link
//! by which the account is made, and says who the person will be.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::webauthn;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::{PasskeyId, UserId};
use crate::model::passkey::{Passkey, UserHandle};
use crate::store::{StoreError, Tx, passkeys};
use crate::users::passkey::ceremony::{self, Answered, Ceremony};
use crate::users::passkey::{Shown, relying_party};

/// A passkey that was made for an account.
pub struct NewPasskey {
    answered: Answered,
    made: webauthn::Made,
    id: PasskeyId,
    /// Who the authenticator takes its person to be.
    pub user: UserId,
}

/// Judges what an authenticator made for the account of `link`. None if it is not what was asked for, which ends the ceremony.
pub async fn judge(app: &App, shown: Shown<'_>, link: &str, now: Timestamp) -> Result<Option<NewPasskey>, StoreError> {
    let mut unit = app.store.read("users.passkey.new_account").await?;
    let Some(answered) = ceremony::look_up(app, &mut unit, shown.ceremony).await? else { return Ok(None) };
    drop(unit);
    let made = match &answered.payload {
        Ceremony::NewAccount { state, user, link: asked } if asked == link => {
            match relying_party(app, shown.origins).made(state, shown.response) {
                Ok(made) => Some((made, user.clone())),
                Err(error) => {
                    tracing::debug!(%error, "a passkey was not taken for a new account");
                    None
                }
            }
        }
        Ceremony::NewAccount { .. } | Ceremony::Registration(_) | Ceremony::Authentication(_) => None,
    };
    match made {
        Some((made, user)) => Ok(Some(NewPasskey { id: PasskeyId::random(&app.entropy), answered, made, user })),
        None => {
            ceremony::end(app, &answered, now).await?;
            Ok(None)
        }
    }
}

impl NewPasskey {
    /// What making it proved.
    pub const fn method(&self) -> AuthenticationMethod {
        if self.made.user_verified { AuthenticationMethod::VerifiedPasskey } else { AuthenticationMethod::Passkey }
    }

    /// Ends the ceremony and gives the passkey to its person, who is held. False if that cannot be: then nothing is to be committed.
    pub async fn record(&self, tx: &mut Tx, now: Timestamp) -> Result<bool, StoreError> {
        if !self.answered.spend(tx, now).await? {
            return Ok(false);
        }
        let passkey = Passkey {
            id: self.id.clone(),
            user_id: self.user.clone(),
            name: None,
            credential: self.made.credential.clone(),
            user_handle: UserHandle::Id,
            created_at: now,
            last_used_at: Some(now),
        };
        passkeys::insert(tx, &passkey).await
    }
}
