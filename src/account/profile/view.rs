//! The profile page.

use askama::Template;

use crate::account::frame::Frame;
use crate::users::email_change::Way;
use crate::web::account_form::UsernameField;
use crate::web::chrome::Chrome;
use crate::web::declared_fields::{Control, DeclaredInput};
use crate::web::problem::Problems;

/// Name, the picture's address and declared fields go to `/account/profile` as `name`, `picture` and `field_…`, a picture itself to
/// `/account/picture` as `upload`, a username to `/account/username` as
/// `username`, a phone number to `/account/phone` as `phone`, the code that was sent to it to `/account/phone/code` as `code` with
/// `entered`, a new address to `/account/email` as `email`; the button that
/// asks for another link to prove the address goes to `/account/verification`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/profile.html")]
pub struct ProfilePage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The name, as typed or as it is.
    pub name: String,
    /// The picture's address, as typed or as it is.
    pub picture: String,
    /// The picture as it is.
    pub portrait: Portrait,
    /// What the operator wants to know beside that.
    pub fields: Vec<DeclaredInput>,
    /// The username; none where usernames are turned off.
    pub username: Option<UsernameCard>,
    /// The phone number; none where numbers are turned off.
    pub phone: Option<PhoneCard>,
    /// The address of the account.
    pub email: String,
    /// Whether it is proved.
    pub email_verified: bool,
    /// How the address can be changed.
    pub email_change: EmailChange,
    /// Which proofs that takes.
    pub way: Way,
}

/// The picture, and how it can be changed.
#[derive(Clone, Debug)]
pub struct Portrait {
    /// The address of one that was uploaded.
    pub url: Option<String>,
    /// Whether there is one elsewhere. Pages load nothing from elsewhere, so it is not shown.
    pub elsewhere: bool,
    /// The largest file that can be uploaded, as people say it; none where uploads are turned off.
    pub maximum: Option<String>,
}

/// The username, and how it can be changed.
#[derive(Clone, Debug)]
pub struct UsernameCard {
    /// As it is shown; none if the person has none.
    pub current: Option<String>,
    /// The field to choose one with; none if it stays.
    pub field: Option<UsernameField>,
}

/// The phone number, and how it can be changed.
#[derive(Clone, Debug)]
pub struct PhoneCard {
    /// As people read it; none if the person has none.
    pub current: Option<String>,
    /// Another one, as typed.
    pub typed: String,
    /// To which number a code was sent that is to be typed now.
    pub entered: Option<EnteredNumber>,
    /// Where the person proves that it is they, if they must before they change the number.
    pub proof_url: Option<String>,
    /// The caught messages, in `vestibule dev` only.
    pub mailbox_url: Option<String>,
}

impl PhoneCard {
    const fn label(&self) -> &'static str {
        if self.current.is_some() { "field-new-phone" } else { "field-phone" }
    }
}

/// A number to which a code was sent.
#[derive(Clone, Debug)]
pub struct EnteredNumber {
    /// As people read it.
    pub number: String,
    /// Sealed for this browser.
    pub sealed: String,
}

/// How the mail address can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmailChange {
    /// By typing another.
    Form {
        /// The new address as typed.
        new_email: String,
    },
    /// After proving that one is still there, which begins at this address.
    ProofFirst {
        /// The address.
        proof_url: String,
    },
    /// Not at all: the operator does not want it.
    Off,
}

impl ProfilePage {
    /// Whether there is nothing to do about the address.
    const fn email_is_settled(&self) -> bool {
        (self.email_verified || !self.frame.has_mailbox) && matches!(self.email_change, EmailChange::Off)
    }

    /// Which links will be sent.
    const fn new_email_hint(&self) -> &'static str {
        match self.way {
            Way::AllowThenProve => "field-new-email-hint-allowed",
            Way::Prove => "field-new-email-hint",
            Way::AtOnce => "field-new-email-hint-at-once",
        }
    }
}
