//! The second factor of a sign-in, and as JSON setting one up.
//!
//! Implements the plugin `twoFactor` of Better Auth's wire format. The operations are `sessions/challenge.rs`, `sessions/step_up.rs` and
//! `users/two_factor`; the page on which a person sets it up is the account's. Off unless the operator turns it on.

pub mod page;
pub mod settings_api;
pub mod verify_api;
pub mod view;

use crate::web::api::ApiRoutes;

/// The endpoints of second factors.
pub fn api_routes() -> ApiRoutes {
    settings_api::routes().merge(verify_api::routes())
}
