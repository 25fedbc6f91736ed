//! The key set (RFC 7517): bytes that are prepared whenever the keys change.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;

use crate::model::urls;
use crate::web::prepared;
use crate::web::server::Server;

/// The route of this endpoint.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::JWKS, get(jwks))
}

async fn jwks(State(server): State<Server>, headers: HeaderMap) -> Response {
    prepared::answer(server.app.keyring.current().document(), &headers)
}
