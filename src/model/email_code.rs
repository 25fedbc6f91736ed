//! Codes that are mailed: what each is for, and how people type them.

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

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

/// A code as somebody typed it, without the spaces and dashes that people put between digits. Any text may claim to be one.
#[derive(Clone, Debug)]
pub struct EmailCode(SecretString);

impl EmailCode {
    /// How many digits a code has.
    pub const LENGTH: usize = 6;
    /// Longer texts are no code, and are not looked at any further.
    const LONGEST_TEXT: usize = 32;

    /// Reads what was typed.
    pub fn entered(text: &str) -> Self {
        let readable = if text.len() <= Self::LONGEST_TEXT { text } else { "" };
        let digits: String = readable.chars().filter(|character| !character.is_whitespace() && *character != '-').collect();
        Self(SecretString::from(digits))
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        self.0.expose_secret()
    }
}

/// A code as people read it best: two groups of digits.
pub fn in_groups(code: &str) -> String {
    match code.split_at_checked(code.len() / 2) {
        Some((first, second)) => format!("{first} {second}"),
        None => code.to_owned(),
    }
}
