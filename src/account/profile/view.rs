//! The profile page.

use askama::Template;

use crate::account::frame::{Frame, Section};
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Name and picture go to `/account/profile` as `name` and `picture`, a new address to `/account/email` as `email`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/account/profile.html")]
pub struct ProfilePage {
    /// The frame.
    pub chrome: Chrome,
    /// The rail.
    pub frame: Frame,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// The name, as typed or as it is.
    pub name: String,
    /// The picture's address, as typed or as it is.
    pub picture: String,
    /// The address of the account.
    pub email: String,
    /// Whether it is proved.
    pub email_verified: bool,
    /// The new address as typed.
    pub new_email: String,
    /// A new address that waits for its proof.
    pub pending_email: Option<String>,
}
