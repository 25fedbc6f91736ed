//! Signing up as JSON with an invitation.

use axum::http::StatusCode;

use crate::login::password::api::SignUpAnswer;
use crate::model::additional_fields::FieldValues;
use crate::model::email::EmailAddress;
use crate::model::password::Password;
use crate::model::username::Usernames;
use crate::one_time::SecretError;
use crate::sessions::establish::Admission;
use crate::users::sign_up_link::{self, LinkError, NewAccount, SignedUp, Way};
use crate::users::terms::Agreement;
use crate::web::api::objects::{TwoFactorRedirect, UserObject};
use crate::web::api::{ApiCall, ApiError, ApiResult, answer};
use crate::web::api::{fields, usernames};

/// Who shows an invitation.
pub(super) struct Invited<'a> {
    /// The secret of its link.
    pub(super) secret: &'a str,
    /// Whose they say it is.
    pub(super) email: &'a EmailAddress,
    /// How they are called.
    pub(super) name: &'a str,
    /// What else.
    pub(super) usernames: &'a Usernames,
    /// What they say in the fields that the operator declared.
    pub(super) fields: &'a FieldValues,
}

/// One answer for an invitation that there is not, that was used, withdrawn or forgotten by time, and for one to somebody else.
fn not_found() -> ApiError {
    ApiError::bad_request("INVITATION_NOT_FOUND", "Invitation not found")
}

impl From<LinkError> for ApiError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Dead(SecretError::Store(error)) => error.into(),
            LinkError::Dead(_) | LinkError::Closed => not_found(),
            LinkError::Password(error) => error.into(),
        }
    }
}

/// Makes the account of an invitation.
pub(super) async fn sign_up(
    call: &mut ApiCall,
    invited: Invited<'_>,
    password: &Password,
    wishes: (Agreement, bool),
) -> ApiResult {
    let (agreement, remember) = wishes;
    let now = call.visit.now;
    let offer = sign_up_link::look_up(call.app(), invited.secret, now).await?;
    if !offer.is_invitation() || offer.email() != invited.email.as_str() {
        return Err(not_found());
    }
    let new = NewAccount {
        name: invited.name,
        usernames: invited.usernames,
        fields: invited.fields,
        way: Way::Password(password),
        agreement,
        asked: call.asked(remember, None),
    };
    match sign_up_link::sign_up(call.app(), invited.secret, &new, now).await? {
        SignedUp::Admitted(Admission::SignedIn(established)) => {
            call.write_established(&established);
            call.write_last_used_method(&established);
            let user = UserObject::of(call.app(), &established.user).await?;
            answer(&SignUpAnswer { token: Some(established.token), user })
        }
        SignedUp::Admitted(Admission::SecondFactorOwed(pending)) => {
            call.write_pending(&pending);
            answer(&TwoFactorRedirect::from(&*pending))
        }
        SignedUp::Admitted(Admission::Refused(refusal)) => Err((*refusal).into()),
        SignedUp::HasAccount => Err(ApiError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL",
            "User already exists. Use another email.",
        )),
        SignedUp::UsernameTaken => Err(usernames::taken()),
        SignedUp::FieldTaken(field) => Err(fields::taken(&field)),
        // Nobody shows a passkey here.
        SignedUp::PasskeyRefused => Err(not_found()),
    }
}
