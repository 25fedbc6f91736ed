//! A signed-in person proves with their password that it is still they: before something sensitive, on any path.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::establish::{self, Established, Proof};
use crate::store::retry;
use crate::users::guesses::Guesses;
use crate::users::password::{self, JudgeError, Judgement};

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

/// Judges a proof of the person of `session`.
pub async fn confirm(
    app: &App,
    signed_in: (&User, &Session),
    shown: &Password,
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Confirmation, JudgeError> {
    let (user, session) = signed_in;
    let (origin, browser_secret) = browser;
    match password::judge(app, user, shown, now).await? {
        Judgement::Right => {}
        Judgement::Wrong | Judgement::NoPassword => return Ok(Confirmation::Wrong),
        Judgement::TooManyTries { until } => return Ok(Confirmation::TooManyTries { until }),
    }
    let proof = Proof::within(session, user, AuthenticationMethod::Password, browser_secret);
    let prepared = establish::prepare_renewal(app, session, &proof, now);
    retry(|| async {
        let mut unit = app.store.write("login.password.confirm").await?;
        let Some(established) = prepared.record(app, &mut unit, origin).await? else { return Ok(Confirmation::Wrong) };
        Guesses::of(app, &user.email).clear(&mut unit).await?;
        unit.commit().await?;
        Ok(Confirmation::Confirmed(Box::new(established)))
    })
    .await
    .map_err(JudgeError::Store)
}
