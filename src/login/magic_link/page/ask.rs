//! `/sign-in/email-link`: asking for a link to sign in with. The answer is the same for every address.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::events::outbox::{LinkDestination, MagicLinkRequest, Reply};
use crate::login::magic_link::page::must_be_offered;
use crate::login::mailed_request::{self, Mailed, Typed};
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::check_mail;
use crate::login::password::view::MailPurpose;
use crate::users::magic_link;
use crate::web::account_form;
use crate::web::asked_link::AskedLink;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// `GET /sign-in/email-link`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request))
}

fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    mailed_request::render(visit, request, Mailed::Link, Typed::opened(request)?, Problems::none())
}

/// `POST /sign-in/email-link`: from the page above, or by the button of a sign-in page.
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
    let email = match account_form::email(typed.email) {
        Ok(email) => email,
        Err(problem) => return mailed_request::render(visit, request, Mailed::Link, typed, problem.into()),
    };
    let asked = MagicLinkRequest {
        email: email.as_str().to_owned(),
        // A new person has named no name here; they find this one in their profile.
        name: email.as_str().split_once('@').map(|(local, _)| local.to_owned()),
        remember: typed.remember,
        destination: LinkDestination::Page { return_to: request.return_to() },
        user_agent: visit.origin.user_agent.clone(),
    };
    let way_back = request.way_back();
    let reply = Reply { locale: visit.locale.tag(), callback_url: way_back.as_deref() };
    magic_link::request(app, asked, reply, visit.now).await?;
    let mut response = check_mail::go(visit, request, typed.email, (MailPurpose::MagicLink, typed.remember));
    let link = AskedLink::MagicLink { email: email.as_str() };
    session_cookies::write_asked_link(&visit.server, response.headers_mut(), &link, visit.now);
    Ok(response)
}
