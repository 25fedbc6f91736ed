//! `/forgot-password`: asking for a link that resets the password. The answer is the same for every address.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::{check_mail, mails_are_sent};
use crate::login::password::view::{ForgotPasswordPage, MailPurpose};
use crate::login::phone;
use crate::model::urls;
use crate::users::recover;
use crate::web::account_form;
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// `GET /forgot-password`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    let page = must_send_mails(&visit).map(|()| render(&visit, &request, "", Problems::none()));
    request.answer(&visit, page)
}

fn must_send_mails(visit: &Visit) -> Result<(), PageError> {
    if mails_are_sent(&visit.server.app) {
        Ok(())
    } else {
        Err(PageError::new(ErrorKind::NotFound, "mail.url is not set, so no link can be sent"))
    }
}

fn render(visit: &Visit, request: &PageRequest, email: &str, problems: Problems) -> Response {
    let options = request.options(&problems);
    let page = ForgotPasswordPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        email: email.to_owned(),
        phone_url: phone::page::resets_passwords(&visit.server.app).then(|| request.step(urls::PHONE_RESET_REQUEST)),
        return_to: request.return_to(),
        sign_in_url: request.step(urls::SIGN_IN),
    };
    visit.page(&page, &options)
}

/// `POST /forgot-password`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_send_mails(visit)?;
    let typed = request.field("email")?;
    let email = match account_form::email(typed) {
        Ok(email) => email,
        Err(problem) => return Ok(render(visit, request, typed, problem.into())),
    };
    recover::request(&visit.server.app, &email, visit.locale.tag(), request.way_back().as_deref(), visit.now).await?;
    Ok(check_mail::go(visit, request, typed, (MailPurpose::ResetPassword, true)))
}
