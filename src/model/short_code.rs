//! Codes of a few digits, as people type them.

use secrecy::{ExposeSecret as _, SecretString};

/// A code as somebody typed it, without the spaces and dashes that people put between digits. Any text may claim to be one.
#[derive(Clone, Debug)]
pub struct ShortCode(SecretString);

impl ShortCode {
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
