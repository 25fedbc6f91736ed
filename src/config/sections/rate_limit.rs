//! `[rate_limit]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The section `rate_limit`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RateLimit {
    /// Whether requests are limited by address and route. The counters of wrong guesses do not depend on it.
    pub enabled: bool,
    /// Which limits hold.
    pub profile: RateLimitProfile,
}

impl Default for RateLimit {
    fn default() -> Self {
        Self { enabled: true, profile: RateLimitProfile::Default }
    }
}

/// A set of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum RateLimitProfile {
    /// Vestibule's own.
    Default,
    /// Those of a Better Auth server, for drop-in use.
    BetterAuth,
}
