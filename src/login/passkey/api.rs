//! Passkeys as JSON.

use axum::http::StatusCode;
use axum::http::header::ORIGIN;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::{Required, Schema, schema::ArrayBuilder};

use crate::login::passkey::objects::{CreationOptions, PasskeyObject, RegisteredPasskey, RenamedPasskey, RequestOptions, Wishes};
use crate::model::ids::PasskeyId;
use crate::model::passkey::{self as rules, MAXIMUM_NAME_LENGTH};
use crate::model::user::User;
use crate::sessions::challenge;
use crate::sessions::establish::Admission;
use crate::users::passkey::change::{self, Removed, Whose};
use crate::users::passkey::register::{Registered, register};
use crate::users::passkey::sign_in::{Refusal, sign_in};
use crate::users::passkey::{self, Change, Shown, ceremony};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::{SessionAnswer, SessionObject, Status, TwoFactorRedirect, UserObject};
use crate::web::api::session::Use;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::session_cookies;
use crate::web::visit::SignedIn;

const JSON: Calling = Calling::Post(MediaTypes::Json);
const NOT_VERIFIED: &str = "FAILED_TO_VERIFY_REGISTRATION";

/// The endpoints of passkeys.
pub fn routes() -> ApiRoutes {
    ceremonies().merge(keys())
}

fn ceremonies() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/passkey/generate-register-options",
            |call| Box::pin(begin_registration(call)),
            Description::new("Begin to register a passkey")
                .query("authenticatorAttachment", Required::False)
                .query("name", Required::False)
                .query("context", Required::False)
                .answers::<CreationOptions>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(403, &["SESSION_NOT_FRESH"]),
        )
        .endpoint(
            JSON,
            "/passkey/verify-registration",
            |call| Box::pin(finish_registration(call)),
            Description::new("Register the passkey that an authenticator made")
                .takes::<RegistrationBody>()
                .answers::<RegisteredPasskey>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "CHALLENGE_NOT_FOUND", NOT_VERIFIED, "PREVIOUSLY_REGISTERED"])
                .fails(401, &["YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY"])
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(500, &[NOT_VERIFIED]),
        )
        .endpoint(
            Calling::Get,
            "/passkey/generate-authenticate-options",
            |call| Box::pin(begin_authentication(call)),
            Description::new("Begin to sign in with a passkey")
                .query("secondFactor", Required::False)
                .answers::<RequestOptions>(),
        )
        .endpoint(
            JSON,
            "/passkey/verify-authentication",
            |call| Box::pin(finish_authentication(call)),
            Description::new("Sign in with what a passkey signed")
                .takes::<AuthenticationBody>()
                .answers::<Authenticated>()
                .fails(400, &["VALIDATION_ERROR", "CHALLENGE_NOT_FOUND", "AUTHENTICATION_FAILED"])
                .fails(401, &["PASSKEY_NOT_FOUND"])
                .fails(403, &["BANNED_USER", "EMAIL_NOT_VERIFIED"]),
        )
}

fn keys() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/passkey/list-user-passkeys",
            |call| Box::pin(list(call)),
            Description::new("The passkeys of who is signed in")
                .answers_with::<PasskeyObject>(|passkey| Schema::Array(ArrayBuilder::new().items(passkey).build()))
                .needs_session(),
        )
        .endpoint(
            JSON,
            "/passkey/delete-passkey",
            |call| Box::pin(delete(call)),
            Description::new("Remove a passkey")
                .takes::<PasskeyBody>()
                .answers::<Status>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "FAILED_TO_UNLINK_LAST_ACCOUNT"])
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(404, &["PASSKEY_NOT_FOUND"]),
        )
        .endpoint(
            JSON,
            "/passkey/update-passkey",
            |call| Box::pin(update(call)),
            Description::new("Give a passkey another name")
                .takes::<NameBody>()
                .answers::<RenamedPasskey>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(401, &["YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY"])
                .fails(403, &["SESSION_NOT_FRESH"])
                .fails(404, &["PASSKEY_NOT_FOUND"]),
        )
}

fn no_challenge() -> ApiError {
    ApiError::bad_request("CHALLENGE_NOT_FOUND", "Challenge not found")
}

fn not_found(status: StatusCode) -> ApiError {
    ApiError::new(status, "PASSKEY_NOT_FOUND", "Passkey not found")
}

fn not_allowed() -> ApiError {
    let code = "YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY";
    ApiError::new(StatusCode::UNAUTHORIZED, code, "You are not allowed to register this passkey")
}

fn not_verified(status: StatusCode) -> ApiError {
    ApiError::new(status, NOT_VERIFIED, "Failed to verify registration")
}

fn change_of(call: &ApiCall) -> Change<'_> {
    Change { origin: &call.visit.origin, locale: call.visit.locale.tag(), now: call.visit.now }
}

/// The page that makes a call says so; one that makes none can have asked no authenticator.
fn asking_page(call: &ApiCall) -> Option<&str> {
    call.headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()).filter(|origin| !origin.is_empty())
}

/// The pages that may have asked: our own, and the one that makes the call if it is trusted.
fn asking_pages<'a>(call: &'a ApiCall, page: &'a str) -> Vec<&'a str> {
    let trusted = &call.visit.server.trusted_origins;
    let page = Some(page).filter(|page| trusted.trusts_origin(page));
    std::iter::once(trusted.own()).chain(page).collect()
}

async fn begin_registration(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.query_fields();
    let attachment = fields.optional_choice("authenticatorAttachment", &["platform", "cross-platform"]);
    let name = fields.optional_name("name");
    fields.optional_text("context");
    fields.finish()?;
    let SignedIn { user, .. } = call.freshly_signed_in().await?;
    let begun = ceremony::begin_registration(call.app(), &user, call.visit.now).await?;
    call.write_ceremony(&begun.secret);
    answer(&CreationOptions::new(call.config(), &user, &begun, Wishes { name: name.as_deref(), attachment }))
}

/// What an authenticator made.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct RegistrationBody {
    /// The credential as the browser tells it (WebAuthn, section 5.1, `toJSON`).
    #[schema(value_type = Object)]
    response: Value,
    /// What its person calls it.
    name: Option<String>,
    /// Whether to answer with the session too.
    create_session: Option<bool>,
}

async fn finish_registration(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    let body = RegistrationBody {
        response: fields.anything("response"),
        name: fields.optional_text("name"),
        create_session: fields.optional_flag("createSession"),
    };
    fields.finish()?;
    let SignedIn { user, session, token } = call.freshly_signed_in().await?;
    let page = asking_page(call).ok_or_else(|| not_verified(StatusCode::BAD_REQUEST))?;
    let ceremony = session_cookies::shown_ceremony(&call.visit.server, &call.headers).ok_or_else(no_challenge)?;
    let origins = asking_pages(call, page);
    let shown = Shown { ceremony: &ceremony, response: &body.response, origins: &origins };
    let name = body.name.as_deref().and_then(rules::name);
    match register(call.app(), &user, shown, name, change_of(call)).await? {
        Registered::Done(passkey) => {
            let wants_session = body.create_session == Some(true);
            let answered = RegisteredPasskey {
                passkey: PasskeyObject::from(&*passkey),
                session: if wants_session { Some(SessionObject::of(call.app(), &session, token.clone()).await?) } else { None },
                user: if wants_session { Some(UserObject::of(call.app(), &user).await?) } else { None },
            };
            if wants_session {
                call.write_again(&token, session.remembered);
            }
            answer(&answered)
        }
        Registered::NoCeremony => Err(no_challenge()),
        Registered::NotTheirs => Err(not_allowed()),
        Registered::Refused(error) => {
            tracing::debug!(%error, "a passkey was not registered");
            Err(not_verified(StatusCode::INTERNAL_SERVER_ERROR))
        }
        Registered::Known => Err(ApiError::bad_request("PREVIOUSLY_REGISTERED", "Previously registered")),
    }
}

/// Whose passkeys the page for second factors asks for: they have shown their first factor, and the keys may be such that a browser
/// has to be told of.
async fn whose_second_factor(call: &ApiCall) -> Result<Option<User>, ApiError> {
    if call.query_fields().optional_text("secondFactor").is_none() {
        return Ok(None);
    }
    let Some(secret) = call.visit.pending_sign_in() else { return Ok(None) };
    let challenge = challenge::load(call.app(), secret, call.visit.now).await?;
    Ok(challenge.filter(|challenge| challenge.offered.passkey).map(|challenge| challenge.user))
}

async fn begin_authentication(call: &mut ApiCall) -> ApiResult {
    let user = match call.session(Use::Extend).await? {
        Some(signed_in) => Some(signed_in.user),
        None => whose_second_factor(call).await?,
    };
    let begun = ceremony::begin_authentication(call.app(), user.as_ref(), call.visit.now).await?;
    call.write_ceremony(&begun.secret);
    answer(&RequestOptions::new(call.config(), &begun))
}

/// What an authenticator signed.
#[derive(ToSchema)]
struct AuthenticationBody {
    /// The assertion as the browser tells it (WebAuthn, section 5.1, `toJSON`).
    #[schema(value_type = Object)]
    response: Value,
}

/// What comes of it.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum Authenticated {
    /// A session.
    SignedIn(Box<SessionAnswer>),
    /// The question for a second factor: the authenticator did not know its person.
    SecondFactorOwed(TwoFactorRedirect),
}

async fn finish_authentication(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    let body = AuthenticationBody { response: fields.record("response") };
    fields.finish()?;
    let page = asking_page(call).ok_or_else(|| ApiError::uncoded("origin missing"))?;
    let ceremony = session_cookies::shown_ceremony(&call.visit.server, &call.headers).ok_or_else(no_challenge)?;
    let origins = asking_pages(call, page);
    let shown = Shown { ceremony: &ceremony, response: &body.response, origins: &origins };
    let admission = match sign_in(call.app(), shown, call.asked(true, None), call.visit.now).await? {
        Ok(admission) => admission,
        Err(refusal) => return Err(refused(refusal)),
    };
    match admission {
        Admission::SignedIn(established) => {
            call.write_established(&established);
            call.write_last_used_method(&established);
            let signed_in = SignedIn { session: established.session, user: established.user, token: established.token };
            answer(&Authenticated::SignedIn(Box::new(SessionAnswer::of(call.app(), signed_in).await?)))
        }
        Admission::SecondFactorOwed(pending) => {
            call.write_pending(&pending);
            answer(&Authenticated::SecondFactorOwed(TwoFactorRedirect::from(&*pending)))
        }
        Admission::Refused(refusal) => Err((*refusal).into()),
    }
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::NoCeremony => no_challenge(),
        Refusal::Unknown => not_found(StatusCode::UNAUTHORIZED),
        Refusal::Refused => ApiError::bad_request("AUTHENTICATION_FAILED", "Authentication failed"),
        Refusal::Disabled => ApiError::new(StatusCode::FORBIDDEN, "BANNED_USER", "This account is disabled"),
        Refusal::EmailUnverified(_) => ApiError::new(StatusCode::FORBIDDEN, "EMAIL_NOT_VERIFIED", "Email not verified"),
    }
}

async fn list(call: &mut ApiCall) -> ApiResult {
    let SignedIn { user, .. } = call.signed_in().await?;
    let passkeys = passkey::of_user(call.app(), &user.id).await?;
    answer(&passkeys.iter().map(PasskeyObject::from).collect::<Vec<_>>())
}

/// Which passkey.
#[derive(ToSchema)]
struct PasskeyBody {
    /// Its id.
    id: String,
}

async fn delete(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    let body = PasskeyBody { id: fields.text("id") };
    fields.finish()?;
    let SignedIn { user, .. } = call.freshly_signed_in().await?;
    let id = PasskeyId::new(body.id);
    match change::whose(call.app(), &user.id, &id).await? {
        Whose::Theirs => {}
        Whose::Another => return Err(ApiError::unexplained(StatusCode::UNAUTHORIZED)),
        Whose::Nobody => return Err(not_found(StatusCode::NOT_FOUND)),
    }
    match change::remove(call.app(), &user, &id, change_of(call)).await? {
        Removed::Gone => answer(&Status::DONE),
        Removed::Unknown => Err(not_found(StatusCode::NOT_FOUND)),
        Removed::LastWayIn => Err(ApiError::bad_request("FAILED_TO_UNLINK_LAST_ACCOUNT", "You can't unlink your last account")),
        Removed::Outdated => Err(ApiError::unauthorized()),
    }
}

/// Another name.
#[derive(ToSchema)]
struct NameBody {
    /// The passkey's id.
    id: String,
    /// What it is called from now on.
    name: String,
}

async fn update(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    let body = NameBody { id: fields.text("id"), name: fields.filled_text("name", MAXIMUM_NAME_LENGTH) };
    fields.finish()?;
    let SignedIn { user, .. } = call.freshly_signed_in().await?;
    let id = PasskeyId::new(body.id);
    match change::whose(call.app(), &user.id, &id).await? {
        Whose::Theirs => {}
        Whose::Another => return Err(not_allowed()),
        Whose::Nobody => return Err(not_found(StatusCode::NOT_FOUND)),
    }
    change::rename(call.app(), &user.id, &id, &body.name).await?;
    let passkeys = passkey::of_user(call.app(), &user.id).await?;
    let renamed = passkeys.iter().find(|passkey| passkey.id == id).ok_or_else(|| not_found(StatusCode::NOT_FOUND))?;
    answer(&RenamedPasskey { passkey: PasskeyObject::from(renamed) })
}
