//! `/account/apps` and `/account/apps/revoke`.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::{get, post};

use crate::account::connected_apps::view::{AppRow, ConnectedAppsPage};
use crate::account::notice::Notice;
use crate::account::visit::{AccountVisit, Refusal};
use crate::model::ids::ClientId;
use crate::model::urls;
use crate::store::consents::ConnectedApp;
use crate::users::connected_apps;
use crate::web::problem::Problems;
use crate::web::server::Server;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ACCOUNT_APPS, get(show)).route(urls::ACCOUNT_APPS_REVOKE, post(revoke))
}

fn row(app: ConnectedApp) -> AppRow {
    let client = app.client.client;
    AppRow {
        client_id: client.id.to_string(),
        name: client.metadata.client_name,
        scopes: app.scopes.iter().map(str::to_owned).collect(),
        since: app.since,
        last_used_at: app.last_used_at,
    }
}

async fn show(at: AccountVisit) -> Response {
    at.answer(shown(&at).await)
}

async fn shown(at: &AccountVisit) -> Result<Response, Refusal> {
    let apps = connected_apps::list(&at.visit.server.app, &at.signed_in.user.id, at.visit.now).await?;
    let (chrome, frame) = at.frame();
    let page = ConnectedAppsPage { chrome, frame, apps: apps.into_iter().map(row).collect() };
    Ok(at.show(&page, &Problems::none()))
}

async fn revoke(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(revoked(&at, request).await)
}

async fn revoked(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    let client = ClientId::new(parameters.single("client_id")?.unwrap_or_default());
    let app = &at.visit.server.app;
    let had = connected_apps::revoke(app, &at.signed_in.user.id, &client, &at.visit.origin, at.visit.now).await?;
    Ok(if had { at.done(Notice::AppRemoved) } else { at.unchanged() })
}
