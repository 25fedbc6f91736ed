//! `[claims]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Mode;

/// The section `claims`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Claims {
    /// Whether apps are told mail addresses that nobody has proved to own. `email_verified` always stands beside `email`.
    pub unverified_email: bool,
}

impl Claims {
    pub(in crate::config) const fn default_for(mode: Mode) -> Self {
        Self { unverified_email: matches!(mode, Mode::Dev) }
    }
}
