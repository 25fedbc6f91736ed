//! `[sms]`

use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Secret, SecretUrl};
use crate::crypto::webhook_signature::WebhookSecret;

/// The section `sms`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Sms {
    /// The address of your gateway: each text message is posted to it as JSON, signed as a webhook. Without one no text message is
    /// sent (the dev mode shows them at `/dev/mail`).
    pub webhook_url: Option<SecretUrl>,
    /// The secret with which these requests are signed: `whsec_` and 24 to 64 random bytes in base64. Needed with `sms.webhook_url`.
    pub webhook_secret: Option<Secret>,
}

impl Sms {
    /// Whether text messages can be sent.
    pub const fn is_configured(&self) -> bool {
        self.webhook_url.is_some()
    }

    /// The secret, which [`Sms::check`] has found to be one.
    pub fn secret(&self) -> Option<WebhookSecret> {
        WebhookSecret::parse(self.webhook_secret.as_ref()?.expose_secret()).ok()
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        let remedy = "write `whsec_` and what `openssl rand -base64 32` prints";
        match &self.webhook_secret {
            None if self.webhook_url.is_some() => {
                faults.add(config.fault("sms.webhook_secret", "it is needed when sms.webhook_url is set", remedy));
            }
            Some(secret) => {
                if let Err(error) = WebhookSecret::parse(secret.expose_secret()) {
                    faults.add(config.fault("sms.webhook_secret", error.to_string(), remedy));
                }
            }
            None => {}
        }
    }
}
