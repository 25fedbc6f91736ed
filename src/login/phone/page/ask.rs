//! `/sign-in/phone` and `/forgot-password/phone`: asking for a code. The answer is the same for every number.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest, untick};
use crate::login::password::page::entered_address;
use crate::login::phone::page::entered_number;
use crate::login::phone::view::PhoneRequestPage;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::urls;
use crate::users::phone_code::{self, PhoneCodePlace};
use crate::web::account_form;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// How long a person waits before another code is sent.
const PAUSE: Duration = Duration::from_secs(30);

/// `GET /sign-in/phone`.
pub(super) async fn show_for_sign_in(visit: Visit, uri: Uri) -> Response {
    show(visit, uri, PhoneCodeUse::Verify).await
}

/// `GET /forgot-password/phone`.
pub(super) async fn show_for_reset(visit: Visit, uri: Uri) -> Response {
    show(visit, uri, PhoneCodeUse::ResetPassword).await
}

/// `POST /sign-in/phone`: from the page above, by the button of a sign-in page, or for a new code.
pub(super) async fn send_for_sign_in(visit: Visit, request: Request<Body>) -> Response {
    send(visit, request, PhoneCodeUse::Verify).await
}

/// `POST /forgot-password/phone`.
pub(super) async fn send_for_reset(visit: Visit, request: Request<Body>) -> Response {
    send(visit, request, PhoneCodeUse::ResetPassword).await
}

async fn show(visit: Visit, uri: Uri, code_use: PhoneCodeUse) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, render(&visit, &request, ("", code_use), Problems::none()))
}

fn render(
    visit: &Visit,
    request: &PageRequest,
    (typed, code_use): (&str, PhoneCodeUse),
    problems: Problems,
) -> Result<Response, PageError> {
    let options = request.options(&problems);
    // A form that was sent says what was ticked, the address of a page what was unticked.
    let remember = if problems.is_empty() { request.keeps()? } else { request.ticked("remember")? };
    let page = PhoneRequestPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        code_use,
        phone: typed.to_owned(),
        remember,
        return_to: request.return_to(),
        sign_in_url: request.step_with(urls::SIGN_IN, untick(remember).as_slice()),
        problems,
    };
    Ok(visit.page(&page, &options))
}

async fn send(visit: Visit, request: Request<Body>, code_use: PhoneCodeUse) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request, code_use).await)
}

async fn act(visit: &Visit, request: &PageRequest, code_use: PhoneCodeUse) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let number = match entered_number(visit, request)? {
        Some(number) => number,
        None => {
            let typed = typed(request)?;
            match account_form::phone_number(&app.config.phone, typed) {
                Ok(number) => number,
                // The button of a sign-in page sends what stands in its field: a mail address is no slip there.
                Err(_) if request.parameters.single("phone")?.is_none() => {
                    let untick = untick(request.ticked("remember")?);
                    return Ok(visit.redirect(&request.step_with(path_of(code_use), untick.as_slice())));
                }
                Err(problem) => return render(visit, request, (typed, code_use), problem.into()),
            }
        }
    };
    let place = PhoneCodePlace { code_use, number: &number };
    let waits = phone_code::sent_at(app, &place).await?.is_some_and(|sent_at| visit.now < sent_at + PAUSE);
    if !waits {
        phone_code::request(app, &place, None, visit.locale.tag(), visit.now).await?;
    }
    let path = match code_use {
        PhoneCodeUse::Verify | PhoneCodeUse::SecondFactor => urls::PHONE_CODE,
        PhoneCodeUse::ResetPassword => urls::PHONE_RESET,
    };
    let told = [("remember", request.ticked("remember")?), ("wait", waits)];
    let told: Vec<_> = told.into_iter().filter(|(_, said)| *said).map(|(name, _)| (name, "on")).collect();
    Ok(visit.redirect(&entered_address::text_url_at(path, visit, (request, number.as_str()), &told)))
}

const fn path_of(code_use: PhoneCodeUse) -> &'static str {
    match code_use {
        PhoneCodeUse::Verify | PhoneCodeUse::SecondFactor => urls::PHONE_CODE_REQUEST,
        PhoneCodeUse::ResetPassword => urls::PHONE_RESET_REQUEST,
    }
}

/// The number in the page's own field, or what stands in that of a sign-in page whose button led here.
fn typed(request: &PageRequest) -> Result<&str, PageError> {
    match request.field("phone")? {
        "" => request.field("identifier"),
        typed => Ok(typed),
    }
}
