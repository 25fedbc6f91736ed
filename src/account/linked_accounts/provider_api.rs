//! What apps ask of an identity provider in a person's name, as JSON. No way in here comes from one, so none has anything to give.

use axum::http::StatusCode;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use crate::web::api::body::MediaTypes;
use crate::web::api::session::Use;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description};

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of what providers give.
pub fn routes() -> ApiRoutes {
    let tokens = |summary| {
        Description::new(summary).takes::<AccountBody>().needs_session().fails(400, &["VALIDATION_ERROR", "ACCOUNT_NOT_FOUND"])
    };
    ApiRoutes::new()
        .endpoint(JSON, "/get-access-token", |call| Box::pin(tokens_of(call)), tokens("The provider's access token of a way in"))
        .endpoint(JSON, "/refresh-token", |call| Box::pin(tokens_of(call)), tokens("A new access token of the provider"))
        .endpoint(
            Calling::Get,
            "/account-info",
            |call| Box::pin(account_info(call)),
            Description::new("What the provider knows of the person")
                .query("accountId", Required::False)
                .needs_session()
                .fails(400, &["ACCOUNT_NOT_FOUND"]),
        )
}

/// Which way in.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
#[expect(dead_code, reason = "says what is taken; no way in has what is asked for")]
struct AccountBody {
    /// Its `id` in the list.
    account_id: Option<String>,
    /// Whether it is the one that the browser's cookie names.
    use_account_cookie: Option<bool>,
}

fn account_not_found() -> ApiError {
    ApiError::bad_request("ACCOUNT_NOT_FOUND", "Account not found")
}

async fn tokens_of(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    if !fields.has("accountId") && !fields.has("useAccountCookie") {
        return Err(ApiError::bad_request("VALIDATION_ERROR", "[body] Invalid input"));
    }
    fields.optional_text("accountId");
    fields.optional_flag("useAccountCookie");
    fields.finish()?;
    call.signed_in().await?;
    Err(account_not_found())
}

async fn account_info(call: &mut ApiCall) -> ApiResult {
    match call.session(Use::Extend).await? {
        Some(_) => Err(account_not_found()),
        None => Err(ApiError::unexplained(StatusCode::UNAUTHORIZED)),
    }
}
