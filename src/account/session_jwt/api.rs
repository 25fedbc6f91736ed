//! Session JWTs, and the keys that verify them, where Better Auth's clients ask for them.

use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use crate::store::StoreError;
use crate::tokens::session_jwt;
use crate::web::api::session::Use;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::prepared;
use crate::web::visit::SignedIn;

const SET_AUTH_JWT: HeaderName = HeaderName::from_static("set-auth-jwt");

/// The endpoints of session JWTs.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/token",
            |call| Box::pin(token(call)),
            Description::new("The session as a signed JWT, for services that know no cookies")
                .answers::<SessionToken>()
                .fails(403, &["SESSION_NOT_FRESH"])
                .needs_session(),
        )
        .endpoint(
            Calling::Get,
            "/jwks",
            |call| Box::pin(jwks(call)),
            Description::new("The public keys that session JWTs are verified with (RFC 7517)").answers::<KeySet>(),
        )
}

/// A session as a JWT.
#[derive(Serialize, ToSchema)]
struct SessionToken {
    /// The JWT.
    token: String,
}

/// A set of public keys.
#[derive(Serialize, ToSchema)]
struct KeySet {
    /// The keys, those that sign now first.
    keys: Vec<serde_json::Map<String, serde_json::Value>>,
}

async fn token(call: &mut ApiCall) -> ApiResult {
    let signed_in = call.session(Use::Extend).await?.ok_or_else(ApiError::unauthorized)?;
    call.must_lack_nothing(&signed_in).await?;
    let token = sign(call, &signed_in)?;
    let mut response = answer(&SessionToken { token })?;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

async fn jwks(call: &mut ApiCall) -> ApiResult {
    Ok(prepared::answer(call.app().keyring.current().document(), &call.headers))
}

fn sign(call: &ApiCall, signed_in: &SignedIn) -> Result<String, ApiError> {
    session_jwt::sign(call.app(), &signed_in.session, &signed_in.user, call.visit.now)
        .map_err(|error| StoreError::inconsistent("session JWT", &error.to_string()).into())
}

/// Adds to the answer of `get-session` the session as a JWT, where the operator wants that and nothing is owed. Scripts of
/// trusted origins may read it, as `web/cors.rs` says.
pub(in crate::account) async fn add_to(call: &ApiCall, signed_in: &SignedIn, response: &mut Response) -> Result<(), ApiError> {
    let settings = &call.config().jwt;
    if !settings.enabled || !settings.on_get_session || call.must_lack_nothing(signed_in).await.is_err() {
        return Ok(());
    }
    if let Ok(mut value) = HeaderValue::from_str(&sign(call, signed_in)?) {
        value.set_sensitive(true);
        response.headers_mut().insert(SET_AUTH_JWT, value);
    }
    Ok(())
}
