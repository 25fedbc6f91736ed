//! Texts with one rule each.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tracing_subscriber::EnvFilter;
use unic_langid::LanguageIdentifier;

/// Declares a text that `$rule` has judged: it answers with what is wrong, if anything.
macro_rules! ruled_text {
    ($(#[$documentation:meta])* $name:ident, $title:literal, $rule:expr) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(inline, title = $title)]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                let rule: fn(&str) -> Result<(), String> = $rule;
                rule(&text).map(|()| Self(text))
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

ruled_text!(
    /// A text of one line that is not empty.
    Text,
    "a text of one line",
    |text| {
        if text.trim().is_empty() {
            Err("it is empty".to_owned())
        } else if text.chars().any(char::is_control) {
            Err("it has control characters".to_owned())
        } else {
            Ok(())
        }
    }
);

ruled_text!(
    /// The first part of every cookie's name (RFC 6265, section 4.1.1: a token, here without dots).
    CookiePrefix,
    "letters, digits, - and _",
    |text| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !text.is_empty() && text.bytes().all(fits) {
            Ok(())
        } else {
            Err(format!("{text:?} has other characters, or none"))
        }
    }
);

ruled_text!(
    /// A domain whose hosts all receive the cookies.
    CookieDomain,
    "a domain such as example.com, without leading dot",
    |text| {
        let label = |label: &str| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        if text.contains('.') && text.split('.').all(label) { Ok(()) } else { Err(format!("{text:?} is not such a domain")) }
    }
);

ruled_text!(
    /// A language tag (BCP 47).
    LocaleTag,
    "a language tag such as en or pt-BR",
    |text| text.parse::<LanguageIdentifier>().map(|_| ()).map_err(|_| format!("{text:?} is not a language tag"))
);

ruled_text!(
    /// Which log lines are written, in the form of `tracing`'s filters.
    LogFilter,
    "a level, or levels for targets, such as info,vestibule=debug",
    |text| EnvFilter::builder().parse(text).map(|_| ()).map_err(|error| format!("{text:?} is not a log filter ({error})"))
);

impl Text {
    /// A text of the program itself.
    pub(in crate::config) fn of_program(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

impl CookiePrefix {
    /// `vestibule`.
    pub(in crate::config) fn vestibule() -> Self {
        Self("vestibule".to_owned())
    }
}

impl CookieDomain {
    /// A domain of the program itself.
    pub(in crate::config) fn of_program(domain: &'static str) -> Self {
        Self(domain.to_owned())
    }
}

impl LocaleTag {
    /// `en`.
    pub(in crate::config) fn english() -> Self {
        Self("en".to_owned())
    }
}

impl LogFilter {
    /// `info`.
    pub(in crate::config) fn info() -> Self {
        Self("info".to_owned())
    }
}
