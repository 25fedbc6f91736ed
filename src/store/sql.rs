//! Statements and the values bound to them.

use crate::clock::Timestamp;

/// A statement: one static text in the dialect that SQLite and PostgreSQL share, and where it must be, a second for MariaDB.
#[derive(Clone, Copy, Debug)]
pub struct Sql {
    pub(super) shared: &'static str,
    mariadb: Option<&'static str>,
}

impl Sql {
    /// A statement that MariaDB needs in other words (upserts). Both use `$1 $2 …`.
    pub const fn with_mariadb(shared: &'static str, mariadb: &'static str) -> Self {
        Self { shared, mariadb: Some(mariadb) }
    }

    /// MariaDB's text, its placeholders as `?`.
    pub(super) fn for_mariadb(&self) -> String {
        question_marks(self.mariadb.unwrap_or(self.shared))
    }

    /// Whether each text has the placeholders `$1` to `$count`, each once and in order. Only so can `$n` become `?`.
    pub fn takes(&self, count: usize) -> bool {
        let fits = |text| numbers(text).eq(1..=count);
        fits(self.shared) && self.mariadb.is_none_or(fits)
    }

    /// Fails a debug build whose statement has other placeholders than its values want.
    pub(super) fn debug_assert_takes(&self, values: &[Value]) {
        debug_assert!(self.takes(values.len()), "placeholders must be $1 to ${}, each once, in order: {self:?}", values.len());
    }
}

impl From<&'static str> for Sql {
    fn from(shared: &'static str) -> Self {
        Self { shared, mariadb: None }
    }
}

/// Splits at placeholders: pairs of the text before one and its number; the last pair has none. Literals in quotes are text.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<usize>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let mut quoted = false;
        for (position, character) in text.char_indices() {
            match character {
                '\'' => quoted = !quoted,
                '$' if !quoted => {
                    let (before, after) = text.split_at(position);
                    let after = after.trim_start_matches('$');
                    let end = after.find(|next: char| !next.is_ascii_digit()).unwrap_or(after.len());
                    let (number, following) = after.split_at(end);
                    if let Ok(number) = number.parse() {
                        rest = Some(following);
                        return Some((before, Some(number)));
                    }
                }
                _ => {}
            }
        }
        Some((text, None))
    })
}

fn numbers(text: &str) -> impl Iterator<Item = usize> {
    pieces(text).filter_map(|(_, number)| number)
}

fn question_marks(text: &str) -> String {
    let mut rewritten = String::with_capacity(text.len());
    for (before, number) in pieces(text) {
        rewritten.push_str(before);
        if number.is_some() {
            rewritten.push('?');
        }
    }
    rewritten
}

/// A bound value. NULL keeps its type, because PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text; JSON too.
    Text(String),
    /// A whole number; times too, as milliseconds.
    Integer(i64),
    /// True or false.
    Boolean(bool),
    /// Bytes: digests and sealed envelopes.
    Bytes(Vec<u8>),
    /// No text.
    NullText,
    /// No number.
    NullInteger,
    /// No bytes.
    NullBytes,
    /// Neither true nor false.
    NullBoolean,
}

/// What a type's absence is stored as.
pub trait Nullable: Into<Value> {
    /// The NULL of this type.
    const NULL: Value;
}

impl<T: Nullable> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(T::NULL, Into::into)
    }
}

macro_rules! value {
    ($type:ty, $null:ident, $value:ident => $stored:expr) => {
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $stored
            }
        }

        impl Nullable for $type {
            const NULL: Value = Value::$null;
        }
    };
}

value!(&str, NullText, text => Self::Text(text.to_owned()));
value!(&String, NullText, text => Self::Text(text.clone()));
value!(String, NullText, text => Self::Text(text));
value!(i64, NullInteger, number => Self::Integer(number));
value!(i32, NullInteger, number => Self::Integer(number.into()));
value!(u32, NullInteger, number => Self::Integer(number.into()));
value!(Timestamp, NullInteger, time => Self::Integer(time.millis()));
value!(bool, NullBoolean, flag => Self::Boolean(flag));
value!(Vec<u8>, NullBytes, bytes => Self::Bytes(bytes));
value!(&Vec<u8>, NullBytes, bytes => Self::Bytes(bytes.clone()));
value!(&[u8], NullBytes, bytes => Self::Bytes(bytes.to_vec()));
value!([u8; 32], NullBytes, bytes => Self::Bytes(bytes.to_vec()));
value!(&[u8; 32], NullBytes, bytes => Self::Bytes(bytes.to_vec()));

/// The values of a statement, each by [`Value::from`](crate::store::Value): `&values![id, now, None::<&str>]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        [$($crate::store::Value::from($value)),*]
    };
}
