//! A public key that is parsed and ready to verify signatures of one algorithm.

use std::fmt;

use josekit::jwk::Jwk;
use josekit::jws::{self, JwsVerifier};

use super::jwk::{JwkError, PublicJwk};
use crate::model::signing_algorithm::VerificationAlgorithm;

/// A parsed public key for one algorithm. May be shared by any number of threads.
pub struct VerificationKey {
    key_id: Option<String>,
    algorithm: VerificationAlgorithm,
    verifier: Box<dyn JwsVerifier>,
}

impl VerificationKey {
    /// Parses the key for `algorithm`, which it must accept.
    pub fn from_jwk(jwk: &PublicJwk, algorithm: VerificationAlgorithm) -> Result<Self, JwkError> {
        if !jwk.accepts(algorithm) {
            return Err(JwkError::AlgorithmMismatch);
        }
        let key = Jwk::from_map(jwk.required_members()).map_err(|_| JwkError::Invalid)?;
        let verifier: Result<Box<dyn JwsVerifier>, _> = match algorithm {
            VerificationAlgorithm::Rs256 => jws::RS256.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Rs384 => jws::RS384.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Rs512 => jws::RS512.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Ps256 => jws::PS256.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Ps384 => jws::PS384.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Ps512 => jws::PS512.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Es256 => jws::ES256.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Es384 => jws::ES384.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::Es512 => jws::ES512.verifier_from_jwk(&key).map(boxed),
            VerificationAlgorithm::EdDsa => jws::EdDSA.verifier_from_jwk(&key).map(boxed),
        };
        let verifier = verifier.map_err(|_| JwkError::Invalid)?;
        Ok(Self { key_id: jwk.key_id().map(str::to_owned), algorithm, verifier })
    }

    /// The `kid` of the key.
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// The one algorithm that it verifies.
    pub const fn algorithm(&self) -> VerificationAlgorithm {
        self.algorithm
    }

    /// Whether the key's owner made `signature` over `message`.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.verifier.verify(message, signature).is_ok()
    }
}

impl fmt::Debug for VerificationKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("VerificationKey");
        debug.field("key_id", &self.key_id).field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

fn boxed<V: JwsVerifier + 'static>(verifier: V) -> Box<dyn JwsVerifier> {
    Box::new(verifier)
}
