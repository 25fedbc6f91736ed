//! `/admin/setup`: the page that a set-up link opens.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::admin::setup::view::SetupPage;
use crate::admin::setup::{look_up, spend};
use crate::app::App;
use crate::config::SignUpUsername;
use crate::model::additional_fields::FieldValues;
use crate::model::urls;
use crate::model::user::Role;
use crate::one_time::SecretError;
use crate::store::{StoreError, users};
use crate::users::new_password;
use crate::users::register::{Registered, Registration, register};
use crate::users::terms::Agreement;
use crate::web::account_form::{NewAccountForm, shortest_password};
use crate::web::error_view::ErrorKind;
use crate::web::form::Parameters;
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ADMIN_SETUP, get(show).post(send))
}

async fn show(visit: Visit, uri: Uri) -> Response {
    open(&visit, &uri).await.unwrap_or_else(|error| visit.error(&error, None))
}

async fn open(visit: &Visit, uri: &Uri) -> Result<Response, PageError> {
    let parameters = Parameters::from_query(uri)?;
    let code = parameters.single("code")?.unwrap_or_default();
    look_up(&visit.server.app, code).await.map_err(dead_link)?;
    Ok(render(visit, code, NewAccountForm::default(), Problems::none()))
}

fn dead_link(error: SecretError) -> PageError {
    match error {
        SecretError::Store(error) => error.into(),
        _ => PageError::new(ErrorKind::LinkExpired, "Start the server again without an administrator to get a new set-up link"),
    }
}

fn render(visit: &Visit, code: &str, form: NewAccountForm<'_>, problems: Problems) -> Response {
    let options = PageOptions::after(&problems);
    let page = SetupPage {
        chrome: visit.chrome(None),
        problems,
        code: code.to_owned(),
        name: form.name.to_owned(),
        email: form.email.to_owned(),
        minimum_length: shortest_password(&visit.server.app.config.accounts),
    };
    visit.page(&page, &options)
}

async fn send(visit: Visit, request: Request<Body>) -> Response {
    act(&visit, request).await.unwrap_or_else(|error| visit.error(&error, None))
}

/// Spends the code before the account exists, so that of parallel requests one makes an administrator.
async fn act(visit: &Visit, request: Request<Body>) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let (parts, body) = request.into_parts();
    let parameters = Parameters::from_body(&parts.headers, body).await?;
    visit.check_form(&parameters)?;
    let code = parameters.single("code")?.unwrap_or_default();
    look_up(app, code).await.map_err(dead_link)?;
    let form = NewAccountForm::read(&parameters)?;
    let account = match form.check(&app.config, SignUpUsername::Off) {
        Ok(account) => account,
        Err(problems) => return Ok(render(visit, code, form, problems)),
    };
    if is_taken(app, account.email.as_str()).await? {
        return Ok(render(visit, code, form, Problem::EmailTaken.into()));
    }
    // Before the code is spent: whoever chose a leaked password chooses again.
    if let Err(error) = new_password::check(app, &account.password).await {
        return Ok(render(visit, code, form, Problem::of_new_password(error)?.into()));
    }
    let before = visit.signed_in().await?;
    spend(app, code, visit.now).await.map_err(dead_link)?;
    let registration = Registration {
        email: account.email,
        name: account.name.to_string(),
        image: None,
        usernames: account.usernames,
        // What everybody must say they are asked on the way to an app.
        fields: FieldValues::new(),
        password: account.password,
        role: Role::Admin,
        email_verified: true,
        agreement: Agreement::Owed,
        asked: visit.asked(before.as_ref().map(|signed_in| &signed_in.session), true),
    };
    match register(app, registration, visit.now).await? {
        Registered::SignedIn(established) => {
            let mut response = visit.redirect(urls::ACCOUNT);
            session_cookies::write_established(&visit.server, response.headers_mut(), &established);
            Ok(response)
        }
        Registered::SecondFactorOwed { pending, .. } => {
            let mut response = visit.redirect(urls::TWO_FACTOR);
            session_cookies::write_pending(&visit.server, response.headers_mut(), &pending);
            Ok(response)
        }
        Registered::Refused(refusal) => Err((*refusal).into()),
        Registered::CheckYourMail { .. }
        | Registered::AddressTaken
        | Registered::UsernameTaken
        | Registered::FieldTaken(_)
        | Registered::DomainRefused => Err(dead_link(SecretError::Spent)),
    }
}

async fn is_taken(app: &App, email: &str) -> Result<bool, StoreError> {
    let mut unit = app.store.read("admin.setup.is_taken").await?;
    Ok(users::by_email(&mut unit, email).await?.is_some())
}
