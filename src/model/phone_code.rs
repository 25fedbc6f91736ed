//! Codes that are sent to phones: what each is for.

use serde::{Deserialize, Serialize};

/// What a code is for. One that is for one thing is worthless for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneCodeUse {
    /// To prove a number: somebody signs in with it, or puts it on their account if it was they who asked.
    Verify,
    /// To set a new password.
    ResetPassword,
    /// To finish signing in. These are kept elsewhere: bound to the sign-in that is to be finished.
    SecondFactor,
}

impl PhoneCodeUse {
    /// The purpose that is stored, and that seals the payload.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Verify => "phone_code_verify",
            Self::ResetPassword => "phone_code_reset_password",
            Self::SecondFactor => "phone_code_second_factor",
        }
    }

    /// The name that gateways have for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::ResetPassword => "reset_password",
            Self::SecondFactor => "second_factor",
        }
    }

    /// The key of the text of its message.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Verify => "text-message-verify",
            Self::ResetPassword => "text-message-reset",
            Self::SecondFactor => "text-message-second-factor",
        }
    }
}
