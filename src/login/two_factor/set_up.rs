//! `/two-factor/set-up`: the first second factor of somebody who cannot sign in without one.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::two_factor::page::{beside, destination, place};
use crate::login::two_factor::set_up_view::{FirstBackupCodesPage, SetUpSecondFactorPage};
use crate::model::urls;
use crate::sessions::challenge::{self, Challenge};
use crate::sessions::establish::Established;
use crate::users::two_factor::Change;
use crate::users::two_factor::backup_codes::BackupCodes;
use crate::users::two_factor::enrol_at_sign_in::{self, SetUp};
use crate::web::authenticator_app::ProposedApp;
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::TWO_FACTOR_SET_UP, get(show).post(send))
}

/// The sign-in of this browser, if it ends here: the person owes a second factor and can show nothing.
async fn set_up_in(visit: &Visit) -> Result<Option<Challenge>, PageError> {
    let Some(secret) = visit.pending_sign_in() else { return Ok(None) };
    let challenge = challenge::load(&visit.server.app, secret, visit.now).await?;
    Ok(challenge.filter(Challenge::may_set_up))
}

/// `GET /two-factor/set-up`.
async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match set_up_in(visit).await? {
        Some(challenge) => render(visit, request, &challenge, Problems::none()),
        None => elsewhere(visit, request),
    }
}

/// The page that asks knows what there is to ask, or who is signed in already.
fn elsewhere(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    Ok(visit.redirect(&beside(visit, request, urls::TWO_FACTOR, &[])?))
}

fn render(visit: &Visit, request: &PageRequest, challenge: &Challenge, problems: Problems) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let options = request.options(&problems);
    let secret = enrol_at_sign_in::proposed(app, challenge)?;
    let page = SetUpSecondFactorPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        proposed: secret.map(|secret| ProposedApp::new(&secret, app.config.totp_issuer(), &challenge.user.email)),
        return_to: place(visit, request)?.map(|place| place.to_string()),
    };
    Ok(visit.page(&page, &options))
}

/// `POST /two-factor/set-up`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

fn change(visit: &Visit) -> Change<'_> {
    Change { origin: &visit.origin, browser_secret: visit.browser.shown(), locale: visit.locale.tag(), now: visit.now }
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(challenge) = set_up_in(visit).await? else { return elsewhere(visit, request) };
    match request.field("action")? {
        "confirm" => confirm(visit, request, &challenge).await,
        _ => {
            enrol_at_sign_in::propose(&visit.server.app, &challenge, change(visit)).await?;
            Ok(visit.redirect(&beside(visit, request, urls::TWO_FACTOR_SET_UP, &[])?))
        }
    }
}

async fn confirm(visit: &Visit, request: &PageRequest, challenge: &Challenge) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let codes = BackupCodes::generate(app);
    match enrol_at_sign_in::confirm(app, challenge, request.field("code")?, &codes, change(visit)).await? {
        SetUp::Done(established) => show_codes(visit, request, &codes, &established),
        SetUp::Wrong => render(visit, request, challenge, Problem::CodeWrong.into()),
        SetUp::Over => elsewhere(visit, request),
    }
}

/// The answer to the form itself: the codes are kept nowhere from which another page could show them.
fn show_codes(
    visit: &Visit,
    request: &PageRequest,
    codes: &BackupCodes,
    established: &Established,
) -> Result<Response, PageError> {
    let page = FirstBackupCodesPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        codes: codes.shown().to_vec(),
        onward: destination(visit, request)?,
    };
    let mut response = visit.page(&page, &PageOptions::default());
    session_cookies::write_established(&visit.server, response.headers_mut(), established);
    session_cookies::write_last_used_method(&visit.server, response.headers_mut(), established);
    session_cookies::forget_pending(&visit.server, response.headers_mut());
    Ok(response)
}
