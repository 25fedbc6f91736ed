//! `[passkey]`

use std::net::IpAddr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Seconds, Text};
use crate::model::passkey::UserVerification;

/// The section `passkey`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Passkey {
    /// Whether people can register passkeys and sign in with them.
    pub enabled: bool,
    /// The domain that passkeys are bound to: the host of `server.public_url`, or a domain above it whose other hosts may ask for
    /// them too. Passkeys are bound to it for good. By default the host.
    pub relying_party_id: Option<Text>,
    /// The name under which authenticators list the account; by default `brand.name`.
    pub relying_party_name: Option<Text>,
    /// Whether authenticators must know their person. Where it is only preferred, a passkey that did not is one factor, and whoever has
    /// a second shows it.
    pub user_verification: PasskeyVerification,
    /// Whether people can make an account with a passkey and without a password. Their address is proved by a mailed link first.
    pub sign_up: bool,
    /// Whether somebody without a passkey is offered one after they typed their password.
    pub offer: bool,
    /// How long somebody who declined is not asked again in the same browser.
    pub offer_again_seconds: Seconds,
}

impl Default for Passkey {
    fn default() -> Self {
        Self {
            enabled: false,
            relying_party_id: None,
            relying_party_name: None,
            user_verification: PasskeyVerification::Preferred,
            sign_up: true,
            offer: true,
            offer_again_seconds: Seconds::new(30 * 24 * 60 * 60),
        }
    }
}

/// Whether authenticators must know their person, by finger, face or PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum PasskeyVerification {
    /// If they can.
    Preferred,
    /// They must.
    Required,
}

impl Passkey {
    /// What is asked of authenticators.
    pub const fn verification(&self) -> UserVerification {
        match self.user_verification {
            PasskeyVerification::Preferred => UserVerification::Preferred,
            PasskeyVerification::Required => UserVerification::Required,
        }
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if !self.enabled {
            return;
        }
        let host = config.server.public_url.host();
        if let Some(id) = self.relying_party_id.as_ref().map(Text::as_str)
            && id != host
            && !host.strip_suffix(id).is_some_and(|rest| rest.ends_with('.'))
        {
            let problem = format!("{id} is neither the host of server.public_url nor a domain above it");
            faults.add(config.fault("passkey.relying_party_id", problem, format!("write \"{host}\", or leave it out")));
        }
    }
}

impl Config {
    /// Whether passkeys are turned on where browsers can make none, because the server is reached by a number.
    pub(in crate::config) fn lacks_domain_for_passkeys(&self) -> bool {
        self.passkey.enabled && self.server.public_url.host().trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
    }

    /// The domain that passkeys are bound to.
    pub fn relying_party_id(&self) -> &str {
        self.passkey.relying_party_id.as_ref().map_or(self.server.public_url.host(), Text::as_str)
    }

    /// The name under which authenticators list accounts.
    pub fn relying_party_name(&self) -> &str {
        self.passkey.relying_party_name.as_ref().unwrap_or(&self.brand.name).as_str()
    }
}
