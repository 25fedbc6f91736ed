//! Ceremonies: a challenge that is kept here until the browser answers, at most five minutes.
//!
//! The browser keeps a secret of 256 bits, the store its digest and, sealed, what the answer is judged by. A ceremony is for one
//! purpose, and that of a registration for one person with their credentials as they stand. Any answer ends it.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::webauthn::PasskeyError;
use crate::model::ids::UserId;
use crate::model::passkey::Passkey;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError, Subject};
use crate::store::{StoreError, Tx, retry};
use crate::users::passkey::{of_user, relying_party};

/// How long a browser may take to answer.
pub const LIFETIME: Duration = Duration::from_secs(5 * 60);

/// What is kept of a ceremony.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ceremony {
    /// A passkey is to be registered.
    Registration(Value),
    /// One is to be made for an account that does not exist yet.
    NewAccount {
        /// What the answer is judged by.
        state: Value,
        /// Who its person will be.
        user: UserId,
        /// The digest of the link by which the account is made.
        link: String,
    },
    /// One is to sign.
    Authentication(Value),
}

/// A ceremony that has begun.
pub struct Begun {
    /// What the browser keeps, to be set as a cookie and forgotten.
    pub secret: String,
    /// What the authenticator signs, in base64url.
    pub challenge: String,
    /// The passkeys that the person has.
    pub known: Vec<Passkey>,
}

fn fault(error: PasskeyError) -> StoreError {
    StoreError::inconsistent("passkeys", &error.to_string())
}

/// Begins to register a passkey of `user`.
pub async fn begin_registration(app: &App, user: &User, now: Timestamp) -> Result<Begun, StoreError> {
    let known = of_user(app, &user.id).await?;
    let begun = relying_party(app, &[]).begin_registration(app.config.passkey.verification()).map_err(fault)?;
    let secret = keep(app, Subject::User(user), Ceremony::Registration(begun.state), now).await?;
    Ok(Begun { secret, challenge: begun.challenge, known })
}

/// Begins to have a passkey sign: one of `user`, or whichever the browser's person chooses.
pub async fn begin_authentication(app: &App, user: Option<&User>, now: Timestamp) -> Result<Begun, StoreError> {
    let known = match user {
        Some(user) => of_user(app, &user.id).await?,
        None => Vec::new(),
    };
    let begun = relying_party(app, &[]).begin_authentication(app.config.passkey.verification()).map_err(fault)?;
    let secret = keep(app, Subject::Installation, Ceremony::Authentication(begun.state), now).await?;
    Ok(Begun { secret, challenge: begun.challenge, known })
}

/// Begins to make a passkey for an account that does not exist yet, or whose address nobody has proved.
pub async fn begin_for_new_account(app: &App, user: UserId, link: String, now: Timestamp) -> Result<Begun, StoreError> {
    let begun = relying_party(app, &[]).begin_registration(app.config.passkey.verification()).map_err(fault)?;
    let ceremony = Ceremony::NewAccount { state: begun.state, user, link };
    let secret = keep(app, Subject::Installation, ceremony, now).await?;
    Ok(Begun { secret, challenge: begun.challenge, known: Vec::new() })
}

async fn keep(app: &App, subject: Subject<'_>, ceremony: Ceremony, now: Timestamp) -> Result<String, StoreError> {
    let minted = one_time::mint(app, Purpose::Passkey, subject, (now, LIFETIME), &ceremony)?;
    retry(|| async {
        let mut unit = app.store.write("users.passkey.begin").await?;
        minted.record_beside(&mut unit).await?;
        unit.commit().await
    })
    .await?;
    Ok(minted.secret)
}

/// A ceremony that a browser answers, not yet over.
pub(super) type Answered = one_time::Shown<Ceremony>;

/// Looks a ceremony up; none if it is over, or never was.
pub(super) async fn look_up(app: &App, tx: &mut Tx, secret: &str) -> Result<Option<Answered>, StoreError> {
    match one_time::look_up::<Ceremony>(app, tx, Purpose::Passkey, secret).await {
        Ok(answered) => Ok(Some(answered)),
        Err(SecretError::Store(error)) => Err(error),
        Err(SecretError::Unknown | SecretError::Spent | SecretError::Expired) => Ok(None),
    }
}

/// Ends a ceremony of which nothing comes. Returns whether it was not over before.
pub(super) async fn end(app: &App, answered: &Answered, now: Timestamp) -> Result<bool, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.passkey.end").await?;
        let ended = answered.spend(&mut unit, now).await?;
        unit.commit().await?;
        Ok(ended)
    })
    .await
}
