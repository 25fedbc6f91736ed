//! Device authorization (RFC 8628): the operations, without HTTP. Endpoint, pages and JSON interface parse for them and render what comes
//! of them.
//!
//! | operation | who calls it |
//! |---|---|
//! | [`request::request`] | the device: two codes |
//! | [`lookup::find`] | a browser: the device that waits under a user code, within the limits of guessing |
//! | [`lookup::open`] | a person: from then on the answer is theirs alone |
//! | [`answer::approve`], [`answer::deny`] | the same person |
//! | [`redeem::poll`] | the device again, until there is an answer |
//!
//! What is allowed becomes a grant at once, as with an authorization code: whatever revokes grants revokes a code that waits to be redeemed.

pub mod answer;
mod guesses;
pub mod lookup;
pub mod redeem;
pub mod request;

use crate::app::App;
use crate::crypto::master_key::KeyUse;
use crate::model::device_authorization::UserCode;

/// What the sealed user codes are sealed for.
const SEAL_PURPOSE: &str = "device_authorization user_code";

/// What is digested of a user code.
fn digested(code: &UserCode) -> Vec<u8> {
    format!("device user code\n{}", code.letters()).into_bytes()
}

/// The digest under which a new user code is stored.
fn digest(app: &App, code: &UserCode) -> [u8; 32] {
    app.master_keys.mac(KeyUse::ShortCode, &digested(code))
}
