//! `[accounts]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;

/// The section `accounts`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Accounts {
    /// The least number of characters in a password.
    #[schemars(range(min = 1, max = 4096))]
    pub minimum_password_length: u32,
    /// The greatest number of characters in a password.
    #[schemars(range(min = 1, max = 4096))]
    pub maximum_password_length: u32,
    /// Whether people may change their mail address.
    pub change_email: bool,
    /// Whether a proved address must first allow, by a mailed link, that the account moves to another. When off, the link to the new
    /// address is enough for whoever signed in lately, and the old address is told afterwards.
    pub confirm_email_change: bool,
    /// Whether an address that was never proved is replaced at once, before the new one is proved. This reveals which addresses have
    /// accounts, so it needs `registration.require_verified_email = false`.
    pub change_unproved_email_at_once: bool,
    /// Whether people may delete their account.
    pub delete: bool,
    /// Whether a deletion that an app asks for must be confirmed by a mailed link. When off, the right password or a fresh session
    /// (`sessions.fresh_seconds`) is enough. The account pages ask for the password in any case, and mail a link to whoever has none.
    pub confirm_deletion: bool,
    /// Whether people are mailed when somebody signs in to their account with a browser or program that had not before. Browsers keep a
    /// cookie for that. Needs `mail.url`.
    pub new_device_mails: bool,
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            minimum_password_length: 8,
            maximum_password_length: 128,
            change_email: true,
            confirm_email_change: true,
            change_unproved_email_at_once: false,
            delete: true,
            confirm_deletion: true,
            new_device_mails: false,
        }
    }
}

impl Accounts {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.minimum_password_length > self.maximum_password_length {
            let problem = format!("{} is less than accounts.minimum_password_length", self.maximum_password_length);
            let remedy = format!("write at least {}", self.minimum_password_length);
            faults.add(config.fault("accounts.maximum_password_length", problem, remedy));
        }
        if self.change_unproved_email_at_once && config.require_verified_email() {
            let problem = "it reveals which addresses have accounts, which registration.require_verified_email is there to hide";
            let remedy = "leave it out, or set registration.require_verified_email to false";
            faults.add(config.fault("accounts.change_unproved_email_at_once", problem, remedy));
        }
    }
}
