//! What the operator calls a webhook or an action.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest name.
const LONGEST: usize = 48;

/// A short name, which logs, metrics and the command line use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, with = "String", title = "a name of small letters, digits, `-` and `_`, at most 48")]
pub struct HookName(String);

impl HookName {
    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for HookName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
        let sound = (1..=LONGEST).contains(&text.len()) && text.bytes().all(fits);
        if sound {
            Ok(Self(text))
        } else {
            Err(format!("{text:?} is not a name of at most {LONGEST} small letters, digits, `-` and `_`"))
        }
    }
}

impl From<HookName> for String {
    fn from(name: HookName) -> Self {
        name.0
    }
}

impl fmt::Display for HookName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
