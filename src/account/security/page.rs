//! `/account/security` and `/account/password`.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::{get, post};

use crate::account::notice::Notice;
use crate::account::security::view::SecurityPage;
use crate::account::visit::{AccountVisit, Refusal};
use crate::clock::Timestamp;
use crate::model::email::EmailAddress;
use crate::model::password::Password;
use crate::model::urls;
use crate::model::user::CREDENTIAL_PROVIDER;
use crate::store::{StoreError, accounts};
use crate::users::password::{ChangeError, Changed, PasswordChange, change};
use crate::users::recover::{self, OtherSessions};
use crate::users::register::Asked;
use crate::web::account_form;
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::SignedIn;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ACCOUNT_SECURITY, get(show)).route(urls::ACCOUNT_PASSWORD, post(submit))
}

/// When the password was last changed, for a person who has one.
async fn password_changed_at(at: &AccountVisit) -> Result<Option<Timestamp>, StoreError> {
    let mut unit = at.visit.server.app.store.read("account.security").await?;
    let accounts = accounts::of_user(&mut unit, &at.signed_in.user.id).await?;
    Ok(accounts.iter().find(|account| account.provider_id == CREDENTIAL_PROVIDER).map(|account| account.updated_at))
}

async fn show(at: AccountVisit) -> Response {
    at.answer(shown(&at).await)
}

async fn shown(at: &AccountVisit) -> Result<Response, Refusal> {
    let changed_at = password_changed_at(at).await?;
    if changed_at.is_some() {
        at.proved()?;
    }
    Ok(render(at, changed_at, Problems::none(), true))
}

fn render(at: &AccountVisit, changed_at: Option<Timestamp>, problems: Problems, revoke_sessions: bool) -> Response {
    let (chrome, frame) = at.frame();
    let page = SecurityPage {
        chrome,
        frame,
        problems: problems.clone(),
        has_password: changed_at.is_some(),
        password_changed_at: changed_at,
        minimum_length: account_form::shortest_password(&at.visit.server.app.config.accounts),
        revoke_sessions,
    };
    at.show(&page, &problems)
}

async fn submit(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(submitted(&at, request).await)
}

async fn submitted(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    let Some(changed_at) = password_changed_at(at).await? else { return send_link(at).await };
    at.proved()?;
    let current = parameters.single("current_password")?.unwrap_or_default();
    let new = parameters.single("password")?.unwrap_or_default();
    let others = match parameters.single("revoke_sessions")? {
        Some("on") => OtherSessions::End,
        _ => OtherSessions::Keep,
    };
    let problem = match read_passwords(at, current, new) {
        Ok((current, new)) => {
            let SignedIn { user, session, .. } = &at.signed_in;
            let wanted = PasswordChange { user, session, current: &current, new: &new, others };
            match change(&at.visit.server.app, &wanted, asked(at), at.visit.now).await {
                Ok(Changed::Kept) => return Ok(at.done(Notice::PasswordChanged)),
                Ok(Changed::Renewed(established)) => {
                    let mut response = at.done(Notice::PasswordChanged);
                    session_cookies::write_established(&at.visit.server, response.headers_mut(), &established);
                    return Ok(response);
                }
                Ok(Changed::Wrong) => Problem::CurrentPasswordWrong,
                Ok(Changed::NoPassword) => return Ok(at.unchanged()),
                Ok(Changed::TooManyTries { until }) => Problem::too_many_tries(until, at.visit.now),
                Err(ChangeError::Password(error)) => Problem::of_new_password(error).map_err(PageError::from)?,
                Err(ChangeError::Judge(error)) => return Err(error.into()),
                Err(ChangeError::Store(error)) => return Err(error.into()),
            }
        }
        Err(problem) => problem,
    };
    Ok(render(at, Some(changed_at), problem.into(), others == OtherSessions::End))
}

fn asked(at: &AccountVisit) -> Asked<'_> {
    at.visit.asked(Some(&at.signed_in.session), at.signed_in.session.remembered)
}

fn read_passwords(at: &AccountVisit, current: &str, new: &str) -> Result<(Password, Password), Problem> {
    // One that nobody can have chosen needs no judging.
    let current = Password::entered(current).map_err(|_| Problem::CurrentPasswordWrong)?;
    let new = account_form::new_password(&at.visit.server.app.config.accounts, new)?;
    Ok((current, new))
}

async fn send_link(at: &AccountVisit) -> Result<Response, Refusal> {
    let email = EmailAddress::from_stored(at.signed_in.user.email.clone());
    recover::request(&at.visit.server.app, &email, at.visit.locale.tag(), None, at.visit.now).await?;
    Ok(at.done(Notice::PasswordLinkSent))
}
