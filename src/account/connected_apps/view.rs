//! The connected apps page.

use askama::Template;

use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::web::chrome::Chrome;

/// An app that the person allowed something.
#[derive(Clone, Debug)]
pub struct AppRow {
    /// What the form sends as `client_id`.
    pub client_id: String,
    /// Its name.
    pub name: String,
    /// The scopes that it has.
    pub scopes: Vec<String>,
    /// Since when.
    pub since: Timestamp,
    /// When it last got tokens.
    pub last_used_at: Option<Timestamp>,
}

impl AppRow {
    /// What each scope lets the app do, in the words of the consent page; scopes of the operator's own by their name.
    fn permissions(&self, chrome: &Chrome) -> Vec<String> {
        self.scopes.iter().map(|scope| permission(scope, chrome)).collect()
    }
}

fn permission(scope: &str, chrome: &Chrome) -> String {
    match scope {
        "openid" => chrome.text("scope-openid"),
        "profile" => chrome.text("scope-profile"),
        "email" => chrome.text("scope-email"),
        "phone" => chrome.text("scope-phone"),
        "address" => chrome.text("scope-address"),
        "offline_access" => chrome.text("scope-offline-access"),
        other => other.to_owned(),
    }
}

/// Sends `client_id` to `/account/apps/revoke`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/connected_apps.html")]
pub struct ConnectedAppsPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// The apps, the newest first.
    pub apps: Vec<AppRow>,
}
