//! Showing a second factor as JSON: at the end of a sign-in, or by somebody who is signed in, to prove that it is they.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::login::two_factor::settings_api::{change, totp_not_enabled};
use crate::model::second_factor::{HeldFactors, SecondFactor};
use crate::model::user::User;
use crate::sessions::challenge::{self, Answer, Answering, Challenge};
use crate::sessions::judge::ShownCode;
use crate::sessions::step_up;
use crate::users::two_factor::enrol::{self, Confirmed};
use crate::users::two_factor::mail_code::{self, Sent, Through};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::{Status, UserObject};
use crate::web::api::session::Use;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::visit::SignedIn;

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of showing a second factor.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/two-factor/verify-totp",
            |call| Box::pin(verify_totp(call)),
            described("Show a code of an authenticator app; the first one confirms it")
                .takes::<CodeBody>()
                .fails(400, &["TOTP_NOT_ENABLED"]),
        )
        .endpoint(
            JSON,
            "/two-factor/send-otp",
            |call| Box::pin(send_otp(call)),
            Description::new("Have a code sent")
                .takes::<SendBody>()
                .answers::<Status>()
                .fails(400, &["VALIDATION_ERROR", "OTP_NOT_CONFIGURED"])
                .fails(401, &["INVALID_TWO_FACTOR_COOKIE"]),
        )
        .endpoint(
            JSON,
            "/two-factor/verify-otp",
            |call| Box::pin(verify_otp(call)),
            described("Show a code that was sent").takes::<CodeBody>().fails(400, &["OTP_HAS_EXPIRED", "OTP_NOT_CONFIGURED"]),
        )
        .endpoint(
            JSON,
            "/two-factor/verify-backup-code",
            |call| Box::pin(verify_backup_code(call)),
            described("Show a code on paper")
                .takes::<BackupCodeBody>()
                .fails(400, &["BACKUP_CODES_NOT_ENABLED"])
                .fails(401, &["INVALID_BACKUP_CODE"]),
        )
}

/// What all kinds of code have in common.
fn described(summary: &'static str) -> Description {
    Description::new(summary)
        .answers::<VerifyAnswer>()
        .fails(400, &["VALIDATION_ERROR", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"])
        .fails(401, &["INVALID_CODE", "INVALID_TWO_FACTOR_COOKIE"])
        .fails(429, &["ACCOUNT_TEMPORARILY_LOCKED"])
}

/// Who shows a code.
enum Caller {
    /// Somebody who is signed in.
    SignedIn(Box<SignedIn>),
    /// Somebody who has shown a first factor.
    Pending(Box<Challenge>),
}

impl Caller {
    async fn of(call: &mut ApiCall) -> Result<Self, ApiError> {
        if let Some(signed_in) = call.session(Use::Extend).await? {
            return Ok(Self::SignedIn(Box::new(signed_in)));
        }
        let Some(secret) = call.visit.pending_sign_in() else { return Err(nobody()) };
        let challenge = challenge::load(call.app(), secret, call.visit.now).await?;
        challenge.map(|challenge| Self::Pending(Box::new(challenge))).ok_or_else(nobody)
    }
}

impl Caller {
    /// What codes that are sent are bound to.
    fn bearer(&self) -> [u8; 32] {
        match self {
            Self::SignedIn(signed_in) => step_up::bearer(&signed_in.session.id),
            Self::Pending(challenge) => challenge.bearer(),
        }
    }

    /// What the person can show, and who they are.
    async fn held(&self, call: &ApiCall) -> Result<(HeldFactors, &User), ApiError> {
        Ok(match self {
            Self::SignedIn(signed_in) => {
                (step_up::held(call.app(), (&signed_in.user, &signed_in.session)).await?, &signed_in.user)
            }
            Self::Pending(challenge) => (challenge.offered, &challenge.user),
        })
    }
}

fn nobody() -> ApiError {
    ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_TWO_FACTOR_COOKIE", "Invalid two factor cookie")
}

/// A code.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct CodeBody {
    /// The code.
    code: String,
    /// Whether this browser needs no second factor from now on, for a while.
    trust_device: Option<bool>,
}

impl CodeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { code: fields.text("code"), trust_device: fields.optional_flag("trustDevice") };
        fields.finish()?;
        Ok(body)
    }
}

/// The session and whose it is.
#[derive(Serialize, ToSchema)]
struct VerifyAnswer {
    /// The session's token; left out where no session was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    /// Who is signed in.
    user: UserObject,
}

async fn verify_totp(call: &mut ApiCall) -> ApiResult {
    let CodeBody { code, trust_device } = CodeBody::read(call)?;
    let caller = Caller::of(call).await?;
    if let Caller::SignedIn(signed_in) = &caller {
        let who = (&signed_in.user, &signed_in.session);
        match enrol::confirm(call.app(), who, &code, None, change(call)).await? {
            Confirmed::Done(established) => {
                call.write_established(&established);
                let user = UserObject::of(call.app(), &established.user).await?;
                return answer(&VerifyAnswer { token: Some(established.token), user });
            }
            Confirmed::Wrong | Confirmed::OffClock if signed_in.user.two_factor_enabled_at.is_none() => {
                return Err(invalid_code(SecondFactor::Totp));
            }
            // It may be one of the app that is to be replaced.
            Confirmed::Wrong | Confirmed::OffClock | Confirmed::NothingProposed => {}
        }
    }
    verify(call, caller, ShownCode { factor: SecondFactor::Totp, code: &code }, trust_device == Some(true)).await
}

async fn verify_otp(call: &mut ApiCall) -> ApiResult {
    let CodeBody { code, trust_device } = CodeBody::read(call)?;
    let caller = Caller::of(call).await?;
    let factor = sent_factor(call, &caller).await?;
    verify(call, caller, ShownCode { factor, code: &code }, trust_device == Some(true)).await
}

/// Of which kind the last code was that was sent: the caller need not say.
async fn sent_factor(call: &ApiCall, caller: &Caller) -> Result<SecondFactor, ApiError> {
    let texted = mail_code::went_to_phone(call.app(), caller.bearer(), call.visit.now).await?;
    Ok(if texted { SecondFactor::TextedCode } else { SecondFactor::MailedCode })
}

/// A code on paper.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct BackupCodeBody {
    /// The code.
    code: String,
    /// Whether no session is to begin.
    disable_session: Option<bool>,
    /// Whether this browser needs no second factor from now on, for a while.
    trust_device: Option<bool>,
}

impl BackupCodeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            code: fields.text("code"),
            disable_session: fields.optional_flag("disableSession"),
            trust_device: fields.optional_flag("trustDevice"),
        };
        fields.finish()?;
        Ok(body)
    }
}

async fn verify_backup_code(call: &mut ApiCall) -> ApiResult {
    let BackupCodeBody { code, disable_session, trust_device } = BackupCodeBody::read(call)?;
    let caller = Caller::of(call).await?;
    let shown = ShownCode { factor: SecondFactor::BackupCode, code: &code };
    match (&caller, disable_session) {
        (Caller::Pending(challenge), Some(true)) => {
            let answered = challenge::prove(call.app(), challenge, answering(call, shown, false), call.visit.now).await?;
            right(call, shown.factor, answered)?;
            let user = UserObject::of(call.app(), &challenge.user).await?;
            answer(&VerifyAnswer { token: None, user })
        }
        _ => verify(call, caller, shown, trust_device == Some(true)).await,
    }
}

fn answering<'a>(call: &'a ApiCall, shown: ShownCode<'a>, trust: bool) -> Answering<'a> {
    Answering { shown, origin: &call.visit.origin, browser_secret: call.visit.browser.shown(), trust }
}

async fn verify(call: &mut ApiCall, caller: Caller, shown: ShownCode<'_>, trust: bool) -> ApiResult {
    let now = call.visit.now;
    match caller {
        Caller::SignedIn(signed_in) => {
            let who = (&signed_in.user, &signed_in.session);
            if !signed_in.session.methods.are_multi_factor() {
                // The session goes on with what it lacked: this is how an app gets at what asks for all factors.
                let answered = step_up::step_up(call.app(), who, answering(call, shown, false), now).await?;
                let established = right(call, shown.factor, answered)?;
                call.write_established(&established);
                let user = UserObject::of(call.app(), &established.user).await?;
                return answer(&VerifyAnswer { token: Some(established.token), user });
            }
            let answered = step_up::prove(call.app(), who, answering(call, shown, false), now).await?;
            right(call, shown.factor, answered)?;
            let user = UserObject::of(call.app(), &signed_in.user).await?;
            answer(&VerifyAnswer { token: Some(signed_in.token.clone()), user })
        }
        Caller::Pending(challenge) => {
            let answered = challenge::answer(call.app(), &challenge, answering(call, shown, trust), now).await?;
            let established = right(call, shown.factor, answered)?;
            call.write_established(&established);
            call.write_last_used_method(&established);
            call.forget_pending();
            if trust && established.session.remembered {
                call.forget_not_to_remember();
            }
            let user = UserObject::of(call.app(), &established.user).await?;
            answer(&VerifyAnswer { token: Some(established.token), user })
        }
    }
}

/// What a right code led to; every other answer is an error.
fn right<T>(call: &mut ApiCall, factor: SecondFactor, answered: Answer<T>) -> Result<T, ApiError> {
    let now = call.visit.now;
    match answered {
        Answer::Right(value) => Ok(value),
        Answer::Wrong | Answer::OffClock => Err(invalid_code(factor)),
        Answer::NotHeld => Err(match factor {
            SecondFactor::Totp => totp_not_enabled(),
            SecondFactor::BackupCode => ApiError::bad_request("BACKUP_CODES_NOT_ENABLED", "Backup codes aren't enabled"),
            SecondFactor::MailedCode | SecondFactor::TextedCode | SecondFactor::Passkey => otp_not_configured(),
        }),
        Answer::Expired => Err(ApiError::bad_request("OTP_HAS_EXPIRED", "OTP has expired")),
        Answer::Closed { until } => Err(ApiError::new(
            StatusCode::TOO_MANY_REQUESTS,
            "ACCOUNT_TEMPORARILY_LOCKED",
            "Too many failed verification attempts. Your account is temporarily locked. Please try again later.",
        )
        .after(until, now)),
        Answer::TooManyAttempts => {
            call.forget_pending();
            let message = "Too many attempts. Please request a new code.";
            Err(ApiError::bad_request("TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE", message))
        }
        Answer::Over => Err(nobody()),
    }
}

fn invalid_code(factor: SecondFactor) -> ApiError {
    match factor {
        SecondFactor::BackupCode => ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_BACKUP_CODE", "Invalid backup code"),
        SecondFactor::Totp | SecondFactor::MailedCode | SecondFactor::TextedCode | SecondFactor::Passkey => {
            ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_CODE", "Invalid code")
        }
    }
}

fn otp_not_configured() -> ApiError {
    ApiError::bad_request("OTP_NOT_CONFIGURED", "OTP isn't configured")
}

/// The wish for a code.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct SendBody {
    /// Taken, and without effect: the browser is trusted when the code is shown.
    #[expect(dead_code, reason = "it stands in the description alone")]
    trust_device: Option<bool>,
    /// Where it goes: `email`, or `sms` to the person's phone. Left out, it is mailed, and goes to the phone of who cannot be mailed one.
    #[expect(dead_code, reason = "it stands in the description alone")]
    channel: Option<String>,
}

/// Where the caller wants the code; none if it does not say.
fn wished_channel(call: &ApiCall) -> Result<Option<Through>, ApiError> {
    if !call.has_body() {
        return Ok(None);
    }
    let mut fields = call.fields(Shape::Object)?;
    fields.optional_flag("trustDevice");
    let channel = fields.optional_choice("channel", &["email", "sms"]);
    fields.finish()?;
    Ok(channel.map(|channel| if channel == "sms" { Through::TextMessage } else { Through::Mail }))
}

async fn send_otp(call: &mut ApiCall) -> ApiResult {
    let wished = wished_channel(call)?;
    if !call.config().mails_second_factors() && !call.config().texts_second_factors() {
        return Err(otp_not_configured());
    }
    let caller = Caller::of(call).await?;
    let (held, user) = caller.held(call).await?;
    let otherwise = if held.mailed_code || !held.texted_code { Through::Mail } else { Through::TextMessage };
    let through = wished.unwrap_or(otherwise);
    let counts = match through {
        // Who is signed in may have one mailed whatever they showed first: it only proves that it is they.
        Through::Mail => held.mailed_code || matches!(caller, Caller::SignedIn(_)) && call.config().mails_second_factors(),
        Through::TextMessage => held.texted_code,
    };
    if !counts {
        return Err(otp_not_configured());
    }
    let now = call.visit.now;
    match mail_code::send(call.app(), user, caller.bearer(), (through, call.visit.locale.tag()), now).await? {
        Sent::Sent => answer(&Status::DONE),
        Sent::TooMany { until } => Err(ApiError::too_many_tries(until, now)),
    }
}
