//! `/sign-in/anonymous` and `/delete-anonymous-user`.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::sessions::end::Ended;
use crate::sessions::establish::Admission;
use crate::users::{anonymous, erase, permission};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::{Success, TwoFactorRedirect, UserObject};
use crate::web::api::session::Use;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of people who say nothing about themselves.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Post(MediaTypes::JsonOrForm),
            "/sign-in/anonymous",
            |call| Box::pin(sign_in(call)),
            Description::new("Sign somebody in who says nothing about themselves")
                .answers::<AnonymousAnswer>()
                .fails(400, &["ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY"])
                .fails(403, &["INVALID_ORIGIN", "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"]),
        )
        .endpoint(
            JSON,
            "/delete-anonymous-user",
            |call| Box::pin(delete(call)),
            Description::new("Delete the anonymous user who is signed in")
                .answers::<Success>()
                .needs_session()
                .fails(400, &["DELETE_ANONYMOUS_USER_DISABLED"])
                .fails(403, &["USER_IS_NOT_ANONYMOUS"]),
        )
}

/// What comes of it.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum AnonymousAnswer {
    /// A session.
    SignedIn(Box<SignedInAnonymously>),
    /// The question for a second factor.
    SecondFactorOwed(TwoFactorRedirect),
}

/// The session that began.
#[derive(Serialize, ToSchema)]
struct SignedInAnonymously {
    /// The session's token.
    token: String,
    /// Who is signed in.
    user: UserObject,
}

async fn sign_in(call: &mut ApiCall) -> ApiResult {
    call.check_sign_in_origin()?;
    if call.session(Use::Look).await?.is_some_and(|signed_in| signed_in.user.is_anonymous) {
        let message = "Anonymous users cannot sign in again anonymously";
        return Err(ApiError::bad_request("ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY", message));
    }
    match anonymous::sign_in(call.app(), call.asked(true, None), call.visit.now).await? {
        Admission::SignedIn(established) => {
            call.write_established(&established);
            let user = UserObject::of(call.app(), &established.user).await?;
            answer(&AnonymousAnswer::SignedIn(Box::new(SignedInAnonymously { token: established.token, user })))
        }
        Admission::SecondFactorOwed(pending) => {
            call.write_pending(&pending);
            answer(&AnonymousAnswer::SecondFactorOwed(TwoFactorRedirect::from(&*pending)))
        }
        Admission::Refused(refusal) => Err((*refusal).into()),
    }
}

async fn delete(call: &mut ApiCall) -> ApiResult {
    let signed_in = call.signed_in().await?;
    if !call.config().anonymous.delete {
        return Err(ApiError::bad_request("DELETE_ANONYMOUS_USER_DISABLED", "Deleting anonymous users is disabled"));
    }
    if !signed_in.user.is_anonymous {
        return Err(ApiError::new(StatusCode::FORBIDDEN, "USER_IS_NOT_ANONYMOUS", "User is not anonymous"));
    }
    let may = permission::to_erase(call.app(), &signed_in.user, (&call.visit.origin, call.visit.now)).await?;
    erase::erase_now(call.app(), &signed_in.user.id, &may, (&call.visit.origin, call.visit.now)).await?;
    call.write_ended(&Ended::found_dead());
    answer(&Success::DONE)
}
