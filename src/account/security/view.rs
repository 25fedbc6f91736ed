//! The security page.

use askama::Template;

use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Sends `current_password`, `password`, `revoke_sessions` to `/account/password`; without a password, nothing but the wish for a
/// link.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/security.html")]
pub struct SecurityPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Whether the account has a password at all; the first is chosen with a mailed link.
    pub has_password: bool,
    /// When it was last changed.
    pub password_changed_at: Option<Timestamp>,
    /// The shortest password allowed.
    pub minimum_length: u64,
    /// Whether "Sign out everywhere else" is ticked.
    pub revoke_sessions: bool,
}
