//! The mails that Vestibule sends: each is a folder of three templates, `templates/email/<name>/{subject.txt,body.txt,body.html}`,
//! and a struct here with what stands in it.

use askama::Template;

use crate::clock::Timestamp;
use crate::config::Color;
use crate::locale::Texts;
use crate::model::email_code::EmailCodeUse;
use crate::model::user_agent::Device;

/// A mail ready to be sent, but for sender and recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedMessage {
    /// One line.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// What stands in every mail.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// The texts in the recipient's language.
    pub texts: Texts,
    /// The operator's name.
    pub brand: String,
    /// The operator's color.
    pub color: Color,
    /// The recipient's name.
    pub name: String,
}

impl Letterhead {
    /// A moment as mails tell it.
    fn moment(&self, at: &Timestamp) -> String {
        format!("{} UTC", at.minute())
    }

    fn text(&self, key: &str) -> String {
        self.texts.with(key, &[("brand", &self.brand), ("name", &self.name)])
    }

    fn text_with(&self, key: &str, name: &str, value: &str) -> String {
        self.texts.with(key, &[("brand", &self.brand), (name, value)])
    }

    /// How long a link works, in whole hours if that is as exact.
    fn lifetime(&self, minutes: &u64) -> String {
        match minutes {
            minutes if *minutes >= 120 && minutes.is_multiple_of(60) => self.texts.count("mail-lifetime-hours", minutes / 60),
            minutes => self.texts.count("mail-lifetime-minutes", *minutes),
        }
    }

    /// The subject of a mail with a code: the code first, where lists of mails and notifications show it.
    fn code_subject(&self, code: &str) -> String {
        self.text_with("mail-code-subject", "code", code)
    }

    /// How long a code works.
    fn code_lifetime(&self, minutes: &u64) -> String {
        self.texts.count("mail-code-lifetime", *minutes)
    }

    /// The color of buttons, as CSS writes it.
    fn button_color(&self) -> String {
        self.color.under_white_text().into()
    }

    fn language(&self) -> &'static str {
        self.texts.locale().tag()
    }

    fn direction(&self) -> &'static str {
        self.texts.locale().direction().as_str()
    }
}

/// The link in a mail about what happened to an account, for whom it was not.
#[derive(Clone, Debug)]
pub struct NotMe {
    /// The link.
    pub url: String,
    /// How many days it works.
    pub days: u64,
}

impl NotMe {
    fn explanation(&self, letterhead: &Letterhead) -> String {
        letterhead.texts.count("mail-not-me-text", self.days)
    }
}

/// A header is one line: whatever a name brings along, the subject has no breaks.
fn one_line(text: &str) -> String {
    text.split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

macro_rules! message {
    ($(#[$meta:meta])* $name:ident, $subject:literal, $text:literal, $html:literal, { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// What stands in every mail.
            pub letterhead: Letterhead,
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $name {
            /// Fills the three templates.
            pub fn render(&self) -> Result<RenderedMessage, askama::Error> {
                #[derive(Template)]
                #[template(path = $subject)]
                struct Subject<'a> {
                    mail: &'a $name,
                }
                #[derive(Template)]
                #[template(path = $text)]
                struct Text<'a> {
                    mail: &'a $name,
                }
                #[derive(Template)]
                #[template(path = $html)]
                struct Html<'a> {
                    mail: &'a $name,
                }
                Ok(RenderedMessage {
                    subject: one_line(&Subject { mail: self }.render()?),
                    text: Text { mail: self }.render()?,
                    html: Html { mail: self }.render()?,
                })
            }
        }
    };
}

mod sign_up;

pub use sign_up::{Invitation, SignUpLink};

message!(
    /// Asks to prove the address of a new account.
    VerifyEmail, "email/verify_email/subject.txt", "email/verify_email/body.txt", "email/verify_email/body.html", {
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Offers to choose a new password.
    ResetPassword, "email/reset_password/subject.txt", "email/reset_password/body.txt", "email/reset_password/body.html", {
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Asks the old address whether the account may move to a new one.
    ChangeEmailConfirm, "email/change_email_confirm/subject.txt", "email/change_email_confirm/body.txt", "email/change_email_confirm/body.html", {
        /// The new address.
        new_email: String,
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Asks to prove the new address of an account.
    ChangeEmailVerify, "email/change_email_verify/subject.txt", "email/change_email_verify/body.txt", "email/change_email_verify/body.html", {
        /// The new address.
        new_email: String,
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Tells the old address of an account that the account moved to a new one.
    EmailChanged, "email/email_changed/subject.txt", "email/email_changed/body.txt", "email/email_changed/body.html", {
        /// The new address.
        new_email: String,
        /// The link for whom it was not.
        not_me: NotMe,
    }
);
message!(
    /// Asks before an account is deleted.
    DeleteAccount, "email/delete_account/subject.txt", "email/delete_account/body.txt", "email/delete_account/body.html", {
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Signs in whoever has the address.
    MagicLink, "email/magic_link/subject.txt", "email/magic_link/body.txt", "email/magic_link/body.html", {
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Carries a code to type.
    EmailCode, "email/email_code/subject.txt", "email/email_code/body.txt", "email/email_code/body.html", {
        /// What it is for.
        code_use: EmailCodeUse,
        /// The code as people read it.
        code: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Tells the owner of an address that someone tried to sign up with it.
    ExistingAccount, "email/existing_account/subject.txt", "email/existing_account/body.txt", "email/existing_account/body.html", {
        /// Where to sign in.
        sign_in_url: String,
        /// Where to choose a new password.
        reset_url: String,
    }
);
message!(
    /// Tells that the password was changed.
    PasswordChanged, "email/password_changed/subject.txt", "email/password_changed/body.txt", "email/password_changed/body.html", {
        /// When.
        at: Timestamp,
        /// The link for whom it was not.
        not_me: NotMe,
    }
);
message!(
    /// A code that is a second factor.
    SecondFactorCode, "email/second_factor_code/subject.txt", "email/second_factor_code/body.txt", "email/second_factor_code/body.html", {
        /// The code.
        code: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Tells that the second factor was set up, changed or turned off.
    TwoFactorChanged, "email/two_factor_changed/subject.txt", "email/two_factor_changed/body.txt", "email/two_factor_changed/body.html", {
        /// When.
        at: Timestamp,
        /// Whether signing in asks for one now.
        is_on: bool,
        /// The link for whom it was not.
        not_me: NotMe,
    }
);
message!(
    /// Tells that somebody signed in with a device that is new to the account.
    NewDevice, "email/new_device/subject.txt", "email/new_device/body.txt", "email/new_device/body.html", {
        /// When.
        at: Timestamp,
        /// The `user-agent` of the sign-in.
        user_agent: String,
        /// From where.
        ip_address: String,
        /// Where that is, if the operator has a file of places.
        place: Option<String>,
        /// The link for whom it was not.
        not_me: NotMe,
    }
);
message!(
    /// Tells that a passkey was registered or removed.
    PasskeyChanged, "email/passkey_changed/subject.txt", "email/passkey_changed/body.txt", "email/passkey_changed/body.html", {
        /// When.
        at: Timestamp,
        /// Whether it is one more.
        added: bool,
        /// The link for whom it was not.
        not_me: NotMe,
    }
);
message!(
    /// Tells that the account has another phone number, or none any more.
    PhoneNumberChanged, "email/phone_number_changed/subject.txt", "email/phone_number_changed/body.txt", "email/phone_number_changed/body.html", {
        /// When.
        at: Timestamp,
        /// Whether there is one now.
        has_one: bool,
        /// The link for whom it was not.
        not_me: NotMe,
    }
);
message!(
    /// Tells that wrong passwords were tried until no more are looked at for a while.
    TooManyTries, "email/too_many_tries/subject.txt", "email/too_many_tries/body.txt", "email/too_many_tries/body.html", {
        /// When passwords are looked at again.
        until: Timestamp,
        /// Where to choose a new one.
        reset_url: String,
    }
);
message!(
    /// Shows the operator that mail works.
    TestMessage, "email/test_message/subject.txt", "email/test_message/body.txt", "email/test_message/body.html", {
        /// When.
        at: Timestamp,
    }
);

impl EmailCode {
    fn explanation(&self) -> &'static str {
        match self.code_use {
            EmailCodeUse::SignIn => "mail-code-sign-in",
            EmailCodeUse::VerifyEmail => "mail-code-verify",
            EmailCodeUse::ResetPassword => "mail-code-reset",
            EmailCodeUse::ChangeEmail => "mail-code-change",
        }
    }
}

impl NewDevice {
    /// The device in words, as far as it can be told.
    fn device(&self) -> String {
        let texts = &self.letterhead.texts;
        match Device::guess(&self.user_agent) {
            Device { browser: Some(browser), system: Some(system) } => {
                texts.with("mail-new-device-both", &[("browser", browser), ("system", system)])
            }
            Device { browser: Some(one), .. } | Device { system: Some(one), .. } => one.to_owned(),
            Device { .. } => texts.get("mail-new-device-unknown"),
        }
    }
}

impl SecondFactorCode {
    /// The lifetime of a code, in words.
    fn lifetime(&self) -> String {
        self.letterhead.texts.count("mail-code-lifetime", self.minutes)
    }
}

impl TwoFactorChanged {
    const fn text_key(&self) -> &'static str {
        if self.is_on { "mail-two-factor-on-text" } else { "mail-two-factor-off-text" }
    }
}

impl PhoneNumberChanged {
    const fn text_key(&self) -> &'static str {
        if self.has_one { "mail-phone-number-set-text" } else { "mail-phone-number-removed-text" }
    }
}

impl PasskeyChanged {
    const fn text_key(&self) -> &'static str {
        if self.added { "mail-passkey-added-text" } else { "mail-passkey-removed-text" }
    }
}
