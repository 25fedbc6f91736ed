//! What forms ask about an account: name, username, address, new password. Each rule and its problem stand here once.

use crate::config::{self, Accounts, Config, Phone, SignUpUsername};
use crate::model::email::EmailAddress;
use crate::model::password::{self, Password, PasswordError};
use crate::model::phone_number::PhoneNumber;
use crate::model::profile::{InvalidPersonName, MAXIMUM_NAME_LENGTH, PersonName};
use crate::model::username::{InvalidUsername, Username, UsernameRules, Usernames};
use crate::web::form::{Duplicate, Parameters};
use crate::web::problem::{Problem, Problems};

/// A name.
pub fn name(typed: &str) -> Result<PersonName, Problem> {
    PersonName::parse(typed).map_err(|error| match error {
        InvalidPersonName::Empty => Problem::NameMissing,
        InvalidPersonName::TooLong => Problem::NameTooLong { maximum: count(MAXIMUM_NAME_LENGTH) },
    })
}

/// A username that somebody chooses; surrounding spaces are a slip of the hand.
pub fn username(rules: UsernameRules, typed: &str) -> Result<Username, Problem> {
    Username::chosen(typed.trim(), rules).map_err(|error| match error {
        InvalidUsername::TooShort => Problem::UsernameTooShort { minimum: rules.minimum.into() },
        InvalidUsername::TooLong => Problem::UsernameTooLong { maximum: rules.maximum.into() },
        InvalidUsername::Malformed => Problem::UsernameMalformed,
    })
}

/// The field of a form that asks for a username.
#[derive(Clone, Debug)]
pub struct UsernameField {
    /// The username as typed.
    pub typed: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// The fewest characters.
    pub minimum: u64,
    /// The most characters.
    pub maximum: u64,
    /// What browsers fill in by themselves.
    pub autocomplete: &'static str,
}

impl UsernameField {
    /// The field of a form that makes an account, where such forms ask.
    pub fn of_new_account(settings: &config::Username, typed: &str) -> Option<Self> {
        match settings.asked_at_sign_up() {
            SignUpUsername::Off => None,
            SignUpUsername::Optional => Some(Self::optional(settings.rules(), typed)),
            SignUpUsername::Required => Some(Self::required(settings.rules(), typed)),
        }
    }

    /// A field that must be filled in: what it holds is what somebody signs in with.
    pub fn required(rules: UsernameRules, typed: &str) -> Self {
        Self {
            typed: typed.to_owned(),
            required: true,
            minimum: rules.minimum.into(),
            maximum: rules.maximum.into(),
            autocomplete: "username",
        }
    }

    /// A field that may stay empty: somebody signs in with their address, which is in another.
    pub fn optional(rules: UsernameRules, typed: &str) -> Self {
        Self { required: false, autocomplete: "nickname", ..Self::required(rules, typed) }
    }
}

/// A mail address.
pub fn email(typed: &str) -> Result<EmailAddress, Problem> {
    EmailAddress::parse(typed).map_err(|_| Problem::EmailMalformed)
}

/// A phone number that text messages are sent to.
pub fn phone_number(settings: &Phone, typed: &str) -> Result<PhoneNumber, Problem> {
    let number = PhoneNumber::entered(typed).map_err(|_| Problem::PhoneNumberMalformed)?;
    if settings.takes(&number) { Ok(number) } else { Err(Problem::PhoneNumberElsewhere) }
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
    /// `username`
    pub username: &'a str,
    /// `email`
    pub email: &'a str,
    password: &'a str,
}

/// A form without a fault.
pub struct NewAccount {
    /// The name.
    pub name: PersonName,
    /// What else the person is called by.
    pub usernames: Usernames,
    /// The address.
    pub email: EmailAddress,
    /// The password.
    pub password: Password,
}

impl<'a> NewAccountForm<'a> {
    /// An empty form, but for a name.
    pub fn named(name: &'a str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Reads the fields.
    pub fn read(parameters: &'a Parameters) -> Result<Self, Duplicate> {
        Ok(Self {
            name: parameters.single("name")?.unwrap_or_default(),
            username: parameters.single("username")?.unwrap_or_default(),
            email: parameters.single("email")?.unwrap_or_default(),
            password: parameters.single("password")?.unwrap_or_default(),
        })
    }

    /// Checks every field, so that all faults are told together. A username counts only where the form asks for one.
    pub fn check(&self, config: &Config, asked: SignUpUsername) -> Result<NewAccount, Problems> {
        match (self.check_names(config, asked), email(self.email), self.check_password(config)) {
            (Ok((name, usernames)), Ok(email), Ok(password)) => Ok(NewAccount { name, usernames, email, password }),
            (names, email, password) => {
                let mut problems = names.err().unwrap_or_default();
                problems.extend([email.err(), password.err()].into_iter().flatten());
                Err(problems)
            }
        }
    }

    /// Checks what the person is called by.
    pub fn check_names(&self, config: &Config, asked: SignUpUsername) -> Result<(PersonName, Usernames), Problems> {
        match (name(self.name), self.usernames(config, asked)) {
            (Ok(name), Ok(usernames)) => Ok((name, usernames)),
            (name, usernames) => Err([name.err(), usernames.err()].into_iter().flatten().collect::<Vec<_>>().into()),
        }
    }

    /// Checks the password.
    pub fn check_password(&self, config: &Config) -> Result<Password, Problem> {
        new_password(&config.accounts, self.password)
    }

    fn usernames(&self, config: &Config, asked: SignUpUsername) -> Result<Usernames, Problem> {
        let typed = self.username.trim();
        match asked {
            SignUpUsername::Off => Ok(Usernames::default()),
            SignUpUsername::Optional if typed.is_empty() => Ok(Usernames::default()),
            SignUpUsername::Required if typed.is_empty() => Err(Problem::UsernameMissing),
            SignUpUsername::Optional | SignUpUsername::Required => {
                Ok(Usernames::spelt(username(config.username.rules(), typed)?, typed))
            }
        }
    }
}
