//! The rate limits of the endpoints that clients authenticate at: so many requests of one client, so many refusals of one address.
//! Guessing secrets is slow that way, and one client's load does not become another's.

use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};

use crate::clock::Timestamp;
use crate::config::RateLimitProfile;
use crate::model::client::Client;
use crate::oauth::client_authentication;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::web::client_ip::ClientAddress;
use crate::web::form::Parameters;
use crate::web::rate_limit::Decision;
use crate::web::rate_limit_rules::{OAUTH_CLIENT, OAUTH_FAILURES};
use crate::web::server::Server;

const CLIENTS: &str = "oauth_client";
const FAILURES: &str = "oauth_failures";

/// As [`client_authentication::authenticate`], within the limits. The `better-auth` profile counts these paths by address instead.
pub async fn authenticate(server: &Server, parts: &Parts, parameters: &Parameters, now: Timestamp) -> Result<Client, OAuthError> {
    let address = parts.extensions.get::<ClientAddress>().map_or_else(String::new, |address| address.limit_key().to_string());
    authenticate_from(server, (&parts.headers, &address), parameters, now).await
}

/// The same, for a request that came from this network.
pub async fn authenticate_from(
    server: &Server,
    (headers, network): (&HeaderMap, &str),
    parameters: &Parameters,
    now: Timestamp,
) -> Result<Client, OAuthError> {
    let limits = &server.app.config.rate_limit;
    if !limits.enabled || limits.profile == RateLimitProfile::BetterAuth {
        return client_authentication::authenticate(&server.app, headers, parameters, now).await;
    }
    allowed(server.limiter.peek(OAUTH_FAILURES, FAILURES, network, now))?;
    match client_authentication::authenticate(&server.app, headers, parameters, now).await {
        Ok(client) => {
            allowed(server.limiter.take(OAUTH_CLIENT, CLIENTS, &counted_as(&client, network), now))?;
            Ok(client)
        }
        Err(error) => {
            if error.code == ErrorCode::InvalidClient {
                server.limiter.take(OAUTH_FAILURES, FAILURES, network, now);
            }
            Err(error)
        }
    }
}

/// Whoever names a public client passes for it, from everywhere: there each address counts for itself, so that neither a stranger nor a
/// crowd that waits for its devices closes the endpoint to all others.
fn counted_as(client: &Client, address: &str) -> String {
    if client.metadata.is_confidential() { client.id.to_string() } else { format!("{} {address}", client.id) }
}

fn allowed(decision: Decision) -> Result<(), OAuthError> {
    match decision {
        Decision::Allowed => Ok(()),
        Decision::Limited { retry_after_seconds } => {
            let refusal = OAuthError::new(ErrorCode::TemporarilyUnavailable, "Too many requests");
            Err(refusal.with_status(StatusCode::TOO_MANY_REQUESTS).with_retry_after(retry_after_seconds))
        }
    }
}

/// As [`authenticate`], for endpoints that only confidential clients may use.
pub async fn authenticate_confidential(
    server: &Server,
    parts: &Parts,
    parameters: &Parameters,
    now: Timestamp,
) -> Result<Client, OAuthError> {
    let client = authenticate(server, parts, parameters, now).await?;
    client_authentication::require_confidential(client)
}
