//! The pages of signing out at an app's request.

use askama::Template;

use crate::web::chrome::Chrome;

/// Asks before signing out, since the request proves nothing. Sends `request` and `action` = `confirm` or `cancel` to
/// `/oauth2/end-session/confirm`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/sign_out_confirm.html")]
pub struct SignOutConfirmPage {
    /// The frame.
    pub chrome: Chrome,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// More hidden fields that the operation needs again: state and where to go afterwards.
    pub fields: Vec<(String, String)>,
}

/// Says that the person is signed out.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/signed_out.html")]
pub struct SignedOutPage {
    /// The frame.
    pub chrome: Chrome,
    /// Where to sign in again.
    pub sign_in_url: String,
    /// Back to the app, when it gave a registered address and is not answered by a redirect.
    pub app_url: Option<String>,
    /// Apps that did not confirm that they signed the person out too.
    pub unconfirmed_apps: Vec<String>,
}

/// Says that the person is still signed in, after "Stay signed in".
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/still_signed_in.html")]
pub struct StillSignedInPage {
    /// The frame.
    pub chrome: Chrome,
    /// The account.
    pub account_url: String,
}
