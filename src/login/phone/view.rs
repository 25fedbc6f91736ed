//! The pages of this method.

use askama::Template;

use crate::model::phone_code::PhoneCodeUse;
use crate::model::urls;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Ask for a code. Sends `phone`, `remember`, `return_to` to the page's own address.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/phone_request.html")]
pub struct PhoneRequestPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// What the code is for.
    pub code_use: PhoneCodeUse,
    /// The number as typed.
    pub phone: String,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// Back to sign-in.
    pub sign_in_url: String,
}

impl PhoneRequestPage {
    /// Where such a page is.
    pub(super) const fn path_of(code_use: PhoneCodeUse) -> &'static str {
        match code_use {
            PhoneCodeUse::Verify | PhoneCodeUse::SecondFactor => urls::PHONE_CODE_REQUEST,
            PhoneCodeUse::ResetPassword => urls::PHONE_RESET_REQUEST,
        }
    }

    const fn path(&self) -> &'static str {
        Self::path_of(self.code_use)
    }

    const fn signs_in(&self) -> bool {
        matches!(self.code_use, PhoneCodeUse::Verify)
    }

    const fn title(&self) -> &'static str {
        if self.signs_in() { "phone-request-title" } else { "forgot-title" }
    }

    const fn text(&self) -> &'static str {
        if self.signs_in() { "phone-request-text" } else { "phone-reset-request-text" }
    }
}

/// To whom a code was sent.
#[derive(Clone, Debug)]
pub struct SentTo {
    /// The number, as people read it.
    pub number: String,
    /// The same, sealed for this browser.
    pub sealed: String,
    /// Whether only a number with an account gets a code.
    pub for_accounts: bool,
    /// Whether a new code was asked for too soon after the last one.
    pub just_now: bool,
    /// Where another number is typed.
    pub change_url: String,
    /// The caught messages, in `vestibule dev` only.
    pub mailbox_url: Option<String>,
}

impl SentTo {
    fn explanation(&self) -> &'static str {
        if self.for_accounts { "phone-code-text-for-accounts" } else { "phone-code-text" }
    }
}

/// Type the code that was sent. Sends `code`, `address`, `remember`, `return_to` to `/sign-in/phone-code`, or all but the code to
/// `/sign-in/phone` for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/phone_code.html")]
pub struct PhoneCodePage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// To whom it was sent.
    pub sent: SentTo,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// Type the code that was sent, and a new password. Sends `code`, `address`, `password`, `return_to` to `/reset-password/phone`, or `address` to
/// `/forgot-password/phone` for a new code.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/phone_reset.html")]
pub struct PhoneResetPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// To whom it was sent.
    pub sent: SentTo,
    /// The shortest password allowed.
    pub minimum_length: u64,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}
