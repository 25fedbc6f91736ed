//! Passkeys (WebAuthn): what is kept of one, and what is asked of an authenticator.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::model::authenticator_model;
use crate::model::ids::{PasskeyId, UserId};

/// The longest name, in characters.
pub const MAXIMUM_NAME_LENGTH: usize = 255;

/// A key that a person registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its row.
    pub id: PasskeyId,
    /// Whose it is.
    pub user_id: UserId,
    /// What its person calls it.
    pub name: Option<String>,
    /// What the authenticator made.
    pub credential: Credential,
    /// What the authenticator calls its person by.
    pub user_handle: UserHandle,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When its person last signed in with it.
    pub last_used_at: Option<Timestamp>,
}

impl Passkey {
    /// What the page calls it: its name, or that of the authenticator's model.
    pub fn label(&self) -> Option<&str> {
        self.name.as_deref().or_else(|| authenticator_model::name(&self.credential.aaguid))
    }
}

/// What an authenticator calls its person by. The server that a passkey was made at chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserHandle {
    /// The person's id: it was made here.
    Id,
    /// Something else: it was made at another server.
    Foreign(Vec<u8>),
    /// It was made at another server, which kept no note; what the authenticator says first is that.
    Unknown,
}

impl UserHandle {
    /// Whether an authenticator that says `shown` means the person of this passkey.
    pub fn fits(&self, shown: &[u8], user: &UserId) -> bool {
        match self {
            Self::Id => shown == user.as_str().as_bytes(),
            Self::Foreign(handle) => shown == handle,
            Self::Unknown => true,
        }
    }

    /// What is stored.
    pub fn stored(&self) -> Option<&[u8]> {
        match self {
            Self::Id => None,
            Self::Foreign(handle) => Some(handle),
            Self::Unknown => Some(&[]),
        }
    }

    /// Reads what [`Self::stored`] wrote.
    pub fn from_stored(stored: Option<Vec<u8>>) -> Self {
        match stored {
            None => Self::Id,
            Some(handle) if handle.is_empty() => Self::Unknown,
            Some(handle) => Self::Foreign(handle),
        }
    }
}

/// The public half of a key, and what its authenticator told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// By which the authenticator finds it.
    pub id: Vec<u8>,
    /// COSE_Key (RFC 9052).
    pub public_key: Vec<u8>,
    /// How many signatures the authenticator counted; zero if it does not count.
    pub sign_count: u32,
    /// Whether it may be copied to other devices of its person.
    pub backup_eligible: bool,
    /// Whether it is.
    pub backed_up: bool,
    /// How browsers reach the authenticator, as they told: `internal`, `hybrid`, `usb` …
    pub transports: Vec<String>,
    /// The model of the authenticator.
    pub aaguid: String,
}

/// Whether an authenticator must know its person (by finger, face or PIN) beside seeing that somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UserVerification {
    /// If it can.
    Preferred,
    /// It must.
    Required,
}

impl UserVerification {
    /// Its name in WebAuthn.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Required => "required",
        }
    }
}

/// A name as it was typed: none if there is nothing but spaces, the beginning if it is too long.
pub fn name(typed: &str) -> Option<String> {
    let name: String = typed.trim().chars().filter(|character| !character.is_control()).take(MAXIMUM_NAME_LENGTH).collect();
    Some(name).filter(|name| !name.is_empty())
}
