//! Signed cookie values, in the form that Better Auth's clients and servers read:
//! `encodeURIComponent(value + "." + base64(HMAC-SHA256(key, value)))`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::master_key::{KeyUse, MasterKeys};

/// Browsers keep no longer cookies.
const MAXIMUM_LENGTH: usize = 4096;
const SIGNATURE_LENGTH: usize = 44;

/// The signed form of `value`, ready to be set as a cookie.
pub fn sign(keys: &MasterKeys, value: &str) -> String {
    let signature = STANDARD.encode(keys.mac(KeyUse::Cookie, value.as_bytes()));
    encode_uri_component(&format!("{value}.{signature}"))
}

/// The value inside a signed cookie, if a configured key made its signature. The text may be percent-encoded or already decoded,
/// as bearer tokens come.
pub fn verify(keys: &MasterKeys, signed: &str) -> Option<String> {
    if signed.len() > MAXIMUM_LENGTH {
        return None;
    }
    let decoded = decode_uri_component(signed)?;
    let (value, signature) = decoded.rsplit_once('.')?;
    if signature.len() != SIGNATURE_LENGTH {
        return None;
    }
    let signature = STANDARD.decode(signature).ok()?;
    keys.verify_mac(KeyUse::Cookie, value.as_bytes(), &signature).then(|| value.to_owned())
}

fn encode_uri_component(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
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
