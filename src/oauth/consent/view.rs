//! The consent page.

use askama::Template;

use crate::web::chrome::Chrome;

/// What a scope lets an app do, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeMeaning {
    /// `openid`
    OpenId,
    /// `profile`
    Profile,
    /// `email`, with the address that the app will see.
    Email {
        /// The person's address; none where a placeholder stands for it.
        address: Option<String>,
    },
    /// `phone`
    Phone,
    /// `address`
    Address,
    /// `offline_access`
    OfflineAccess,
    /// A scope under which nothing but declared fields is told.
    Declared,
    /// A scope of the operator's own, in the operator's words.
    Custom {
        /// What it lets the app do.
        title: String,
        /// More about it.
        description: Option<String>,
    },
}

/// One line of the consent page.
#[derive(Clone, Debug)]
pub struct ScopeLine {
    /// The scope token.
    pub scope: String,
    /// What it means.
    pub meaning: ScopeMeaning,
    /// What the operator declared that the app sees by it, in the person's language.
    pub declared: Vec<String>,
    /// Whether the app asks for it for the first time, having been allowed others before.
    pub new: bool,
    /// Whether the person may leave it out: then it is a ticked checkbox called `scope`.
    pub optional: bool,
}

impl ScopeLine {
    pub(in crate::oauth) fn title(&self, chrome: &Chrome) -> String {
        match &self.meaning {
            ScopeMeaning::OpenId => chrome.text("scope-openid"),
            ScopeMeaning::Profile => chrome.text("scope-profile"),
            ScopeMeaning::Email { .. } => chrome.text("scope-email"),
            ScopeMeaning::Phone => chrome.text("scope-phone"),
            ScopeMeaning::Address => chrome.text("scope-address"),
            ScopeMeaning::Declared => chrome.text("scope-declared"),
            ScopeMeaning::OfflineAccess => chrome.text("scope-offline-access"),
            ScopeMeaning::Custom { title, .. } => title.clone(),
        }
    }

    pub(in crate::oauth) fn detail(&self) -> Option<String> {
        let own = match &self.meaning {
            ScopeMeaning::Email { address } => address.as_deref(),
            ScopeMeaning::Custom { description, .. } => description.as_deref(),
            _ => None,
        };
        let all: Vec<&str> = own.into_iter().chain(self.declared.iter().map(String::as_str)).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }
}

/// Allow or refuse. Sends `person`, `action` = `allow` or `deny`, and the ticked optional `scope`s to `/consent`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/consent.html")]
pub struct ConsentPage {
    /// The frame; its `app` is the client.
    pub chrome: Chrome,
    /// The client's name.
    pub app_name: String,
    /// Whose answer it is.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Where another account is chosen.
    pub switch_url: String,
    /// What the app asks for.
    pub scopes: Vec<ScopeLine>,
    /// The client's id.
    pub client_id: String,
    /// The host that the answer goes to.
    pub redirect_host: String,
    /// Whether to warn: the client registered itself and nobody vouches for it.
    pub unverified: bool,
    /// The client's privacy notice.
    pub policy_url: Option<String>,
    /// The client's terms.
    pub terms_url: Option<String>,
    /// Where access can be taken back.
    pub account_url: String,
}

impl ConsentPage {
    fn scope_names(&self) -> String {
        self.scopes.iter().map(|line| line.scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}
