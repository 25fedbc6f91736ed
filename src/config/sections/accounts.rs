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
    /// Whether people may delete their account.
    pub delete: bool,
}

impl Default for Accounts {
    fn default() -> Self {
        Self { minimum_password_length: 8, maximum_password_length: 128, change_email: true, delete: true }
    }
}

impl Accounts {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.minimum_password_length > self.maximum_password_length {
            let problem = format!("{} is less than accounts.minimum_password_length", self.maximum_password_length);
            let remedy = format!("write at least {}", self.minimum_password_length);
            faults.add(config.fault("accounts.maximum_password_length", problem, remedy));
        }
    }
}
