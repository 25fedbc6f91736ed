//! Sealing: authenticated encryption of the secrets that must be read again (upstream tokens, TOTP seeds, queued mails, signing
//! keys), bound to what they are for.
//!
//! Envelope: format (1 byte) · key version (4 bytes, big endian) · nonce (24 bytes) · ciphertext and tag. The first half of the
//! nonce makes a key for this one message out of the seal subkey, the second half is the nonce of AES-256-GCM: with random nonces
//! of 96 bits alone, one key could seal only some 2^32 messages. Everything before the nonce and the purpose are authenticated.

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use zeroize::Zeroizing;

use super::digest::hmac_sha256;
use super::master_key::{KeyUse, MasterKeys};
use crate::random::Entropy;

const FORMAT: u8 = 1;
const SALT_LENGTH: usize = 12;
const NONCE_LENGTH: usize = 12;

/// Why an envelope cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It is too short, or in a format that this version does not know.
    #[error("the sealed value is malformed")]
    Malformed,
    /// Its master key is not in the configuration any more.
    #[error("the sealed value needs version {version} of the master key, which is not configured")]
    UnknownKeyVersion {
        /// The version that it names.
        version: u32,
    },
    /// It was changed, moved to another purpose, or sealed under a different key of the same version.
    #[error("the sealed value is not genuine")]
    NotGenuine,
}

impl MasterKeys {
    /// Seals `plaintext` under the current key. Only the same `purpose` opens it again.
    #[expect(clippy::expect_used, reason = "AES-GCM refuses only messages over 64 GiB")]
    pub fn seal(&self, purpose: &str, plaintext: &[u8], entropy: &Entropy) -> Vec<u8> {
        let version = self.current_version();
        let salt = entropy.bytes::<SALT_LENGTH>();
        let nonce = entropy.bytes::<NONCE_LENGTH>();
        let associated_data = associated_data(version, purpose);
        let subkey = self.subkey(version, KeyUse::Seal).expect("the current version exists");
        let sealed = cipher(subkey, &salt)
            .encrypt(Nonce::from_slice(&nonce), Payload { msg: plaintext, aad: &associated_data })
            .expect("the message is shorter than 64 GiB");
        let header = [FORMAT].into_iter().chain(version.to_be_bytes());
        header.chain(salt).chain(nonce).chain(sealed).collect()
    }

    /// Whether the envelope was sealed under the current version of the key.
    pub fn is_current(&self, envelope: &[u8]) -> bool {
        envelope.get(1..5).is_some_and(|version| version == self.current_version().to_be_bytes())
    }

    /// Opens an envelope that was sealed for `purpose` under any configured version of the key.
    pub fn open(&self, purpose: &str, envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (format, rest) = envelope.split_first().ok_or(SealError::Malformed)?;
        let (version, rest) = rest.split_first_chunk().ok_or(SealError::Malformed)?;
        let (salt, rest) = rest.split_first_chunk::<SALT_LENGTH>().ok_or(SealError::Malformed)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_LENGTH>().ok_or(SealError::Malformed)?;
        if *format != FORMAT {
            return Err(SealError::Malformed);
        }
        let version = u32::from_be_bytes(*version);
        let subkey = self.subkey(version, KeyUse::Seal).ok_or(SealError::UnknownKeyVersion { version })?;
        cipher(subkey, salt)
            .decrypt(Nonce::from_slice(nonce), Payload { msg: sealed, aad: &associated_data(version, purpose) })
            .map(Zeroizing::new)
            .map_err(|_| SealError::NotGenuine)
    }
}

fn cipher(subkey: &[u8; 32], salt: &[u8; SALT_LENGTH]) -> Aes256Gcm {
    let message_key = Zeroizing::new(hmac_sha256(subkey, salt));
    Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(message_key.as_slice()))
}

fn associated_data(version: u32, purpose: &str) -> Vec<u8> {
    [FORMAT].into_iter().chain(version.to_be_bytes()).chain(purpose.bytes()).collect()
}
