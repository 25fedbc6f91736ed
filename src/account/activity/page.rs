//! `/account/activity` and `/account/data`.

use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::Value;

use crate::account::activity::view::{ActivityLine, ActivityPage};
use crate::account::visit::{AccountVisit, Refusal};
use crate::clock::Timestamp;
use crate::events::audit::AuditKind;
use crate::locale::{Places, Texts};
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::store::audit_events::{self, PastEvent};
use crate::users::own_data;
use crate::web::form::Parameters;
use crate::web::problem::Problems;
use crate::web::server::Server;

/// Lines on one page.
const LINES: usize = 50;

/// The routes of this page.
pub fn routes() -> Router<Server> {
    Router::new().route(urls::ACCOUNT_ACTIVITY, get(show)).route(urls::ACCOUNT_DATA, get(download))
}

async fn show(at: AccountVisit, uri: Uri) -> Response {
    at.answer(shown(&at, &uri).await)
}

/// The moment that the query names in milliseconds: another page ended with it.
fn before(uri: &Uri) -> Result<Option<Timestamp>, Refusal> {
    let parameters = Parameters::from_query(uri)?;
    Ok(parameters.single("before")?.and_then(|text| text.parse().ok()).map(Timestamp::from_millis))
}

async fn shown(at: &AccountVisit, uri: &Uri) -> Result<Response, Refusal> {
    let before = before(uri)?;
    let mut unit = at.visit.server.app.store.read("account.activity").await?;
    let most = i64::try_from(LINES).unwrap_or(i64::MAX);
    let events = audit_events::of_user(&mut unit, &at.signed_in.user.id, before, most).await?;
    drop(unit);
    let last = events.get(LINES - 1).map(|event| event.occurred_at.millis().to_string());
    let (chrome, frame) = at.frame();
    let places = &at.visit.server.app.places;
    let lines = events.into_iter().filter_map(|event| line(event, places, chrome.texts)).collect();
    let page = ActivityPage {
        chrome,
        frame,
        lines,
        older_url: last.map(|last| urls::with_query(urls::ACCOUNT_ACTIVITY, &[("before", &last)])),
    };
    Ok(at.show(&page, &Problems::none()))
}

/// A line; none of a kind that this version does not know.
fn line(event: PastEvent, places: &Places, texts: Texts) -> Option<ActivityLine> {
    let ip_address = event.ip_address.unwrap_or_default();
    Some(ActivityLine {
        kind: AuditKind::parse(&event.kind)?,
        occurred_at: event.occurred_at,
        place: places.describe(&ip_address, texts).filter(|_| !ip_address.is_empty()),
        device: event.device.as_deref().map(Device::parse),
        methods: methods(&event.detail),
        ip_address,
    })
}

/// How somebody proved or tried to prove who they are, where that is what an event is about.
fn methods(detail: &str) -> Option<AuthenticationMethods> {
    let detail: Value = serde_json::from_str(detail).ok()?;
    let names = detail.get("methods").or_else(|| detail.get("method"))?.as_str()?;
    let methods = AuthenticationMethods::parse(names);
    methods.began_with().is_some().then_some(methods)
}

async fn download(at: AccountVisit) -> Response {
    at.answer(downloaded(&at).await)
}

async fn downloaded(at: &AccountVisit) -> Result<Response, Refusal> {
    at.proved()?;
    let data = own_data::collect(&at.visit.server.app, &at.signed_in.user, at.visit.now).await?;
    let mut response = Json(data).into_response();
    let attachment = HeaderValue::from_static("attachment; filename=\"account.json\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, attachment);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
