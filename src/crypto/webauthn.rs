//! WebAuthn Level 3, sections 7.1 and 7.2: what a relying party checks when a passkey is registered, and when it signs.
//!
//! The checks are those of webauthn-rs. Here is what goes into them and what is kept of their outcome: a ceremony's state, which
//! the caller keeps until the browser answers, and the credential as it is stored. Attestation is neither asked for nor trusted.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;
use webauthn_rs_core::WebauthnCore;
use webauthn_rs_core::error::WebauthnError;
use webauthn_rs_core::proto::{
    AttestationFormat, AuthenticationState, COSEKey, Credential as CheckedCredential, ParsedAttestation, PublicKeyCredential,
    RegisterPublicKeyCredential, RegisteredExtensions, RegistrationState, UserVerificationPolicy,
};

use crate::model::passkey::{Credential, UserVerification};

/// The algorithms that are asked for, by their COSE numbers, the best first: ES256 and RS256, which every authenticator has one of.
pub const ALGORITHMS: [i64; 2] = [-7, -257];
/// How long a person may take in front of their authenticator.
pub const TIMEOUT: Duration = Duration::from_secs(60);

const MOST_TRANSPORTS: usize = 8;
const LONGEST_TRANSPORT: usize = 16;
/// Before the credential id in the authenticator data: RP id hash, flags, count, AAGUID.
const BEFORE_CREDENTIAL: usize = 32 + 1 + 4;
const AAGUID_LENGTH: usize = 16;

/// Why an answer of a browser is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// It has not the form of one.
    #[error("not an answer of an authenticator: {0}")]
    Malformed(String),
    /// The count of signatures did not rise: the key may have been copied.
    #[error("the count of signatures did not rise")]
    NotCounted,
    /// Something in it is not what it should be.
    #[error(transparent)]
    Refused(WebauthnError),
    /// The ceremony's state or a stored key cannot be read.
    #[error("what is stored cannot be read: {0}")]
    Stored(String),
}

impl From<WebauthnError> for PasskeyError {
    fn from(error: WebauthnError) -> Self {
        match error {
            WebauthnError::CredentialPossibleCompromise => Self::NotCounted,
            error => Self::Refused(error),
        }
    }
}

/// A ceremony that has begun.
pub struct Begun {
    /// What the authenticator is to sign, in base64url.
    pub challenge: String,
    /// What is needed to judge the answer.
    pub state: Value,
}

/// A key that an authenticator made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What is kept of it.
    pub credential: Credential,
    /// Whether the authenticator knew its person.
    pub user_verified: bool,
}

/// What an authenticator proved by signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// Whether it knew its person.
    pub user_verified: bool,
    /// Its count of signatures now.
    pub sign_count: u32,
    /// Whether the key is copied to other devices now.
    pub backed_up: bool,
}

/// For whom passkeys are made.
pub struct RelyingParty(WebauthnCore);

impl RelyingParty {
    /// The one with this id (a domain), whose pages are at `origins`.
    pub fn new(id: &str, name: &str, origins: &[&str]) -> Self {
        let origins = origins.iter().filter_map(|origin| Url::parse(origin).ok()).collect();
        // The name says that webauthn-rs would choose policies which are chosen here; nothing is less checked.
        Self(WebauthnCore::new_unsafe_experts_only(name, id, origins, TIMEOUT, Some(false), Some(false)))
    }

    /// Begins to register a key.
    pub fn begin_registration(&self, verification: UserVerification) -> Result<Begun, PasskeyError> {
        // Whose it is stands in the options that the caller makes.
        let builder = self.0.new_challenge_register_builder(b"-", "-", "-")?.user_verification_policy(policy(verification));
        let (options, state) = self.0.generate_challenge_register(builder)?;
        begun(&options.public_key.challenge, &state)
    }

    /// Judges the answer to a registration.
    pub fn finish_registration(&self, state: &Value, response: &Value) -> Result<Credential, PasskeyError> {
        Ok(self.made(state, response)?.credential)
    }

    /// The same, with what the authenticator proved in it.
    pub fn made(&self, state: &Value, response: &Value) -> Result<Made, PasskeyError> {
        let answer: RegisterPublicKeyCredential = answer(response)?;
        let state: RegistrationState = stored(state)?;
        let checked = self.0.register_credential(&answer, &state, None)?;
        let (aaguid, public_key) = attested(&answer.response.attestation_object)?;
        // What is stored is what was checked.
        if cose_key(&public_key)? != checked.cred {
            return Err(PasskeyError::Malformed("two keys".to_owned()));
        }
        let credential = Credential {
            id: checked.cred_id,
            public_key,
            sign_count: checked.counter,
            backup_eligible: checked.backup_eligible,
            backed_up: checked.backup_state,
            transports: transports(response),
            aaguid,
        };
        Ok(Made { credential, user_verified: checked.user_verified })
    }

    /// Begins to have a key sign.
    pub fn begin_authentication(&self, verification: UserVerification) -> Result<Begun, PasskeyError> {
        let builder = self.0.new_challenge_authenticate_builder(Vec::new(), Some(policy(verification)))?;
        let (options, state) = self.0.generate_challenge_authenticate(builder)?;
        begun(&options.public_key.challenge, &state)
    }

    /// Judges what `credential` is said to have signed.
    pub fn finish_authentication(
        &self,
        state: &Value,
        credential: &Credential,
        response: &Value,
    ) -> Result<Assertion, PasskeyError> {
        let answer: PublicKeyCredential = answer(response)?;
        let mut state: AuthenticationState = stored(state)?;
        state.set_allowed_credentials(vec![checked(credential)?]);
        let result = self.0.authenticate_credential(&answer, &state)?;
        Ok(Assertion { user_verified: result.user_verified(), sign_count: result.counter(), backed_up: result.backup_state() })
    }
}

const fn policy(verification: UserVerification) -> UserVerificationPolicy {
    match verification {
        UserVerification::Preferred => UserVerificationPolicy::Preferred,
        UserVerification::Required => UserVerificationPolicy::Required,
    }
}

fn begun(challenge: &[u8], state: &impl serde::Serialize) -> Result<Begun, PasskeyError> {
    let state = serde_json::to_value(state).map_err(|error| PasskeyError::Stored(error.to_string()))?;
    Ok(Begun { challenge: URL_SAFE_NO_PAD.encode(challenge), state })
}

fn stored<T: DeserializeOwned>(state: &Value) -> Result<T, PasskeyError> {
    T::deserialize(state).map_err(|error| PasskeyError::Stored(error.to_string()))
}

/// An answer of a browser, whose two spellings of the credential's id are one.
fn answer<T: DeserializeOwned>(response: &Value) -> Result<T, PasskeyError> {
    let text = |name: &str| response.get(name).and_then(Value::as_str);
    if text("id").is_none() || text("id") != text("rawId") || text("type") != Some("public-key") {
        return Err(PasskeyError::Malformed("id, rawId and type do not fit".to_owned()));
    }
    T::deserialize(response).map_err(|error| PasskeyError::Malformed(error.to_string()))
}

/// The credential's id that an answer names.
pub fn credential_id(response: &Value) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(response.get("id")?.as_str()?).ok()
}

/// The account that the authenticator says the key is of; an error if it says something that can be none.
pub fn user_handle(response: &Value) -> Result<Option<Vec<u8>>, PasskeyError> {
    match response.pointer("/response/userHandle") {
        None | Some(Value::Null) => Ok(None),
        Some(handle) => {
            let bytes = handle.as_str().and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
            let bytes = bytes.ok_or_else(|| PasskeyError::Malformed("userHandle".to_owned()))?;
            Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
        }
    }
}

/// How the browser reaches the authenticator, as far as it has the form of that.
fn transports(response: &Value) -> Vec<String> {
    let named = response.pointer("/response/transports").and_then(Value::as_array);
    let is_name = |text: &&str| {
        text.len() <= LONGEST_TRANSPORT && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    named.into_iter().flatten().filter_map(Value::as_str).filter(is_name).take(MOST_TRANSPORTS).map(str::to_owned).collect()
}

/// The model of the authenticator and the key, as they stand in an attestation object (WebAuthn, section 6.5.1).
fn attested(object: &[u8]) -> Result<(String, Vec<u8>), PasskeyError> {
    let malformed = |what: &str| PasskeyError::Malformed(what.to_owned());
    let object: serde_cbor_2::Value = serde_cbor_2::from_slice(object).map_err(|_| malformed("attestation object"))?;
    let serde_cbor_2::Value::Map(members) = object else { return Err(malformed("attestation object")) };
    let data = members.get(&serde_cbor_2::Value::Text("authData".to_owned()));
    let Some(serde_cbor_2::Value::Bytes(data)) = data else { return Err(malformed("authenticator data")) };
    let rest = data.get(BEFORE_CREDENTIAL..).and_then(|rest| rest.split_at_checked(AAGUID_LENGTH));
    let (aaguid, rest) = rest.ok_or_else(|| malformed("authenticator data"))?;
    let aaguid = uuid::Uuid::from_slice(aaguid).map_err(|_| malformed("AAGUID"))?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or_else(|| malformed("credential id"))?;
    let key = rest.get(usize::from(u16::from_be_bytes(*length))..).ok_or_else(|| malformed("credential id"))?;
    let mut reader = serde_cbor_2::Deserializer::from_slice(key);
    serde_cbor_2::Value::deserialize(&mut reader).map_err(|_| malformed("public key"))?;
    let key = key.get(..reader.byte_offset()).ok_or_else(|| malformed("public key"))?;
    Ok((aaguid.hyphenated().to_string(), key.to_vec()))
}

/// Whether these are a public key of a kind that can be checked.
pub fn is_cose_key(bytes: &[u8]) -> bool {
    cose_key(bytes).is_ok()
}

fn cose_key(bytes: &[u8]) -> Result<COSEKey, PasskeyError> {
    let value: serde_cbor_2::Value = serde_cbor_2::from_slice(bytes).map_err(|error| PasskeyError::Stored(error.to_string()))?;
    Ok(COSEKey::try_from(&value)?)
}

/// A stored credential as webauthn-rs checks one. Whether its person must be known is asked of each ceremony, not of the key: the
/// session says what was proved, and whoever owes a second factor owes it still.
fn checked(credential: &Credential) -> Result<CheckedCredential, PasskeyError> {
    Ok(CheckedCredential {
        cred_id: credential.id.clone(),
        cred: cose_key(&credential.public_key)?,
        counter: credential.sign_count,
        transports: None,
        user_verified: false,
        backup_eligible: credential.backup_eligible,
        backup_state: credential.backed_up,
        registration_policy: UserVerificationPolicy::Preferred,
        extensions: RegisteredExtensions::none(),
        attestation: ParsedAttestation::default(),
        attestation_format: AttestationFormat::None,
    })
}
