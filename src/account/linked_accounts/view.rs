//! The page of the ways in.

use askama::Template;

use crate::account::frame::Frame;
use crate::clock::Timestamp;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Every way in that there is here, and which of them the person has. Sends `account` to `/account/identities/disconnect`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/identities.html")]
pub struct IdentitiesPage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The ways in that are set up on a page of their own.
    pub ways: Vec<WayInLine>,
    /// What can be disconnected: wallets, and identities of other providers.
    pub identities: Vec<IdentityLine>,
}

/// A way in that is set up on a page of its own.
#[derive(Clone, Debug)]
pub struct WayInLine {
    /// Which.
    pub kind: WayInKind,
    /// The page where it is set up, changed and given up.
    pub url: String,
}

/// Which way in, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayInKind {
    /// A password.
    Password {
        /// Whether there is one.
        set: bool,
    },
    /// Passkeys.
    Passkeys {
        /// How many there are.
        count: u64,
    },
    /// Links or codes that are mailed.
    Mail {
        /// To which address; none if it is not one that is read.
        address: Option<String>,
    },
    /// Codes in text messages.
    Phone {
        /// To which number.
        number: Option<String>,
    },
    /// A name beside the address, with the password.
    Username {
        /// Which.
        username: Option<String>,
    },
}

/// A way in that can be disconnected.
#[derive(Clone, Debug)]
pub struct IdentityLine {
    /// What the form sends as `account`.
    pub id: String,
    /// What it is.
    pub kind: IdentityKind,
    /// Since when.
    pub since: Timestamp,
}

/// What can be disconnected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityKind {
    /// A wallet.
    Wallet {
        /// Its address.
        address: String,
        /// The number of its chain.
        chain: i64,
    },
    /// An account at another provider.
    Provider {
        /// Which provider.
        provider: String,
    },
}

impl WayInLine {
    /// What leads to its page; tests and people find it by this.
    fn id(&self) -> &'static str {
        match self.kind {
            WayInKind::Password { .. } => "way-password",
            WayInKind::Passkeys { .. } => "way-passkeys",
            WayInKind::Mail { .. } => "way-mail",
            WayInKind::Phone { .. } => "way-phone",
            WayInKind::Username { .. } => "way-username",
        }
    }

    fn name(&self, chrome: &Chrome) -> String {
        chrome.text(match self.kind {
            WayInKind::Password { .. } => "field-password",
            WayInKind::Passkeys { .. } => "account-passkeys",
            WayInKind::Mail { .. } => "identities-mail",
            WayInKind::Phone { .. } => "field-phone",
            WayInKind::Username { .. } => "field-username",
        })
    }

    /// Whether the person can use it.
    fn is_set(&self) -> bool {
        match &self.kind {
            WayInKind::Password { set } => *set,
            WayInKind::Passkeys { count } => *count > 0,
            WayInKind::Mail { address: value } | WayInKind::Phone { number: value } | WayInKind::Username { username: value } => {
                value.is_some()
            }
        }
    }

    /// How it stands.
    fn standing(&self, chrome: &Chrome) -> String {
        match &self.kind {
            WayInKind::Password { set: true } => chrome.text("identities-password-set"),
            WayInKind::Passkeys { count } if *count > 0 => chrome.text_count("identities-passkeys", count),
            WayInKind::Mail { address: Some(value) }
            | WayInKind::Phone { number: Some(value) }
            | WayInKind::Username { username: Some(value) } => value.clone(),
            _ => chrome.text("identities-not-set"),
        }
    }

    fn action(&self, chrome: &Chrome) -> String {
        chrome.text(if self.is_set() { "identities-change" } else { "identities-set-up" })
    }
}
