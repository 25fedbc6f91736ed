//! Mail addresses: one canonical form each, so that look-alikes do not collide and one person cannot be registered twice.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// RFC 5321, section 4.5.3.1: a path has 256 octets with its brackets.
pub const MAXIMUM_LENGTH: usize = 254;
const MAXIMUM_LOCAL_LENGTH: usize = 64;
const MAXIMUM_LABEL_LENGTH: usize = 63;
/// Longest text that is normalised at all.
const MAXIMUM_INPUT_LENGTH: usize = 1024;

/// A mail address in its canonical form: ASCII, lower case. This is what is stored, compared and written to.
///
/// International domains are given in their ASCII form (`xn--…`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The text is not a mail address that we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a mail address")]
pub struct InvalidEmailAddress;

impl EmailAddress {
    /// Trims, normalises (NFKC), validates, then lower-cases. What is validated is what is kept.
    pub fn parse(text: &str) -> Result<Self, InvalidEmailAddress> {
        if text.len() > MAXIMUM_INPUT_LENGTH {
            return Err(InvalidEmailAddress);
        }
        let trimmed = text.trim_matches(|character: char| character.is_whitespace() && !character.is_control());
        let normalised: String = trimmed.nfkc().collect();
        let (local, domain) = normalised.split_once('@').ok_or(InvalidEmailAddress)?;
        if normalised.len() <= MAXIMUM_LENGTH && is_local_part(local) && is_domain(domain) {
            Ok(Self(normalised.to_ascii_lowercase()))
        } else {
            Err(InvalidEmailAddress)
        }
    }

    /// An address from the store, where only canonical ones are.
    pub fn from_stored(address: String) -> Self {
        Self(address)
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// Enough for its owner to recognise it: `a***@example.com`.
    pub fn masked(&self) -> String {
        let first = self.0.chars().next().unwrap_or('*');
        format!("{first}***@{}", self.domain())
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for EmailAddress {
    type Err = InvalidEmailAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = InvalidEmailAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

/// The characters that Better Auth's clients accept too, so that an address is good on every path or on none.
fn is_local_part(local: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_'+-.".contains(&byte);
    (1..=MAXIMUM_LOCAL_LENGTH).contains(&local.len())
        && local.bytes().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with(['.', '\''])
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let Some((_, top_level)) = domain.rsplit_once('.') else { return false };
    let named = top_level.len() >= 2 && top_level.bytes().all(|byte| byte.is_ascii_alphabetic());
    let punycode = top_level.len() > 4 && top_level.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"));
    (named || punycode) && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=MAXIMUM_LABEL_LENGTH).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
