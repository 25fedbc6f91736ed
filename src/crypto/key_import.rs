//! Importing signing keys that were made elsewhere, from PEM or a private JWK.
//!
//! RSA keys go through the `rsa` crate, which checks that their numbers belong together, completes what a JWK may leave out and
//! writes PKCS#8; it does no operation with them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use josekit::jwk::alg::ec::{EcCurve, EcKeyPair};
use josekit::jwk::alg::ed::EdKeyPair;
use josekit::jwk::{Jwk, KeyPair as _};
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _};
use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, RsaPrivateKey};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::signing_key::{SigningKey, SigningKeyError};
use super::strict_json;
use crate::model::ids::{self, KeyId};
use crate::model::signing_algorithm::SigningAlgorithm;

const MINIMUM_RSA_BITS: usize = 2048;

/// Why a key is not imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyImportError {
    /// The text is neither a PEM block with a private key nor a private JWK.
    #[error("the text is neither a PEM private key nor a private JWK")]
    Format,
    /// The PEM block is encrypted.
    #[error("the private key is encrypted; decrypt it first")]
    Encrypted,
    /// The type, curve or `alg` is none that Vestibule signs with.
    #[error("only RSA (RS256), P-256 (ES256) and Ed25519 (EdDSA) keys can be imported")]
    UnsupportedType,
    /// The numbers are no RSA key.
    #[error("the RSA key is not valid")]
    InvalidRsa,
    /// The RSA key is shorter than 2048 bits.
    #[error("RSA keys need at least 2048 bits, this one has {0}")]
    WeakRsa(usize),
    /// The key could not be used.
    #[error(transparent)]
    Key(#[from] SigningKeyError),
}

/// Reads a private key from PEM (PKCS#8, PKCS#1 or SEC 1) or from a JWK. A JWK keeps its `kid`; else the key is named by its
/// thumbprint.
pub fn import(text: &str) -> Result<SigningKey, KeyImportError> {
    let text = text.trim();
    if text.starts_with('{') { from_jwk(text) } else { from_pem(text) }
}

fn from_pem(text: &str) -> Result<SigningKey, KeyImportError> {
    if text.contains("BEGIN ENCRYPTED") || text.contains("4,ENCRYPTED") {
        return Err(KeyImportError::Encrypted);
    }
    let rsa = RsaPrivateKey::from_pkcs8_pem(text).ok().or_else(|| RsaPrivateKey::from_pkcs1_pem(text).ok());
    if let Some(key) = rsa {
        return from_rsa(None, &key);
    }
    if let Ok(key) = EcKeyPair::from_pem(text, None) {
        return from_ec(None, &key);
    }
    let key = EdKeyPair::from_pem(text).map_err(|_| KeyImportError::Format)?;
    from_ed(None, &key)
}

fn from_jwk(text: &str) -> Result<SigningKey, KeyImportError> {
    let members = strict_json::object(text.as_bytes()).map_err(|_| KeyImportError::Format)?;
    let key_id = match members.get("kid") {
        Some(Value::String(kid)) if !kid.is_empty() && kid.len() <= ids::MAXIMUM_LENGTH => Some(KeyId::new(kid.clone())),
        Some(_) => return Err(KeyImportError::Format),
        None => None,
    };
    let key_type = members.get("kty").and_then(Value::as_str).unwrap_or_default();
    let algorithm = match key_type {
        "RSA" => SigningAlgorithm::Rs256,
        "EC" => SigningAlgorithm::Es256,
        "OKP" => SigningAlgorithm::EdDsa,
        _ => return Err(KeyImportError::UnsupportedType),
    };
    if members.get("alg").is_some_and(|alg| alg != algorithm.as_str()) {
        return Err(KeyImportError::UnsupportedType);
    }
    match algorithm {
        SigningAlgorithm::Rs256 => from_rsa(key_id, &rsa_components(&members)?),
        SigningAlgorithm::Es256 => from_ec(key_id, &EcKeyPair::from_jwk(&jwk(members)?).map_err(|_| KeyImportError::Format)?),
        SigningAlgorithm::EdDsa => from_ed(key_id, &EdKeyPair::from_jwk(&jwk(members)?).map_err(|_| KeyImportError::Format)?),
    }
}

fn jwk(members: Map<String, Value>) -> Result<Jwk, KeyImportError> {
    Jwk::from_map(members).map_err(|_| KeyImportError::Format)
}

fn rsa_components(members: &Map<String, Value>) -> Result<RsaPrivateKey, KeyImportError> {
    let number = |name: &str| {
        let text = members.get(name)?.as_str()?;
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?);
        Some(BigUint::from_bytes_be(&bytes))
    };
    let required = |name: &str| number(name).ok_or(KeyImportError::Format);
    let primes = [number("p"), number("q")].into_iter().flatten().collect();
    RsaPrivateKey::from_components(required("n")?, required("e")?, required("d")?, primes).map_err(|_| KeyImportError::InvalidRsa)
}

fn from_rsa(key_id: Option<KeyId>, key: &RsaPrivateKey) -> Result<SigningKey, KeyImportError> {
    key.validate().map_err(|_| KeyImportError::InvalidRsa)?;
    let bits = key.n().bits();
    if bits < MINIMUM_RSA_BITS {
        return Err(KeyImportError::WeakRsa(bits));
    }
    let der = key.to_pkcs8_der().map_err(|_| KeyImportError::InvalidRsa)?;
    Ok(SigningKey::from_pkcs8(key_id, SigningAlgorithm::Rs256, der.as_bytes())?)
}

fn from_ec(key_id: Option<KeyId>, key: &EcKeyPair) -> Result<SigningKey, KeyImportError> {
    if key.curve() != EcCurve::P256 {
        return Err(KeyImportError::UnsupportedType);
    }
    let der = Zeroizing::new(key.to_der_private_key());
    Ok(SigningKey::from_pkcs8(key_id, SigningAlgorithm::Es256, &der)?)
}

fn from_ed(key_id: Option<KeyId>, key: &EdKeyPair) -> Result<SigningKey, KeyImportError> {
    let der = Zeroizing::new(key.to_der_private_key());
    Ok(SigningKey::from_pkcs8(key_id, SigningAlgorithm::EdDsa, &der)?)
}
