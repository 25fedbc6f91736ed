//! OAuth clients (RFC 6749, section 2; metadata members of RFC 7591, section 2).

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::model::grant_type::GrantType;
use crate::model::ids::ClientId;
use crate::model::redirect_uri::RedirectUri;
use crate::model::response_type::ResponseType;
use crate::model::scope::{OFFLINE_ACCESS, Scopes};
use crate::model::signing_algorithm::SigningAlgorithm;

/// A registered client as the store holds it, but for its secrets' digests.
#[derive(Clone, Debug)]
pub struct Client {
    /// The `client_id`.
    pub id: ClientId,
    /// Who registered it.
    pub source: ClientSource,
    /// What was registered.
    pub metadata: ClientMetadata,
    /// Rises with every change of the client.
    pub version: i64,
    /// Since when it may do nothing.
    pub disabled_at: Option<Timestamp>,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Who registered a client, which is what trust in it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientSource {
    /// The operator, by command line or console.
    Operator,
    /// Itself, by dynamic registration (RFC 7591): never trusted, consent is always asked.
    Dynamic,
    /// `vestibule dev`, for its demo app.
    Demo,
}

impl ClientSource {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Dynamic => "dynamic",
            Self::Demo => "demo",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Operator, Self::Dynamic, Self::Demo].into_iter().find(|source| source.as_str() == name)
    }
}

/// How a client proves itself at the token endpoint (RFC 7591, section 2; OpenID Connect Core, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenEndpointAuthMethod {
    /// It cannot: a public client.
    None,
    /// Its secret, in HTTP Basic.
    ClientSecretBasic,
    /// Its secret, in the form body.
    ClientSecretPost,
    /// A signed assertion (RFC 7523).
    PrivateKeyJwt,
}

impl TokenEndpointAuthMethod {
    /// Every one, in the order in which metadata lists them.
    pub const ALL: [Self; 4] = [Self::ClientSecretBasic, Self::ClientSecretPost, Self::PrivateKeyJwt, Self::None];

    /// The registered name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ClientSecretBasic => "client_secret_basic",
            Self::ClientSecretPost => "client_secret_post",
            Self::PrivateKeyJwt => "private_key_jwt",
        }
    }

    /// Parses the registered name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == name)
    }

    /// Whether the client is given a secret.
    pub const fn uses_secret(self) -> bool {
        matches!(self, Self::ClientSecretBasic | Self::ClientSecretPost)
    }
}

/// Whether a client is given an answer about somebody who proved one factor only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactorDemand {
    /// Yes, as far as signing in asks for no more.
    #[default]
    Policy,
    /// No: two factors are proved, or there is no answer.
    Required,
}

impl SecondFactorDemand {
    /// Reads the name that metadata has for it.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "policy" => Some(Self::Policy),
            "required" => Some(Self::Required),
            _ => None,
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_policy(&self) -> bool {
        *self == Self::Policy
    }
}

/// Where a client runs (OpenID Connect Dynamic Client Registration, section 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationType {
    /// On a server or in a browser: https redirect URIs.
    #[default]
    Web,
    /// On the person's device: loopback or private-use scheme redirect URIs (RFC 8252).
    Native,
}

/// The validated metadata of a client, named as RFC 7591 names its members. What only this server knows stands at the end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ClientMetadata {
    /// Name shown to people.
    pub client_name: String,
    /// See [`ApplicationType`].
    #[serde(default)]
    pub application_type: ApplicationType,
    /// Where codes may be sent.
    pub redirect_uris: Vec<RedirectUri>,
    /// Where a person may be sent after signing out (OpenID Connect RP-Initiated Logout, section 2.1).
    #[serde(default)]
    pub post_logout_redirect_uris: Vec<RedirectUri>,
    /// How it authenticates.
    pub token_endpoint_auth_method: TokenEndpointAuthMethod,
    /// The grants that it may use.
    pub grant_types: Vec<GrantType>,
    /// The response types that it may ask for.
    pub response_types: Vec<ResponseType>,
    /// The most that it may ask for; space separated.
    pub scope: String,
    /// What it may have for itself by `client_credentials`; space separated. Set by the operator only.
    #[serde(default)]
    pub client_credentials_scope: String,
    /// Its public keys (RFC 7517), for `private_key_jwt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jwks: Option<serde_json::Value>,
    /// The algorithm of its ID tokens.
    #[serde(default)]
    pub id_token_signed_response_alg: SigningAlgorithm,
    /// The longest age of an authentication, in seconds, when a request names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_max_age: Option<u64>,
    /// Whether `auth_time` stands in every ID token.
    #[serde(default)]
    pub require_auth_time: bool,
    /// Home page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_uri: Option<String>,
    /// Logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo_uri: Option<String>,
    /// Privacy notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy_uri: Option<String>,
    /// Terms of service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tos_uri: Option<String>,
    /// Where a sign-in may be started by others (OpenID Connect Core, section 4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initiate_login_uri: Option<String>,
    /// Mail addresses of people responsible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
    /// Identifier of the software.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub software_id: Option<String>,
    /// Version of the software.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub software_version: Option<String>,
    /// Whether consent is taken for granted. Set by the operator only.
    #[serde(default)]
    pub skip_consent: bool,
    /// Whether PKCE may be left out. Set by the operator only, for a confidential client.
    #[serde(default)]
    pub pkce_optional: bool,
    /// Whether the ID token carries the scope claims as well.
    #[serde(default)]
    pub claims_in_id_token: bool,
    /// Whether two factors are demanded. Set by the operator only.
    #[serde(default, skip_serializing_if = "SecondFactorDemand::is_policy")]
    pub second_factor: SecondFactorDemand,
}

impl ClientMetadata {
    /// The most that the client may ask for. What cannot be parsed was never stored, so it counts as nothing.
    pub fn scopes(&self) -> Scopes {
        Scopes::parse(&self.scope).unwrap_or_default()
    }

    /// What the client may have for itself.
    pub fn client_credentials_scopes(&self) -> Scopes {
        Scopes::parse(&self.client_credentials_scope).unwrap_or_default()
    }

    /// What the client is given of the scopes that it asks for, where these are `known`. Those that nobody knows are left out (OpenID
    /// Connect Core, section 3.1.2.1); known ones that it may not have are refused.
    pub fn requested_scopes(&self, asked: &Scopes, known: &Scopes) -> Result<Scopes, ScopeRefusal> {
        let allowed = self.scopes();
        let mut scopes = asked.intersection(&known.union(&allowed));
        if !self.may_use(GrantType::RefreshToken) {
            scopes = scopes.without(OFFLINE_ACCESS);
        }
        if !scopes.is_subset_of(&allowed) {
            return Err(ScopeRefusal::Unregistered);
        }
        if scopes.is_empty() { Err(ScopeRefusal::Unknown) } else { Ok(scopes) }
    }

    /// Whether the client may use `grant_type`.
    pub fn may_use(&self, grant_type: GrantType) -> bool {
        self.grant_types.contains(&grant_type)
    }

    /// Whether the client can keep a secret (RFC 6749, section 2.1).
    pub fn is_confidential(&self) -> bool {
        self.token_endpoint_auth_method != TokenEndpointAuthMethod::None
    }
}

/// Why a client is not given the scopes that it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScopeRefusal {
    /// It may not have one of them.
    #[error("The client is not registered for a scope that it asks for")]
    Unregistered,
    /// Nobody knows any of them.
    #[error("No scope that this server knows was asked for")]
    Unknown,
}

impl Client {
    /// Whether consent may be taken for granted.
    pub fn skips_consent(&self) -> bool {
        self.metadata.skip_consent && self.source != ClientSource::Dynamic
    }

    /// Whether an answer may be given without any page. A client that anyone can impersonate (public and registered by itself, or
    /// reached at a loopback or private-use redirect URI) never gets one (RFC 8252, section 8.6).
    pub fn may_be_answered_silently(&self, redirect_uri: &RedirectUri) -> bool {
        self.metadata.is_confidential() || (self.source != ClientSource::Dynamic && redirect_uri.is_https())
    }
}
