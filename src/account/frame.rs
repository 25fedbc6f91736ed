//! What stands around every account page beside the chrome: the rail.

use crate::web::chrome::Chrome;

/// The pages of the account, in the order of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Name, picture, address.
    Profile,
    /// The password.
    Security,
    /// Where the person is signed in.
    Sessions,
    /// What apps may do.
    ConnectedApps,
    /// Deleting the account.
    Delete,
}

impl Section {
    /// Every page.
    pub const ALL: [Self; 5] = [Self::Profile, Self::Security, Self::Sessions, Self::ConnectedApps, Self::Delete];

    /// The page's path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Profile => "/account/profile",
            Self::Security => "/account/security",
            Self::Sessions => "/account/sessions",
            Self::ConnectedApps => "/account/apps",
            Self::Delete => "/account/delete",
        }
    }

    /// The page's name.
    pub fn title(self, chrome: &Chrome) -> String {
        match self {
            Self::Profile => chrome.text("account-profile"),
            Self::Security => chrome.text("account-security"),
            Self::Sessions => chrome.text("account-sessions"),
            Self::ConnectedApps => chrome.text("account-apps"),
            Self::Delete => chrome.text("account-delete"),
        }
    }
}

/// Who is signed in, which page this is, and what was just done.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The page.
    pub section: Section,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The console, for administrators.
    pub console_url: Option<String>,
    /// What was just done.
    pub notice: Option<Notice>,
}

/// What a form of the account has just done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Name and picture are saved.
    ProfileSaved,
    /// A link went to a new address.
    EmailLinkSent {
        /// The new address.
        address: String,
    },
    /// The password is another.
    PasswordChanged,
    /// One or more sessions are ended.
    SessionsEnded,
    /// An app lost its access.
    AppRemoved,
    /// A link went to the account's address, which deletes the account.
    DeletionLinkSent,
}

impl Notice {
    /// It in words.
    pub fn text(&self, chrome: &Chrome) -> String {
        match self {
            Self::ProfileSaved => chrome.text("notice-profile-saved"),
            Self::EmailLinkSent { address } => chrome.text_with("notice-email-link-sent", "address", address),
            Self::PasswordChanged => chrome.text("notice-password-changed"),
            Self::SessionsEnded => chrome.text("notice-sessions-ended"),
            Self::AppRemoved => chrome.text("notice-app-removed"),
            Self::DeletionLinkSent => chrome.text("notice-deletion-link-sent"),
        }
    }
}
