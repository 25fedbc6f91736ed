//! `[last_login_method]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Seconds;

/// The section `last_login_method`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LastLoginMethod {
    /// Whether the browser keeps by which method somebody signed in there last, in a cookie that apps' scripts can read.
    pub enabled: bool,
    /// How long it keeps it.
    pub seconds: Seconds,
}

impl Default for LastLoginMethod {
    fn default() -> Self {
        Self { enabled: false, seconds: Seconds::new(30 * 24 * 60 * 60) }
    }
}
