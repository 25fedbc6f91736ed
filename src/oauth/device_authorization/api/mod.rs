//! Device authorization as JSON, as Better Auth's `deviceAuthorization` client speaks it: the device asks and polls, and a page of the
//! operator's own may open and answer in the place of ours. Refusals have the shape of OAuth (RFC 6749, section 5.2).

mod device;
mod person;

use axum::http::header::{CACHE_CONTROL, PRAGMA};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use utoipa::openapi::Required;

use crate::config::Config;
use crate::tokens::device_authorization::request::DeviceCodes;
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::Success;
use crate::web::api::{ApiResult, ApiRoutes, Calling, Description, answer};

/// The endpoints, if devices may be signed in at all.
pub fn routes(config: &Config) -> ApiRoutes {
    if !config.device_authorization.enabled {
        return ApiRoutes::new();
    }
    ApiRoutes::new()
        .endpoint(
            Calling::Post(MediaTypes::JsonOrForm),
            "/device/code",
            |call| Box::pin(device::code(call)),
            Description::new("Ask for a device to be signed in from another place (RFC 8628)")
                .takes::<device::CodeBody>()
                .answers::<DeviceCodes>()
                .fails(400, &["invalid_request", "invalid_client", "unauthorized_client", "invalid_scope", "invalid_target"]),
        )
        .endpoint(
            Calling::Post(MediaTypes::Json),
            "/device/token",
            |call| Box::pin(device::token(call)),
            Description::new("Ask whether somebody has let the device in, and get a session of theirs")
                .takes::<device::TokenBody>()
                .answers::<device::DeviceToken>()
                .fails(
                    400,
                    &[
                        "authorization_pending",
                        "slow_down",
                        "expired_token",
                        "access_denied",
                        "invalid_grant",
                        "invalid_client",
                        "unauthorized_client",
                        "VALIDATION_ERROR",
                    ],
                ),
        )
        .endpoint(
            Calling::Get,
            "/device",
            |call| Box::pin(person::open(call)),
            Description::new("Open what waits under the code that a device shows: from then on the answer is this person's")
                .query("user_code", Required::True)
                .answers::<person::DeviceStatus>()
                .fails(400, &["invalid_request", "expired_token", "VALIDATION_ERROR"]),
        )
        .merge(answers())
}

fn answers() -> ApiRoutes {
    let describe = |summary| {
        Description::new(summary)
            .takes::<person::AnswerBody>()
            .answers::<Success>()
            .fails(400, &["invalid_request", "expired_token", "unauthorized_client", "VALIDATION_ERROR"])
            .fails(401, &["unauthorized"])
            .fails(403, &["access_denied", "insufficient_user_authentication"])
    };
    let json = Calling::Post(MediaTypes::Json);
    ApiRoutes::new()
        .endpoint(json, "/device/approve", |call| Box::pin(person::approve(call)), describe("Let the device in"))
        .endpoint(json, "/device/deny", |call| Box::pin(person::deny(call)), describe("Keep the device out"))
}

/// A refusal in the shape of OAuth.
#[derive(Serialize)]
struct Fault<'a> {
    error: &'a str,
    error_description: &'a str,
}

/// Refuses, with status 400.
fn refused(error: &str, description: &str) -> ApiResult {
    refused_with(StatusCode::BAD_REQUEST, error, description)
}

fn refused_with(status: StatusCode, error: &str, description: &str) -> ApiResult {
    let mut response = answer(&Fault { error, error_description: description })?;
    *response.status_mut() = status;
    Ok(response)
}

/// An answer to a device holds secrets, or is asked for again soon.
fn uncached(outcome: ApiResult) -> ApiResult {
    outcome.map(|mut response: Response| {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response.headers_mut().insert(PRAGMA, HeaderValue::from_static("no-cache"));
        response
    })
}
