//! `[pictures]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The section `pictures`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pictures {
    /// Whether people can upload a picture of themselves. When off, they can still name the address of one.
    pub upload: bool,
    /// The largest file that is taken, in bytes.
    #[schemars(range(min = 16384, max = 16777216))]
    pub maximum_bytes: u32,
}

impl Default for Pictures {
    fn default() -> Self {
        Self { upload: true, maximum_bytes: 1024 * 1024 }
    }
}
