//! Errors in the shape that Better Auth's clients read: `{"message", "code"}`, some without a code, some without any body.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::crypto::password_pool::Overloaded;
use crate::events::actions::Refusal;
use crate::one_time::SecretError;
use crate::store::StoreError;
use crate::users::address_rules::DomainRefused;
use crate::users::new_password::NotTaken;
use crate::users::password::{ChangeError, JudgeError};
use crate::users::permission::Denied;
use crate::web::captcha::Refused;

const X_RETRY_AFTER: HeaderName = HeaderName::from_static("x-retry-after");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// How long a caller waits for a server that is busy, in seconds.
const BUSY_PAUSE: u64 = 3;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ErrorBody {
    /// One English sentence.
    pub message: String,
    /// The status once more; a few errors say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// A stable name for programs, `UPPER_SNAKE_CASE`. A few errors have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub code: Option<Cow<'static, str>>,
}

/// Why a call is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    status: StatusCode,
    body: Option<ErrorBody>,
    retry_after: Option<u64>,
}

impl ApiError {
    /// An error with a code.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self::coded(status, code.into(), message)
    }

    fn coded(status: StatusCode, code: Cow<'static, str>, message: impl Into<String>) -> Self {
        Self { status, body: Some(ErrorBody { message: message.into(), status: None, code: Some(code) }), retry_after: None }
    }

    /// An error of a caller, status 400.
    pub fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// An error of a caller, status 400, for which clients know no code.
    pub fn uncoded(message: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            body: Some(ErrorBody { message: message.into(), status: None, code: None }),
            retry_after: None,
        }
    }

    /// The sentence, if there is one.
    pub fn message(&self) -> Option<&str> {
        self.body.as_ref().map(|body| body.message.as_str())
    }

    /// With another status.
    #[must_use]
    pub const fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// With the status in the body too.
    #[must_use]
    pub fn telling_status(mut self) -> Self {
        let status = self.status.as_u16();
        if let Some(body) = &mut self.body {
            body.status = Some(status);
        }
        self
    }

    /// There is no such endpoint, or not for this method.
    pub const fn no_such_endpoint() -> Self {
        Self::unexplained(StatusCode::NOT_FOUND)
    }

    /// An error of which clients know only the status.
    pub const fn unexplained(status: StatusCode) -> Self {
        Self { status, body: None, retry_after: None }
    }

    /// Nobody is signed in.
    pub fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "UNAUTHORIZED", "Unauthorized")
    }

    /// A mailed token does nothing.
    pub fn invalid_token(status: StatusCode) -> Self {
        Self::new(status, "INVALID_TOKEN", "Invalid token")
    }

    /// The password that should prove the person is not theirs.
    pub fn invalid_password() -> Self {
        Self::bad_request("INVALID_PASSWORD", "Invalid password")
    }

    /// The address is not changed in this way, or not by this person: who is anonymous gets one by signing up.
    pub fn email_stays() -> Self {
        Self::bad_request("EMAIL_CAN_NOT_BE_UPDATED", "Email can not be updated")
    }

    /// The person has no password.
    pub fn no_password() -> Self {
        Self::bad_request("CREDENTIAL_ACCOUNT_NOT_FOUND", "Credential account not found")
    }

    /// Too many tries; the next may be made at `until`.
    pub fn too_many_tries(until: Timestamp, now: Timestamp) -> Self {
        let message = "Too many requests. Please try again later.".to_owned();
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            body: Some(ErrorBody { message, status: None, code: None }),
            retry_after: Some(until.since(now).as_secs().max(1)),
        }
    }

    /// With the time from which on another call makes sense.
    #[must_use]
    pub fn after(self, until: Timestamp, now: Timestamp) -> Self {
        Self { retry_after: Some(until.since(now).as_secs().max(1)), ..self }
    }

    /// The machine-readable name, if the error has one.
    pub fn code(&self) -> Option<&str> {
        self.body.as_ref().and_then(|body| body.code.as_deref())
    }

    /// Whether the error is this server's.
    pub fn is_fault(&self) -> bool {
        self.status.is_server_error()
    }

    fn busy() -> Self {
        let message = "The server cannot do this just now. Please try again.";
        let error = Self::new(StatusCode::SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE", message);
        Self { retry_after: Some(BUSY_PAUSE), ..error }
    }

    fn fault(detail: &str) -> Self {
        tracing::error!(detail, "a call of the JSON interface failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL_SERVER_ERROR", "Internal Server Error")
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        if error.is_unavailable() { Self::busy() } else { Self::fault(&error.to_string()) }
    }
}

impl From<Refusal> for ApiError {
    /// In the action's own words.
    fn from(refusal: Refusal) -> Self {
        Self::coded(StatusCode::FORBIDDEN, refusal.code.into(), refusal.message)
    }
}

impl From<Denied> for ApiError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Refused(refusal) => refusal.into(),
            Denied::Store(error) => error.into(),
        }
    }
}

impl From<Overloaded> for ApiError {
    fn from(_: Overloaded) -> Self {
        Self::busy()
    }
}

impl From<JudgeError> for ApiError {
    fn from(error: JudgeError) -> Self {
        match error {
            JudgeError::Overloaded(error) => error.into(),
            JudgeError::Store(error) => error.into(),
        }
    }
}

impl From<NotTaken> for ApiError {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::Breached => Self::bad_request(
                "PASSWORD_COMPROMISED",
                "The password you entered has been compromised. Please choose a different password.",
            ),
            NotTaken::Unchecked { status } => {
                let message = match status {
                    Some(status) => format!("Failed to check password. Status: {status}"),
                    None => "Failed to check password. Please try again later.".to_owned(),
                };
                let body = Some(ErrorBody { message, code: None, status: None });
                Self { status: StatusCode::INTERNAL_SERVER_ERROR, body, retry_after: None }
            }
            NotTaken::Overloaded(error) => error.into(),
        }
    }
}

impl From<Refused> for ApiError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Missing => Self::bad_request("MISSING_RESPONSE", "Missing CAPTCHA response"),
            Refused::Failed => Self::new(StatusCode::FORBIDDEN, "VERIFICATION_FAILED", "Captcha verification failed"),
            Refused::Unknown(_) => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "UNKNOWN_ERROR", "Something went wrong"),
            Refused::Store(error) => error.into(),
        }
    }
}

impl From<DomainRefused> for ApiError {
    fn from(_: DomainRefused) -> Self {
        Self::bad_request("EMAIL_DOMAIN_NOT_ALLOWED", "Accounts cannot have an email address of this domain")
    }
}

impl From<ChangeError> for ApiError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Password(error) => error.into(),
            ChangeError::Judge(error) => error.into(),
            ChangeError::Store(error) => error.into(),
        }
    }
}

impl ApiError {
    /// Why a mailed secret does nothing, with the status that its endpoint has for that.
    pub fn of_secret(error: SecretError, status: StatusCode) -> Self {
        match error {
            SecretError::Unknown | SecretError::Spent => Self::invalid_token(status),
            SecretError::Expired => Self::new(status, "TOKEN_EXPIRED", "Token expired"),
            SecretError::Store(error) => error.into(),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let bytes = self.body.as_ref().and_then(|body| serde_json::to_vec(body).ok());
        let mut response = Response::new(bytes.map_or_else(Body::empty, Body::from));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if self.body.is_some() {
            headers.insert(CONTENT_TYPE, JSON);
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
            headers.insert(X_RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
