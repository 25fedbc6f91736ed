//! `/device`, `/device/approve` and `/device/deny`: what a page of the operator's own calls for the person at it.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::{refused, refused_with};
use crate::crypto::digest::Digest;
use crate::model::client::Client;
use crate::model::device_authorization::{DeviceAuthorization, DeviceState, UserCode};
use crate::store::clients;
use crate::tokens::device_authorization::answer::{self as answering, Answerer, Approval, Owed, Refusal};
use crate::tokens::device_authorization::lookup::{self, Guesser, Unheard};
use crate::web::api::objects::Success;
use crate::web::api::session::Use;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, answer};
use crate::web::visit::SignedIn;

/// A device as whoever types its code sees it.
#[derive(Serialize, ToSchema)]
pub(super) struct DeviceStatus {
    /// The code, as it was typed.
    user_code: String,
    /// `pending`, `approved` or `denied`.
    status: &'static str,
    /// What the device asks for; only whoever opened it is told.
    #[serde(flatten)]
    asks: Option<DeviceRequest>,
}

/// What a device asks for.
#[derive(Serialize, ToSchema)]
#[schema(as = DeviceRequest)]
struct DeviceRequest {
    /// The app on it.
    client_id: String,
    /// Within which scopes, if it named any.
    scope: Option<String>,
}

impl From<&DeviceAuthorization> for DeviceRequest {
    fn from(asks: &DeviceAuthorization) -> Self {
        let scope = Some(asks.scopes.to_string()).filter(|scope| !scope.is_empty());
        Self { client_id: asks.client_id.to_string(), scope }
    }
}

/// Which device is answered.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub(super) struct AnswerBody {
    /// The code that it shows.
    user_code: String,
}

impl AnswerBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { user_code: fields.text("userCode") };
        fields.finish()?;
        Ok(body)
    }
}

/// Why there is nothing under a code.
enum Missing {
    Unknown,
    Expired,
    Unheard(Unheard),
}

impl Missing {
    fn refuse(self, call: &ApiCall) -> ApiResult {
        match self {
            Self::Unknown => refused("invalid_request", "Invalid user code"),
            Self::Expired => refused("expired_token", "User code has expired"),
            Self::Unheard(Unheard::Until(until)) => Err(ApiError::too_many_tries(until, call.visit.now)),
            Self::Unheard(Unheard::SignInFirst) => {
                refused_with(StatusCode::UNAUTHORIZED, "unauthorized", "Authentication required")
            }
        }
    }
}

/// The device with this code: one that waits, or one that this person opened and that has not taken what it was allowed.
async fn find(call: &ApiCall, typed: &str, who: Option<&SignedIn>) -> Result<Result<DeviceAuthorization, Missing>, ApiError> {
    let Some(code) = UserCode::entered(typed) else { return Ok(Err(Missing::Unknown)) };
    let now = call.visit.now;
    let guesser = Guesser { network: &call.visit.network, user: who.map(|who| &who.user.id) };
    Ok(match lookup::find_own(call.app(), &code, guesser, now).await? {
        Err(unheard) => Err(Missing::Unheard(unheard)),
        Ok(None) => Err(Missing::Unknown),
        Ok(Some(asks)) if asks.expires_at <= now => Err(Missing::Expired),
        Ok(Some(asks)) if asks.state == DeviceState::Spent => Err(Missing::Unknown),
        Ok(Some(asks)) => Ok(*asks),
    })
}

pub(super) async fn open(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.query_fields();
    let typed = fields.text("user_code");
    fields.finish()?;
    // Somebody anonymous is nobody here: a device is not signed in for whom nobody can find again.
    let who = call.session(Use::Extend).await?.filter(|who| !who.user.is_anonymous);
    let mut asks = match find(call, &typed, who.as_ref()).await? {
        Ok(asks) => asks,
        Err(missing) => return missing.refuse(call),
    };
    if let Some(who) = who.as_ref().filter(|_| asks.user_id.is_none()) {
        let here = Digest::of(&format!("session\n{}", who.session.id));
        if lookup::open(call.app(), &asks.id, &who.user.id, here.as_bytes(), call.visit.now).await? {
            asks.user_id = Some(who.user.id.clone());
        }
    }
    let theirs = who.is_some_and(|who| asks.user_id == Some(who.user.id));
    answer(&DeviceStatus { user_code: typed, status: asks.state.as_str(), asks: theirs.then(|| DeviceRequest::from(&asks)) })
}

/// What stands between a person and their answer.
enum Ready {
    Yes(Box<(DeviceAuthorization, Client, SignedIn)>),
    No(ApiResult),
}

async fn ready(call: &mut ApiCall, forbidden: &str) -> Result<Ready, ApiError> {
    let AnswerBody { user_code } = AnswerBody::read(call)?;
    let Some(who) = call.session(Use::Extend).await? else {
        return Ok(Ready::No(refused_with(StatusCode::UNAUTHORIZED, "unauthorized", "Authentication required")));
    };
    let asks = match find(call, &user_code, Some(&who)).await? {
        Ok(asks) => asks,
        Err(missing) => return Ok(Ready::No(missing.refuse(call))),
    };
    if asks.state != DeviceState::Pending {
        return Ok(Ready::No(over()));
    }
    match &asks.user_id {
        None => return Ok(Ready::No(refused("invalid_request", NOT_OPENED))),
        Some(opener) if *opener != who.user.id => {
            return Ok(Ready::No(refused_with(StatusCode::FORBIDDEN, "access_denied", forbidden)));
        }
        Some(_) => {}
    }
    let mut unit = call.app().store.read("device_authorization.client").await?;
    let stored = clients::by_id(&mut unit, &asks.client_id).await?;
    drop(unit);
    let Some(stored) = stored else { return Ok(Ready::No(refused("invalid_request", "Invalid user code"))) };
    Ok(Ready::Yes(Box::new((asks, stored.client, who))))
}

const NOT_OPENED: &str = "Device code has not been claimed by a verifying session; call `GET /device` with the `user_code` while signed \
                          in before approving or denying";
const NOT_THEIRS_TO_APPROVE: &str = "You are not authorized to approve this device authorization";
const NOT_THEIRS_TO_DENY: &str = "You are not authorized to deny this device authorization";

fn over() -> ApiResult {
    refused("invalid_request", "Device code already processed")
}

pub(super) async fn approve(call: &mut ApiCall) -> ApiResult {
    let (asks, client, SignedIn { session, user, .. }) = match ready(call, NOT_THEIRS_TO_APPROVE).await? {
        Ready::Yes(ready) => *ready,
        Ready::No(refusal) => return refusal,
    };
    let by = Answerer { asks: &asks, client: &client, session: &session, user: &user, began_at: None };
    let forbidden = |description| refused_with(StatusCode::FORBIDDEN, "access_denied", description);
    let more = |description| refused_with(StatusCode::FORBIDDEN, "insufficient_user_authentication", description);
    match answering::approve(call.app(), &by, (&call.visit.origin, call.visit.now)).await? {
        Approval::Approved => answer(&Success::DONE),
        Approval::Owes(Owed::Account) => forbidden("Sign in with an account before you let a device in"),
        Approval::Owes(Owed::SecondFactor) => more("Show a second factor before you let this device in"),
        Approval::Owes(Owed::FreshProof) => more("Prove again who you are before you let this device in"),
        Approval::Owes(Owed::Agreement) => forbidden("Agree to the terms before you let a device in"),
        Approval::Owes(Owed::Profile) => forbidden("Complete your profile before you let a device in"),
        Approval::NotTheirs => forbidden(NOT_THEIRS_TO_APPROVE),
        Approval::Over => over(),
        Approval::ClientRefused => refused("unauthorized_client", "The client may not have devices signed in"),
        Approval::Stale => refused_with(StatusCode::UNAUTHORIZED, "unauthorized", "Authentication required"),
    }
}

pub(super) async fn deny(call: &mut ApiCall) -> ApiResult {
    let (asks, client, SignedIn { session, user, .. }) = match ready(call, NOT_THEIRS_TO_DENY).await? {
        Ready::Yes(ready) => *ready,
        Ready::No(refusal) => return refusal,
    };
    let by = Answerer { asks: &asks, client: &client, session: &session, user: &user, began_at: None };
    match answering::deny(call.app(), &by, (&call.visit.origin, call.visit.now)).await? {
        Refusal::Denied => answer(&Success::DONE),
        Refusal::NotTheirs => refused_with(StatusCode::FORBIDDEN, "access_denied", NOT_THEIRS_TO_DENY),
        Refusal::Over => over(),
    }
}
