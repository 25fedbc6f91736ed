//! `[one_time_token]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Seconds;

/// The section `one_time_token`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OneTimeToken {
    /// Whether a session can be carried over to another origin by a token that works once.
    pub enabled: bool,
    /// How long such a token works.
    pub seconds: Seconds,
}

impl Default for OneTimeToken {
    fn default() -> Self {
        Self { enabled: false, seconds: Seconds::new(180) }
    }
}
