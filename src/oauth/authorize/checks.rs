//! The checks of an authorization request, in order. Each looks at one parameter or rule; the first refusal is the answer.

use std::time::Duration;

use crate::app::App;
use crate::model::authentication_method::{ACR_MULTI_FACTOR, ACR_SINGLE_FACTOR};
use crate::model::authorization_request::AuthorizationRequest;
use crate::model::client::Client;
use crate::model::grant_type::GrantType;
use crate::model::pkce::CodeChallenge;
use crate::model::prompt::Prompt;
use crate::model::response_type::{ResponseMode, ResponseType};
use crate::model::scope::{OPENID, Scopes};
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::token;
use crate::tokens::id_token;
use crate::web::form::Parameters;

/// The longest state or nonce that is carried, in bytes.
const LONGEST_ECHO: usize = 2048;
/// Parameters that may be repeated (RFC 8707, section 2).
const REPEATABLE: [&str; 1] = ["resource"];

/// A request while it is being checked.
struct Draft<'a> {
    parameters: &'a Parameters,
    client: &'a Client,
    /// The scopes that the installation knows.
    known_scopes: Scopes,
    request: AuthorizationRequest,
}

type Check = for<'a> fn(&mut Draft<'a>) -> Result<(), OAuthError>;

/// The order is the specification: what is refused first is answered.
const CHECKS: [(&str, Check); 12] = [
    ("each parameter once", duplicates),
    ("request and request_uri", request_object),
    ("response_type", response_type),
    ("response_mode", response_mode),
    ("scope", scope),
    ("resource", resource),
    ("prompt", prompt),
    ("code_challenge", code_challenge),
    ("nonce", nonce),
    ("max_age", max_age),
    ("acr_values", acr_values),
    ("login_hint", login_hint),
];

/// Checks everything but client and redirect URI, which are proven already.
pub fn check(app: &App, client: &Client, parameters: &Parameters) -> Result<AuthorizationRequest, OAuthError> {
    let request = AuthorizationRequest {
        scopes: Scopes::default(),
        code_challenge: None,
        nonce: None,
        prompt: Prompt::default(),
        max_age: None,
        prefers_two_factors: false,
        login_hint: None,
        hinted_subject: None,
    };
    let mut draft = Draft { parameters, client, known_scopes: app.config.users.scopes(), request };
    for (name, check) in CHECKS {
        check(&mut draft).map_err(|error| error.with_detail(name))?;
    }
    id_token_hint(app, &mut draft)?;
    Ok(draft.request)
}

fn invalid(description: &'static str) -> OAuthError {
    OAuthError::new(ErrorCode::InvalidRequest, description)
}

fn duplicates(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    match draft.parameters.duplicate(&REPEATABLE) {
        Some(_) => Err(invalid("A parameter was sent more than once")),
        None => Ok(()),
    }
}

/// OpenID Connect Core, section 6: neither is taken yet, and ignoring one could weaken the request.
fn request_object(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    if draft.parameters.single("request")?.is_some() {
        return Err(OAuthError::new(ErrorCode::RequestNotSupported, "The request parameter is not supported"));
    }
    if draft.parameters.single("request_uri")?.is_some() {
        return Err(OAuthError::new(ErrorCode::RequestUriNotSupported, "The request_uri parameter is not supported"));
    }
    if draft.parameters.single("registration")?.is_some() {
        return Err(OAuthError::new(ErrorCode::RegistrationNotSupported, "The registration parameter is not supported"));
    }
    Ok(())
}

fn response_type(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let asked = draft.parameters.single("response_type")?.filter(|text| !text.is_empty());
    let asked = asked.ok_or_else(|| invalid("response_type is missing"))?;
    let known = ResponseType::parse(asked)
        .ok_or_else(|| OAuthError::new(ErrorCode::UnsupportedResponseType, "response_type must be code"))?;
    let registered = draft.client.metadata.response_types.contains(&known);
    if !registered || !draft.client.metadata.may_use(GrantType::AuthorizationCode) {
        return Err(OAuthError::new(ErrorCode::UnauthorizedClient, "The client is not registered for response_type code"));
    }
    Ok(())
}

fn response_mode(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    match draft.parameters.single("response_mode")? {
        Some(mode) if ResponseMode::parse(mode).is_none() => Err(invalid("response_mode must be query or form_post")),
        _ => Ok(()),
    }
}

fn scope(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    draft.request.scopes = requested_scopes(draft.client, draft.parameters, &draft.known_scopes)?;
    Ok(())
}

/// What a client is given of the parameter `scope`, at each endpoint where it asks for what a person is to allow.
pub fn requested_scopes(client: &Client, parameters: &Parameters, known: &Scopes) -> Result<Scopes, OAuthError> {
    let refused = |description: String| OAuthError::new(ErrorCode::InvalidScope, description);
    let asked =
        Scopes::parse(parameters.single("scope")?.unwrap_or(OPENID)).map_err(|_| refused("scope is malformed".to_owned()))?;
    client.metadata.requested_scopes(&asked, known).map_err(|error| refused(error.to_string()))
}

fn resource(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    token::refuse_resource(draft.parameters)
}

fn prompt(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let text = draft.parameters.single("prompt")?.unwrap_or_default();
    draft.request.prompt =
        Prompt::parse(text).map_err(|_| invalid("prompt must be none, or any of login, consent, select_account, create"))?;
    Ok(())
}

/// RFC 7636, section 4.4.1; RFC 9700, section 2.1.1.
fn code_challenge(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let challenge = draft.parameters.single("code_challenge")?;
    let method = draft.parameters.single("code_challenge_method")?;
    let optional = draft.client.metadata.pkce_optional && draft.client.metadata.is_confidential();
    match challenge {
        Some(challenge) => {
            let parsed = CodeChallenge::parse(challenge, method).map_err(|error| invalid_owned(error.to_string()))?;
            draft.request.code_challenge = Some(parsed);
            Ok(())
        }
        None if method.is_some() => Err(invalid("code_challenge is missing")),
        None if optional => Ok(()),
        None => Err(invalid("code_challenge is missing: PKCE with S256 is required")),
    }
}

fn invalid_owned(description: String) -> OAuthError {
    OAuthError::new(ErrorCode::InvalidRequest, description)
}

fn nonce(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let nonce = draft.parameters.single("nonce")?;
    let state = draft.parameters.single("state")?;
    if nonce.is_some_and(|nonce| nonce.len() > LONGEST_ECHO) || state.is_some_and(|state| state.len() > LONGEST_ECHO) {
        return Err(invalid("state and nonce may have 2048 bytes"));
    }
    draft.request.nonce = nonce.filter(|nonce| !nonce.is_empty()).map(str::to_owned);
    Ok(())
}

fn max_age(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let asked = match draft.parameters.single("max_age")? {
        Some(text) => Some(text.parse::<u32>().map_err(|_| invalid("max_age must be a whole number of seconds"))?),
        None => None,
    };
    let seconds = asked.map(u64::from).or(draft.client.metadata.default_max_age);
    draft.request.max_age = seconds.map(Duration::from_secs);
    Ok(())
}

/// OpenID Connect Core, section 3.1.2.1: in order of preference, and voluntary. Values that nobody knows are passed over.
fn acr_values(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let wished = draft.parameters.single("acr_values")?.unwrap_or_default();
    let known = wished.split(' ').find(|value| [ACR_SINGLE_FACTOR, ACR_MULTI_FACTOR].contains(value));
    draft.request.prefers_two_factors = known == Some(ACR_MULTI_FACTOR);
    Ok(())
}

fn login_hint(draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let hint = draft.parameters.single("login_hint")?;
    draft.request.login_hint = hint.filter(|hint| !hint.is_empty() && hint.len() <= 254).map(str::to_owned);
    Ok(())
}

/// OpenID Connect Core, section 3.1.2.1: an ID token of ours, expired or not, names who is expected. It proves nothing.
fn id_token_hint(app: &App, draft: &mut Draft<'_>) -> Result<(), OAuthError> {
    let Some(hint) = draft.parameters.single("id_token_hint")? else { return Ok(()) };
    let verified = id_token::read_hint(app, hint);
    let verified =
        verified.map_err(|error| invalid("id_token_hint is not an ID token of this server").with_detail(error.to_string()))?;
    let subject = verified.claims.get("sub").and_then(|sub| sub.as_str());
    draft.request.hinted_subject = subject.map(str::to_owned);
    Ok(())
}
