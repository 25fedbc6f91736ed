//! Links to outside pages and services.

use std::fmt;
use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

/// An absolute `https://` or `http://` address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "an https:// or http:// address")]
pub struct WebUrl(Url);

impl WebUrl {
    /// The parsed address.
    pub fn into_url(self) -> Url {
        self.0
    }
}

impl TryFrom<String> for WebUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let url = Url::parse(&text).map_err(|error| format!("{text:?} is not an address ({error})"))?;
        match url.scheme() {
            "https" | "http" => Ok(Self(url)),
            scheme => Err(format!("{text:?} starts with {scheme}:")),
        }
    }
}

impl From<WebUrl> for String {
    fn from(url: WebUrl) -> Self {
        url.0.into()
    }
}

impl Deref for WebUrl {
    type Target = Url;

    fn deref(&self) -> &Url {
        &self.0
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.as_str())
    }
}
