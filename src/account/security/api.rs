//! The password as JSON: changing it, and proving oneself with it.

use secrecy::SecretString;
use serde::Serialize;
use utoipa::ToSchema;

use crate::users::password::{self, Changed, Judgement, PasswordChange};
use crate::users::recover::OtherSessions;
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::{Status, UserObject};
use crate::web::api::validation::{Shape, chosen_password, entered_password};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::visit::SignedIn;

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of the password.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/change-password",
            |call| Box::pin(change_password(call)),
            Description::new("Change one's password")
                .takes::<ChangeBody>()
                .answers::<ChangeAnswer>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD", "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG"])
                .fails(400, &["CREDENTIAL_ACCOUNT_NOT_FOUND", "PASSWORD_COMPROMISED"]),
        )
        .endpoint(
            JSON,
            "/verify-password",
            |call| Box::pin(verify_password(call)),
            Description::new("Prove with one's password that it is still oneself")
                .takes::<VerifyBody>()
                .answers::<Status>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD", "CREDENTIAL_ACCOUNT_NOT_FOUND"]),
        )
}

/// The change.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct ChangeBody {
    /// The new password.
    #[schema(value_type = String, format = Password)]
    new_password: SecretString,
    /// The one until now.
    #[schema(value_type = String, format = Password)]
    current_password: SecretString,
    /// Whether all sessions end; this browser gets a new one.
    revoke_other_sessions: Option<bool>,
}

impl ChangeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            new_password: fields.secret("newPassword"),
            current_password: fields.secret("currentPassword"),
            revoke_other_sessions: fields.optional_flag("revokeOtherSessions"),
        };
        fields.finish()?;
        Ok(body)
    }
}

/// The password is changed.
#[derive(Serialize, ToSchema)]
struct ChangeAnswer {
    /// The new session's token, if all sessions ended.
    token: Option<String>,
    /// Whose password it is.
    user: UserObject,
}

async fn change_password(call: &mut ApiCall) -> ApiResult {
    let body = ChangeBody::read(call)?;
    let signed_in = call.signed_in().await?;
    call.must_have_all_factors(&signed_in).await?;
    let SignedIn { session, user, .. } = signed_in;
    let new = chosen_password(call.config(), body.new_password)?;
    let current = entered_password(body.current_password).map_err(|_| ApiError::invalid_password())?;
    let others = if body.revoke_other_sessions == Some(true) { OtherSessions::End } else { OtherSessions::Keep };
    let change = PasswordChange { user: &user, session: &session, current: &current, new: &new, others };
    let now = call.visit.now;
    match password::change(call.app(), &change, call.asked(session.remembered, None), now).await? {
        Changed::Kept => answer(&ChangeAnswer { token: None, user: UserObject::of(call.app(), &user).await? }),
        Changed::Renewed(established) => {
            call.write_established(&established);
            let user = UserObject::of(call.app(), &established.user).await?;
            answer(&ChangeAnswer { token: Some(established.token), user })
        }
        Changed::Wrong => Err(ApiError::invalid_password()),
        Changed::NoPassword => Err(ApiError::no_password()),
        Changed::TooManyTries { until } => Err(ApiError::too_many_tries(until, now)),
    }
}

/// The proof.
#[derive(ToSchema)]
struct VerifyBody {
    /// The password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

impl VerifyBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { password: fields.secret("password") };
        fields.finish()?;
        Ok(body)
    }
}

async fn verify_password(call: &mut ApiCall) -> ApiResult {
    let VerifyBody { password } = VerifyBody::read(call)?;
    let SignedIn { user, .. } = call.signed_in().await?;
    let shown = entered_password(password).map_err(|_| ApiError::invalid_password())?;
    let now = call.visit.now;
    match password::judge(call.app(), &user, &shown, now).await? {
        Judgement::Right => answer(&Status::DONE),
        Judgement::Wrong => Err(ApiError::invalid_password()),
        Judgement::NoPassword => Err(ApiError::no_password()),
        Judgement::TooManyTries { until } => Err(ApiError::too_many_tries(until, now)),
    }
}
