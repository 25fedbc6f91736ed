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
    /// Whether a password is needed again.
    pub signed_out: bool,
}

/// Choose an account (`prompt=select_account`). Sends `account`, or `action` = `another` or `cancel`, to `/choose-account`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/choose_account.html")]
pub struct ChooseAccountPage {
    /// The frame.
    pub chrome: Chrome,
    /// The accounts, last used first.
    pub accounts: Vec<KnownAccount>,
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
