//! Deleting the account, as JSON: a mailed link does it, or a call with that link's token. Where the operator asks for no mail, the
//! password or a fresh session does.

use axum::http::StatusCode;
use secrecy::SecretString;
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::user::User;
use crate::one_time::SecretError;
use crate::sessions::end::Ended;
use crate::users::erase;
use crate::users::password::{self, Judgement};
use crate::users::permission;
use crate::web::api::body::MediaTypes;
use crate::web::api::validation::{Shape, entered_password};
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::asked_link::AskedLink;
use crate::web::visit::SignedIn;

/// Where the link leads that was asked for without a place.
const HOME: &str = "/";

/// The endpoint of deleting the account.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new().endpoint(
        Calling::Post(MediaTypes::Json),
        "/delete-user",
        |call| Box::pin(delete_user(call)),
        Description::new("Delete the account: by a mailed link or its token, or at once where the operator allows it")
            .takes::<DeleteBody>()
            .answers::<DeleteAnswer>()
            .needs_session()
            .fails(400, &["VALIDATION_ERROR", "INVALID_PASSWORD", "CREDENTIAL_ACCOUNT_NOT_FOUND", "SESSION_EXPIRED"])
            .fails(404, &["INVALID_TOKEN"]),
    )
}

/// What proves the wish.
#[derive(ToSchema)]
struct DeleteBody {
    /// Where the link leads afterwards.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
    /// The password; if sent, it must be right.
    #[schema(value_type = Option<String>, format = Password)]
    password: Option<SecretString>,
    /// The token of a mailed link.
    token: Option<String>,
}

impl DeleteBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self {
            callback_url: fields.optional_text("callbackURL"),
            password: fields.optional_secret("password"),
            token: fields.optional_text("token"),
        };
        fields.finish()?;
        Ok(body)
    }
}

/// What happened.
#[derive(Serialize, ToSchema)]
struct DeleteAnswer {
    /// Always true.
    success: bool,
    /// Whether the account is gone or a mail is on its way.
    message: &'static str,
}

async fn delete_user(call: &mut ApiCall) -> ApiResult {
    let DeleteBody { callback_url, password, token } = DeleteBody::read(call)?;
    let signed_in = call.signed_in().await?;
    if !call.config().accounts.delete {
        return Err(ApiError::no_such_endpoint());
    }
    call.must_have_all_factors(&signed_in).await?;
    let SignedIn { session, user, .. } = signed_in;
    let with_password = password.is_some();
    if let Some(password) = password {
        check_password(call, &user, password).await?;
    }
    if let Some(token) = token.filter(|token| !token.is_empty()) {
        return delete_by_token(call, &user, &token).await;
    }
    // Nobody reads the mail to a placeholder.
    if !call.config().accounts.confirm_deletion || !user.has_address() {
        if !with_password && !call.is_fresh(&session) {
            let message = "Session expired. Re-authenticate to perform this action.";
            return Err(ApiError::bad_request("SESSION_EXPIRED", message));
        }
        let at = (&call.visit.origin, call.visit.now);
        let may = permission::to_erase(call.app(), &user, at).await?;
        erase::erase_now(call.app(), &user.id, &may, at).await?;
        return deleted(call);
    }
    let place = callback_url.as_deref().filter(|place| !place.is_empty()).unwrap_or(HOME);
    erase::request(call.app(), &user, call.visit.locale.tag(), Some(place), call.visit.now).await?;
    call.write_asked_link(&AskedLink::DeleteAccount { user: &user.id });
    answer(&DeleteAnswer { success: true, message: "Verification email sent" })
}

async fn check_password(call: &ApiCall, user: &User, password: SecretString) -> Result<(), ApiError> {
    let shown = entered_password(password).map_err(|_| ApiError::invalid_password())?;
    match password::judge(call.app(), user, &shown, call.visit.now).await? {
        Judgement::Right => Ok(()),
        Judgement::Wrong => Err(ApiError::invalid_password()),
        Judgement::NoPassword => Err(ApiError::no_password()),
        Judgement::TooManyTries { until } => Err(ApiError::too_many_tries(until, call.visit.now)),
    }
}

fn deleted(call: &mut ApiCall) -> ApiResult {
    call.write_ended(&Ended::found_dead());
    answer(&DeleteAnswer { success: true, message: "User deleted" })
}

async fn delete_by_token(call: &mut ApiCall, user: &User, token: &str) -> ApiResult {
    let at = (&call.visit.origin, call.visit.now);
    let erased = match erase::look_up(call.app(), token).await {
        Ok(owner) if owner == user.id => {
            let may = permission::to_erase(call.app(), user, at).await?;
            erase::by_link(call.app(), &user.id, token, &may, at).await
        }
        Ok(_) => Err(SecretError::Unknown),
        Err(error) => Err(error),
    };
    match erased {
        Ok(_) => deleted(call),
        Err(SecretError::Store(error)) => Err(error.into()),
        Err(SecretError::Unknown | SecretError::Spent | SecretError::Expired) => {
            Err(ApiError::invalid_token(StatusCode::NOT_FOUND))
        }
    }
}
