//! `[sessions]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Seconds, SessionFields};
use super::users;
use crate::model::additional_fields::AdditionalFields;
use crate::model::session::SessionLifetimes;

/// The section `sessions`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    /// How long a session lives from its last renewal.
    pub lifetime_seconds: Seconds,
    /// After how long a session that is used is renewed. 0 renews it at each use.
    #[schemars(range(min = 0))]
    pub update_age_seconds: Seconds,
    /// How long a session lives when the person did not ask to be remembered. It is not renewed.
    pub short_lifetime_seconds: Seconds,
    /// After how long without use a session ends. By default only its lifetime ends it.
    pub idle_seconds: Option<Seconds>,
    /// For how long after signing in the JSON API allows what needs a fresh session.
    pub fresh_seconds: Seconds,
    /// For how long after proving who they are people may use the sensitive account pages.
    pub sensitive_proof_seconds: Seconds,
    /// Whether the JSON API's session list shows a person the tokens of their own sessions, as Better Auth does. When off, it
    /// shows ids in their place.
    pub list_tokens: bool,
    /// Fields of the JSON API's sessions beside those that every session has, each with its declaration. Apps set them by
    /// `update-session`; `docs/additional-fields.md` tells how they are declared.
    pub additional_fields: SessionFields,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            lifetime_seconds: Seconds::new(604_800),
            update_age_seconds: Seconds::new(86_400),
            short_lifetime_seconds: Seconds::new(86_400),
            idle_seconds: None,
            fresh_seconds: Seconds::new(86_400),
            sensitive_proof_seconds: Seconds::new(600),
            list_tokens: true,
            additional_fields: SessionFields::default(),
        }
    }
}

impl Sessions {
    /// The four times by which sessions live, together.
    pub fn lifetimes(&self) -> SessionLifetimes {
        SessionLifetimes {
            remembered: self.lifetime_seconds.duration(),
            short: self.short_lifetime_seconds.duration(),
            update_age: self.update_age_seconds.duration(),
            idle: self.idle_seconds.map(Seconds::duration),
        }
    }

    /// The declared fields of sessions.
    pub const fn fields(&self) -> &AdditionalFields {
        self.additional_fields.declared()
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        users::report("sessions.additional_fields", self.additional_fields.problems(), config, faults);
        if self.update_age_seconds > self.lifetime_seconds {
            let problem = "it is longer than sessions.lifetime_seconds, so no session would be renewed";
            let remedy = format!("write at most {}", self.lifetime_seconds.count());
            faults.add(config.fault("sessions.update_age_seconds", problem, remedy));
        }
    }
}
