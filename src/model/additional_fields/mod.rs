//! Additional fields: what an operator wants to know of people, or of sessions, beside what every installation knows.
//!
//! A declaration says what a field takes and who may set it; what is sent is judged by it, whoever sends it. A default is nobody's own
//! value: it is what everybody has who has none, so it is stored nowhere.

mod value;
mod wording;

use serde_json::{Map, Value};

use crate::model::scope::Scopes;

pub use value::{FieldKind, ValueFault};
pub use wording::Wording;

/// Values by the name of their field. Null says that somebody wants none.
pub type FieldValues = Map<String, Value>;

/// The longest name of a field.
pub const MAXIMUM_FIELD_NAME_LENGTH: usize = 64;

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdditionalField {
    /// How programs call it.
    pub name: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether everybody must have a value.
    pub required: bool,
    /// What somebody has who has no value of their own.
    pub default: Option<Value>,
    /// Whether the person may set it; else only the operator.
    pub input: bool,
    /// Whether answers show it.
    pub returned: bool,
    /// Whether no two people may have the same value.
    pub unique: bool,
    /// The most characters of a text, or of a JSON value as it is written.
    pub maximum_length: u32,
    /// How pages call it.
    pub label: Wording,
    /// What pages say below that.
    pub hint: Wording,
    /// Which pages ask for it.
    pub shown_on: ShownOn,
    /// As what apps are told of it.
    pub release: Option<Release>,
}

/// Which pages ask for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownOn {
    /// Signing up, and the profile.
    SignUp,
    /// The profile.
    Profile,
    /// None.
    Nowhere,
}

/// As what apps are told of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The name of the claim.
    pub claim: String,
    /// The scope that an app needs for it.
    pub scope: String,
}

/// What was sent for a field is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRefusal<'a> {
    /// The field.
    pub field: &'a AdditionalField,
    /// Why not.
    pub fault: FieldFault,
}

/// Why a value is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// Only the operator sets it.
    NotAllowed,
    /// Everybody must have a value, and there is none.
    Missing,
    /// The value does not fit.
    Value(ValueFault),
}

impl AdditionalField {
    /// A value as it is stored, if it is taken.
    pub fn judge(&self, sent: &Value) -> Result<Value, FieldFault> {
        match sent {
            Value::Null if self.required => Err(FieldFault::Missing),
            Value::Null => Ok(Value::Null),
            sent => self.kind.judge(sent, self.maximum_length as usize).map_err(FieldFault::Value),
        }
    }

    /// What somebody has whose own values are these.
    pub fn held<'a>(&'a self, own: &'a FieldValues) -> &'a Value {
        own.get(&self.name).or(self.default.as_ref()).unwrap_or(&Value::Null)
    }

    /// Whether somebody whose own values are these still has to say something.
    pub fn is_missing(&self, own: &FieldValues) -> bool {
        self.required && self.held(own).is_null()
    }

    /// Whether a page that changes what somebody has shows it.
    pub fn is_on_profile(&self) -> bool {
        self.shown_on != ShownOn::Nowhere && self.input && self.returned
    }

    /// Whether a page can ask for it.
    pub fn is_asked_on_pages(&self) -> bool {
        self.input && self.kind != FieldKind::Json
    }
}

/// What JavaScript calls truthy: Better Auth passes over other values where a field may not be set.
fn is_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// All fields of people, or of sessions, in the order of their declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdditionalFields(Vec<AdditionalField>);

impl AdditionalFields {
    /// These.
    pub const fn new(fields: Vec<AdditionalField>) -> Self {
        Self(fields)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each in turn.
    pub fn iter(&self) -> std::slice::Iter<'_, AdditionalField> {
        self.0.iter()
    }

    /// The field of this name.
    pub fn find(&self, name: &str) -> Option<&AdditionalField> {
        self.0.iter().find(|field| field.name == name)
    }

    /// The values of somebody new, as far as `sent` has any: the first fault counts, in the order of declaration.
    pub fn of_new(&self, sent: &FieldValues) -> Result<FieldValues, FieldRefusal<'_>> {
        let mut values = FieldValues::new();
        for field in &self.0 {
            let refusal = |fault| FieldRefusal { field, fault };
            match sent.get(&field.name) {
                Some(value) if !field.input && field.default.is_none() && is_something(value) => {
                    return Err(refusal(FieldFault::NotAllowed));
                }
                // Who sends along what they were shown as the default changes nothing.
                Some(_) if !field.input => {}
                Some(value) => drop(values.insert(field.name.clone(), field.judge(value).map_err(refusal)?)),
                None if field.is_missing(&values) => return Err(refusal(FieldFault::Missing)),
                None => {}
            }
        }
        Ok(values)
    }

    /// What changes of somebody's values by `sent`.
    pub fn change(&self, sent: &FieldValues) -> Result<FieldValues, FieldRefusal<'_>> {
        let mut values = FieldValues::new();
        for field in &self.0 {
            let Some(value) = sent.get(&field.name) else { continue };
            let refusal = |fault| FieldRefusal { field, fault };
            if field.input {
                values.insert(field.name.clone(), field.judge(value).map_err(refusal)?);
            } else if is_something(value) {
                return Err(refusal(FieldFault::NotAllowed));
            }
        }
        Ok(values)
    }

    /// What answers show of somebody whose own values are these.
    pub fn shown(&self, own: &FieldValues) -> FieldValues {
        self.0.iter().filter(|field| field.returned).map(|field| (field.name.clone(), field.held(own).clone())).collect()
    }

    /// Everything that somebody has whose own values are these.
    pub fn held(&self, own: &FieldValues) -> FieldValues {
        self.0.iter().map(|field| (field.name.clone(), field.held(own).clone())).collect()
    }

    /// Those that somebody whose own values are these still has to fill in, and can.
    pub fn missing<'a>(&'a self, own: &'a FieldValues) -> impl Iterator<Item = &'a AdditionalField> {
        self.0.iter().filter(move |field| field.is_asked_on_pages() && field.is_missing(own))
    }

    /// Whether somebody may have to fill one in.
    pub fn may_be_missing(&self) -> bool {
        self.0.iter().any(|field| field.is_asked_on_pages() && field.is_missing(&FieldValues::new()))
    }

    /// The fields of which an app with these scopes is told.
    pub fn released<'a>(&'a self, scopes: &'a Scopes) -> impl Iterator<Item = (&'a AdditionalField, &'a Release)> {
        let releases = self.0.iter().filter_map(|field| field.release.as_ref().map(|release| (field, release)));
        releases.filter(move |(_, release)| scopes.contains(&release.scope))
    }

    /// The claims by which apps are told.
    pub fn claims(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|field| field.release.as_ref()).map(|release| release.claim.as_str())
    }

    /// The scopes under which apps are told, each once.
    pub fn scopes(&self) -> Vec<&str> {
        let mut scopes: Vec<&str> = Vec::new();
        for release in self.0.iter().filter_map(|field| field.release.as_ref()) {
            if !scopes.contains(&release.scope.as_str()) {
                scopes.push(&release.scope);
            }
        }
        scopes
    }
}
