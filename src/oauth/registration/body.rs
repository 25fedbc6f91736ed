//! The body of a registration request: one JSON object, small, no member named twice.

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde_json::{Map, Value};

use crate::crypto::strict_json;
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::web::form;

/// The longest body, in bytes.
const MAXIMUM_LENGTH: usize = 64 * 1024;

/// Reads it.
pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<Map<String, Value>, OAuthError> {
    let refuse = |description: &'static str| OAuthError::new(ErrorCode::InvalidClientMetadata, description);
    if !form::has_media_type(headers, "application/json") {
        return Err(refuse("The body must be application/json").with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let bytes = Limited::new(body, MAXIMUM_LENGTH).collect().await.map_err(|error| {
        if error.downcast_ref::<LengthLimitError>().is_some() {
            refuse("The body may have 64 KiB").with_status(StatusCode::PAYLOAD_TOO_LARGE)
        } else {
            refuse("The body could not be read")
        }
    })?;
    strict_json::object(&bytes.to_bytes()).map_err(|_| refuse("The body must be a JSON object that names each member once"))
}
