//! `[registration]`

use std::path::PathBuf;

use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use super::super::fault::Faults;
use super::super::values::{MailDomain, Seconds, Secret};
use super::super::{Config, Mode};

/// The shortest initial access token: it is guessed at over the network.
const SHORTEST_TOKEN: usize = 16;

/// The section `registration`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Registration {
    /// Who may register apps by dynamic client registration (RFC 7591).
    pub dynamic: DynamicRegistration,
    /// The initial access token that `registration.dynamic = "token"` asks for; at least 16 characters.
    pub initial_access_token: Option<Secret>,
    /// Who may make an account.
    pub sign_up: SignUp,
    /// How long the link of an invitation works.
    pub invitation_seconds: Seconds,
    /// The mail domains for `registration.sign_up = "domains"`. Each stands for itself and all below it.
    pub sign_up_domains: Vec<MailDomain>,
    /// Mail domains with which no account is made, and to which none moves; each stands for itself and all below it. Accounts that
    /// exist go on.
    pub blocked_domains: Vec<MailDomain>,
    /// A file with more such domains, one a line; read at the start. Lines that begin with `#` say nothing.
    pub blocked_domains_list: Option<PathBuf>,
    /// Whether a new account must prove its mail address before it can be used. By default so once `mail.url` is set; not in the
    /// dev mode, and not with `rate_limit.profile = "better-auth"`. When it is off, the sign-up form reveals which addresses have
    /// accounts.
    pub require_verified_email: Option<bool>,
    /// Whether the link that proves a mail address also signs in the browser that asked for it. Another browser proves the address
    /// with it, but is not signed in.
    pub sign_in_after_verification: bool,
}

impl Default for Registration {
    fn default() -> Self {
        Self {
            dynamic: DynamicRegistration::Off,
            initial_access_token: None,
            sign_up: SignUp::Open,
            invitation_seconds: Seconds::new(48 * 3600),
            sign_up_domains: Vec::new(),
            blocked_domains: Vec::new(),
            blocked_domains_list: None,
            require_verified_email: None,
            sign_in_after_verification: false,
        }
    }
}

/// Who may register apps dynamically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum DynamicRegistration {
    /// Nobody.
    Off,
    /// Whoever holds the initial access token.
    Token,
    /// Everybody.
    Open,
}

/// Who may make an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum SignUp {
    /// Everybody.
    Open,
    /// Who has an address of `registration.sign_up_domains`.
    Domains,
    /// Whom the operator invited.
    Invitation,
    /// Only whom an administrator adds or invites.
    Off,
}

impl Registration {
    /// Whether anybody may make an account without an invitation.
    pub const fn is_open(&self) -> bool {
        match self.sign_up {
            SignUp::Open | SignUp::Domains => true,
            SignUp::Invitation | SignUp::Off => false,
        }
    }

    pub(in crate::config) fn default_for(mode: Mode) -> Self {
        match mode {
            Mode::Serve => Self::default(),
            Mode::Dev => Self { dynamic: DynamicRegistration::Open, ..Self::default() },
        }
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        let key = "registration.initial_access_token";
        let remedy = "write what `vestibule secret` prints";
        match &self.initial_access_token {
            Some(token) if token.expose_secret().len() < SHORTEST_TOKEN => {
                faults.add(config.fault(key, format!("it is shorter than {SHORTEST_TOKEN} characters"), remedy));
            }
            None if self.dynamic == DynamicRegistration::Token => {
                faults.add(config.fault(key, "it is needed when registration.dynamic is \"token\"", remedy));
            }
            _ => {}
        }
        if self.sign_up == SignUp::Domains && self.sign_up_domains.is_empty() {
            let problem = "it is needed when registration.sign_up is \"domains\"";
            faults.add(config.fault("registration.sign_up_domains", problem, "write the domains, or \"off\" for nobody"));
        }
        if let Some(path) = &self.blocked_domains_list
            && !path.is_file()
        {
            let problem = format!("there is no file {}", path.display());
            faults.add(config.fault("registration.blocked_domains_list", problem, "write the path of a list of domains"));
        }
    }
}
