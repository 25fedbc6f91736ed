//! Settings whose values are never printed.

use std::fmt;
use std::ops::Deref;

use schemars::JsonSchema;
use secrecy::SecretString;
use serde::{Deserialize, Serialize, Serializer};
use url::Url;

use super::WebUrl;

/// What stands in place of a secret wherever settings are printed.
pub(in crate::config) const HIDDEN: &str = "***";

/// A secret text. `expose_secret()` (of `secrecy`) reads it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, into = "String", title = "a secret text", extend("writeOnly" = true))]
pub struct Secret(SecretString);

impl TryFrom<String> for Secret {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.trim().is_empty() { Err("it is empty") } else { Ok(Self(SecretString::from(text))) }
    }
}

impl Deref for Secret {
    type Target = SecretString;

    fn deref(&self) -> &SecretString {
        &self.0
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
    }
}

/// A URL that is a secret by itself, because it holds a key or a password.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, into = "String", title = "an https:// or http:// address (a secret)", extend("writeOnly" = true))]
pub struct SecretUrl(Url);

impl SecretUrl {
    /// The address. Do not log it.
    pub const fn expose(&self) -> &Url {
        &self.0
    }
}

impl TryFrom<String> for SecretUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        // The reason of a `WebUrl` quotes the text, which must not be printed here.
        WebUrl::try_from(text).map(|url| Self(url.into_url())).map_err(|_| "it is not an address that can be called")
    }
}

impl fmt::Debug for SecretUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretUrl")
    }
}

impl Serialize for SecretUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
    }
}
