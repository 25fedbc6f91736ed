//! The operator's side: setting the installation up and looking after it.
//!
//! May not use the other slices of level 7: oauth, login, account, dev.

pub mod setup;

use crate::web::server::Server;

/// The routes of this slice.
pub fn routes() -> axum::Router<Server> {
    setup::page::routes()
}
