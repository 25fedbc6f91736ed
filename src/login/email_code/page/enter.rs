//! `/sign-in/code`: typing the code. The address travels sealed in the URL, so that reloading, going back and several tabs work.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::email_code::page::must_be_offered;
use crate::login::email_code::redeem::{self, RedeemError, Typed};
use crate::login::email_code::view::EmailCodePage;
use crate::login::page_request::{Flow, PageRequest, untick};
use crate::login::password::page::{admitted, entered_address};
use crate::model::email::EmailAddress;
use crate::model::email_code::EmailCode;
use crate::model::urls;
use crate::users::email_code::{self, CodeRefusal};
use crate::users::fields::Said;
use crate::users::proved_address::{Newcomer, Refusal};
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::visit::Visit;

/// `GET /sign-in/code?address=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request, Problems::none()))
}

/// The page, or the one before where this browser has typed no address lately.
fn open(visit: &Visit, request: &PageRequest, problems: Problems) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    let address = request.field("address")?;
    let Some(email) = entered_address::open_email(visit, address) else {
        return Ok(visit.redirect(&request.step(urls::EMAIL_CODE_REQUEST)));
    };
    let app = &visit.server.app;
    let options = request.options(&problems);
    let page = EmailCodePage {
        chrome: visit.chrome(request.transaction.as_ref()),
        email: email.as_str().to_owned(),
        address: address.to_owned(),
        for_accounts: !email_code::makes_accounts(app),
        sent_just_now: problems.is_empty() && request.ticked("wait")?,
        problems,
        remember: request.ticked("remember")?,
        return_to: request.return_to(),
        change_url: request.step_with(urls::EMAIL_CODE_REQUEST, untick(request.ticked("remember")?).as_slice()),
        mailbox_url: app.is_dev().then(|| urls::DEV_MAIL.to_owned()),
    };
    Ok(visit.page(&page, &options))
}

/// `POST /sign-in/code`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    let Some(email) = entered_address::open_email(visit, request.field("address")?) else {
        return open(visit, request, Problems::none());
    };
    let code = EmailCode::entered(request.field("code")?);
    let before = visit.signed_in().await?;
    let asked = visit.asked(before.as_ref().map(|signed_in| &signed_in.session), request.ticked("remember")?);
    let typed = Typed { email: &email, code: &code };
    match redeem::sign_in(&visit.server.app, typed, newcomer(&email), asked, visit.now).await {
        Ok(entered) => Ok(admitted(visit, request, &request.after_sign_in(), &entered.admission)),
        Err(error) => open(visit, request, problem(error)?.into()),
    }
}

/// A new person has named no name here; they find this one in their profile.
fn newcomer(email: &EmailAddress) -> Newcomer<'_> {
    Newcomer { name: email.as_str().split('@').next().unwrap_or_default(), image: None, fields: Said::Nothing }
}

fn problem(error: RedeemError) -> Result<Problem, PageError> {
    match error {
        RedeemError::Code(CodeRefusal::Wrong | CodeRefusal::Missing) => Ok(Problem::CodeWrong),
        RedeemError::Code(CodeRefusal::Expired | CodeRefusal::TooManyTries) | RedeemError::Refused(Refusal::Outdated) => {
            Ok(Problem::CodeSpent)
        }
        RedeemError::Refused(Refusal::Disabled) => Ok(Problem::AccountDisabled),
        RedeemError::Refused(Refusal::SignUpClosed) => {
            Err(PageError::new(ErrorKind::SignUpClosed, "Codes make no accounts for new addresses"))
        }
        // Nothing is said in fields here.
        RedeemError::Fields(_) => Ok(Problem::CodeSpent),
        RedeemError::AddressTaken => Ok(Problem::EmailTaken),
        RedeemError::Password(error) => Err(error.into()),
        RedeemError::Store(error) => Err(error.into()),
    }
}
