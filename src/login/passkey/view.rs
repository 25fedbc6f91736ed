//! The page of the offer.

use askama::Template;

use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Offers a passkey to somebody who has just typed their password. Sends `credential`, `return_to` to `/passkey-offer`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/passkey_offer.html")]
pub struct PasskeyOfferPage {
    /// The frame.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// Where whoever wants none goes on to.
    pub onward: String,
    /// The path to go on to, outside a login transaction; empty within one.
    pub return_to: String,
}
