//! `/sign-in/phone-code`: typing the code. The number travels sealed in the URL, so that reloading, going back and several tabs work.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::admitted;
use crate::login::phone::page::{ask_again, entered_number, problem, sent_to};
use crate::login::phone::redeem::{self, Wish};
use crate::login::phone::view::PhoneCodePage;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::short_code::ShortCode;
use crate::users::fields::Said;
use crate::users::phone::TypedPhoneCode;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// `GET /sign-in/phone-code?address=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request, Problems::none()))
}

/// The page, or the one before where this browser has typed no number lately.
fn open(visit: &Visit, request: &PageRequest, problems: Problems) -> Result<Response, PageError> {
    let Some(number) = entered_number(visit, request)? else { return Ok(ask_again(visit, request, PhoneCodeUse::Verify)) };
    let options = request.options(&problems);
    let page = PhoneCodePage {
        chrome: visit.chrome(request.transaction.as_ref()),
        sent: sent_to(visit, request, (&number, PhoneCodeUse::Verify), &problems)?,
        problems,
        remember: request.ticked("remember")?,
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

/// `POST /sign-in/phone-code`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(number) = entered_number(visit, request)? else { return open(visit, request, Problems::none()) };
    let code = ShortCode::entered(request.field("code")?);
    let before = visit.signed_in().await?;
    let asked = visit.asked(before.as_ref().map(|signed_in| &signed_in.session), request.ticked("remember")?);
    let typed = TypedPhoneCode { number: &number, code: &code };
    match redeem::sign_in(&visit.server.app, typed, (Wish::Session, Said::Nothing), asked, visit.now).await {
        Ok(proved) => match proved.admission {
            Some(admission) => Ok(admitted(visit, request, &request.after_sign_in(), &admission)),
            // A session was wished for.
            None => open(visit, request, Problems::none()),
        },
        Err(error) => open(visit, request, problem(error)?.into()),
    }
}
