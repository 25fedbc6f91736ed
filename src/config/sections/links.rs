//! `[links]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Seconds;

/// The section `links`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// How long a link to set a new password works.
    pub reset_seconds: Seconds,
    /// How long a link that proves a mail address works.
    pub verify_seconds: Seconds,
    /// How long a link that deletes an account works.
    pub delete_seconds: Seconds,
    /// How long the link "this was not me" works in mails about changes of an account and about new devices. So long can a change of
    /// the mail address be taken back from the old one.
    pub disown_seconds: Seconds,
}

impl Default for Links {
    fn default() -> Self {
        Self {
            reset_seconds: Seconds::new(3600),
            verify_seconds: Seconds::new(86_400),
            delete_seconds: Seconds::new(86_400),
            disown_seconds: Seconds::new(7 * 86_400),
        }
    }
}
