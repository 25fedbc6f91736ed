//! Session JWTs: a session as a signed statement that lives for minutes, for services that know nobody's cookies.
//!
//! It says who, how they proved it and until when; of the person only what a service needs to greet them. It is no ID token and no
//! access token: `token_use` says so, and nothing here takes it for one.

use serde_json::{Map, Value, json};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::jws::JwsType;
use crate::crypto::signing_key::SigningError;
use crate::model::claims::{EmailClaim, IS_ANONYMOUS};
use crate::model::session::Session;
use crate::model::signing_algorithm::SigningAlgorithm;
use crate::model::user::User;
use crate::tokens::id_token::released;

/// The claim that tells these from ID tokens, which are signed with the same keys.
const TOKEN_USE: &str = "token_use";
const SESSION: &str = "session";

/// Signs a session that lives and its person, both as they are now. Not while a unit is open.
pub fn sign(app: &App, session: &Session, user: &User, now: Timestamp) -> Result<String, SigningError> {
    let keyring = app.keyring.current();
    let wanted = app.config.jwt.algorithm.or_else(|| app.config.keys.signing_algorithms.first().copied());
    let signer = keyring.signer(wanted.unwrap_or(SigningAlgorithm::Rs256)).ok_or(SigningError)?;
    signer.sign(JwsType::Jwt, &claims_of(app, session, user, now))
}

/// Whether these claims are those of a session JWT.
pub fn is_one(claims: &Map<String, Value>) -> bool {
    claims.get(TOKEN_USE).and_then(Value::as_str) == Some(SESSION)
}

fn claims_of(app: &App, session: &Session, user: &User, now: Timestamp) -> Map<String, Value> {
    // A JWT says nothing of a time when its session is over.
    let expires_at = (now + app.config.jwt.seconds).min(session.expires_at);
    let mut claims = Map::new();
    claims.insert("iss".into(), json!(app.config.jwt_issuer()));
    claims.insert("aud".into(), json!(app.config.jwt_audience()));
    claims.insert("sub".into(), json!(user.id));
    claims.insert("iat".into(), json!(now.seconds()));
    claims.insert("exp".into(), json!(expires_at.seconds()));
    claims.insert("sid".into(), json!(session.id));
    claims.insert("auth_time".into(), json!(session.authenticated_at.seconds()));
    claims.insert("acr".into(), json!(session.methods.acr()));
    claims.insert("amr".into(), json!(session.methods.amr()));
    claims.insert(TOKEN_USE.into(), json!(SESSION));
    claims.insert("id".into(), json!(user.id));
    claims.insert("name".into(), json!(user.name));
    if user.is_anonymous {
        claims.insert(IS_ANONYMOUS.into(), json!(true));
    } else if released(app, user) == EmailClaim::Released {
        claims.insert("email".into(), json!(user.email));
        claims.insert("email_verified".into(), json!(user.email_verified));
    }
    claims
}
