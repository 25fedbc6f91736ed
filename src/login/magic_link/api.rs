//! Links to sign in with, as JSON and as links that lead back to an app.

use axum::http::StatusCode;
use axum::http::header::ORIGIN;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use crate::app::App;
use crate::events::outbox::{LinkDestination, MagicLinkRequest, Reply};
use crate::model::callback_url::CallbackUrl;
use crate::model::email::EmailAddress;
use crate::model::urls;
use crate::one_time::SecretError;
use crate::sessions::challenge::PendingSignIn;
use crate::sessions::establish::{Admission, Established};
use crate::store::StoreError;
use crate::users::magic_link::{self, FollowedLink};
use crate::users::proved_address::Refusal;
use crate::web::api::body::MediaTypes;
use crate::web::api::call::redirect_to;
use crate::web::api::objects::{SessionObject, Status, TwoFactorRedirect, UserObject};
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer, callback_url};
use crate::web::asked_link::AskedLink;

/// Where a link leads that was asked for without a place.
const HOME: &str = "/";

/// The endpoints of links to sign in with.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Post(MediaTypes::Json),
            "/sign-in/magic-link",
            |call| Box::pin(send(call)),
            Description::new("Mail a link that signs in")
                .takes::<LinkRequestBody>()
                .answers::<Status>()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(
                    403,
                    &[
                        "INVALID_CALLBACK_URL",
                        "INVALID_NEW_USER_CALLBACK_URL",
                        "INVALID_ERROR_CALLBACK_URL",
                        "INVALID_ORIGIN",
                        "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED",
                    ],
                ),
        )
        .endpoint(
            Calling::Link,
            "/magic-link/verify",
            |call| Box::pin(verify(call)),
            Description::new("Follow a mailed link that signs in")
                .query("token", Required::True)
                .query("callbackURL", Required::False)
                .query("newUserCallbackURL", Required::False)
                .query("errorCallbackURL", Required::False)
                .answers::<LinkAnswer>()
                .redirects()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(403, &["INVALID_CALLBACK_URL"]),
        )
}

/// Whoever wants to sign in.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct LinkRequestBody {
    /// Their mail address.
    #[schema(value_type = String, format = Email)]
    email: EmailAddress,
    /// How a new account is called.
    name: Option<String>,
    /// Where the link leads.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
    /// Where it leads those whose account is made.
    #[schema(rename = "newUserCallbackURL")]
    new_user_callback_url: Option<String>,
    /// Where it leads when nothing comes of it.
    #[schema(rename = "errorCallbackURL")]
    error_callback_url: Option<String>,
}

impl LinkRequestBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            email: fields.email("email"),
            name: fields.optional_name("name"),
            callback_url: fields.optional_text("callbackURL"),
            new_user_callback_url: fields.optional_text("newUserCallbackURL"),
            error_callback_url: fields.optional_text("errorCallbackURL"),
        };
        // What apps tell their own mailer; ours has no use for it.
        fields.optional_record("metadata");
        fields.finish()?;
        Ok(body)
    }
}

fn place(named: Option<String>) -> Option<String> {
    named.filter(|place| !place.is_empty())
}

async fn send(call: &mut ApiCall) -> ApiResult {
    let body = LinkRequestBody::read(call)?;
    call.check_sign_in_origin()?;
    call.write_asked_link(&AskedLink::MagicLink { email: body.email.as_str() });
    let request = MagicLinkRequest {
        email: body.email.into(),
        name: body.name,
        remember: true,
        destination: LinkDestination::App {
            new_user_callback_url: place(body.new_user_callback_url),
            error_callback_url: place(body.error_callback_url),
        },
        user_agent: call.visit.origin.user_agent.clone(),
    };
    let callback = place(body.callback_url);
    let reply = Reply { locale: call.visit.locale.tag(), callback_url: Some(callback.as_deref().unwrap_or(HOME)) };
    magic_link::request(call.app(), request, reply, call.visit.now).await?;
    answer(&Status::DONE)
}

/// What comes of a link.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum LinkAnswer {
    /// A session.
    SignedIn(Box<VerifiedLink>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The session that began.
#[derive(Serialize, ToSchema)]
struct VerifiedLink {
    /// The session's token.
    token: String,
    /// Who is signed in.
    user: UserObject,
    /// The session.
    session: SessionObject,
}

impl VerifiedLink {
    async fn of(app: &App, established: &Established) -> Result<Self, StoreError> {
        Ok(Self {
            token: established.token.clone(),
            user: UserObject::of(app, &established.user).await?,
            session: SessionObject::of(app, &established.session, established.token.clone()).await?,
        })
    }
}

/// A link as it was opened.
struct OpenedLink {
    token: String,
    callback: Option<CallbackUrl>,
    new_user: Option<CallbackUrl>,
    error: Option<CallbackUrl>,
}

impl OpenedLink {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.query_fields();
        let token = fields.text("token");
        let named = ["callbackURL", "newUserCallbackURL", "errorCallbackURL"].map(|name| place(fields.optional_text(name)));
        fields.finish()?;
        let trusted = &call.visit.server.trusted_origins;
        let parse = |named: Option<String>| named.map(|text| callback_url::parse(&text, trusted)).transpose();
        let [callback, new_user, error] = named.map(parse);
        let untrusted = |_| ApiError::new(StatusCode::FORBIDDEN, "INVALID_CALLBACK_URL", "Invalid callbackURL");
        let (callback, new_user, error) = (callback.map_err(untrusted)?, new_user.map_err(untrusted)?, error.map_err(untrusted)?);
        Ok(Self { token, callback, new_user, error })
    }

    /// Leads whoever opened the link to the page that asks before anything is done.
    fn ask_first(&self) -> ApiResult {
        let places = [
            ("callbackURL", self.callback.as_ref()),
            ("newUserCallbackURL", self.new_user.as_ref()),
            ("errorCallbackURL", self.error.as_ref()),
        ];
        let places = places.into_iter().filter_map(|(name, place)| Some((name, place?.as_str())));
        let query: Vec<_> = std::iter::once(("token", self.token.as_str())).chain(places).collect();
        redirect_to(&urls::with_query(urls::MAGIC_LINK, &query), StatusCode::SEE_OTHER)
    }

    /// Tells the app that the link did nothing.
    fn refuse(&self, call: &ApiCall, error: &str) -> ApiResult {
        let trusted = &call.visit.server.trusted_origins;
        let place = self.error.as_ref().or(self.callback.as_ref());
        let home = CallbackUrl::parse_path(HOME).ok();
        match place.or(home.as_ref()) {
            Some(place) => {
                let told = callback_url::with_parameter(place, trusted, "error", error);
                redirect_to(&told.absolute(trusted.own()), StatusCode::FOUND)
            }
            None => Err(ApiError::invalid_token(StatusCode::BAD_REQUEST)),
        }
    }
}

/// Whether a script of a page that is not trusted makes the call: it may not sign its visitor in.
fn is_foreign(call: &ApiCall) -> bool {
    let text = |name| call.headers.get(name).and_then(|value| value.to_str().ok());
    let elsewhere = matches!(text(SEC_FETCH_SITE), Some("cross-site" | "same-site"));
    match call.headers.get(ORIGIN) {
        Some(origin) => !origin.to_str().is_ok_and(|origin| call.visit.server.trusted_origins.trusts_url(origin)),
        None => elsewhere,
    }
}

const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// A program asks its person by itself; a browser is led to the page that does, and from there to `place`.
fn ask_second_factor(call: &mut ApiCall, pending: &PendingSignIn, place: Option<&CallbackUrl>) -> ApiResult {
    call.write_pending(pending);
    if call.is_script() {
        return answer(&LinkAnswer::SecondFactorOwed(TwoFactorRedirect::from(pending)));
    }
    redirect_to(&urls::second_factor(place.map_or(urls::ACCOUNT, CallbackUrl::as_str)), StatusCode::FOUND)
}

async fn verify(call: &mut ApiCall) -> ApiResult {
    let link = OpenedLink::read(call)?;
    let shown = match magic_link::look_up(call.app(), &link.token).await {
        Ok(shown) => shown,
        Err(SecretError::Store(error)) => return Err(error.into()),
        Err(_) if call.is_head() => return link.ask_first(),
        Err(_) => return link.refuse(call, "INVALID_TOKEN"),
    };
    let request = &shown.payload.request;
    let asked_here = call.was_asked(&AskedLink::MagicLink { email: &request.email });
    if call.is_head() || !(asked_here || call.is_script() && !is_foreign(call)) {
        return link.ask_first();
    }
    let asked = call.asked(request.remember, None);
    match magic_link::follow(call.app(), &link.token, asked, call.visit.now).await {
        Ok(FollowedLink::Entered(entered)) => {
            let place = link.new_user.as_ref().filter(|_| entered.is_new).or(link.callback.as_ref());
            let place = place.filter(|_| link.callback.is_some());
            match entered.admission {
                Admission::SignedIn(established) => {
                    call.write_established(&established);
                    call.write_last_used_method(&established);
                    match place {
                        Some(place) => redirect_to(&place.absolute(call.visit.server.trusted_origins.own()), StatusCode::FOUND),
                        None => answer(&LinkAnswer::SignedIn(Box::new(VerifiedLink::of(call.app(), &established).await?))),
                    }
                }
                Admission::SecondFactorOwed(pending) => ask_second_factor(call, &pending, place),
                Admission::Refused(refusal) => link.refuse(call, &refusal.code),
            }
        }
        Ok(FollowedLink::Refused(Refusal::SignUpClosed)) => link.refuse(call, "new_user_signup_disabled"),
        Ok(FollowedLink::Refused(Refusal::Disabled)) => link.refuse(call, "BANNED_USER"),
        Ok(FollowedLink::Refused(Refusal::Outdated)) => link.refuse(call, "INVALID_TOKEN"),
        Err(SecretError::Store(error)) => Err(error.into()),
        Err(_) => link.refuse(call, "INVALID_TOKEN"),
    }
}
