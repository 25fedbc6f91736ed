//! `[username]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use crate::model::username::UsernameRules;

/// The section `username`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Username {
    /// Whether people can have a username and sign in with it.
    pub enabled: bool,
    /// The least number of characters in a username.
    #[schemars(range(min = 1, max = 64))]
    pub minimum_length: u32,
    /// The greatest number of characters in a username.
    #[schemars(range(min = 1, max = 64))]
    pub maximum_length: u32,
    /// Whether a username stays for good once it is chosen.
    pub immutable: bool,
    /// Whether anybody may ask whether a username is free. Whoever may learns which usernames exist; signing up tells it too.
    pub availability_check: bool,
    /// Whether the sign-up page asks for a username.
    pub sign_up: SignUpUsername,
}

impl Default for Username {
    fn default() -> Self {
        Self {
            enabled: false,
            minimum_length: 3,
            maximum_length: 30,
            immutable: false,
            availability_check: true,
            sign_up: SignUpUsername::Optional,
        }
    }
}

/// Whether the sign-up page asks for a username.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum SignUpUsername {
    /// It does not: who wants one chooses it in the account.
    Off,
    /// It does, and the field may stay empty.
    Optional,
    /// It does, and nobody gets by without.
    Required,
}

impl Username {
    /// What a username must be.
    pub const fn rules(&self) -> UsernameRules {
        UsernameRules { minimum: self.minimum_length, maximum: self.maximum_length }
    }

    /// Whether the sign-up page asks for one, and how.
    pub fn asked_at_sign_up(&self) -> SignUpUsername {
        if self.enabled { self.sign_up } else { SignUpUsername::Off }
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.minimum_length > self.maximum_length {
            let problem = format!("{} is less than username.minimum_length", self.maximum_length);
            let remedy = format!("write at least {}", self.minimum_length);
            faults.add(config.fault("username.maximum_length", problem, remedy));
        }
    }
}
