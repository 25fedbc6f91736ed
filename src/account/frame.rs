//! What stands around every account page beside the chrome: the rail.

use crate::account::notice::Notice;
use crate::model::urls;
use crate::web::chrome::Chrome;

/// The pages of the account, in the order of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Name, picture, address.
    Profile,
    /// The password.
    Security,
    /// Passkeys.
    Passkeys,
    /// The second factor.
    TwoFactor,
    /// The ways in.
    Identities,
    /// Where the person is signed in.
    Sessions,
    /// What apps may do.
    ConnectedApps,
    /// What happened, and what is stored.
    Activity,
    /// Deleting the account.
    Delete,
}

impl Section {
    /// Every page.
    pub const ALL: [Self; 9] = [
        Self::Profile,
        Self::Security,
        Self::Passkeys,
        Self::TwoFactor,
        Self::Identities,
        Self::Sessions,
        Self::ConnectedApps,
        Self::Activity,
        Self::Delete,
    ];

    /// The page's path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Profile => urls::ACCOUNT_PROFILE,
            Self::Security => urls::ACCOUNT_SECURITY,
            Self::Passkeys => urls::ACCOUNT_PASSKEYS,
            Self::TwoFactor => urls::ACCOUNT_TWO_FACTOR,
            Self::Identities => urls::ACCOUNT_IDENTITIES,
            Self::Sessions => urls::ACCOUNT_SESSIONS,
            Self::ConnectedApps => urls::ACCOUNT_APPS,
            Self::Activity => urls::ACCOUNT_ACTIVITY,
            Self::Delete => urls::ACCOUNT_DELETE,
        }
    }

    /// The page that is at `path`, or whose form goes there.
    pub fn of_path(path: &str) -> Self {
        match path {
            urls::ACCOUNT_SECURITY | urls::ACCOUNT_PASSWORD => Self::Security,
            urls::ACCOUNT_PASSKEYS => Self::Passkeys,
            urls::ACCOUNT_TWO_FACTOR => Self::TwoFactor,
            urls::ACCOUNT_IDENTITIES | urls::ACCOUNT_IDENTITIES_DISCONNECT => Self::Identities,
            urls::ACCOUNT_SESSIONS | urls::ACCOUNT_SESSIONS_END => Self::Sessions,
            urls::ACCOUNT_APPS | urls::ACCOUNT_APPS_REVOKE => Self::ConnectedApps,
            urls::ACCOUNT_ACTIVITY | urls::ACCOUNT_DATA => Self::Activity,
            urls::ACCOUNT_DELETE => Self::Delete,
            _ => Self::Profile,
        }
    }

    /// The page's name.
    pub fn title(self, chrome: &Chrome) -> String {
        match self {
            Self::Profile => chrome.text("account-profile"),
            Self::Security => chrome.text("account-security"),
            Self::Passkeys => chrome.text("account-passkeys"),
            Self::TwoFactor => chrome.text("account-two-factor"),
            Self::Identities => chrome.text("account-identities"),
            Self::Sessions => chrome.text("account-sessions"),
            Self::ConnectedApps => chrome.text("account-apps"),
            Self::Activity => chrome.text("account-activity"),
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
    /// By what they are told who they are: their address, or their name where they have given none.
    pub known_by: String,
    /// Whether somebody reads the mail to their address.
    pub has_mailbox: bool,
    /// Whether people may delete their account here.
    pub may_delete: bool,
    /// Whether people may have a second factor here.
    pub two_factor: bool,
    /// Whether people may have passkeys here.
    pub passkeys: bool,
    /// Whether several people may be signed in in one browser.
    pub several: bool,
    /// The console, for administrators.
    pub console_url: Option<String>,
    /// What was just done.
    pub notice: Option<Notice>,
}

impl Frame {
    /// The pages that the rail leads to.
    pub fn sections(&self) -> impl Iterator<Item = Section> + use<> {
        let (may_delete, two_factor, passkeys) = (self.may_delete, self.two_factor, self.passkeys);
        Section::ALL.into_iter().filter(move |section| match section {
            Section::Delete => may_delete,
            Section::TwoFactor => two_factor,
            Section::Passkeys => passkeys,
            _ => true,
        })
    }
}
