//! People who said nothing about themselves yet: a user with a placeholder for an address, whose session is all they have.
//!
//! Once they sign in or up in any other way, they are that person from then on and the anonymous user is erased, in the unit that
//! begins the session. Those who never do are erased when their last session is over and they are old enough.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::sessions::establish::{self, Admission, Proof};
use crate::store::{StoreError, Tx, retry, users};
use crate::users::erase;
use crate::users::register::Asked;
use crate::users::welcome;

/// How they are called until they say.
const NAME: &str = "Anonymous";
/// What tells their addresses apart.
const PLACEHOLDER_LENGTH: usize = 32;
/// How many are erased in one unit.
const BITE: i64 = 20;

/// Makes an anonymous user and signs the browser in as them.
pub async fn sign_in(app: &App, asked: Asked<'_>, now: Timestamp) -> Result<Admission, StoreError> {
    let id = UserId::random(&app.entropy);
    let email = app.config.anonymous.placeholder(&app.entropy.alphanumeric(PLACEHOLDER_LENGTH));
    let user = User { is_anonymous: true, ..User::beginning(id, email, NAME.to_owned(), now) };
    let welcomed = match welcome::ask(app, user, AuthenticationMethod::Anonymous, (asked.origin, now)).await? {
        Ok(welcomed) => welcomed,
        Err(refusal) => return Ok(Admission::Refused(Box::new(refusal))),
    };
    let proof = Proof {
        user: welcomed.user(),
        method: AuthenticationMethod::Anonymous,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: None,
        shown_session: None,
    };
    let session = establish::prepare(app, &proof, asked.origin, now);
    let recorded = retry(|| async {
        let mut unit = app.store.write("users.anonymous.sign_in").await?;
        if !welcomed.insert(app, &mut unit, (asked.origin, now)).await? {
            return Err(StoreError::Conflict);
        }
        let recorded = session.record(app, &mut unit, asked.origin).await?.ok_or(StoreError::Conflict)?;
        unit.commit().await?;
        Ok(recorded)
    });
    recorded.await?.conclude(app, asked.origin).await
}

/// Has the anonymous user of a browser, if there is one, be `person` from now on. Of any number of sign-ins at once one finds them.
pub async fn become_person(
    app: &App,
    tx: &mut Tx,
    who: (Option<&UserId>, &User),
    at: (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    let (Some(anonymous), person) = who else { return Ok(()) };
    let (origin, now) = at;
    if !users::hold_anonymous(tx, anonymous).await? {
        return Ok(());
    }
    tracing::info!(target: "user_linked", anonymous_user = %anonymous, user = %person.id, request_id = origin.request_id);
    let linked = AuditEvent::new(AuditKind::UserLinked, origin).user(&person.id);
    linked.detail("anonymous_user", anonymous.as_str()).record(app, tx, now).await?;
    erase::erase(app, tx, anonymous, origin, now).await
}

/// Erases those who cannot come back: old enough, and without a session. Returns how many.
pub async fn clean(app: &App, now: Timestamp) -> Result<usize, StoreError> {
    let created_before = now - app.config.anonymous.kept_seconds.duration();
    let mut unit = app.store.read("users.anonymous.forsaken").await?;
    let forsaken = users::forsaken_anonymous(&mut unit, created_before, now, BITE).await?;
    drop(unit);
    let nobody = RequestOrigin::default();
    retry(|| async {
        let mut unit = app.store.write("users.anonymous.clean").await?;
        for user in &forsaken {
            if users::hold_anonymous(&mut unit, user).await? {
                erase::erase(app, &mut unit, user, &nobody, now).await?;
            }
        }
        unit.commit().await
    })
    .await?;
    Ok(forsaken.len())
}
