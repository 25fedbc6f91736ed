//! Registering a client: `POST /oauth2/register` (RFC 7591, section 3).

use axum::body::Body;
use axum::extract::State;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use secrecy::ExposeSecret as _;

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::DynamicRegistration;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::{Client, ClientMetadata, ClientSource};
use crate::model::ids::ClientId;
use crate::model::request_origin::RequestOrigin;
use crate::oauth::error::OAuthError;
use crate::oauth::registration::information::{self, Secrets};
use crate::oauth::registration::{bearer, body, metadata, refuse_token};
use crate::store::StoreError;
use crate::store::clients::{self, StoredClient};
use crate::web::request_origin::request_origin;
use crate::web::server::Server;

/// A client to be stored.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// Its id, where the operator chooses one; else it is random.
    pub id: Option<ClientId>,
    /// Who registers it.
    pub source: ClientSource,
    /// What [`metadata::validate`] made of what they sent.
    pub metadata: ClientMetadata,
}

/// A registered client with the secrets that only this answer holds.
pub struct Registered {
    /// The client.
    pub client: Client,
    /// Its `client_secret`, if its authentication method uses one.
    pub secret: Option<String>,
    /// Its registration access token (RFC 7592), if it registered itself.
    pub registration_token: Option<String>,
}

/// Stores a client. Its secrets are drawn here and kept as digests.
pub async fn register(app: &App, new: NewClient, origin: &RequestOrigin, now: Timestamp) -> Result<Registered, StoreError> {
    let secret = new.metadata.token_endpoint_auth_method.uses_secret().then(|| app.entropy.token());
    let registration_token = (new.source == ClientSource::Dynamic).then(|| app.entropy.token());
    let client = Client {
        id: new.id.unwrap_or_else(|| ClientId::random(&app.entropy)),
        source: new.source,
        metadata: new.metadata,
        version: 1,
        disabled_at: None,
        created_at: now,
        updated_at: now,
    };
    let digest = |secret: &String| *Digest::of(secret).as_bytes();
    let stored = StoredClient {
        secret_digest: secret.as_ref().map(digest),
        registration_token_digest: registration_token.as_ref().map(digest),
        client,
    };
    let mut unit = app.store.write("registration.register").await?;
    clients::insert(&mut unit, &stored).await?;
    AuditEvent::new(AuditKind::ClientRegistered, origin)
        .client(&stored.client.id)
        .detail("source", stored.client.source.as_str())
        .record(app, &mut unit, now)
        .await?;
    unit.commit().await?;
    Ok(Registered { client: stored.client, secret, registration_token })
}

/// `POST /oauth2/register`.
pub(super) async fn endpoint(State(server): State<Server>, request: Request<Body>) -> Response {
    match answer(&server.app, request).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn answer(app: &App, request: Request<Body>) -> Result<Response, OAuthError> {
    let now = app.clock.now();
    let (parts, body) = request.into_parts();
    let origin = request_origin(&parts);
    if app.config.registration.dynamic == DynamicRegistration::Token {
        let expected = app.config.registration.initial_access_token.as_ref().map(|token| Digest::of(token.expose_secret()));
        let shown = bearer(&parts.headers).map(Digest::of);
        // Digests are compared in constant time; without a configured token nothing matches.
        if expected.is_none() || shown != expected {
            return Err(refuse_token());
        }
    }
    let raw = body::read(&parts.headers, body).await?;
    let source = ClientSource::Dynamic;
    let new = NewClient { id: None, source, metadata: metadata::validate(&raw, source, &app.config.users.scopes())? };
    let registered = register(app, new, &origin, now).await?;
    let secrets =
        Secrets { client_secret: registered.secret.as_deref(), registration_token: registered.registration_token.as_deref() };
    Ok(information::answer(app, StatusCode::CREATED, &registered.client, &secrets))
}
