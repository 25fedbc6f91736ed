//! `/sign-out`: the end of this browser's session.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::view::{SignInNotice, SignOutPage};
use crate::model::urls;
use crate::sessions::end::{self, Ended};
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
        name: signed_in.user.name,
        email: signed_in.user.email,
        back_url: urls::ACCOUNT.to_owned(),
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
    let app = &visit.server.app;
    let ended = match visit.signed_in().await? {
        Some(signed_in) => {
            let mut unit = app.store.write("login.sign_out").await?;
            let ended = end::sign_out(app, &mut unit, &signed_in.session, (&visit.origin, visit.now)).await?;
            unit.commit().await?;
            ended
        }
        None => Ended::found_dead(),
    };
    let notice = SignInNotice::SignedOut.as_str();
    let mut response = visit.redirect(&urls::with_query(urls::SIGN_IN, &[("notice", notice)]));
    session_cookies::write_ended(&visit.server, response.headers_mut(), &ended);
    Ok(response)
}
