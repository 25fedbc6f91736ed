//! Grant types (RFC 6749, sections 4.1, 4.4 and 6; RFC 8628): how a client may obtain a token.

use serde::{Deserialize, Serialize};

/// A grant type that the token endpoint knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantType {
    /// An authorization code (RFC 6749, section 4.1).
    AuthorizationCode,
    /// A refresh token (RFC 6749, section 6).
    RefreshToken,
    /// The client's own authority (RFC 6749, section 4.4).
    ClientCredentials,
    /// A device code (RFC 8628, section 3.4).
    #[serde(rename = "urn:ietf:params:oauth:grant-type:device_code")]
    DeviceCode,
}

impl GrantType {
    /// Every one, in the order in which metadata lists them.
    pub const ALL: [Self; 4] = [Self::AuthorizationCode, Self::RefreshToken, Self::ClientCredentials, Self::DeviceCode];

    /// The registered name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "authorization_code",
            Self::RefreshToken => "refresh_token",
            Self::ClientCredentials => "client_credentials",
            Self::DeviceCode => "urn:ietf:params:oauth:grant-type:device_code",
        }
    }

    /// Whether a person allows by it what the client is given at first.
    pub const fn is_by_a_person(self) -> bool {
        matches!(self, Self::AuthorizationCode | Self::DeviceCode)
    }

    /// Parses the registered name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grant_type| grant_type.as_str() == name)
    }
}
