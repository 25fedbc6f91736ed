//! Setting up a second factor and turning it off, as JSON. Each asks for the password.

use axum::http::StatusCode;
use secrecy::SecretString;
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::authentication_method::AuthenticationMethod;
use crate::users::password::{self, Judgement};
use crate::users::two_factor::backup_codes::{self, BackupCodes};
use crate::users::two_factor::enrol::{self, Existing};
use crate::users::two_factor::{self, Change, turn_off};
use crate::users::ways_in;
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::Status;
use crate::web::api::validation::{Fields, Shape, entered_password};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::visit::SignedIn;

const JSON: Calling = Calling::Post(MediaTypes::Json);
const PASSWORD: AuthenticationMethod = AuthenticationMethod::Password;

/// The endpoints of setting up.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/two-factor/enable",
            |call| Box::pin(enable(call)),
            Description::new("Set up a second factor")
                .takes::<EnableBody>()
                .answers::<EnableAnswer>()
                .needs_session()
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD", "TOTP_ALREADY_ENABLED", "OTP_NOT_CONFIGURED"]),
        )
        .endpoint(
            JSON,
            "/two-factor/disable",
            |call| Box::pin(disable(call)),
            Description::new("Have no second factor any more")
                .takes::<PasswordBody>()
                .answers::<Status>()
                .needs_session()
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD"]),
        )
        .endpoint(
            JSON,
            "/two-factor/get-totp-uri",
            |call| Box::pin(get_totp_uri(call)),
            Description::new("What an authenticator app reads")
                .takes::<PasswordBody>()
                .answers::<TotpUriAnswer>()
                .needs_session()
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD", "TOTP_NOT_ENABLED"]),
        )
        .endpoint(
            JSON,
            "/two-factor/generate-backup-codes",
            |call| Box::pin(generate_backup_codes(call)),
            Description::new("Get new codes on paper in place of those before")
                .takes::<PasswordBody>()
                .answers::<BackupCodesAnswer>()
                .needs_session()
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD", "TWO_FACTOR_NOT_ENABLED"]),
        )
}

/// The circumstances of a change that a call asks for.
pub(super) fn change(call: &ApiCall) -> Change<'_> {
    Change {
        origin: &call.visit.origin,
        browser_secret: call.visit.browser.shown(),
        locale: call.visit.locale.tag(),
        now: call.visit.now,
    }
}

/// Goes on only if `shown` is the password of who is signed in, and their second factor was shown in the session if they have one.
async fn prove(call: &mut ApiCall, shown: SecretString) -> Result<SignedIn, ApiError> {
    let signed_in = call.signed_in().await?;
    let shown = entered_password(shown).map_err(|_| ApiError::invalid_password())?;
    let now = call.visit.now;
    match password::judge(call.app(), &signed_in.user, &shown, now).await? {
        Judgement::Right => {
            call.must_have_shown_theirs(&signed_in)?;
            Ok(signed_in)
        }
        Judgement::Wrong | Judgement::NoPassword => Err(ApiError::invalid_password()),
        Judgement::TooManyTries { until } => Err(ApiError::too_many_tries(until, now)),
    }
}

/// Which second factor.
#[derive(Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "lowercase")]
enum Method {
    /// A code that is mailed.
    Otp,
    /// An authenticator app.
    Totp,
}

/// Setting up.
#[derive(ToSchema)]
struct EnableBody {
    /// The password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    /// Which second factor; an authenticator app if left out.
    #[schema(inline)]
    method: Option<Method>,
    /// The name under which the app lists the account.
    issuer: Option<String>,
}

impl EnableBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body =
            Self { password: fields.secret("password"), method: method(&mut fields), issuer: fields.optional_text("issuer") };
        fields.finish()?;
        Ok(body)
    }
}

fn method(fields: &mut Fields<'_>) -> Option<Method> {
    match fields.optional_choice("method", &["otp", "totp"])? {
        "otp" => Some(Method::Otp),
        _ => Some(Method::Totp),
    }
}

/// What was set up.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct EnableAnswer {
    /// `otp` counts from now on; `totp` once a code was verified.
    method: &'static str,
    /// What the app reads.
    #[serde(rename = "totpURI", skip_serializing_if = "Option::is_none")]
    totp_uri: Option<String>,
    /// Codes on paper, shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    backup_codes: Option<Vec<String>>,
}

async fn enable(call: &mut ApiCall) -> ApiResult {
    let EnableBody { password, method, issuer } = EnableBody::read(call)?;
    let signed_in = prove(call, password).await?;
    match method {
        Some(Method::Otp) => enable_mailed_codes(call, &signed_in).await,
        Some(Method::Totp) | None => enable_totp(call, &signed_in, issuer.as_deref()).await,
    }
}

async fn enable_mailed_codes(call: &mut ApiCall, signed_in: &SignedIn) -> ApiResult {
    if !call.config().mails_second_factors() {
        return Err(ApiError::bad_request("OTP_NOT_CONFIGURED", "OTP isn't configured"));
    }
    let who = (&signed_in.user, &signed_in.session);
    let established = enrol::use_mailed_codes(call.app(), who, Some(PASSWORD), change(call)).await?;
    let established = established.ok_or_else(ApiError::unauthorized)?;
    call.write_established(&established);
    answer(&EnableAnswer { method: "otp", totp_uri: None, backup_codes: None })
}

async fn enable_totp(call: &mut ApiCall, signed_in: &SignedIn, issuer: Option<&str>) -> ApiResult {
    let codes = BackupCodes::generate(call.app());
    let proposed = enrol::propose(call.app(), &signed_in.user, Existing::Refuse, Some(&codes), change(call)).await?;
    let secret = proposed.ok_or_else(|| ApiError::bad_request("TOTP_ALREADY_ENABLED", "TOTP is already enabled"))?;
    let issuer = issuer.filter(|name| !name.is_empty()).unwrap_or_else(|| call.config().totp_issuer());
    answer(&EnableAnswer {
        method: "totp",
        totp_uri: Some(secret.uri(issuer, ways_in::known_by(call.config(), &signed_in.user))),
        backup_codes: Some(codes.shown().to_vec()),
    })
}

/// A proof.
#[derive(ToSchema)]
struct PasswordBody {
    /// The password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

impl PasswordBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { password: fields.secret("password") };
        fields.finish()?;
        Ok(body)
    }
}

async fn disable(call: &mut ApiCall) -> ApiResult {
    let PasswordBody { password } = PasswordBody::read(call)?;
    let SignedIn { user, session, .. } = prove(call, password).await?;
    let established = turn_off::turn_off(call.app(), (&user, &session), Some(PASSWORD), change(call)).await?;
    let established = established.ok_or_else(ApiError::unauthorized)?;
    call.write_established(&established);
    if call.visit.trusted_device().is_some() {
        call.forget_trusted_device();
    }
    answer(&Status::DONE)
}

/// What an authenticator app reads.
#[derive(Serialize, ToSchema)]
struct TotpUriAnswer {
    /// An address of the scheme `otpauth`.
    #[serde(rename = "totpURI")]
    totp_uri: String,
}

async fn get_totp_uri(call: &mut ApiCall) -> ApiResult {
    let PasswordBody { password } = PasswordBody::read(call)?;
    let SignedIn { user, .. } = prove(call, password).await?;
    let standing = two_factor::standing(call.app(), &user).await?;
    let secret = standing.totp.or(standing.proposed).ok_or_else(totp_not_enabled)?;
    answer(&TotpUriAnswer { totp_uri: secret.uri(call.config().totp_issuer(), ways_in::known_by(call.config(), &user)) })
}

pub(super) fn totp_not_enabled() -> ApiError {
    ApiError::bad_request("TOTP_NOT_ENABLED", "TOTP not enabled")
}

/// New codes on paper.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct BackupCodesAnswer {
    /// Always true.
    status: bool,
    /// The codes, shown this once.
    backup_codes: Vec<String>,
}

async fn generate_backup_codes(call: &mut ApiCall) -> ApiResult {
    let PasswordBody { password } = PasswordBody::read(call)?;
    let SignedIn { user, .. } = prove(call, password).await?;
    let codes = BackupCodes::generate(call.app());
    if !backup_codes::renew(call.app(), &user, &codes, change(call)).await? {
        return Err(ApiError::new(StatusCode::BAD_REQUEST, "TWO_FACTOR_NOT_ENABLED", "Two factor isn't enabled"));
    }
    answer(&BackupCodesAnswer { status: true, backup_codes: codes.shown().to_vec() })
}
