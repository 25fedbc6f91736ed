//! The phone number of a person in bodies that may not set one: only a code puts a number on an account.

use serde::Serialize;
use utoipa::ToSchema;

use crate::store::phone_numbers::StoredNumber;
use crate::web::api::call::ApiCall;
use crate::web::api::error::ApiError;
use crate::web::api::validation::{Fields, Shape};

const NUMBER: &str = "phoneNumber";
const VERIFIED: &str = "phoneNumberVerified";

/// A person's phone number.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PhoneNumber)]
pub struct PhoneNumberObject {
    /// The number in the form of E.164.
    pub phone_number: Option<String>,
    /// Whether the person proved that it is theirs; null if they never had one.
    pub phone_number_verified: Option<bool>,
}

impl From<Option<StoredNumber>> for PhoneNumberObject {
    fn from(stored: Option<StoredNumber>) -> Self {
        Self {
            phone_number_verified: stored.as_ref().map(|stored| stored.number.is_some()),
            phone_number: stored.and_then(|stored| stored.number).map(|number| number.as_str().to_owned()),
        }
    }
}

fn must_not_say_verified(fields: &Fields<'_>) -> Result<(), ApiError> {
    if fields.has(VERIFIED) {
        return Err(ApiError::bad_request("FIELD_NOT_ALLOWED", format!("{VERIFIED} is not allowed to be set")));
    }
    Ok(())
}

/// A new account has no number.
pub fn refuse_at_sign_up(call: &ApiCall) -> Result<(), ApiError> {
    if !call.config().phone.enabled {
        return Ok(());
    }
    let fields = call.fields(Shape::ObjectAndRecord)?;
    must_not_say_verified(&fields)?;
    if fields.has_something(NUMBER) {
        return Err(ApiError::bad_request("PHONE_NUMBER_CANNOT_BE_SET", "Phone number can only be set by verifying it"));
    }
    Ok(())
}

/// A number is only ever taken off in this way.
pub fn refuse_at_update(call: &ApiCall) -> Result<(), ApiError> {
    let fields = call.fields(Shape::Record)?;
    if call.config().phone.enabled && fields.has(NUMBER) && !fields.is_null(NUMBER) {
        return Err(cannot_be_updated());
    }
    Ok(())
}

/// Whether the body takes the number off the account.
pub fn clears(call: &ApiCall) -> Result<bool, ApiError> {
    if !call.config().phone.enabled {
        return Ok(false);
    }
    let fields = call.fields(Shape::Record)?;
    must_not_say_verified(&fields)?;
    Ok(fields.is_null(NUMBER))
}

/// The number stays.
pub fn cannot_be_updated() -> ApiError {
    ApiError::bad_request("PHONE_NUMBER_CANNOT_BE_UPDATED", "Phone number cannot be updated")
}
