//! Client registration (RFC 7591, RFC 7592, OpenID Connect Dynamic Client Registration 1.0).
//!
//! - [`metadata`]: the rules, pure, for everyone who registers a client;
//! - [`register`]: registering; [`manage`]: reading, replacing and deleting by the client itself;
//! - [`operator`]: the same for the operator.
//!
//! Nothing here calls out: keys and logos come by value or not at all. May use levels 0 to 6 and [`error`](super::error).

mod body;
mod information;
pub mod manage;
mod members;
pub mod metadata;
pub mod operator;
pub mod register;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::routing::{get, post};

use crate::app::App;
use crate::config::DynamicRegistration;
use crate::model::urls;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::web::server::Server;

/// The routes of this endpoint; none when `registration.dynamic` is off.
pub fn routes(app: &App) -> axum::Router<Server> {
    match app.config.registration.dynamic {
        DynamicRegistration::Off => axum::Router::new(),
        DynamicRegistration::Token | DynamicRegistration::Open => {
            axum::Router::new().route(urls::REGISTER, post(register::endpoint)).route(
                &format!("{}/{{client_id}}", urls::REGISTER),
                get(manage::endpoint).put(manage::endpoint).delete(manage::endpoint),
            )
        }
    }
}

/// The bearer token of the one `Authorization` header.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (scheme, token) = values.next()?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && values.next().is_none()).then_some(token)
}

fn refuse_token() -> OAuthError {
    OAuthError::new(ErrorCode::InvalidToken, "The token is missing or wrong")
        .with_challenge("Bearer realm=\"vestibule\", error=\"invalid_token\"")
}
