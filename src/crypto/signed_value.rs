//! Signed cookie values, in the form that Better Auth's clients and servers read:
//! `encodeURIComponent(value + "." + base64(HMAC-SHA256(key, value)))`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::digest::hmac_sha256;
use super::master_key::{KeyUse, MasterKeys};
use crate::clock::Timestamp;
use crate::model::percent_encoding;

/// Browsers keep no longer cookies.
const MAXIMUM_LENGTH: usize = 4096;
const SIGNATURE_LENGTH: usize = 44;

/// The signed form of `value`, ready to be set as a cookie.
pub fn sign(keys: &MasterKeys, value: &str) -> String {
    write(value, &keys.mac(KeyUse::Cookie, value.as_bytes()))
}

/// The value inside a signed cookie, if a configured key made its signature. The text may be percent-encoded or already decoded,
/// as bearer tokens come.
pub fn verify(keys: &MasterKeys, signed: &str) -> Option<String> {
    let (value, signature) = read(signed)?;
    keys.verify_mac(KeyUse::Cookie, value.as_bytes(), &signature).then_some(value)
}

/// The secret of another server, whose signatures still count for a while.
pub struct ForeignKey {
    secret: Zeroizing<Vec<u8>>,
    expires_at: Timestamp,
}

impl std::fmt::Debug for ForeignKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ForeignKey").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

impl ForeignKey {
    /// A secret whose signatures count until `expires_at`.
    pub const fn new(secret: Zeroizing<Vec<u8>>, expires_at: Timestamp) -> Self {
        Self { secret, expires_at }
    }
}

/// The value inside a signed cookie, if one of another server's secrets that still count made its signature.
pub fn verify_foreign(keys: &[ForeignKey], signed: &str, now: Timestamp) -> Option<String> {
    let (value, signature) = read(signed)?;
    let mut living = keys.iter().filter(|key| key.expires_at > now);
    living.any(|key| hmac_sha256(&key.secret, value.as_bytes()).as_slice().ct_eq(&signature).into()).then_some(value)
}

/// The signed form of `value` for a cookie that counts only together with `bound_to`, of which it tells nothing.
pub fn sign_bound(keys: &MasterKeys, key_use: KeyUse, value: &str, bound_to: &str) -> String {
    write(value, &keys.mac(key_use, &together(value, bound_to)))
}

/// The value inside a cookie that [`sign_bound`] made for the same use and the same `bound_to`.
pub fn verify_bound(keys: &MasterKeys, key_use: KeyUse, signed: &str, bound_to: &str) -> Option<String> {
    let (value, signature) = read(signed)?;
    keys.verify_mac(key_use, &together(&value, bound_to), &signature).then_some(value)
}

/// One text of the two that no other two make.
fn together(value: &str, bound_to: &str) -> Vec<u8> {
    format!("{}:{value}{bound_to}", value.len()).into_bytes()
}

fn write(value: &str, signature: &[u8; 32]) -> String {
    percent_encoding::encode_component(&format!("{value}.{}", STANDARD.encode(signature)))
}

/// A value and its signature, not yet verified.
fn read(signed: &str) -> Option<(String, Vec<u8>)> {
    if signed.len() > MAXIMUM_LENGTH {
        return None;
    }
    let decoded = decode_uri_component(signed)?;
    let (value, signature) = decoded.rsplit_once('.')?;
    if signature.len() != SIGNATURE_LENGTH {
        return None;
    }
    Some((value.to_owned(), STANDARD.decode(signature).ok()?))
}

fn decode_uri_component(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut decoded = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        decoded.extend(hex::decode(digits).ok()?);
        decoded.extend(rest.bytes());
    }
    String::from_utf8(decoded).ok()
}
