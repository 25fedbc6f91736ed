//! The sessions page.

use askama::Template;

use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::web::chrome::Chrome;

/// A place where the person is signed in.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// What the form sends as `session`.
    pub id: String,
    /// The browser and system, as far as its user agent tells.
    pub device: Device,
    /// The address that it was begun from.
    pub ip_address: String,
    /// Where that is, if the operator has a file of places.
    pub place: Option<String>,
    /// How it was begun.
    pub methods: AuthenticationMethods,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to within the time after which a session that is used is renewed.
    pub last_used_at: Timestamp,
    /// The app on the device, if the person let it in with a code.
    pub let_in: Option<String>,
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

impl SessionsPage {
    fn apps_url(&self) -> &'static str {
        urls::ACCOUNT_APPS
    }
}
