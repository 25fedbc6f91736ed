//! The sessions page.

use askama::Template;

use crate::account::frame::{Frame, Section};
use crate::clock::Timestamp;
use crate::web::chrome::Chrome;

/// A place where the person is signed in.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// What the form sends as `session`.
    pub id: String,
    /// The browser and system, as far as its user agent tells; empty when it tells nothing.
    pub device: String,
    /// The address that it was last used from.
    pub ip_address: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Timestamp,
    /// Whether it is the one that looks at this page.
    pub current: bool,
}

/// Sends `session` (an id, `others` or `all`) to `/account/sessions/end`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/sessions.html")]
pub struct SessionsPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// The sessions, this one first.
    pub sessions: Vec<SessionLine>,
}
