//! `[device_authorization]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::{Seconds, WebUrl};

/// The section `device_authorization`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeviceAuthorization {
    /// Whether apps that are registered for it may have devices signed in that show no sign-in page (RFC 8628).
    pub enabled: bool,
    /// How long a device waits for its answer.
    #[schemars(range(max = 3600))]
    pub seconds: Seconds,
    /// How long a device waits between two questions.
    #[schemars(range(max = 60))]
    pub interval_seconds: Seconds,
    /// The address that devices show. By default `/device` below `server.public_url`; yours if it is shorter and leads there.
    pub verification_uri: Option<WebUrl>,
}

impl Default for DeviceAuthorization {
    fn default() -> Self {
        Self { enabled: true, seconds: Seconds::new(1800), interval_seconds: Seconds::new(5), verification_uri: None }
    }
}
