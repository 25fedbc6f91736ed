//! Mails about what happened to an account, each with the link for whom it was not.

use crate::clock::Timestamp;
use crate::events::outbox::NewDevice as Device;
use crate::model::ids::UserId;
use crate::model::urls;
use crate::model::user::User;
use crate::one_time::Purpose;
use crate::outbound::messages::{
    EmailChanged, NewDevice, NotMe, PasskeyChanged, PasswordChanged, PhoneNumberChanged, TooManyTries, TwoFactorChanged,
};
use crate::store::{StoreError, retry};
use crate::users::deliver::{DeliverError, Delivery};
use crate::users::disown::{self, Happened, SecurityEvent, SeenDevice};

const DAY: u64 = 24 * 60 * 60;

impl Delivery<'_> {
    /// The link for whom it was not. Nothing is lost where its time is over before the mail leaves: it then says so when it is opened.
    async fn not_me(&self, user: &User, event: SecurityEvent, to: &str) -> Result<NotMe, StoreError> {
        self.not_me_with(user, (event, None), to).await
    }

    async fn not_me_with(&self, user: &User, what: (SecurityEvent, Option<&Device>), to: &str) -> Result<NotMe, StoreError> {
        let (event, device) = what;
        let seen = device.map(|device| SeenDevice {
            user_agent: device.user_agent.clone(),
            ip_address: device.ip_address.clone(),
            at: self.owed_at.millis(),
        });
        let minted = disown::mint(self.app, user, Happened { event, at: self.owed_at, device: seen }, to)?;
        retry(|| async {
            let mut unit = self.app.store.write("users.deliver.mint").await?;
            minted.record_beside(&mut unit).await?;
            unit.commit().await
        })
        .await?;
        let named = [("purpose", Purpose::Disown.as_str()), ("token", minted.secret.as_str())];
        Ok(NotMe {
            url: self.url(&urls::with_query(urls::CONFIRM_LINK, &named)),
            days: self.app.config.links.disown_seconds.count().div_ceil(DAY),
        })
    }

    /// Nobody got in, so there is nothing to take back.
    pub(super) async fn too_many_tries(&self, email: &str, until: Timestamp) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_email(email).await? else { return Ok(()) };
        let letter = TooManyTries { letterhead: self.letterhead(&user), until, reset_url: self.url(urls::FORGOT_PASSWORD) };
        self.send(&user.email, letter.render()?).await
    }

    pub(super) async fn email_changed(&self, id: &UserId, old_email: &str) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let not_me = self.not_me(&user, SecurityEvent::EmailChanged, old_email).await?;
        let letter = EmailChanged { letterhead: self.letterhead(&user), new_email: user.email.clone(), not_me };
        self.send(old_email, letter.render()?).await
    }

    pub(super) async fn password_changed(&self, id: &UserId) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let not_me = self.not_me(&user, SecurityEvent::PasswordChanged, &user.email).await?;
        let letter = PasswordChanged { letterhead: self.letterhead(&user), at: self.owed_at, not_me };
        self.send(&user.email, letter.render()?).await
    }

    pub(super) async fn two_factor_changed(&self, id: &UserId, is_on: bool) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let not_me = self.not_me(&user, SecurityEvent::TwoFactorChanged, &user.email).await?;
        let letter = TwoFactorChanged { letterhead: self.letterhead(&user), at: self.owed_at, is_on, not_me };
        self.send(&user.email, letter.render()?).await
    }

    pub(super) async fn passkey_changed(&self, id: &UserId, added: bool) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let not_me = self.not_me(&user, SecurityEvent::PasskeyChanged, &user.email).await?;
        let letter = PasskeyChanged { letterhead: self.letterhead(&user), at: self.owed_at, added, not_me };
        self.send(&user.email, letter.render()?).await
    }

    pub(super) async fn phone_number_changed(&self, id: &UserId, has_one: bool) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let not_me = self.not_me(&user, SecurityEvent::PhoneNumberChanged, &user.email).await?;
        let letter = PhoneNumberChanged { letterhead: self.letterhead(&user), at: self.owed_at, has_one, not_me };
        self.send(&user.email, letter.render()?).await
    }

    pub(super) async fn new_device(&self, device: &Device) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(&device.user_id).await? else { return Ok(()) };
        let not_me = self.not_me_with(&user, (SecurityEvent::NewDevice, Some(device)), &user.email).await?;
        let letterhead = self.letterhead(&user);
        let letter = NewDevice {
            place: self.app.places.describe(&device.ip_address, letterhead.texts),
            letterhead,
            at: self.owed_at,
            user_agent: device.user_agent.clone(),
            ip_address: device.ip_address.clone(),
            not_me,
        };
        self.send(&user.email, letter.render()?).await
    }
}
