//! Our own signing keys: made or read once, then kept parsed, so that a signature costs only the signature.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use josekit::jwk::KeyPair;
use josekit::jwk::alg::ec::{EcCurve, EcKeyPair};
use josekit::jwk::alg::ed::{EdCurve, EdKeyPair};
use josekit::jwk::alg::rsa::RsaKeyPair;
use josekit::jws::{self, JwsSigner};
use serde::Serialize;
use serde_json::json;
use zeroize::Zeroizing;

use super::jwk::{JwkError, PublicJwk};
use super::jws::JwsType;
use super::verification_key::VerificationKey;
use crate::model::ids::KeyId;
use crate::model::signing_algorithm::SigningAlgorithm;

/// The size of an RSA key that we make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RsaSize {
    /// 2048 bits: what is asked of every client.
    #[default]
    Bits2048,
    /// 3072 bits.
    Bits3072,
    /// 4096 bits.
    Bits4096,
}

impl RsaSize {
    const fn bits(self) -> u32 {
        match self {
            Self::Bits2048 => 2048,
            Self::Bits3072 => 3072,
            Self::Bits4096 => 4096,
        }
    }
}

/// Why a key cannot be made or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SigningKeyError {
    /// The generator failed.
    #[error("the key could not be generated")]
    Generation,
    /// The private key is not one of the algorithm, or malformed.
    #[error("the private key is not a valid key for {0}")]
    PrivateKey(SigningAlgorithm),
    /// Its public half is not acceptable.
    #[error("the public half of the key is refused: {0}")]
    PublicKey(#[from] JwkError),
    /// Its two halves do not belong together.
    #[error("the private and the public half of the key do not belong together")]
    Inconsistent,
}

/// Signing failed: the claims are no JSON, or the library refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token could not be signed")]
pub struct SigningError;

/// A signing key. Any number of threads may sign with it at once.
pub struct SigningKey {
    key_id: KeyId,
    algorithm: SigningAlgorithm,
    signer: Box<dyn JwsSigner>,
    verification_key: VerificationKey,
    public_jwk: PublicJwk,
    pkcs8: Zeroizing<Vec<u8>>,
}

impl SigningKey {
    /// Makes a key, named by its thumbprint. RSA takes a good part of a second: run it in the password pool.
    ///
    /// The library draws the randomness itself, from the operating system.
    pub fn generate(algorithm: SigningAlgorithm, rsa_size: RsaSize) -> Result<Self, SigningKeyError> {
        let key_pair: Result<Box<dyn KeyPair>, _> = match algorithm {
            SigningAlgorithm::Rs256 => RsaKeyPair::generate(rsa_size.bits()).map(boxed_pair),
            SigningAlgorithm::Es256 => EcKeyPair::generate(EcCurve::P256).map(boxed_pair),
            SigningAlgorithm::EdDsa => EdKeyPair::generate(EdCurve::Ed25519).map(boxed_pair),
        };
        let key_pair = key_pair.map_err(|_| SigningKeyError::Generation)?;
        Self::from_pair(None, algorithm, key_pair.as_ref(), key_pair.to_der_private_key())
    }

    /// Reads a key from PKCS#8 DER, as [`SigningKey::to_pkcs8`] gave it. Without a name it gets its thumbprint.
    pub fn from_pkcs8(key_id: Option<KeyId>, algorithm: SigningAlgorithm, der: &[u8]) -> Result<Self, SigningKeyError> {
        let key_pair: Result<Box<dyn KeyPair>, _> = match algorithm {
            SigningAlgorithm::Rs256 => RsaKeyPair::from_der(der).map(boxed_pair),
            SigningAlgorithm::Es256 => EcKeyPair::from_der(der, Some(EcCurve::P256)).map(boxed_pair),
            SigningAlgorithm::EdDsa => EdKeyPair::from_der(der).map(boxed_pair),
        };
        let key_pair = key_pair.map_err(|_| SigningKeyError::PrivateKey(algorithm))?;
        Self::from_pair(key_id, algorithm, key_pair.as_ref(), der.to_vec())
    }

    /// The private key in PKCS#8 DER, to be sealed.
    pub const fn to_pkcs8(&self) -> &Zeroizing<Vec<u8>> {
        &self.pkcs8
    }

    /// The `kid`.
    pub const fn key_id(&self) -> &KeyId {
        &self.key_id
    }

    /// The algorithm.
    pub const fn algorithm(&self) -> SigningAlgorithm {
        self.algorithm
    }

    /// The public half, as it is published.
    pub const fn public_jwk(&self) -> &PublicJwk {
        &self.public_jwk
    }

    /// The public half, ready to verify.
    pub const fn verification_key(&self) -> &VerificationKey {
        &self.verification_key
    }

    /// Signs `claims` as a JWT of the kind: compact form, with `alg`, `typ` and `kid` in its header.
    pub fn sign(&self, kind: JwsType, claims: &impl Serialize) -> Result<String, SigningError> {
        let header = json!({ "alg": self.algorithm.as_str(), "typ": kind.as_str(), "kid": self.key_id.as_str() });
        let claims = serde_json::to_vec(claims).map_err(|_| SigningError)?;
        let mut token = URL_SAFE_NO_PAD.encode(header.to_string());
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(claims, &mut token);
        let signature = self.signer.sign(token.as_bytes()).map_err(|_| SigningError)?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        Ok(token)
    }

    fn from_pair(
        key_id: Option<KeyId>,
        algorithm: SigningAlgorithm,
        key_pair: &dyn KeyPair,
        pkcs8: Vec<u8>,
    ) -> Result<Self, SigningKeyError> {
        let pkcs8 = Zeroizing::new(pkcs8);
        let signer: Result<Box<dyn JwsSigner>, _> = match algorithm {
            SigningAlgorithm::Rs256 => jws::RS256.signer_from_der(&*pkcs8).map(boxed_signer),
            SigningAlgorithm::Es256 => jws::ES256.signer_from_der(&*pkcs8).map(boxed_signer),
            SigningAlgorithm::EdDsa => jws::EdDSA.signer_from_der(&*pkcs8).map(boxed_signer),
        };
        let signer = signer.map_err(|_| SigningKeyError::PrivateKey(algorithm))?;
        let mut members = key_pair.to_jwk_public_key().as_ref().clone();
        members.remove("alg");
        let key_id = match key_id {
            Some(key_id) => key_id,
            None => KeyId::new(PublicJwk::parse(&members)?.thumbprint()),
        };
        let public_jwk = PublicJwk::own(&members, key_id.as_str(), algorithm)?;
        let verification_key = VerificationKey::from_jwk(&public_jwk, algorithm.into())?;
        let key = Self { key_id, algorithm, signer, verification_key, public_jwk, pkcs8 };
        if key.is_consistent() { Ok(key) } else { Err(SigningKeyError::Inconsistent) }
    }

    /// Stored and imported keys are parsed without comparing their halves: a key whose signatures nobody can verify stops here.
    fn is_consistent(&self) -> bool {
        let probe = self.key_id.as_str().as_bytes();
        self.signer.sign(probe).is_ok_and(|signature| self.verification_key.verify(probe, &signature))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("SigningKey");
        debug.field("key_id", &self.key_id).field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

fn boxed_pair<K: KeyPair + 'static>(key_pair: K) -> Box<dyn KeyPair> {
    Box::new(key_pair)
}

fn boxed_signer<S: JwsSigner + 'static>(signer: S) -> Box<dyn JwsSigner> {
    Box::new(signer)
}
