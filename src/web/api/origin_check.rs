//! Cross-site request forgery: whose pages may call, and where callbacks may lead.
//!
//! A call that changes something and brings a Cookie header must come from a trusted origin. Calls that sign somebody in are checked
//! without cookies too as soon as a browser sent them (Fetch Metadata, Origin or Referer): else another site could sign its visitor
//! in to an account of its own. A program without any of these headers is no browser and passes.

use axum::http::header::{COOKIE, ORIGIN, REFERER};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use serde_json::{Map, Value};

use crate::model::trusted_origin::TrustedOrigins;
use crate::web::api::callback_url;
use crate::web::api::error::ApiError;
use crate::web::api::validation::is_something;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// A field that says where to go afterwards, what errors call it, and its error code.
struct Destination {
    field: &'static str,
    label: &'static str,
    code: &'static str,
}

const DESTINATIONS: [Destination; 4] = [
    Destination { field: "callbackURL", label: "callbackURL", code: "INVALID_CALLBACK_URL" },
    Destination { field: "redirectTo", label: "redirectURL", code: "INVALID_REDIRECT_URL" },
    Destination { field: "errorCallbackURL", label: "errorCallbackURL", code: "INVALID_ERROR_CALLBACK_URL" },
    Destination { field: "newUserCallbackURL", label: "newUserCallbackURL", code: "INVALID_NEW_USER_CALLBACK_URL" },
];

fn header(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty())
}

fn has_cookies(headers: &HeaderMap) -> bool {
    headers.contains_key(COOKIE)
}

/// Checks a call that may change something, where it brings cookies.
pub fn check(headers: &HeaderMap, trusted: &TrustedOrigins) -> Result<(), ApiError> {
    if has_cookies(headers) { check_origin(headers, trusted) } else { Ok(()) }
}

/// Checks a call that signs somebody in, where it brings no cookies.
pub fn check_sign_in(headers: &HeaderMap, trusted: &TrustedOrigins) -> Result<(), ApiError> {
    if has_cookies(headers) {
        return Ok(());
    }
    let (site, mode) = (header(headers, SEC_FETCH_SITE), header(headers, SEC_FETCH_MODE));
    if site == Some("cross-site") && mode == Some("navigate") {
        let message = "Cross-site navigation login blocked. This request appears to be a CSRF attack.";
        return Err(ApiError::new(StatusCode::FORBIDDEN, "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED", message));
    }
    if is_from_a_browser(headers) { check_origin(headers, trusted) } else { Ok(()) }
}

/// Whether a browser made the call, as far as headers tell: Fetch Metadata, Origin or Referer.
pub fn is_from_a_browser(headers: &HeaderMap) -> bool {
    [SEC_FETCH_SITE, SEC_FETCH_MODE, SEC_FETCH_DEST, ORIGIN, REFERER].into_iter().any(|name| header(headers, name).is_some())
}

fn check_origin(headers: &HeaderMap, trusted: &TrustedOrigins) -> Result<(), ApiError> {
    match header(headers, ORIGIN).or_else(|| header(headers, REFERER)) {
        // A page without a referrer policy of its own that keeps its origin to itself; the browser vouches that it is ours.
        Some("null") if header(headers, SEC_FETCH_SITE) == Some("same-origin") => Ok(()),
        None | Some("null") => Err(ApiError::new(StatusCode::FORBIDDEN, "MISSING_OR_NULL_ORIGIN", "Missing or null Origin")),
        Some(origin) if trusted.trusts_url(origin) => Ok(()),
        Some(_) => Err(ApiError::new(StatusCode::FORBIDDEN, "INVALID_ORIGIN", "Invalid origin")),
    }
}

fn untrusted(destination: &Destination) -> ApiError {
    ApiError::new(StatusCode::FORBIDDEN, destination.code, format!("Invalid {}", destination.label))
}

fn check_destination(value: &Value, destination: &Destination, trusted: &TrustedOrigins) -> Result<(), ApiError> {
    match value {
        value if !is_something(value) => Ok(()),
        Value::String(text) => callback_url::parse(text, trusted).map(drop).map_err(|_| untrusted(destination)),
        _ => Err(ApiError::uncoded(format!("Invalid {}: expected a string", destination.label))),
    }
}

/// Checks every field of a body that says where to go, and the one of the query.
pub fn check_destinations(body: Option<&Value>, query: &Map<String, Value>, trusted: &TrustedOrigins) -> Result<(), ApiError> {
    let fields = body.and_then(Value::as_object);
    for destination in &DESTINATIONS {
        if let Some(value) = fields.and_then(|fields| fields.get(destination.field)) {
            check_destination(value, destination, trusted)?;
        }
    }
    check_query(query, trusted)
}

/// Checks where a link leads.
pub fn check_query(query: &Map<String, Value>, trusted: &TrustedOrigins) -> Result<(), ApiError> {
    match (query.get("callbackURL"), DESTINATIONS.first()) {
        (Some(value), Some(destination)) => check_destination(value, destination, trusted),
        _ => Ok(()),
    }
}

/// Whether a script made the call, and not a person who followed a link or a program that looks at links.
pub fn is_script(headers: &HeaderMap) -> bool {
    let accepts_json = headers
        .get_all(axum::http::header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.contains("application/json"));
    accepts_json || header(headers, SEC_FETCH_MODE) == Some("cors")
}
