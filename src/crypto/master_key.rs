//! The master keys: the one secret that is never in the database, and the subkeys derived from it.
//!
//! Each use has its own subkey (HKDF-SHA256, RFC 5869, one label a use), so that a MAC made for one purpose proves nothing for
//! another. The first version listed makes everything new; older ones still open and verify.

use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, NO_PAD, STANDARD};
use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::digest::hmac_sha256;
use crate::random::Entropy;

const KEY_LENGTH: usize = 32;
const CHECKED_TEXT: &[u8] = b"vestibule master key";

/// What a subkey is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyUse {
    /// Sealing stored secrets.
    Seal,
    /// Signing cookie values.
    Cookie,
    /// Digests of codes that are short enough to be guessed.
    ShortCode,
    /// Tokens in forms.
    Csrf,
    /// Queries that travel through the browser and come back.
    SignedQuery,
    /// Values that prove in the database which master key it belongs to.
    Check,
    /// The state of a flow kept by the browser.
    FlowState,
    /// Cookies that tell a browser apart which asked for a mailed link.
    AskedLink,
}

/// Why a text is not a list of master keys. None of these repeats the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MasterKeyError {
    /// There is no key in it.
    #[error("the master key is empty")]
    Empty,
    /// A key is neither hexadecimal nor base64.
    #[error("master key number {position} is neither base64 nor hexadecimal")]
    Encoding {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A key has another length than 32 bytes.
    #[error("master key number {position} has {length} bytes instead of 32")]
    Length {
        /// Its place in the list, from 1.
        position: usize,
        /// The number of bytes found.
        length: usize,
    },
    /// A key is one byte repeated: a placeholder, not a secret.
    #[error("master key number {position} is not random")]
    NotRandom {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A list of several keys needs a version before each; versions are positive numbers.
    #[error("master key number {position} needs a version in front, as in `2:KEY,1:KEY`")]
    Version {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// The same key stands under two versions: that is no replacement.
    #[error("master keys {first} and {second} are the same key")]
    DuplicateKey {
        /// The version of one.
        first: u32,
        /// The version of the other.
        second: u32,
    },
    /// Two keys have the same version.
    #[error("two master keys have version {version}")]
    DuplicateVersion {
        /// The version.
        version: u32,
    },
}

/// The current master key and the older ones that are still honoured. Keeps only the derived subkeys, wiped when dropped.
pub struct MasterKeys {
    current: MasterKey,
    older: Vec<MasterKey>,
}

struct MasterKey {
    version: u32,
    seal: SecretKey,
    cookie: SecretKey,
    short_code: SecretKey,
    csrf: SecretKey,
    signed_query: SecretKey,
    check: SecretKey,
    flow_state: SecretKey,
    asked_link: SecretKey,
}

/// A key of 32 bytes that is wiped when dropped.
type SecretKey = Zeroizing<[u8; KEY_LENGTH]>;

impl MasterKeys {
    /// Reads one key (then it has version 1) or a list `2:KEY,1:KEY` with the current one first. A key is 32 bytes in base64,
    /// base64url or hexadecimal. White space separates like a comma.
    pub fn parse(text: &str) -> Result<Self, MasterKeyError> {
        let entries: Vec<&str> = text
            .split(|character: char| character == ',' || character.is_whitespace())
            .filter(|entry| !entry.is_empty())
            .collect();
        let mut keys = Vec::with_capacity(entries.len());
        for (entry, position) in entries.iter().zip(1..) {
            let (version, key) = match entry.split_once(':') {
                Some((version, key)) => {
                    let version = version.parse().ok().filter(|version| *version > 0);
                    (version.ok_or(MasterKeyError::Version { position })?, key)
                }
                None if entries.len() == 1 => (1, *entry),
                None => return Err(MasterKeyError::Version { position }),
            };
            if keys.iter().any(|earlier: &MasterKey| earlier.version == version) {
                return Err(MasterKeyError::DuplicateVersion { version });
            }
            let key: SecretKey = decode(key, position)?;
            let key = MasterKey::derive(version, &key);
            if let Some(earlier) = keys.iter().find(|earlier| earlier.check == key.check) {
                return Err(MasterKeyError::DuplicateKey { first: earlier.version, second: version });
            }
            keys.push(key);
        }
        let mut keys = keys.into_iter();
        let current = keys.next().ok_or(MasterKeyError::Empty)?;
        Ok(Self { current, older: keys.collect() })
    }

    /// The text of a new key: 32 random bytes in base64.
    pub fn generate(entropy: &Entropy) -> Zeroizing<String> {
        Zeroizing::new(STANDARD.encode(*Zeroizing::new(entropy.bytes::<KEY_LENGTH>())))
    }

    /// The version that makes everything new.
    pub const fn current_version(&self) -> u32 {
        self.current.version
    }

    /// Every version, the current one first.
    pub fn versions(&self) -> impl Iterator<Item = u32> {
        self.all().map(|key| key.version)
    }

    /// HMAC-SHA256 of `data` with the current subkey for `key_use`.
    pub fn mac(&self, key_use: KeyUse, data: &[u8]) -> [u8; 32] {
        hmac_sha256(self.current.subkey(key_use), data)
    }

    /// The MACs of `data` under every version, the current one first: for looking up what an older version made.
    pub fn macs(&self, key_use: KeyUse, data: &[u8]) -> Vec<[u8; 32]> {
        self.all().map(|key| hmac_sha256(key.subkey(key_use), data)).collect()
    }

    /// Whether any version made `mac` for `data` and this use. Takes the same time wherever they differ.
    pub fn verify_mac(&self, key_use: KeyUse, data: &[u8], mac: &[u8]) -> bool {
        self.all().any(|key| hmac_sha256(key.subkey(key_use), data).as_slice().ct_eq(mac).into())
    }

    /// A value that proves `version` of the key without telling anything about it; `None` when there is no such version.
    pub fn check_value(&self, version: u32) -> Option<[u8; 32]> {
        self.version(version).map(|key| hmac_sha256(key.subkey(KeyUse::Check), CHECKED_TEXT))
    }

    /// Whether these are the same keys, under the same versions, in the same order.
    pub fn are(&self, other: &Self) -> bool {
        let checks = |keys: &Self| keys.all().map(|key| (key.version, *key.check)).collect::<Vec<_>>();
        checks(self) == checks(other)
    }

    /// The subkey of one version.
    pub(super) fn subkey(&self, version: u32, key_use: KeyUse) -> Option<&[u8; KEY_LENGTH]> {
        self.version(version).map(|key| key.subkey(key_use))
    }

    fn version(&self, version: u32) -> Option<&MasterKey> {
        self.all().find(|key| key.version == version)
    }

    fn all(&self) -> impl Iterator<Item = &MasterKey> {
        std::iter::once(&self.current).chain(&self.older)
    }
}

impl fmt::Debug for MasterKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("MasterKeys").field("versions", &self.versions().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

impl MasterKey {
    fn derive(version: u32, key: &[u8; KEY_LENGTH]) -> Self {
        let expander = Hkdf::<Sha256>::new(None, key);
        Self {
            version,
            seal: subkey(&expander, b"vestibule seal"),
            cookie: subkey(&expander, b"vestibule cookie"),
            short_code: subkey(&expander, b"vestibule short code"),
            csrf: subkey(&expander, b"vestibule csrf"),
            signed_query: subkey(&expander, b"vestibule signed query"),
            check: subkey(&expander, b"vestibule check"),
            flow_state: subkey(&expander, b"vestibule flow state"),
            asked_link: subkey(&expander, b"vestibule asked link"),
        }
    }

    fn subkey(&self, key_use: KeyUse) -> &[u8; KEY_LENGTH] {
        match key_use {
            KeyUse::Seal => &self.seal,
            KeyUse::Cookie => &self.cookie,
            KeyUse::ShortCode => &self.short_code,
            KeyUse::Csrf => &self.csrf,
            KeyUse::SignedQuery => &self.signed_query,
            KeyUse::Check => &self.check,
            KeyUse::FlowState => &self.flow_state,
            KeyUse::AskedLink => &self.asked_link,
        }
    }
}

#[expect(clippy::expect_used, reason = "HKDF-SHA256 refuses only outputs over 8160 bytes")]
fn subkey(expander: &Hkdf<Sha256>, label: &[u8]) -> SecretKey {
    let mut subkey = Zeroizing::new([0; KEY_LENGTH]);
    expander.expand(label, subkey.as_mut_slice()).expect("32 bytes are within what HKDF gives");
    subkey
}

fn decode(text: &str, position: usize) -> Result<SecretKey, MasterKeyError> {
    let bytes = Zeroizing::new(decode_text(text).ok_or(MasterKeyError::Encoding { position })?);
    let key = <[u8; KEY_LENGTH]>::try_from(bytes.as_slice());
    let key = Zeroizing::new(key.map_err(|_| MasterKeyError::Length { position, length: bytes.len() })?);
    if key.iter().all(|byte| Some(byte) == key.first()) {
        return Err(MasterKeyError::NotRandom { position });
    }
    Ok(key)
}

fn decode_text(text: &str) -> Option<Vec<u8>> {
    const ANY_PADDING: GeneralPurposeConfig = NO_PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent);
    if text.len() == 2 * KEY_LENGTH
        && let Ok(bytes) = hex::decode(text)
    {
        return Some(bytes);
    }
    let standard = GeneralPurpose::new(&alphabet::STANDARD, ANY_PADDING).decode(text);
    standard.or_else(|_| GeneralPurpose::new(&alphabet::URL_SAFE, ANY_PADDING).decode(text)).ok()
}
