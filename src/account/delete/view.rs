//! The page that deletes the account, and the one after it.

use askama::Template;

use crate::account::frame::Frame;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Sends `password`, if the account has one, to `/account/delete`. Without one a mailed link has to be followed first.
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
}

/// Says goodbye.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/deleted.html")]
pub struct DeletedPage {
    /// The frame.
    pub chrome: Chrome,
    /// Where somebody else, or the same person anew, signs in.
    pub sign_in_url: String,
}
