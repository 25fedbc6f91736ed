//! An authorization request (RFC 6749, section 4.1.1; OpenID Connect Core, section 3.1.2.1), checked.

use std::time::Duration;

use crate::model::pkce::CodeChallenge;
use crate::model::prompt::Prompt;
use crate::model::scope::Scopes;

/// What a client asks for, once its identity and return address are proven and every parameter was checked.
#[derive(Clone, Debug)]
pub struct AuthorizationRequest {
    /// The scopes that this server knows and the client may have, of those that were asked for.
    pub scopes: Scopes,
    /// What the code's redeemer must prove.
    pub code_challenge: Option<CodeChallenge>,
    /// Echoed in the ID token.
    pub nonce: Option<String>,
    /// What the person must or must not be shown.
    pub prompt: Prompt,
    /// How old the authentication may be.
    pub max_age: Option<Duration>,
    /// Whether the client would rather have two factors than one (`acr_values`); a wish, not a demand.
    pub prefers_two_factors: bool,
    /// Who the client believes that the person is.
    pub login_hint: Option<String>,
    /// The `sub` of an ID token of ours that came as `id_token_hint`.
    pub hinted_subject: Option<String>,
}
