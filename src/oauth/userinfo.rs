//! The UserInfo endpoint (OpenID Connect Core, section 5.3) and bearer tokens (RFC 6750, section 2).

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL};
use axum::http::{HeaderMap, Method, Request};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Map, Value, json};

use crate::model::claims;
use crate::model::scope::OPENID;
use crate::model::urls;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::sessions::assurance;
use crate::tokens::claims_of_actions;
use crate::tokens::{access_token, id_token};
use crate::users::fields;
use crate::web::form::{self, Parameters};
use crate::web::request_origin::request_origin;
use crate::web::server::Server;

/// The route of this endpoint.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::USERINFO, get(userinfo).post(userinfo))
}

async fn userinfo(State(server): State<Server>, request: Request<Body>) -> Response {
    match answer(&server, request).await {
        Ok(claims) => ([(CACHE_CONTROL, "no-store")], Json(claims)).into_response(),
        Err(error) => error.into_response(),
    }
}

fn invalid_token(detail: &'static str) -> OAuthError {
    OAuthError::new(ErrorCode::InvalidToken, "The access token is missing, wrong or expired")
        .with_detail(detail)
        .with_challenge("Bearer realm=\"vestibule\", error=\"invalid_token\"")
}

/// RFC 9470, section 3: what was proved is less than the operator demands for this client. The class is the one of two factors.
fn insufficient() -> OAuthError {
    OAuthError::new(ErrorCode::InsufficientUserAuthentication, "The app demands two factors").with_challenge(concat!(
        "Bearer realm=\"vestibule\", error=\"insufficient_user_authentication\", ",
        "error_description=\"The app demands two factors\", acr_values=\"2\""
    ))
}

async fn answer(server: &Server, request: Request<Body>) -> Result<Map<String, Value>, OAuthError> {
    let (parts, body) = request.into_parts();
    let header = bearer(&parts.headers)?;
    let parameters = if parts.method == Method::POST && form::is_form(&parts.headers) {
        Parameters::from_body(&parts.headers, body).await?
    } else {
        Parameters::default()
    };
    let posted = parameters.single("access_token")?;
    let token = match (header.as_deref(), posted) {
        (Some(_), Some(_)) => {
            return Err(OAuthError::new(ErrorCode::InvalidRequest, "The access token was sent in more than one way"));
        }
        (Some(token), None) | (None, Some(token)) => token,
        // RFC 6750, section 3.1: a request without any token is told only how to authenticate.
        (None, None) => return Err(invalid_token("no token").with_challenge("Bearer realm=\"vestibule\"")),
    };
    let live = access_token::live(&server.app, token, server.app.clock.now()).await?;
    let delegated =
        live.and_then(|live| live.delegation.map(|of| (live.token.client_id, live.token.scopes, of, live.second_factor)));
    let (client_id, scopes, (grant, user), demand) = delegated.ok_or_else(|| invalid_token("not live, or not for a person"))?;
    if !scopes.contains(OPENID) {
        return Err(OAuthError::new(ErrorCode::InsufficientScope, "The access token lacks the scope openid")
            .with_challenge("Bearer realm=\"vestibule\", error=\"insufficient_scope\", scope=\"openid\""));
    }
    if assurance::falls_short(demand, &grant.methods) {
        return Err(insufficient());
    }
    let at = (&request_origin(&parts), server.app.clock.now());
    let mut answer = claims_of_actions::ask_for_user_info(&server.app, (&client_id, &user, &scopes), at).await?;
    answer.extend(fields::claims(&server.app, &user.id, &scopes).await?);
    answer.extend(claims::for_scopes(&user, &scopes, id_token::released(&server.app, &user)));
    answer.insert("sub".into(), json!(user.id));
    Ok(answer)
}

/// The token of an `Authorization: Bearer` header. Another scheme, two headers or odd bytes are a refusal, not an absence.
fn bearer(headers: &HeaderMap) -> Result<Option<String>, OAuthError> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = values.next() else { return Ok(None) };
    let text = value.to_str().ok().and_then(|value| value.split_once(' '));
    match text {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") && values.next().is_none() => {
            Ok(Some(token.trim().to_owned()))
        }
        _ => Err(invalid_token("malformed Authorization header")),
    }
}
