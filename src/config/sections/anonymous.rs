//! `[anonymous]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Seconds, Text};
use crate::model::email::EmailAddress;
use crate::model::user::PLACEHOLDER_SUFFIX;

/// The section `anonymous`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Anonymous {
    /// Whether apps can sign people in who say nothing about themselves yet.
    pub enabled: bool,
    /// The domain of the addresses that stand for theirs; nothing is ever mailed there. Without it they end in
    /// `anonymous.placeholder.invalid`.
    pub email_domain: Option<Text>,
    /// Whether they can delete themselves.
    pub delete: bool,
    /// Whether apps that use OpenID Connect are told of them, with the claim `is_anonymous`. Without it they are asked to sign in.
    pub apps: bool,
    /// How long one stays who has no session any more, counted from the beginning.
    pub kept_seconds: Seconds,
}

impl Default for Anonymous {
    fn default() -> Self {
        Self { enabled: false, email_domain: None, delete: true, apps: false, kept_seconds: Seconds::new(30 * 24 * 60 * 60) }
    }
}

impl Anonymous {
    /// The address that stands for that of somebody who is told apart by `name`.
    pub fn placeholder(&self, name: &str) -> String {
        let address = match &self.email_domain {
            Some(domain) => format!("temp-{name}@{domain}"),
            None => format!("{name}@anonymous{PLACEHOLDER_SUFFIX}"),
        };
        address.to_ascii_lowercase()
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.email_domain.is_some() && EmailAddress::parse(&self.placeholder("name")).is_err() {
            faults.add(config.fault(
                "anonymous.email_domain",
                "no mail address can end in it",
                "write a domain, as in example.com",
            ));
        }
    }
}
