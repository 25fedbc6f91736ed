//! `/terms`: asked of whoever is signed in and owes an agreement, before they go on.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::config::TermsDocument;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::terms::view::TermsPage;
use crate::model::urls;
use crate::sessions::end;
use crate::users::terms::{self, Agreed};
use crate::users::ways_in;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::terms::TermsText;
use crate::web::visit::{SignedIn, Visit};

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::TERMS, get(show).post(send))
}

/// `GET /terms`.
async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request, Problems::none()).await)
}

async fn open(visit: &Visit, request: &PageRequest, problems: Problems) -> Result<Response, PageError> {
    let Some(signed_in) = visit.signed_in().await? else { return Ok(visit.redirect(&signed_out_url(request))) };
    let owed = terms::owed(&visit.server.app, &signed_in.user).await?;
    if owed.is_empty() {
        return Ok(visit.redirect(&request.after_sign_in()));
    }
    render(visit, request, (&signed_in, &owed), problems).await
}

async fn render(
    visit: &Visit,
    request: &PageRequest,
    (signed_in, owed): (&SignedIn, &[&TermsDocument]),
    problems: Problems,
) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let options = request.options(&problems);
    let page = TermsPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        terms: TermsText::new(owed, &visit.locale.texts()),
        agreed_before: terms::agreed_before(app, &signed_in.user.id).await?,
        person: signed_in.user.id.to_string(),
        email: ways_in::known_by(&app.config, &signed_in.user).to_owned(),
        data_url: urls::ACCOUNT_DATA,
        delete_url: app.config.accounts.delete.then_some(urls::ACCOUNT_DELETE),
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

/// Where somebody signs in who is not signed in any more, to come back here.
fn signed_out_url(request: &PageRequest) -> String {
    match &request.transaction {
        Some(_) => request.step(urls::SIGN_IN),
        None => urls::with_query(urls::SIGN_IN, &[("return_to", &request.after_sign_in())]),
    }
}

/// `POST /terms`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(signed_in) = visit.signed_in().await? else { return Ok(visit.redirect(&signed_out_url(request))) };
    if !signed_in.was_shown(&request.parameters)? {
        return open(visit, request, Problems::none()).await;
    }
    if request.field("action")? != "agree" {
        return sign_out(visit, request, &signed_in).await;
    }
    let app = &visit.server.app;
    match terms::agree(app, &signed_in.user, request.field("terms")?, &visit.origin, visit.now).await? {
        Agreed::Done => Ok(visit.redirect(&request.after_sign_in())),
        Agreed::Changed => open(visit, request, Problem::TermsChanged.into()).await,
    }
}

async fn sign_out(visit: &Visit, request: &PageRequest, signed_in: &SignedIn) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let mut unit = app.store.write("login.terms.sign_out").await?;
    let ended = end::sign_out(app, &mut unit, &signed_in.session, (&visit.origin, visit.now)).await?;
    unit.commit().await?;
    let mut response = visit.redirect(&request.step_with(urls::SIGN_IN, &[("notice", SignInNotice::SignedOut.as_str())]));
    session_cookies::write_ended(&visit.server, response.headers_mut(), &ended);
    Ok(response)
}
