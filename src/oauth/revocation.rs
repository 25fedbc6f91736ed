//! Token revocation (RFC 7009). A token of another client or an unknown one is answered like a revoked one and left alone.

use axum::body::Body;
use axum::extract::State;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::crypto::digest::Digest;
use crate::model::urls;
use crate::oauth::client_limits;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::store::{StoreError, grants, retry, tokens};
use crate::web::form::Parameters;
use crate::web::server::Server;

/// The route of this endpoint.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::REVOKE, post(revoke))
}

async fn revoke(State(server): State<Server>, request: Request<Body>) -> Response {
    match answer(&server, request).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(error) => error.into_response(),
    }
}

/// Revoking a refresh token revokes its grant, and so the access tokens of it as well (section 2.1).
async fn answer(server: &Server, request: Request<Body>) -> Result<(), OAuthError> {
    let app = &server.app;
    let now = app.clock.now();
    let (parts, body) = request.into_parts();
    let parameters = Parameters::from_body(&parts.headers, body).await?;
    let client = client_limits::authenticate(server, &parts, &parameters, now).await?;
    let token = parameters.single("token")?.filter(|token| !token.is_empty());
    let token = token.ok_or_else(|| OAuthError::new(ErrorCode::InvalidRequest, "token is missing"))?;
    let digest = Digest::of(token);

    let mut unit = app.store.read("revocation.find").await?;
    let refresh = tokens::find_refresh(&mut unit, digest.as_bytes(), now).await?;
    drop(unit);
    let refresh = refresh.filter(|found| found.token.client_id == client.id);
    retry(|| async {
        let mut unit = app.store.write("revocation.revoke").await?;
        match &refresh {
            Some(found) => grants::revoke(&mut unit, &found.grant.id, now).await?,
            None => tokens::revoke_access(&mut unit, digest.as_bytes(), &client.id, now).await?,
        };
        unit.commit().await
    })
    .await
    .map_err(|error: StoreError| error.into())
}
