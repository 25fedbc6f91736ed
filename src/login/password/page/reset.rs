//! `/reset-password`: choosing a new password with a mailed link. Looking spends nothing; only the form does.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::login::dead_link::dead_link;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::password::view::ResetPasswordPage;
use crate::model::urls;
use crate::model::user::User;
use crate::one_time::SecretError;
use crate::users::recover::{self, OtherSessions, ResetError};
use crate::web::account_form;
use crate::web::error_view::ErrorAction;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::visit::Visit;

/// `GET /reset-password?token=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let token = request.field("token")?;
    match recover::look_up(&visit.server.app, token).await {
        Ok(user) => Ok(render(visit, request, (token, &user), Problems::none())),
        Err(error) => no_link(visit, request, error),
    }
}

fn render(visit: &Visit, request: &PageRequest, link: (&str, &User), problems: Problems) -> Response {
    let (token, user) = link;
    let options = request.options(&problems);
    let page = ResetPasswordPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        token: token.to_owned(),
        email: user.email.clone(),
        return_to: request.return_to(),
        minimum_length: account_form::shortest_password(&visit.server.app.config.accounts),
    };
    visit.page(&page, &options)
}

/// One answer for every link that does nothing, with the way to a new one.
fn no_link(visit: &Visit, request: &PageRequest, error: SecretError) -> Result<Response, PageError> {
    let new_link =
        ErrorAction { label: visit.chrome(None).text("error-action-new-link"), url: request.step(urls::FORGOT_PASSWORD) };
    dead_link(visit, error, "The reset link was used, replaced, expired or never given out", new_link)
}

/// `POST /reset-password`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let token = request.field("token")?;
    let user = match recover::look_up(app, token).await {
        Ok(user) => user,
        Err(error) => return no_link(visit, request, error),
    };
    let password = match account_form::new_password(&app.config.accounts, request.field("password")?) {
        Ok(password) => password,
        Err(problem) => return Ok(render(visit, request, (token, &user), problem.into())),
    };
    let others = if request.ticked("revoke_sessions")? { OtherSessions::End } else { OtherSessions::Keep };
    match recover::reset(app, token, &password, others, (&visit.origin, visit.now)).await {
        Ok(_) => Ok(visit.redirect(&sign_in_url(request))),
        Err(ResetError::Secret(error)) => no_link(visit, request, error),
        Err(ResetError::Password(error)) => Ok(render(visit, request, (token, &user), Problem::of_new_password(error)?.into())),
    }
}

/// Where somebody goes on to who has just chosen a new password.
pub(in crate::login) fn sign_in_url(request: &PageRequest) -> String {
    request.step_with(urls::SIGN_IN, &[("notice", SignInNotice::PasswordReset.as_str())])
}
