//! By what a person says who they are, before they prove it: their mail address, or their username or phone number where people have
//! one.

use crate::config::Config;
use crate::model::email::EmailAddress;
use crate::model::phone_number::PhoneNumber;
use crate::model::username::Username;

/// One of them, in its normal form. No text is two: a username has neither `@` nor `+`, and a phone number begins with `+`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// A mail address.
    Email(EmailAddress),
    /// A username.
    Username(Username),
    /// A phone number.
    Phone(PhoneNumber),
}

impl Identifier {
    /// Reads what somebody typed; none if it can be neither.
    pub fn read(config: &Config, typed: &str) -> Option<Self> {
        let takes_numbers = config.phone.enabled && config.phone.password;
        if takes_numbers && !typed.contains('@') && typed.trim_start().starts_with('+') {
            PhoneNumber::entered(typed).ok().map(Self::Phone)
        } else if typed.contains('@') || !config.username.enabled {
            EmailAddress::parse(typed).ok().map(Self::Email)
        } else {
            Username::entered(typed.trim()).ok().map(Self::Username)
        }
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(address) => address.as_str(),
            Self::Username(username) => username.as_str(),
            Self::Phone(number) => number.as_str(),
        }
    }
}
