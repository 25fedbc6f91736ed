//! The page of a link by which an account is made.

use askama::Template;

use crate::web::account_form::UsernameField;
use crate::web::chrome::Chrome;
use crate::web::declared_fields::{Control, DeclaredInput};
use crate::web::problem::Problems;
use crate::web::terms::TermsText;

/// Make the account of a link. Sends `token`, `name`, `username` where it is asked for, `field_…` for each declared field, `password`,
/// `terms`, `return_to` to `/sign-up/link`; or `credential` in the place of `password` to `/sign-up/link/passkey`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/sign_up_link.html")]
pub struct SignUpLinkPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Whether the operator invited them.
    pub is_invitation: bool,
    /// The secret of the link.
    pub token: String,
    /// The address; whoever has the link knows it.
    pub email: String,
    /// The name as typed.
    pub name: String,
    /// The username, where the page asks for one.
    pub username: Option<UsernameField>,
    /// What the operator wants to know beside that.
    pub fields: Vec<DeclaredInput>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// The shortest password allowed.
    pub minimum_length: u64,
    /// What the person agrees to.
    pub terms: Option<TermsText>,
    /// Where the script asks what a passkey is to be; none where there are no passkeys.
    pub passkey_options: Option<String>,
}

impl SignUpLinkPage {
    fn title(&self) -> &'static str {
        if self.is_invitation { "invitation-title" } else { "sign-up-title" }
    }
}

/// The address of a link has an account: its owner signs in.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/has_account.html")]
pub struct HasAccountPage {
    /// The frame.
    pub chrome: Chrome,
    /// The address; whoever has the link knows it.
    pub email: String,
    /// Where they sign in.
    pub sign_in_url: String,
    /// Where a forgotten password is reset; none when no mail can be sent.
    pub forgot_url: Option<String>,
}
