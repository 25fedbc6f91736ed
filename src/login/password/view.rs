//! The pages of this method.

use askama::Template;

pub use crate::login::password::mail_purpose::MailPurpose;
use crate::login::password::notice::SignInNotice;
use crate::model::authentication_method::AuthenticationMethod;
use crate::web::account_form::UsernameField;
use crate::web::chrome::Chrome;
use crate::web::declared_fields::{Control, DeclaredInput};
use crate::web::problem::Problems;
use crate::web::terms::TermsText;

/// Sign in, identifier and password in one form. Sends `identifier`, `password`, `remember`, `return_to` to `/sign-in`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/sign_in.html")]
pub struct SignInPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// What the person typed, or `login_hint`.
    pub identifier: String,
    /// What will do in the place of an address.
    pub takes: Taken,
    /// The method that was used last in this browser, where there are several.
    pub last_used: Option<AuthenticationMethod>,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// Where an account is created; none when nobody may.
    pub sign_up_url: Option<String>,
    /// Where somebody is chosen who is signed in here already, if there is somebody.
    pub choose_url: Option<String>,
    /// Where a forgotten password is reset; none when no mail can be sent.
    pub forgot_url: Option<String>,
    /// The other ways to sign in with this address.
    pub mailed: MailedWays,
    /// What happened just before.
    pub notice: Option<SignInNotice>,
    /// Whether the page offers passkeys.
    pub passkeys: bool,
    /// Whether it offers wallets.
    pub wallets: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// What a sign-in page takes beside a mail address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Usernames.
    pub usernames: bool,
    /// Phone numbers.
    pub phone_numbers: bool,
}

impl Taken {
    /// The key of the field's label.
    pub const fn label(self) -> &'static str {
        match (self.usernames, self.phone_numbers) {
            (false, false) => "field-email",
            (true, false) => "field-email-or-username",
            (false, true) => "field-email-or-phone",
            (true, true) => "field-email-username-or-phone",
        }
    }

    /// Whether mail addresses are all that is taken.
    pub const fn addresses_only(self) -> bool {
        !self.usernames && !self.phone_numbers
    }
}

/// Which ways to sign in by a message a page offers beside the password. Each is a button that sends the form there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MailedWays {
    /// By a link.
    pub link: bool,
    /// By a code.
    pub code: bool,
    /// By a code in a text message.
    pub text_message: bool,
    /// How the person signed in last in this browser, where that is kept.
    pub last_used: Option<AuthenticationMethod>,
}

impl MailedWays {
    fn link_was_used(self) -> bool {
        self.last_used == Some(AuthenticationMethod::MagicLink)
    }

    fn code_was_used(self) -> bool {
        self.last_used == Some(AuthenticationMethod::EmailCode)
    }

    fn text_message_was_used(self) -> bool {
        self.last_used == Some(AuthenticationMethod::PhoneCode)
    }
}

/// Sign in, the first of two pages. Sends `identifier`, `return_to` to `/sign-in`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/sign_in_address.html")]
pub struct SignInAddressPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// What the person typed, or the address that they want to change.
    pub identifier: String,
    /// What will do in the place of an address.
    pub takes: Taken,
    /// Where an account is created; none when nobody may.
    pub sign_up_url: Option<String>,
    /// Where somebody is chosen who is signed in here already, if there is somebody.
    pub choose_url: Option<String>,
    /// What happened just before.
    pub notice: Option<SignInNotice>,
    /// Whether the page offers passkeys.
    pub passkeys: bool,
    /// Whether it offers wallets.
    pub wallets: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// Sign in, the second of two pages. Sends what [`SignInPage`] does, to `url`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/sign_in_password.html")]
pub struct SignInPasswordPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The address or username that was typed on the first page.
    pub identifier: String,
    /// What would do in the place of an address.
    pub takes: Taken,
    /// The method that was used last in this browser, where there are several.
    pub last_used: Option<AuthenticationMethod>,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// Where another address is typed.
    pub change_url: String,
    /// This page, to which the form is sent, so that the page after a refusal is at home there too.
    pub url: String,
    /// Where a forgotten password is reset; none when no mail can be sent.
    pub forgot_url: Option<String>,
    /// The other ways to sign in with this address.
    pub mailed: MailedWays,
    /// Whether the page offers passkeys.
    pub passkeys: bool,
    /// Whether it offers wallets.
    pub wallets: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

impl SignInPage {
    fn passkey_was_used(&self) -> bool {
        self.last_used.is_some_and(AuthenticationMethod::is_passkey)
    }

    fn password_was_used(&self) -> bool {
        self.last_used == Some(AuthenticationMethod::Password)
    }

    fn wallet_was_used(&self) -> bool {
        self.last_used == Some(AuthenticationMethod::Wallet)
    }
}

impl SignInPasswordPage {
    fn passkey_was_used(&self) -> bool {
        self.last_used.is_some_and(AuthenticationMethod::is_passkey)
    }

    fn password_was_used(&self) -> bool {
        self.last_used == Some(AuthenticationMethod::Password)
    }

    fn wallet_was_used(&self) -> bool {
        self.last_used == Some(AuthenticationMethod::Wallet)
    }
}

/// Create an account. Sends `name`, `username` where it is asked for, `email`, `field_…` for each declared field, `password`, `terms`
/// to `/sign-up`, or, without a password, to `/sign-up/passkey`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/sign_up.html")]
pub struct SignUpPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The name as typed.
    pub name: String,
    /// The username, where the page asks for one.
    pub username: Option<UsernameField>,
    /// The address as typed.
    pub email: String,
    /// What the operator wants to know beside that.
    pub fields: Vec<DeclaredInput>,
    /// The shortest password allowed.
    pub minimum_length: u64,
    /// What the person agrees to.
    pub terms: Option<TermsText>,
    /// Whether a passkey will do in the place of a password.
    pub passkeys: bool,
    /// Whether a wallet makes an account.
    pub wallets: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// Where someone with an account signs in.
    pub sign_in_url: String,
}

impl SignUpPage {
    /// What browsers keep as the name of the account: the address, unless everybody has a username.
    fn email_autocomplete(&self) -> &'static str {
        if self.username.as_ref().is_some_and(|field| field.required) { "email" } else { "username" }
    }
}

/// Ask for a link that resets the password. Sends `email`, `return_to` to `/forgot-password`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/forgot_password.html")]
pub struct ForgotPasswordPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The address as typed.
    pub email: String,
    /// Where a code in a text message is asked for instead; none where there are no such codes.
    pub phone_url: Option<String>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// Back to sign-in.
    pub sign_in_url: String,
}

/// Says that a mail is on its way, whether or not the address has an account.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/check_your_mail.html")]
pub struct CheckYourMailPage {
    /// The frame.
    pub chrome: Chrome,
    /// The address as typed.
    pub address: String,
    /// Which mail.
    pub purpose: MailPurpose,
    /// Whether only an address with an account gets one, where others could.
    pub for_accounts: bool,
    /// Where another address is typed.
    pub wrong_address_url: String,
    /// Back to sign-in.
    pub sign_in_url: String,
    /// The caught mails, in `vestibule dev` only.
    pub mailbox_url: Option<String>,
}

impl CheckYourMailPage {
    fn explanation(&self) -> &'static str {
        match self.purpose {
            MailPurpose::NewAccount | MailPurpose::VerifyEmail | MailPurpose::SignUp => "check-mail-verify",
            MailPurpose::ResetPassword => "check-mail-reset",
            MailPurpose::MagicLink if self.for_accounts => "check-mail-magic-link-for-accounts",
            MailPurpose::MagicLink => "check-mail-magic-link",
        }
    }
}

/// Choose a new password. Sends `token`, `password`, `revoke_sessions`, `return_to` to `/reset-password`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/reset_password.html")]
pub struct ResetPasswordPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The secret of the mailed link.
    pub token: String,
    /// The account's address, for password managers; empty when it is not known before the link is spent.
    pub email: String,
    /// The shortest password allowed.
    pub minimum_length: u64,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// Prove the password again before something sensitive. Sends `password`, `return_to` to `/confirm-identity`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/reauthenticate.html")]
pub struct ReauthenticatePage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The person's name.
    pub name: String,
    /// Their address, or by what else they are known.
    pub email: String,
    /// The path to go on to.
    pub return_to: String,
    /// Where a forgotten password is reset.
    pub forgot_url: Option<String>,
    /// Whether the page asks for a password.
    pub has_password: bool,
    /// Whether they have passkeys.
    pub has_passkeys: bool,
    /// Whether they have a wallet.
    pub has_wallet: bool,
    /// By which messages they can sign in again, where they have no password.
    pub again: SignInAgain,
}

/// The messages by which somebody without a password signs in again, which proves who they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInAgain {
    /// Whether they are kept signed in.
    pub remember: bool,
    /// Their address, and what is mailed there.
    pub mail: Option<(String, MailedWays)>,
    /// Their phone number, to which a code is sent.
    pub phone: Option<(String, MailedWays)>,
}

impl SignInAgain {
    const fn is_empty(&self) -> bool {
        self.mail.is_none() && self.phone.is_none()
    }

    const fn each(&self) -> [&Option<(String, MailedWays)>; 2] {
        [&self.mail, &self.phone]
    }
}

impl ReauthenticatePage {
    /// Says by what the person is to prove who they are.
    const fn text(&self) -> &'static str {
        if self.has_password {
            "reauthenticate-text"
        } else if self.has_passkeys && !self.has_wallet && self.again.is_empty() {
            "reauthenticate-passkey-text"
        } else {
            "reauthenticate-any-text"
        }
    }

    /// Whether who has no wallet in this browser has nothing here to go on with.
    const fn needs_wallet(&self) -> bool {
        self.has_wallet && !self.has_password && !self.has_passkeys && self.again.is_empty()
    }
}

/// Asks whether to sign out of this installation. Sends `action` = `sign-out` to `/sign-out`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/sign_out.html")]
pub struct SignOutPage {
    /// The frame.
    pub chrome: Chrome,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The way back.
    pub back_url: String,
    /// Whether others who are signed in in this browser are signed out too.
    pub several: bool,
}
