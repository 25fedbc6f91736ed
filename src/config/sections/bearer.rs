//! `[bearer]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The section `bearer`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Bearer {
    /// Whether the JSON API takes session tokens in the `Authorization` header and gives them out in `set-auth-token`.
    pub enabled: bool,
}
