//! The account pages: what a person sees and changes of their own.
//!
//! One folder a page. What is done is done by the operations of `users` and `sessions`; here are the pages, who may see them
//! ([`visit`]), what stands around them ([`frame`]) and what they say after a change ([`notice`]). May use levels 0 to 6, not the
//! other slices of level 7: oauth, login, admin, dev.

pub mod activity;
pub mod connected_apps;
pub mod delete;
mod device_name;
pub mod frame;
pub mod linked_accounts;
pub mod notice;
pub mod passkeys;
pub mod profile;
pub mod security;
pub mod sessions;
pub mod two_factor;
pub mod visit;

use axum::Router;
use axum::response::Response;
use axum::routing::get;

use crate::config::Config;
use crate::model::urls;
use crate::web::api::ApiRoutes;
use crate::web::server::Server;
use crate::web::visit::Visit;

/// The routes of all account pages, as far as they are turned on.
pub fn routes(config: &Config) -> Router<Server> {
    let routes = Router::new()
        .route(urls::ACCOUNT, get(first_page))
        .merge(profile::page::routes(config))
        .merge(security::page::routes())
        .merge(sessions::page::routes())
        .merge(connected_apps::page::routes())
        .merge(activity::page::routes())
        .merge(delete::page::routes());
    let routes = if config.passkey.enabled { routes.merge(passkeys::page::routes()) } else { routes };
    if config.two_factor.is_on() { routes.merge(two_factor::page::routes()) } else { routes }
}

/// The endpoints of this slice in the JSON interface.
pub fn api_routes() -> ApiRoutes {
    profile::api::routes()
        .merge(security::api::routes())
        .merge(sessions::api::routes())
        .merge(linked_accounts::api::routes())
        .merge(linked_accounts::provider_api::routes())
        .merge(delete::api::routes())
}

async fn first_page(visit: Visit) -> Response {
    visit.redirect(urls::ACCOUNT_PROFILE)
}
