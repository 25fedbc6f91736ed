//! The pages that mailed links open.

use askama::Template;

use crate::clock::Timestamp;
use crate::model::user_agent::Device;
use crate::one_time::Purpose;
use crate::web::chrome::Chrome;

/// What a mailed link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Proves the address of an account.
    VerifyEmail,
    /// Allows, from the old address, that the account moves to a new one.
    AllowEmailChange,
    /// Proves the new address and moves the account to it.
    ChangeEmail,
    /// Deletes the account.
    DeleteAccount,
    /// Takes the account back from somebody else.
    Disown,
}

/// Asks before a mailed link does what it is for, since mail scanners follow links. Sends `purpose`, `token`,
/// `callbackURL` and `return_to` to `/confirm-link`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/confirm_link.html")]
pub struct ConfirmLinkPage {
    /// The frame.
    pub chrome: Chrome,
    /// What the link does.
    pub purpose: LinkPurpose,
    /// The address that it is about.
    pub address: String,
    /// The device that the mail told of.
    pub device: Option<ToldDevice>,
    /// The secret of the link.
    pub token: String,
    /// Where the browser goes afterwards; already checked.
    pub callback_url: Option<String>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// A device that a mail told of.
#[derive(Clone, Debug)]
pub struct ToldDevice {
    /// What it is, as far as it is known.
    pub device: Device,
    /// When it signed in.
    pub at: Timestamp,
    /// From which address.
    pub ip_address: String,
    /// Where that is, if the operator has a file of places.
    pub place: Option<String>,
}

impl LinkPurpose {
    const ALL: [Self; 5] = [Self::VerifyEmail, Self::AllowEmailChange, Self::ChangeEmail, Self::DeleteAccount, Self::Disown];

    /// The secret that does it.
    pub const fn secret(self) -> Purpose {
        match self {
            Self::VerifyEmail => Purpose::VerifyEmail,
            Self::AllowEmailChange => Purpose::ConfirmEmailChange,
            Self::ChangeEmail => Purpose::VerifyNewEmail,
            Self::DeleteAccount => Purpose::DeleteAccount,
            Self::Disown => Purpose::Disown,
        }
    }

    /// The one whose secret has this name, as links say it in `purpose`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.secret().as_str() == name)
    }
}

impl ConfirmLinkPage {
    fn title_key(&self) -> &'static str {
        match self.purpose {
            LinkPurpose::VerifyEmail => "confirm-link-verify-title",
            LinkPurpose::AllowEmailChange => "confirm-link-allow-title",
            LinkPurpose::ChangeEmail => "confirm-link-change-title",
            LinkPurpose::DeleteAccount => "confirm-link-delete-title",
            LinkPurpose::Disown => "confirm-link-disown-title",
        }
    }

    fn explanation_key(&self) -> &'static str {
        match self.purpose {
            LinkPurpose::VerifyEmail => "confirm-link-verify-text",
            LinkPurpose::AllowEmailChange => "confirm-link-allow-text",
            LinkPurpose::ChangeEmail => "confirm-link-change-text",
            LinkPurpose::DeleteAccount => "confirm-link-delete-text",
            LinkPurpose::Disown => "confirm-link-disown-text",
        }
    }

    fn button_key(&self) -> &'static str {
        match self.purpose {
            LinkPurpose::VerifyEmail => "confirm-link-verify-button",
            LinkPurpose::AllowEmailChange => "confirm-link-allow-button",
            LinkPurpose::ChangeEmail => "confirm-link-change-button",
            LinkPurpose::DeleteAccount => "confirm-link-delete-button",
            LinkPurpose::Disown => "confirm-link-disown-button",
        }
    }

    /// What to do if the button is not to be pressed.
    fn otherwise_key(&self) -> &'static str {
        if self.purpose == LinkPurpose::Disown { "confirm-link-was-you" } else { "confirm-link-not-you" }
    }

    fn is_deletion(&self) -> bool {
        self.purpose == LinkPurpose::DeleteAccount
    }
}

/// Says what a mailed link has done.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/link_done.html")]
pub struct VerifiedPage {
    /// The frame.
    pub chrome: Chrome,
    /// What the link did.
    pub purpose: LinkPurpose,
    /// The address that it was about.
    pub address: String,
    /// Where to go on: the login transaction, the account, or sign-in.
    pub continue_url: String,
}

impl VerifiedPage {
    fn title_key(&self) -> &'static str {
        match self.purpose {
            LinkPurpose::VerifyEmail => "link-done-verify-title",
            LinkPurpose::AllowEmailChange => "link-done-allow-title",
            LinkPurpose::ChangeEmail => "link-done-change-title",
            LinkPurpose::DeleteAccount => "link-done-delete-title",
            LinkPurpose::Disown => "link-done-disown-title",
        }
    }

    fn explanation_key(&self) -> &'static str {
        match self.purpose {
            LinkPurpose::VerifyEmail => "link-done-verify-text",
            LinkPurpose::AllowEmailChange => "link-done-allow-text",
            LinkPurpose::ChangeEmail => "link-done-change-text",
            LinkPurpose::DeleteAccount => "link-done-delete-text",
            LinkPurpose::Disown => "link-done-disown-text",
        }
    }
}
