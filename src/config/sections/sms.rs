//! `[sms]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::SecretUrl;

/// The section `sms`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Sms {
    /// The address that each text message is posted to, as JSON. Without one no text messages are sent.
    pub webhook_url: Option<SecretUrl>,
}
