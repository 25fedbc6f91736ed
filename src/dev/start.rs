//! What `vestibule dev` says once everything listens: addresses to click for people, one line of JSON for scripts.

use std::fmt;
use std::path::PathBuf;

use serde_json::json;

use crate::dev::mailbox::MAIL_JSON;
use crate::dev::seed::SeededPerson;
use crate::model::urls::DEV_MAIL;

/// What is where.
#[derive(Clone, Debug)]
pub struct DevStart {
    /// The login server, without trailing slash.
    pub public_url: String,
    /// The issuer; the login server, unless another is configured.
    pub issuer: String,
    /// The demo app, without trailing slash.
    pub demo_app: String,
    /// The one-time link that makes the first administrator, while there is none.
    pub setup: Option<String>,
    /// The account to try.
    pub person: SeededPerson,
    /// Where the data is kept; none when it is gone with the process.
    pub data: Option<PathBuf>,
}

impl DevStart {
    /// One line for scripts. `mailbox` is the list of mails as JSON.
    pub fn json(&self) -> String {
        let (email, password) = self.person.shown();
        let line = json!({
            "issuer": self.issuer,
            "demo": self.demo_app,
            "mailbox": format!("{}{MAIL_JSON}", self.public_url),
            "setup": self.setup,
            "user": { "email": email, "password": password },
        });
        line.to_string()
    }
}

/// The lines for a terminal, with a line break after the last.
impl fmt::Display for DevStart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.data {
            None => writeln!(formatter, "vestibule dev  (data in memory; add --data DIR to keep it)")?,
            Some(data) => writeln!(formatter, "vestibule dev  (data in {})", data.display())?,
        }
        writeln!(formatter)?;
        writeln!(formatter, "  Demo app        {}      click here, then \"Sign in\"", self.demo_app)?;
        writeln!(formatter, "  Login server    {}", self.public_url)?;
        if let Some(setup) = &self.setup {
            writeln!(formatter, "  Administrator   {setup}   (works once, 15 min)")?;
        }
        writeln!(formatter, "  Mailbox         {}{DEV_MAIL}", self.public_url)?;
        let (email, password) = self.person.shown();
        writeln!(formatter)?;
        writeln!(formatter, "  Try:  {email} / {password}")?;
        writeln!(formatter, "        or create an account of your own; its mail is in the mailbox")?;
        writeln!(formatter)?;
        writeln!(formatter, "  Ctrl-C ends it.")
    }
}
