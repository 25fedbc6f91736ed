//! The page that completes a profile.

use askama::Template;

use crate::web::chrome::Chrome;
use crate::web::declared_fields::{Control, DeclaredInput};
use crate::web::problem::Problems;

/// Complete the profile. Sends `person`, `field_…` for each field that is missing, and `return_to`, to `/complete-profile`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/complete_profile.html")]
pub struct CompleteProfilePage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Whose answer it is.
    pub person: String,
    /// Their address.
    pub email: String,
    /// What is missing.
    pub fields: Vec<DeclaredInput>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}
