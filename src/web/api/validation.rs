//! The fields of a body or a query, with faults in the words that Better Auth's validator has for them.
//!
//! Every fault is found before one is reported: `[body.name] …; [body.email] …`, in the order in which fields are asked for.

use axum::http::StatusCode;
use secrecy::SecretString;
use serde_json::{Map, Value};

use crate::config::Config;
use crate::model::email::EmailAddress;
use crate::model::password::{Password, PasswordError};
use crate::web::api::error::ApiError;

/// The longest text that a field other than a password takes, in characters, unless it has a limit of its own.
const MAXIMUM_TEXT_LENGTH: usize = 2048;
/// The longest name of a person, in characters.
pub const MAXIMUM_NAME_LENGTH: usize = 255;

/// What a whole body must be; a body that is none of it is named once for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Known fields.
    Object,
    /// Any fields.
    Record,
    /// Known fields, and others.
    ObjectAndRecord,
}

impl Shape {
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Object => &["object"],
            Self::Record => &["record"],
            Self::ObjectAndRecord => &["object", "record"],
        }
    }
}

/// Named values that are being read.
pub struct Fields<'a> {
    place: &'static str,
    values: &'a Map<String, Value>,
    faults: Vec<String>,
}

/// What a value is, in the validator's words.
pub(super) fn kind(value: Option<&Value>) -> &'static str {
    match value {
        None => "undefined",
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "string",
        Some(Value::Array(_)) => "array",
        Some(Value::Object(_)) => "object",
    }
}

fn validation_error(message: String) -> ApiError {
    ApiError::bad_request("VALIDATION_ERROR", message)
}

impl<'a> Fields<'a> {
    /// The fields of a body.
    pub fn of_body(body: Option<&'a Value>, shape: Shape) -> Result<Self, ApiError> {
        match body {
            Some(Value::Object(values)) => Ok(Self { place: "body", values, faults: Vec::new() }),
            other => {
                let received = kind(other);
                let fault = |expected: &&str| format!("[body] Invalid input: expected {expected}, received {received}");
                Err(validation_error(shape.names().iter().map(fault).collect::<Vec<_>>().join("; ")))
            }
        }
    }

    /// The fields of a query.
    pub const fn of_query(values: &'a Map<String, Value>) -> Self {
        Self { place: "query", values, faults: Vec::new() }
    }

    fn fault(&mut self, name: &str, fault: &str) {
        self.faults.push(format!("[{}.{name}] {fault}", self.place));
    }

    fn expected(&mut self, name: &str, expected: &str) {
        let received = kind(self.values.get(name));
        self.fault(name, &format!("Invalid input: expected {expected}, received {received}"));
    }

    fn text_of_at_most(&mut self, name: &str, maximum: usize) -> Option<String> {
        match self.values.get(name) {
            // No database takes NUL in a text.
            Some(Value::String(text)) if text.contains('\0') => self.fault(name, "Invalid input"),
            Some(Value::String(text)) if text.chars().nth(maximum).is_some() => {
                self.fault(name, &format!("Too big: expected string to have <={maximum} characters"));
            }
            Some(Value::String(text)) => return Some(text.clone()),
            _ => self.expected(name, "string"),
        }
        None
    }

    /// A text that must be there. Empty while [`Fields::finish`] has not said that all is well.
    pub fn text(&mut self, name: &str) -> String {
        self.text_of_at_most(name, MAXIMUM_TEXT_LENGTH).unwrap_or_default()
    }

    /// A text that must be there, where the reference takes one of several kinds of it and says no more than that it is none.
    pub fn either_text(&mut self, name: &str) {
        if !matches!(self.values.get(name), Some(Value::String(_))) {
            self.fault(name, "Invalid input");
        }
    }

    /// A person's name that must be there.
    pub fn name(&mut self, name: &str) -> String {
        self.text_of_at_most(name, MAXIMUM_NAME_LENGTH).unwrap_or_default()
    }

    /// A person's name that may be left out.
    pub fn optional_name(&mut self, name: &str) -> Option<String> {
        if self.values.contains_key(name) { self.text_of_at_most(name, MAXIMUM_NAME_LENGTH) } else { None }
    }

    /// A text that may be left out.
    pub fn optional_text(&mut self, name: &str) -> Option<String> {
        if self.values.contains_key(name) { self.text_of_at_most(name, MAXIMUM_TEXT_LENGTH) } else { None }
    }

    /// One of some names.
    pub fn one_of(&mut self, name: &str, names: &[&str]) -> Option<String> {
        match self.values.get(name) {
            Some(Value::String(text)) if names.contains(&text.as_str()) => Some(text.clone()),
            _ => {
                let names: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
                self.fault(name, &format!("Invalid option: expected one of {}", names.join("|")));
                None
            }
        }
    }

    /// This text and no other.
    pub fn literal(&mut self, name: &str, text: &str) {
        if self.values.get(name).and_then(Value::as_str) != Some(text) {
            self.fault(name, &format!("Invalid input: expected \"{text}\""));
        }
    }

    /// Any fields of the caller's own; may be left out.
    pub fn optional_record(&mut self, name: &str) {
        if !matches!(self.values.get(name), None | Some(Value::Object(_))) {
            self.expected(name, "record");
        }
    }

    /// Whatever was sent, if something was.
    pub fn anything(&mut self, name: &str) -> Value {
        if !self.values.contains_key(name) {
            self.expected(name, "nonoptional");
        }
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// Any fields of the caller's own, which must be there.
    pub fn record(&mut self, name: &str) -> Value {
        if !matches!(self.values.get(name), Some(Value::Object(_))) {
            self.expected(name, "record");
        }
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// A text that must be there and hold more than spaces, which are cut off around it.
    pub fn filled_text(&mut self, name: &str, maximum: usize) -> String {
        let text = self.text_of_at_most(name, maximum).map(|text| text.trim().to_owned());
        if text.as_ref().is_some_and(String::is_empty) {
            self.fault(name, "Too small: expected string to have >=1 characters");
        }
        text.unwrap_or_default()
    }

    /// A text that must be there and is a secret: not bounded here, and never repeated.
    pub fn secret(&mut self, name: &str) -> SecretString {
        match self.values.get(name) {
            Some(Value::String(text)) => SecretString::from(text.clone()),
            _ => {
                self.expected(name, "string");
                SecretString::default()
            }
        }
    }

    /// One of some texts; may be left out.
    pub fn optional_choice(&mut self, name: &str, choices: &[&'static str]) -> Option<&'static str> {
        let value = self.values.get(name)?;
        let chosen = value.as_str().and_then(|text| choices.iter().find(|choice| **choice == text));
        if chosen.is_none() {
            let quoted: Vec<String> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
            self.fault(name, &format!("Invalid option: expected one of {}", quoted.join("|")));
        }
        chosen.copied()
    }

    /// A secret that must be there and not be empty.
    pub fn non_empty_secret(&mut self, name: &str) -> SecretString {
        if matches!(self.values.get(name), Some(Value::String(text)) if text.is_empty()) {
            self.fault(name, "Too small: expected string to have >=1 characters");
        }
        self.secret(name)
    }

    /// A secret that may be left out.
    pub fn optional_secret(&mut self, name: &str) -> Option<SecretString> {
        self.values.contains_key(name).then(|| self.secret(name))
    }

    /// A mail address that must be there. Empty while [`Fields::finish`] has not said that all is well.
    pub fn email(&mut self, name: &str) -> EmailAddress {
        let email = match self.values.get(name) {
            Some(Value::String(text)) => {
                let email = email_address(text);
                if email.is_none() {
                    self.fault(name, "Invalid email address");
                }
                email
            }
            _ => {
                self.expected(name, "string");
                None
            }
        };
        email.unwrap_or_else(|| EmailAddress::from_stored(String::new()))
    }

    /// Yes or no; may be left out.
    pub fn optional_flag(&mut self, name: &str) -> Option<bool> {
        match self.values.get(name) {
            None => None,
            Some(Value::Bool(flag)) => Some(*flag),
            Some(_) => {
                self.expected(name, "boolean");
                None
            }
        }
    }

    /// Refuses every field but these.
    pub fn no_others(&mut self, known: &[&str]) {
        let others: Vec<_> =
            self.values.keys().filter(|name| !known.contains(&name.as_str())).map(|name| format!("\"{name}\"")).collect();
        if !others.is_empty() {
            let keys = if others.len() == 1 { "key" } else { "keys" };
            self.faults.push(format!("[{}] Unrecognized {keys}: {}", self.place, others.join(", ")));
        }
    }

    /// What was sent for a field, whatever it is.
    pub fn value(&self, name: &str) -> Option<&'a Value> {
        self.values.get(name)
    }

    /// Whether a field was sent.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Whether a field was sent and is not empty, null, zero or false.
    pub fn has_something(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(is_something)
    }

    /// Whether a field was sent as null.
    pub fn is_null(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(Value::is_null)
    }

    /// Reports the faults that were found.
    pub fn finish(self) -> Result<(), ApiError> {
        if self.faults.is_empty() { Ok(()) } else { Err(validation_error(self.faults.join("; "))) }
    }
}

/// What JavaScript calls truthy: clients and the reference treat other values as not sent.
pub fn is_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// An address as programs send it: exactly, in ASCII and without surrounding spaces.
pub fn email_address(text: &str) -> Option<EmailAddress> {
    if !text.is_ascii() || text.contains(|character: char| character.is_ascii_whitespace()) {
        return None;
    }
    EmailAddress::parse(text).ok()
}

fn password_error(error: PasswordError) -> ApiError {
    match error {
        PasswordError::TooShort => ApiError::bad_request("PASSWORD_TOO_SHORT", "Password too short"),
        PasswordError::TooLong => ApiError::bad_request("PASSWORD_TOO_LONG", "Password too long"),
        PasswordError::NulCharacter => ApiError::invalid_password(),
    }
}

/// A password that is being chosen.
pub fn chosen_password(config: &Config, text: SecretString) -> Result<Password, ApiError> {
    let minimum = usize::try_from(config.accounts.minimum_password_length).unwrap_or(usize::MAX);
    Password::chosen(text, minimum).map_err(password_error)
}

/// A password that is to be compared.
pub fn entered_password(text: SecretString) -> Result<Password, ApiError> {
    Password::entered(text).map_err(password_error)
}

/// The address of a sign-in, which any text may claim to be.
pub fn claimed_email(text: &str) -> Result<EmailAddress, ApiError> {
    email_address(text).ok_or_else(|| ApiError::new(StatusCode::BAD_REQUEST, "INVALID_EMAIL", "Invalid email"))
}
