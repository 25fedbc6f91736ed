//! `/account/activity` and `/account/data`.

use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};

use crate::account::activity::view::{ActivityLine, ActivityPage};
use crate::account::visit::{AccountVisit, Refusal};
use crate::clock::Timestamp;
use crate::events::audit::AuditKind;
use crate::model::urls;
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
    let page = ActivityPage {
        chrome,
        frame,
        lines: events.into_iter().filter_map(line).collect(),
        older_url: last.map(|last| urls::with_query(urls::ACCOUNT_ACTIVITY, &[("before", &last)])),
    };
    Ok(at.show(&page, &Problems::none()))
}

/// A line; none of a kind that this version does not know.
fn line(event: PastEvent) -> Option<ActivityLine> {
    Some(ActivityLine {
        kind: AuditKind::parse(&event.kind)?,
        occurred_at: event.occurred_at,
        ip_address: event.ip_address.unwrap_or_default(),
    })
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
