//! The keyring: an immutable snapshot of the published signing keys, with the JWK set document that shows them.

use serde_json::{Map, Value, json};

use super::jws::{self, JwsError, VerifiedJws};
use super::prepared_document::PreparedDocument;
use super::signing_key::SigningKey;
use super::verification_key::VerificationKey;
use crate::model::ids::KeyId;
use crate::model::signing_algorithm::{SigningAlgorithm, VerificationAlgorithm};
use crate::model::signing_key::KeyState;

/// Why keys do not make a keyring.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// Two keys have the same name.
    #[error("two signing keys are named {0}")]
    DuplicateKeyId(KeyId),
    /// Two keys of one algorithm are active.
    #[error("two signing keys for {0} are active")]
    TwoActive(SigningAlgorithm),
}

/// The published keys at one moment. A change of keys makes a new keyring.
#[derive(Debug)]
pub struct Keyring {
    keys: Vec<(SigningKey, KeyState)>,
    document: PreparedDocument,
}

impl Keyring {
    /// Takes the keys that are published and leaves the others out; those that sign come first.
    pub fn new(keys: Vec<(SigningKey, KeyState)>) -> Result<Self, KeyringError> {
        let mut published: Vec<(SigningKey, KeyState)> = Vec::with_capacity(keys.len());
        for (key, state) in keys.into_iter().filter(|(_, state)| state.is_published()) {
            if published.iter().any(|(other, _)| other.key_id() == key.key_id()) {
                return Err(KeyringError::DuplicateKeyId(key.key_id().clone()));
            }
            let rival = |(other, its_state): &(SigningKey, KeyState)| {
                *its_state == KeyState::Active && other.algorithm() == key.algorithm()
            };
            if state == KeyState::Active && published.iter().any(rival) {
                return Err(KeyringError::TwoActive(key.algorithm()));
            }
            published.push((key, state));
        }
        published.sort_by_key(|(_, state)| *state != KeyState::Active);
        let members: Vec<Map<String, Value>> = published.iter().map(|(key, _)| key.public_jwk().to_members()).collect();
        let document = PreparedDocument::new(json!({ "keys": members }).to_string().into_bytes());
        Ok(Self { keys: published, document })
    }

    /// The key that signs with `algorithm` now.
    pub fn signer(&self, algorithm: SigningAlgorithm) -> Option<&SigningKey> {
        let active = |(key, state): &&(SigningKey, KeyState)| *state == KeyState::Active && key.algorithm() == algorithm;
        self.keys.iter().find(active).map(|(key, _)| key)
    }

    /// The algorithms that can be signed with now, as metadata lists them.
    pub fn signing_algorithms(&self) -> impl Iterator<Item = SigningAlgorithm> {
        SigningAlgorithm::ALL.into_iter().filter(|algorithm| self.signer(*algorithm).is_some())
    }

    /// The published key of that name, ready to verify.
    pub fn verifier(&self, key_id: &str) -> Option<&VerificationKey> {
        self.verifiers().find(|key| key.key_id() == Some(key_id))
    }

    /// Every published key with its state, the active ones first.
    pub fn keys(&self) -> &[(SigningKey, KeyState)] {
        &self.keys
    }

    /// Verifies a token that one of the published keys is said to have signed.
    pub fn verify(&self, token: &str) -> Result<VerifiedJws, JwsError> {
        jws::verify(token, self.verifiers(), &SigningAlgorithm::ALL.map(VerificationAlgorithm::from))
    }

    /// The JWK set document.
    pub const fn document(&self) -> &PreparedDocument {
        &self.document
    }

    fn verifiers(&self) -> impl Iterator<Item = &VerificationKey> {
        self.keys.iter().map(|(key, _)| key.verification_key())
    }
}
