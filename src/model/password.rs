//! A password as somebody typed it. Never printed, never trimmed, wiped when dropped.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};

/// The longest password, in characters: what a hash may be asked to do for a stranger is bounded.
pub const MAXIMUM_LENGTH: usize = 128;

/// A password that may be hashed or compared.
#[derive(Clone)]
pub struct Password(SecretString);

/// Why a text is not taken as a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer characters than the installation asks for.
    #[error("the password is too short")]
    TooShort,
    /// More than [`MAXIMUM_LENGTH`] characters.
    #[error("the password is too long")]
    TooLong,
    /// A NUL character, at which some hash functions stop reading.
    #[error("the password has a NUL character")]
    NulCharacter,
}

impl Password {
    /// A password that is being chosen: it has at least `minimum` characters. They are counted before any normalisation.
    pub fn chosen(text: impl Into<SecretString>, minimum: usize) -> Result<Self, PasswordError> {
        let password = Self::entered(text)?;
        if password.0.expose_secret().chars().count() < minimum {
            return Err(PasswordError::TooShort);
        }
        Ok(password)
    }

    /// A password that is to be compared with the one that was chosen: the minimum of today does not matter.
    pub fn entered(text: impl Into<SecretString>) -> Result<Self, PasswordError> {
        let text: SecretString = text.into();
        if text.expose_secret().chars().nth(MAXIMUM_LENGTH).is_some() {
            return Err(PasswordError::TooLong);
        }
        if text.expose_secret().contains('\0') {
            return Err(PasswordError::NulCharacter);
        }
        Ok(Self(text))
    }

    /// The text, for the hash function.
    pub const fn secret(&self) -> &SecretString {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password")
    }
}
