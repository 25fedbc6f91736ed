//! Signing in with a passkey, and proving with one that it is still the person of a session.
//!
//! Nobody types a name: the authenticator says which key signed, and the key is somebody's. Signatures are judged before the unit
//! that ends the ceremony; what they were judged by is checked again within it.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::webauthn::{Assertion, PasskeyError, credential_id, user_handle};
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::passkey::{Passkey, UserHandle};
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::establish::{self, Admission, Established, Proof};
use crate::store::passkeys::Used;
use crate::store::{StoreError, Tx, passkeys, retry, users};
use crate::users::passkey::ceremony::{self, Answered, Ceremony};
use crate::users::passkey::{Shown, relying_party};
use crate::users::register::Asked;
use crate::users::ways_in;

/// Why an answer signs nobody in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The ceremony is over, or was for something else.
    NoCeremony,
    /// Nobody has this passkey, or it is not that of whom it should be.
    Unknown,
    /// The signature is not what was asked for, or the person has changed meanwhile.
    Refused,
    /// Right, but the operator forbids it.
    Disabled,
    /// Right, but the address must be proved first.
    EmailUnverified(EmailAddress),
}

/// A signature that was judged right.
pub(super) struct Judged {
    answered: Answered,
    passkey: Passkey,
    pub(super) user: User,
    assertion: Assertion,
    /// What the authenticator calls the person, where that was not known.
    learnt_handle: Option<Vec<u8>>,
}

impl Judged {
    /// Ends the ceremony without any effect.
    pub(super) async fn end(&self, app: &App, now: Timestamp) -> Result<bool, StoreError> {
        ceremony::end(app, &self.answered, now).await
    }

    const fn method(&self) -> AuthenticationMethod {
        if self.assertion.user_verified { AuthenticationMethod::VerifiedPasskey } else { AuthenticationMethod::Passkey }
    }

    /// Ends the ceremony and counts the signature, for a person who is held. False if another answer was first.
    pub(super) async fn spend(&self, tx: &mut Tx, now: Timestamp) -> Result<Result<(), Refusal>, StoreError> {
        if !self.answered.spend(tx, now).await? {
            return Ok(Err(Refusal::NoCeremony));
        }
        let used = Used {
            counted: self.passkey.credential.sign_count,
            counts: self.assertion.sign_count,
            backed_up: self.assertion.backed_up,
            at: now,
        };
        if let Some(handle) = &self.learnt_handle {
            passkeys::learn_user_handle(tx, &self.passkey.id, handle).await?;
        }
        Ok(if passkeys::record_use(tx, &self.passkey.id, &used).await? { Ok(()) } else { Err(Refusal::Refused) })
    }
}

/// Signs the person of a passkey in. Any answer ends the ceremony; of any number of parallel ones one counts.
pub async fn sign_in(
    app: &App,
    shown: Shown<'_>,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Result<Admission, Refusal>, StoreError> {
    let judged = match judge(app, shown, (asked.origin, now)).await? {
        Ok(judged) => judged,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if ways_in::owes_proof_of_address(app, &judged.user).await? {
        ceremony::end(app, &judged.answered, now).await?;
        return Ok(Err(Refusal::EmailUnverified(EmailAddress::from_stored(judged.user.email))));
    }
    let proof = Proof {
        user: &judged.user,
        method: judged.method(),
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    let prepared = establish::prepare(app, &proof, asked.origin, now);
    let recorded = retry(|| async {
        let mut unit = app.store.write("users.passkey.sign_in").await?;
        if !users::hold_for_session(&mut unit, &judged.user.id, judged.user.credential_version).await? {
            return Ok(Err(Refusal::Refused));
        }
        if let Err(refusal) = judged.spend(&mut unit, now).await? {
            unit.commit().await?;
            return Ok(Err(refusal));
        }
        let Some(recorded) = prepared.record(app, &mut unit, asked.origin).await? else { return Ok(Err(Refusal::Refused)) };
        unit.commit().await?;
        Ok::<_, StoreError>(Ok(recorded))
    });
    match recorded.await? {
        Ok(recorded) => recorded.conclude(app, asked.origin).await.map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Proves that it is still the person of a session, which goes on under a new token.
pub async fn confirm(
    app: &App,
    signed_in: (&User, &Session),
    shown: Shown<'_>,
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Result<Box<Established>, Refusal>, StoreError> {
    renew(app, signed_in, (shown, None), browser, now).await
}

/// The same, where what is proved counts as `method` if there is one, and else by what the authenticator knew.
pub(super) async fn renew(
    app: &App,
    signed_in: (&User, &Session),
    (shown, method): (Shown<'_>, Option<AuthenticationMethod>),
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Result<Box<Established>, Refusal>, StoreError> {
    let (user, session) = signed_in;
    let (origin, browser_secret) = browser;
    let judged = match judge(app, shown, (origin, now)).await? {
        Ok(judged) => judged,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if judged.user.id != user.id {
        ceremony::end(app, &judged.answered, now).await?;
        return Ok(Err(Refusal::Unknown));
    }
    let proof = Proof::within(session, user, method.unwrap_or_else(|| judged.method()), browser_secret);
    let prepared = establish::prepare_renewal(app, session, &proof, now);
    retry(|| async {
        let mut unit = app.store.write("users.passkey.confirm").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
            return Ok(Err(Refusal::Refused));
        }
        if let Err(refusal) = judged.spend(&mut unit, now).await? {
            unit.commit().await?;
            return Ok(Err(refusal));
        }
        let Some(established) = prepared.record(app, &mut unit, origin).await? else { return Ok(Err(Refusal::Refused)) };
        unit.commit().await?;
        Ok(Ok(Box::new(established)))
    })
    .await
}

/// Judges an answer. A refusal has ended the ceremony and stands in the trail.
pub(super) async fn judge(
    app: &App,
    shown: Shown<'_>,
    at: (&RequestOrigin, Timestamp),
) -> Result<Result<Judged, Refusal>, StoreError> {
    let mut unit = app.store.read("users.passkey.judge").await?;
    let Some(answered) = ceremony::look_up(app, &mut unit, shown.ceremony).await? else { return Ok(Err(Refusal::NoCeremony)) };
    let found = match credential_id(shown.response) {
        Some(id) => passkeys::by_credential(&mut unit, &id).await?,
        None => None,
    };
    let found = match found {
        Some(passkey) => users::by_id(&mut unit, &passkey.user_id).await?.map(|user| (passkey, user)),
        None => None,
    };
    drop(unit);
    let refusal = match (&answered.payload, found) {
        (Ceremony::Registration(_) | Ceremony::NewAccount { .. }, _) => (Refusal::NoCeremony, None),
        (Ceremony::Authentication(_), None) => (Refusal::Unknown, None),
        (Ceremony::Authentication(state), Some((passkey, user))) => match check(app, state, &passkey, shown) {
            Ok(_) if user.disabled_at.is_some() => (Refusal::Disabled, Some((user, None))),
            Ok(assertion) => {
                let handle = user_handle(shown.response).ok().flatten();
                let learnt_handle = handle.filter(|_| passkey.user_handle == UserHandle::Unknown);
                return Ok(Ok(Judged { answered, passkey, user, assertion, learnt_handle }));
            }
            Err(error) => (Refusal::Refused, Some((user, Some(error)))),
        },
    };
    let (refusal, about) = refusal;
    let ended = refuse(app, &answered, about, at).await?;
    Ok(Err(if ended { refusal } else { Refusal::NoCeremony }))
}

/// Whether the key signed what it was asked to, and for the person that it is of.
fn check(app: &App, state: &serde_json::Value, passkey: &Passkey, shown: Shown<'_>) -> Result<Assertion, PasskeyError> {
    if user_handle(shown.response)?.is_some_and(|handle| !passkey.user_handle.fits(&handle, &passkey.user_id)) {
        return Err(PasskeyError::Malformed("the key is of another account".to_owned()));
    }
    relying_party(app, shown.origins).finish_authentication(state, &passkey.credential, shown.response)
}

/// Ends a ceremony and writes the refusal into the trail. Returns whether the ceremony was not over before.
async fn refuse(
    app: &App,
    answered: &Answered,
    about: Option<(User, Option<PasskeyError>)>,
    at: (&RequestOrigin, Timestamp),
) -> Result<bool, StoreError> {
    let (origin, now) = at;
    let not_counted = matches!(about, Some((_, Some(PasskeyError::NotCounted))));
    if let Some((_, Some(error))) = &about {
        tracing::debug!(%error, "a passkey was refused");
    }
    let kind = if not_counted { AuditKind::PasskeyCountRefused } else { AuditKind::SignInRefused };
    let mut event = AuditEvent::new(kind, origin).detail("method", "passkey");
    if let Some((user, _)) = &about {
        event = event.user(&user.id);
    }
    retry(|| async {
        let mut unit = app.store.write("users.passkey.refused").await?;
        let ended = answered.spend(&mut unit, now).await?;
        event.clone().record(app, &mut unit, now).await?;
        unit.commit().await?;
        Ok(ended)
    })
    .await
}
