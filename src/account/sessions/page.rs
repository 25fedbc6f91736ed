//! `/account/sessions` and `/account/sessions/end`.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::{get, post};

use crate::account::notice::Notice;
use crate::account::sessions::view::{SessionLine, SessionsPage};
use crate::account::visit::{AccountVisit, Refusal};
use crate::model::ids::ClientId;
use crate::model::session::Session;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::sessions::end;
use crate::store::{StoreError, clients, retry, sessions};
use crate::web::problem::Problems;
use crate::web::server::Server;
use crate::web::session_cookies;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ACCOUNT_SESSIONS, get(show)).route(urls::ACCOUNT_SESSIONS_END, post(submit))
}

/// The person's live sessions, this one first.
async fn live(at: &AccountVisit) -> Result<Vec<Session>, StoreError> {
    let mut unit = at.visit.server.app.store.read("account.sessions").await?;
    let found = sessions::live_of_user(&mut unit, &at.signed_in.user.id, at.visit.now).await?;
    let mut live: Vec<Session> = found.into_iter().map(|(session, _)| session).collect();
    live.sort_by_key(|session| session.id != at.signed_in.session.id);
    Ok(live)
}

/// The names of the apps on devices that the person let in.
async fn apps(at: &AccountVisit, live: &[Session]) -> Result<BTreeMap<ClientId, String>, StoreError> {
    let ids: BTreeSet<&ClientId> = live.iter().filter_map(|session| Some(&session.let_in.as_ref()?.client_id)).collect();
    let mut names = BTreeMap::new();
    if ids.is_empty() {
        return Ok(names);
    }
    let mut unit = at.visit.server.app.store.read("account.sessions.apps").await?;
    for id in ids {
        if let Some(stored) = clients::by_id(&mut unit, id).await? {
            names.insert(id.clone(), stored.client.metadata.client_name);
        }
    }
    Ok(names)
}

/// An app that is gone is called by its id.
fn app_name(apps: &BTreeMap<ClientId, String>, id: &ClientId) -> String {
    apps.get(id).cloned().unwrap_or_else(|| id.to_string())
}

async fn show(at: AccountVisit) -> Response {
    at.answer(shown(&at).await)
}

async fn shown(at: &AccountVisit) -> Result<Response, Refusal> {
    let (chrome, frame) = at.frame();
    let live = live(at).await?;
    let apps = apps(at, &live).await?;
    let line = |session: Session| SessionLine {
        let_in: session.let_in.as_ref().map(|let_in| app_name(&apps, &let_in.client_id)),
        current: session.id == at.signed_in.session.id,
        id: session.id.to_string(),
        device: Device::guess(&session.user_agent),
        place: at.visit.server.app.places.describe(&session.ip_address, chrome.texts),
        methods: session.methods,
        ip_address: session.ip_address,
        created_at: session.created_at,
        last_used_at: session.updated_at,
    };
    let sessions = live.into_iter().map(line).collect();
    let page = SessionsPage { chrome, frame, sessions };
    Ok(at.show(&page, &Problems::none()))
}

async fn submit(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(submitted(&at, request).await)
}

async fn submitted(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    match parameters.single("session")? {
        Some("all") => everywhere(at).await,
        Some("others") => others(at).await,
        chosen => one(at, chosen.unwrap_or_default()).await,
    }
}

async fn others(at: &AccountVisit) -> Result<Response, Refusal> {
    let app = &at.visit.server.app;
    let own = &at.signed_in.session;
    let mut unit = app.store.write("account.sessions.end_others").await?;
    let ended = end::sign_out_others(app, &mut unit, &own.user_id, Some(&own.id), (&at.visit.origin, at.visit.now)).await?;
    unit.commit().await?;
    Ok(if ended > 0 { at.done(Notice::SessionsEnded) } else { at.unchanged() })
}

async fn everywhere(at: &AccountVisit) -> Result<Response, Refusal> {
    let app = &at.visit.server.app;
    let own = &at.signed_in.session;
    let when = (&at.visit.origin, at.visit.now);
    let ended = retry(|| async {
        let mut unit = app.store.write("account.sessions.end_all").await?;
        let ended = end::sign_out(app, &mut unit, own, when).await?;
        end::sign_out_others(app, &mut unit, &own.user_id, None, when).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(ended)
    })
    .await?;
    Ok(signed_out(at, &ended))
}

/// Ends the chosen session, if it is one of this person's.
async fn one(at: &AccountVisit, chosen: &str) -> Result<Response, Refusal> {
    let Some(session) = live(at).await?.into_iter().find(|session| session.id.as_str() == chosen) else {
        return Ok(at.unchanged());
    };
    let app = &at.visit.server.app;
    let mut unit = app.store.write("account.sessions.end").await?;
    let ended = end::sign_out(app, &mut unit, &session, (&at.visit.origin, at.visit.now)).await?;
    unit.commit().await?;
    Ok(if session.id == at.signed_in.session.id { signed_out(at, &ended) } else { at.done(Notice::SessionsEnded) })
}

fn signed_out(at: &AccountVisit, ended: &end::Ended) -> Response {
    let mut response = at.visit.redirect(urls::SIGN_IN);
    session_cookies::write_ended(&at.visit.server, response.headers_mut(), ended);
    response
}
