//! `/sign-in/username` and `/is-username-available`.

use axum::http::StatusCode;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use utoipa::ToSchema;

use crate::config::Username as Settings;
use crate::login::password::api::{SignInAnswer, SignInWishes, sign_in_as};
use crate::login::password::identifier::Identifier;
use crate::model::username::{InvalidUsername, Username};
use crate::users::username;
use crate::web::api::body::MediaTypes;
use crate::web::api::usernames;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of usernames.
pub fn routes(settings: &Settings) -> ApiRoutes {
    let routes = ApiRoutes::new().endpoint(
        JSON,
        "/sign-in/username",
        |call| Box::pin(sign_in(call)),
        Description::new("Sign in with a username and a password")
            .takes::<SignInBody>()
            .answers::<SignInAnswer>()
            .fails(400, &["VALIDATION_ERROR", "PASSWORD_TOO_LONG"])
            .fails(401, &["INVALID_USERNAME_OR_PASSWORD"])
            .fails(403, &["EMAIL_NOT_VERIFIED", "BANNED_USER", "INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"])
            .fails(422, &["USERNAME_TOO_SHORT", "USERNAME_TOO_LONG", "INVALID_USERNAME"]),
    );
    if settings.availability_check { routes.merge(availability_routes()) } else { routes }
}

fn availability_routes() -> ApiRoutes {
    ApiRoutes::new().endpoint(
        JSON,
        "/is-username-available",
        |call| Box::pin(is_available(call)),
        Description::new("Ask whether a username is free")
            .takes::<AvailabilityBody>()
            .answers::<Availability>()
            .fails(400, &["VALIDATION_ERROR"])
            .fails(422, &["USERNAME_TOO_SHORT", "USERNAME_TOO_LONG", "INVALID_USERNAME"]),
    )
}

/// A sign-in.
#[derive(ToSchema)]
#[schema(as = UsernameSignInBody, rename_all = "camelCase")]
struct SignInBody {
    /// The username, in any case.
    username: String,
    /// The password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    /// Where the app goes afterwards.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
    /// Whether to stay signed in when the browser is closed; true if left out.
    remember_me: Option<bool>,
}

impl SignInBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            username: fields.text("username"),
            password: fields.secret("password"),
            callback_url: fields.optional_text("callbackURL"),
            remember_me: fields.optional_flag("rememberMe"),
        };
        fields.finish()?;
        Ok(body)
    }
}

async fn sign_in(call: &mut ApiCall) -> ApiResult {
    let SignInBody { username, password, callback_url, remember_me } = SignInBody::read(call)?;
    call.check_sign_in_origin()?;
    if username.is_empty() || password.expose_secret().is_empty() {
        return Err(usernames::mismatch());
    }
    let identifier = Identifier::Username(asked_for(call, &username)?);
    sign_in_as(call, &identifier, password, SignInWishes { callback_url, remember: remember_me.unwrap_or(true) }).await
}

fn asked_for(call: &ApiCall, typed: &str) -> Result<Username, ApiError> {
    Username::chosen(typed, call.config().username.rules())
        .map_err(|error| usernames::invalid(error, StatusCode::UNPROCESSABLE_ENTITY))
}

/// A username that somebody would like to have.
#[derive(ToSchema)]
struct AvailabilityBody {
    /// It, in any case.
    username: String,
}

/// Whether it is free.
#[derive(Serialize, ToSchema)]
struct Availability {
    /// True if nobody has it or had it.
    available: bool,
}

async fn is_available(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.fields(Shape::Object)?;
    let body = AvailabilityBody { username: fields.text("username") };
    fields.finish()?;
    if body.username.is_empty() {
        return Err(usernames::invalid(InvalidUsername::Malformed, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let username = asked_for(call, &body.username)?;
    answer(&Availability { available: username::is_available(call.app(), &username).await? })
}
