//! Response types and modes (RFC 6749, section 3.1.1; OAuth 2.0 Multiple Response Type Encoding Practices; Form Post Response Mode).

use serde::{Deserialize, Serialize};

/// What the authorization endpoint answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseType {
    /// An authorization code.
    Code,
}

impl ResponseType {
    /// Every one, in the order in which metadata lists them.
    pub const ALL: [Self; 1] = [Self::Code];

    /// The registered name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
        }
    }

    /// Parses the registered name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|response_type| response_type.as_str() == name)
    }
}

/// How the answer travels to the redirect URI.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResponseMode {
    /// In the query of a redirect: the default for a code.
    #[default]
    Query,
    /// In the body of a form that the browser posts.
    FormPost,
}

impl ResponseMode {
    /// Every one, in the order in which metadata lists them.
    pub const ALL: [Self; 2] = [Self::Query, Self::FormPost];

    /// The registered name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::FormPost => "form_post",
        }
    }

    /// Parses the registered name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == name)
    }
}
