//! Codes that are mailed: what each is for, and how people type them.

use serde::{Deserialize, Serialize};

/// A code as somebody typed it.
pub use crate::model::short_code::ShortCode as EmailCode;

/// What a mailed code is for. One that is for one thing is worthless for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailCodeUse {
    /// To sign in.
    SignIn,
    /// To prove the address of an account.
    VerifyEmail,
    /// To set a new password.
    ResetPassword,
    /// To prove a new address and change to it.
    ChangeEmail,
}

impl EmailCodeUse {
    /// Every one, in the order in which programs are told of them.
    pub const ALL: [Self; 4] = [Self::VerifyEmail, Self::SignIn, Self::ResetPassword, Self::ChangeEmail];

    /// The purpose that is stored, and that seals the payload.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::SignIn => "email_code_sign_in",
            Self::VerifyEmail => "email_code_verify_email",
            Self::ResetPassword => "email_code_reset_password",
            Self::ChangeEmail => "email_code_change_email",
        }
    }

    /// The name that programs have for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::VerifyEmail => "email-verification",
            Self::ResetPassword => "forget-password",
            Self::ChangeEmail => "change-email",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|its| its.as_str() == name)
    }
}

/// A code as people read it best: two groups of digits.
pub fn in_groups(code: &str) -> String {
    match code.split_at_checked(code.len() / 2) {
        Some((first, second)) => format!("{first} {second}"),
        None => code.to_owned(),
    }
}
