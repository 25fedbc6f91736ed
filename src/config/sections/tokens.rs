//! `[tokens]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::Seconds;

/// The section `tokens`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Tokens {
    /// How long an authorization code can be redeemed.
    #[schemars(range(max = 600))]
    pub authorization_code_seconds: Seconds,
    /// How long an access token is valid.
    pub access_token_seconds: Seconds,
    /// How long an ID token is valid.
    pub id_token_seconds: Seconds,
    /// How long a refresh token can be used.
    pub refresh_token_seconds: Seconds,
}

impl Default for Tokens {
    fn default() -> Self {
        Self {
            authorization_code_seconds: Seconds::new(60),
            access_token_seconds: Seconds::new(3600),
            id_token_seconds: Seconds::new(3600),
            refresh_token_seconds: Seconds::new(2_592_000),
        }
    }
}
