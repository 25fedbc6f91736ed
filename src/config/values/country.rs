//! Countries whose phone numbers are taken.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::phone_number::Country;

/// A country, by the two letters of ISO 3166-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, into = "String", title = "a country such as DE or US")]
pub struct CountryCode(Country);

impl CountryCode {
    /// The country.
    pub const fn country(self) -> Country {
        self.0
    }
}

impl TryFrom<String> for CountryCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Country::parse(&text).map(Self).ok_or_else(|| format!("{text:?} is not the two capital letters of a country"))
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> Self {
        code.0.to_string()
    }
}
