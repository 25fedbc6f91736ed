//! The `prompt` parameter (OpenID Connect Core, section 3.1.2.1; `create` from OpenID Connect Prompt Create 1.0).

/// What the client wants to be shown, or that nothing may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// No page at all: answer at once or with an error.
    pub none: bool,
    /// Sign in again, even with a live session.
    pub login: bool,
    /// Ask for consent again, even if it was given.
    pub consent: bool,
    /// Let the person choose the account.
    pub select_account: bool,
    /// Begin with creating an account.
    pub create: bool,
}

/// `prompt` names something unknown, or `none` beside another value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("prompt must be none, or any of login, consent, select_account, create")]
pub struct MalformedPrompt;

/// The values that [`Prompt::parse`] takes, for discovery's `prompt_values_supported`.
pub const SUPPORTED: [&str; 5] = ["none", "login", "consent", "select_account", "create"];

impl Prompt {
    /// Parses the space separated values.
    pub fn parse(text: &str) -> Result<Self, MalformedPrompt> {
        let mut prompt = Self::default();
        for value in text.split(' ').filter(|value| !value.is_empty()) {
            match value {
                "none" => prompt.none = true,
                "login" => prompt.login = true,
                "consent" => prompt.consent = true,
                "select_account" => prompt.select_account = true,
                "create" => prompt.create = true,
                _ => return Err(MalformedPrompt),
            }
        }
        let interactive = prompt.login || prompt.consent || prompt.select_account || prompt.create;
        if prompt.none && interactive { Err(MalformedPrompt) } else { Ok(prompt) }
    }
}
