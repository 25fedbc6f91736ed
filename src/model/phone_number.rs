//! Phone numbers that text messages are sent to, in the form of ITU-T E.164, and the countries that they belong to.
//!
//! A number is taken if it is a mobile number in the numbering plan of its country, or one of a plan that does not tell mobile numbers
//! from others (as that of North America). Numbers that cost whoever sends to them (premium rate, shared cost, personal numbers) are
//! refused everywhere: somebody earns on each message.

use std::fmt;
use std::str::FromStr;

use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, Type, country};

/// The longest text that is looked at.
const LONGEST_TEXT: usize = 32;
/// What people put between the digits of a number.
const SEPARATORS: [char; 7] = [' ', '\u{a0}', '-', '.', '/', '(', ')'];

/// A phone number: `+` and up to fifteen digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

/// The text is no phone number that text messages can be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is not a mobile phone number with its country code")]
pub struct InvalidPhoneNumber;

impl PhoneNumber {
    /// The longest number, in characters.
    pub const MAXIMUM_LENGTH: usize = 16;

    /// A number as programs send it: exactly in the form of E.164.
    pub fn parse(text: &str) -> Result<Self, InvalidPhoneNumber> {
        let digits = text.strip_prefix('+').filter(|digits| (7..=15).contains(&digits.len()));
        if !digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(InvalidPhoneNumber);
        }
        let number = phonenumber::parse(None, text).map_err(|_| InvalidPhoneNumber)?;
        // What the numbering plan writes in another way is not the normal form of a number.
        let takes_messages = matches!(number.number_type(&DATABASE), Type::Mobile | Type::FixedLineOrMobile);
        if takes_messages && number.format().mode(Mode::E164).to_string() == text {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidPhoneNumber)
        }
    }

    /// A number as people type it: with spaces and the like between the digits, and `00` for `+`.
    pub fn entered(text: &str) -> Result<Self, InvalidPhoneNumber> {
        if text.len() > LONGEST_TEXT {
            return Err(InvalidPhoneNumber);
        }
        let bare: String = text.trim().chars().filter(|character| !SEPARATORS.contains(character)).collect();
        match bare.strip_prefix("00") {
            Some(rest) => Self::parse(&format!("+{rest}")),
            None => Self::parse(&bare),
        }
    }

    /// A number from the store, where only good ones are.
    pub fn from_stored(number: String) -> Self {
        Self(number)
    }

    /// Enough for its owner to recognise it: the last two digits.
    pub fn masked(&self) -> String {
        let last: String = self.0.chars().skip(self.0.chars().count().saturating_sub(2)).collect();
        format!("***{last}")
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits alone.
    pub fn digits(&self) -> &str {
        self.0.strip_prefix('+').unwrap_or(&self.0)
    }

    /// The country that it belongs to.
    pub fn country(&self) -> Option<Country> {
        phonenumber::parse(None, &self.0).ok()?.country().id().map(Country)
    }

    /// The number in groups, as people read it.
    pub fn grouped(&self) -> String {
        match phonenumber::parse(None, &self.0) {
            Ok(number) => number.format().mode(Mode::International).to_string(),
            Err(_) => self.0.clone(),
        }
    }
}

impl FromStr for PhoneNumber {
    type Err = InvalidPhoneNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::entered(text)
    }
}

/// A country or territory, by the two letters that ISO 3166-1 has for it. Several can share one calling code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(country::Id);

impl Country {
    /// The country of these two letters, if it has phone numbers.
    pub fn parse(letters: &str) -> Option<Self> {
        let is_code = letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        is_code.then(|| letters.parse().ok().map(Self)).flatten()
    }

    /// Its two letters.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
