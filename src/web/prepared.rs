//! Answering with a document that was prepared, compressed and tagged before.

use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use crate::crypto::prepared_document::PreparedDocument;

/// Clients may keep it for five minutes: rotation publishes a key longer than that before it signs.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// As many as the answer has in the end, so that their map is made once.
const HEADERS: usize = 14;

/// Answers with the JSON `document`, or says that the client has it already.
pub fn answer(document: &PreparedDocument, request: &HeaderMap) -> Response {
    let accepts_gzip =
        request.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).any(|value| value.contains("gzip"));
    let gzip = document.gzip().filter(|_| accepts_gzip);
    let representation = gzip.unwrap_or_else(|| document.plain());
    let known = request.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let unchanged =
        known.flat_map(|value| value.split(',')).any(|tag| tag.trim().trim_start_matches("W/") == representation.entity_tag);
    let mut response = Response::new(if unchanged { Body::empty() } else { Body::from(representation.body.clone()) });
    let headers = response.headers_mut();
    headers.reserve(HEADERS);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, CACHE);
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.extend(HeaderValue::from_str(&representation.entity_tag).ok().map(|tag| (ETAG, tag)));
    if gzip.is_some() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    if unchanged {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    response
}
