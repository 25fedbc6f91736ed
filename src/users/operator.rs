//! What the operator does with accounts, by command line or console: without a session, and without being asked for a proof.

use serde_json::Value;

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::additional_fields::FieldValues;
use crate::model::email::EmailAddress;
use crate::model::ids::{AccountId, UserId};
use crate::model::password::Password;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::{Role, User};
use crate::sessions::end;
use crate::store::{Retryable, StoreError, Tx, accounts, grants, one_time_secrets, retry, second_factors, users};
use crate::users::fields::{self, FieldTaken};
use crate::users::new_password::{self, NotTaken};
use crate::users::two_factor;
use crate::users::welcome::Welcomed;

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

/// An account to be made. The operator vouches for the address.
pub struct NewUser {
    /// Their address.
    pub email: EmailAddress,
    /// Their name.
    pub name: String,
    /// Their password.
    pub password: Password,
    /// What they may do.
    pub role: Role,
    /// What they have in the declared fields, of which the operator may set every one.
    pub fields: FieldValues,
}

/// Why the operator's wish is refused.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// The address has an account.
    #[error("{0} has an account already")]
    AddressTaken(EmailAddress),
    /// The name cannot be shown.
    #[error("a name has from 1 to {LONGEST_NAME} characters and no control characters")]
    Name,
    /// The account is locked, or was changed at the same moment.
    #[error("the account is locked or was changed at the same moment")]
    Changed,
    /// A field is not declared, or its value does not fit.
    #[error("{0}")]
    Field(String),
    /// The password is not taken.
    #[error(transparent)]
    Password(#[from] NotTaken),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Retryable for OperatorError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// Makes an account. Nobody is signed in by it.
pub async fn add(app: &App, new: NewUser, origin: &RequestOrigin, now: Timestamp) -> Result<User, OperatorError> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().nth(LONGEST_NAME).is_some() || name.chars().any(char::is_control) {
        return Err(OperatorError::Name);
    }
    let fields = judge_fields(app, &new.fields)?;
    let hash = new_password::hash(app, &new.password).await?;
    let account = AccountId::random(&app.entropy);
    let user = User {
        id: UserId::random(&app.entropy),
        email: new.email.as_str().to_owned(),
        email_verified: true,
        name: name.to_owned(),
        image: None,
        role: new.role,
        locale: None,
        credential_version: 1,
        two_factor_enabled_at: None,
        disabled_at: None,
        is_anonymous: false,
        created_at: now,
        updated_at: now,
    };

    let mut unit = app.store.write("users.operator.add").await?;
    if !Welcomed::by_operator(user.clone()).insert(app, &mut unit, (origin, now)).await? {
        return Err(OperatorError::AddressTaken(new.email));
    }
    set_judged_fields(app, &mut unit, &user.id, &fields).await?;
    accounts::insert_credential(&mut unit, &account, &user.id, &hash, now).await?;
    unit.commit().await?;
    Ok(user)
}

/// What the operator says in fields. What everybody must say may be missing: the person is asked for it.
fn judge_fields(app: &App, sent: &FieldValues) -> Result<FieldValues, OperatorError> {
    let declared = app.config.users.fields();
    let judge = |(name, value): (&String, &Value)| {
        let field = declared.find(name).ok_or_else(|| OperatorError::Field(format!("no field {name:?} is declared")))?;
        let judged = field.judge(value).map_err(|_| OperatorError::Field(format!("the field {name:?} does not take this")))?;
        Ok((name.clone(), judged))
    };
    sent.iter().map(judge).collect()
}

async fn set_judged_fields(app: &App, unit: &mut Tx, user: &UserId, judged: &FieldValues) -> Result<(), OperatorError> {
    let set = fields::set(app, unit, user, judged).await?;
    set.map_err(|FieldTaken(name)| OperatorError::Field(format!("somebody else has this in the field {name:?}")))
}

/// Sets declared fields of a person, also those that they may not set themselves.
pub async fn set_fields(
    app: &App,
    user: &User,
    sent: &FieldValues,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<(), OperatorError> {
    let judged = judge_fields(app, sent)?;
    retry(|| async {
        let mut unit = app.store.write("users.operator.set_fields").await?;
        if !users::touch(&mut unit, &user.id, now).await? {
            return Err(OperatorError::Changed);
        }
        set_judged_fields(app, &mut unit, &user.id, &judged).await?;
        AuditEvent::new(AuditKind::ProfileChanged, origin)
            .user(&user.id)
            .detail("by", "operator")
            .record(app, &mut unit, now)
            .await?;
        unit.commit().await?;
        Ok(())
    })
    .await
}

/// Gives a person another password, and ends what the old one began. The person is told by mail.
pub async fn set_password(
    app: &App,
    user: &User,
    password: &Password,
    origin: &RequestOrigin,
    now: Timestamp,
) -> Result<(), OperatorError> {
    let hash = new_password::hash(app, password).await?;
    let account = AccountId::random(&app.entropy);

    retry(|| async {
        let mut unit = app.store.write("users.operator.set_password").await?;
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await? {
            return Err(OperatorError::Changed);
        }
        if !accounts::set_password(&mut unit, &user.id, &hash, now).await? {
            accounts::insert_credential(&mut unit, &account, &user.id, &hash, now).await?;
        }
        end_access(app, &mut unit, &user.id, origin, now).await?;
        AuditEvent::new(AuditKind::PasswordReset, origin)
            .user(&user.id)
            .detail("by", "operator")
            .record(app, &mut unit, now)
            .await?;
        let notice = OutboxMessage {
            mail: OwedMail::PasswordChanged { user_id: user.id.clone() },
            locale: app.locales.default_locale().tag().to_owned(),
            callback_url: None,
        };
        outbox::put(app, &mut unit, &notice, now).await?;
        unit.commit().await?;
        Ok(())
    })
    .await?;
    app.wake_outbox();
    Ok(())
}

/// Takes a person's second factor away, who has lost it, and ends what was begun with it. The person is told by mail.
pub async fn turn_off_second_factor(app: &App, user: &User, origin: &RequestOrigin, now: Timestamp) -> Result<(), OperatorError> {
    retry(|| async {
        let mut unit = app.store.write("users.operator.turn_off_second_factor").await?;
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, now).await? {
            return Err(OperatorError::Changed);
        }
        two_factor::forget(&mut unit, &user.id).await?;
        second_factors::clear_guesses(&mut unit, &user.id).await?;
        end_access(app, &mut unit, &user.id, origin, now).await?;
        AuditEvent::new(AuditKind::TwoFactorDisabled, origin)
            .user(&user.id)
            .detail("by", "operator")
            .record(app, &mut unit, now)
            .await?;
        let notice = OutboxMessage {
            mail: OwedMail::TwoFactorChanged { user_id: user.id.clone(), is_on: false },
            locale: app.locales.default_locale().tag().to_owned(),
            callback_url: None,
        };
        outbox::put(app, &mut unit, &notice, now).await?;
        unit.commit().await?;
        Ok(())
    })
    .await?;
    app.wake_outbox();
    Ok(())
}

/// Forbids a person to sign in, and ends all that they have anywhere.
pub async fn lock(app: &App, user: &UserId, origin: &RequestOrigin, now: Timestamp) -> Result<(), StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.operator.lock").await?;
        users::set_disabled(&mut unit, user, Some(now), now).await?;
        end_access(app, &mut unit, user, origin, now).await?;
        AuditEvent::new(AuditKind::UserDisabled, origin).user(user).record(app, &mut unit, now).await?;
        unit.commit().await
    })
    .await
}

/// Lets a person sign in again.
pub async fn unlock(app: &App, user: &UserId, origin: &RequestOrigin, now: Timestamp) -> Result<(), StoreError> {
    let mut unit = app.store.write("users.operator.unlock").await?;
    users::set_disabled(&mut unit, user, None, now).await?;
    AuditEvent::new(AuditKind::UserEnabled, origin).user(user).record(app, &mut unit, now).await?;
    unit.commit().await
}

/// Sessions, apps' access and mailed links. The caller has taken the user's row first.
async fn end_access(app: &App, unit: &mut Tx, user: &UserId, origin: &RequestOrigin, now: Timestamp) -> Result<(), StoreError> {
    end::sign_out_others(app, unit, user, None, (origin, now)).await?;
    grants::revoke_of_user(unit, user, now).await?;
    one_time_secrets::revoke_of_subject(unit, user.as_str(), now).await
}
