//! Looking texts up.

use fluent_bundle::{FluentArgs, FluentValue};

use super::Locale;
use super::isolation::isolate;

/// Stands in for a value while a sentence is cut in two around it; never part of a text.
const CUT: char = '\u{FFFC}';

/// The catalogue in one language. Texts are plain text: whoever puts one into HTML escapes it.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    locale: Locale,
}

/// A sentence cut in two around one value, for the value to be marked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// What comes before the value.
    pub before: String,
    /// What comes after it.
    pub after: String,
}

impl Texts {
    /// The texts in `locale`.
    pub fn new(locale: Locale) -> Self {
        Self { locale }
    }

    /// The language that they are in.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The text of `key`. A key that is in no catalogue shows as itself in brackets; a test sees that there is none.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of `key` with its values filled in.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, FluentValue::String(isolate(value, self.locale.direction())));
        }
        self.format(key, Some(&arguments))
    }

    /// The text of `key` for a number of things, its `$count`, in the plural form that the language has for it.
    pub fn count(&self, key: &str, count: u64) -> String {
        let mut arguments = FluentArgs::with_capacity(1);
        arguments.set("count", FluentValue::from(count));
        self.format(key, Some(&arguments))
    }

    /// The text of `key` cut in two around the value called `name`, so that a page can mark the value up.
    pub fn around(&self, key: &str, name: &str) -> Around {
        let mut arguments = FluentArgs::with_capacity(1);
        arguments.set(name, FluentValue::String(CUT.to_string().into()));
        let text = self.format(key, Some(&arguments));
        let (before, after) = text.split_once(CUT).unwrap_or((&text, ""));
        Around { before: before.to_owned(), after: after.to_owned() }
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        self.locale.format(key, arguments).unwrap_or_else(|| format!("\u{27E6}{key}\u{27E7}"))
    }
}
