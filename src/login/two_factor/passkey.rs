//! `/two-factor/passkey`: what an authenticator signed as a second factor, sent by the script of the page that asked it.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::post;

use crate::login::page_request::PageRequest;
use crate::login::passkey::page::Answer;
use crate::login::two_factor::page::{Asked, admitted, nothing_to_ask, render};
use crate::model::urls;
use crate::users::passkey::second_factor;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::visit::Visit;

/// The route of this form.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::TWO_FACTOR_PASSKEY, post(send))
}

async fn send(visit: Visit, request: Request<Body>) -> Response {
    match Answer::sent(&visit, request).await {
        Ok((request, answer)) => request.answer(&visit, act(&visit, &request, &answer).await),
        Err(response) => *response,
    }
}

async fn act(visit: &Visit, request: &PageRequest, answer: &Answer) -> Result<Response, PageError> {
    let Some(asked) = Asked::of(visit, request).await? else { return nothing_to_ask(visit, request).await };
    if !asked.held().passkey {
        return render(visit, request, &asked, Problems::none()).await;
    }
    let app = &visit.server.app;
    let own = [visit.server.trusted_origins.own()];
    let (shown, browser) = (answer.shown(&own), visit.browser.shown());
    let judged = match &asked {
        Asked::Pending(challenge) => {
            second_factor::complete(app, challenge, shown, (&visit.origin, browser, false), visit.now).await?
        }
        Asked::SignedIn(signed_in, _) => {
            let person = (&signed_in.user, &signed_in.session);
            second_factor::step_up(app, person, shown, (&visit.origin, browser), visit.now).await?
        }
    };
    match judged {
        Ok(established) => admitted(visit, request, &asked, &established),
        Err(_) => render(visit, request, &asked, Problem::PasskeyRefused.into()).await,
    }
}
