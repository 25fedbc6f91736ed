//! `/sign-up`: a new account.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::config::SignUp;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::{admitted, check_mail};
use crate::login::password::view::{MailPurpose, SignUpPage};
use crate::login::siwe;
use crate::model::additional_fields::FieldValues;
use crate::model::urls;
use crate::model::user::Role;
use crate::sessions::establish::Admission;
use crate::users::address_rules;
use crate::users::register::{Asked, RegisterError, Registered, Registration, register};
use crate::users::sign_up_link::{self, SignUpPayload};
use crate::web::account_form::{self, NewAccountForm, UsernameField, shortest_password};
use crate::web::declared_fields::{self, DeclaredForm};
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::terms::{self, TermsText};
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
    // Where a browser may have several people, another can make an account in it.
    let alone = !visit.server.app.config.multi_session.enabled;
    if request.transaction.is_none() && alone && visit.signed_in().await?.is_some() {
        return Ok(visit.redirect(&request.after_sign_in()));
    }
    Ok(render(visit, request, NewAccountForm::default(), Problems::none()))
}

fn must_be_open(visit: &Visit) -> Result<(), PageError> {
    match visit.server.app.config.registration.sign_up {
        SignUp::Open | SignUp::Domains => Ok(()),
        SignUp::Invitation => Err(PageError::new(ErrorKind::SignUpClosed, "registration.sign_up is invitation")),
        SignUp::Off => Err(PageError::new(ErrorKind::SignUpClosed, "registration.sign_up is off")),
    }
}

fn render(visit: &Visit, request: &PageRequest, form: NewAccountForm<'_>, problems: Problems) -> Response {
    let options = request.options(&problems);
    let app = &visit.server.app;
    let settings = &app.config.username;
    let (fields, texts) = (declared_fields::of_new_account(&visit.server.app.config), visit.locale.texts());
    let fields = DeclaredForm::new(&fields, &texts);
    let page = SignUpPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        fields: if problems.is_empty() { fields.holding(&FieldValues::new()) } else { fields.sent(&request.parameters) },
        problems,
        name: form.name.to_owned(),
        username: UsernameField::of_new_account(settings, form.username),
        email: form.email.to_owned(),
        minimum_length: shortest_password(&app.config.accounts),
        terms: TermsText::of_new_account(app, &visit.locale.texts(), terms::was_ticked(app, &request.parameters)),
        passkeys: sign_up_link::is_offered(app),
        wallets: siwe::page::makes_accounts(app),
        return_to: request.return_to(),
        sign_in_url: request.step(urls::SIGN_IN),
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
    let (asked, texts) = (declared_fields::of_new_account(&visit.server.app.config), visit.locale.texts());
    let declared = DeclaredForm::new(&asked, &texts);
    let said = declared.read(&request.parameters, &FieldValues::new())?;
    let checked = form.check(&app.config, app.config.username.asked_at_sign_up());
    let (account, said, agreement) = match (checked, said, terms::agreement(app, &request.parameters)?) {
        (Ok(account), Ok(said), Ok(agreement)) => (account, said, agreement),
        (checked, said, agreement) => {
            let mut problems = checked.err().unwrap_or_default();
            said.err().unwrap_or_default().into_iter().for_each(|problem| problems.push(problem));
            problems.extend(agreement.err());
            return Ok(render(visit, request, form, problems));
        }
    };
    let before = visit.signed_in().await?;
    let way_back = request.way_back();
    let registration = Registration {
        email: account.email,
        name: account.name.to_string(),
        image: None,
        usernames: account.usernames,
        fields: said,
        password: account.password,
        role: Role::User,
        email_verified: false,
        agreement,
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
            admitted(visit, request, &request.after_sign_in(), &Admission::SignedIn(established))
        }
        Registered::SecondFactorOwed { pending, .. } => {
            admitted(visit, request, &request.after_sign_in(), &Admission::SecondFactorOwed(pending))
        }
        Registered::Refused(refusal) => return Err((*refusal).into()),
        Registered::CheckYourMail { .. } => check_mail::go(visit, request, form.email, (MailPurpose::NewAccount, true)),
        Registered::UsernameTaken => render(visit, request, form, Problem::UsernameTaken.into()),
        Registered::FieldTaken(field) => render(visit, request, form, declared.taken(&field).into()),
        Registered::AddressTaken => render(visit, request, form, Problem::EmailTaken.into()),
        Registered::DomainRefused => render(visit, request, form, Problem::EmailDomainRefused.into()),
    })
}

/// `POST /sign-up/passkey`: the same form, without a password. A link is mailed by which the account is made; the answer is the same
/// for every address.
pub(super) async fn send_for_passkey(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, ask_for_link(&visit, &request).await)
}

async fn ask_for_link(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_open(visit)?;
    let app = &visit.server.app;
    if !sign_up_link::is_offered(app) {
        return Err(PageError::new(ErrorKind::NotFound, "passkey.sign_up is off, or mail.url is not set"));
    }
    let form = NewAccountForm::read(&request.parameters)?;
    let (name, email) = match (account_form::name(form.name), account_form::email(form.email)) {
        (Ok(_), Ok(email)) if address_rules::check(app, &email).is_err() => {
            return Ok(render(visit, request, form, Problem::EmailDomainRefused.into()));
        }
        (Ok(name), Ok(email)) => (name, email),
        (name, email) => {
            let problems: Vec<_> = name.err().into_iter().chain(email.err()).collect();
            return Ok(render(visit, request, form, problems.into()));
        }
    };
    let payload = SignUpPayload { email: email.as_str().to_owned(), name: name.to_string() };
    sign_up_link::request(app, payload, visit.locale.tag(), request.way_back().as_deref(), visit.now).await?;
    Ok(check_mail::go(visit, request, form.email, (MailPurpose::SignUp, true)))
}

/// `GET /sign-up/passkey`: where somebody reloads who was shown the form again there.
pub(super) async fn back(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    visit.redirect(&request.step(urls::SIGN_UP))
}
