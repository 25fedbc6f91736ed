//! The mails by which accounts are made.

use super::{DeliverError, Delivery, minutes};
use crate::config::Seconds;
use crate::crypto::digest::Digest;
use crate::model::ids::InvitationId;
use crate::model::urls;
use crate::one_time::{self, Purpose, Subject};
use crate::outbound::messages::{Invitation, SignUpLink};
use crate::store::{invitations, retry, users};
use crate::users::sign_up_link::{self, SignUpPayload};

impl Delivery<'_> {
    /// Nobody is mailed an invitation that was withdrawn meanwhile.
    pub(super) async fn invitation(&self, id: &InvitationId, secret: &str) -> Result<(), DeliverError> {
        let mut unit = self.app.store.read("users.deliver").await?;
        let found = invitations::find(&mut unit, Digest::of(secret).as_bytes()).await?;
        drop(unit);
        let is_open = |invitation: &invitations::Invitation| {
            invitation.id == *id
                && invitation.accepted_at.is_none()
                && invitation.withdrawn_at.is_none()
                && invitation.expires_at > self.now
        };
        let Some(invitation) = found.filter(is_open) else { return Ok(()) };
        let left = Seconds::new(invitation.expires_at.since(invitation.created_at).as_secs());
        let name = invitation.name.as_deref().unwrap_or(&invitation.email);
        let letter = Invitation {
            letterhead: self.letterhead_for(name, None),
            url: self.url(&urls::with_query(urls::SIGN_UP_LINK, &[("token", secret)])),
            minutes: minutes(left),
        };
        self.send(&invitation.email, letter.render()?).await
    }

    /// Whoever has proved the address is told that they have an account.
    pub(super) async fn sign_up_link(&self, email: &str, name: &str) -> Result<(), DeliverError> {
        let mut unit = self.app.store.read("users.deliver").await?;
        let user = users::by_email(&mut unit, email).await?;
        drop(unit);
        if user.as_ref().is_some_and(|user| user.email_verified || !user.gets_mail()) {
            return self.existing_account(email).await;
        }
        if !sign_up_link::is_offered(self.app) || !self.is_admitted(email) {
            return Ok(());
        }
        let life = self.app.config.links.verify_seconds;
        let payload = SignUpPayload { email: email.to_owned(), name: name.to_owned() };
        let subject = Subject::Address(email);
        let minted = one_time::mint(self.app, Purpose::SignUp, subject, (self.now, life.duration()), &payload)?;
        retry(|| async {
            let mut unit = self.app.store.write("users.deliver.mint").await?;
            minted.record_beside(&mut unit).await?;
            unit.commit().await
        })
        .await?;
        let letter = SignUpLink {
            letterhead: self.letterhead_at(email, None),
            url: self.page_link(urls::SIGN_UP_LINK, &[("token", &minted.secret)]),
            minutes: minutes(life),
        };
        self.send(email, letter.render()?).await
    }
}
