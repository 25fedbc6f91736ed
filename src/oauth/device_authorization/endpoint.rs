//! The device authorization endpoint (RFC 8628, sections 3.1 and 3.2).

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::http::header::{CACHE_CONTROL, PRAGMA};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::config::Config;
use crate::model::device_authorization::DeviceYield;
use crate::model::urls;
use crate::oauth::authorize::checks;
use crate::oauth::client_limits;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::token;
use crate::tokens::device_authorization::answer;
use crate::tokens::device_authorization::request::{self, DeviceCodes, DeviceRequest};
use crate::web::form::Parameters;
use crate::web::request_origin::request_origin;
use crate::web::server::Server;

/// The route of this endpoint, if it is turned on.
pub fn routes(config: &Config) -> axum::Router<Server> {
    let routes = axum::Router::new();
    if config.device_authorization.enabled { routes.route(urls::DEVICE_AUTHORIZATION, post(ask)) } else { routes }
}

async fn ask(State(server): State<Server>, request: Request<Body>) -> Response {
    match codes(&server, request).await {
        Ok(codes) => ([(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")], Json(codes)).into_response(),
        Err(error) => error.into_response(),
    }
}

async fn codes(server: &Server, request: Request<Body>) -> Result<DeviceCodes, OAuthError> {
    let app = &server.app;
    let now = app.clock.now();
    let (parts, body) = request.into_parts();
    let origin = request_origin(&parts);
    let parameters = Parameters::from_body(&parts.headers, body).await?;
    if parameters.duplicate(&["resource"]).is_some() {
        return Err(OAuthError::new(ErrorCode::InvalidRequest, "A parameter was sent more than once"));
    }
    let client = client_limits::authenticate(server, &parts, &parameters, now).await?;
    if !answer::may_ask(app, &client) {
        return Err(OAuthError::new(ErrorCode::UnauthorizedClient, "The client is not registered for device codes"));
    }
    let scopes = checks::requested_scopes(&client, &parameters, &app.config.users.scopes())?;
    token::refuse_resource(&parameters)?;
    let asked = DeviceRequest { client: &client, scopes, yields: DeviceYield::Tokens };
    Ok(request::request(app, &asked, &origin, now).await?)
}
