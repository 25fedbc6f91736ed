//! The client information response (RFC 7591, section 3.2.1; RFC 7592, section 3).

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, PRAGMA};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::App;
use crate::model::client::Client;
use crate::model::urls;
use crate::oauth::registration::metadata;

/// What the response holds beside metadata. Nothing of it can be read back from the store.
#[derive(Default)]
pub(super) struct Secrets<'a> {
    /// A `client_secret` that was just made.
    pub(super) client_secret: Option<&'a str>,
    /// The registration access token: just made, or just shown by its holder.
    pub(super) registration_token: Option<&'a str>,
}

/// The response.
pub(super) fn answer(app: &App, status: StatusCode, client: &Client, secrets: &Secrets<'_>) -> Response {
    let mut members = metadata::to_members(&client.metadata, client.source);
    members.insert("client_id".into(), json!(client.id));
    members.insert("client_id_issued_at".into(), json!(client.created_at.seconds()));
    if let Some(secret) = secrets.client_secret {
        members.insert("client_secret".into(), json!(secret));
        // It does not expire.
        members.insert("client_secret_expires_at".into(), json!(0));
    }
    if let Some(token) = secrets.registration_token {
        members.insert("registration_access_token".into(), json!(token));
        let uri = format!("{}{}/{}", app.config.issuer(), urls::REGISTER, client.id);
        members.insert("registration_client_uri".into(), json!(uri));
    }
    (status, [(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")], Json(members)).into_response()
}
