//! `[outbound]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Network;

/// The section `outbound`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Outbound {
    /// Private networks that Vestibule may call although an address in them comes from outside (an app's `jwks_uri`, a company's
    /// identity provider). By default none: only public addresses are called.
    pub allow: Vec<Network>,
}
