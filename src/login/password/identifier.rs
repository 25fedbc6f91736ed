//! By what a person says who they are, before they prove it: their mail address, or their username where people have one.

use crate::config::Config;
use crate::model::email::EmailAddress;
use crate::model::username::Username;

/// Either of them, in its normal form. No text is both: a username has no `@`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// A mail address.
    Email(EmailAddress),
    /// A username.
    Username(Username),
}

impl Identifier {
    /// Reads what somebody typed; none if it can be neither.
    pub fn read(config: &Config, typed: &str) -> Option<Self> {
        if typed.contains('@') || !config.username.enabled {
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
        }
    }
}
