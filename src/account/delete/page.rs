//! `/account/delete`, and `/account/deleted` after it.

use axum::body::Body;
use axum::http::{HeaderMap, Request};
use axum::response::Response;
use axum::routing::get;

use crate::account::delete::view::{DeletePage, DeletedPage};
use crate::account::notice::Notice;
use crate::account::visit::{AccountVisit, Refusal, switched_off};
use crate::model::password::Password;
use crate::model::urls;
use crate::sessions::end::Ended;
use crate::store::accounts;
use crate::users::erase;
use crate::users::password::{Judgement, judge};
use crate::users::permission;
use crate::web::page::PageOptions;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ACCOUNT_DELETE, get(show).post(submit)).route(urls::ACCOUNT_DELETED, get(goodbye))
}

/// Whether the person has a password, which they then have proved lately. A mailed link is proof by itself.
async fn come_in(at: &AccountVisit) -> Result<bool, Refusal> {
    let app = &at.visit.server.app;
    if !app.config.accounts.delete {
        return Err(switched_off("Deleting one's account"));
    }
    let mut unit = app.store.read("account.delete").await?;
    let has_password = accounts::password_hash(&mut unit, &at.signed_in.user.id).await?.is_some();
    drop(unit);
    if has_password {
        at.proved()?;
    }
    Ok(has_password)
}

fn render(at: &AccountVisit, has_password: bool, problems: Problems) -> Response {
    let (chrome, frame) = at.frame();
    at.show(&DeletePage { chrome, frame, problems: problems.clone(), has_password }, &problems)
}

async fn show(at: AccountVisit) -> Response {
    at.answer(come_in(&at).await.map(|has_password| render(&at, has_password, Problems::none())))
}

async fn submit(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(submitted(&at, request).await)
}

async fn submitted(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    let (app, user) = (&at.visit.server.app, &at.signed_in.user);
    if !come_in(at).await? {
        erase::request(app, user, at.visit.locale.tag(), None, at.visit.now).await?;
        return Ok(at.done(Notice::DeletionLinkSent));
    }
    // One that nobody can have chosen needs no judging.
    let Ok(password) = Password::entered(parameters.single("password")?.unwrap_or_default()) else {
        return Ok(render(at, true, Problem::PasswordWrong.into()));
    };
    match judge(app, user, &password, at.visit.now).await? {
        Judgement::Right => {
            let when = (&at.visit.origin, at.visit.now);
            let may = permission::to_erase(app, user, when).await?;
            erase::erase_now(app, &user.id, &may, when).await?;
            Ok(leave(at))
        }
        Judgement::Wrong => Ok(render(at, true, Problem::PasswordWrong.into())),
        Judgement::TooManyTries { until } => Ok(render(at, true, Problem::too_many_tries(until, at.visit.now).into())),
        Judgement::NoPassword => Ok(at.unchanged()),
    }
}

fn leave(at: &AccountVisit) -> Response {
    let mut response = at.visit.redirect(urls::ACCOUNT_DELETED);
    session_cookies::write_ended(&at.visit.server, response.headers_mut(), &Ended::found_dead());
    Notice::AccountDeleted.leave(&at.visit.server, &mut response);
    response
}

/// Only for the browser that just did it; whoever else comes here is asked to sign in.
async fn goodbye(visit: Visit, headers: HeaderMap) -> Response {
    if Notice::of_request(&visit.server, &headers) != Some(Notice::AccountDeleted) {
        return visit.redirect(urls::SIGN_IN);
    }
    let page = DeletedPage { chrome: visit.chrome(None), sign_in_url: urls::SIGN_IN.to_owned() };
    let mut response = visit.page(&page, &PageOptions::default());
    Notice::forget(&visit.server, &mut response);
    response
}
