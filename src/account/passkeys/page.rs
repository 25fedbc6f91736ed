//! `/account/passkeys`.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::get;

use crate::account::notice::Notice;
use crate::account::passkeys::view::{PasskeyLine, PasskeysPage};
use crate::account::visit::{AccountVisit, Refusal};
use crate::model::ids::PasskeyId;
use crate::model::{passkey as rules, urls};
use crate::users::passkey::change::{self, Removed};
use crate::users::passkey::register::{Registered, register};
use crate::users::passkey::{self, Change, Shown};
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ACCOUNT_PASSKEYS, get(show).post(submit))
}

async fn show(at: AccountVisit) -> Response {
    let outcome = match at.proved() {
        Ok(()) => render(&at, Problems::none()).await,
        Err(refusal) => Err(refusal),
    };
    at.answer(outcome)
}

async fn render(at: &AccountVisit, problems: Problems) -> Result<Response, Refusal> {
    let passkeys = passkey::of_user(&at.visit.server.app, &at.signed_in.user.id).await?;
    let (chrome, frame) = at.frame();
    let passkeys = passkeys.iter().map(PasskeyLine::from).collect();
    let page = PasskeysPage { chrome, frame, problems: problems.clone(), passkeys };
    Ok(at.show(&page, &problems))
}

async fn submit(at: AccountVisit, request: Request<Body>) -> Response {
    let ceremony = session_cookies::shown_ceremony(&at.visit.server, request.headers()).unwrap_or_default();
    at.answer(submitted(&at, &ceremony, request).await)
}

async fn submitted(at: &AccountVisit, ceremony: &str, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    at.proved()?;
    let id = PasskeyId::new(parameters.single("passkey")?.unwrap_or_default());
    match parameters.single("action")? {
        Some("rename") => rename(at, &id, parameters.single("name")?.unwrap_or_default()).await,
        Some("remove") => remove(at, &id).await,
        // The script sends the form without its button.
        _ => add(at, ceremony, parameters.single("credential")?.unwrap_or_default()).await,
    }
}

fn change(at: &AccountVisit) -> Change<'_> {
    Change { origin: &at.visit.origin, locale: at.visit.locale.tag(), now: at.visit.now }
}

async fn add(at: &AccountVisit, ceremony: &str, credential: &str) -> Result<Response, Refusal> {
    let response = serde_json::from_str(credential).unwrap_or_default();
    let own = [at.visit.server.trusted_origins.own()];
    let shown = Shown { ceremony, response: &response, origins: &own };
    match register(&at.visit.server.app, &at.signed_in.user, shown, None, change(at)).await? {
        Registered::Done(_) => Ok(at.done(Notice::PasskeyAdded)),
        Registered::Known => render(at, Problem::PasskeyKnown.into()).await,
        Registered::NoCeremony | Registered::NotTheirs | Registered::Refused(_) => {
            render(at, Problem::PasskeyRefused.into()).await
        }
    }
}

async fn rename(at: &AccountVisit, id: &PasskeyId, typed: &str) -> Result<Response, Refusal> {
    let Some(name) = rules::name(typed) else { return Ok(at.unchanged()) };
    let renamed = change::rename(&at.visit.server.app, &at.signed_in.user.id, id, &name).await?;
    Ok(if renamed { at.done(Notice::PasskeyRenamed) } else { at.unchanged() })
}

async fn remove(at: &AccountVisit, id: &PasskeyId) -> Result<Response, Refusal> {
    match change::remove(&at.visit.server.app, &at.signed_in.user, id, change(at)).await? {
        Removed::Gone => Ok(at.done(Notice::PasskeyRemoved)),
        Removed::LastWayIn => render(at, Problem::PasskeyLastWayIn.into()).await,
        Removed::Unknown | Removed::Outdated => Ok(at.unchanged()),
    }
}
