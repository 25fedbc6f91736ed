//! `[keys]`

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::super::fault::{Fault, Faults};
use super::super::values::Secret;
use super::super::{Config, Mode};
use crate::crypto::master_key::{MasterKeyError, MasterKeys};
use crate::model::signing_algorithm::SigningAlgorithm;

/// Where the master key is unless `keys.master_file` says otherwise.
const DEFAULT_FILE: &str = "keys/master.key";

/// The section `keys`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Keys {
    /// The master key itself: 32 random bytes in base64, as `vestibule secret` prints them. It seals what the database must not
    /// hold readable. While it is being replaced, several with their versions, first the one that seals: `2:KEY,1:KEY`. Give it
    /// here or as a file, not both.
    pub master: Option<Secret>,
    /// The file that holds the master key, or several, one a line; its mode must be 0600 or stricter. By default `keys/master.key`; the dev mode makes a
    /// key in memory. `vestibule serve` makes the file itself when it starts on a new SQLite database.
    #[schemars(title = "the path of a file")]
    pub master_file: Option<PathBuf>,
    /// The size of new RSA signing keys.
    pub rsa_bits: RsaBits,
    /// After how many days the signing keys are replaced. By default never by themselves: `vestibule key rotate` does it.
    #[schemars(range(min = 1, max = 3650))]
    pub rotation_days: Option<u32>,
    /// The algorithms that tokens are signed with; the first is the one for clients that ask for none.
    pub signing_algorithms: Vec<SigningAlgorithm>,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            master: None,
            master_file: None,
            rsa_bits: RsaBits::Bits2048,
            rotation_days: None,
            signing_algorithms: vec![SigningAlgorithm::Rs256, SigningAlgorithm::Es256, SigningAlgorithm::EdDsa],
        }
    }
}

/// A size of RSA keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u32", into = "u32")]
#[schemars(inline, title = "2048, 3072 or 4096")]
pub enum RsaBits {
    /// 2048 bits.
    Bits2048,
    /// 3072 bits.
    Bits3072,
    /// 4096 bits.
    Bits4096,
}

impl TryFrom<u32> for RsaBits {
    type Error = String;

    fn try_from(bits: u32) -> Result<Self, Self::Error> {
        match bits {
            2048 => Ok(Self::Bits2048),
            3072 => Ok(Self::Bits3072),
            4096 => Ok(Self::Bits4096),
            other => Err(format!("{other} bits are not offered")),
        }
    }
}

impl From<RsaBits> for u32 {
    fn from(bits: RsaBits) -> Self {
        match bits {
            RsaBits::Bits2048 => 2048,
            RsaBits::Bits3072 => 3072,
            RsaBits::Bits4096 => 4096,
        }
    }
}

/// Where the master key is to be had.
#[derive(Debug)]
pub enum MasterKey {
    /// It is given, with the older versions that are still honoured.
    Given(Box<MasterKeys>),
    /// The file does not exist. It may be made only where no data was sealed before.
    Missing(PathBuf),
    /// The dev mode without a stated key: made at start, kept in memory.
    InMemory,
}

impl Keys {
    /// Finds the master key, reading its file. A bad one is a fault; a missing file is the caller's to judge.
    pub fn master_key(&self, mode: Mode) -> Result<MasterKey, Fault> {
        let path = match (&self.master, &self.master_file, mode) {
            (Some(text), _, _) => return parse(text.expose_secret()).map_err(|problem| given_fault(&problem)),
            (None, Some(path), _) => path.as_path(),
            (None, None, Mode::Serve) => Path::new(DEFAULT_FILE),
            (None, None, Mode::Dev) => return Ok(MasterKey::InMemory),
        };
        match fs::metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(MasterKey::Missing(path.to_owned())),
            Err(error) => return Err(file_fault(path, &format!("cannot be read ({error})"), "let this user read it")),
            Ok(metadata) => refuse_shared(path, &metadata)?,
        }
        let text = fs::read_to_string(path)
            .map(Zeroizing::new)
            .map_err(|error| file_fault(path, &format!("cannot be read ({error})"), "let this user read it"))?;
        parse(&text).map_err(|problem| file_fault(path, &format!("is refused: {problem}"), &remedy(&problem, "put", " there")))
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if let Err(fault) = self.master_key(config.mode()) {
            let origin = config.origin(&fault.key).clone();
            faults.add(Fault { origin, ..fault });
        }
        let repeated = |(place, algorithm)| self.signing_algorithms.iter().take(place).any(|earlier| earlier == algorithm);
        if self.signing_algorithms.is_empty() || self.signing_algorithms.iter().enumerate().any(repeated) {
            let problem = "the list is empty or names one twice";
            faults.add(config.fault("keys.signing_algorithms", problem, "write each of RS256, ES256, EdDSA at most once"));
        }
    }
}

fn parse(text: &str) -> Result<MasterKey, MasterKeyError> {
    MasterKeys::parse(text).map(|keys| MasterKey::Given(Box::new(keys)))
}

#[cfg(unix)]
fn refuse_shared(path: &Path, metadata: &fs::Metadata) -> Result<(), Fault> {
    use std::os::unix::fs::PermissionsExt as _;

    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let problem = format!("can be used by other users of this machine (mode {mode:04o})");
    Err(file_fault(path, &problem, &format!("run `chmod 600 {}`", path.display())))
}

#[cfg(not(unix))]
fn refuse_shared(_path: &Path, _metadata: &fs::Metadata) -> Result<(), Fault> {
    Ok(())
}

fn given_fault(problem: &MasterKeyError) -> Fault {
    Fault::new("keys.master", problem.to_string(), remedy(problem, "write", ""))
}

fn remedy(problem: &MasterKeyError, before: &str, after: &str) -> String {
    match problem {
        MasterKeyError::Version { .. } => "write a number before each key, first the key that seals".to_owned(),
        MasterKeyError::DuplicateVersion { .. } => "give each key a number of its own, the new one the next".to_owned(),
        MasterKeyError::DuplicateKey { .. } => "write each key once".to_owned(),
        MasterKeyError::Empty
        | MasterKeyError::Encoding { .. }
        | MasterKeyError::Length { .. }
        | MasterKeyError::NotRandom { .. } => format!("{before} what `vestibule secret` prints{after}"),
    }
}

fn file_fault(path: &Path, problem: &str, remedy: &str) -> Fault {
    Fault::new("keys.master_file", format!("{} {problem}", path.display()), remedy)
}
