//! What only `vestibule dev` has: the mailbox, the demo app, and somebody to sign in as. Their pages are for developers and in
//! English only.
//!
//! May not use the other slices of level 7: oauth, login, account, admin. The demo app is a relying party on an origin of its own
//! and reaches the provider by HTTP alone.

pub mod demo_app;
pub mod demo_client;
pub mod mailbox;
pub mod seed;
pub mod start;
pub mod view;

pub use demo_client::{DemoClient, demo_client};
pub use seed::{SeedError, SeededPerson, seed};
pub use start::DevStart;

use crate::web::server::Server;

/// The pages on the login server. In `vestibule serve` they answer 404.
pub fn routes() -> axum::Router<Server> {
    mailbox::routes()
}
