//! Mail domains.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::mail_domains;

/// A mail domain, which stands for itself and all below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "a domain such as example.com")]
pub struct MailDomain(String);

impl TryFrom<String> for MailDomain {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        mail_domains::domain(&text).map(Self).ok_or_else(|| format!("{text:?} is not a domain"))
    }
}

impl From<MailDomain> for String {
    fn from(domain: MailDomain) -> Self {
        domain.0
    }
}
