//! The rules of client metadata (RFC 7591, section 2; OpenID Connect Dynamic Client Registration 1.0, section 2), whoever registers.
//!
//! Members that are unknown here are left out (RFC 7591, section 2). A known one that asks for protection which this server does not
//! give is refused: leaving it out would weaken the client behind its back.

use serde_json::{Map, Value, json};
use url::Url;

use crate::crypto::jwk::{PublicJwk, PublicJwkSet};
use crate::model::client::{ApplicationType, ClientMetadata, ClientSource, SecondFactorDemand, TokenEndpointAuthMethod};
use crate::model::grant_type::GrantType;
use crate::model::redirect_uri::RedirectUri;
use crate::model::response_type::ResponseType;
use crate::model::scope::{self, OFFLINE_ACCESS, Scopes};
use crate::model::signing_algorithm::{SigningAlgorithm, VerificationAlgorithm};
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::registration::members::{Members, invalid};

const MOST_REDIRECT_URIS: usize = 50;
const MOST_CONTACTS: usize = 10;
/// The most elements of a list whose elements are registered names.
const MOST_NAMES: usize = 20;
const LONGEST_NAME: usize = 100;
const LONGEST_CONTACT: usize = 254;
const LONGEST_SOFTWARE: usize = 255;
const LONGEST_SCOPE: usize = 2048;

/// Members that are refused whatever they say, and why.
const REFUSED: [(&str, &str); 10] = [
    ("jwks_uri", "is not supported: send the public keys by value in jwks"),
    ("sector_identifier_uri", "is not supported: subjects are public"),
    ("request_uris", "is not supported: request objects are not fetched"),
    ("id_token_encrypted_response_alg", "is not supported: ID tokens are signed, not encrypted"),
    ("userinfo_signed_response_alg", "is not supported: UserInfo is answered as JSON"),
    ("userinfo_encrypted_response_alg", "is not supported: UserInfo is answered as JSON"),
    ("introspection_signed_response_alg", "is not supported: introspection is answered as JSON"),
    ("request_object_signing_alg", "is not supported: request objects are not taken"),
    ("authorization_signed_response_alg", "is not supported: authorization responses are not signed"),
    ("authorization_encrypted_response_alg", "is not supported: authorization responses are not encrypted"),
];

/// Members that may only be false.
const REFUSED_FLAGS: [&str; 4] = [
    "require_signed_request_object",
    "require_pushed_authorization_requests",
    "dpop_bound_access_tokens",
    "tls_client_certificate_bound_access_tokens",
];

/// What only the operator may set, and nobody else is shown.
const OPERATOR_ONLY: [&str; 5] =
    ["client_credentials_scope", "skip_consent", "pkce_optional", "claims_in_id_token", "second_factor"];

/// Why metadata is refused (RFC 7591, section 3.2.2). The text is for the developer of the client.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MetadataError {
    /// `invalid_redirect_uri`
    #[error("{0}")]
    RedirectUri(String),
    /// `invalid_client_metadata`
    #[error("{0}")]
    ClientMetadata(String),
}

impl MetadataError {
    /// The registered error code.
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::RedirectUri(_) => ErrorCode::InvalidRedirectUri,
            Self::ClientMetadata(_) => ErrorCode::InvalidClientMetadata,
        }
    }
}

impl From<MetadataError> for OAuthError {
    fn from(error: MetadataError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

/// Reads and checks the metadata that `source` sent, where these scopes are known. Members that this source may not set are left out.
pub fn validate(raw: &Map<String, Value>, source: ClientSource, known: &Scopes) -> Result<ClientMetadata, MetadataError> {
    let members = Members(raw);
    let operator = source != ClientSource::Dynamic;
    refuse_unsupported(&members)?;
    let application_type = application_type(&members)?;
    let token_endpoint_auth_method = token_endpoint_auth_method(&members)?;
    let (grant_types, response_types) = flows(&members, token_endpoint_auth_method)?;
    let redirect_uris = redirect_uris(&members, "redirect_uris", application_type)?;
    if redirect_uris.is_empty() && !response_types.is_empty() {
        return Err(MetadataError::RedirectUri("redirect_uris needs at least one address".to_owned()));
    }
    let confidential = token_endpoint_auth_method != TokenEndpointAuthMethod::None;
    let pkce_optional = operator && members.flag("pkce_optional")?;
    if pkce_optional && !confidential {
        return Err(invalid("pkce_optional", "is for clients that authenticate"));
    }
    Ok(ClientMetadata {
        client_name: members.shown_text("client_name", LONGEST_NAME)?.unwrap_or_else(|| name_of(&redirect_uris)),
        application_type,
        post_logout_redirect_uris: self::redirect_uris(&members, "post_logout_redirect_uris", application_type)?,
        token_endpoint_auth_method,
        scope: scope(&members, &grant_types, (!operator).then_some(known))?,
        client_credentials_scope: if operator { client_credentials_scope(&members, &grant_types, known)? } else { String::new() },
        jwks: jwks(&members, token_endpoint_auth_method)?,
        id_token_signed_response_alg: id_token_signed_response_alg(&members)?,
        default_max_age: members.seconds("default_max_age")?,
        require_auth_time: members.flag("require_auth_time")?,
        client_uri: members.address("client_uri")?,
        logo_uri: members.address("logo_uri")?,
        policy_uri: members.address("policy_uri")?,
        tos_uri: members.address("tos_uri")?,
        initiate_login_uri: members.address("initiate_login_uri")?,
        contacts: members.shown_texts("contacts", MOST_CONTACTS, LONGEST_CONTACT)?,
        software_id: members.shown_text("software_id", LONGEST_SOFTWARE)?,
        software_version: members.shown_text("software_version", LONGEST_SOFTWARE)?,
        skip_consent: operator && members.flag("skip_consent")?,
        pkce_optional,
        claims_in_id_token: operator && members.flag("claims_in_id_token")?,
        second_factor: if operator { second_factor(&members)? } else { SecondFactorDemand::default() },
        redirect_uris,
        grant_types,
        response_types,
    })
}

/// The metadata as members again, as far as `source` may see them: reading them gives the same metadata.
pub fn to_members(metadata: &ClientMetadata, source: ClientSource) -> Map<String, Value> {
    let mut members = match serde_json::to_value(metadata) {
        Ok(Value::Object(members)) => members,
        // Texts, lists and flags always have a JSON form.
        _ => Map::new(),
    };
    if source == ClientSource::Dynamic {
        members.retain(|name, _| !OPERATOR_ONLY.contains(&name.as_str()));
    }
    members
}

fn refuse_unsupported(members: &Members<'_>) -> Result<(), MetadataError> {
    for (name, reason) in REFUSED {
        if members.value(name).is_some_and(|value| value != &json!([])) {
            return Err(invalid(name, reason));
        }
    }
    for name in REFUSED_FLAGS {
        if members.flag(name)? {
            return Err(invalid(name, "is not supported"));
        }
    }
    if members.text("subject_type")?.is_some_and(|subject_type| subject_type != "public") {
        return Err(invalid("subject_type", "must be public"));
    }
    let assertion_alg = members.text("token_endpoint_auth_signing_alg")?;
    if assertion_alg.is_some_and(|alg| alg.parse::<VerificationAlgorithm>().is_err()) {
        return Err(invalid("token_endpoint_auth_signing_alg", "is not one that this server verifies"));
    }
    Ok(())
}

fn application_type(members: &Members<'_>) -> Result<ApplicationType, MetadataError> {
    match members.text("application_type")? {
        None | Some("web") => Ok(ApplicationType::Web),
        Some("native") => Ok(ApplicationType::Native),
        Some(_) => Err(invalid("application_type", "must be web or native")),
    }
}

fn second_factor(members: &Members<'_>) -> Result<SecondFactorDemand, MetadataError> {
    let Some(name) = members.text("second_factor")? else { return Ok(SecondFactorDemand::default()) };
    SecondFactorDemand::parse(name).ok_or_else(|| invalid("second_factor", "must be policy or required"))
}

fn token_endpoint_auth_method(members: &Members<'_>) -> Result<TokenEndpointAuthMethod, MetadataError> {
    let Some(name) = members.text("token_endpoint_auth_method")? else {
        return Ok(TokenEndpointAuthMethod::ClientSecretBasic);
    };
    TokenEndpointAuthMethod::parse(name).ok_or_else(|| {
        let known = TokenEndpointAuthMethod::ALL.map(TokenEndpointAuthMethod::as_str).join(", ");
        invalid("token_endpoint_auth_method", &format!("must be one of {known}"))
    })
}

/// Grant types and response types, which have to agree (RFC 7591, section 2.1).
fn flows(members: &Members<'_>, method: TokenEndpointAuthMethod) -> Result<(Vec<GrantType>, Vec<ResponseType>), MetadataError> {
    let names = members.texts("grant_types", MOST_NAMES)?.unwrap_or_else(|| vec![GrantType::AuthorizationCode.as_str()]);
    let mut grant_types = Vec::new();
    for name in names {
        let known = GrantType::ALL.map(GrantType::as_str).join(", ");
        let grant_type =
            GrantType::parse(name).ok_or_else(|| invalid("grant_types", &format!("may hold {known} and nothing else")))?;
        if !grant_types.contains(&grant_type) {
            grant_types.push(grant_type);
        }
    }
    let code = grant_types.contains(&GrantType::AuthorizationCode);
    let response_types = match members.texts("response_types", MOST_NAMES)? {
        None if code => vec![ResponseType::Code],
        None => Vec::new(),
        Some(names) => {
            let known = names.iter().all(|name| ResponseType::parse(name).is_some());
            if !known {
                return Err(invalid("response_types", "may hold code and nothing else"));
            }
            if names.is_empty() { Vec::new() } else { vec![ResponseType::Code] }
        }
    };
    if code == response_types.is_empty() {
        return Err(invalid("response_types", "must hold code if, and only if, grant_types holds authorization_code"));
    }
    let by_a_person = grant_types.iter().any(|grant_type| grant_type.is_by_a_person());
    if grant_types.contains(&GrantType::RefreshToken) && !by_a_person {
        return Err(invalid("grant_types", "holds refresh_token without a grant that gives one"));
    }
    if grant_types.contains(&GrantType::ClientCredentials) && method == TokenEndpointAuthMethod::None {
        return Err(invalid("grant_types", "holds client_credentials, which a client without authentication cannot use"));
    }
    if grant_types.is_empty() {
        return Err(invalid("grant_types", "must not be empty"));
    }
    Ok((grant_types, response_types))
}

fn redirect_uris(members: &Members<'_>, name: &str, kind: ApplicationType) -> Result<Vec<RedirectUri>, MetadataError> {
    let texts = members.texts(name, MOST_REDIRECT_URIS)?.unwrap_or_default();
    let mut uris: Vec<RedirectUri> = Vec::with_capacity(texts.len());
    for text in texts {
        let parsed = match kind {
            ApplicationType::Web => RedirectUri::parse(text),
            ApplicationType::Native => RedirectUri::parse_native(text),
        };
        let uri = parsed.map_err(|error| MetadataError::RedirectUri(format!("{name}: {error}")))?;
        if !uris.contains(&uri) {
            uris.push(uri);
        }
    }
    Ok(uris)
}

/// What a client without a name is called: where it is.
fn name_of(redirect_uris: &[RedirectUri]) -> String {
    let url = redirect_uris.first().and_then(|uri| Url::parse(uri.as_str()).ok());
    let host = url.as_ref().map(|url| url.host_str().unwrap_or_else(|| url.scheme()).to_owned());
    host.unwrap_or_else(|| "App".to_owned()).chars().take(LONGEST_NAME).collect()
}

/// Without a wish every standard scope that the grants allow. Who registers itself has `limit`: it cannot invent scopes.
fn scope(members: &Members<'_>, grant_types: &[GrantType], limit: Option<&Scopes>) -> Result<String, MetadataError> {
    let supported = Scopes::of(&scope::SUPPORTED);
    let refreshable = grant_types.contains(&GrantType::RefreshToken);
    let Some(asked) = scopes(members, "scope")? else {
        let for_persons = grant_types.iter().any(|grant_type| grant_type.is_by_a_person());
        let default = if refreshable { supported } else { supported.without(OFFLINE_ACCESS) };
        return Ok(if for_persons { default.to_string() } else { String::new() });
    };
    if let Some(known) = limit.filter(|known| !asked.is_subset_of(known)) {
        return Err(invalid("scope", &format!("may hold {known} and nothing else")));
    }
    Ok(asked.to_string())
}

fn client_credentials_scope(
    members: &Members<'_>,
    grant_types: &[GrantType],
    personal: &Scopes,
) -> Result<String, MetadataError> {
    let Some(asked) = scopes(members, "client_credentials_scope")? else { return Ok(String::new()) };
    if !grant_types.contains(&GrantType::ClientCredentials) && !asked.is_empty() {
        return Err(invalid("client_credentials_scope", "needs client_credentials in grant_types"));
    }
    if !asked.intersection(personal).is_empty() {
        return Err(invalid("client_credentials_scope", "must not hold scopes that are about a person"));
    }
    Ok(asked.to_string())
}

fn scopes(members: &Members<'_>, name: &str) -> Result<Option<Scopes>, MetadataError> {
    let Some(text) = members.text(name)? else { return Ok(None) };
    match Scopes::parse(text) {
        Ok(scopes) if text.len() <= LONGEST_SCOPE => Ok(Some(scopes)),
        _ => Err(invalid(name, "must be scopes, separated by single spaces")),
    }
}

/// Public keys by value. Only what verifies signatures is kept.
fn jwks(members: &Members<'_>, method: TokenEndpointAuthMethod) -> Result<Option<Value>, MetadataError> {
    let Some(set) = members.value("jwks") else {
        return match method {
            TokenEndpointAuthMethod::PrivateKeyJwt => Err(invalid("jwks", "is needed for private_key_jwt")),
            _ => Ok(None),
        };
    };
    let set =
        PublicJwkSet::parse(set.to_string().as_bytes()).map_err(|error| invalid("jwks", &format!("is refused: {error}")))?;
    let keys: Vec<_> = set.keys().iter().map(PublicJwk::to_members).collect();
    Ok(Some(json!({ "keys": keys })))
}

fn id_token_signed_response_alg(members: &Members<'_>) -> Result<SigningAlgorithm, MetadataError> {
    let Some(alg) = members.text("id_token_signed_response_alg")? else { return Ok(SigningAlgorithm::default()) };
    alg.parse().map_err(|_| {
        let known = SigningAlgorithm::ALL.map(SigningAlgorithm::as_str).join(", ");
        invalid("id_token_signed_response_alg", &format!("must be one of {known}"))
    })
}
