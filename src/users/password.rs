//! The password of a signed-in person: judging it as proof that it is they, and changing it.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::password::Verification;
use crate::crypto::password_pool::Overloaded;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::password::Password;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::end;
use crate::sessions::establish::{self, Established, Succession, Successor};
use crate::store::{StoreError, accounts, grants, one_time_secrets, retry, users};
use crate::users::guesses::Guesses;
use crate::users::new_password::{self, NotTaken};
use crate::users::recover::OtherSessions;
use crate::users::register::Asked;

/// Why a password could not be judged.
#[derive(Debug, thiserror::Error)]
pub enum JudgeError {
    /// Too many passwords wait to be hashed.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a shown password turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// The person's.
    Right,
    /// Not theirs; the guess is counted.
    Wrong,
    /// They have none.
    NoPassword,
    /// Not looked at: there were too many wrong guesses.
    TooManyTries {
        /// When the next may be made.
        until: Timestamp,
    },
}

/// Judges the password that a signed-in person shows, before something sensitive.
pub async fn judge(app: &App, user: &User, password: &Password, now: Timestamp) -> Result<Judgement, JudgeError> {
    let guesses = Guesses::of(app, &user.email);
    let mut unit = app.store.read("users.password.judge").await?;
    if let Some(until) = guesses.closed_until(&mut unit, now).await? {
        return Ok(Judgement::TooManyTries { until });
    }
    let Some(hash) = accounts::password_hash(&mut unit, &user.id).await? else { return Ok(Judgement::NoPassword) };
    drop(unit);
    if app.passwords.verify(password.secret().clone(), Some(hash)).await? != Verification::Mismatch {
        return Ok(Judgement::Right);
    }
    retry(|| async {
        let mut unit = app.store.write("users.password.refused").await?;
        guesses.count(app, &mut unit, app.locales.default_locale().tag(), now).await?;
        unit.commit().await
    })
    .await?;
    app.wake_outbox();
    Ok(Judgement::Wrong)
}

/// What is asked for.
pub struct PasswordChange<'a> {
    /// The person, as read with their session.
    pub user: &'a User,
    /// Their session.
    pub session: &'a Session,
    /// The proof.
    pub current: &'a Password,
    /// The new password.
    pub new: &'a Password,
    /// What becomes of their other sessions.
    pub others: OtherSessions,
}

/// What came of it.
pub enum Changed {
    /// The password is changed; other sessions go on.
    Kept,
    /// The password is changed; every session ended and this browser has a new one.
    Renewed(Box<Established>),
    /// The current password is wrong.
    Wrong,
    /// The person has no password.
    NoPassword,
    /// Too many wrong guesses.
    TooManyTries {
        /// When the next may be made.
        until: Timestamp,
    },
}

/// Why a password could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The new one is not taken; the current one was not looked at.
    #[error(transparent)]
    Password(#[from] NotTaken),
    /// The current one could not be judged.
    #[error(transparent)]
    Judge(#[from] JudgeError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Changes the password. The new one is hashed before the current one is judged, so that both answers take as long.
pub async fn change(app: &App, change: &PasswordChange<'_>, asked: Asked<'_>, now: Timestamp) -> Result<Changed, ChangeError> {
    let PasswordChange { user, session, .. } = change;
    let hash = new_password::hash(app, change.new).await?;
    match judge(app, user, change.current, now).await? {
        Judgement::Right => {}
        Judgement::Wrong => return Ok(Changed::Wrong),
        Judgement::NoPassword => return Ok(Changed::NoPassword),
        Judgement::TooManyTries { until } => return Ok(Changed::TooManyTries { until }),
    }
    // The session that follows rests on the raised version.
    let raised = User { credential_version: user.credential_version + 1, ..(*user).clone() };
    let successor =
        Successor { user: &raised, session, proved: Some(AuthenticationMethod::Password), browser_secret: asked.browser_secret };
    let new = NewPassword {
        hash,
        session: (change.others == OtherSessions::End).then(|| establish::prepare_succession(app, successor, asked.origin, now)),
    };
    let changed = retry(|| set(app, change, &new, asked, now)).await?;
    app.wake_outbox();
    Ok(changed)
}

/// What a change of password writes.
struct NewPassword {
    hash: String,
    /// The session of this browser, if all that there are end.
    session: Option<Succession>,
}

async fn set(
    app: &App,
    change: &PasswordChange<'_>,
    new: &NewPassword,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Changed, StoreError> {
    let PasswordChange { user, session, .. } = change;
    let mut unit = app.store.write("users.password.change").await?;
    if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await? {
        return Ok(Changed::Wrong);
    }
    if !accounts::set_password(&mut unit, &user.id, &new.hash, now).await? {
        return Ok(Changed::NoPassword);
    }
    Guesses::of(app, &user.email).clear(&mut unit).await?;
    one_time_secrets::revoke_of_subject(&mut unit, user.id.as_str(), now).await?;
    AuditEvent::new(AuditKind::PasswordChanged, asked.origin)
        .user(&user.id)
        .session(&session.id)
        .record(app, &mut unit, now)
        .await?;
    let notice = OutboxMessage {
        mail: OwedMail::PasswordChanged { user_id: user.id.clone() },
        locale: asked.locale.to_owned(),
        callback_url: None,
    };
    outbox::put(app, &mut unit, &notice, now).await?;
    let outcome = match &new.session {
        None => Changed::Kept,
        Some(renewed) => {
            end::sign_out_others(app, &mut unit, &user.id, Some(&session.id), (asked.origin, now)).await?;
            let Some(established) = renewed.record(app, &mut unit, asked.origin).await? else { return Ok(Changed::Wrong) };
            // Once every session has ended nothing is issued any more that this could miss.
            grants::revoke_of_user(&mut unit, &user.id, now).await?;
            Changed::Renewed(Box::new(established))
        }
    };
    unit.commit().await?;
    Ok(outcome)
}
