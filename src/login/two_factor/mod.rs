//! The second factor of a sign-in, and as JSON setting one up.
//!
//! Implements the plugin `twoFactor` of Better Auth's wire format. The operations are `sessions/challenge.rs`, `sessions/step_up.rs` and
//! `users/two_factor`; the page on which a person sets it up is the account's,
//! but for who must have one before they are signed in ([`set_up`]). Off unless the operator turns it on.

pub mod page;
pub mod passkey;
pub mod set_up;
pub mod set_up_view;
pub mod settings_api;
pub mod verify_api;
pub mod view;

use axum::Router;

use crate::web::api::ApiRoutes;
use crate::web::server::Server;

/// The pages of second factors at the end of a sign-in.
pub fn routes() -> Router<Server> {
    page::routes().merge(passkey::routes()).merge(set_up::routes())
}

/// The endpoints of second factors.
pub fn api_routes() -> ApiRoutes {
    settings_api::routes().merge(verify_api::routes())
}
