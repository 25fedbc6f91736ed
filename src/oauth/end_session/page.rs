//! `/oauth2/end-session` and its confirmation page.

use axum::body::Body;
use axum::http::{Method, Request};
use axum::response::Response;
use axum::routing::{get, post};

use crate::model::urls;
use crate::oauth::end_session::view::{SignOutConfirmPage, SignedOutPage, StillSignedInPage};
use crate::oauth::end_session::{EndSessionRequest, Hint, read};
use crate::sessions::{end, kept};
use crate::users::ways_in;
use crate::web::form::Parameters;
use crate::web::headers::ContentSecurityPolicy;
use crate::web::page::{PageError, PageOptions};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::{SignedIn, Visit};

/// The parameters that the confirmation page hands on.
const CARRIED: [&str; 4] = ["client_id", "post_logout_redirect_uri", "state", "id_token_hint"];

/// The routes of this endpoint.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::END_SESSION, get(end_session).post(end_session))
        .route(urls::END_SESSION_CONFIRM, post(confirm))
}

async fn end_session(visit: Visit, request: Request<Body>) -> Response {
    match answer(&visit, request).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, None),
    }
}

async fn answer(visit: &Visit, request: Request<Body>) -> Result<Response, PageError> {
    let parameters = if request.method() == Method::POST {
        let (parts, body) = request.into_parts();
        Parameters::from_body(&parts.headers, body).await?
    } else {
        Parameters::from_query(request.uri())?
    };
    let request = read(&visit.server.app, &parameters).await?;
    if let Some(response) = sign_out_other(visit, &request).await? {
        return Ok(response);
    }
    match visit.signed_in_for_apps().await? {
        None => Ok(done(visit, &request)),
        Some(signed_in) if is_proven(request.hint.as_ref(), &signed_in) => sign_out(visit, &request, &signed_in).await,
        Some(signed_in) => Ok(ask(visit, &parameters, &request, &signed_in)),
    }
}

/// Whether the request comes from the app that this very session signed in to.
fn is_proven(hint: Option<&Hint>, signed_in: &SignedIn) -> bool {
    hint.is_some_and(|hint| {
        hint.subject == signed_in.user.id.as_str() && hint.session_id.as_deref() == Some(signed_in.session.id.as_str())
    })
}

/// Signs out whom the request names, if it is not who uses the browser now but somebody whose session it keeps. Who uses it stays.
async fn sign_out_other(visit: &Visit, request: &EndSessionRequest) -> Result<Option<Response>, PageError> {
    let Some(Hint { subject, session_id: Some(session_id) }) = &request.hint else { return Ok(None) };
    let known = kept::known(&visit.server.app, &visit.origin.sessions, visit.now).await?;
    let named = known.iter().find(|known| known.user.id.as_str() == subject && known.session.id.as_str() == session_id);
    let Some(named) = named.filter(|named| visit.shown_session() != Some(named.token.as_str())) else { return Ok(None) };
    let ended = kept::remove(&visit.server.app, named, (&visit.origin, visit.now)).await?;
    let mut response = done(visit, request);
    session_cookies::write_removed(&visit.server, response.headers_mut(), &ended);
    Ok(Some(response))
}

fn ask(visit: &Visit, parameters: &Parameters, request: &EndSessionRequest, signed_in: &SignedIn) -> Response {
    let carried = parameters.iter().filter(|(name, _)| CARRIED.contains(name));
    let page = SignOutConfirmPage {
        chrome: visit.chrome(None),
        name: signed_in.user.name.clone(),
        email: ways_in::known_by(&visit.server.app.config, &signed_in.user).to_owned(),
        fields: carried.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
    };
    let policy = request.return_to.iter().fold(ContentSecurityPolicy::page(), |policy, target| policy.and_forms_to(target));
    visit.page(&page, &PageOptions { policy, ..PageOptions::default() })
}

async fn confirm(visit: Visit, request: Request<Body>) -> Response {
    match confirmed(&visit, request).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, None),
    }
}

async fn confirmed(visit: &Visit, request: Request<Body>) -> Result<Response, PageError> {
    let (parts, body) = request.into_parts();
    let parameters = Parameters::from_body(&parts.headers, body).await?;
    visit.check_form(&parameters)?;
    let request = read(&visit.server.app, &parameters).await?;
    if parameters.single("action")? != Some("confirm") {
        let page = StillSignedInPage { chrome: visit.chrome(None), account_url: urls::ACCOUNT.to_owned() };
        return Ok(visit.page(&page, &PageOptions::default()));
    }
    match visit.signed_in_for_apps().await? {
        Some(signed_in) => sign_out(visit, &request, &signed_in).await,
        None => Ok(done(visit, &request)),
    }
}

async fn sign_out(visit: &Visit, request: &EndSessionRequest, signed_in: &SignedIn) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let mut unit = app.store.write("end_session").await?;
    let ended = end::sign_out(app, &mut unit, &signed_in.session, (&visit.origin, visit.now)).await?;
    unit.commit().await?;
    let mut response = done(visit, request);
    session_cookies::write_ended(&visit.server, response.headers_mut(), &ended);
    Ok(response)
}

/// Sends the person back to the app, or tells them that they are signed out.
fn done(visit: &Visit, request: &EndSessionRequest) -> Response {
    if let Some(return_to) = &request.return_to {
        return visit.redirect(return_to);
    }
    let app_url = request.client.as_ref().and_then(|client| client.metadata.client_uri.clone());
    let page = SignedOutPage {
        chrome: visit.chrome(None),
        sign_in_url: urls::SIGN_IN.to_owned(),
        app_url,
        unconfirmed_apps: Vec::new(),
    };
    visit.page(&page, &PageOptions::default())
}
