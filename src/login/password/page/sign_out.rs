//! `/sign-out`: the end of this browser's session, and of every other that it keeps.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::password::view::SignOutPage;
use crate::model::urls;
use crate::sessions::kept;
use crate::users::ways_in;
use crate::web::page::{PageError, PageOptions};
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// `GET /sign-out`: asks.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit).await)
}

async fn open(visit: &Visit) -> Result<Response, PageError> {
    let Some(signed_in) = visit.signed_in().await? else { return Ok(visit.redirect(urls::SIGN_IN)) };
    let page = SignOutPage {
        chrome: visit.chrome(None),
        email: ways_in::known_by(&visit.server.app.config, &signed_in.user).to_owned(),
        name: signed_in.user.name,
        back_url: urls::ACCOUNT.to_owned(),
        several: visit.origin.sessions.tokens().nth(1).is_some(),
    };
    Ok(visit.page(&page, &PageOptions::default()))
}

/// `POST /sign-out`: does it.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit).await)
}

async fn act(visit: &Visit) -> Result<Response, PageError> {
    let active = visit.signed_in().await?.map(|signed_in| signed_in.session);
    let ended = kept::end_all(&visit.server.app, active.as_ref(), (&visit.origin, visit.now)).await?;
    let notice = SignInNotice::SignedOut.as_str();
    let mut response = visit.redirect(&urls::with_query(urls::SIGN_IN, &[("notice", notice)]));
    session_cookies::write_ended(&visit.server, response.headers_mut(), &ended);
    Ok(response)
}
