//! Usernames: the second name, beside the mail address, by which a person can sign in.
//!
//! Only the letters, digits, dots and underscores of ASCII are taken, as Better Auth's plugin does by default. So no two usernames look
//! alike in another script, compatibility normalisation (NFKC) changes none of them, and folding the case is all there is to do. None
//! has an `@`: it is never mistaken for an address.

/// The longest username that an installation may allow, in characters.
pub const MAXIMUM_LENGTH: u32 = 64;
/// The longest display username, in characters.
pub const MAXIMUM_DISPLAY_LENGTH: usize = 255;

/// A username in its normal form: lower case. This is what is unique.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Username(String);

/// How long a username may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsernameRules {
    /// The fewest characters.
    pub minimum: u32,
    /// The most characters.
    pub maximum: u32,
}

/// Why a text is not taken as a username.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidUsername {
    /// Fewer characters than the installation asks for.
    #[error("the username is too short")]
    TooShort,
    /// More characters than the installation allows.
    #[error("the username is too long")]
    TooLong,
    /// A character that is no ASCII letter, digit, dot or underscore.
    #[error("the username has a character that usernames do not have")]
    Malformed,
}

impl Username {
    /// A username that is being chosen.
    pub fn chosen(text: &str, rules: UsernameRules) -> Result<Self, InvalidUsername> {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if length < rules.minimum {
            return Err(InvalidUsername::TooShort);
        }
        if length > rules.maximum {
            return Err(InvalidUsername::TooLong);
        }
        Self::entered(text)
    }

    /// A username that is to be looked up: how long those of today must be does not matter.
    pub fn entered(text: &str) -> Result<Self, InvalidUsername> {
        if text.len() > MAXIMUM_LENGTH as usize {
            return Err(InvalidUsername::TooLong);
        }
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
        if text.is_empty() || !text.bytes().all(fits) {
            return Err(InvalidUsername::Malformed);
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// A username from the store, where only normal ones are.
    pub fn from_stored(username: String) -> Self {
        Self(username)
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a person is called by beside their name and address. Each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usernames {
    /// By which they sign in.
    pub username: Option<Username>,
    /// By which others see them: any text, and not unique.
    pub display_username: Option<String>,
}

impl Usernames {
    /// Those of a person who chose a username and said nothing else: others see it as they spelt it.
    pub fn spelt(username: Username, typed: &str) -> Self {
        Self { username: Some(username), display_username: Some(typed.to_owned()) }
    }
}
