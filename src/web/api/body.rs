//! The body of a call: which content types are taken, and how it is read.
//!
//! Without a content type the body is ignored, as Better Auth does; an empty one counts as none.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde_json::{Map, Value};

use crate::web::api::error::ApiError;
use crate::web::form::{MAXIMUM_BODY_LENGTH, Parameters};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// What kinds of body an endpoint takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaTypes {
    /// JSON.
    Json,
    /// JSON, or a form as pages without scripts send it.
    JsonOrForm,
}

impl MediaTypes {
    /// Their names, in the order in which errors list them.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Json => &[JSON],
            Self::JsonOrForm => &[FORM, JSON],
        }
    }

    fn refuse(self, sent: &str) -> ApiError {
        let message = format!("Content-Type \"{sent}\" is not allowed. Allowed types: {}", self.names().join(", "));
        ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", message)
    }
}

/// Reads a body; none if there is nothing to read.
pub async fn read(headers: &HeaderMap, body: Body, taken: MediaTypes) -> Result<Option<Value>, ApiError> {
    let Some(declared) = headers.get(CONTENT_TYPE) else { return Ok(None) };
    let declared = declared.to_str().unwrap_or_default();
    let essence = declared.split(';').next().unwrap_or(declared).trim().to_ascii_lowercase();
    let known = taken.names().iter().find(|name| **name == essence);
    let known = known.ok_or_else(|| taken.refuse(declared))?;
    let bytes = Limited::new(body, MAXIMUM_BODY_LENGTH).collect().await.map_err(|error| broken(&*error))?.to_bytes();
    if bytes.is_empty() {
        return Ok(None);
    }
    if *known == FORM { form(&bytes) } else { json(&bytes) }.map(Some)
}

fn broken(error: &(dyn std::error::Error + 'static)) -> ApiError {
    if error.is::<LengthLimitError>() {
        ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", "Request body is too large")
    } else {
        ApiError::bad_request("BAD_REQUEST", "The request body could not be read")
    }
}

fn json(bytes: &[u8]) -> Result<Value, ApiError> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(text).map_err(|_| ApiError::bad_request("BAD_REQUEST", "Invalid JSON in request body"))
}

fn form(bytes: &[u8]) -> Result<Value, ApiError> {
    let parameters = Parameters::parse(bytes, MAXIMUM_BODY_LENGTH)
        .map_err(|error| ApiError::bad_request("BAD_REQUEST", format!("Invalid form in request body: {error}")))?;
    Ok(Value::Object(named_values(&parameters)))
}

/// Parameters as fields: each a text, or a list of texts if its name is repeated.
pub fn named_values(parameters: &Parameters) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, value) in parameters.iter() {
        let value = Value::String(value.to_owned());
        match fields.get_mut(name) {
            None => drop(fields.insert(name.to_owned(), value)),
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
    fields
}
