//! Every route: each area hands over its own, and here they stand together.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::model::urls;
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::rate_limit_rules::normalised;
use crate::web::server::{LOGO, Server};
use crate::web::visit::Visit;
use crate::web::{assets, gate};
use crate::{account, admin, dev, login, oauth, web};

/// The whole server.
pub fn router(server: &Server) -> Router {
    let mut router =
        Router::new().merge(pages(server)).merge(protocol(server)).merge(json_interface(server)).merge(assets_and_health());
    for prefix in server.protocol_prefixes() {
        router = router.nest(&prefix, protocol_below(server));
    }
    let limit = server.app.config.server.request_timeout_seconds.duration();
    // Outermost first. As one layer: each one by itself would box every route again.
    let around = ServiceBuilder::new()
        .layer(from_fn_with_state(server.clone(), gate::gate))
        .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, limit));
    router.fallback(not_found).layer(around).with_state(server.clone())
}

/// Hosted pages.
fn pages(server: &Server) -> Router<Server> {
    let config = &server.app.config;
    let pages = Router::new().merge(login::routes(config)).merge(account::routes(config)).merge(admin::routes());
    // The mailbox exists only in `vestibule dev`.
    if server.app.is_dev() { pages.merge(dev::routes()) } else { pages }
}

/// The JSON interface under `/api/auth`, and its description.
fn json_interface(server: &Server) -> Router<Server> {
    let config = &server.app.config;
    let endpoints = login::api_routes(config).merge(account::api_routes(config)).merge(oauth::api_routes(config));
    web::api::router(endpoints, server)
}

/// The authorization server at the root.
fn protocol(server: &Server) -> Router<Server> {
    protocol_below(server)
        .merge(oauth::discovery::routes(&server.app))
        .merge(oauth::consent::page::routes())
        .merge(oauth::device_authorization::page::routes(&server.app.config))
}

/// Its endpoints, which also live under the issuer's path and where Better Auth's clients look for them.
fn protocol_below(server: &Server) -> Router<Server> {
    Router::new()
        .merge(oauth::authorize::routes())
        .merge(oauth::token::routes())
        .merge(oauth::device_authorization::endpoint::routes(&server.app.config))
        .merge(oauth::userinfo::routes())
        .merge(oauth::introspection::routes())
        .merge(oauth::revocation::routes())
        .merge(oauth::end_session::page::routes())
        .merge(oauth::jwks::routes())
        .merge(oauth::registration::routes(&server.app))
}

fn assets_and_health() -> Router<Server> {
    Router::new()
        .route(assets::ROUTE, get(assets::serve))
        .route(assets::BRAND_STYLESHEET, get(brand_stylesheet))
        .route(LOGO, get(logo))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/", get(|| async { axum::response::Redirect::to(urls::ACCOUNT) }))
}

async fn brand_stylesheet(State(server): State<Server>) -> Response {
    assets::brand_stylesheet(&server.color)
}

async fn logo(State(server): State<Server>) -> Response {
    server.logo.clone().map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response)
}

/// Ready when the database answers.
async fn ready(State(server): State<Server>) -> Response {
    match server.app.store.ping().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

async fn not_found(visit: Visit, uri: Uri) -> Response {
    if normalised(uri.path()).starts_with(urls::API) {
        return StatusCode::NOT_FOUND.into_response();
    }
    visit.error(&PageError::new(ErrorKind::NotFound, "No page has this address"), None)
}
