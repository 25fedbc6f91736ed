//! The pages of this method.

use askama::Template;

use crate::clock::Timestamp;
use crate::model::user_agent::Device;
use crate::web::chrome::Chrome;

/// From where a link was asked for.
#[derive(Clone, Copy, Debug)]
pub struct AskedElsewhere {
    /// The browser and system, as far as its user agent tells.
    pub device: Device,
    /// When the link was mailed.
    pub at: Timestamp,
}

/// Asks before a mailed link signs in, since mail scanners follow links. Sends `token` and the places to `/sign-in/link`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/magic_link.html")]
pub struct MagicLinkPage {
    /// The frame.
    pub chrome: Chrome,
    /// The address, as far as its owner needs it.
    pub address: String,
    /// The browser that asked for the link: it was not this one.
    pub elsewhere: AskedElsewhere,
    /// The secret of the link.
    pub token: String,
    /// Where the browser goes afterwards, by the names of their parameters; already checked.
    pub places: Vec<(&'static str, String)>,
}
