//! A passkey as the second factor of somebody who showed something else first. Whether its authenticator knew its person makes no
//! difference then: it is the thing that they have.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::request_origin::RequestOrigin;
use crate::model::second_factor::SecondFactor;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::challenge::{self, Challenge};
use crate::sessions::establish::{Established, prepare_completion};
use crate::sessions::judge;
use crate::store::{StoreError, retry, users};
use crate::users::passkey::Shown;
use crate::users::passkey::sign_in::{self, Refusal};

const METHOD: AuthenticationMethod = AuthenticationMethod::Second(SecondFactor::Passkey);

/// Ends a pending sign-in with a session. Any answer ends the ceremony; of any number of parallel ones one counts.
pub async fn complete(
    app: &App,
    challenge: &Challenge,
    shown: Shown<'_>,
    browser: (&RequestOrigin, Option<&str>, bool),
    now: Timestamp,
) -> Result<Result<Box<Established>, Refusal>, StoreError> {
    let (origin, ..) = browser;
    let judged = match sign_in::judge(app, shown, (origin, now)).await? {
        Ok(judged) => judged,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let user = &challenge.user;
    if judged.user.id != user.id || !challenge.offered.passkey {
        judged.end(app, now).await?;
        return Ok(Err(Refusal::Unknown));
    }
    let completion = prepare_completion(app, challenge, METHOD, browser, now);
    retry(|| async {
        let mut unit = app.store.write("users.passkey.second_factor").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
            return Ok(Err(Refusal::Refused));
        }
        if let Err(refusal) = judged.spend(&mut unit, now).await? {
            unit.commit().await?;
            return Ok(Err(refusal));
        }
        let right = judge::accept_passkey(&mut unit, &user.id).await?;
        let finished = challenge::finish(app, &mut unit, (challenge, &completion), origin, right).await?;
        unit.commit().await?;
        Ok(finished.map(Box::new).ok_or(Refusal::Refused))
    })
    .await
}

/// Has the session of somebody who is signed in go on with a second factor proved. Not for who showed a passkey to sign in.
pub async fn step_up(
    app: &App,
    signed_in: (&User, &Session),
    shown: Shown<'_>,
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Result<Box<Established>, Refusal>, StoreError> {
    sign_in::renew(app, signed_in, (shown, Some(METHOD)), browser, now).await
}
