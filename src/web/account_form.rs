//! What forms ask about an account: name, address, new password. Each rule and its problem stand here once.

use crate::config::Accounts;
use crate::model::email::EmailAddress;
use crate::model::password::{self, Password, PasswordError};
use crate::model::profile::{InvalidPersonName, MAXIMUM_NAME_LENGTH, PersonName};
use crate::web::form::{Duplicate, Parameters};
use crate::web::problem::{Problem, Problems};

/// A name.
pub fn name(typed: &str) -> Result<PersonName, Problem> {
    PersonName::parse(typed).map_err(|error| match error {
        InvalidPersonName::Empty => Problem::NameMissing,
        InvalidPersonName::TooLong => Problem::NameTooLong { maximum: count(MAXIMUM_NAME_LENGTH) },
    })
}

/// A mail address.
pub fn email(typed: &str) -> Result<EmailAddress, Problem> {
    EmailAddress::parse(typed).map_err(|_| Problem::EmailMalformed)
}

/// A password that somebody chooses.
pub fn new_password(rules: &Accounts, typed: &str) -> Result<Password, Problem> {
    let minimum = usize::try_from(rules.minimum_password_length).unwrap_or(usize::MAX);
    let maximum = usize::try_from(rules.maximum_password_length).unwrap_or(usize::MAX).min(password::MAXIMUM_LENGTH);
    let too_long = Problem::PasswordTooLong { maximum: count(maximum) };
    if typed.chars().nth(maximum).is_some() {
        return Err(too_long);
    }
    Password::chosen(typed, minimum).map_err(|error| match error {
        PasswordError::TooShort => Problem::PasswordTooShort { minimum: count(minimum) },
        PasswordError::TooLong => too_long,
        PasswordError::NulCharacter => Problem::PasswordGuessable,
    })
}

/// The shortest password that may be chosen, as forms say it.
pub fn shortest_password(rules: &Accounts) -> u64 {
    u64::from(rules.minimum_password_length)
}

fn count(characters: usize) -> u64 {
    u64::try_from(characters).unwrap_or(u64::MAX)
}

/// The form of a new account as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewAccountForm<'a> {
    /// `name`
    pub name: &'a str,
    /// `email`
    pub email: &'a str,
    password: &'a str,
}

/// A form without a fault.
pub struct NewAccount {
    /// The name.
    pub name: PersonName,
    /// The address.
    pub email: EmailAddress,
    /// The password.
    pub password: Password,
}

impl<'a> NewAccountForm<'a> {
    /// Reads the fields.
    pub fn read(parameters: &'a Parameters) -> Result<Self, Duplicate> {
        Ok(Self {
            name: parameters.single("name")?.unwrap_or_default(),
            email: parameters.single("email")?.unwrap_or_default(),
            password: parameters.single("password")?.unwrap_or_default(),
        })
    }

    /// Checks every field, so that all faults are told together.
    pub fn check(&self, rules: &Accounts) -> Result<NewAccount, Problems> {
        match (name(self.name), email(self.email), new_password(rules, self.password)) {
            (Ok(name), Ok(email), Ok(password)) => Ok(NewAccount { name, email, password }),
            (name, email, password) => {
                let problems = [name.err(), email.err(), password.err()];
                Err(problems.into_iter().flatten().collect::<Vec<Problem>>().into())
            }
        }
    }
}
