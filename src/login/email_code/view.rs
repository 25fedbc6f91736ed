//! The pages of this method.

use askama::Template;

use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Ask for a code to sign in with. Sends `email`, `remember`, `return_to` to `/sign-in/email-code`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/email_code_request.html")]
pub struct EmailCodeRequestPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The address as typed.
    pub email: String,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// Back to sign-in.
    pub sign_in_url: String,
}

/// Type the code that was mailed. Sends `code`, `address`, `remember`, `return_to` to `/sign-in/code`, or all but the code to
/// `/sign-in/email-code` for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/email_code.html")]
pub struct EmailCodePage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The address that was typed.
    pub email: String,
    /// The same, sealed for this browser.
    pub address: String,
    /// Whether only an address with an account gets a code.
    pub for_accounts: bool,
    /// Whether a new code was asked for too soon after the last one.
    pub sent_just_now: bool,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// Where another address is typed.
    pub change_url: String,
    /// The caught mails, in `vestibule dev` only.
    pub mailbox_url: Option<String>,
}

impl EmailCodePage {
    fn explanation(&self) -> &'static str {
        if self.for_accounts { "email-code-text-for-accounts" } else { "email-code-text" }
    }
}
