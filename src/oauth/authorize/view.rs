//! Pages of the authorization endpoint's own.

use askama::Template;

use crate::web::chrome::Chrome;

/// An account that this browser knows.
#[derive(Clone, Debug)]
pub struct KnownAccount {
    /// What the form sends as `account`: the session's id.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Whether they must sign in again.
    pub signed_out: bool,
    /// Whether it is the one that is used now.
    pub in_use: bool,
}

/// Choose an account (`prompt=select_account`, or to switch). Sends `account`, or `action` = `another` or `cancel`, to
/// `/choose-account`; `remove` while accounts are removed.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/choose_account.html")]
pub struct ChooseAccountPage {
    /// The frame.
    pub chrome: Chrome,
    /// The accounts, last used first.
    pub accounts: Vec<KnownAccount>,
    /// Whether the buttons remove accounts.
    pub removing: bool,
    /// Where they do, if there can be several.
    pub remove_url: Option<String>,
    /// The way back: to choosing, or without a transaction to the account.
    pub back_url: String,
}

impl ChooseAccountPage {
    /// The key of the page's title.
    const fn title(&self) -> &'static str {
        if self.removing { "choose-account-remove-title" } else { "choose-account-title" }
    }
}

/// The answer as a form that the browser posts to the app (OAuth 2.0 Form Post Response Mode). The response's `form-action`
/// must hold the redirect URI's origin.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/form_post.html")]
pub struct FormPostPage {
    /// The frame.
    pub chrome: Chrome,
    /// The validated redirect URI.
    pub redirect_uri: String,
    /// The parameters of the answer.
    pub parameters: Vec<(String, String)>,
}
