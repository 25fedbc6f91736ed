//! Mailed codes as JSON: asking for one, checking it, signing in with it.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::login::email_code::redeem::{self, RedeemError, Typed};
use crate::model::email::EmailAddress;
use crate::model::email_code::{EmailCode, EmailCodeUse};
use crate::sessions::establish::Admission;
use crate::users::email_code::{self, CodePlace, CodeRefusal};
use crate::users::fields::NotSaid;
use crate::users::proved_address::{Newcomer, Refusal};
use crate::web::api::body::MediaTypes;
use crate::web::api::fields;
use crate::web::api::objects::{Success, TwoFactorRedirect, UserObject};
use crate::web::api::validation::{Fields, Shape, claimed_email, email_address};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};

pub(super) const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of mailed codes that need no session and touch no account.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/email-otp/send-verification-otp",
            |call| Box::pin(send(call)),
            Description::new("Mail a code")
                .takes::<CodeRequestBody>()
                .answers::<Success>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL"])
                .fails(403, &["INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
        .endpoint(
            JSON,
            "/email-otp/check-verification-otp",
            |call| Box::pin(check(call)),
            Description::new("Say whether a mailed code is right, without using it up")
                .takes::<CheckBody>()
                .answers::<Success>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL", "INVALID_OTP", "OTP_EXPIRED"])
                .fails(403, &["TOO_MANY_ATTEMPTS"]),
        )
        .endpoint(
            JSON,
            "/sign-in/email-otp",
            |call| Box::pin(sign_in(call)),
            Description::new("Sign in with a mailed code")
                .takes::<SignInByCodeBody>()
                .answers::<CodeAnswer>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_OTP", "OTP_EXPIRED", "USER_NOT_FOUND"])
                .fails(403, &["TOO_MANY_ATTEMPTS", "BANNED_USER", "INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
}

/// What a code is for, as programs name it.
fn code_use(fields: &mut Fields<'_>) -> EmailCodeUse {
    let names = EmailCodeUse::ALL.map(EmailCodeUse::as_str);
    let named = fields.one_of("type", &names).and_then(|name| EmailCodeUse::parse(&name));
    named.unwrap_or(EmailCodeUse::SignIn)
}

impl From<RedeemError> for ApiError {
    fn from(error: RedeemError) -> Self {
        match error {
            RedeemError::Code(CodeRefusal::Wrong | CodeRefusal::Missing) | RedeemError::Refused(Refusal::Outdated) => {
                invalid_code()
            }
            RedeemError::Code(CodeRefusal::Expired) => Self::bad_request("OTP_EXPIRED", "OTP expired"),
            RedeemError::Code(CodeRefusal::TooManyTries) => {
                Self::new(StatusCode::FORBIDDEN, "TOO_MANY_ATTEMPTS", "Too many attempts")
            }
            RedeemError::Refused(Refusal::SignUpClosed) => Self::bad_request("USER_NOT_FOUND", "User not found"),
            RedeemError::Refused(Refusal::Disabled) => {
                Self::new(StatusCode::FORBIDDEN, "BANNED_USER", "This account is disabled")
            }
            RedeemError::Fields(not_said) => fields::not_said(&not_said),
            RedeemError::AddressTaken => Self::uncoded("Email already in use"),
            RedeemError::Password(error) => error.into(),
            RedeemError::Store(error) => error.into(),
        }
    }
}

pub(super) fn invalid_code() -> ApiError {
    ApiError::bad_request("INVALID_OTP", "Invalid OTP")
}

/// Whoever wants a code.
#[derive(ToSchema)]
struct CodeRequestBody {
    /// Their mail address.
    #[schema(format = Email)]
    email: String,
    /// What it is for: `sign-in`, `email-verification` or `forget-password`.
    #[schema(rename = "type", value_type = String)]
    code_use: EmailCodeUse,
}

impl CodeRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { email: fields.text("email"), code_use: code_use(&mut fields) };
        fields.finish()?;
        Ok(body)
    }
}

async fn send(call: &mut ApiCall) -> ApiResult {
    let CodeRequestBody { email, code_use } = CodeRequestBody::read(call)?;
    call.check_sign_in_origin()?;
    let email = claimed_email(&email)?;
    if code_use == EmailCodeUse::ChangeEmail {
        return Err(ApiError::uncoded("Invalid OTP type"));
    }
    request(call, &CodePlace::at(code_use, email.as_str())).await
}

/// Asks for a code; everybody gets the same answer.
pub(super) async fn request(call: &ApiCall, place: &CodePlace) -> ApiResult {
    email_code::request(call.app(), place, call.visit.locale.tag(), call.visit.now).await?;
    answer(&Success::DONE)
}

/// A code to look at.
#[derive(ToSchema)]
struct CheckBody {
    /// The mail address.
    #[schema(format = Email)]
    email: String,
    /// What the code is for.
    #[schema(rename = "type", value_type = String)]
    code_use: EmailCodeUse,
    /// The code.
    otp: String,
}

impl CheckBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let email = fields.text("email");
        let code_use = code_use(&mut fields);
        let body = Self { email, code_use, otp: fields.text("otp") };
        fields.finish()?;
        Ok(body)
    }
}

async fn check(call: &mut ApiCall) -> ApiResult {
    let CheckBody { email, code_use, otp } = CheckBody::read(call)?;
    let email = claimed_email(&email)?;
    let place = CodePlace::at(code_use, email.as_str());
    match email_code::check(call.app(), &place, &EmailCode::entered(&otp), call.visit.now).await? {
        Ok(()) => answer(&Success::DONE),
        Err(refusal) => Err(RedeemError::Code(refusal).into()),
    }
}

/// A sign-in with a code.
#[derive(ToSchema)]
struct SignInByCodeBody {
    /// The mail address.
    #[schema(format = Email)]
    email: String,
    /// The code.
    otp: String,
    /// How a new account is called.
    name: Option<String>,
    /// Its picture.
    image: Option<String>,
}

impl SignInByCodeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::ObjectAndRecord)?;
        let body = Self {
            email: fields.text("email"),
            otp: fields.text("otp"),
            name: fields.optional_name("name"),
            image: fields.optional_text("image"),
        };
        fields.finish()?;
        Ok(body)
    }
}

/// What comes of a right code.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum CodeAnswer {
    /// A session.
    SignedIn(Box<SignedInByCode>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The session that began.
#[derive(Serialize, ToSchema)]
struct SignedInByCode {
    /// The session's token.
    token: String,
    /// Who is signed in.
    user: UserObject,
}

async fn sign_in(call: &mut ApiCall) -> ApiResult {
    let SignInByCodeBody { email, otp, name, image } = SignInByCodeBody::read(call)?;
    call.check_sign_in_origin()?;
    let email: EmailAddress = email_address(&email).ok_or_else(invalid_code)?;
    let code = EmailCode::entered(&otp);
    // Whether an account is to be made, and so whether the fields count, is nobody's business before the code is right.
    let said = fields::of_new_user(call, Shape::ObjectAndRecord);
    let newcomer = Newcomer { name: name.as_deref().unwrap_or_default(), image: image.as_deref(), fields: fields::said(&said) };
    let asked = call.asked(true, None);
    let typed = Typed { email: &email, code: &code };
    let entered = match redeem::sign_in(call.app(), typed, newcomer, asked, call.visit.now).await {
        Err(RedeemError::Fields(NotSaid::Refused)) => return Err(said.err().unwrap_or_else(invalid_code)),
        entered => entered?,
    };
    match entered.admission {
        Admission::SignedIn(established) => {
            call.write_established(&established);
            call.write_last_used_method(&established);
            let user = UserObject::of(call.app(), &established.user).await?;
            answer(&CodeAnswer::SignedIn(Box::new(SignedInByCode { token: established.token, user })))
        }
        Admission::SecondFactorOwed(pending) => {
            call.write_pending(&pending);
            answer(&CodeAnswer::SecondFactorOwed(TwoFactorRedirect::from(&*pending)))
        }
        Admission::Refused(refusal) => Err((*refusal).into()),
    }
}
