//! Scopes (RFC 6749, section 3.3).

use std::fmt;

/// The `openid` scope: makes an OAuth request an OpenID one (OpenID Connect Core, section 3.1.2.1).
pub const OPENID: &str = "openid";
/// The `offline_access` scope: asks for a refresh token (OpenID Connect Core, section 11).
pub const OFFLINE_ACCESS: &str = "offline_access";
/// The scopes that this server knows; each maps to claims or to a right.
pub const SUPPORTED: [&str; 4] = [OPENID, "profile", "email", OFFLINE_ACCESS];

/// A set of scopes in the order in which they were asked, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(Vec<String>);

/// The text is not a list of scope tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a scope is printable ASCII without space, double quote and backslash")]
pub struct MalformedScope;

impl Scopes {
    /// Parses space separated scope tokens: `%x21 / %x23-5B / %x5D-7E`. Empty text is the empty set.
    pub fn parse(text: &str) -> Result<Self, MalformedScope> {
        let mut scopes = Vec::new();
        for token in text.split(' ').filter(|token| !token.is_empty()) {
            let fits = token.bytes().all(|byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e));
            if !fits {
                return Err(MalformedScope);
            }
            if !scopes.iter().any(|known| known == token) {
                scopes.push(token.to_owned());
            }
        }
        Ok(Self(scopes))
    }

    /// From names that are known to be scope tokens.
    pub fn of(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Whether `scope` is among them.
    pub fn contains(&self, scope: &str) -> bool {
        self.0.iter().any(|known| known == scope)
    }

    /// Whether every one of these is among `others`.
    pub fn is_subset_of(&self, others: &Self) -> bool {
        self.0.iter().all(|scope| others.contains(scope))
    }

    /// Those that are also in `others`, in this order.
    #[must_use]
    pub fn intersection(&self, others: &Self) -> Self {
        Self(self.0.iter().filter(|scope| others.contains(scope)).cloned().collect())
    }

    /// These and those of `others` that are missing.
    #[must_use]
    pub fn union(&self, others: &Self) -> Self {
        let mut union = self.0.clone();
        union.extend(others.0.iter().filter(|scope| !self.contains(scope)).cloned());
        Self(union)
    }

    /// These without `scope`.
    #[must_use]
    pub fn without(&self, scope: &str) -> Self {
        Self(self.0.iter().filter(|known| *known != scope).cloned().collect())
    }

    /// Each in turn.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join(" "))
    }
}
