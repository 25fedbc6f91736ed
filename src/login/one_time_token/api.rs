//! One-time tokens as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::login::one_time_token::{self, RedeemError};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::SessionAnswer;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};

/// The endpoints of one-time tokens.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/one-time-token/generate",
            |call| Box::pin(generate(call)),
            Description::new("Make a token that carries this session over to another origin, once")
                .answers::<GeneratedToken>()
                .fails(403, &["SESSION_NOT_FRESH"])
                .needs_session(),
        )
        .endpoint(
            Calling::Post(MediaTypes::Json),
            "/one-time-token/verify",
            |call| Box::pin(verify(call)),
            Description::new("Exchange a one-time token for the session that it was made for")
                .takes::<VerifyBody>()
                .answers::<SessionAnswer>()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(403, &["INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
}

/// A token that works once.
#[derive(Serialize, ToSchema)]
struct GeneratedToken {
    /// The token.
    token: String,
}

/// A token that was handed over.
#[derive(ToSchema)]
struct VerifyBody {
    /// The token.
    token: String,
}

impl VerifyBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { token: fields.text("token") };
        fields.finish()?;
        Ok(body)
    }
}

async fn generate(call: &mut ApiCall) -> ApiResult {
    let signed_in = call.signed_in().await?;
    call.must_lack_nothing(&signed_in).await?;
    let token = one_time_token::generate(call.app(), &signed_in, call.visit.now).await?;
    answer(&GeneratedToken { token: token.ok_or_else(ApiError::unauthorized)? })
}

async fn verify(call: &mut ApiCall) -> ApiResult {
    let VerifyBody { token } = VerifyBody::read(call)?;
    call.check_sign_in_origin()?;
    let (signed_in, kept) = one_time_token::redeem(call.app(), &token, &call.visit.origin, call.visit.now).await?;
    call.write_carried_over(&signed_in, &kept);
    answer(&SessionAnswer::of(call.app(), signed_in).await?)
}

impl From<RedeemError> for ApiError {
    fn from(error: RedeemError) -> Self {
        match error {
            RedeemError::Unknown => Self::uncoded("Invalid token"),
            RedeemError::SessionOver => Self::uncoded("Session not found"),
            RedeemError::Store(error) => error.into(),
        }
    }
}
