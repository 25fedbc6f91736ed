//! Invitations: the operator asks somebody to make an account, past the rule about who may.
//!
//! A link is bound to the address that it was mailed to, works once and for two days, and is stored as a digest. Another one for the same
//! address takes its place. What opens it is in [`sign_up_link`](crate::users::sign_up_link).

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::email::EmailAddress;
use crate::model::ids::InvitationId;
use crate::model::profile::{InvalidPersonName, PersonName};
use crate::model::request_origin::RequestOrigin;
use crate::model::urls;
use crate::model::user::Role;
use crate::store::invitations::{self, Invitation};
use crate::store::{Retryable, StoreError, retry, users};

/// Who is invited.
pub struct Invite {
    /// Their address.
    pub email: EmailAddress,
    /// How they may be called; they can say otherwise.
    pub name: Option<String>,
    /// What they may do.
    pub role: Role,
    /// Whether the link is mailed to them.
    pub mailed: bool,
}

/// An invitation that was just made.
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The secret of its link, to be handed over and forgotten.
    pub secret: String,
}

impl Invited {
    /// The link.
    pub fn url(&self, app: &App) -> String {
        let path = urls::with_query(urls::SIGN_UP_LINK, &[("token", &self.secret)]);
        format!("{}{path}", app.config.server.public_url.as_str())
    }
}

/// Why nobody is invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The address has an account whose owner proved it.
    #[error("{0} has an account already")]
    HasAccount(EmailAddress),
    /// The name cannot be shown.
    #[error(transparent)]
    Name(#[from] InvalidPersonName),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Retryable for InviteError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_conflict())
    }
}

/// Invites somebody. What was open for the same address is worthless from then on.
pub async fn invite(app: &App, invite: Invite, origin: &RequestOrigin, now: Timestamp) -> Result<Invited, InviteError> {
    let name = invite.name.as_deref().map(PersonName::parse).transpose()?;
    let invitation = Invitation {
        id: InvitationId::random(&app.entropy),
        email: invite.email.as_str().to_owned(),
        name: name.map(|name| name.to_string()),
        role: invite.role,
        created_at: now,
        expires_at: now + app.config.registration.invitation_seconds,
        accepted_at: None,
        withdrawn_at: None,
    };
    let secret = app.entropy.token();
    let digest = *Digest::of(&secret).as_bytes();
    let mail = OwedMail::Invitation { id: invitation.id.clone(), secret: secret.clone() };
    let message = invite.mailed.then(|| OutboxMessage::unasked(app, mail));
    retry(|| async {
        let mut unit = app.store.write("users.invitation.invite").await?;
        let holder = users::by_email(&mut unit, &invitation.email).await?;
        if holder.is_some_and(|user| user.email_verified || user.disabled_at.is_some()) {
            return Err(InviteError::HasAccount(invite.email.clone()));
        }
        invitations::withdraw_of(&mut unit, &invitation.email, now).await?;
        invitations::insert(&mut unit, &invitation, &digest).await?;
        AuditEvent::new(AuditKind::InvitationMade, origin)
            .detail("invitation", invitation.id.as_str())
            .record(app, &mut unit, now)
            .await?;
        if let Some(message) = &message {
            outbox::put(app, &mut unit, message, now).await?;
        }
        unit.commit().await?;
        Ok(())
    })
    .await?;
    app.wake_outbox();
    Ok(Invited { invitation, secret })
}

/// The invitations that can still be accepted, the oldest first.
pub async fn open(app: &App, now: Timestamp) -> Result<Vec<Invitation>, StoreError> {
    let mut unit = app.store.read("users.invitation.open").await?;
    invitations::open(&mut unit, now).await
}

/// Withdraws an invitation. Returns whether it could still be accepted.
pub async fn withdraw(app: &App, id: &InvitationId, origin: &RequestOrigin, now: Timestamp) -> Result<bool, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.invitation.withdraw").await?;
        let withdrawn = invitations::withdraw(&mut unit, id, now).await?;
        if withdrawn {
            let event = AuditEvent::new(AuditKind::InvitationWithdrawn, origin).detail("invitation", id.as_str());
            event.record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        Ok(withdrawn)
    })
    .await
}
