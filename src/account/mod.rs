//! The account pages: what a person sees and changes of their own.
//!
//! One folder a page, each with the operations behind it. May not use the other slices of level 7: oauth, login, admin, dev.

pub mod connected_apps;
pub mod delete;
pub mod frame;
pub mod linked_accounts;
pub mod profile;
pub mod security;
pub mod sessions;

use crate::web::api::ApiRoutes;

/// The endpoints of this slice in the JSON interface.
pub fn api_routes() -> ApiRoutes {
    profile::api::routes()
        .merge(security::api::routes())
        .merge(sessions::api::routes())
        .merge(linked_accounts::api::routes())
        .merge(delete::api::routes())
}
