//! The security page.

use askama::Template;

use crate::account::frame::{Frame, Section};
use crate::clock::Timestamp;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Sends `current_password`, `password`, `revoke_sessions` to `/account/password`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/security.html")]
pub struct SecurityPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Whether the account has a password at all; without one the page sets the first.
    pub has_password: bool,
    /// When it was last changed.
    pub password_changed_at: Option<Timestamp>,
    /// The shortest password allowed.
    pub minimum_length: u64,
}
