//! `[[webhooks]]` and what it shares with `[[actions]]`: a receiver of signed requests.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{HookName, Secret, SecretUrl};
use crate::crypto::webhook_signature::WebhookSecret;
use crate::model::event_type::EventPattern;

/// One of `[[webhooks]]`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// What you call it. Needed, and its own.
    pub name: HookName,
    /// The address that events are posted to. Needed.
    pub url: SecretUrl,
    /// The secret that signs the requests: `whsec_` and 24 to 64 random bytes in base64. Needed.
    pub secret: Secret,
    /// The secret until now, while the receiver learns the new one: requests carry the signatures of both.
    #[serde(default)]
    pub previous_secret: Option<Secret>,
    /// Which events: names from `docs/webhooks.md`, `user.*` for all of a kind, `*` for all. Needed.
    pub events: Vec<EventPattern>,
}

impl Webhook {
    /// Whether it wants events of this type.
    pub fn takes(&self, event_type: &str) -> bool {
        self.events.iter().any(|pattern| pattern.takes(event_type))
    }

    /// The secrets, which [`check`] has found to be ones; the present one first.
    pub fn secrets(&self) -> Vec<WebhookSecret> {
        secrets(&self.secret, self.previous_secret.as_ref())
    }
}

/// What sound secrets say.
pub(super) fn secrets(present: &Secret, previous: Option<&Secret>) -> Vec<WebhookSecret> {
    [Some(present), previous]
        .into_iter()
        .flatten()
        .filter_map(|secret| WebhookSecret::parse(secret.expose_secret()).ok())
        .collect()
}

/// Checks the names and secrets of a list: `list` is its key.
pub(super) fn check_receivers<'a>(
    config: &Config,
    list: &str,
    receivers: impl Iterator<Item = (&'a HookName, [Option<&'a Secret>; 2])>,
    faults: &mut Faults,
) {
    let mut names = BTreeSet::new();
    for (name, secrets) in receivers {
        if !names.insert(name.as_str()) {
            faults.add(config.fault(list, format!("{name} is there twice"), "give each a name of its own"));
        }
        for (key, secret) in ["secret", "previous_secret"].into_iter().zip(secrets) {
            if let Some(Err(error)) = secret.map(|secret| WebhookSecret::parse(secret.expose_secret())) {
                let remedy = "write `whsec_` and what `openssl rand -base64 32` prints";
                faults.add(config.fault(list, format!("{key} of {name}: {error}"), remedy));
            }
        }
    }
}

/// What one webhook alone cannot know.
pub(in crate::config) fn check(config: &Config, faults: &mut Faults) {
    let receivers = config.webhooks.iter().map(|hook| (&hook.name, [Some(&hook.secret), hook.previous_secret.as_ref()]));
    check_receivers(config, "webhooks", receivers, faults);
}
