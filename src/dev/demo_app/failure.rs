//! Why the demo app cannot go on, for its page.

use axum::http::StatusCode;
use openidconnect::core::CoreErrorResponseType;
use openidconnect::{DiscoveryError, RequestTokenError, StandardErrorResponse, UserInfoError};

use crate::dev::view::DemoFailure;
use crate::outbound::http::HttpError;

/// A sign-in, or what comes after it, that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Whose refusal it is.
    pub by: RefusedBy,
    /// The `error` of the provider's answer, or a name of ours.
    pub code: String,
    /// What to know about it.
    pub description: String,
}

/// Who refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedBy {
    /// The provider, by an error of the protocol.
    Provider,
    /// The demo app, because an answer is not what it must be.
    Fieldnotes,
    /// Nobody: the provider was not reached.
    Nobody,
}

impl Failure {
    /// The provider answered with an error.
    pub fn provider(code: impl Into<String>, description: Option<impl Into<String>>) -> Self {
        let description = description.map_or_else(|| "It gave no description.".to_owned(), Into::into);
        Self { by: RefusedBy::Provider, code: code.into(), description }
    }

    /// An answer is not what it must be.
    pub fn own(code: &str, description: impl Into<String>) -> Self {
        Self { by: RefusedBy::Fieldnotes, code: code.to_owned(), description: description.into() }
    }

    fn unreachable(error: HttpError) -> Self {
        Self { by: RefusedBy::Nobody, code: "provider_unreachable".to_owned(), description: error.reason().to_owned() }
    }

    /// The status of the page that says so. An error that the provider was free to give is a page like any other.
    pub const fn status(&self) -> StatusCode {
        match self.by {
            RefusedBy::Provider => StatusCode::OK,
            RefusedBy::Fieldnotes => StatusCode::BAD_REQUEST,
            RefusedBy::Nobody => StatusCode::BAD_GATEWAY,
        }
    }

    /// For the page.
    pub fn shown(&self) -> DemoFailure {
        DemoFailure {
            refused_by: match self.by {
                RefusedBy::Provider => "Vestibule answered",
                RefusedBy::Fieldnotes => "Fieldnotes refused the answer",
                RefusedBy::Nobody => "Vestibule did not answer",
            },
            code: self.code.clone(),
            description: self.description.clone(),
        }
    }
}

impl From<DiscoveryError<HttpError>> for Failure {
    fn from(error: DiscoveryError<HttpError>) -> Self {
        match error {
            DiscoveryError::Request(error) => Self::unreachable(error),
            other => Self::own("invalid_metadata", other.to_string()),
        }
    }
}

/// An error of the token endpoint.
pub type TokenError = RequestTokenError<HttpError, StandardErrorResponse<CoreErrorResponseType>>;

impl From<TokenError> for Failure {
    fn from(error: TokenError) -> Self {
        match error {
            RequestTokenError::ServerResponse(answer) => {
                Self::provider(answer.error().as_ref(), answer.error_description().cloned())
            }
            RequestTokenError::Request(error) => Self::unreachable(error),
            other => Self::own("invalid_token_response", other.to_string()),
        }
    }
}

impl From<UserInfoError<HttpError>> for Failure {
    fn from(error: UserInfoError<HttpError>) -> Self {
        match error {
            UserInfoError::Request(error) => Self::unreachable(error),
            UserInfoError::Response(status, _, _) => {
                Self::provider(status.as_str(), Some("The userinfo endpoint refused the access token."))
            }
            other => Self::own("invalid_userinfo_response", other.to_string()),
        }
    }
}
