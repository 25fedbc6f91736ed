//! The pages: typing the code of a device, and answering for it.

mod confirm;
mod enter;

use axum::routing::get;

use crate::config::Config;
use crate::model::urls;
use crate::web::server::Server;

/// The routes of these pages, if they are turned on.
pub fn routes(config: &Config) -> axum::Router<Server> {
    let routes = axum::Router::new();
    if !config.device_authorization.enabled {
        return routes;
    }
    routes
        .route(urls::DEVICE, get(enter::show).post(enter::send))
        .route(urls::DEVICE_CONFIRM, get(confirm::show).post(confirm::decide))
}
