//! Where a request came from, as far as the gate found out.

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;

use crate::model::request_origin::{RequestOrigin, ShownDevice};
use crate::model::shown_sessions::ShownSessions;
use crate::web::client_ip::ClientAddress;
use crate::web::request_id::RequestId;

const LONGEST_USER_AGENT: usize = 512;

/// Where the request came from. Asked for by what keeps it: most requests never do.
pub fn request_origin(parts: &Parts) -> RequestOrigin {
    RequestOrigin {
        ip_address: parts.extensions.get::<ClientAddress>().map(ToString::to_string).unwrap_or_default(),
        user_agent: user_agent(&parts.headers),
        device: ShownDevice::Program,
        sessions: ShownSessions::default(),
        request_id: parts.extensions.get::<RequestId>().map(ToString::to_string).unwrap_or_default(),
    }
}

fn user_agent(headers: &HeaderMap) -> String {
    let text = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.chars().take(LONGEST_USER_AGENT).collect()
}
