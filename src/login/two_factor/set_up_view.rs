//! The pages on which a person sets up their first second factor before they are signed in.

use askama::Template;

use crate::clock::Timestamp;
use crate::web::authenticator_app::ProposedApp;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Sets up an authenticator app. Sends what is to be done as `action` (`propose`, `confirm` with `code`) and `return_to` to
/// `/two-factor/set-up`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/set_up_second_factor.html")]
pub struct SetUpSecondFactorPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The app; none before the person has asked for it.
    pub proposed: Option<ProposedApp>,
    /// Whether somebody sets it up who is signed in, and may rather sign out.
    pub signed_in: bool,
    /// Whether the person may put it off.
    pub put_off: Option<PutOff>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// How a person puts it off.
#[derive(Clone, Debug)]
pub struct PutOff {
    /// Until when.
    pub until: Timestamp,
    /// Where they go on to, who are signed in.
    pub onward: String,
}

/// Shows the codes on paper that go with it, once.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/backup_codes.html")]
pub struct FirstBackupCodesPage {
    /// The frame.
    pub chrome: Chrome,
    /// The codes.
    pub codes: Vec<String>,
    /// Where the person goes on to, who is signed in now.
    pub onward: String,
}
