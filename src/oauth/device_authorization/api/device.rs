//! `/device/code` and `/device/token`: what the device calls.
//!
//! A session is as much as its person may do. Only the operator's own apps are given one here, and only for a code that they asked for
//! here: the page on which the person answers says so. Others redeem theirs at the token endpoint.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::response::IntoResponse as _;
use secrecy::SecretString;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{refused, uncached};
use crate::model::client::Client;
use crate::model::device_authorization::DeviceYield;
use crate::model::grant_type::GrantType;
use crate::model::scope::Scopes;
use crate::oauth::authorize::checks;
use crate::oauth::client_limits;
use crate::oauth::device_authorization::session::{self, Begun};
use crate::oauth::error::{ErrorCode, OAuthError};
use crate::oauth::token;
use crate::tokens::claims_of_actions::Denied;
use crate::tokens::device_authorization::answer as answering;
use crate::tokens::device_authorization::redeem::{self, Poll};
use crate::tokens::device_authorization::request::{self, DeviceRequest};
use crate::web::api::validation::{Fields, Shape};
use crate::web::api::{ApiCall, ApiError, ApiResult, answer};
use crate::web::form::{Parameters, is_form};

/// What a device asks with.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: it is read as parameters of OAuth")]
pub(super) struct CodeBody {
    /// The app on it.
    client_id: String,
    /// What it asks for; what the app may have otherwise.
    scope: Option<String>,
    /// The app's secret, if it has one and keeps it in bodies.
    #[schema(value_type = Option<String>)]
    client_secret: Option<SecretString>,
}

/// What a device polls with.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: it is read as parameters of OAuth")]
pub(super) struct TokenBody {
    /// `urn:ietf:params:oauth:grant-type:device_code`.
    grant_type: String,
    /// What it was told.
    #[schema(value_type = String)]
    device_code: SecretString,
    /// The app on it.
    client_id: String,
    /// The app's secret, if it has one and keeps it in bodies.
    #[schema(value_type = Option<String>)]
    client_secret: Option<SecretString>,
}

/// The session that began.
#[derive(Serialize, ToSchema)]
pub(super) struct DeviceToken {
    /// Its token.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// For how many seconds it lives if it is not used.
    expires_in: u64,
    /// What was asked for.
    scope: String,
}

/// The ways in which an app proves itself, beside its id.
const PROOFS: [&str; 3] = ["client_secret", "client_assertion", "client_assertion_type"];

/// Whether the app proves itself by HTTP Basic. Other schemes are not for it: programs show a session of theirs so.
fn basic(headers: &HeaderMap) -> bool {
    let scheme =
        |value: &axum::http::HeaderValue| value.to_str().is_ok_and(|text| text.to_ascii_lowercase().starts_with("basic "));
    headers.get(AUTHORIZATION).is_some_and(scheme)
}

/// Reads the app's id, and how it proves itself.
fn client_parameters(call: &ApiCall, fields: &mut Fields<'_>) -> Parameters {
    let mut parameters = Parameters::default();
    read_into(&mut parameters, call, fields, ("client_id", !basic(&call.headers)));
    for name in PROOFS {
        if let Some(text) = fields.value(name).and_then(Value::as_str) {
            parameters.push(name, text);
        }
    }
    parameters
}

/// Reads a field as a parameter of OAuth, in which an empty one is none and a form may repeat it.
fn read_into(parameters: &mut Parameters, call: &ApiCall, fields: &mut Fields<'_>, (name, required): (&str, bool)) {
    match fields.value(name) {
        Some(Value::Array(values)) if is_form(&call.headers) => {
            for text in values.iter().filter_map(Value::as_str).filter(|text| !text.is_empty()) {
                parameters.push(name, text);
            }
        }
        None if !required => {}
        _ => {
            let text = fields.text(name);
            if !text.is_empty() {
                parameters.push(name, text);
            }
        }
    }
}

/// The app, proved as it is registered.
async fn client(call: &ApiCall, parameters: &Parameters) -> Result<Client, OAuthError> {
    let mut headers = call.headers.clone();
    if !basic(&headers) {
        headers.remove(AUTHORIZATION);
    }
    let from = (&headers, call.visit.network.as_str());
    client_limits::authenticate_from(&call.visit.server, from, parameters, call.visit.now).await
}

/// Better Auth's clients know one word and one status for an app that is not known.
fn not_proved(call: &ApiCall, error: OAuthError) -> ApiResult {
    if error.code == ErrorCode::InvalidClient && !basic(&call.headers) {
        return refused(error.code.as_str(), "Invalid client ID");
    }
    Ok(error.into_response())
}

pub(super) async fn code(call: &mut ApiCall) -> ApiResult {
    let parameters = match code_parameters(call) {
        Ok(parameters) => parameters,
        Err(error) => return refused("invalid_request", error.message().unwrap_or_default()),
    };
    uncached(codes(call, &parameters).await)
}

fn code_parameters(call: &ApiCall) -> Result<Parameters, ApiError> {
    let mut fields = call.fields(Shape::Object)?;
    let mut parameters = client_parameters(call, &mut fields);
    for name in ["user_id", "scope"] {
        read_into(&mut parameters, call, &mut fields, (name, false));
    }
    if fields.has_something("resource") {
        parameters.push("resource", "");
    }
    fields.finish()?;
    Ok(parameters)
}

async fn codes(call: &ApiCall, parameters: &Parameters) -> ApiResult {
    if let Some(name) = parameters.duplicate(&[]) {
        return refused("invalid_request", &format!("{name} must not be repeated"));
    }
    if parameters.all("client_id").next().is_none() && !basic(&call.headers) {
        return refused("invalid_request", "client_id is required");
    }
    if parameters.all("user_id").next().is_some() {
        return refused("invalid_request", "user_id is not supported: a code is nobody's until somebody opens it");
    }
    let client = match client(call, parameters).await {
        Ok(client) => client,
        Err(error) => return not_proved(call, error),
    };
    if !answering::may_ask(call.app(), &client) {
        return refused("unauthorized_client", "The client is not registered for device codes");
    }
    let yields = if client.skips_consent() { DeviceYield::Session } else { DeviceYield::Tokens };
    let scopes = match scopes(call, &client, yields, parameters) {
        Ok(scopes) => scopes,
        Err(error) => return Ok(error.into_response()),
    };
    let asked = DeviceRequest { client: &client, scopes, yields };
    answer(&request::request(call.app(), &asked, &call.visit.origin, call.visit.now).await?)
}

/// A session needs no scope: it is all of them.
fn scopes(call: &ApiCall, client: &Client, yields: DeviceYield, parameters: &Parameters) -> Result<Scopes, OAuthError> {
    token::refuse_resource(parameters)?;
    if yields == DeviceYield::Session && parameters.all("scope").next().is_none() {
        return Ok(Scopes::default());
    }
    checks::requested_scopes(client, parameters, &call.config().users.scopes())
}

pub(super) async fn token(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    fields.literal("grant_type", GrantType::DeviceCode.as_str());
    let device_code = fields.text("device_code");
    let parameters = client_parameters(call, &mut fields);
    fields.finish()?;
    uncached(tokens(call, &parameters, &device_code).await)
}

async fn tokens(call: &ApiCall, parameters: &Parameters, device_code: &str) -> ApiResult {
    let client = match client(call, parameters).await {
        Ok(client) => client,
        Err(error) => return not_proved(call, error),
    };
    if !answering::may_ask(call.app(), &client) {
        return refused("unauthorized_client", "The client is not registered for device codes");
    }
    if !client.skips_consent() {
        return refused("unauthorized_client", ELSEWHERE);
    }
    let at = (&call.visit.origin, call.visit.now);
    match redeem::poll(call.app(), device_code, &client, at).await? {
        Poll::Pending => refused("authorization_pending", "Authorization pending"),
        Poll::SlowDown { .. } => refused("slow_down", "Polling too frequently"),
        Poll::Denied => refused("access_denied", "Access denied"),
        Poll::Expired => refused("expired_token", "Device code has expired"),
        Poll::Refused(detail) => {
            tracing::debug!(detail, client = %client.id, "a device code was refused");
            refused("invalid_grant", "Invalid device code")
        }
        Poll::Ready(redeemable) if redeemable.asks.yields != DeviceYield::Session => refused("unauthorized_client", ELSEWHERE),
        Poll::Ready(redeemable) => {
            begun(call, session::begin(call.app(), &redeemable, &client, at).await?, &redeemable.asks.scopes)
        }
    }
}

const ELSEWHERE: &str = "This device code must be exchanged at the OAuth token endpoint (/oauth2/token).";

fn begun(call: &ApiCall, begun: Begun, scopes: &Scopes) -> ApiResult {
    match begun {
        Begun::SignedIn(established) => answer(&DeviceToken {
            access_token: established.token.clone(),
            token_type: "Bearer",
            expires_in: established.session.expires_at.since(call.visit.now).as_secs(),
            scope: scopes.to_string(),
        }),
        Begun::Owes => refused("access_denied", "The person has to show a second factor where they let the device in"),
        Begun::Ended(detail) => {
            tracing::debug!(detail, "a device code was refused");
            refused("invalid_grant", "Invalid device code")
        }
        Begun::Refused(refusal) => Ok(OAuthError::from(Denied::Refused(refusal)).into_response()),
    }
}
