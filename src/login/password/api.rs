//! Signing up, in and out, as JSON.

use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use secrecy::SecretString;
use serde::Serialize;
use utoipa::ToSchema;

use crate::login::password::identifier::Identifier;
use crate::login::password::invited_api::{self, Invited};
use crate::login::password::sign_in::{self, SignIn, SignInError};
use crate::model::email::EmailAddress;
use crate::model::user::{Role, User};
use crate::model::username::Usernames;
use crate::sessions::establish::Admission;
use crate::sessions::{challenge, kept};
use crate::users::address_rules::DomainRefused;
use crate::users::register::{self, RegisterError, Registered, Registration};
use crate::users::terms::Agreement;
use crate::users::verification;
use crate::web::api::body::MediaTypes;
use crate::web::api::call::header_text;
use crate::web::api::fields;
use crate::web::api::objects::{TwoFactorRedirect, UserObject};
use crate::web::api::phone_numbers;
use crate::web::api::session::Use;
use crate::web::api::usernames::{self, SentUsernames};
use crate::web::api::validation::{Shape, chosen_password, claimed_email, entered_password};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::asked_link::AskedLink;

/// Where a link leads that was asked for without a place.
const HOME: &str = "/";

const FORM: Calling = Calling::Post(MediaTypes::JsonOrForm);
const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of signing up, in and out.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            FORM,
            "/sign-up/email",
            |call| Box::pin(sign_up(call)),
            Description::new("Make an account with a mail address and a password")
                .takes::<SignUpBody>()
                .answers::<SignUpAnswer>()
                .fails(400, &["VALIDATION_ERROR", "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG", "EMAIL_PASSWORD_SIGN_UP_DISABLED"])
                .fails(400, &["INVALID_USERNAME", "USERNAME_TOO_SHORT", "USERNAME_TOO_LONG", "USERNAME_IS_ALREADY_TAKEN"])
                .fails(400, &["PASSWORD_COMPROMISED", "EMAIL_DOMAIN_NOT_ALLOWED"])
                .fails(
                    400,
                    &[
                        "FIELD_NOT_ALLOWED",
                        "MISSING_FIELD",
                        "FIELD_IS_ALREADY_TAKEN",
                        "PHONE_NUMBER_CANNOT_BE_SET",
                        "INVITATION_NOT_FOUND",
                    ],
                )
                .fails(422, &["USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL"]),
        )
        .endpoint(
            FORM,
            "/sign-in/email",
            |call| Box::pin(sign_in(call)),
            Description::new("Sign in with a mail address and a password")
                .takes::<SignInBody>()
                .answers::<SignInAnswer>()
                .fails(400, &["VALIDATION_ERROR", "INVALID_EMAIL", "PASSWORD_TOO_LONG"])
                .fails(401, &["INVALID_EMAIL_OR_PASSWORD"])
                .fails(403, &["EMAIL_NOT_VERIFIED", "BANNED_USER", "INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
        .endpoint(
            JSON,
            "/sign-out",
            |call| Box::pin(sign_out(call)),
            Description::new("End the session of this browser").answers::<SignedOut>(),
        )
}

/// Somebody's new account.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct SignUpBody {
    /// How they are called.
    name: String,
    /// Their mail address.
    #[schema(value_type = String, format = Email)]
    email: EmailAddress,
    /// Their password.
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    /// The address of a picture.
    image: Option<String>,
    /// Where the link in the verification mail leads.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
    /// Whether to stay signed in when the browser is closed; true if left out.
    remember_me: Option<bool>,
    /// The secret of an invitation to this address.
    invitation: Option<String>,
    /// That the person agreed to the operator's terms. Whoever did not say so is asked by the next page that is for people.
    terms_accepted: Option<bool>,
    #[serde(flatten)]
    #[schema(value_type = SentUsernames)]
    usernames: Usernames,
}

impl SignUpBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::ObjectAndRecord)?;
        let name = fields.name("name");
        let email = fields.email("email");
        let password = fields.non_empty_secret("password");
        let image = fields.optional_text("image");
        let callback_url = fields.optional_text("callbackURL");
        let remember_me = fields.optional_flag("rememberMe");
        let invitation = fields.optional_text("invitation");
        let terms_accepted = if call.config().terms.is_on() { fields.optional_flag("termsAccepted") } else { None };
        let usernames = SentUsernames::read(call, Shape::ObjectAndRecord)?.of_new_account(call.config())?;
        fields.finish()?;
        phone_numbers::refuse_at_sign_up(call)?;
        Ok(Self { name, email, password, image, callback_url, remember_me, invitation, terms_accepted, usernames })
    }
}

/// The new account, and the token if it can be used at once.
#[derive(Serialize, ToSchema)]
pub(in crate::login::password) struct SignUpAnswer {
    /// The session's token; null where the mail address must be verified first.
    pub(in crate::login::password) token: Option<String>,
    /// The account.
    pub(in crate::login::password) user: UserObject,
}

async fn sign_up(call: &mut ApiCall) -> ApiResult {
    let body = SignUpBody::read(call)?;
    call.check_sign_in_origin()?;
    if body.invitation.is_none() && !call.config().registration.is_open() {
        return Err(closed());
    }
    let password = chosen_password(call.config(), body.password)?;
    let said = fields::of_new_user(call, Shape::ObjectAndRecord)?;
    let shown_fields = call.config().users.fields().shown(&said);
    let agreement = if body.terms_accepted == Some(true) { Agreement::Given } else { Agreement::Owed };
    let remember = body.remember_me.unwrap_or(true);
    if let Some(secret) = &body.invitation {
        let invited = Invited { secret, email: &body.email, name: &body.name, usernames: &body.usernames, fields: &said };
        return invited_api::sign_up(call, invited, &password, (agreement, remember)).await;
    }
    call.write_asked_link(&AskedLink::VerifyEmail { email: body.email.as_str() });
    let registration = Registration {
        email: body.email,
        name: body.name,
        image: body.image,
        usernames: body.usernames.clone(),
        fields: said,
        password,
        role: Role::User,
        email_verified: false,
        agreement,
        asked: call.asked(remember, Some(place_or_home(body.callback_url.as_deref()))),
    };
    let shown_names = call.config().username.enabled.then_some(body.usernames);
    let app = call.app().clone();
    let signed_up = |token: Option<String>, user: &User| {
        answer(&SignUpAnswer { token, user: UserObject::with(&app, user, shown_names, shown_fields) })
    };
    match register::register(call.app(), registration, call.visit.now).await? {
        Registered::SignedIn(established) => {
            call.write_established(&established);
            call.write_last_used_method(&established);
            signed_up(Some(established.token), &established.user)
        }
        Registered::SecondFactorOwed { user, pending } => {
            call.write_pending(&pending);
            signed_up(None, &user)
        }
        Registered::Refused(refusal) => Err((*refusal).into()),
        Registered::CheckYourMail { user } => signed_up(None, &user),
        Registered::UsernameTaken => Err(usernames::taken()),
        Registered::FieldTaken(field) => Err(fields::taken(&field)),
        Registered::DomainRefused => Err(DomainRefused.into()),
        Registered::AddressTaken => Err(ApiError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL",
            "User already exists. Use another email.",
        )),
    }
}

/// The answer where accounts are made by invitation alone, or not at all.
fn closed() -> ApiError {
    ApiError::bad_request("EMAIL_PASSWORD_SIGN_UP_DISABLED", "Email and password sign up is not enabled")
}

fn place_or_home(place: Option<&str>) -> &str {
    place.filter(|place| !place.is_empty()).unwrap_or(HOME)
}

impl From<RegisterError> for ApiError {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Password(error) => error.into(),
            RegisterError::Store(error) => error.into(),
        }
    }
}

/// A sign-in.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct SignInBody {
    /// The mail address.
    email: String,
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
            email: fields.text("email"),
            password: fields.secret("password"),
            callback_url: fields.optional_text("callbackURL"),
            remember_me: fields.optional_flag("rememberMe"),
        };
        fields.finish()?;
        Ok(body)
    }
}

/// What comes of a right password.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(in crate::login) enum SignInAnswer {
    /// A session.
    SignedIn(Box<SignedInAnswer>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The session that began.
#[derive(Serialize, ToSchema)]
pub(in crate::login) struct SignedInAnswer {
    /// Whether the client goes to `url`.
    redirect: bool,
    /// The session's token.
    token: String,
    /// The place that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// Who is signed in.
    user: UserObject,
}

async fn sign_in(call: &mut ApiCall) -> ApiResult {
    let SignInBody { email, password, callback_url, remember_me } = SignInBody::read(call)?;
    call.check_sign_in_origin()?;
    let identifier = Identifier::Email(claimed_email(&email)?);
    sign_in_as(call, &identifier, password, SignInWishes { callback_url, remember: remember_me.unwrap_or(true) }).await
}

/// What an app wants of a sign-in.
pub(in crate::login) struct SignInWishes {
    /// Where the app goes afterwards.
    pub(in crate::login) callback_url: Option<String>,
    /// Whether to stay signed in when the browser is closed.
    pub(in crate::login) remember: bool,
}

/// Answers a sign-in with a password.
pub(in crate::login) async fn sign_in_as(
    call: &mut ApiCall,
    identifier: &Identifier,
    password: SecretString,
    wishes: SignInWishes,
) -> ApiResult {
    let SignInWishes { callback_url, remember } = wishes;
    match admit(call, identifier, password, (remember, callback_url.as_deref())).await? {
        Admission::SignedIn(established) => {
            call.write_established(&established);
            // Better Auth's plugin has no name for a sign-in by username.
            if matches!(identifier, Identifier::Email(_)) {
                call.write_last_used_method(&established);
            }
            let body = SignedInAnswer {
                redirect: callback_url.as_deref().is_some_and(|place| !place.is_empty()),
                token: established.token.clone(),
                user: UserObject::of(call.app(), &established.user).await?,
                url: callback_url.clone(),
            };
            answer_with_place(&SignInAnswer::SignedIn(Box::new(body)), callback_url.as_deref())
        }
        Admission::SecondFactorOwed(pending) => {
            call.write_pending(&pending);
            let body = SignInAnswer::SecondFactorOwed(TwoFactorRedirect::from(&*pending));
            answer_with_place(&body, callback_url.as_deref())
        }
        Admission::Refused(refusal) => Err((*refusal).into()),
    }
}

/// Judges a sign-in with a password; the answer is the caller's.
pub(in crate::login) async fn admit(
    call: &mut ApiCall,
    identifier: &Identifier,
    password: SecretString,
    (remember, callback_url): (bool, Option<&str>),
) -> Result<Admission, ApiError> {
    let password = entered_password(password)?;
    let now = call.visit.now;
    let asked = call.asked(remember, None);
    match sign_in::sign_in(call.app(), identifier, &password, asked, now).await? {
        SignIn::Admitted(admission) => Ok(admission),
        SignIn::Mismatch => Err(mismatch(identifier)),
        SignIn::TooManyTries { until } => Err(ApiError::too_many_tries(until, now)),
        SignIn::EmailUnverified { email } => {
            let place = Some(place_or_home(callback_url));
            verification::request(call.app(), &email, call.visit.locale.tag(), place, now).await?;
            call.write_asked_link(&AskedLink::VerifyEmail { email: email.as_str() });
            Err(ApiError::new(StatusCode::FORBIDDEN, "EMAIL_NOT_VERIFIED", "Email not verified"))
        }
        SignIn::Disabled => Err(ApiError::new(StatusCode::FORBIDDEN, "BANNED_USER", "This account is disabled")),
    }
}

/// The place that was asked for stands in a header too.
fn answer_with_place(body: &SignInAnswer, place: Option<&str>) -> ApiResult {
    let place = place.filter(|place| !place.is_empty());
    let location = place.and_then(|place| HeaderValue::from_str(&header_text(place)).ok());
    let mut response = answer(body)?;
    response.headers_mut().extend(location.map(|location| (LOCATION, location)));
    Ok(response)
}

/// One answer for whatever is wrong.
fn mismatch(identifier: &Identifier) -> ApiError {
    match identifier {
        Identifier::Email(_) => ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_EMAIL_OR_PASSWORD", "Invalid email or password"),
        Identifier::Username(_) => usernames::mismatch(),
        Identifier::Phone(_) => {
            ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_PHONE_NUMBER_OR_PASSWORD", "Invalid phone number or password")
        }
    }
}

impl From<SignInError> for ApiError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Overloaded(error) => error.into(),
            SignInError::Store(error) => error.into(),
        }
    }
}

/// The browser is signed out.
#[derive(Serialize, ToSchema)]
struct SignedOut {
    /// Always true.
    success: bool,
}

async fn sign_out(call: &mut ApiCall) -> ApiResult {
    let active = call.session(Use::Look).await?.map(|signed_in| signed_in.session);
    let ended = kept::end_all(call.app(), active.as_ref(), (&call.visit.origin, call.visit.now)).await?;
    call.write_ended(&ended);
    if let Some(secret) = call.visit.pending_sign_in() {
        challenge::abandon(call.app(), secret).await?;
        call.forget_pending();
    }
    answer(&SignedOut { success: true })
}
