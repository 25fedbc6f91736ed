//! Phone numbers as JSON.

use axum::http::StatusCode;
use secrecy::SecretString;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::config::Phone as Settings;
use crate::login::password::api::admit;
use crate::login::password::identifier::Identifier;
use crate::login::phone::redeem::{self, RedeemError, Wish};
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::short_code::ShortCode;
use crate::sessions::establish::Admission;
use crate::users::fields::NotSaid;
use crate::users::permission;
use crate::users::phone::{self, NumberChanged, TypedPhoneCode};
use crate::users::phone_code::{self, PhoneCodePlace};
use crate::users::short_code::CodeRefusal;
use crate::web::api::body::MediaTypes;
use crate::web::api::fields;
use crate::web::api::objects::{Status, TwoFactorRedirect, UserObject};
use crate::web::api::session::Use;
use crate::web::api::validation::{Shape, chosen_password};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of phone numbers.
pub fn routes(settings: &Settings) -> ApiRoutes {
    let routes = code_routes();
    let routes = if settings.password { routes.merge(password_routes()) } else { routes };
    if settings.password_reset { routes.merge(reset_routes()) } else { routes }
}

fn code_routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/phone-number/send-otp",
            |call| Box::pin(send(call)),
            Description::new("Send a code to a phone number")
                .takes::<CodeRequestBody>()
                .answers::<CodeSent>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_PHONE_NUMBER"])
                .fails(403, &["INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
        .endpoint(
            JSON,
            "/phone-number/verify",
            |call| Box::pin(verify(call)),
            Description::new("Prove a phone number with a code: sign in or up with it, or put it on one's account")
                .takes::<VerifyBody>()
                .answers::<VerifyAnswer>()
                .fails(400, &["VALIDATION_ERROR", "OTP_NOT_FOUND", "OTP_EXPIRED", "INVALID_OTP", "PHONE_NUMBER_EXIST"])
                .fails(401, &["USER_NOT_FOUND"])
                .fails(403, &["TOO_MANY_ATTEMPTS", "BANNED_USER", "SESSION_NOT_FRESH"])
                .fails(403, &["INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
}

fn password_routes() -> ApiRoutes {
    ApiRoutes::new().endpoint(
        JSON,
        "/sign-in/phone-number",
        |call| Box::pin(sign_in(call)),
        Description::new("Sign in with a phone number and a password")
            .takes::<SignInBody>()
            .answers::<PasswordAnswer>()
            .fails(400, &["VALIDATION_ERROR", "INVALID_PHONE_NUMBER", "PASSWORD_TOO_LONG"])
            .fails(401, &["INVALID_PHONE_NUMBER_OR_PASSWORD"])
            .fails(403, &["BANNED_USER", "INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
    )
}

fn reset_routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/phone-number/request-password-reset",
            |call| Box::pin(request_reset(call)),
            Description::new("Send a code that sets a new password")
                .takes::<CodeRequestBody>()
                .answers::<Status>()
                .fails(400, &["VALIDATION_ERROR"]),
        )
        .endpoint(
            JSON,
            "/phone-number/reset-password",
            |call| Box::pin(reset_password(call)),
            Description::new("Set a new password with a code")
                .takes::<ResetBody>()
                .answers::<Status>()
                .fails(400, &["VALIDATION_ERROR", "OTP_NOT_FOUND", "OTP_EXPIRED", "INVALID_OTP"])
                .fails(400, &["PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG"])
                .fails(403, &["TOO_MANY_ATTEMPTS"]),
        )
}

impl From<RedeemError> for ApiError {
    fn from(error: RedeemError) -> Self {
        match error {
            RedeemError::Code(refusal) => refused(refusal),
            RedeemError::SignUpClosed => Self::new(StatusCode::UNAUTHORIZED, "USER_NOT_FOUND", "User not found"),
            RedeemError::Disabled => Self::new(StatusCode::FORBIDDEN, "BANNED_USER", "This account is disabled"),
            RedeemError::Fields(not_said) => fields::not_said(&not_said),
            RedeemError::Password(error) => error.into(),
            RedeemError::Store(error) => error.into(),
        }
    }
}

fn refused(refusal: CodeRefusal) -> ApiError {
    match refusal {
        CodeRefusal::Wrong => ApiError::bad_request("INVALID_OTP", "Invalid OTP"),
        CodeRefusal::Missing => ApiError::bad_request("OTP_NOT_FOUND", "OTP not found"),
        CodeRefusal::Expired => ApiError::bad_request("OTP_EXPIRED", "OTP expired"),
        CodeRefusal::TooManyTries => ApiError::new(StatusCode::FORBIDDEN, "TOO_MANY_ATTEMPTS", "Too many attempts"),
    }
}

fn invalid_number() -> ApiError {
    ApiError::bad_request("INVALID_PHONE_NUMBER", "Invalid phone number")
}

/// A number for which there can be a code.
fn number_of_code(text: &str) -> Result<PhoneNumber, ApiError> {
    PhoneNumber::parse(text).map_err(|_| refused(CodeRefusal::Missing))
}

/// Whoever wants a code.
#[derive(ToSchema)]
#[schema(as = PhoneCodeRequestBody, rename_all = "camelCase")]
struct CodeRequestBody {
    /// Their phone number in the form of E.164.
    phone_number: String,
}

impl CodeRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { phone_number: fields.text("phoneNumber") };
        fields.finish()?;
        Ok(body)
    }
}

/// The answer that everybody gets.
#[derive(Serialize, ToSchema)]
struct CodeSent {
    /// Always `code sent`.
    message: &'static str,
}

async fn send(call: &mut ApiCall) -> ApiResult {
    let CodeRequestBody { phone_number } = CodeRequestBody::read(call)?;
    call.check_sign_in_origin()?;
    let number = PhoneNumber::parse(&phone_number).ok().filter(|number| call.config().phone.takes(number));
    let number = number.ok_or_else(invalid_number)?;
    let asker = call.session(Use::Look).await?.map(|signed_in| signed_in.user.id);
    let place = PhoneCodePlace { code_use: PhoneCodeUse::Verify, number: &number };
    phone_code::request(call.app(), &place, asker.as_ref(), call.visit.locale.tag(), call.visit.now).await?;
    answer(&CodeSent { message: "code sent" })
}

/// A code that was sent.
#[derive(ToSchema)]
#[schema(as = PhoneVerifyBody, rename_all = "camelCase")]
struct VerifyBody {
    /// The phone number that it was sent to.
    phone_number: String,
    /// The code.
    code: String,
    /// Whether to begin no session.
    disable_session: Option<bool>,
    /// Whether to put the number on the account of who is signed in, and asked for the code, rather than to sign in.
    update_phone_number: Option<bool>,
}

impl VerifyBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::ObjectAndRecord)?;
        let body = Self {
            phone_number: fields.text("phoneNumber"),
            code: fields.text("code"),
            disable_session: fields.optional_flag("disableSession"),
            update_phone_number: fields.optional_flag("updatePhoneNumber"),
        };
        fields.finish()?;
        Ok(body)
    }
}

/// What comes of a right code.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = PhoneVerifyAnswer)]
enum VerifyAnswer {
    /// The number is proved.
    Verified(Box<Verified>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The number is proved.
#[derive(Serialize, ToSchema)]
#[schema(as = PhoneVerified)]
struct Verified {
    /// Always true.
    status: bool,
    /// The session's token; null if none was wished for.
    token: Option<String>,
    /// Whose the number is.
    user: UserObject,
}

async fn verify(call: &mut ApiCall) -> ApiResult {
    let body = VerifyBody::read(call)?;
    call.check_sign_in_origin()?;
    let (number, code) = (number_of_code(&body.phone_number)?, ShortCode::entered(&body.code));
    let typed = TypedPhoneCode { number: &number, code: &code };
    if body.update_phone_number == Some(true) {
        return update(call, typed).await;
    }
    let wish = if body.disable_session == Some(true) { Wish::Proof } else { Wish::Session };
    // Whether an account is to be made, and so whether the fields count, is nobody's business before the code is right.
    let said = fields::of_new_user(call, Shape::ObjectAndRecord);
    let wishes = (wish, fields::said(&said));
    let proved = match redeem::sign_in(call.app(), typed, wishes, call.asked(true, None), call.visit.now).await {
        Err(RedeemError::Fields(NotSaid::Refused)) => return Err(said.err().unwrap_or_else(ApiError::unauthorized)),
        proved => proved?,
    };
    let user = UserObject::of(call.app(), &proved.user).await?;
    match proved.admission {
        Some(Admission::SignedIn(established)) => {
            call.write_established(&established);
            verified(Some(established.token), user)
        }
        Some(Admission::SecondFactorOwed(pending)) => {
            call.write_pending(&pending);
            answer(&VerifyAnswer::SecondFactorOwed(TwoFactorRedirect::from(&*pending)))
        }
        Some(Admission::Refused(refusal)) => Err((*refusal).into()),
        None => verified(None, user),
    }
}

fn verified(token: Option<String>, user: UserObject) -> ApiResult {
    answer(&VerifyAnswer::Verified(Box::new(Verified { status: true, token, user })))
}

/// A number is a way in, so whoever merely found a session must not put theirs on the account.
async fn update(call: &mut ApiCall, typed: TypedPhoneCode<'_>) -> ApiResult {
    if call.session(Use::Look).await?.is_none() {
        return Err(ApiError::new(StatusCode::UNAUTHORIZED, "USER_NOT_FOUND", "User not found"));
    }
    let signed_in = call.freshly_signed_in().await?;
    let at = (&call.visit.origin, call.visit.now);
    let asked = json!({ "phone_number": typed.number.as_str() });
    let may = permission::to_change(call.app(), &signed_in.user, asked, at).await?;
    match phone::change(call.app(), &signed_in.user, typed, &may, at).await? {
        NumberChanged::Done => verified(Some(signed_in.token), UserObject::of(call.app(), &signed_in.user).await?),
        NumberChanged::Code(refusal) => Err(refused(refusal)),
        NumberChanged::Taken => Err(ApiError::bad_request("PHONE_NUMBER_EXIST", "Phone number already exists")),
        NumberChanged::Outdated => Err(ApiError::unauthorized()),
    }
}

/// A sign-in.
#[derive(ToSchema)]
#[schema(as = PhoneSignInBody, rename_all = "camelCase")]
struct SignInBody {
    /// The phone number in the form of E.164.
    phone_number: String,
    /// The password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    /// Whether to stay signed in when the browser is closed; true if left out.
    remember_me: Option<bool>,
}

impl SignInBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            phone_number: fields.text("phoneNumber"),
            password: fields.secret("password"),
            remember_me: fields.optional_flag("rememberMe"),
        };
        fields.finish()?;
        Ok(body)
    }
}

/// What comes of a right password.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = PhonePasswordAnswer)]
enum PasswordAnswer {
    /// A session.
    SignedIn(Box<SignedInByNumber>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The session that began.
#[derive(Serialize, ToSchema)]
struct SignedInByNumber {
    /// The session's token.
    token: String,
    /// Who is signed in.
    user: UserObject,
}

async fn sign_in(call: &mut ApiCall) -> ApiResult {
    let SignInBody { phone_number, password, remember_me } = SignInBody::read(call)?;
    call.check_sign_in_origin()?;
    let number = PhoneNumber::parse(&phone_number).map_err(|_| invalid_number())?;
    match admit(call, &Identifier::Phone(number), password, (remember_me.unwrap_or(true), None)).await? {
        Admission::SignedIn(established) => {
            call.write_established(&established);
            let user = UserObject::of(call.app(), &established.user).await?;
            answer(&PasswordAnswer::SignedIn(Box::new(SignedInByNumber { token: established.token, user })))
        }
        Admission::SecondFactorOwed(pending) => {
            call.write_pending(&pending);
            answer(&PasswordAnswer::SecondFactorOwed(TwoFactorRedirect::from(&*pending)))
        }
        Admission::Refused(refusal) => Err((*refusal).into()),
    }
}

async fn request_reset(call: &mut ApiCall) -> ApiResult {
    let CodeRequestBody { phone_number } = CodeRequestBody::read(call)?;
    let number = PhoneNumber::parse(&phone_number).ok().filter(|number| call.config().phone.takes(number));
    if let Some(number) = number {
        let place = PhoneCodePlace { code_use: PhoneCodeUse::ResetPassword, number: &number };
        phone_code::request(call.app(), &place, None, call.visit.locale.tag(), call.visit.now).await?;
    }
    answer(&Status::DONE)
}

/// A new password.
#[derive(ToSchema)]
#[schema(as = PhoneResetBody, rename_all = "camelCase")]
struct ResetBody {
    /// The code.
    otp: String,
    /// The phone number that it was sent to.
    phone_number: String,
    /// The new password.
    #[schema(value_type = String, format = Password)]
    new_password: SecretString,
}

impl ResetBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            otp: fields.text("otp"),
            phone_number: fields.text("phoneNumber"),
            new_password: fields.secret("newPassword"),
        };
        fields.finish()?;
        Ok(body)
    }
}

async fn reset_password(call: &mut ApiCall) -> ApiResult {
    let ResetBody { otp, phone_number, new_password } = ResetBody::read(call)?;
    let (number, code) = (number_of_code(&phone_number)?, ShortCode::entered(&otp));
    let password = chosen_password(call.config(), new_password)?;
    let at = (&call.visit.origin, call.visit.now);
    redeem::reset_password(call.app(), TypedPhoneCode { number: &number, code: &code }, &password, at).await?;
    answer(&Status::DONE)
}
