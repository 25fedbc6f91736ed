//! A signed-in person proves with their password that it is still they: before something sensitive, on any path.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::password::Verification;
use crate::crypto::password_pool::Overloaded;
use crate::login::password::guesses::Guesses;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::establish::{self, Established, Proof};
use crate::store::{StoreError, accounts};

/// What came of a proof.
pub enum Confirmation {
    /// The session goes on, proved afresh, under a new token.
    Confirmed(Box<Established>),
    /// The password is wrong, or there is none.
    Wrong,
    /// Too many wrong guesses.
    TooManyTries {
        /// When the next may be made.
        until: Timestamp,
    },
}

/// Why a proof could not be judged.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// Too many passwords wait to be hashed.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Judges a proof of the person of `session`.
pub async fn confirm(
    app: &App,
    signed_in: (&User, &Session),
    password: &Password,
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Confirmation, ConfirmError> {
    let (user, session) = signed_in;
    let (origin, browser_secret) = browser;
    let guesses = Guesses::of(app, &user.email);
    let mut unit = app.store.read("login.password.confirm").await?;
    if let Some(until) = guesses.closed_until(&mut unit, now).await? {
        return Ok(Confirmation::TooManyTries { until });
    }
    let hash = accounts::password_hash(&mut unit, &user.id).await?;
    drop(unit);
    let matches = hash.is_some();
    let verification = app.passwords.verify(password.secret().clone(), hash).await?;
    if !matches || verification == Verification::Mismatch {
        let mut unit = app.store.write("login.password.confirm.refused").await?;
        guesses.count(&mut unit, now).await?;
        unit.commit().await?;
        return Ok(Confirmation::Wrong);
    }
    let proof =
        Proof { user, method: AuthenticationMethod::Password, remember: session.remembered, replaces: None, browser_secret };
    let prepared = establish::prepare_renewal(app, session, &proof, now);
    let mut unit = app.store.write("login.password.confirm").await?;
    let Some(established) = prepared.record_renewal(app, &mut unit, origin).await? else { return Ok(Confirmation::Wrong) };
    guesses.clear(&mut unit).await?;
    unit.commit().await?;
    Ok(Confirmation::Confirmed(Box::new(established)))
}
