//! Proving a mail address with a mailed link, which may sign in the browser that asked for it.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{OutboxMessage, OwedMail};
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::email::EmailAddress;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError};
use crate::sessions::assurance::{self, Owed};
use crate::sessions::establish::{self, Admission, Established, Proof};
use crate::store::{StoreError, Tx, retry, second_factors, users};
use crate::users::mail_budget::mail_within;
use crate::users::register::Asked;

/// What a verification link carries: the address that it proves. Another one stays unproved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VerificationPayload {
    /// The address.
    pub email: String,
    /// Where the link leads afterwards.
    pub callback_url: Option<String>,
}

/// Asks for a verification mail. Says and costs the same whether or not the address has an unverified account.
pub async fn request(
    app: &App,
    email: &EmailAddress,
    locale: &str,
    callback_url: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mail = OwedMail::VerifyEmail { email: email.as_str().to_owned() };
    let message = OutboxMessage { mail, locale: locale.to_owned(), callback_url: callback_url.map(str::to_owned) };
    mail_within(app, (Purpose::VerifyEmail.as_str(), email.as_str()), &message, now).await
}

/// What a link would do, without doing it: whose address it proves.
pub async fn look_up(app: &App, secret: &str) -> Result<VerificationPayload, SecretError> {
    let mut unit = app.store.read("users.verification.look_up").await?;
    Ok(one_time::look_up::<VerificationPayload>(app, &mut unit, Purpose::VerifyEmail, secret).await?.payload)
}

/// What came of a shown link that may sign its browser in.
pub struct SignedIn {
    /// What it proved.
    pub verified: Verified,
    /// The session that began; none for who may not sign in, who owes a second factor (they sign in as usual), or whose credentials
    /// changed since the link was mailed.
    pub established: Option<Box<Established>>,
}

/// Like [`verify`], and begins a session for the browser of `asked`, in the same unit. Only for the browser that asked for the link.
pub async fn verify_and_sign_in(app: &App, secret: &str, asked: Asked<'_>, now: Timestamp) -> Result<SignedIn, SecretError> {
    let mut unit = app.store.read("users.verification.sign_in").await?;
    let shown = one_time::look_up::<VerificationPayload>(app, &mut unit, Purpose::VerifyEmail, secret).await?;
    let user = users::by_id(&mut unit, &shown.subject).await?.ok_or(SecretError::Unknown)?;
    let asked_at = second_factors::asked_at(&mut unit, &user.id).await?;
    drop(unit);
    let user = User { email_verified: true, credential_version: shown.credential_version, ..user };
    let methods = AuthenticationMethods::first(AuthenticationMethod::MagicLink);
    if assurance::owed(&app.config.two_factor, (&user, &methods), asked_at, now) == Owed::Now {
        return Ok(SignedIn { verified: verify(app, secret, asked.origin, now).await?, established: None });
    }
    let proof = Proof {
        user: &user,
        method: AuthenticationMethod::MagicLink,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    let session = establish::prepare(app, &proof, asked.origin, now);
    let spent = retry(|| async {
        let mut unit = app.store.write("users.verification.sign_in").await?;
        let verified = spend(app, &mut unit, secret, asked.origin, now).await?;
        let recorded = session.record(app, &mut unit, asked.origin).await?;
        unit.commit().await?;
        Ok::<_, SecretError>((verified, recorded))
    });
    let (verified, recorded) = spent.await?;
    let established = match recorded {
        Some(recorded) => match recorded.conclude(app, asked.origin).await? {
            Admission::SignedIn(established) => Some(established),
            // The address is proved all the same. At the sign-in that follows they are told.
            Admission::Refused(_) => None,
            Admission::SecondFactorOwed(_) => {
                return Err(StoreError::inconsistent("users", "a second factor is owed").into());
            }
        },
        None => None,
    };
    Ok(SignedIn { verified, established })
}

/// What came of a shown link.
pub struct Verified {
    /// The person, with the address now verified.
    pub user: User,
    /// Where the link leads.
    pub callback_url: Option<String>,
}

/// Spends the link and marks the address as verified, if it still is the person's.
pub async fn verify(app: &App, secret: &str, origin: &RequestOrigin, now: Timestamp) -> Result<Verified, SecretError> {
    retry(|| async {
        let mut unit = app.store.write("users.verification.verify").await?;
        let verified = spend(app, &mut unit, secret, origin, now).await;
        // A link for an address that is no more the person's is spent all the same.
        if matches!(verified, Ok(_) | Err(SecretError::Unknown)) {
            unit.commit().await?;
        }
        verified
    })
    .await
}

async fn spend(app: &App, tx: &mut Tx, secret: &str, origin: &RequestOrigin, now: Timestamp) -> Result<Verified, SecretError> {
    let shown = one_time::look_up::<VerificationPayload>(app, tx, Purpose::VerifyEmail, secret).await?;
    let changed = users::verify_email(tx, &shown.subject, &shown.payload.email, now).await?;
    if !shown.spend(tx, now).await? {
        return Err(SecretError::Spent);
    }
    let user = if changed { users::by_id(tx, &shown.subject).await? } else { None };
    let user = user.ok_or(SecretError::Unknown)?;
    AuditEvent::new(AuditKind::EmailVerified, origin).user(&user.id).record(app, tx, now).await?;
    Ok(Verified { user, callback_url: shown.payload.callback_url })
}
