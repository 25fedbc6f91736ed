//! The page that deletes the account.

use askama::Template;

use crate::account::frame::{Frame, Section};
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Sends `password`, if the account has one, to `/account/delete`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/delete.html")]
pub struct DeletePage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Whether the account has a password, which is then asked for.
    pub has_password: bool,
    /// Whether a mailed link has to be followed before anything is deleted.
    pub confirmed_by_mail: bool,
}
