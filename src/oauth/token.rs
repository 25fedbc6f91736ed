//! The token endpoint (RFC 6749, section 3.2). Every grant goes through the same steps in the same order: strict parameters, client
//! authentication, the client's right to the grant; only then the grant's own file in [`grants`](super::grants).

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::http::header::{CACHE_CONTROL, PRAGMA};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::clock::Timestamp;
use crate::model::client::Client;
use crate::model::grant_type::GrantType;
use crate::model::request_origin::RequestOrigin;
use crate::model::urls;
use crate::oauth::client_limits;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::grants;
use crate::store::retry;
use crate::tokens::issue::TokenResponse;
use crate::web::form::Parameters;
use crate::web::request_origin::request_origin;
use crate::web::server::Server;

/// The route of this endpoint.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::TOKEN, post(token))
}

/// A token request whose client is authenticated and may use the grant.
pub struct TokenRequest<'a> {
    /// What the handlers share.
    pub server: &'a Server,
    /// The client.
    pub client: &'a Client,
    /// The parameters.
    pub parameters: &'a Parameters,
    /// From where.
    pub origin: &'a RequestOrigin,
    /// The time, read once.
    pub now: Timestamp,
}

async fn token(State(server): State<Server>, request: Request<Body>) -> Response {
    match answer(&server, request).await {
        Ok(tokens) => ([(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")], Json(tokens)).into_response(),
        Err(error) => error.into_response(),
    }
}

async fn answer(server: &Server, request: Request<Body>) -> Result<TokenResponse, OAuthError> {
    let now = server.app.clock.now();
    let (parts, body) = request.into_parts();
    let origin = request_origin(&parts);
    let parameters = Parameters::from_body(&parts.headers, body).await?;
    if parameters.duplicate(&["resource", "audience"]).is_some() {
        return Err(OAuthError::new(ErrorCode::InvalidRequest, "A parameter was sent more than once"));
    }
    let client = client_limits::authenticate(server, &parts, &parameters, now).await?;
    let name = parameters.single("grant_type")?.unwrap_or_default();
    if name.is_empty() {
        return Err(OAuthError::new(ErrorCode::InvalidRequest, "grant_type is missing"));
    }
    let off = |grant_type: &GrantType| *grant_type == GrantType::DeviceCode && !server.app.config.device_authorization.enabled;
    let grant_type = GrantType::parse(name).filter(|grant_type| !off(grant_type));
    let grant_type =
        grant_type.ok_or_else(|| OAuthError::new(ErrorCode::UnsupportedGrantType, "This grant_type is not supported"))?;
    if !client.metadata.may_use(grant_type) {
        return Err(OAuthError::new(ErrorCode::UnauthorizedClient, "The client is not registered for this grant_type"));
    }
    refuse_resource(&parameters)?;
    let request = TokenRequest { server, client: &client, parameters: &parameters, origin: &origin, now };
    retry(|| async {
        match grant_type {
            GrantType::AuthorizationCode => grants::authorization_code::redeem(&request).await,
            GrantType::RefreshToken => grants::refresh_token::refresh(&request).await,
            GrantType::ClientCredentials => grants::client_credentials::issue(&request).await,
            GrantType::DeviceCode => grants::device_code::redeem(&request).await,
        }
    })
    .await
}

/// RFC 8707, section 2: a resource that a token cannot be bound to is refused, for a token without that bound would be worth more than
/// the one that was asked for.
pub fn refuse_resource(parameters: &Parameters) -> Result<(), OAuthError> {
    match parameters.all("resource").next() {
        Some(_) => Err(OAuthError::new(ErrorCode::InvalidTarget, "This server issues no tokens for a resource")),
        None => Ok(()),
    }
}
