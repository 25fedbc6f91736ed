//! The set-up page.

use askama::Template;

use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Sends `code`, `name`, `email`, `password` to `/admin/setup`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/admin/setup.html")]
pub struct SetupPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The secret of the set-up link.
    pub code: String,
    /// The name as typed.
    pub name: String,
    /// The address as typed.
    pub email: String,
    /// The shortest password allowed.
    pub minimum_length: u64,
}
