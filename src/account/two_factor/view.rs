//! The pages of the second factor.

use askama::Template;

use crate::account::frame::Frame;
use crate::account::two_factor::qr_code::QrCode;
use crate::clock::Timestamp;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// How the second factor stands. Sends what is to be done as `action` (`propose`, `confirm` with `code`, `codes`, `turn_off`) to
/// `/account/two-factor`.
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
    /// An app that is being set up.
    pub proposed: Option<ProposedApp>,
}

/// An authenticator app that is being set up.
#[derive(Clone, Debug)]
pub struct ProposedApp {
    /// What its camera reads; none if that does not fit a QR code.
    pub qr_code: Option<QrCode>,
    /// The same to be typed, in groups of four.
    pub secret: String,
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
