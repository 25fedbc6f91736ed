//! Signing in by an identity provider, as JSON. No provider is connected, so none is found, and nobody comes back from one.

use axum::http::StatusCode;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use crate::web::api::body::MediaTypes;
use crate::web::api::call::redirect_to;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, error_page};

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of this method.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/sign-in/social",
            |call| Box::pin(sign_in(call)),
            Description::new("Sign in by an identity provider")
                .takes::<ProviderBody>()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(404, &["PROVIDER_NOT_FOUND"]),
        )
        .endpoint(
            JSON,
            "/link-social",
            |call| Box::pin(link(call)),
            Description::new("Add an identity provider as a way in")
                .takes::<ProviderBody>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(404, &["PROVIDER_NOT_FOUND"]),
        )
        .endpoint(
            Calling::Get,
            "/callback/{provider}",
            |call| Box::pin(come_back(call)),
            Description::new("Where an identity provider sends the browser back to")
                .query("state", Required::False)
                .query("code", Required::False)
                .redirects(),
        )
}

/// Which provider.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
#[expect(dead_code, reason = "says what is taken; no provider is there to be given it")]
struct ProviderBody {
    /// Its id.
    provider: String,
    /// Where the app goes afterwards.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
    /// Where it goes instead when that fails.
    #[schema(rename = "errorCallbackURL")]
    error_callback_url: Option<String>,
    /// Where it goes instead with a new account.
    #[schema(rename = "newUserCallbackURL")]
    new_user_callback_url: Option<String>,
}

fn check_body(call: &ApiCall) -> Result<(), ApiError> {
    let mut fields = call.fields(Shape::Object)?;
    for name in ["callbackURL", "newUserCallbackURL", "errorCallbackURL"] {
        fields.optional_text(name);
    }
    fields.either_text("provider");
    fields.finish()
}

fn provider_not_found() -> ApiError {
    ApiError::new(StatusCode::NOT_FOUND, "PROVIDER_NOT_FOUND", "Provider not found")
}

async fn sign_in(call: &mut ApiCall) -> ApiResult {
    check_body(call)?;
    Err(provider_not_found())
}

async fn link(call: &mut ApiCall) -> ApiResult {
    check_body(call)?;
    call.signed_in().await?;
    Err(provider_not_found())
}

/// No state was ever given to a provider, so none can be right.
async fn come_back(call: &mut ApiCall) -> ApiResult {
    let shown = call.query_fields().has_something("state");
    let code = if shown { "state_mismatch" } else { "state_not_found" };
    redirect_to(&error_page::address(call.visit.server.trusted_origins.own(), code), StatusCode::FOUND)
}
