//! The grants, one file each: from a [`TokenRequest`](super::token::TokenRequest) whose client is authenticated to tokens.
//!
//! Each reads once, checks, and then in one unit takes its parent, spends what was shown and stores the tokens. Tokens are drawn
//! before the unit and signed after it.

pub mod authorization_code;
pub mod client_credentials;
pub mod device_code;
pub mod refresh_token;

use crate::oauth::error::{ErrorCode, OAuthError};

/// The refusal of a code or refresh token. One text for every cause: which it was is for the log.
fn invalid_grant(detail: &'static str) -> OAuthError {
    OAuthError::new(ErrorCode::InvalidGrant, "The code or token is wrong, spent, expired or not for this client")
        .with_detail(detail)
}
