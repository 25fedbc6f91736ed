//! The pages of links to sign in with: asking for one, and following it.

mod ask;
mod follow;

use axum::routing::get;

use crate::app::App;
use crate::login::password::page::mails_are_sent;
use crate::model::urls;
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::server::Server;
use crate::web::visit::Visit;

/// The routes of these pages.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::MAGIC_LINK_REQUEST, get(ask::show).post(ask::send))
        .route(urls::MAGIC_LINK, get(follow::show).post(follow::send))
}

/// Whether people can ask for a link.
pub(in crate::login) fn is_offered(app: &App) -> bool {
    app.config.magic_link.enabled && mails_are_sent(app)
}

fn must_be_offered(visit: &Visit) -> Result<(), PageError> {
    if is_offered(&visit.server.app) {
        Ok(())
    } else {
        Err(PageError::new(ErrorKind::NotFound, "magic_link.enabled is off, or mail.url is not set"))
    }
}
