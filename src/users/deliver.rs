//! Turning what the outbox owes into mails: only here it is looked up whether an address has an account.
//!
//! A link is minted at each try, so that only the newest works, and it never waits anywhere readable. Links that a page asked for
//! lead to pages, within the login transaction in which they were asked for; links that an app asked for (it named where to go
//! afterwards) lead through the JSON interface.

mod security;
mod sign_up;

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::Seconds;
use crate::events::outbox::{LinkDestination, MagicLinkRequest, OutboxMessage, OwedMail};
use crate::model::email::EmailAddress;
use crate::model::email_code::{self as code, EmailCodeUse};
use crate::model::ids::{MessageId, UserId};
use crate::model::urls;
use crate::model::user::{PLACEHOLDER_SUFFIX, User};
use crate::one_time::{self, Purpose, Subject};
use crate::outbound::mailer::{Mail, MailError};
use crate::outbound::messages::{
    ChangeEmailConfirm, ChangeEmailVerify, DeleteAccount, EmailCode, ExistingAccount, Letterhead, MagicLink, RenderedMessage,
    ResetPassword, SecondFactorCode, VerifyEmail,
};
use crate::outbound::text_messages::TextMessageError;
use crate::store::{StoreError, retry, users};
use crate::users::address_rules;
use crate::users::email_change::EmailChangePayload;
use crate::users::email_code::{self, CodePayload, CodePlace};
use crate::users::erase::ErasePayload;
use crate::users::magic_link::{self, MagicLinkPayload};
use crate::users::proved_address::Holder;
use crate::users::recover::ResetPayload;
use crate::users::text_message::{self, PhoneCode};
use crate::users::two_factor::mail_code;
use crate::users::verification::VerificationPayload;

/// Why a message was not delivered.
#[derive(Debug, thiserror::Error)]
pub enum DeliverError {
    /// The relay did not take it; some failures pass.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The gateway for text messages did not take it; some failures pass.
    #[error(transparent)]
    TextMessage(#[from] TextMessageError),
    /// A template failed: a fault of this program.
    #[error("the mail could not be written: {0}")]
    Template(#[from] askama::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DeliverError {
    /// Whether trying again later may help.
    pub const fn is_transient(&self) -> bool {
        matches!(
            self,
            Self::Mail(MailError::Transient { .. }) | Self::TextMessage(TextMessageError::Transient(_)) | Self::Store(_)
        )
    }
}

/// A message while it is being delivered.
struct Delivery<'a> {
    app: &'a App,
    message: &'a OutboxMessage,
    id: &'a MessageId,
    /// When what it tells of happened.
    owed_at: Timestamp,
    now: Timestamp,
}

/// Sends what is owed since a time. Nothing is sent, and all is well, where nobody is owed anything any more.
pub async fn deliver(
    app: &App,
    id: &MessageId,
    message: &OutboxMessage,
    times: (Timestamp, Timestamp),
) -> Result<(), DeliverError> {
    let (owed_at, now) = times;
    let delivery = Delivery { app, message, id, owed_at, now };
    match &message.mail {
        OwedMail::VerifyEmail { email } => delivery.verify_email(email).await,
        OwedMail::ResetPassword { email } => delivery.reset_password(email).await,
        OwedMail::TooManyTries { email, until } => delivery.too_many_tries(email, Timestamp::from_millis(*until)).await,
        OwedMail::ExistingAccount { email } => delivery.existing_account(email).await,
        OwedMail::ConfirmEmailChange { user_id, new_email } => delivery.confirm_email_change(user_id, new_email).await,
        OwedMail::VerifyNewEmail { user_id, new_email } => delivery.verify_new_email(user_id, new_email).await,
        OwedMail::EmailChanged { user_id, old_email } => delivery.email_changed(user_id, old_email).await,
        OwedMail::DeleteAccount { user_id } => delivery.delete_account(user_id).await,
        OwedMail::PasswordChanged { user_id } => delivery.password_changed(user_id).await,
        OwedMail::SecondFactorCode { user_id, code, expires_at } => {
            delivery.second_factor_code(user_id, code, Timestamp::from_millis(*expires_at)).await
        }
        OwedMail::PasskeyChanged { user_id, added } => delivery.passkey_changed(user_id, *added).await,
        OwedMail::TwoFactorChanged { user_id, is_on } => delivery.two_factor_changed(user_id, *is_on).await,
        OwedMail::NewDevice(device) => delivery.new_device(device).await,
        OwedMail::Invitation { id, secret } => delivery.invitation(id, secret).await,
        OwedMail::SignUpLink { email, name } => delivery.sign_up_link(email, name).await,
        OwedMail::MagicLink(request) => delivery.magic_link(request).await,
        OwedMail::EmailCode { code_use, email, user_id } => {
            let place = CodePlace { code_use: *code_use, email: email.clone(), user: user_id.clone() };
            delivery.email_code(&place).await
        }
        OwedMail::PhoneCode { code_use, number, code, expires_at } => {
            let owed = PhoneCode { code_use: *code_use, number, code: code.as_deref(), expires_at: *expires_at };
            Ok(text_message::send_code(app, id, &owed, (&message.locale, now)).await?)
        }
        OwedMail::PhoneNumberChanged { user_id, has_one } => delivery.phone_number_changed(user_id, *has_one).await,
    }
}

const fn minutes(seconds: Seconds) -> u64 {
    seconds.count() / 60
}

impl Delivery<'_> {
    async fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError> {
        let mut unit = self.app.store.read("users.deliver").await?;
        Ok(users::by_email(&mut unit, email).await?.filter(User::gets_mail))
    }

    async fn user_by_id(&self, id: &UserId) -> Result<Option<User>, StoreError> {
        let mut unit = self.app.store.read("users.deliver").await?;
        Ok(users::by_id(&mut unit, id).await?.filter(User::gets_mail))
    }

    fn letterhead(&self, user: &User) -> Letterhead {
        self.letterhead_for(&user.name, user.locale.as_deref())
    }

    /// For an address that may be nobody's: it stands for the name.
    fn letterhead_at(&self, email: &str, user: Option<&User>) -> Letterhead {
        let name = user.map(|user| user.name.as_str()).filter(|name| !name.is_empty());
        self.letterhead_for(name.unwrap_or(email), user.and_then(|user| user.locale.as_deref()))
    }

    fn letterhead_for(&self, name: &str, locale: Option<&str>) -> Letterhead {
        let locales = &self.app.locales;
        let chosen = locale.and_then(|tag| locales.find(tag)).or_else(|| locales.find(&self.message.locale));
        Letterhead {
            texts: chosen.unwrap_or_else(|| locales.default_locale()).texts(),
            brand: self.app.config.brand.name.as_str().to_owned(),
            color: self.app.config.brand.color,
            name: name.to_owned(),
        }
    }

    /// Mints a secret for `user` and stores it before it is sent.
    async fn mint(
        &self,
        purpose: Purpose,
        user: &User,
        life: Seconds,
        payload: &impl serde::Serialize,
    ) -> Result<String, StoreError> {
        let minted = one_time::mint(self.app, purpose, Subject::User(user), (self.now, life.duration()), payload)?;
        retry(|| async {
            let mut unit = self.app.store.write("users.deliver.mint").await?;
            minted.record(&mut unit).await?;
            unit.commit().await
        })
        .await?;
        Ok(minted.secret)
    }

    fn url(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.app.config.server.public_url.as_str())
    }

    /// The address of a link: `api` for apps, the confirm page for people.
    fn link(&self, api: &str, purpose: Purpose, token: &str) -> String {
        match self.app_callback() {
            Some(callback_url) => {
                self.url(&urls::with_query(&format!("{}{api}", urls::API), &[("token", token), ("callbackURL", callback_url)]))
            }
            None => self.page_link(urls::CONFIRM_LINK, &[("purpose", purpose.as_str()), ("token", token)]),
        }
    }

    /// Where an app wants the link to lead.
    fn app_callback(&self) -> Option<&str> {
        self.message.callback_url.as_deref().filter(|url| urls::resumed(url).is_none())
    }

    /// A link to one of our pages, which leads on to where the person was going when it was asked for: a login transaction, or a page.
    fn page_link(&self, path: &str, parameters: &[(&str, &str)]) -> String {
        let onward = self.message.callback_url.as_deref().and_then(urls::resumed);
        let onward = onward.as_ref().map(|(name, value)| (*name, value.as_str()));
        let parameters: Vec<(&str, &str)> = parameters.iter().copied().chain(onward).collect();
        self.url(&urls::with_query(path, &parameters))
    }

    /// Nobody reads what is sent to the address that an account has which was made for a phone number.
    async fn send(&self, to: &str, rendered: RenderedMessage) -> Result<(), DeliverError> {
        if self.app.config.phone.is_temporary_email(to) || to.ends_with(PLACEHOLDER_SUFFIX) {
            return Ok(());
        }
        let mail = Mail {
            to: EmailAddress::from_stored(to.to_owned()),
            subject: rendered.subject,
            text: rendered.text,
            html: rendered.html,
            message_id: format!("<{}@{}>", self.id, self.app.config.server.public_url.host()),
        };
        Ok(self.app.mailer.send(&mail, self.now).await?)
    }

    async fn verify_email(&self, email: &str) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_email(email).await?.filter(|user| !user.email_verified) else { return Ok(()) };
        let life = self.app.config.links.verify_seconds;
        let payload = VerificationPayload { email: user.email.clone(), callback_url: self.message.callback_url.clone() };
        let token = self.mint(Purpose::VerifyEmail, &user, life, &payload).await?;
        let url = self.link("/verify-email", Purpose::VerifyEmail, &token);
        let letter = VerifyEmail { letterhead: self.letterhead(&user), url, minutes: minutes(life) };
        self.send(&user.email, letter.render()?).await
    }

    async fn reset_password(&self, email: &str) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_email(email).await? else { return Ok(()) };
        let life = self.app.config.links.reset_seconds;
        let token = self.mint(Purpose::ResetPassword, &user, life, &ResetPayload { email: user.email.clone() }).await?;
        let url = match self.app_callback() {
            Some(callback_url) => {
                self.url(&urls::with_query(&format!("{}/reset-password/{token}", urls::API), &[("callbackURL", callback_url)]))
            }
            None => self.page_link(urls::RESET_PASSWORD, &[("token", &token)]),
        };
        let letter = ResetPassword { letterhead: self.letterhead(&user), url, minutes: minutes(life) };
        self.send(&user.email, letter.render()?).await
    }

    async fn existing_account(&self, email: &str) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_email(email).await? else { return Ok(()) };
        let letter = ExistingAccount {
            letterhead: self.letterhead(&user),
            sign_in_url: self.url(urls::SIGN_IN),
            reset_url: self.url(urls::FORGOT_PASSWORD),
        };
        self.send(&user.email, letter.render()?).await
    }

    async fn confirm_email_change(&self, id: &UserId, new_email: &str) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let (url, minutes) = self.email_change_link(&user, new_email, Purpose::ConfirmEmailChange).await?;
        let letter = ChangeEmailConfirm { letterhead: self.letterhead(&user), new_email: new_email.to_owned(), url, minutes };
        self.send(&user.email, letter.render()?).await
    }

    async fn verify_new_email(&self, id: &UserId, new_email: &str) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        if self.user_by_email(new_email).await?.is_some() {
            return Ok(());
        }
        let (url, minutes) = self.email_change_link(&user, new_email, Purpose::VerifyNewEmail).await?;
        let letter = ChangeEmailVerify { letterhead: self.letterhead(&user), new_email: new_email.to_owned(), url, minutes };
        self.send(new_email, letter.render()?).await
    }

    async fn email_change_link(&self, user: &User, new_email: &str, purpose: Purpose) -> Result<(String, u64), StoreError> {
        let life = self.app.config.links.verify_seconds;
        let payload = EmailChangePayload {
            from: user.email.clone(),
            to: new_email.to_owned(),
            callback_url: self.message.callback_url.clone(),
        };
        let token = self.mint(purpose, user, life, &payload).await?;
        Ok((self.link("/verify-email", purpose, &token), minutes(life)))
    }

    async fn delete_account(&self, id: &UserId) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await? else { return Ok(()) };
        let life = self.app.config.links.delete_seconds;
        let payload = ErasePayload { callback_url: self.message.callback_url.clone() };
        let token = self.mint(Purpose::DeleteAccount, &user, life, &payload).await?;
        let url = self.link("/delete-user/callback", Purpose::DeleteAccount, &token);
        let letter = DeleteAccount { letterhead: self.letterhead(&user), url, minutes: minutes(life) };
        self.send(&user.email, letter.render()?).await
    }

    async fn second_factor_code(&self, id: &UserId, code: &str, expires_at: Timestamp) -> Result<(), DeliverError> {
        let Some(user) = self.user_by_id(id).await?.filter(|_| self.now < expires_at) else { return Ok(()) };
        let minutes = mail_code::LIFETIME.as_secs() / 60;
        let letter = SecondFactorCode { letterhead: self.letterhead(&user), code: code.to_owned(), minutes };
        self.send(&user.email, letter.render()?).await
    }

    /// Whether an account may have the address.
    fn is_admitted(&self, email: &str) -> bool {
        address_rules::check(self.app, &EmailAddress::from_stored(email.to_owned())).is_ok()
    }

    /// For an address without an account only where the link would make one: nobody is mailed a link that does nothing.
    async fn magic_link(&self, request: &MagicLinkRequest) -> Result<(), DeliverError> {
        let mut unit = self.app.store.read("users.deliver").await?;
        let user = users::by_email(&mut unit, &request.email).await?;
        drop(unit);
        let may_enter = user
            .as_ref()
            .map_or_else(|| magic_link::makes_accounts(self.app) && self.is_admitted(&request.email), User::gets_mail);
        if !may_enter {
            return Ok(());
        }
        let life = self.app.config.magic_link.seconds;
        let payload = MagicLinkPayload { holder: user.as_ref().and_then(Holder::of), request: request.clone() };
        let subject = Subject::Address(&request.email);
        let minted = one_time::mint(self.app, Purpose::MagicLink, subject, (self.now, life.duration()), &payload)?;
        retry(|| async {
            let mut unit = self.app.store.write("users.deliver.mint").await?;
            minted.record_beside(&mut unit).await?;
            unit.commit().await
        })
        .await?;
        let url = self.magic_link_url(&request.destination, &minted.secret);
        let letter = MagicLink { letterhead: self.letterhead_at(&request.email, user.as_ref()), url, minutes: minutes(life) };
        self.send(&request.email, letter.render()?).await
    }

    fn magic_link_url(&self, destination: &LinkDestination, token: &str) -> String {
        let LinkDestination::App { new_user_callback_url, error_callback_url } = destination else {
            return self.page_link(urls::MAGIC_LINK, &[("token", token)]);
        };
        let places = [
            ("callbackURL", self.message.callback_url.as_deref()),
            ("newUserCallbackURL", new_user_callback_url.as_deref()),
            ("errorCallbackURL", error_callback_url.as_deref()),
        ];
        let places = places.into_iter().filter_map(|(name, place)| Some((name, place?)));
        let query: Vec<_> = std::iter::once(("token", token)).chain(places).collect();
        self.url(&urls::with_query(&format!("{}/magic-link/verify", urls::API), &query))
    }

    /// Where no code is owed, one that fits nothing takes the place of the last one.
    async fn email_code(&self, place: &CodePlace) -> Result<(), DeliverError> {
        let mut unit = self.app.store.read("users.deliver").await?;
        let user = users::by_email(&mut unit, &place.email).await?;
        drop(unit);
        let is_owed = match (place.code_use, &user) {
            (EmailCodeUse::SignIn, None) => email_code::makes_accounts(self.app) && self.is_admitted(&place.email),
            (EmailCodeUse::ChangeEmail, None) => true,
            (EmailCodeUse::SignIn | EmailCodeUse::ResetPassword, Some(user)) => user.gets_mail(),
            (EmailCodeUse::VerifyEmail, Some(user)) => user.gets_mail() && !user.email_verified,
            (EmailCodeUse::VerifyEmail | EmailCodeUse::ResetPassword, None) | (EmailCodeUse::ChangeEmail, Some(_)) => false,
        };
        let owed = is_owed.then(|| CodePayload { holder: user.as_ref().and_then(Holder::of) });
        let minted = email_code::mint(self.app, place, owed, self.now)?;
        retry(|| async {
            let mut unit = self.app.store.write("users.deliver.mint").await?;
            minted.record(&mut unit).await?;
            unit.commit().await
        })
        .await?;
        if !is_owed {
            return Ok(());
        }
        let letter = EmailCode {
            letterhead: self.letterhead_at(&place.email, user.as_ref()),
            code_use: place.code_use,
            code: code::in_groups(&minted.digits),
            minutes: minutes(self.app.config.email_code.seconds),
        };
        self.send(&place.email, letter.render()?).await
    }
}
