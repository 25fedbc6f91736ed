//! Sets of mail domains. A domain stands for itself and all below it.

use std::collections::HashSet;

use crate::model::email::EmailAddress;

/// A set of domains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailDomains(HashSet<String>);

/// A line of a list is no domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no domain")]
pub struct InvalidDomainLine {
    /// Which, counted from one.
    pub line: usize,
}

/// The canonical form of a domain: ASCII, lower case.
pub fn domain(text: &str) -> Option<String> {
    EmailAddress::parse(&format!("somebody@{}", text.trim())).ok().map(|address| address.domain().to_owned())
}

impl MailDomains {
    /// Reads a list of one domain a line. Empty lines, and those that begin with `#`, say nothing.
    pub fn parse_list(text: &str) -> Result<Self, InvalidDomainLine> {
        let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line.trim()));
        let domains = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        domains.map(|(line, text)| domain(text).ok_or(InvalidDomainLine { line })).collect::<Result<_, _>>().map(Self)
    }

    /// Whether the domain of an address, or one above it, is in the set.
    pub fn cover(&self, email: &EmailAddress) -> bool {
        let mut rest = email.domain();
        loop {
            if self.0.contains(rest) {
                return true;
            }
            match rest.split_once('.') {
                Some((_, above)) => rest = above,
                None => return false,
            }
        }
    }
}

impl Extend<String> for MailDomains {
    fn extend<I: IntoIterator<Item = String>>(&mut self, domains: I) {
        self.0.extend(domains);
    }
}

impl FromIterator<String> for MailDomains {
    fn from_iter<I: IntoIterator<Item = String>>(domains: I) -> Self {
        Self(domains.into_iter().collect())
    }
}
