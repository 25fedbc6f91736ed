//! Public JSON Web Keys (RFC 7517, 7518 section 6, 8037) for verifying signatures: parsed strictly, published, and named by their
//! thumbprint (RFC 7638).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::digest::sha256;
use super::strict_json;
use super::verification_key::VerificationKey;
use crate::model::signing_algorithm::{SigningAlgorithm, VerificationAlgorithm};

/// The most keys that a set may have.
pub const MAXIMUM_KEYS: usize = 20;
/// The longest set that is read, in bytes.
pub const MAXIMUM_SET_LENGTH: usize = 64 * 1024;
const MAXIMUM_KEY_ID_LENGTH: usize = 256;
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;
const MAXIMUM_EXPONENT_BYTES: usize = 8;

/// Why a JWK or a set of them is refused. The names are those of JWK members.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwkError {
    /// Not JSON, not an object, or a member is named twice.
    #[error("the key is not a JSON object without duplicate members")]
    Json,
    /// A set without an array `keys`, or too large.
    #[error("the key set needs `keys`, an array of at most {MAXIMUM_KEYS} keys, in at most {MAXIMUM_SET_LENGTH} bytes")]
    Set,
    /// No key of the set can verify signatures.
    #[error("the key set has no key for signatures")]
    NoUsableKey,
    /// A private member: whoever sent it has published its secret.
    #[error("the key has the private member `{0}`; send public keys only")]
    Private(&'static str),
    /// A symmetric key.
    #[error("the key is symmetric; send public keys only")]
    Symmetric,
    /// A key type or curve that is not supported.
    #[error("the key's type or curve is not supported")]
    UnsupportedType,
    /// The key is meant for something else than signatures (`use`, `key_ops` or `alg`).
    #[error("the key is not for signatures")]
    NotForSignatures,
    /// A member is missing or has the wrong JSON type.
    #[error("the key's member `{0}` is missing or not a string")]
    Member(&'static str),
    /// A member is not the shortest base64url form of a number, or not of the curve's length.
    #[error("the key's member `{0}` is not in its canonical base64url form")]
    Encoding(&'static str),
    /// An RSA modulus outside 2048 to 8192 bits.
    #[error("RSA keys have from 2048 to 8192 bits, this one {0}")]
    RsaSize(usize),
    /// The numbers are no key: an even modulus or exponent, a point beside the curve.
    #[error("the numbers of the key are not valid")]
    Invalid,
    /// `alg` does not fit the type of the key.
    #[error("the key's `alg` does not fit its type")]
    AlgorithmMismatch,
}

/// An elliptic curve for ECDSA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EllipticCurve {
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
}

impl EllipticCurve {
    const fn name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
        }
    }

    const fn coordinate_length(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }

    const fn algorithm(self) -> VerificationAlgorithm {
        match self {
            Self::P256 => VerificationAlgorithm::Es256,
            Self::P384 => VerificationAlgorithm::Es384,
            Self::P521 => VerificationAlgorithm::Es512,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PublicKey {
    Rsa { n: String, e: String },
    Ec { curve: EllipticCurve, x: String, y: String },
    Ed25519 { x: String },
}

/// A public key for verifying signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicJwk {
    key: PublicKey,
    key_id: Option<String>,
    algorithm: Option<VerificationAlgorithm>,
}

impl PublicJwk {
    /// Reads one key strictly; members that do not matter for verifying signatures (`x5c` and the like) are left out.
    pub fn parse(members: &Map<String, Value>) -> Result<Self, JwkError> {
        let key_type = string(members, "kty")?;
        if key_type == "oct" || members.contains_key("k") {
            return Err(JwkError::Symmetric);
        }
        if let Some(private) = ["d", "p", "q", "dp", "dq", "qi", "oth"].into_iter().find(|name| members.contains_key(*name)) {
            return Err(JwkError::Private(private));
        }
        let key = match key_type {
            "RSA" => rsa(members)?,
            "EC" => ec(members)?,
            "OKP" => ed25519(members)?,
            _ => return Err(JwkError::UnsupportedType),
        };
        let mut jwk = Self { key, key_id: key_id(members)?, algorithm: None };
        jwk.algorithm = jwk.intended_algorithm(members)?;
        if let PublicKey::Ec { curve, .. } = jwk.key {
            // Only parsing the key tells whether the point lies on the curve.
            VerificationKey::from_jwk(&jwk, curve.algorithm())?;
        }
        Ok(jwk)
    }

    /// The key of one of ours.
    pub(super) fn own(members: &Map<String, Value>, key_id: &str, algorithm: SigningAlgorithm) -> Result<Self, JwkError> {
        let key = Self::parse(members)?;
        Ok(Self { key_id: Some(key_id.to_owned()), algorithm: Some(algorithm.into()), ..key })
    }

    /// The `kid`.
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// Whether the key may verify signatures of `algorithm`: its type fits, and its own `alg`, if it has one, agrees.
    pub fn accepts(&self, algorithm: VerificationAlgorithm) -> bool {
        self.algorithm.is_none_or(|own| own == algorithm) && self.fits(algorithm)
    }

    /// The JWK as it is published: `kty` and its members, `use`, and `alg` and `kid` where known.
    pub fn to_members(&self) -> Map<String, Value> {
        let mut members = self.required_members();
        members.insert("use".to_owned(), Value::from("sig"));
        members.extend(self.algorithm.map(|algorithm| ("alg".to_owned(), Value::from(algorithm.as_str()))));
        members.extend(self.key_id.as_deref().map(|key_id| ("kid".to_owned(), Value::from(key_id))));
        members
    }

    /// The members that make the key, in the lexicographic order of RFC 7638.
    pub(super) fn required_members(&self) -> Map<String, Value> {
        let members: Vec<(&str, &str)> = match &self.key {
            PublicKey::Rsa { n, e } => vec![("e", e), ("kty", "RSA"), ("n", n)],
            PublicKey::Ec { curve, x, y } => vec![("crv", curve.name()), ("kty", "EC"), ("x", x), ("y", y)],
            PublicKey::Ed25519 { x } => vec![("crv", "Ed25519"), ("kty", "OKP"), ("x", x)],
        };
        members.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect()
    }

    /// The SHA-256 thumbprint (RFC 7638) in base64url: the `jkt` of DPoP, and the `kid` of keys that have no other name.
    pub fn thumbprint(&self) -> String {
        // Every value is base64url or a registered name, so that no character needs escaping.
        let members: Vec<String> = self.required_members().iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        URL_SAFE_NO_PAD.encode(sha256(format!("{{{}}}", members.join(",")).as_bytes()))
    }

    fn fits(&self, algorithm: VerificationAlgorithm) -> bool {
        use VerificationAlgorithm as Algorithm;
        match &self.key {
            PublicKey::Rsa { .. } => matches!(
                algorithm,
                Algorithm::Rs256 | Algorithm::Rs384 | Algorithm::Rs512 | Algorithm::Ps256 | Algorithm::Ps384 | Algorithm::Ps512
            ),
            PublicKey::Ec { curve, .. } => algorithm == curve.algorithm(),
            PublicKey::Ed25519 { .. } => algorithm == Algorithm::EdDsa,
        }
    }

    /// The one algorithm that the key is limited to, after `use`, `key_ops` and `alg` agree that it is for signatures.
    fn intended_algorithm(&self, members: &Map<String, Value>) -> Result<Option<VerificationAlgorithm>, JwkError> {
        if members.get("use").is_some_and(|usage| usage != "sig") {
            return Err(JwkError::NotForSignatures);
        }
        match members.get("key_ops") {
            None => {}
            Some(Value::Array(operations)) if operations.iter().any(|operation| operation == "verify") => {}
            Some(_) => return Err(JwkError::NotForSignatures),
        }
        let algorithm = match members.get("alg") {
            None => return Ok(None),
            // RFC 9864 gives EdDSA with Ed25519 a name of its own.
            Some(Value::String(alg)) if alg == "Ed25519" => VerificationAlgorithm::EdDsa,
            Some(Value::String(alg)) => alg.parse().map_err(|_| JwkError::NotForSignatures)?,
            Some(_) => return Err(JwkError::Member("alg")),
        };
        if self.fits(algorithm) { Ok(Some(algorithm)) } else { Err(JwkError::AlgorithmMismatch) }
    }
}

/// A client's public keys for verifying its signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicJwkSet {
    keys: Vec<PublicJwk>,
}

impl PublicJwkSet {
    /// Reads a JWK set. Keys of other types or for other purposes are left out (RFC 7517 section 5); private and symmetric keys and
    /// malformed ones refuse the whole set, as does a set without any key for signatures.
    pub fn parse(json: &[u8]) -> Result<Self, JwkError> {
        if json.len() > MAXIMUM_SET_LENGTH {
            return Err(JwkError::Set);
        }
        let set = strict_json::object(json).map_err(|_| JwkError::Json)?;
        let Some(Value::Array(members)) = set.get("keys") else { return Err(JwkError::Set) };
        if members.len() > MAXIMUM_KEYS {
            return Err(JwkError::Set);
        }
        let mut keys = Vec::with_capacity(members.len());
        for key in members {
            match PublicJwk::parse(key.as_object().ok_or(JwkError::Json)?) {
                Ok(key) => keys.push(key),
                Err(JwkError::UnsupportedType | JwkError::NotForSignatures) => {}
                Err(error) => return Err(error),
            }
        }
        if keys.is_empty() { Err(JwkError::NoUsableKey) } else { Ok(Self { keys }) }
    }

    /// The keys for signatures.
    pub fn keys(&self) -> &[PublicJwk] {
        &self.keys
    }

    /// The keys, ready to verify, that may have made a signature of `algorithm` whose header names `key_id`. Keys without a `kid`
    /// of their own stay candidates.
    pub fn verification_keys(&self, algorithm: VerificationAlgorithm, key_id: Option<&str>) -> Vec<VerificationKey> {
        let candidates = self
            .keys
            .iter()
            .filter(|key| key.accepts(algorithm) && key_id.is_none_or(|named| key.key_id().is_none_or(|own| own == named)));
        candidates.filter_map(|key| VerificationKey::from_jwk(key, algorithm).ok()).collect()
    }
}

fn string<'a>(members: &'a Map<String, Value>, name: &'static str) -> Result<&'a str, JwkError> {
    members.get(name).and_then(Value::as_str).ok_or(JwkError::Member(name))
}

fn bytes(members: &Map<String, Value>, name: &'static str) -> Result<Vec<u8>, JwkError> {
    URL_SAFE_NO_PAD.decode(string(members, name)?).map_err(|_| JwkError::Encoding(name))
}

/// A Base64urlUInt (RFC 7518 section 2) that is odd: its shortest form, so that a key has one thumbprint only.
fn odd_number(members: &Map<String, Value>, name: &'static str) -> Result<Vec<u8>, JwkError> {
    let number = bytes(members, name)?;
    match (number.first(), number.last()) {
        (Some(0), _) | (None, _) => Err(JwkError::Encoding(name)),
        (_, Some(last)) if last % 2 == 0 => Err(JwkError::Invalid),
        _ => Ok(number),
    }
}

fn coordinate(members: &Map<String, Value>, name: &'static str, length: usize) -> Result<String, JwkError> {
    let coordinate = bytes(members, name)?;
    if coordinate.len() == length { Ok(URL_SAFE_NO_PAD.encode(coordinate)) } else { Err(JwkError::Encoding(name)) }
}

fn key_id(members: &Map<String, Value>) -> Result<Option<String>, JwkError> {
    match members.get("kid") {
        None => Ok(None),
        Some(Value::String(key_id)) if key_id.len() <= MAXIMUM_KEY_ID_LENGTH => Ok(Some(key_id.clone())),
        Some(_) => Err(JwkError::Member("kid")),
    }
}

fn rsa(members: &Map<String, Value>) -> Result<PublicKey, JwkError> {
    let modulus = odd_number(members, "n")?;
    let exponent = odd_number(members, "e")?;
    let leading_zeros = modulus.first().map_or(0, |byte| byte.leading_zeros() as usize);
    let bits = modulus.len() * 8 - leading_zeros;
    if !RSA_BITS.contains(&bits) {
        return Err(JwkError::RsaSize(bits));
    }
    if exponent == [1] || exponent.len() > MAXIMUM_EXPONENT_BYTES {
        return Err(JwkError::Invalid);
    }
    Ok(PublicKey::Rsa { n: URL_SAFE_NO_PAD.encode(modulus), e: URL_SAFE_NO_PAD.encode(exponent) })
}

fn ec(members: &Map<String, Value>) -> Result<PublicKey, JwkError> {
    let curve = match string(members, "crv")? {
        "P-256" => EllipticCurve::P256,
        "P-384" => EllipticCurve::P384,
        "P-521" => EllipticCurve::P521,
        _ => return Err(JwkError::UnsupportedType),
    };
    let length = curve.coordinate_length();
    Ok(PublicKey::Ec { curve, x: coordinate(members, "x", length)?, y: coordinate(members, "y", length)? })
}

fn ed25519(members: &Map<String, Value>) -> Result<PublicKey, JwkError> {
    match string(members, "crv")? {
        "Ed25519" => Ok(PublicKey::Ed25519 { x: coordinate(members, "x", 32)? }),
        _ => Err(JwkError::UnsupportedType),
    }
}
