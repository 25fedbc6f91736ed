//! Errors of the protocol: the registered code, a public description, a private detail.

use std::borrow::Cow;

use axum::Json;
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::crypto::password_pool::Overloaded;
use crate::crypto::signing_key::SigningError;
use crate::store::{Retryable, StoreError};
use crate::tokens::claims_of_actions::Denied;
use crate::tokens::issue::{NotIssued, TooFewFactors};
use crate::web::form::{Duplicate, FormError};

/// The registered error codes that this server answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// RFC 6749, section 5.2.
    InvalidRequest,
    /// RFC 6749, section 5.2.
    InvalidClient,
    /// RFC 6749, section 5.2.
    InvalidGrant,
    /// RFC 6749, section 5.2.
    UnauthorizedClient,
    /// RFC 6749, section 5.2.
    UnsupportedGrantType,
    /// RFC 6749, section 5.2.
    InvalidScope,
    /// RFC 8707, section 2.
    InvalidTarget,
    /// RFC 6749, section 4.1.2.1; RFC 8628, section 3.5.
    AccessDenied,
    /// RFC 8628, section 3.5.
    AuthorizationPending,
    /// RFC 8628, section 3.5.
    SlowDown,
    /// RFC 8628, section 3.5.
    ExpiredToken,
    /// RFC 6749, section 4.1.2.1.
    UnsupportedResponseType,
    /// RFC 6749, section 4.1.2.1.
    ServerError,
    /// RFC 6749, section 4.1.2.1.
    TemporarilyUnavailable,
    /// OpenID Connect Core, section 3.1.2.6.
    LoginRequired,
    /// OpenID Connect Core, section 3.1.2.6.
    ConsentRequired,
    /// OpenID Connect Core, section 3.1.2.6.
    InteractionRequired,
    /// OpenID Connect Core, section 3.1.2.6.
    AccountSelectionRequired,
    /// OpenID Connect Core, section 3.1.2.6.
    RequestNotSupported,
    /// OpenID Connect Core, section 3.1.2.6.
    RequestUriNotSupported,
    /// OpenID Connect Core, section 3.1.2.6.
    RegistrationNotSupported,
    /// OpenID Connect Core Error Code unmet_authentication_requirements 1.0.
    UnmetAuthenticationRequirements,
    /// RFC 9470, section 3.
    InsufficientUserAuthentication,
    /// RFC 6750, section 3.1.
    InvalidToken,
    /// RFC 6750, section 3.1.
    InsufficientScope,
    /// RFC 7591, section 3.2.2.
    InvalidRedirectUri,
    /// RFC 7591, section 3.2.2.
    InvalidClientMetadata,
}

impl ErrorCode {
    /// The registered name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope => "invalid_scope",
            Self::InvalidTarget => "invalid_target",
            Self::AccessDenied => "access_denied",
            Self::AuthorizationPending => "authorization_pending",
            Self::SlowDown => "slow_down",
            Self::ExpiredToken => "expired_token",
            Self::UnsupportedResponseType => "unsupported_response_type",
            Self::ServerError => "server_error",
            Self::TemporarilyUnavailable => "temporarily_unavailable",
            Self::LoginRequired => "login_required",
            Self::ConsentRequired => "consent_required",
            Self::InteractionRequired => "interaction_required",
            Self::AccountSelectionRequired => "account_selection_required",
            Self::RequestNotSupported => "request_not_supported",
            Self::RequestUriNotSupported => "request_uri_not_supported",
            Self::RegistrationNotSupported => "registration_not_supported",
            Self::UnmetAuthenticationRequirements => "unmet_authentication_requirements",
            Self::InsufficientUserAuthentication => "insufficient_user_authentication",
            Self::InvalidToken => "invalid_token",
            Self::InsufficientScope => "insufficient_scope",
            Self::InvalidRedirectUri => "invalid_redirect_uri",
            Self::InvalidClientMetadata => "invalid_client_metadata",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::InvalidClient | Self::InvalidToken | Self::InsufficientUserAuthentication => StatusCode::UNAUTHORIZED,
            Self::InsufficientScope | Self::AccessDenied => StatusCode::FORBIDDEN,
            Self::ServerError => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TemporarilyUnavailable => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

/// After how long a busy server may be asked again.
const BUSY_FOR_SECONDS: u64 = 3;

/// A refusal of the protocol.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: {description}", code.as_str())]
pub struct OAuthError {
    /// The registered code.
    pub code: ErrorCode,
    /// For the developer of the client: printable ASCII without double quote and backslash (RFC 6749, section 5.2).
    pub description: Cow<'static, str>,
    detail: Option<String>,
    status: Option<StatusCode>,
    challenge: Option<&'static str>,
    retry_after: Option<u64>,
    is_conflict: bool,
}

impl From<Denied> for OAuthError {
    /// The action's own code goes to the log, its words to the developer as far as the protocol can carry them.
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Store(error) => error.into(),
            Denied::Refused(refusal) if refusal.is_passing => {
                Self::new(ErrorCode::TemporarilyUnavailable, "This could not be checked just now").with_detail(refusal.code)
            }
            Denied::Refused(refusal) => {
                let plain = |character: &char| matches!(character, ' '..='~') && !matches!(character, '"' | '\\');
                let message: String = refusal.message.chars().filter(plain).collect();
                Self::new(ErrorCode::AccessDenied, format!("{}: {message}", refusal.code)).with_detail(refusal.code)
            }
        }
    }
}

impl Retryable for OAuthError {
    fn is_conflict(&self) -> bool {
        self.is_conflict
    }
}

impl OAuthError {
    /// A refusal that tells the developer of the client why.
    pub fn new(code: ErrorCode, description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            description: description.into(),
            detail: None,
            status: None,
            challenge: None,
            retry_after: None,
            is_conflict: false,
        }
    }

    /// With a private detail for the log.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With another status than the code's usual one.
    #[must_use]
    pub const fn with_status(mut self, status: StatusCode) -> Self {
        self.status = Some(status);
        self
    }

    /// With the `WWW-Authenticate` challenge of the scheme that the client tried (RFC 6749, section 5.2).
    #[must_use]
    pub const fn with_challenge(mut self, challenge: &'static str) -> Self {
        self.challenge = Some(challenge);
        self
    }

    /// With the seconds after which the same may be tried again.
    #[must_use]
    pub const fn with_retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.status.unwrap_or_else(|| self.code.status())
    }

    /// Writes the private detail to the log, if there is one.
    pub fn log(&self) {
        if let Some(detail) = &self.detail {
            if self.status().is_server_error() {
                tracing::error!(code = self.code.as_str(), detail, "request failed");
            } else {
                tracing::debug!(code = self.code.as_str(), detail, "request refused");
            }
        }
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        self.log();
        let body = json!({ "error": self.code.as_str(), "error_description": self.description });
        let mut response = (self.status(), Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(challenge) = self.challenge {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        let busy = (self.status() == StatusCode::SERVICE_UNAVAILABLE).then_some(BUSY_FOR_SECONDS);
        if let Some(seconds) = self.retry_after.or(busy) {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// What the client may have been given once it may not be given any more: it sends the person to authorize anew.
impl From<TooFewFactors> for OAuthError {
    fn from(error: TooFewFactors) -> Self {
        Self::new(ErrorCode::InvalidGrant, "Two factors are demanded: send the person to the authorization endpoint again")
            .with_detail(error.to_string())
    }
}

impl From<NotIssued> for OAuthError {
    fn from(error: NotIssued) -> Self {
        match error {
            NotIssued::TooFewFactors(error) => error.into(),
            NotIssued::Denied(error) => error.into(),
        }
    }
}

impl From<StoreError> for OAuthError {
    fn from(error: StoreError) -> Self {
        let code = if error.is_unavailable() { ErrorCode::TemporarilyUnavailable } else { ErrorCode::ServerError };
        let refusal = Self::new(code, "The server could not do this just now").with_detail(error.to_string());
        Self { is_conflict: error.is_conflict(), ..refusal }
    }
}

impl From<Overloaded> for OAuthError {
    fn from(error: Overloaded) -> Self {
        Self::new(ErrorCode::TemporarilyUnavailable, "The server is busy").with_detail(error.to_string())
    }
}

impl From<SigningError> for OAuthError {
    fn from(error: SigningError) -> Self {
        Self::new(ErrorCode::ServerError, "The server could not sign").with_detail(error.to_string())
    }
}

impl From<Duplicate> for OAuthError {
    fn from(_: Duplicate) -> Self {
        Self::new(ErrorCode::InvalidRequest, "A parameter was sent more than once")
    }
}

impl From<FormError> for OAuthError {
    fn from(error: FormError) -> Self {
        let refusal = Self::new(ErrorCode::InvalidRequest, error.to_string());
        match error {
            FormError::TooLarge => refusal.with_status(StatusCode::PAYLOAD_TOO_LARGE),
            FormError::ContentType => refusal.with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE),
            FormError::TooManyParameters | FormError::Malformed | FormError::Incomplete => refusal,
        }
    }
}
