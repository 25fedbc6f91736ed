//! The pages of this method.

use askama::Template;

use crate::clock::Timestamp;
use crate::model::user_agent::Device;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Ask for a link to sign in with. Sends `email`, `remember`, `return_to` to `/sign-in/email-link`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/magic_link_request.html")]
pub struct MagicLinkRequestPage {
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

/// From where a link was asked for.
#[derive(Clone, Copy, Debug)]
pub struct AskedElsewhere {
    /// The browser and system, as far as its user agent tells.
    pub device: Device,
    /// When the link was mailed.
    pub at: Timestamp,
}

impl AskedElsewhere {
    fn device(&self, chrome: &Chrome) -> String {
        match (self.device.browser, self.device.system) {
            (Some(browser), Some(system)) => chrome.texts.with("sessions-device", &[("browser", browser), ("system", system)]),
            (Some(name), None) | (None, Some(name)) => name.to_owned(),
            (None, None) => chrome.text("sessions-unknown-device"),
        }
    }
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
