//! Mailed links that prove an address or an intention, as JSON and as links that lead back to an app.
//!
//! A link does its work by GET only where that is sure to be wanted: in the browser that asked for it, in one in which its person is
//! signed in, or called by a script. Whoever else opens one (a scanner, another device) is led to the page that asks first.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use crate::model::callback_url::CallbackUrl;
use crate::model::email::EmailAddress;
use crate::model::ids::UserId;
use crate::model::urls;
use crate::one_time::{Purpose, SecretError};
use crate::sessions::end::Ended;
use crate::store::users;
use crate::users::email_change::{self, Changed, Step};
use crate::users::permission;
use crate::users::{erase, verification};
use crate::web::api::body::MediaTypes;
use crate::web::api::call::{redirect, redirect_to};
use crate::web::api::objects::{Status, UserObject};
use crate::web::api::session::Use;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer, callback_url};
use crate::web::asked_link::AskedLink;
use crate::web::visit::SignedIn;

/// Where a link leads that was asked for without a place.
const HOME: &str = "/";

/// The endpoints of mailed links.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Post(MediaTypes::Json),
            "/send-verification-email",
            |call| Box::pin(send_verification_email(call)),
            Description::new("Mail a link that proves the mail address")
                .takes::<VerificationRequestBody>()
                .answers::<Status>()
                .fails(400, &["VALIDATION_ERROR", "EMAIL_MISMATCH", "EMAIL_ALREADY_VERIFIED"])
                .fails(403, &["INVALID_CALLBACK_URL"]),
        )
        .endpoint(
            Calling::Link,
            "/verify-email",
            |call| Box::pin(verify_email(call)),
            Description::new("Follow a mailed link that proves an address or changes it")
                .query("token", Required::True)
                .query("callbackURL", Required::False)
                .answers::<VerifyAnswer>()
                .redirects()
                .fails(401, &["INVALID_TOKEN", "TOKEN_EXPIRED", "INVALID_USER"]),
        )
        .endpoint(
            Calling::Link,
            "/delete-user/callback",
            |call| Box::pin(delete_user(call)),
            Description::new("Follow a mailed link that deletes the account")
                .query("token", Required::True)
                .query("callbackURL", Required::False)
                .answers::<Deleted>()
                .redirects()
                .fails(404, &["NOT_FOUND", "FAILED_TO_GET_USER_INFO", "INVALID_TOKEN"]),
        )
}

/// Whose address is to be proved.
#[derive(ToSchema)]
struct VerificationRequestBody {
    /// The address.
    #[schema(value_type = String, format = Email)]
    email: EmailAddress,
    /// Where the link leads.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
}

impl VerificationRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { email: fields.email("email"), callback_url: fields.optional_text("callbackURL") };
        fields.finish()?;
        Ok(body)
    }
}

async fn send_verification_email(call: &mut ApiCall) -> ApiResult {
    let VerificationRequestBody { email, callback_url } = VerificationRequestBody::read(call)?;
    if let Some(SignedIn { user, .. }) = call.session(Use::Extend).await? {
        if user.email != email.as_str() {
            return Err(ApiError::bad_request("EMAIL_MISMATCH", "Email mismatch"));
        }
        if user.email_verified {
            return Err(ApiError::bad_request("EMAIL_ALREADY_VERIFIED", "Email is already verified"));
        }
    }
    let place = callback_url.as_deref().filter(|place| !place.is_empty()).unwrap_or(HOME);
    verification::request(call.app(), &email, call.visit.locale.tag(), Some(place), call.visit.now).await?;
    call.write_asked_link(&AskedLink::VerifyEmail { email: email.as_str() });
    answer(&Status::DONE)
}

/// The link did its work.
#[derive(Serialize, ToSchema)]
struct VerifyAnswer {
    /// Always true.
    status: bool,
    /// The person, if their address changed.
    user: Option<UserObject>,
}

/// What a mailed link is for, as its token says.
enum Link {
    /// To prove the address of an account.
    VerifyEmail {
        /// The address.
        email: String,
    },
    /// To take a step of a change of address.
    ChangeEmail {
        /// Which.
        step: Step,
        /// Whose.
        user: UserId,
        /// To which address.
        to: String,
    },
}

impl Link {
    /// Looks a token up without spending it.
    async fn find(call: &ApiCall, token: &str) -> Result<Self, SecretError> {
        match verification::look_up(call.app(), token).await {
            Ok(payload) => return Ok(Self::VerifyEmail { email: payload.email }),
            Err(SecretError::Unknown) => {}
            Err(error) => return Err(error),
        }
        for step in [Step::Confirm, Step::Verify] {
            match email_change::look_up(call.app(), step, token).await {
                Ok((user, payload)) => return Ok(Self::ChangeEmail { step, user, to: payload.to }),
                Err(SecretError::Unknown) => {}
                Err(error) => return Err(error),
            }
        }
        Err(SecretError::Unknown)
    }

    fn is_of(&self, signed_in: &SignedIn) -> bool {
        match self {
            Self::VerifyEmail { email } => signed_in.user.email == *email,
            Self::ChangeEmail { user, .. } => signed_in.user.id == *user,
        }
    }

    fn asked(&self) -> AskedLink<'_> {
        match self {
            Self::VerifyEmail { email } => AskedLink::VerifyEmail { email },
            Self::ChangeEmail { user, to, .. } => AskedLink::ChangeEmail { user, to },
        }
    }

    const fn purpose(&self) -> Purpose {
        match self {
            Self::VerifyEmail { .. } => Purpose::VerifyEmail,
            Self::ChangeEmail { step: Step::Confirm, .. } => Purpose::ConfirmEmailChange,
            Self::ChangeEmail { step: Step::Verify, .. } => Purpose::VerifyNewEmail,
        }
    }
}

/// Reads the query of a link: its token, and where it leads.
fn opened(call: &ApiCall) -> Result<(String, Option<CallbackUrl>), ApiError> {
    let mut fields = call.query_fields();
    let token = fields.text("token");
    fields.optional_text("callbackURL");
    fields.finish()?;
    Ok((token, call.link_callback()?))
}

/// Leads whoever opened a link to the page that asks before anything is done.
fn ask_first(purpose: Purpose, token: &str, callback: Option<&CallbackUrl>) -> ApiResult {
    let place = callback.map(|callback| ("callbackURL", callback.as_str()));
    let named = [("purpose", purpose.as_str()), ("token", token)];
    let query: Vec<_> = named.into_iter().chain(place).collect();
    redirect_to(&urls::with_query(urls::CONFIRM_LINK, &query), StatusCode::SEE_OTHER)
}

/// Tells the app that a link did nothing: at the place where it leads, or here.
fn refuse(call: &ApiCall, callback: Option<&CallbackUrl>, error: ApiError) -> ApiResult {
    match (callback, error.code()) {
        (Some(callback), Some(code)) if !error.is_fault() => {
            redirect(&callback_url::with_parameter(callback, &call.visit.server.trusted_origins, "error", code))
        }
        _ => Err(error),
    }
}

fn done(callback: Option<&CallbackUrl>, body: &impl Serialize) -> ApiResult {
    callback.map_or_else(|| answer(body), redirect)
}

async fn verify_email(call: &mut ApiCall) -> ApiResult {
    let (token, callback) = opened(call)?;
    let callback = callback.as_ref();
    let link = match Link::find(call, &token).await {
        Ok(link) => link,
        Err(_) if call.is_head() => return ask_first(Purpose::VerifyEmail, &token, callback),
        Err(error) => return refuse(call, callback, ApiError::of_secret(error, StatusCode::UNAUTHORIZED)),
    };
    let signed_in = call.session(Use::Look).await?;
    let own = signed_in.as_ref().is_some_and(|signed_in| link.is_of(signed_in));
    if call.is_head() || !(own || call.is_script() || call.was_asked(&link.asked())) {
        return ask_first(link.purpose(), &token, callback);
    }
    match link {
        Link::VerifyEmail { .. } => {
            let enters = signed_in.is_none() && (call.is_program() || call.was_asked(&link.asked()));
            match prove(call, &token, enters).await {
                Ok(()) => {
                    if let Some(SignedIn { session, token, .. }) = signed_in.filter(|_| own && signs_in(call)) {
                        call.write_again(&token, session.remembered);
                    }
                    done(callback, &VerifyAnswer { status: true, user: None })
                }
                Err(error) => refuse(call, callback, ApiError::of_secret(error, StatusCode::UNAUTHORIZED)),
            }
        }
        Link::ChangeEmail { .. } if signed_in.is_some() && !own => {
            refuse(call, callback, ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_USER", "Invalid user"))
        }
        Link::ChangeEmail { step: Step::Confirm, .. } => {
            // The second link is mailed now, and lives as long again.
            call.write_asked_link(&link.asked());
            change_email(call, Step::Confirm, &token, callback, signed_in).await
        }
        Link::ChangeEmail { step, .. } => change_email(call, step, &token, callback, signed_in).await,
    }
}

/// Whether the operator wants the link that proves an address to sign in too.
fn signs_in(call: &ApiCall) -> bool {
    call.config().registration.sign_in_after_verification
}

/// Proves an address, and signs in whoever `enters` where the operator wants that: never a browser that did not ask for the link,
/// which another person may have lured there, and never in place of somebody who is signed in.
async fn prove(call: &mut ApiCall, token: &str, enters: bool) -> Result<(), SecretError> {
    let now = call.visit.now;
    if !(enters && signs_in(call)) {
        return verification::verify(call.app(), token, &call.visit.origin, now).await.map(drop);
    }
    let entered = verification::verify_and_sign_in(call.app(), token, call.asked(true, None), now).await?;
    if let Some(established) = entered.established {
        call.write_established(&established);
    }
    Ok(())
}

async fn change_email(
    call: &mut ApiCall,
    step: Step,
    token: &str,
    callback: Option<&CallbackUrl>,
    signed_in: Option<SignedIn>,
) -> ApiResult {
    match email_change::take(call.app(), step, token, &call.visit.origin, call.visit.now).await {
        Ok(Changed::NewAddressMailed { .. }) => done(callback, &Status::DONE),
        Ok(Changed::Changed { user, .. }) => {
            if let Some(SignedIn { session, token, .. }) = signed_in {
                call.write_again(&token, session.remembered);
            }
            let user = UserObject::of(call.app(), &user).await?;
            done(callback, &VerifyAnswer { status: true, user: Some(user) })
        }
        Ok(Changed::AddressTaken { .. }) => {
            let error = ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "USER_ALREADY_EXISTS", "User already exists");
            refuse(call, callback, error)
        }
        Err(error) => refuse(call, callback, ApiError::of_secret(error, StatusCode::UNAUTHORIZED)),
    }
}

/// The account is gone.
#[derive(Serialize, ToSchema)]
struct Deleted {
    /// Always true.
    success: bool,
    /// What happened.
    message: &'static str,
}

async fn delete_user(call: &mut ApiCall) -> ApiResult {
    let (token, callback) = opened(call)?;
    let callback = callback.as_ref();
    if !call.config().accounts.delete {
        return Err(ApiError::new(StatusCode::NOT_FOUND, "NOT_FOUND", "Not found"));
    }
    if call.is_head() {
        return ask_first(Purpose::DeleteAccount, &token, callback);
    }
    let owner = match call.session(Use::Extend).await? {
        Some(signed_in) => signed_in.user,
        None if call.is_script() => {
            return Err(ApiError::new(StatusCode::NOT_FOUND, "FAILED_TO_GET_USER_INFO", "Failed to get user info"));
        }
        None => match erase::look_up(call.app(), &token).await {
            Ok(owner) if call.was_asked(&AskedLink::DeleteAccount { user: &owner }) => {
                let mut unit = call.app().store.read("login.verification.owner").await?;
                users::by_id(&mut unit, &owner).await?.ok_or_else(|| ApiError::invalid_token(StatusCode::NOT_FOUND))?
            }
            Err(SecretError::Store(error)) => return Err(error.into()),
            _ => return ask_first(Purpose::DeleteAccount, &token, callback),
        },
    };
    let at = (&call.visit.origin, call.visit.now);
    let erased = match erase::look_up(call.app(), &token).await {
        Ok(subject) if subject == owner.id => {
            let may = permission::to_erase(call.app(), &owner, at).await?;
            erase::by_link(call.app(), &owner.id, &token, &may, at).await
        }
        Ok(_) => Err(SecretError::Unknown),
        Err(error) => Err(error),
    };
    match erased {
        Ok(_) => {
            call.write_ended(&Ended::found_dead());
            done(callback, &Deleted { success: true, message: "User deleted" })
        }
        Err(SecretError::Store(error)) => Err(error.into()),
        Err(SecretError::Unknown) if !call.is_script() => ask_first(Purpose::DeleteAccount, &token, callback),
        Err(_) => Err(ApiError::invalid_token(StatusCode::NOT_FOUND)),
    }
}
