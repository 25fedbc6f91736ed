//! Mailed codes as JSON, where they change an account: proving its address, its password, another address.

use secrecy::SecretString;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::login::email_code::api::{JSON, request};
use crate::login::email_code::redeem::{self, Typed};
use crate::model::email::EmailAddress;
use crate::model::email_code::{EmailCode, EmailCodeUse};
use crate::users::address_rules;
use crate::users::email_code::CodePlace;
use crate::users::permission;
use crate::web::api::objects::{Success, UserObject};
use crate::web::api::session::Use;
use crate::web::api::validation::{Shape, chosen_password, claimed_email};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Description, answer};
use crate::web::visit::SignedIn;

/// The endpoints of mailed codes that change an account.
pub fn routes() -> ApiRoutes {
    let reset = || {
        Description::new("Mail a code that sets a new password")
            .takes::<ResetRequestBody>()
            .answers::<Success>()
            .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL"])
    };
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/email-otp/verify-email",
            |call| Box::pin(verify_email(call)),
            Description::new("Prove the mail address of an account with a mailed code")
                .takes::<CodeBody>()
                .answers::<VerifiedByCode>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL", "INVALID_OTP", "OTP_EXPIRED"])
                .fails(403, &["TOO_MANY_ATTEMPTS"]),
        )
        .endpoint(JSON, "/email-otp/request-password-reset", |call| Box::pin(request_reset(call)), reset())
        .endpoint(JSON, "/forget-password/email-otp", |call| Box::pin(request_reset(call)), reset())
        .endpoint(
            JSON,
            "/email-otp/reset-password",
            |call| Box::pin(reset_password(call)),
            Description::new("Set a new password with a mailed code")
                .takes::<ResetBody>()
                .answers::<Success>()
                .fails(
                    400,
                    &[
                        "VALIDATION_ERROR",
                        "INVALID_EMAIL",
                        "INVALID_OTP",
                        "OTP_EXPIRED",
                        "PASSWORD_TOO_SHORT",
                        "PASSWORD_TOO_LONG",
                        "PASSWORD_COMPROMISED",
                    ],
                )
                .fails(403, &["TOO_MANY_ATTEMPTS"]),
        )
        .endpoint(
            JSON,
            "/email-otp/request-email-change",
            |call| Box::pin(request_email_change(call)),
            Description::new("Mail a code to the address that one wants to change to")
                .takes::<EmailChangeRequestBody>()
                .answers::<Success>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL", "EMAIL_DOMAIN_NOT_ALLOWED"])
                .fails(403, &["SESSION_NOT_FRESH"]),
        )
        .endpoint(
            JSON,
            "/email-otp/change-email",
            |call| Box::pin(change_email(call)),
            Description::new("Change one's mail address with the code that was mailed to the new one")
                .takes::<EmailChangeBody>()
                .answers::<Success>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL", "INVALID_OTP", "OTP_EXPIRED"])
                .fails(403, &["TOO_MANY_ATTEMPTS", "SESSION_NOT_FRESH"]),
        )
}

/// A code for an address.
#[derive(ToSchema)]
struct CodeBody {
    /// The mail address.
    #[schema(format = Email)]
    email: String,
    /// The code.
    otp: String,
}

impl CodeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { email: fields.text("email"), otp: fields.text("otp") };
        fields.finish()?;
        Ok(body)
    }
}

/// The address is proved.
#[derive(Serialize, ToSchema)]
struct VerifiedByCode {
    /// Always true.
    status: bool,
    /// Always null: proving an address signs nobody in.
    token: Option<String>,
    /// The person.
    user: UserObject,
}

async fn verify_email(call: &mut ApiCall) -> ApiResult {
    let CodeBody { email, otp } = CodeBody::read(call)?;
    let (email, code) = (claimed_email(&email)?, EmailCode::entered(&otp));
    let typed = Typed { email: &email, code: &code };
    let user = redeem::verify_email(call.app(), typed, &call.visit.origin, call.visit.now).await?;
    answer(&VerifiedByCode { status: true, token: None, user: UserObject::of(call.app(), &user).await? })
}

/// Who lost their password.
#[derive(ToSchema)]
#[schema(as = CodeResetRequestBody)]
struct ResetRequestBody {
    /// Their mail address.
    #[schema(format = Email)]
    email: String,
}

impl ResetRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { email: fields.text("email") };
        fields.finish()?;
        Ok(body)
    }
}

async fn request_reset(call: &mut ApiCall) -> ApiResult {
    let ResetRequestBody { email } = ResetRequestBody::read(call)?;
    let email = claimed_email(&email)?;
    request(call, &CodePlace::at(EmailCodeUse::ResetPassword, email.as_str())).await
}

/// A new password.
#[derive(ToSchema)]
#[schema(as = CodeResetBody)]
struct ResetBody {
    /// The mail address.
    #[schema(format = Email)]
    email: String,
    /// The code.
    otp: String,
    /// The new password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

impl ResetBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { email: fields.text("email"), otp: fields.text("otp"), password: fields.secret("password") };
        fields.finish()?;
        Ok(body)
    }
}

async fn reset_password(call: &mut ApiCall) -> ApiResult {
    let ResetBody { email, otp, password } = ResetBody::read(call)?;
    let (email, code) = (claimed_email(&email)?, EmailCode::entered(&otp));
    let password = chosen_password(call.config(), password)?;
    let at = (&call.visit.origin, call.visit.now);
    redeem::reset_password(call.app(), Typed { email: &email, code: &code }, &password, at).await?;
    answer(&Success::DONE)
}

/// The address that is wanted.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct EmailChangeRequestBody {
    /// It.
    #[schema(format = Email)]
    new_email: String,
}

impl EmailChangeRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { new_email: fields.text("newEmail") };
        fields.finish()?;
        Ok(body)
    }
}

/// Who may change to the address.
async fn may_change(call: &mut ApiCall, new_email: &str) -> Result<(SignedIn, EmailAddress), ApiError> {
    if call.session(Use::Look).await?.is_none() {
        return Err(ApiError::unauthorized());
    }
    if !call.config().email_code.change_email || !call.config().accounts.change_email {
        return Err(ApiError::uncoded("Change email with OTP is disabled"));
    }
    // Nobody is asked at the old address, so the person must have proved themselves not long ago.
    let signed_in = call.freshly_signed_in().await?;
    if signed_in.user.is_anonymous {
        return Err(ApiError::email_stays());
    }
    let new_email = claimed_email(new_email)?;
    if signed_in.user.email == new_email.as_str() {
        return Err(ApiError::uncoded("Email is the same"));
    }
    address_rules::check(call.app(), &new_email)?;
    Ok((signed_in, new_email))
}

async fn request_email_change(call: &mut ApiCall) -> ApiResult {
    let EmailChangeRequestBody { new_email } = EmailChangeRequestBody::read(call)?;
    let (signed_in, new_email) = may_change(call, &new_email).await?;
    let place = CodePlace { user: Some(signed_in.user.id), ..CodePlace::at(EmailCodeUse::ChangeEmail, new_email.as_str()) };
    request(call, &place).await
}

/// The address that is wanted, with the code that was mailed to it.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct EmailChangeBody {
    /// The address.
    #[schema(format = Email)]
    new_email: String,
    /// The code.
    otp: String,
}

impl EmailChangeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { new_email: fields.text("newEmail"), otp: fields.text("otp") };
        fields.finish()?;
        Ok(body)
    }
}

async fn change_email(call: &mut ApiCall) -> ApiResult {
    let EmailChangeBody { new_email, otp } = EmailChangeBody::read(call)?;
    let (SignedIn { session, user, token }, new_email) = may_change(call, &new_email).await?;
    let code = EmailCode::entered(&otp);
    let typed = Typed { email: &new_email, code: &code };
    let at = (&call.visit.origin, call.visit.now);
    let may = permission::to_change(call.app(), &user, json!({ "email": typed.email.as_str() }), at).await?;
    redeem::change_email(call.app(), &user, typed, &may, at).await?;
    call.write_again(&token, session.remembered);
    answer(&Success::DONE)
}
