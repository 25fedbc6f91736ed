//! The pages of the second factor.

use askama::Template;

use crate::account::device_name::device_in_words;
use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::model::user_agent::Device;
use crate::web::authenticator_app::ProposedApp;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// A browser that is trusted.
#[derive(Clone, Debug)]
pub struct BrowserLine {
    /// What the form sends as `browser`.
    pub id: String,
    /// The browser and system, as far as its user agent tells.
    pub device: Device,
    /// Since when it is trusted.
    pub created_at: Timestamp,
    /// When its person last signed in with it.
    pub used_at: Timestamp,
    /// Until when it is trusted.
    pub expires_at: Timestamp,
    /// Whether it is the one that looks at this page.
    pub current: bool,
}

impl BrowserLine {
    /// The device in words.
    fn device(&self, chrome: &Chrome) -> String {
        device_in_words(&self.device, chrome)
    }
}

/// How the second factor stands. Sends what is to be done as `action` (`propose`, `confirm` with `code`, `codes`, `untrust` with
/// `browser`, an id or `all`, `turn_off`) to `/account/two-factor`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/two_factor.html")]
pub struct TwoFactorPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Since when signing in asks for it.
    pub enabled_at: Option<Timestamp>,
    /// Whether there is an authenticator app.
    pub has_app: bool,
    /// How many codes on paper are left.
    pub backup_codes_left: u64,
    /// The browsers that are trusted, the last used first.
    pub browsers: Vec<BrowserLine>,
    /// An app that is being set up.
    pub proposed: Option<ProposedApp>,
}

/// Shows new codes on paper, once.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/backup_codes.html")]
pub struct BackupCodesPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// The codes.
    pub codes: Vec<String>,
    /// Whether the second factor was just set up.
    pub just_set_up: bool,
}
