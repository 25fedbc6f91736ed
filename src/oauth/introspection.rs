//! Token introspection (RFC 7662), with how and when the person proved who they are (RFC 9470, section 6.2). A client learns about its own tokens only; of any other it learns nothing but `active: false`.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::{Map, Value, json};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::model::client::Client;
use crate::model::grant::Grant;
use crate::model::urls;
use crate::oauth::client_limits;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::store::{StoreError, tokens};
use crate::tokens::access_token;
use crate::web::form::Parameters;
use crate::web::server::Server;

/// The route of this endpoint.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::INTROSPECT, post(introspect))
}

async fn introspect(State(server): State<Server>, request: Request<Body>) -> Response {
    match answer(&server, request).await {
        Ok(answer) => ([(CACHE_CONTROL, "no-store")], Json(answer)).into_response(),
        Err(error) => error.into_response(),
    }
}

async fn answer(server: &Server, request: Request<Body>) -> Result<Value, OAuthError> {
    let app = &server.app;
    let now = app.clock.now();
    let (parts, body) = request.into_parts();
    let parameters = Parameters::from_body(&parts.headers, body).await?;
    let client = client_limits::authenticate_confidential(server, &parts, &parameters, now).await?;
    let token = parameters.single("token")?.filter(|token| !token.is_empty());
    let token = token.ok_or_else(|| OAuthError::new(ErrorCode::InvalidRequest, "token is missing"))?;
    // The hint only says where to look first (section 2.1).
    let refresh_first = parameters.single("token_type_hint")? == Some("refresh_token");
    let found = if refresh_first {
        match refresh(app, &client, token, now).await? {
            Some(found) => Some(found),
            None => access(app, &client, token, now).await?,
        }
    } else {
        match access(app, &client, token, now).await? {
            Some(found) => Some(found),
            None => refresh(app, &client, token, now).await?,
        }
    };
    Ok(found.unwrap_or_else(|| json!({ "active": false })))
}

async fn access(app: &App, client: &Client, token: &str, now: Timestamp) -> Result<Option<Value>, StoreError> {
    let live = access_token::live(app, token, now).await?.filter(|live| live.token.client_id == client.id);
    let Some(live) = live else { return Ok(None) };
    let mut answer = json!({
        "active": true,
        "iss": app.config.issuer(),
        "client_id": live.token.client_id,
        "token_type": "Bearer",
        "scope": live.token.scopes.to_string(),
        "iat": live.token.created_at.seconds(),
        "exp": live.token.expires_at.seconds(),
    });
    let Some(members) = answer.as_object_mut() else { return Ok(Some(answer)) };
    match &live.delegation {
        Some((grant, user)) => {
            members.insert("sub".into(), json!(user.id));
            tell_assurance(members, grant);
        }
        None => drop(members.insert("sub".into(), json!(live.token.client_id))),
    }
    Ok(Some(answer))
}

/// The same as in the ID token, so that a resource server can ask for more.
fn tell_assurance(members: &mut Map<String, Value>, grant: &Grant) {
    members.insert("acr".into(), json!(grant.methods.acr()));
    members.insert("amr".into(), json!(grant.methods.amr()));
    members.insert("auth_time".into(), json!(grant.authenticated_at.seconds()));
}

async fn refresh(app: &App, client: &Client, token: &str, now: Timestamp) -> Result<Option<Value>, StoreError> {
    let mut unit = app.store.read("introspection.refresh_token").await?;
    let found = tokens::find_refresh(&mut unit, Digest::of(token).as_bytes(), now).await?;
    let live = found.filter(|found| {
        found.token.client_id == client.id
            && found.consumed_at.is_none()
            && found.token.expires_at > now
            && found.grant_revoked_at.is_none()
            && found.user.disabled_at.is_none()
            && (found.grant.offline || found.session_lives)
    });
    Ok(live.map(|found| {
        let mut answer = json!({
            "active": true,
            "iss": app.config.issuer(),
            "client_id": found.token.client_id,
            "token_type": "refresh_token",
            "scope": found.grant.scopes.to_string(),
            "sub": found.user.id,
            "iat": found.token.created_at.seconds(),
            "exp": found.token.expires_at.seconds(),
        });
        if let Some(members) = answer.as_object_mut() {
            tell_assurance(members, &found.grant);
        }
        answer
    }))
}
