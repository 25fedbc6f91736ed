//! The page that asks.

use askama::Template;

use crate::web::chrome::Chrome;
use crate::web::problem::Problems;
use crate::web::terms::TermsText;

/// Agree to what is new. Sends `person`, `terms`, `return_to` and `action` = `agree` or `sign-out` to `/terms`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/terms.html")]
pub struct TermsPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// What the person has still to agree to.
    pub terms: TermsText,
    /// Whether they agreed to something before.
    pub agreed_before: bool,
    /// Whose answer it is.
    pub person: String,
    /// Their address.
    pub email: String,
    /// Where everything that is stored about the person can be had as a file.
    pub data_url: &'static str,
    /// Where the account can be deleted; none where that is switched off.
    pub delete_url: Option<&'static str>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

impl TermsPage {
    fn title(&self) -> &'static str {
        if self.agreed_before { "terms-title-again" } else { "terms-title" }
    }

    fn explanation(&self) -> &'static str {
        if self.agreed_before { "terms-text-again" } else { "terms-text" }
    }
}
