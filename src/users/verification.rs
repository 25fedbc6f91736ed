//! Proving a mail address with a mailed link.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OwedMail, Reply};
use crate::model::email::EmailAddress;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::one_time::{self, Purpose, SecretError};
use crate::store::{StoreError, retry, users};

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
    outbox::request(app, "users.verification.request", mail, Reply { locale, callback_url }, now).await
}

/// What a link would do, without doing it: whose address it proves.
pub async fn look_up(app: &App, secret: &str) -> Result<VerificationPayload, SecretError> {
    let mut unit = app.store.read("users.verification.look_up").await?;
    Ok(one_time::look_up::<VerificationPayload>(app, &mut unit, Purpose::VerifyEmail, secret).await?.payload)
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
        let shown = one_time::look_up::<VerificationPayload>(app, &mut unit, Purpose::VerifyEmail, secret).await?;
        let changed = users::verify_email(&mut unit, &shown.subject, &shown.payload.email, now).await?;
        if !shown.spend(&mut unit, now).await? {
            return Err(SecretError::Spent);
        }
        let user = if changed { users::by_id(&mut unit, &shown.subject).await? } else { None };
        if let Some(user) = &user {
            AuditEvent::new(AuditKind::EmailVerified, origin).user(&user.id).record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        let user = user.ok_or(SecretError::Unknown)?;
        Ok(Verified { user, callback_url: shown.payload.callback_url })
    })
    .await
}
