//! Linked accounts as JSON.

use axum::http::StatusCode;
use utoipa::ToSchema;
use utoipa::openapi::Schema;
use utoipa::openapi::schema::ArrayBuilder;

use crate::account::linked_accounts::unlink::{Least, Unlinked, unlink};
use crate::model::ids::AccountId;
use crate::store::{StoreError, accounts};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::{AccountObject, Status};
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::visit::SignedIn;

/// The endpoints of linked accounts.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/list-accounts",
            |call| Box::pin(list_accounts(call)),
            Description::new("The ways in that one has")
                .answers_with::<AccountObject>(|account| Schema::Array(ArrayBuilder::new().items(account).build()))
                .needs_session(),
        )
        .endpoint(
            Calling::Post(MediaTypes::Json),
            "/unlink-account",
            |call| Box::pin(unlink_account(call)),
            Description::new("Give up a way in")
                .takes::<UnlinkBody>()
                .answers::<Status>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "FAILED_TO_UNLINK_LAST_ACCOUNT", "ACCOUNT_NOT_FOUND"])
                .fails(403, &["SESSION_NOT_FRESH"]),
        )
}

async fn list_accounts(call: &mut ApiCall) -> ApiResult {
    let SignedIn { user, .. } = call.signed_in().await?;
    let mut unit = call.app().store.read("account.linked_accounts.list").await?;
    let linked = accounts::of_user(&mut unit, &user.id).await?;
    answer(&linked.iter().map(AccountObject::from).collect::<Vec<_>>())
}

/// Which way in goes.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct UnlinkBody {
    /// Its `id` in the list.
    account_id: String,
}

impl UnlinkBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { account_id: fields.text("accountId") };
        fields.finish()?;
        Ok(body)
    }
}

async fn unlink_account(call: &mut ApiCall) -> ApiResult {
    let UnlinkBody { account_id } = UnlinkBody::read(call)?;
    let SignedIn { user, .. } = call.freshly_signed_in().await?;
    match unlink(call.app(), &user, (&AccountId::new(account_id), Least::Listed), &call.visit.origin, call.visit.now).await? {
        Unlinked::Gone => answer(&Status::DONE),
        Unlinked::LastOne => {
            let message = "You can't unlink your last account";
            Err(ApiError::new(StatusCode::BAD_REQUEST, "FAILED_TO_UNLINK_LAST_ACCOUNT", message))
        }
        Unlinked::Outdated => Err(StoreError::Conflict.into()),
        Unlinked::Unknown => Err(ApiError::bad_request("ACCOUNT_NOT_FOUND", "Account not found")),
    }
}
