//! The life of a signing key: published before it signs, kept published until what it signed has expired.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Where a signing key stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyState {
    /// Published, so that clients have it in their caches before it signs.
    Next,
    /// Signs. There is at most one for each algorithm.
    Active,
    /// No longer signs; still published, because unexpired tokens bear its signature.
    Retiring,
    /// The last token that it signed has expired. Neither published nor accepted.
    Retired,
    /// Taken out at once, because its secret may be known. Neither published nor accepted.
    Revoked,
}

/// A change of state that the life cycle does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a signing key that is {from} cannot become {to}")]
pub struct IllegalKeyTransition {
    /// The state that the key is in.
    pub from: KeyState,
    /// The state that was asked for.
    pub to: KeyState,
}

/// A text that names no [`KeyState`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown state of a signing key")]
pub struct UnknownKeyState;

impl KeyState {
    const ALL: [Self; 5] = [Self::Next, Self::Active, Self::Retiring, Self::Retired, Self::Revoked];

    /// The state after a step to `to`: one step forward, or revocation from anywhere. A key never comes back.
    pub const fn advance(self, to: Self) -> Result<Self, IllegalKeyTransition> {
        match (self, to) {
            (Self::Next, Self::Active)
            | (Self::Active, Self::Retiring)
            | (Self::Retiring, Self::Retired)
            | (Self::Next | Self::Active | Self::Retiring | Self::Retired, Self::Revoked) => Ok(to),
            _ => Err(IllegalKeyTransition { from: self, to }),
        }
    }

    /// Whether the key is in the JWK set, and so whether its signatures are accepted.
    pub const fn is_published(self) -> bool {
        matches!(self, Self::Next | Self::Active | Self::Retiring)
    }

    /// The stored and displayed text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Active => "active",
            Self::Retiring => "retiring",
            Self::Retired => "retired",
            Self::Revoked => "revoked",
        }
    }
}

impl fmt::Display for KeyState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for KeyState {
    type Err = UnknownKeyState;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(UnknownKeyState)
    }
}
