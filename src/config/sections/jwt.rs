//! `[jwt]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Text;

/// The section `jwt`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Jwt {
    /// The `iss` of session JWTs, which are not there yet. By default `server.public_url`.
    pub issuer: Option<Text>,
    /// The `aud` of session JWTs, which are not there yet. By default `server.public_url`.
    pub audience: Option<Text>,
}
