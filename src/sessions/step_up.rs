//! A second factor that somebody shows who is signed in: to prove that it is still they, or to reach a higher assurance.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::SessionId;
use crate::model::second_factor::HeldFactors;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::challenge::{self, Answer, Answering};
use crate::sessions::establish::{Established, Proof, prepare_renewal};
use crate::sessions::judge::{self, SecondFactorProof, Subject};
use crate::store::{StoreError, Tx, retry, users};

/// What mailed codes of a session are bound to.
pub fn bearer(session: &SessionId) -> [u8; 32] {
    *Digest::of(&format!("session\n{session}")).as_bytes()
}

/// The method after which a second factor is shown in `session`.
fn first(session: &Session) -> AuthenticationMethod {
    session.methods.iter().find(|method| !method.is_second()).unwrap_or(AuthenticationMethod::Password)
}

/// What the person of a session can show.
pub async fn held(app: &App, signed_in: (&User, &Session)) -> Result<HeldFactors, StoreError> {
    let (user, session) = signed_in;
    let mut unit = app.store.read("step_up.held").await?;
    judge::held(app, &mut unit, user, first(session)).await
}

/// Judges a code and leaves the session as it is.
pub async fn prove(
    app: &App,
    signed_in: (&User, &Session),
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Answer<()>, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("step_up.prove").await?;
        let judged = judged(app, &mut unit, signed_in, answering, now).await?;
        unit.commit().await?;
        Ok(judged.map_or_else(|refusal| refusal, |_| Answer::Right(())))
    })
    .await
}

/// Judges a code; if it is right, the session goes on with a second factor proved.
pub async fn step_up(
    app: &App,
    signed_in: (&User, &Session),
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Answer<Box<Established>>, StoreError> {
    let (user, session) = signed_in;
    let proof = Proof {
        user,
        method: AuthenticationMethod::Second(answering.shown.factor),
        remember: session.remembered,
        replaces: None,
        browser_secret: answering.browser_secret,
        trusted_device: None,
        shown_session: None,
    };
    let renewal = prepare_renewal(app, session, &proof, now);
    retry(|| async {
        let mut unit = app.store.write("step_up").await?;
        let stepped = match judged(app, &mut unit, signed_in, answering, now).await? {
            Ok(_) => match renewal.record(app, &mut unit, answering.origin).await? {
                Some(established) => Answer::Right(Box::new(established)),
                None => Answer::Over,
            },
            Err(refusal) => refusal,
        };
        unit.commit().await?;
        Ok(stepped)
    })
    .await
}

async fn judged<T>(
    app: &App,
    tx: &mut Tx,
    signed_in: (&User, &Session),
    answering: Answering<'_>,
    now: Timestamp,
) -> Result<Result<SecondFactorProof, Answer<T>>, StoreError> {
    let (user, session) = signed_in;
    if !users::hold_for_session(tx, &user.id, user.credential_version).await? {
        return Ok(Err(Answer::Over));
    }
    let subject = Subject { user, first: first(session), bearer: bearer(&session.id) };
    challenge::judged(app, tx, (&subject, Some(&session.id)), answering, now).await
}
