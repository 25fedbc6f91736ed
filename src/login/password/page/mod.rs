//! The pages of this method: signing in, signing up, a forgotten password, a proof in between, and signing out.
//!
//! Each is read, handed to an operation, and answered: a refusal with the same page again, success with a redirect.

pub(in crate::login) mod check_mail;
pub(in crate::login) mod confirm_identity;
pub(in crate::login) mod entered_address;
pub(in crate::login) mod forgot;
pub(in crate::login) mod reset;
pub(in crate::login) mod sign_in;
pub(in crate::login) mod sign_out;
pub(in crate::login) mod sign_up;

use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::login::page_request::PageRequest;
use crate::model::urls;
use crate::sessions::challenge::PendingSignIn;
use crate::sessions::establish::{Admission, Established};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The routes of these pages.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::SIGN_IN, get(sign_in::show).post(sign_in::send))
        .route(urls::CHECK_MAIL, get(check_mail::show))
        .route(urls::SIGN_UP, get(sign_up::show).post(sign_up::send))
        .route(urls::SIGN_UP_PASSKEY, get(sign_up::back).post(sign_up::send_for_passkey))
        .route(urls::FORGOT_PASSWORD, get(forgot::show).post(forgot::send))
        .route(urls::RESET_PASSWORD, get(reset::show).post(reset::send))
        .route(urls::CONFIRM_IDENTITY, get(confirm_identity::show).post(confirm_identity::send))
        .route(urls::SIGN_OUT, get(sign_out::show).post(sign_out::send))
}

/// Whether mails reach anybody: then a forgotten password can be reset.
pub(in crate::login) fn mails_are_sent(app: &App) -> bool {
    app.is_dev() || app.config.mail.is_configured()
}

/// Goes on to the question for a second factor, which is owed before `location` is gone to.
fn ask_second_factor(visit: &Visit, request: &PageRequest, location: &str, pending: &PendingSignIn) -> Response {
    let mut response = visit.redirect(&request.second_factor_url(location));
    session_cookies::write_pending(&visit.server, response.headers_mut(), pending);
    response
}

/// Signs the browser in, and goes on to `location`.
fn signed_in(visit: &Visit, location: &str, established: &Established) -> Response {
    let mut response = go_on(visit, location, established);
    session_cookies::write_last_used_method(&visit.server, response.headers_mut(), established);
    response
}

/// Goes on to `location`, or first to the question for a second factor, or to the offer to set one up.
pub(in crate::login) fn admitted(visit: &Visit, request: &PageRequest, location: &str, admission: &Admission) -> Response {
    match admission {
        Admission::SignedIn(established) if established.second_factor_due.is_some() => {
            signed_in(visit, &request.set_up_url(location), established)
        }
        Admission::SignedIn(established) => signed_in(visit, location, established),
        Admission::SecondFactorOwed(pending) => ask_second_factor(visit, request, location, pending),
        Admission::Refused(refusal) => request.answer(visit, Err((**refusal).clone().into())),
    }
}

/// Goes on to `location` with a session that has just begun or was proved afresh.
fn go_on(visit: &Visit, location: &str, established: &Established) -> Response {
    let mut response = visit.redirect(location);
    session_cookies::write_established(&visit.server, response.headers_mut(), established);
    response
}
