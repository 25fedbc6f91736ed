//! Client authentication (RFC 6749, section 2.3; RFC 7523, section 2.2; OpenID Connect Core, section 9).
//!
//! A client proves itself by the one method that it registered. Two methods at once are refused, and so is another method than the
//! registered one, even with the right secret.

use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::{Digest, sha256};
use crate::crypto::jwk::PublicJwkSet;
use crate::crypto::jws::UnverifiedJws;
use crate::model::client::{Client, TokenEndpointAuthMethod};
use crate::model::ids::ClientId;
use crate::model::percent_encoding;
use crate::model::signing_algorithm::VerificationAlgorithm;
use crate::model::urls;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::store::clients::{self, StoredClient};
use crate::web::form::Parameters;

/// RFC 7523, section 2.2.
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const BASIC_CHALLENGE: &str = "Basic realm=\"vestibule\", charset=\"UTF-8\"";
/// The longest life of a client assertion, and the difference of clocks that is borne.
const LONGEST_ASSERTION: Duration = Duration::from_secs(5 * 60);
const SKEW: Duration = Duration::from_secs(30);

/// The algorithms that a client assertion may be signed with, as metadata lists them.
pub const ASSERTION_ALGORITHMS: [VerificationAlgorithm; 10] = VerificationAlgorithm::ALL;

/// What a request shows to prove its client.
enum Shown<'a> {
    Basic { client_id: String, secret: String },
    Post { client_id: &'a str, secret: &'a str },
    Assertion { client_id: Option<&'a str>, assertion: &'a str },
    Nothing { client_id: &'a str },
}

/// The client behind a request to the token endpoint or one of its siblings.
pub async fn authenticate(app: &App, headers: &HeaderMap, parameters: &Parameters, now: Timestamp) -> Result<Client, OAuthError> {
    match shown(headers, parameters)? {
        Shown::Basic { client_id, secret } => {
            let client = by_secret(app, &client_id, &secret, TokenEndpointAuthMethod::ClientSecretBasic).await;
            client.map_err(
                |error| if error.code == ErrorCode::InvalidClient { error.with_challenge(BASIC_CHALLENGE) } else { error },
            )
        }
        Shown::Post { client_id, secret } => by_secret(app, client_id, secret, TokenEndpointAuthMethod::ClientSecretPost).await,
        Shown::Assertion { client_id, assertion } => by_assertion(app, client_id, assertion, now).await,
        Shown::Nothing { client_id } => {
            let stored = find(app, client_id).await?;
            expect_method(&stored.client, TokenEndpointAuthMethod::None)?;
            Ok(stored.client)
        }
    }
}

fn invalid_client(detail: &'static str) -> OAuthError {
    OAuthError::new(ErrorCode::InvalidClient, "Client authentication failed").with_detail(detail)
}

fn invalid_request(description: &'static str) -> OAuthError {
    OAuthError::new(ErrorCode::InvalidRequest, description)
}

fn shown<'a>(headers: &HeaderMap, parameters: &'a Parameters) -> Result<Shown<'a>, OAuthError> {
    let client_id = parameters.single("client_id")?.filter(|id| !id.is_empty());
    let secret = parameters.single("client_secret")?;
    let assertion = parameters.single("client_assertion")?;
    let assertion_type = parameters.single("client_assertion_type")?;
    let mut authorizations = headers.get_all(AUTHORIZATION).iter();
    let authorization = authorizations.next();
    if authorizations.next().is_some() {
        return Err(invalid_request("The Authorization header was sent more than once"));
    }
    let methods = [authorization.is_some(), secret.is_some(), assertion.is_some() || assertion_type.is_some()];
    if methods.into_iter().filter(|used| *used).count() > 1 {
        return Err(invalid_request("The client authenticated in more than one way"));
    }
    if let Some(value) = authorization {
        let basic = value.to_str().ok().and_then(basic_credentials);
        let (id, secret) =
            basic.ok_or_else(|| invalid_client("malformed Authorization header").with_challenge(BASIC_CHALLENGE))?;
        if client_id.is_some_and(|client_id| client_id != id) {
            return Err(invalid_request("client_id differs from the Authorization header"));
        }
        return Ok(Shown::Basic { client_id: id, secret });
    }
    if let Some(secret) = secret {
        let client_id = client_id.ok_or_else(|| invalid_client("client_secret without client_id"))?;
        return Ok(Shown::Post { client_id, secret });
    }
    if assertion.is_some() || assertion_type.is_some() {
        if assertion_type != Some(JWT_BEARER) {
            return Err(invalid_client("unknown client_assertion_type"));
        }
        let assertion = assertion.ok_or_else(|| invalid_client("client_assertion is missing"))?;
        return Ok(Shown::Assertion { client_id, assertion });
    }
    client_id.map(|client_id| Shown::Nothing { client_id }).ok_or_else(|| invalid_client("no client was named"))
}

/// RFC 6749, section 2.3.1: both halves are form encoded before they are joined.
fn basic_credentials(header: &str) -> Option<(String, String)> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    let decode = |text: &str| percent_encoding::decode_text(&text.replace('+', " "));
    Some((decode(id)?, decode(secret)?))
}

async fn find(app: &App, client_id: &str) -> Result<StoredClient, OAuthError> {
    let mut unit = app.store.read("client_authentication").await?;
    let stored = clients::by_id(&mut unit, &ClientId::new(client_id)).await?;
    let stored = stored.ok_or_else(|| invalid_client("unknown client"))?;
    if stored.client.disabled_at.is_some() {
        return Err(invalid_client("disabled client"));
    }
    Ok(stored)
}

fn expect_method(client: &Client, shown: TokenEndpointAuthMethod) -> Result<(), OAuthError> {
    if client.metadata.token_endpoint_auth_method == shown {
        Ok(())
    } else {
        Err(invalid_client("the client is registered for another authentication method"))
    }
}

async fn by_secret(app: &App, client_id: &str, secret: &str, method: TokenEndpointAuthMethod) -> Result<Client, OAuthError> {
    let stored = find(app, client_id).await?;
    let shown = Digest::of(secret);
    let known = stored.secret_digest.map(Digest::from_bytes);
    if known != Some(shown) {
        return Err(invalid_client("wrong secret"));
    }
    expect_method(&stored.client, method)?;
    Ok(stored.client)
}

/// RFC 7523, section 3; each assertion is good once.
async fn by_assertion(app: &App, client_id: Option<&str>, assertion: &str, now: Timestamp) -> Result<Client, OAuthError> {
    let unverified = UnverifiedJws::parse(assertion, &ASSERTION_ALGORITHMS);
    let unverified = unverified.map_err(|error| invalid_client("malformed assertion").with_detail(error.to_string()))?;
    let issuer = text(unverified.claims(), "iss").ok_or_else(|| invalid_client("assertion without iss"))?.to_owned();
    if client_id.is_some_and(|client_id| client_id != issuer) {
        return Err(invalid_client("client_id differs from the assertion's iss"));
    }
    let client = find(app, &issuer).await?.client;
    expect_method(&client, TokenEndpointAuthMethod::PrivateKeyJwt)?;
    let keys = client.metadata.jwks.as_ref().ok_or_else(|| invalid_client("the client has no keys"))?;
    let keys =
        PublicJwkSet::parse(keys.to_string().as_bytes()).map_err(|_| invalid_client("the client's keys cannot be read"))?;
    let verified = unverified.verify_with_set(&keys);
    let verified = verified.map_err(|error| invalid_client("assertion not verified").with_detail(error.to_string()))?;
    let expires_at = check_claims(app, &verified.claims, &issuer, now).map_err(invalid_client)?;
    let jti =
        text(&verified.claims, "jti").filter(|jti| !jti.is_empty()).ok_or_else(|| invalid_client("assertion without jti"))?;
    let digest = sha256(format!("{issuer}\n{jti}").as_bytes());

    let mut unit = app.store.write("client_authentication.assertion").await?;
    let fresh = clients::spend_assertion(&mut unit, digest, expires_at + SKEW).await?;
    unit.commit().await?;
    if fresh { Ok(client) } else { Err(invalid_client("assertion used before")) }
}

fn text<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    claims.get(name).and_then(Value::as_str)
}

/// Checks everything but the signature and the single use. Returns when the assertion ends.
fn check_claims(app: &App, claims: &Map<String, Value>, client_id: &str, now: Timestamp) -> Result<Timestamp, &'static str> {
    if text(claims, "sub") != Some(client_id) {
        return Err("assertion's sub is not the client");
    }
    let issuer = app.config.issuer();
    let token_endpoint = format!("{issuer}{}", urls::TOKEN);
    let is_us = |audience: &str| audience == issuer || audience == token_endpoint;
    let for_us = match claims.get("aud") {
        Some(Value::String(audience)) => is_us(audience),
        Some(Value::Array(audiences)) => audiences.iter().filter_map(Value::as_str).any(is_us),
        _ => false,
    };
    if !for_us {
        return Err("assertion is for another audience");
    }
    let time = |name: &str| claims.get(name).and_then(Value::as_i64).map(Timestamp::from_seconds);
    let expires_at = time("exp").ok_or("assertion without exp")?;
    if expires_at + SKEW <= now {
        return Err("assertion has expired");
    }
    if expires_at > now + LONGEST_ASSERTION + SKEW {
        return Err("assertion lives too long");
    }
    if claims.contains_key("nbf") && time("nbf").is_none_or(|not_before| not_before > now + SKEW) {
        return Err("assertion is not valid yet");
    }
    if claims.contains_key("iat") && time("iat").is_none_or(|issued_at| issued_at > now + SKEW) {
        return Err("assertion was issued in the future");
    }
    Ok(expires_at)
}

/// The client, if it has proved something: a public one has not.
pub fn require_confidential(client: Client) -> Result<Client, OAuthError> {
    if client.metadata.is_confidential() { Ok(client) } else { Err(invalid_client("a public client may not do this")) }
}
