//! Addresses of Ethereum and who signed a text with one: EIP-55 (the spelling), EIP-191 (what is signed).

use std::fmt;

use k256::ecdsa::{RecoveryId, Signature, VerifyingKey};
use sha3::{Digest as _, Keccak256};

const ADDRESS_LENGTH: usize = 20;
/// `r`, `s` and the recovery byte.
const SIGNATURE_LENGTH: usize = 65;
/// What the recovery byte begins with, as wallets write it.
const RECOVERY_OFFSET: u8 = 27;

/// The address of an account that a key stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EthereumAddress([u8; ADDRESS_LENGTH]);

impl EthereumAddress {
    /// Reads an address in its one right spelling (EIP-55): the case of its letters is its checksum.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; ADDRESS_LENGTH];
        hex::decode_to_slice(text.strip_prefix("0x")?, &mut bytes).ok()?;
        let address = Self(bytes);
        (address.to_string() == text).then_some(address)
    }

    /// Reads an address that was checked elsewhere, whatever the case of its letters.
    pub fn in_any_case(text: &str) -> Option<Self> {
        let mut bytes = [0; ADDRESS_LENGTH];
        hex::decode_to_slice(text.strip_prefix("0x")?, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    fn of(key: &VerifyingKey) -> Option<Self> {
        let point = key.to_sec1_point(false);
        // Without the byte that says how the point is written.
        let hash = Keccak256::digest(point.as_bytes().get(1..)?);
        Some(Self(hash.get(hash.len() - ADDRESS_LENGTH..)?.try_into().ok()?))
    }
}

impl fmt::Display for EthereumAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lower = hex::encode(self.0);
        let hash = hex::encode(Keccak256::digest(lower.as_bytes()));
        formatter.write_str("0x")?;
        lower.chars().zip(hash.chars()).try_for_each(|(letter, nibble)| {
            let raised = nibble >= '8';
            fmt::Write::write_char(formatter, if raised { letter.to_ascii_uppercase() } else { letter })
        })
    }
}

/// Who signed `message` as a text for people (EIP-191, version 0x45). None if this is no signature in its one right form.
pub fn signer(message: &str, signature: &str) -> Option<EthereumAddress> {
    let mut bytes = [0; SIGNATURE_LENGTH];
    hex::decode_to_slice(signature.strip_prefix("0x")?, &mut bytes).ok()?;
    let (numbers, recovery) = bytes.split_at(SIGNATURE_LENGTH - 1);
    let recovery = recovery.first()?.checked_sub(RECOVERY_OFFSET).filter(|recovery| *recovery <= 1)?;
    let signature = Signature::from_slice(numbers).ok()?;
    // Of the two numbers that fit, wallets write the lower (EIP-2); the other would be a second signature of the same text.
    if signature.normalize_s() != signature {
        return None;
    }
    let mut hash = Keccak256::new();
    hash.update(format!("\x19Ethereum Signed Message:\n{}", message.len()));
    hash.update(message);
    let key = VerifyingKey::recover_from_prehash(&hash.finalize(), &signature, RecoveryId::from_byte(recovery)?).ok()?;
    EthereumAddress::of(&key)
}
