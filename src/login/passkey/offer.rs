//! `/passkey-offer`: a passkey for somebody who has just typed their password, once in a while and never in the way.
//!
//! Only a browser whose script found an authenticator that knows its person is sent here.

use axum::body::Body;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::passkey::page::Answer;
use crate::login::passkey::view::PasskeyOfferPage;
use crate::model::urls;
use crate::sessions::establish::Admission;
use crate::users::passkey::register::{Registered, register};
use crate::users::passkey::{self, Change};
use crate::web::cookies::{CookieLife, RequestCookies};
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::visit::{SignedIn, Visit};

/// Says that the browser was asked not long ago.
const COOKIE: &str = "passkey_offered";
/// The field by which the sign-in page's script says that the device could keep one.
const POSSIBLE: &str = "passkeys";

/// Whether the browser was asked not long ago.
pub(in crate::login) fn was_made(server: &Server, headers: &HeaderMap) -> bool {
    RequestCookies::read(headers).get(&server.cookies.full(COOKIE)).is_some()
}

/// Where somebody goes who was admitted by their password on the way to `location`: there, or to the offer first.
pub(in crate::login) async fn on_the_way(
    visit: &Visit,
    request: &PageRequest,
    admission: &Admission,
    location: String,
) -> Result<String, PageError> {
    let settings = &visit.server.app.config.passkey;
    let Admission::SignedIn(established) = admission else { return Ok(location) };
    if !settings.enabled || !settings.offer || request.field(POSSIBLE)? != "1" {
        return Ok(location);
    }
    if passkey::exist(&visit.server.app, &established.user.id).await? {
        return Ok(location);
    }
    Ok(match &request.transaction {
        Some(_) => request.step(urls::PASSKEY_OFFER),
        None => urls::with_query(urls::PASSKEY_OFFER, &[("return_to", &location)]),
    })
}

/// Who may be offered one: somebody who proved not long ago that it is they. Everybody else goes on.
async fn candidate(visit: &Visit) -> Result<Option<SignedIn>, PageError> {
    let age = visit.server.app.config.sessions.sensitive_proof_seconds.duration();
    Ok(visit.signed_in().await?.filter(|signed_in| signed_in.session.is_proved_within(age, visit.now)))
}

/// `GET /passkey-offer`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match candidate(visit).await? {
        Some(_) => render(visit, request, Problems::none()),
        None => Ok(visit.redirect(&request.after_sign_in())),
    }
}

fn render(visit: &Visit, request: &PageRequest, problems: Problems) -> Result<Response, PageError> {
    let options = request.options(&problems);
    let page = PasskeyOfferPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        onward: request.after_sign_in(),
        return_to: request.return_to().unwrap_or_default(),
    };
    let mut response = visit.page(&page, &options);
    let life = CookieLife::For(visit.server.app.config.passkey.offer_again_seconds.duration());
    let cookie = visit.server.cookies.set(COOKIE, "1", life);
    response.headers_mut().extend(cookie.header_value().map(|value| (SET_COOKIE, value)));
    Ok(response)
}

/// `POST /passkey-offer`: the browser made one.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    match Answer::sent(&visit, request).await {
        Ok((request, answer)) => request.answer(&visit, act(&visit, &request, &answer).await),
        Err(response) => *response,
    }
}

async fn act(visit: &Visit, request: &PageRequest, answer: &Answer) -> Result<Response, PageError> {
    let location = request.after_sign_in();
    let Some(SignedIn { user, .. }) = candidate(visit).await? else { return Ok(visit.redirect(&location)) };
    let own = [visit.server.trusted_origins.own()];
    let change = Change { origin: &visit.origin, locale: visit.locale.tag(), now: visit.now };
    match register(&visit.server.app, &user, answer.shown(&own), None, change).await? {
        Registered::Done(_) => Ok(visit.redirect(&location)),
        Registered::Known => render(visit, request, Problem::PasskeyKnown.into()),
        Registered::NoCeremony | Registered::NotTheirs | Registered::Refused(_) => {
            render(visit, request, Problem::PasskeyRefused.into())
        }
    }
}
