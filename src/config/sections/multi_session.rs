//! `[multi_session]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The section `multi_session`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MultiSession {
    /// Whether several people can be signed in in one browser and switch between their accounts.
    pub enabled: bool,
    /// How many. Who signs in beyond that is signed in, but the browser cannot be switched back to them.
    #[schemars(range(min = 1, max = 20))]
    pub maximum: u32,
}

impl Default for MultiSession {
    fn default() -> Self {
        Self { enabled: false, maximum: 5 }
    }
}

impl MultiSession {
    /// How many sessions a browser keeps.
    pub fn room(&self) -> usize {
        usize::try_from(self.maximum).unwrap_or(usize::MAX)
    }
}
