//! JSON Web Signatures in compact form (RFC 7515) whose payload is a set of claims (RFC 7519), read strictly (RFC 8725).
//!
//! What is read: exactly three parts of canonical base64url; a header without duplicate members, with a supported `alg` that the
//! caller allows and without `crit`; a payload that is a JSON object without duplicate members. Keys come from the caller; whatever
//! key or address the header carries is never used to verify it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::jwk::PublicJwkSet;
use super::strict_json;
use super::verification_key::VerificationKey;
use crate::model::signing_algorithm::VerificationAlgorithm;

/// The longest compact form that is read, in bytes.
pub const MAXIMUM_LENGTH: usize = 32 * 1024;

/// What kind of JWT a signed text is: the `typ` of its header (RFC 8725 section 3.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JwsType {
    /// Any JWT without a kind of its own, such as ID tokens.
    Jwt,
    /// Access tokens (RFC 9068).
    AccessToken,
    /// Logout tokens of back-channel logout.
    LogoutToken,
    /// Introspection responses (RFC 9701).
    TokenIntrospection,
    /// Request objects (RFC 9101).
    RequestObject,
    /// Client assertions that say so.
    ClientAuthentication,
    /// DPoP proofs (RFC 9449).
    DpopProof,
}

impl JwsType {
    /// The `typ` value.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jwt => "JWT",
            Self::AccessToken => "at+jwt",
            Self::LogoutToken => "logout+jwt",
            Self::TokenIntrospection => "token-introspection+jwt",
            Self::RequestObject => "oauth-authz-req+jwt",
            Self::ClientAuthentication => "client-authentication+jwt",
            Self::DpopProof => "dpop+jwt",
        }
    }
}

/// Why a signed text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwsError {
    /// Longer than [`MAXIMUM_LENGTH`].
    #[error("the token is too long")]
    TooLong,
    /// Not three parts of canonical base64url.
    #[error("the token is not three parts in base64url")]
    Encoding,
    /// The header is not a JSON object without duplicate members, or a member has the wrong type.
    #[error("the token's header is malformed")]
    Header,
    /// The header has `crit`: it demands an extension, and none is implemented.
    #[error("the token's header demands an unknown extension")]
    CriticalExtension,
    /// `alg` is missing, `none`, symmetric or unknown, or not one that the caller allows.
    #[error("the token's algorithm is not allowed")]
    Algorithm,
    /// The payload is not a JSON object without duplicate members.
    #[error("the token's payload is not a JSON object")]
    Payload,
    /// There is no key of the algorithm and `kid`.
    #[error("no key fits the token")]
    UnknownKey,
    /// No key that fits made the signature.
    #[error("the token's signature is wrong")]
    Signature,
}

/// The header of a signed text.
#[derive(Clone, Debug, PartialEq)]
pub struct JwsHeader {
    algorithm: VerificationAlgorithm,
    key_id: Option<String>,
    typ: Option<String>,
    members: Map<String, Value>,
}

impl JwsHeader {
    /// The algorithm (`alg`).
    pub const fn algorithm(&self) -> VerificationAlgorithm {
        self.algorithm
    }

    /// The name of the key (`kid`).
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// The `typ`, as it was written.
    pub fn typ(&self) -> Option<&str> {
        self.typ.as_deref()
    }

    /// Whether `typ` names this kind; case and a leading `application/` do not matter (RFC 7515 section 4.1.9).
    pub fn has_type(&self, kind: JwsType) -> bool {
        self.typ().is_some_and(|typ| {
            let short = match typ.split_at_checked("application/".len()) {
                Some((prefix, rest)) if prefix.eq_ignore_ascii_case("application/") => rest,
                _ => typ,
            };
            short.eq_ignore_ascii_case(kind.as_str())
        })
    }

    /// Every member, such as the `jwk` of a DPoP proof.
    pub const fn members(&self) -> &Map<String, Value> {
        &self.members
    }

    fn parse(json: &[u8]) -> Result<Self, JwsError> {
        let members = strict_json::object(json).map_err(|_| JwsError::Header)?;
        let text = |name: &str| match members.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(JwsError::Header),
        };
        let algorithm = text("alg")?.ok_or(JwsError::Algorithm)?.parse().map_err(|_| JwsError::Algorithm)?;
        let (key_id, typ) = (text("kid")?, text("typ")?);
        if members.contains_key("crit") {
            return Err(JwsError::CriticalExtension);
        }
        Ok(Self { algorithm, key_id, typ, members })
    }
}

/// A signed text that was verified.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedJws {
    /// The header.
    pub header: JwsHeader,
    /// The claims.
    pub claims: Map<String, Value>,
}

/// A well-formed signed text that nobody has verified yet. Its claims may serve to find out whose keys to take, for nothing else.
#[derive(Debug)]
pub struct UnverifiedJws<'a> {
    header: JwsHeader,
    claims: Map<String, Value>,
    signing_input: &'a str,
    signature: Vec<u8>,
}

impl<'a> UnverifiedJws<'a> {
    /// Reads a compact form whose `alg` is among `allowed`.
    pub fn parse(token: &'a str, allowed: &[VerificationAlgorithm]) -> Result<Self, JwsError> {
        if token.len() > MAXIMUM_LENGTH {
            return Err(JwsError::TooLong);
        }
        let (signing_input, signature) = token.rsplit_once('.').ok_or(JwsError::Encoding)?;
        // A fourth part leaves a dot in the payload, which is no base64url.
        let (header, payload) = signing_input.split_once('.').ok_or(JwsError::Encoding)?;
        let header = JwsHeader::parse(&decode(header)?)?;
        if !allowed.contains(&header.algorithm) {
            return Err(JwsError::Algorithm);
        }
        let claims = strict_json::object(&decode(payload)?).map_err(|_| JwsError::Payload)?;
        Ok(Self { header, claims, signing_input, signature: decode(signature)? })
    }

    /// The header.
    pub const fn header(&self) -> &JwsHeader {
        &self.header
    }

    /// What the text claims; anybody may have written it.
    pub const fn claims(&self) -> &Map<String, Value> {
        &self.claims
    }

    /// Verifies the signature with those of `keys` that have the header's algorithm and, where both have one, its `kid`.
    pub fn verify<'k>(self, keys: impl IntoIterator<Item = &'k VerificationKey>) -> Result<VerifiedJws, JwsError> {
        let header = &self.header;
        let fits = |key: &&VerificationKey| {
            let named = header.key_id().is_none_or(|named| key.key_id().is_none_or(|own| own == named));
            key.algorithm() == header.algorithm && named
        };
        let mut candidates = keys.into_iter().filter(fits).peekable();
        if candidates.peek().is_none() {
            return Err(JwsError::UnknownKey);
        }
        if !candidates.any(|key| key.verify(self.signing_input.as_bytes(), &self.signature)) {
            return Err(JwsError::Signature);
        }
        Ok(VerifiedJws { header: self.header, claims: self.claims })
    }

    /// Verifies the signature with a client's key set.
    pub fn verify_with_set(self, set: &PublicJwkSet) -> Result<VerifiedJws, JwsError> {
        let keys = set.verification_keys(self.header.algorithm, self.header.key_id());
        self.verify(&keys)
    }
}

/// Reads and verifies a compact form in one step.
pub fn verify<'k>(
    token: &str,
    keys: impl IntoIterator<Item = &'k VerificationKey>,
    allowed: &[VerificationAlgorithm],
) -> Result<VerifiedJws, JwsError> {
    UnverifiedJws::parse(token, allowed)?.verify(keys)
}

fn decode(part: &str) -> Result<Vec<u8>, JwsError> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| JwsError::Encoding)
}
