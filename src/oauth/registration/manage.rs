//! Managing a client that registered itself (RFC 7592): reading, replacing and deleting it with its registration access token.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::http::{Method, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use crate::app::App;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::Client;
use crate::model::ids::{self, ClientId};
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::registration::information::{self, Secrets};
use crate::oauth::registration::metadata::{self, MetadataError};
use crate::oauth::registration::{bearer, body, refuse_token};
use crate::store::clients::{self, StoredClient};
use crate::store::retry;
use crate::web::request_origin::request_origin;
use crate::web::server::Server;

/// `GET`, `PUT` and `DELETE /oauth2/register/{client_id}`.
pub(super) async fn endpoint(State(server): State<Server>, Path(client_id): Path<String>, request: Request<Body>) -> Response {
    match answer(&server.app, &client_id, request).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn answer(app: &App, client_id: &str, request: Request<Body>) -> Result<Response, OAuthError> {
    let (parts, body) = request.into_parts();
    let stored = authorized(app, client_id, &parts).await?;
    let token = Secrets { client_secret: None, registration_token: bearer(&parts.headers) };
    match parts.method {
        Method::PUT => {
            let raw = body::read(&parts.headers, body).await?;
            let client = replace(app, &stored, &raw, &parts).await?;
            Ok(information::answer(app, StatusCode::OK, &client, &token))
        }
        Method::DELETE => {
            delete(app, &stored.client, &parts).await?;
            Ok(StatusCode::NO_CONTENT.into_response())
        }
        _ => Ok(information::answer(app, StatusCode::OK, &stored.client, &token)),
    }
}

/// The client that the registration access token belongs to. An unknown client is refused like a wrong token (section 2.1).
async fn authorized(app: &App, client_id: &str, parts: &Parts) -> Result<StoredClient, OAuthError> {
    let shown = bearer(&parts.headers).map(Digest::of).ok_or_else(refuse_token)?;
    if client_id.len() > ids::MAXIMUM_LENGTH {
        return Err(refuse_token());
    }
    let mut unit = app.store.read("registration.find").await?;
    let stored = clients::by_id(&mut unit, &ClientId::new(client_id)).await?.ok_or_else(refuse_token)?;
    drop(unit);
    if stored.registration_token_digest.map(Digest::from_bytes) != Some(shown) {
        return Err(refuse_token());
    }
    if stored.client.disabled_at.is_some() {
        return Err(OAuthError::new(ErrorCode::AccessDenied, "The client was disabled"));
    }
    Ok(stored)
}

/// Section 2.2: everything is replaced. What was left out goes back to its default; the secret stays.
async fn replace(app: &App, stored: &StoredClient, raw: &Map<String, Value>, parts: &Parts) -> Result<Client, OAuthError> {
    let before = &stored.client;
    if raw.get("client_id").and_then(Value::as_str) != Some(before.id.as_str()) {
        return Err(OAuthError::new(ErrorCode::InvalidRequest, "client_id must be the one of the client"));
    }
    let secret = raw.get("client_secret").filter(|secret| !secret.is_null());
    let known = stored.secret_digest.map(Digest::from_bytes);
    if secret.is_some_and(|secret| secret.as_str().map(Digest::of) != known || known.is_none()) {
        return Err(OAuthError::new(ErrorCode::InvalidRequest, "client_secret is not the one of the client"));
    }
    let mut metadata = metadata::validate(raw, before.source)?;
    // What the operator demands of people is not the client's to take back.
    metadata.second_factor = before.metadata.second_factor;
    if metadata.token_endpoint_auth_method != before.metadata.token_endpoint_auth_method {
        let rule = "token_endpoint_auth_method stays as it was registered: register another client".to_owned();
        return Err(MetadataError::ClientMetadata(rule).into());
    }
    let now = app.clock.now();
    let mut unit = app.store.write("registration.replace").await?;
    if !clients::set_metadata(&mut unit, &before.id, before.version, &metadata, now).await? {
        return Err(OAuthError::new(ErrorCode::TemporarilyUnavailable, "The client was changed at the same time"));
    }
    AuditEvent::new(AuditKind::ClientChanged, &request_origin(parts)).client(&before.id).record(app, &mut unit, now).await?;
    unit.commit().await?;
    Ok(Client { metadata, version: before.version + 1, updated_at: now, ..before.clone() })
}

/// Section 2.3: the client with all that it was ever given.
async fn delete(app: &App, client: &Client, parts: &Parts) -> Result<(), OAuthError> {
    let now = app.clock.now();
    let origin = request_origin(parts);
    retry(|| async {
        let mut unit = app.store.write("registration.delete").await?;
        if clients::delete(&mut unit, &client.id).await? {
            AuditEvent::new(AuditKind::ClientDeleted, &origin).client(&client.id).record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        Ok(())
    })
    .await
}
