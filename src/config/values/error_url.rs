//! Where an app shows what went wrong.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::web_url::WebUrl;
use crate::model::callback_url::CallbackUrl;

/// A path on our own origin, or an absolute `https://` or `http://` address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "a path, or an https:// or http:// address")]
pub struct ErrorUrl(String);

impl ErrorUrl {
    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ErrorUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.starts_with('/') {
            CallbackUrl::parse_path(&text).map_err(|_| format!("{text:?} is not a plain path"))?;
            return Ok(Self(text));
        }
        WebUrl::try_from(text).map(|url| Self(url.to_string()))
    }
}

impl From<ErrorUrl> for String {
    fn from(url: ErrorUrl) -> Self {
        url.0
    }
}
