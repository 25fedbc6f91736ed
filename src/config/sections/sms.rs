//! `[sms]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::SecretUrl;

/// The section `sms`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Sms {
    /// The address that each text message is posted to, as JSON. Kept for signing in by phone, which is not there yet.
    pub webhook_url: Option<SecretUrl>,
}
