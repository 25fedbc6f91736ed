//! `/reset-password/phone`: typing the code, and the new password with it.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::reset::sign_in_url;
use crate::login::phone::page::{ask_again, entered_number, problem, sent_to};
use crate::login::phone::redeem;
use crate::login::phone::view::PhoneResetPage;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::short_code::ShortCode;
use crate::users::phone::TypedPhoneCode;
use crate::web::account_form;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

const USE: PhoneCodeUse = PhoneCodeUse::ResetPassword;

/// `GET /reset-password/phone?address=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request, Problems::none()))
}

/// The page, or the one before where this browser has typed no number lately.
fn open(visit: &Visit, request: &PageRequest, problems: Problems) -> Result<Response, PageError> {
    let Some(number) = entered_number(visit, request)? else { return Ok(ask_again(visit, request, USE)) };
    let options = request.options(&problems);
    let page = PhoneResetPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        sent: sent_to(visit, request, (&number, USE), &problems)?,
        problems,
        return_to: request.return_to(),
        minimum_length: account_form::shortest_password(&visit.server.app.config.accounts),
    };
    Ok(visit.page(&page, &options))
}

/// `POST /reset-password/phone`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(number) = entered_number(visit, request)? else { return open(visit, request, Problems::none()) };
    let app = &visit.server.app;
    // A password that may not be chosen costs no try.
    let password = match account_form::new_password(&app.config.accounts, request.field("password")?) {
        Ok(password) => password,
        Err(problem) => return open(visit, request, problem.into()),
    };
    let code = ShortCode::entered(request.field("code")?);
    let typed = TypedPhoneCode { number: &number, code: &code };
    match redeem::reset_password(app, typed, &password, (&visit.origin, visit.now)).await {
        Ok(()) => Ok(visit.redirect(&sign_in_url(request))),
        Err(error) => open(visit, request, problem(error)?.into()),
    }
}
