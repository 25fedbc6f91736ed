//! `[registration]`

use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use super::super::fault::Faults;
use super::super::values::Secret;
use super::super::{Config, Mode};

/// The shortest initial access token: it is guessed at over the network.
const SHORTEST_TOKEN: usize = 16;

/// The section `registration`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Registration {
    /// Who may register apps by dynamic client registration (RFC 7591).
    pub dynamic: DynamicRegistration,
    /// The initial access token that `registration.dynamic = "token"` asks for; at least 16 characters.
    pub initial_access_token: Option<Secret>,
    /// Who may make an account.
    pub sign_up: SignUp,
    /// Whether a new account must prove its mail address before it can be used. By default so once `mail.url` is set; not in the
    /// dev mode, and not with `rate_limit.profile = "better-auth"`. When it is off, the sign-up form reveals which addresses have
    /// accounts.
    pub require_verified_email: Option<bool>,
    /// Whether the link that proves a mail address also signs in the browser that asked for it. Another browser proves the address
    /// with it, but is not signed in.
    pub sign_in_after_verification: bool,
}

impl Default for Registration {
    fn default() -> Self {
        Self {
            dynamic: DynamicRegistration::Off,
            initial_access_token: None,
            sign_up: SignUp::Open,
            require_verified_email: None,
            sign_in_after_verification: false,
        }
    }
}

/// Who may register apps dynamically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum DynamicRegistration {
    /// Nobody.
    Off,
    /// Whoever holds the initial access token.
    Token,
    /// Everybody.
    Open,
}

/// Who may make an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum SignUp {
    /// Everybody.
    Open,
    /// Only whom an administrator adds.
    Off,
}

impl Registration {
    pub(in crate::config) fn default_for(mode: Mode) -> Self {
        match mode {
            Mode::Serve => Self::default(),
            Mode::Dev => Self { dynamic: DynamicRegistration::Open, ..Self::default() },
        }
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        let key = "registration.initial_access_token";
        let remedy = "write what `vestibule secret` prints";
        match &self.initial_access_token {
            Some(token) if token.expose_secret().len() < SHORTEST_TOKEN => {
                faults.add(config.fault(key, format!("it is shorter than {SHORTEST_TOKEN} characters"), remedy));
            }
            None if self.dynamic == DynamicRegistration::Token => {
                faults.add(config.fault(key, "it is needed when registration.dynamic is \"token\"", remedy));
            }
            _ => {}
        }
    }
}
