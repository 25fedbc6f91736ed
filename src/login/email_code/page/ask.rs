//! `/sign-in/email-code`: asking for a code to sign in with. The answer is the same for every address.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::email_code::page::must_be_offered;
use crate::login::mailed_request::{self, Mailed, Typed};
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::entered_address;
use crate::model::email_code::EmailCodeUse;
use crate::model::urls;
use crate::users::email_code::{self, CodePlace};
use crate::web::account_form;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// How long a person waits before another code is mailed.
const PAUSE: Duration = Duration::from_secs(30);

/// `GET /sign-in/email-code`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request))
}

fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    mailed_request::render(visit, request, Mailed::Code, Typed::opened(request)?, Problems::none())
}

/// `POST /sign-in/email-code`: from the page above, by the button of a sign-in page, or for a new code.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    let app = &visit.server.app;
    let typed = Typed::read(request)?;
    let email = match entered_address::open_email(visit, request.field("address")?) {
        Some(email) => email,
        None => match account_form::email(typed.email) {
            Ok(email) => email,
            Err(problem) => return mailed_request::render(visit, request, Mailed::Code, typed, problem.into()),
        },
    };
    let place = CodePlace::at(EmailCodeUse::SignIn, email.as_str());
    let waits = email_code::mailed_at(app, &place).await?.is_some_and(|mailed_at| visit.now < mailed_at + PAUSE);
    if !waits {
        email_code::request(app, &place, visit.locale.tag(), visit.now).await?;
    }
    let told =
        [("remember", typed.remember), ("wait", waits)].into_iter().filter(|(_, said)| *said).map(|(name, _)| (name, "on"));
    let url = entered_address::url_at(urls::EMAIL_CODE, visit, (request, &email), &told.collect::<Vec<_>>());
    Ok(visit.redirect(&url))
}
