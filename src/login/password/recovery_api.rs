//! Recovering a password, as JSON.

use axum::http::StatusCode;
use secrecy::SecretString;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use crate::model::callback_url::CallbackUrl;
use crate::model::email::EmailAddress;
use crate::one_time::SecretError;
use crate::users::recover::{self, OtherSessions, ResetError};
use crate::web::api::body::MediaTypes;
use crate::web::api::call::redirect_to;
use crate::web::api::objects::Status;
use crate::web::api::validation::{Shape, chosen_password};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer, callback_url, error_page};

/// What everybody is told who asks for a reset link.
const RESET_MESSAGE: &str = "If this email exists in our system, check your email for the reset link";

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of recovering a password.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/request-password-reset",
            |call| Box::pin(request_password_reset(call)),
            Description::new("Mail a link that sets a new password")
                .takes::<ResetRequestBody>()
                .answers::<ResetRequested>()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(403, &["INVALID_REDIRECT_URL"]),
        )
        .endpoint(
            Calling::Get,
            "/reset-password/{token}",
            |call| Box::pin(open_reset_link(call)),
            Description::new("Go from a mailed link to the page of the app that asks for the new password")
                .query("callbackURL", Required::True)
                .redirects()
                .fails(403, &["INVALID_CALLBACK_URL"]),
        )
        .endpoint(
            JSON,
            "/reset-password",
            |call| Box::pin(reset_password(call)),
            Description::new("Set a new password with the token of a mailed link")
                .takes::<ResetBody>()
                .query("token", Required::False)
                .answers::<Status>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_TOKEN", "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG"])
                .fails(400, &["PASSWORD_COMPROMISED"]),
        )
}

/// Who lost their password.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct ResetRequestBody {
    /// Their mail address.
    #[schema(value_type = String, format = Email)]
    email: EmailAddress,
    /// The app's page that asks for the new password.
    redirect_to: Option<String>,
}

impl ResetRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { email: fields.email("email"), redirect_to: fields.optional_text("redirectTo") };
        fields.finish()?;
        Ok(body)
    }
}

/// The answer that everybody gets.
#[derive(Serialize, ToSchema)]
struct ResetRequested {
    /// Always true.
    status: bool,
    /// What to tell the person.
    message: &'static str,
}

async fn request_password_reset(call: &mut ApiCall) -> ApiResult {
    let ResetRequestBody { email, redirect_to } = ResetRequestBody::read(call)?;
    let place = Some(redirect_to.as_deref().unwrap_or_default());
    recover::request(call.app(), &email, call.visit.locale.tag(), place, call.visit.now).await?;
    answer(&ResetRequested { status: true, message: RESET_MESSAGE })
}

/// A reset link never spends its token: the page that it leads to does, when the person has chosen a password.
async fn open_reset_link(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.query_fields();
    fields.text("callbackURL");
    fields.finish()?;
    let trusted = &call.visit.server.trusted_origins;
    let Some(callback) = call.link_callback()? else {
        return redirect_to(&error_page::address(trusted.own(), "INVALID_TOKEN"), StatusCode::FOUND);
    };
    let token = call.path_parameter();
    let lead = |name: &str, value: &str| -> CallbackUrl { callback_url::with_parameter(&callback, trusted, name, value) };
    let place = match recover::look_up(call.app(), token).await.map_err(secret_error) {
        Ok(_) => lead("token", token),
        Err(error) if error.code() == Some("INVALID_TOKEN") => lead("error", "INVALID_TOKEN"),
        Err(error) => return Err(error),
    };
    redirect_to(&place.absolute(trusted.own()), StatusCode::FOUND)
}

/// A new password.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct ResetBody {
    /// The new password.
    #[schema(value_type = String, format = Password)]
    new_password: SecretString,
    /// The token of the mailed link; it may stand in the query instead.
    token: Option<String>,
}

impl ResetBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { new_password: fields.secret("newPassword"), token: fields.optional_text("token") };
        fields.finish()?;
        Ok(body)
    }
}

async fn reset_password(call: &mut ApiCall) -> ApiResult {
    let ResetBody { new_password, token } = ResetBody::read(call)?;
    let token = token.filter(|token| !token.is_empty()).or_else(|| call.query_fields().optional_text("token"));
    let token = token.ok_or_else(|| ApiError::invalid_token(StatusCode::BAD_REQUEST))?;
    let password = chosen_password(call.config(), new_password)?;
    let at = (&call.visit.origin, call.visit.now);
    match recover::reset(call.app(), &token, &password, OtherSessions::End, at).await {
        Ok(_) => answer(&Status::DONE),
        Err(ResetError::Secret(error)) => Err(secret_error(error)),
        Err(ResetError::Password(error)) => Err(error.into()),
    }
}

/// Reset tokens have one error, also when their time is over.
fn secret_error(error: SecretError) -> ApiError {
    match ApiError::of_secret(error, StatusCode::BAD_REQUEST) {
        error if error.code() == Some("TOKEN_EXPIRED") => ApiError::invalid_token(StatusCode::BAD_REQUEST),
        error => error,
    }
}
