//! `[[actions]]`

use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{HookName, Secret, SecretUrl};
use super::webhooks;
use crate::crypto::webhook_signature::WebhookSecret;
use crate::model::action_point::ActionPoint;

/// One of `[[actions]]`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// What you call it. Needed, and its own.
    pub name: HookName,
    /// The address that is asked. Needed.
    pub url: SecretUrl,
    /// The secret that signs the requests: `whsec_` and 24 to 64 random bytes in base64. Needed.
    pub secret: Secret,
    /// The secret until now, while the receiver learns the new one: requests carry the signatures of both.
    #[serde(default)]
    pub previous_secret: Option<Secret>,
    /// At which points it is asked. Needed.
    pub points: Vec<ActionPoint>,
    /// What holds when it cannot be asked, or its answer is none. Needed.
    pub on_failure: OnFailure,
    /// How long an answer may take.
    #[serde(default = "default_timeout")]
    pub timeout_milliseconds: Milliseconds,
    /// Only for tokens of these clients, by id; all, if none is named.
    #[serde(default)]
    pub clients: Vec<String>,
    /// Only for accounts made and sign-ins by these methods; all, if none is named.
    #[serde(default)]
    pub methods: Vec<ActionMethod>,
}

/// What holds when an action gives no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum OnFailure {
    /// As if it had refused.
    Refuse,
    /// As if it had allowed, and changed nothing.
    GoOn,
}

/// How somebody makes an account or signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
#[expect(missing_docs, reason = "the names of the methods say it")]
pub enum ActionMethod {
    Password,
    MagicLink,
    EmailCode,
    Passkey,
    VerifiedPasskey,
    PhoneCode,
    Siwe,
    Anonymous,
}

impl ActionMethod {
    /// The name, as audit trail and requests have it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::MagicLink => "magic_link",
            Self::EmailCode => "email_code",
            Self::Passkey => "passkey",
            Self::VerifiedPasskey => "verified_passkey",
            Self::PhoneCode => "phone_code",
            Self::Siwe => "siwe",
            Self::Anonymous => "anonymous",
        }
    }
}

/// A length of time in which a person waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u64", into = "u64")]
#[schemars(inline, with = "u64", title = "a number of milliseconds from 100 to 10000")]
pub struct Milliseconds(u64);

impl Milliseconds {
    /// As the standard library's type.
    pub const fn duration(self) -> Duration {
        Duration::from_millis(self.0)
    }
}

impl TryFrom<u64> for Milliseconds {
    type Error = String;

    fn try_from(count: u64) -> Result<Self, Self::Error> {
        if (100..=10_000).contains(&count) { Ok(Self(count)) } else { Err(format!("{count} is not from 100 to 10000")) }
    }
}

impl From<Milliseconds> for u64 {
    fn from(length: Milliseconds) -> Self {
        length.0
    }
}

const fn default_timeout() -> Milliseconds {
    Milliseconds(2000)
}

impl Action {
    /// Whether it is asked at `point`, about a client and a method where there are such.
    pub fn is_asked(&self, point: ActionPoint, client: Option<&str>, method: Option<&str>) -> bool {
        let about_client = client.is_none_or(|id| self.clients.is_empty() || self.clients.iter().any(|known| known == id));
        let about_method =
            method.is_none_or(|name| self.methods.is_empty() || self.methods.iter().any(|known| known.as_str() == name));
        self.points.contains(&point) && about_client && about_method
    }

    /// The secrets, which [`check`] has found to be ones; the present one first.
    pub fn secrets(&self) -> Vec<WebhookSecret> {
        webhooks::secrets(&self.secret, self.previous_secret.as_ref())
    }
}

/// What one action alone cannot know.
pub(in crate::config) fn check(config: &Config, faults: &mut Faults) {
    let receivers = config.actions.iter().map(|action| (&action.name, [Some(&action.secret), action.previous_secret.as_ref()]));
    webhooks::check_receivers(config, "actions", receivers, faults);
}
