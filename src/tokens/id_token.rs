//! ID tokens (OpenID Connect Core, section 2).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256, Sha512};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::jws::{JwsError, JwsType, VerifiedJws};
use crate::crypto::signing_key::SigningError;
use crate::model::claims::{self, EmailClaim, IS_ANONYMOUS};
use crate::model::client::Client;
use crate::model::signing_algorithm::SigningAlgorithm;
use crate::model::user::User;
use crate::tokens::issue::Delegation;
use crate::tokens::session_jwt;

/// What an ID token is about.
pub struct IdTokenFacts<'a> {
    /// For whom.
    pub client: &'a Client,
    /// About whom, and what they proved.
    pub delegation: Delegation<'a>,
    /// Echoed from the request.
    pub nonce: Option<&'a str>,
    /// The token issued beside it, for `at_hash`.
    pub access_token: &'a str,
    /// Claims of actions; none has a name that means something here.
    pub added: &'a Map<String, Value>,
}

/// Signs an ID token with the client's algorithm.
pub fn sign(app: &App, facts: &IdTokenFacts<'_>, now: Timestamp) -> Result<String, SigningError> {
    let algorithm = facts.client.metadata.id_token_signed_response_alg;
    let keyring = app.keyring.current();
    let signer = keyring.signer(algorithm).ok_or(SigningError)?;
    signer.sign(JwsType::Jwt, &claims_of(app, facts, algorithm, now))
}

/// Why a text names nobody as an ID token would.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub enum HintError {
    /// No key of ours signed it.
    #[error(transparent)]
    Unsigned(#[from] JwsError),
    /// It is a session JWT, which goes to services that may not act in its name here.
    #[error("the token is not an ID token")]
    SessionJwt,
}

/// Reads an ID token of ours, expired or not, that is shown as `id_token_hint`.
pub fn read_hint(app: &App, hint: &str) -> Result<VerifiedJws, HintError> {
    let verified = app.keyring.current().verify(hint)?;
    if session_jwt::is_one(&verified.claims) { Err(HintError::SessionJwt) } else { Ok(verified) }
}

fn claims_of(app: &App, facts: &IdTokenFacts<'_>, algorithm: SigningAlgorithm, now: Timestamp) -> Map<String, Value> {
    let Delegation { grant, user, declared } = facts.delegation;
    let mut claims = facts.added.clone();
    if facts.client.metadata.claims_in_id_token {
        // First, so that nothing that is declared stands in the place of a claim of ours.
        claims.extend(declared.clone());
        claims.extend(claims::for_scopes(user, &grant.scopes, released(app, user)));
    }
    if user.is_anonymous {
        claims.insert(IS_ANONYMOUS.into(), json!(true));
    }
    claims.insert("iss".into(), json!(app.config.issuer()));
    claims.insert("sub".into(), json!(user.id));
    claims.insert("aud".into(), json!(facts.client.id));
    claims.insert("exp".into(), json!((now + app.config.tokens.id_token_seconds).seconds()));
    claims.insert("iat".into(), json!(now.seconds()));
    claims.insert("auth_time".into(), json!(grant.authenticated_at.seconds()));
    claims.insert("acr".into(), json!(grant.methods.acr()));
    claims.insert("amr".into(), json!(grant.methods.amr()));
    claims.insert("sid".into(), json!(grant.session_id));
    claims.insert("at_hash".into(), json!(half_hash(algorithm, facts.access_token)));
    if let Some(nonce) = facts.nonce {
        claims.insert("nonce".into(), json!(nonce));
    }
    claims
}

/// Whether clients are given the address of a person: never what only stands for one.
pub fn released(app: &App, user: &User) -> EmailClaim {
    let is_known_enough = user.email_verified || app.config.claims.unverified_email;
    if is_known_enough && app.config.has_mailbox(user) { EmailClaim::Released } else { EmailClaim::Withheld }
}

/// The left half of a hash of the token with the hash of the algorithm (OpenID Connect Core, section 3.1.3.6; SHA-512 for Ed25519).
fn half_hash(algorithm: SigningAlgorithm, token: &str) -> String {
    let left_half = |hash: &[u8]| URL_SAFE_NO_PAD.encode(hash.get(..hash.len() / 2).unwrap_or_default());
    match algorithm {
        SigningAlgorithm::Rs256 | SigningAlgorithm::Es256 => left_half(&Sha256::digest(token)),
        SigningAlgorithm::EdDsa => left_half(&Sha512::digest(token)),
    }
}
