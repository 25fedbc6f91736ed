//! Signing in with mail address and password.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::password::Verification;
use crate::crypto::password_pool::Overloaded;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::password::Password;
use crate::model::user::User;
use crate::sessions::challenge::PendingSignIn;
use crate::sessions::establish::{self, Admission, Established, Proof};
use crate::store::{StoreError, Tx, accounts, retry};
use crate::users::guesses::Guesses;
use crate::users::register::Asked;

/// What came of an attempt.
pub enum SignIn {
    /// The browser is signed in.
    SignedIn(Box<Established>),
    /// Right, but a second factor is owed.
    SecondFactorOwed(Box<PendingSignIn>),
    /// Unknown address, no password, or the wrong one: one answer for all.
    Mismatch,
    /// Too many wrong guesses.
    TooManyTries {
        /// When the next may be made.
        until: Timestamp,
    },
    /// Right, but the address must be proved first.
    EmailUnverified,
    /// Right, but the operator forbids it.
    Disabled,
}

/// Why an attempt could not be judged.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Too many passwords wait to be hashed.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Judges an attempt. Known and unknown addresses cost the same: one read, one hash, one write.
pub async fn sign_in(
    app: &App,
    email: &EmailAddress,
    password: &Password,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<SignIn, SignInError> {
    let guesses = Guesses::of(app, email.as_str());
    let mut unit = app.store.read("login.password").await?;
    if let Some(until) = guesses.closed_until(&mut unit, now).await? {
        return Ok(SignIn::TooManyTries { until });
    }
    let found = accounts::credential_by_email(&mut unit, email.as_str()).await?;
    drop(unit);
    let (user, hash) = found.map_or((None, None), |(user, hash)| (Some(user), hash));
    let verification = app.passwords.verify(password.secret().clone(), hash.clone()).await?;
    let (Verification::Match { needs_rehash }, Some(user), Some(hash)) = (verification, user, hash) else {
        retry(|| async {
            let mut unit = app.store.write("login.password.refused").await?;
            guesses.count(&mut unit, now).await?;
            let refused = AuditEvent::new(AuditKind::SignInRefused, asked.origin).detail("method", "password");
            refused.record(app, &mut unit, now).await?;
            unit.commit().await
        })
        .await?;
        return Ok(SignIn::Mismatch);
    };
    if user.disabled_at.is_some() {
        return Ok(SignIn::Disabled);
    }
    if app.config.require_verified_email() && !user.email_verified {
        return Ok(SignIn::EmailUnverified);
    }
    let upgraded = if needs_rehash { Some(app.passwords.hash(password.secret().clone()).await?) } else { None };
    let proof = Proof {
        user: &user,
        method: AuthenticationMethod::Password,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
    };
    let prepared = establish::prepare(app, &proof, asked.origin, now);
    retry(|| async {
        let mut unit = app.store.write("login.password").await?;
        let Some(admission) = prepared.record(app, &mut unit, asked.origin).await? else { return Ok(SignIn::Mismatch) };
        guesses.clear(&mut unit).await?;
        upgrade(&mut unit, &user, &hash, upgraded.as_deref()).await?;
        unit.commit().await?;
        Ok(match admission {
            Admission::SignedIn(established) => SignIn::SignedIn(established),
            Admission::SecondFactorOwed(pending) => SignIn::SecondFactorOwed(pending),
        })
    })
    .await
    .map_err(SignInError::Store)
}

async fn upgrade(tx: &mut Tx, user: &User, old: &str, new: Option<&str>) -> Result<(), StoreError> {
    match new {
        Some(new) => accounts::upgrade_hash(tx, &user.id, old, new).await,
        None => Ok(()),
    }
}
