//! The pages of mailed codes: asking for one, and typing it.

mod ask;
mod enter;

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
        .route(urls::EMAIL_CODE_REQUEST, get(ask::show).post(ask::send))
        .route(urls::EMAIL_CODE, get(enter::show).post(enter::send))
}

/// Whether people can ask for a code.
pub(in crate::login) fn is_offered(app: &App) -> bool {
    app.config.email_code.enabled && mails_are_sent(app)
}

fn must_be_offered(visit: &Visit) -> Result<(), PageError> {
    if is_offered(&visit.server.app) {
        Ok(())
    } else {
        Err(PageError::new(ErrorKind::NotFound, "email_code.enabled is off, or mail.url is not set"))
    }
}
