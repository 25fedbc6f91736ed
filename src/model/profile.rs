//! What people say about themselves: the rules for a name and for the address of a picture.

use std::fmt;

use url::Url;

/// The longest name, in characters.
pub const MAXIMUM_NAME_LENGTH: usize = 200;
/// The longest address of a picture, in bytes.
pub const MAXIMUM_PICTURE_LENGTH: usize = 2000;

/// How a person is called: one line that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

/// Why a text is not taken as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPersonName {
    /// There is nothing to be read.
    #[error("the name is empty")]
    Empty,
    /// More than [`MAXIMUM_NAME_LENGTH`] characters.
    #[error("the name is too long")]
    TooLong,
}

impl PersonName {
    /// Trims the text and puts spaces in the place of line breaks and other control characters.
    pub fn parse(text: &str) -> Result<Self, InvalidPersonName> {
        let line: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
        let name = line.trim();
        if name.is_empty() {
            return Err(InvalidPersonName::Empty);
        }
        if name.chars().nth(MAXIMUM_NAME_LENGTH).is_some() {
            return Err(InvalidPersonName::TooLong);
        }
        Ok(Self(name.to_owned()))
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The address of a picture: https, without a user name or password in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureUrl(String);

/// The text is not such an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an https address of a picture")]
pub struct InvalidPictureUrl;

impl PictureUrl {
    /// Takes the text if it is such an address, in its normal form.
    pub fn parse(text: &str) -> Result<Self, InvalidPictureUrl> {
        let url = Url::parse(text.trim()).map_err(|_| InvalidPictureUrl)?;
        let plain = url.scheme() == "https" && url.has_host() && url.username().is_empty() && url.password().is_none();
        let text = String::from(url);
        if plain && text.len() <= MAXIMUM_PICTURE_LENGTH { Ok(Self(text)) } else { Err(InvalidPictureUrl) }
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
