//! `[two_factor]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::fault::Faults;
use super::super::values::{Seconds, Text};
use super::super::{Config, Mode};

/// The section `two_factor`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TwoFactor {
    /// Who is asked for a second factor when they sign in.
    pub policy: TwoFactorPolicy,
    /// How long somebody without a second factor may put setting one up off, from when they were first asked. Only for `required`;
    /// left out, they set one up when they next sign in.
    pub grace_seconds: Option<Seconds>,
    /// The name under which authenticator apps list the account; by default `brand.name`.
    pub issuer: Option<Text>,
    /// Whether a code that is mailed counts as a second factor.
    pub mailed_codes: bool,
    /// Whether a code in a text message counts as a second factor, for whoever has a phone number on their account. Needs
    /// `phone.enabled`. A number can be taken over by whoever talks its company into it: an authenticator app is better.
    pub text_message_codes: bool,
    /// Whether people may have a browser trusted, so that signing in there asks for no second factor.
    pub trusted_devices: bool,
    /// How long a browser is trusted, from its last sign-in.
    pub trusted_device_seconds: Seconds,
}

impl Default for TwoFactor {
    fn default() -> Self {
        Self {
            policy: TwoFactorPolicy::Off,
            grace_seconds: None,
            issuer: None,
            mailed_codes: true,
            text_message_codes: false,
            trusted_devices: true,
            trusted_device_seconds: Seconds::new(30 * 24 * 60 * 60),
        }
    }
}

/// Who is asked for a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum TwoFactorPolicy {
    /// Nobody, and nobody can set one up.
    Off,
    /// Who has set one up.
    Optional,
    /// Everybody. Who has not set one up is mailed a code, or else sets an authenticator app up before they are signed in.
    Required,
}

impl TwoFactor {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.text_message_codes && !config.phone.enabled {
            let remedy = "turn phone.enabled on, or leave it out";
            faults.add(config.fault("two_factor.text_message_codes", "it needs phone.enabled", remedy));
        }
        if self.grace_seconds.is_some() && self.policy != TwoFactorPolicy::Required {
            let remedy = "write policy = \"required\", or leave it out";
            faults.add(config.fault("two_factor.grace_seconds", "it is for the policy `required` alone", remedy));
        }
    }

    /// Whether there are second factors at all.
    pub fn is_on(&self) -> bool {
        self.policy != TwoFactorPolicy::Off
    }
}

impl Config {
    /// The name under which authenticator apps list accounts.
    pub fn totp_issuer(&self) -> &str {
        self.two_factor.issuer.as_ref().unwrap_or(&self.brand.name).as_str()
    }

    /// Whether a second factor can be sent to a phone.
    pub fn texts_second_factors(&self) -> bool {
        self.two_factor.text_message_codes && self.phone.enabled && (self.mode() == Mode::Dev || self.sms.is_configured())
    }

    /// Whether a second factor can be mailed.
    pub fn mails_second_factors(&self) -> bool {
        self.two_factor.mailed_codes && (self.mode() == Mode::Dev || self.mail.is_configured())
    }
}
