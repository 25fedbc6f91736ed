//! `[magic_link]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Seconds;

/// The section `magic_link`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MagicLink {
    /// Whether people can sign in by a link that is mailed to them. Needs `mail.url`.
    pub enabled: bool,
    /// Whether such a link makes an account for an address that has none. Only while `registration.sign_up` is open.
    pub sign_up: bool,
    /// How long a link works.
    pub seconds: Seconds,
}

impl Default for MagicLink {
    fn default() -> Self {
        Self { enabled: false, sign_up: true, seconds: Seconds::new(300) }
    }
}
