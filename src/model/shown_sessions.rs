//! What a browser shows of the sessions that it has.

use std::fmt;

/// Session tokens, as signed cookies brought them; the sessions may be over. Empty where a browser has one person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ShownSessions {
    /// Of the session that is used.
    pub active: Option<String>,
    /// Of the sessions that the browser can be switched to, in an order that means nothing.
    pub kept: Vec<String>,
}

impl ShownSessions {
    /// Whether the browser can be switched to the session with this token.
    pub fn keeps(&self, token: &str) -> bool {
        self.kept.iter().any(|kept| kept == token)
    }

    /// Every token, each once.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        let unkept = self.active.as_deref().filter(|active| !self.keeps(active));
        self.kept.iter().map(String::as_str).chain(unkept)
    }
}

impl fmt::Debug for ShownSessions {
    /// How many, for tokens are secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ShownSessions({})", self.tokens().count())
    }
}
