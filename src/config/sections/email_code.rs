//! `[email_code]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Seconds;

/// The section `email_code`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EmailCode {
    /// Whether people can sign in by a code that is mailed to them, and apps can have addresses and passwords proved by one. Needs
    /// `mail.url`.
    pub enabled: bool,
    /// Whether such a code makes an account for an address that has none. Only while `registration.sign_up` is open.
    pub sign_up: bool,
    /// Whether a signed-in person can change their mail address by a code that is mailed to the new one alone. Only while
    /// `accounts.change_email` is on.
    pub change_email: bool,
    /// How long a code works.
    pub seconds: Seconds,
}

impl Default for EmailCode {
    fn default() -> Self {
        Self { enabled: false, sign_up: true, change_email: false, seconds: Seconds::new(300) }
    }
}
