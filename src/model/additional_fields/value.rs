//! What a field takes.

use serde_json::{Number, Value};
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime};

use crate::clock::Timestamp;

/// How deep a JSON value may be nested.
const DEEPEST: usize = 16;
/// The most items of a list.
const MOST_ITEMS: usize = 100;
/// The greatest whole number that every program reads exactly.
const GREATEST_EXACT: f64 = 9_007_199_254_740_991.0;
/// Names that programs in JavaScript must not be handed as keys: merged into an object they change what every object is.
const DANGEROUS_KEYS: [&str; 3] = ["__proto__", "constructor", "prototype"];

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Boolean,
    /// A point in time, or a day.
    Date,
    /// Whatever JSON can say.
    Json,
    /// Several texts.
    Texts,
    /// Several numbers.
    Numbers,
    /// One of some texts.
    Choice(Vec<String>),
}

/// Why a value does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueFault {
    /// It is of another kind.
    Kind {
        /// The kind that is taken.
        expected: &'static str,
    },
    /// It is too long.
    TooLong {
        /// The most characters.
        maximum: usize,
    },
    /// There are too many items.
    TooMany {
        /// The most.
        maximum: usize,
    },
    /// It is none of the texts to choose from.
    NotOffered,
    /// It is of the right kind, but not one of it.
    Malformed,
}

impl FieldKind {
    /// A value as it is stored, if it fits.
    pub fn judge(&self, sent: &Value, maximum_length: usize) -> Result<Value, ValueFault> {
        match (self, sent) {
            (Self::Text, Value::String(text)) => checked_text(text, maximum_length).map(Value::from),
            (Self::Text, _) => Err(ValueFault::Kind { expected: "string" }),
            (Self::Number, Value::Number(number)) => exact(number),
            (Self::Number, _) => Err(ValueFault::Kind { expected: "number" }),
            (Self::Boolean, Value::Bool(flag)) => Ok(Value::Bool(*flag)),
            (Self::Boolean, _) => Err(ValueFault::Kind { expected: "boolean" }),
            (Self::Date, Value::String(text)) => {
                moment(text).map(|moment| Value::from(moment.rfc3339())).ok_or(ValueFault::Malformed)
            }
            (Self::Date, _) => Err(ValueFault::Kind { expected: "date" }),
            (Self::Json, sent) => checked_json(sent, maximum_length),
            (Self::Texts, Value::Array(items)) => list(items, |item| match item {
                Value::String(text) => checked_text(text, maximum_length).map(Value::from),
                _ => Err(ValueFault::Kind { expected: "string" }),
            }),
            (Self::Numbers, Value::Array(items)) => list(items, |item| match item {
                Value::Number(number) => exact(number),
                _ => Err(ValueFault::Kind { expected: "number" }),
            }),
            (Self::Texts | Self::Numbers, _) => Err(ValueFault::Kind { expected: "array" }),
            (Self::Choice(offered), Value::String(text)) if offered.contains(text) => Ok(Value::from(text.as_str())),
            (Self::Choice(_), _) => Err(ValueFault::NotOffered),
        }
    }

    /// A value as it is typed where everything is text: on a page or a command line. An empty text is none.
    pub fn read(&self, typed: &str) -> Result<Value, ValueFault> {
        let lines = || typed.lines().map(str::trim).filter(|line| !line.is_empty());
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return Ok(Value::Null);
        }
        match self {
            Self::Text | Self::Date | Self::Choice(_) => Ok(Value::from(trimmed)),
            Self::Number => typed_number(trimmed),
            Self::Boolean => trimmed.parse::<bool>().map(Value::Bool).map_err(|_| ValueFault::Kind { expected: "boolean" }),
            Self::Json => serde_json::from_str(trimmed).map_err(|_| ValueFault::Kind { expected: "json" }),
            Self::Texts => Ok(lines().map(Value::from).collect()),
            Self::Numbers => lines().map(typed_number).collect::<Result<Vec<_>, _>>().map(Value::Array),
        }
    }

    /// A stored value as [`Self::read`] takes it.
    pub fn typed(&self, value: &Value) -> String {
        match (self, value) {
            (_, Value::Null) => String::new(),
            // Pages ask for a day.
            (Self::Date, Value::String(text)) => text.chars().take(10).collect(),
            (_, Value::String(text)) => text.clone(),
            (Self::Texts | Self::Numbers, Value::Array(items)) => {
                let line = |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
                items.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            (_, value) => value.to_string(),
        }
    }
}

fn list(items: &[Value], judge: impl Fn(&Value) -> Result<Value, ValueFault>) -> Result<Value, ValueFault> {
    if items.len() > MOST_ITEMS {
        return Err(ValueFault::TooMany { maximum: MOST_ITEMS });
    }
    items.iter().map(judge).collect::<Result<Vec<_>, _>>().map(Value::Array)
}

fn checked_text(text: &str, maximum: usize) -> Result<&str, ValueFault> {
    if text.chars().nth(maximum).is_some() {
        return Err(ValueFault::TooLong { maximum });
    }
    // No database takes NUL in a text.
    if text.contains('\0') { Err(ValueFault::Malformed) } else { Ok(text) }
}

fn typed_number(text: &str) -> Result<Value, ValueFault> {
    let fault = ValueFault::Kind { expected: "number" };
    let number = text.parse::<f64>().ok().and_then(Number::from_f64);
    number.map(Value::Number).ok_or(fault)
}

/// A number in the one form that it has in JavaScript, so that 1 and 1.0 are one value.
fn exact(number: &Number) -> Result<Value, ValueFault> {
    let value = number.as_f64().filter(|value| value.is_finite()).ok_or(ValueFault::Malformed)?;
    if value.fract() != 0.0 {
        return Ok(Value::Number(number.clone()));
    }
    if value.abs() > GREATEST_EXACT {
        return Err(ValueFault::Malformed);
    }
    format!("{value:.0}").parse::<i64>().map(Value::from).map_err(|_| ValueFault::Malformed)
}

/// A time with its zone (RFC 3339), or a day, which begins at midnight UTC.
fn moment(text: &str) -> Option<Timestamp> {
    let day = || Date::parse(text, format_description!("[year]-[month]-[day]")).ok().map(|day| day.midnight().assume_utc());
    let moment = OffsetDateTime::parse(text, &Rfc3339).ok().or_else(day)?;
    // Years of four digits alone: others are written in another form.
    let millis = i64::try_from(moment.unix_timestamp_nanos() / 1_000_000).ok()?;
    let utc = moment.to_offset(time::UtcOffset::UTC);
    (0..=9999).contains(&utc.year()).then(|| Timestamp::from_millis(millis))
}

fn checked_json(value: &Value, maximum: usize) -> Result<Value, ValueFault> {
    if value.to_string().chars().nth(maximum).is_some() {
        return Err(ValueFault::TooLong { maximum });
    }
    if is_harmless(value, DEEPEST) { Ok(value.clone()) } else { Err(ValueFault::Malformed) }
}

fn is_harmless(value: &Value, depth: usize) -> bool {
    match value {
        _ if depth == 0 => false,
        Value::String(text) => !text.contains('\0'),
        Value::Array(items) => items.iter().all(|item| is_harmless(item, depth - 1)),
        Value::Object(members) => members
            .iter()
            .all(|(key, item)| !DANGEROUS_KEYS.contains(&key.as_str()) && !key.contains('\0') && is_harmless(item, depth - 1)),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}
