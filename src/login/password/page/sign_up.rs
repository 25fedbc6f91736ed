//! `/sign-up`: a new account.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::config::{SignUp, SignUpUsername};
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::{admitted, check_mail};
use crate::login::password::view::{MailPurpose, SignUpPage};
use crate::model::urls;
use crate::model::user::Role;
use crate::sessions::establish::Admission;
use crate::users::register::{Asked, RegisterError, Registered, Registration, register};
use crate::web::account_form::{NewAccountForm, UsernameField, shortest_password};
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::visit::Visit;

/// `GET /sign-up`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_open(visit)?;
    if request.transaction.is_none() && visit.signed_in().await?.is_some() {
        return Ok(visit.redirect(&request.after_sign_in()?));
    }
    Ok(render(visit, request, NewAccountForm::default(), Problems::none()))
}

fn must_be_open(visit: &Visit) -> Result<(), PageError> {
    match visit.server.app.config.registration.sign_up {
        SignUp::Open | SignUp::Domains => Ok(()),
        SignUp::Off => Err(PageError::new(ErrorKind::SignUpClosed, "registration.sign_up is off")),
    }
}

fn render(visit: &Visit, request: &PageRequest, form: NewAccountForm<'_>, problems: Problems) -> Response {
    let options = request.options(&problems);
    let settings = &visit.server.app.config.username;
    let page = SignUpPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        name: form.name.to_owned(),
        username: match settings.asked_at_sign_up() {
            SignUpUsername::Off => None,
            SignUpUsername::Optional => Some(UsernameField::optional(settings.rules(), form.username)),
            SignUpUsername::Required => Some(UsernameField::required(settings.rules(), form.username)),
        },
        email: form.email.to_owned(),
        minimum_length: shortest_password(&visit.server.app.config.accounts),
        sign_in_url: request.in_flow(urls::SIGN_IN),
    };
    visit.page(&page, &options)
}

/// `POST /sign-up`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_open(visit)?;
    let app = &visit.server.app;
    let form = NewAccountForm::read(&request.parameters)?;
    let account = match form.check(&app.config, app.config.username.asked_at_sign_up()) {
        Ok(account) => account,
        Err(problems) => return Ok(render(visit, request, form, problems)),
    };
    let before = visit.signed_in().await?;
    let way_back = request.way_back();
    let registration = Registration {
        email: account.email,
        name: account.name.to_string(),
        image: None,
        usernames: account.usernames,
        password: account.password,
        role: Role::User,
        email_verified: false,
        asked: Asked {
            callback_url: way_back.as_deref(),
            ..visit.asked(before.as_ref().map(|signed_in| &signed_in.session), true)
        },
    };
    let registered = match register(app, registration, visit.now).await {
        Ok(registered) => registered,
        Err(RegisterError::Password(error)) => {
            return Ok(render(visit, request, form, Problem::of_new_password(error)?.into()));
        }
        Err(RegisterError::Store(error)) => return Err(error.into()),
    };
    Ok(match registered {
        Registered::SignedIn(established) => {
            admitted(visit, request, &request.after_sign_in()?, &Admission::SignedIn(established))
        }
        Registered::SecondFactorOwed { pending, .. } => {
            admitted(visit, request, &request.after_sign_in()?, &Admission::SecondFactorOwed(pending))
        }
        Registered::Refused(refusal) => return Err((*refusal).into()),
        Registered::CheckYourMail { .. } => {
            check_mail::render(visit, request, form.email, MailPurpose::VerifyEmail, urls::SIGN_UP)
        }
        Registered::UsernameTaken => render(visit, request, form, Problem::UsernameTaken.into()),
        Registered::AddressTaken => render(visit, request, form, Problem::EmailTaken.into()),
        Registered::DomainRefused => render(visit, request, form, Problem::EmailDomainRefused.into()),
    })
}
