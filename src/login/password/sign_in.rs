//! Signing in with a password, as who has this mail address, username or phone number.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::password::Verification;
use crate::crypto::password_pool::Overloaded;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::login::password::identifier::Identifier;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::email::EmailAddress;
use crate::model::password::Password;
use crate::model::user::User;
use crate::sessions::establish::{self, Admission, Proof};
use crate::store::{StoreError, Tx, accounts, retry};
use crate::users::guesses::Guesses;
use crate::users::register::Asked;
use crate::users::ways_in;

/// What came of an attempt.
pub enum SignIn {
    /// Right: the browser is signed in, or a second factor is owed.
    Admitted(Admission),
    /// Unknown address or username, no password, or the wrong one: one answer for all.
    Mismatch,
    /// Too many wrong guesses.
    TooManyTries {
        /// When the next may be made.
        until: Timestamp,
    },
    /// Right, but the address must be proved first.
    EmailUnverified {
        /// The account's address.
        email: EmailAddress,
    },
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

/// Judges an attempt. Known and unknown people cost the same: one read, one hash, one write.
pub async fn sign_in(
    app: &App,
    identifier: &Identifier,
    password: &Password,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<SignIn, SignInError> {
    let mut unit = app.store.read("login.password").await?;
    let found = match identifier {
        Identifier::Email(address) => accounts::credential_by_email(&mut unit, address.as_str()).await?,
        Identifier::Username(username) => accounts::credential_by_username(&mut unit, username).await?,
        Identifier::Phone(number) => accounts::credential_by_phone_number(&mut unit, number).await?,
    };
    // Guesses at one account count together, by whatever name it is called.
    let guesses = Guesses::of(app, found.as_ref().map_or(identifier.as_str(), |(user, _)| &user.email));
    if let Some(until) = guesses.closed_until(&mut unit, now).await? {
        return Ok(SignIn::TooManyTries { until });
    }
    drop(unit);
    let (user, hash) = found.map_or((None, None), |(user, hash)| (Some(user), hash));
    let tried = user.as_ref().map(|user| user.id.clone());
    let verification = app.passwords.verify(password.secret().clone(), hash.clone()).await?;
    let (Verification::Match { needs_rehash }, Some(user), Some(hash)) = (verification, user, hash) else {
        retry(|| async {
            let mut unit = app.store.write("login.password.refused").await?;
            guesses.count(app, &mut unit, asked.locale, now).await?;
            let refused = AuditEvent::new(AuditKind::SignInRefused, asked.origin).detail("method", "password");
            let refused = match &tried {
                Some(user) => refused.user(user),
                None => refused,
            };
            refused.record(app, &mut unit, now).await?;
            unit.commit().await
        })
        .await?;
        app.wake_outbox();
        return Ok(SignIn::Mismatch);
    };
    if user.disabled_at.is_some() {
        return Ok(SignIn::Disabled);
    }
    // Whoever shows a number has proved that: it stands on the account since.
    let has_proved_number = matches!(identifier, Identifier::Phone(_));
    if !has_proved_number && ways_in::owes_proof_of_address(app, &user).await? {
        return Ok(SignIn::EmailUnverified { email: EmailAddress::from_stored(user.email) });
    }
    let upgraded = if needs_rehash { Some(app.passwords.hash(password.secret().clone()).await?) } else { None };
    let proof = Proof {
        user: &user,
        method: AuthenticationMethod::Password,
        remember: asked.remember,
        replaces: asked.session,
        browser_secret: asked.browser_secret,
        trusted_device: asked.trusted_device,
        shown_session: asked.shown_session,
    };
    let prepared = establish::prepare(app, &proof, asked.origin, now);
    let recorded = retry(|| async {
        let mut unit = app.store.write("login.password").await?;
        let Some(recorded) = prepared.record(app, &mut unit, asked.origin).await? else { return Ok(None) };
        guesses.clear(&mut unit).await?;
        upgrade(&mut unit, &user, &hash, upgraded.as_deref()).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(Some(recorded))
    });
    match recorded.await? {
        Some(recorded) => Ok(SignIn::Admitted(recorded.conclude(app, asked.origin).await?)),
        None => Ok(SignIn::Mismatch),
    }
}

async fn upgrade(tx: &mut Tx, user: &User, old: &str, new: Option<&str>) -> Result<(), StoreError> {
    match new {
        Some(new) => accounts::upgrade_hash(tx, &user.id, old, new).await,
        None => Ok(()),
    }
}
