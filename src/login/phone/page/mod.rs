//! The pages of phone numbers: asking for a code, typing it, and typing it with a new password.

mod ask;
mod enter;
mod reset;

use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::config::Phone as Settings;
use crate::login::page_request::{PageRequest, untick};
use crate::login::phone::redeem::RedeemError;
use crate::login::phone::view::{PhoneRequestPage, SentTo};
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::urls;
use crate::users::phone_code;
use crate::users::short_code::CodeRefusal;
use crate::web::entered_text;
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::visit::Visit;

/// The routes of these pages, as far as they are turned on.
pub fn routes(settings: &Settings) -> axum::Router<Server> {
    let routes = axum::Router::new()
        .route(urls::PHONE_CODE_REQUEST, get(ask::show_for_sign_in).post(ask::send_for_sign_in))
        .route(urls::PHONE_CODE, get(enter::show).post(enter::send));
    if settings.password_reset {
        routes
            .route(urls::PHONE_RESET_REQUEST, get(ask::show_for_reset).post(ask::send_for_reset))
            .route(urls::PHONE_RESET, get(reset::show).post(reset::send))
    } else {
        routes
    }
}

/// Whether a forgotten password can be reset by a code.
pub(in crate::login) fn resets_passwords(app: &App) -> bool {
    app.config.phone.enabled && app.config.phone.password_reset
}

/// The number that this browser typed lately.
fn entered_number(visit: &Visit, request: &PageRequest) -> Result<Option<PhoneNumber>, PageError> {
    Ok(entered_text::open(visit, request.field("address")?).and_then(|number| PhoneNumber::parse(&number).ok()))
}

/// Back to the page that asks for the number.
fn ask_again(visit: &Visit, request: &PageRequest, code_use: PhoneCodeUse) -> Response {
    visit.redirect(&request.step(PhoneRequestPage::path_of(code_use)))
}

fn sent_to(
    visit: &Visit,
    request: &PageRequest,
    (number, code_use): (&PhoneNumber, PhoneCodeUse),
    problems: &Problems,
) -> Result<SentTo, PageError> {
    let app = &visit.server.app;
    // There is no box on the way to a new password.
    let signs_in = code_use != PhoneCodeUse::ResetPassword;
    let changed = untick(!signs_in || request.ticked("remember")?);
    Ok(SentTo {
        number: number.grouped(),
        sealed: request.field("address")?.to_owned(),
        for_accounts: code_use == PhoneCodeUse::ResetPassword || !phone_code::makes_accounts(app),
        just_now: problems.is_empty() && request.ticked("wait")?,
        change_url: request.step_with(PhoneRequestPage::path_of(code_use), changed.as_slice()),
        mailbox_url: app.is_dev().then(|| urls::DEV_MAIL.to_owned()),
    })
}

fn problem(error: RedeemError) -> Result<Problem, PageError> {
    match error {
        RedeemError::Code(CodeRefusal::Wrong) => Ok(Problem::CodeWrong),
        RedeemError::Code(CodeRefusal::Missing | CodeRefusal::Expired | CodeRefusal::TooManyTries) => Ok(Problem::CodeSpent),
        // Nothing is said in fields here.
        RedeemError::Fields(_) => Ok(Problem::CodeSpent),
        RedeemError::Disabled => Ok(Problem::AccountDisabled),
        RedeemError::SignUpClosed => {
            Err(PageError::new(ErrorKind::SignUpClosed, "Codes make no accounts for numbers that have none"))
        }
        RedeemError::Password(error) => Ok(Problem::of_new_password(error)?),
        RedeemError::Store(error) => Err(error.into()),
    }
}
