//! `[jwt]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Seconds, Text};
use crate::model::signing_algorithm::SigningAlgorithm;

/// The section `jwt`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Jwt {
    /// Whether an app can have a session as a signed JWT, for services that know nobody's cookies.
    pub enabled: bool,
    /// Whether `get-session` brings one along in the header `set-auth-jwt`, as Better Auth's does. It costs a signature at each call.
    pub on_get_session: bool,
    /// How long such a JWT is good, whatever happens to the session.
    pub seconds: Seconds,
    /// What it is signed with: one of `keys.signing_algorithms`. By default the first of them.
    pub algorithm: Option<SigningAlgorithm>,
    /// Its `iss`. By default `server.public_url`.
    pub issuer: Option<Text>,
    /// Its `aud`. By default `server.public_url`.
    pub audience: Option<Text>,
}

impl Default for Jwt {
    fn default() -> Self {
        Self {
            enabled: false,
            on_get_session: true,
            seconds: Seconds::new(15 * 60),
            algorithm: None,
            issuer: None,
            audience: None,
        }
    }
}

impl Jwt {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        let known = &config.keys.signing_algorithms;
        if let Some(algorithm) = self.algorithm.filter(|algorithm| !known.contains(algorithm)) {
            let names: Vec<String> = known.iter().map(ToString::to_string).collect();
            let problem = format!("keys.signing_algorithms lacks {algorithm}");
            faults.add(config.fault("jwt.algorithm", problem, format!("write one of {}", names.join(", "))));
        }
    }
}
