//! `[passwords]`

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Seconds, WebUrl};

/// The section `passwords`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Passwords {
    /// Where new passwords are looked up among leaked ones. One that is found there is not taken.
    pub breached: BreachedPasswords,
    /// The address of the service for `passwords.breached = "service"`. The first five hexadecimal digits of the password's SHA-1 are
    /// put behind it; nothing else of the password leaves this machine. It answers as the range interface of Have I Been Pwned does.
    pub breached_service: Option<WebUrl>,
    /// How long the service may take.
    pub breached_service_seconds: Seconds,
    /// The file for `passwords.breached = "list"`: one SHA-1 a line in hexadecimal digits, sorted, alone or with `:` and a count
    /// behind it.
    pub breached_list: Option<PathBuf>,
    /// Whether a new password is taken unseen when service or file cannot be read. When off, nobody can choose a password meanwhile.
    pub accept_unchecked: bool,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            breached: BreachedPasswords::Off,
            breached_service: None,
            breached_service_seconds: Seconds::new(5),
            breached_list: None,
            accept_unchecked: false,
        }
    }
}

/// Where new passwords are looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum BreachedPasswords {
    /// Nowhere.
    Off,
    /// At a service.
    Service,
    /// In a file.
    List,
}

impl Passwords {
    /// Where `passwords.breached_service` leads when it is not set.
    pub const DEFAULT_SERVICE: &str = "https://api.pwnedpasswords.com/range/";

    /// The address to which the first digits are appended.
    pub fn service(&self) -> &str {
        self.breached_service.as_ref().map_or(Self::DEFAULT_SERVICE, |url| url.as_str())
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        let key = "passwords.breached_list";
        match (&self.breached_list, self.breached) {
            (None, BreachedPasswords::List) => {
                let remedy = "write the path of a file of sorted SHA-1 digests";
                faults.add(config.fault(key, "it is needed when passwords.breached is \"list\"", remedy));
            }
            (Some(path), _) if !path.is_file() => {
                let problem = format!("there is no file {}", path.display());
                faults.add(config.fault(key, problem, "write the path of a file of sorted SHA-1 digests"));
            }
            _ => {}
        }
    }
}
