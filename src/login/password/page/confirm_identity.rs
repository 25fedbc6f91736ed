//! `/confirm-identity`: somebody who is signed in proves with their password that it is still they, then goes back.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::confirm::{Confirmation, confirm};
use crate::login::password::notice::SignInNotice;
use crate::login::password::page::{go_on, sign_in};
use crate::login::password::view::ReauthenticatePage;
use crate::model::password::Password;
use crate::model::urls;
use crate::store::accounts;
use crate::users::{passkey, ways_in};
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::visit::{SignedIn, Visit};

/// `GET /confirm-identity?return_to=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match visit.signed_in().await? {
        Some(signed_in) => {
            let refused = SignInNotice::parse(request.field("notice")?) == Some(SignInNotice::PasskeyRefused);
            let problems = if refused { Problem::PasskeyRefused.into() } else { Problems::none() };
            render(visit, request, &signed_in, problems).await
        }
        None => sign_in_first(visit, request),
    }
}

/// Signing in is the proof.
fn sign_in_first(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let return_to = request.after_sign_in();
    Ok(visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", &return_to)])))
}

async fn render(visit: &Visit, request: &PageRequest, signed_in: &SignedIn, problems: Problems) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let has_passkeys = app.config.passkey.enabled && passkey::exist(app, &signed_in.user.id).await?;
    let mut unit = app.store.read("login.confirm_identity").await?;
    let has_password = accounts::password_hash(&mut unit, &signed_in.user.id).await?.is_some();
    drop(unit);
    let options = request.options(&problems);
    let page = ReauthenticatePage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        name: signed_in.user.name.clone(),
        email: ways_in::known_by(&app.config, &signed_in.user).to_owned(),
        return_to: request.after_sign_in(),
        forgot_url: sign_in::forgot_url(visit, request),
        // Somebody without either sees the form all the same, and below it how to get a password.
        has_password: has_password || !has_passkeys,
        has_passkeys,
    };
    Ok(visit.page(&page, &options))
}

/// `POST /confirm-identity`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(signed_in) = visit.signed_in().await? else { return sign_in_first(visit, request) };
    let refuse = |problem: Problem| render(visit, request, &signed_in, problem.into());
    let Ok(password) = Password::entered(request.field("password")?) else { return refuse(Problem::PasswordWrong).await };
    let person = (&signed_in.user, &signed_in.session);
    let browser = (&visit.origin, visit.browser.shown());
    match confirm(&visit.server.app, person, &password, browser, visit.now).await? {
        Confirmation::Confirmed(established) => Ok(go_on(visit, &request.after_sign_in(), &established)),
        Confirmation::Wrong => refuse(Problem::PasswordWrong).await,
        Confirmation::TooManyTries { until } => refuse(Problem::too_many_tries(until, visit.now)).await,
    }
}
