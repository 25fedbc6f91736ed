//! The passkeys page.

use askama::Template;

use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::model::passkey::Passkey;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// One passkey.
#[derive(Clone, Debug)]
pub struct PasskeyLine {
    /// What the forms send as `passkey`.
    pub id: String,
    /// What it is called, by its person or for the model of its authenticator; empty if neither says.
    pub name: String,
    /// Whether it is copied to other devices.
    pub backed_up: bool,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}

impl From<&Passkey> for PasskeyLine {
    fn from(passkey: &Passkey) -> Self {
        Self {
            id: passkey.id.to_string(),
            name: passkey.label().unwrap_or_default().to_owned(),
            backed_up: passkey.credential.backed_up,
            created_at: passkey.created_at,
            last_used_at: passkey.last_used_at,
        }
    }
}

impl PasskeyLine {
    fn label(&self, chrome: &Chrome) -> String {
        if self.name.is_empty() { chrome.text("passkeys-unnamed") } else { self.name.clone() }
    }
}

/// Sends what is to be done as `action` (`add` with `credential`; `rename` with `passkey`, `name`; `remove` with `passkey`) to
/// `/account/passkeys`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/passkeys.html")]
pub struct PasskeysPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The passkeys, the oldest first.
    pub passkeys: Vec<PasskeyLine>,
}
