//! The fields that the operator declared, as bodies bring them and refusals name them.

use serde_json::Value;

use crate::app::App;
use crate::model::additional_fields::{AdditionalFields, FieldFault, FieldKind, FieldRefusal, FieldValues, ValueFault};
use crate::model::ids::{SessionId, UserId};
use crate::store::{StoreError, additional_fields};
use crate::users::fields::{self, FieldTaken, NotSaid, Said};
use crate::web::api::call::ApiCall;
use crate::web::api::error::ApiError;
use crate::web::api::validation::{Shape, kind};

/// What a body says in the fields of somebody new.
pub fn of_new_user(call: &ApiCall, shape: Shape) -> Result<FieldValues, ApiError> {
    let sent = sent(call, call.config().users.fields(), shape)?;
    call.config().users.fields().of_new(&sent).map_err(|refusal| refused(&refusal, &sent))
}

/// What a body changes in the fields of a person.
pub fn of_user_change(call: &ApiCall) -> Result<FieldValues, ApiError> {
    change(call, call.config().users.fields())
}

/// What a body changes in the fields of a session.
pub fn of_session_change(call: &ApiCall) -> Result<FieldValues, ApiError> {
    change(call, call.config().sessions.fields())
}

fn change(call: &ApiCall, declared: &AdditionalFields) -> Result<FieldValues, ApiError> {
    let sent = sent(call, declared, Shape::Record)?;
    declared.change(&sent).map_err(|refusal| refused(&refusal, &sent))
}

/// Only what is declared is looked at: whatever else a body says means nothing here.
fn sent(call: &ApiCall, declared: &AdditionalFields, shape: Shape) -> Result<FieldValues, ApiError> {
    let fields = call.fields(shape)?;
    let value = |name: &str| fields.value(name).map(|value| (name.to_owned(), value.clone()));
    Ok(declared.iter().filter_map(|field| value(&field.name)).collect())
}

fn refused(refusal: &FieldRefusal<'_>, sent: &FieldValues) -> ApiError {
    let name = &refusal.field.name;
    let fault = match &refusal.fault {
        FieldFault::NotAllowed => return ApiError::bad_request("FIELD_NOT_ALLOWED", format!("{name} is not allowed to be set")),
        FieldFault::Missing => return ApiError::bad_request("MISSING_FIELD", format!("{name} is required")),
        FieldFault::Value(fault) => fault,
    };
    let fault = match fault {
        ValueFault::Kind { expected } => {
            format!("Invalid input: expected {expected}, received {}", kind(sent.get(name)))
        }
        ValueFault::TooLong { maximum } => format!("Too big: expected string to have <={maximum} characters"),
        ValueFault::TooMany { maximum } => format!("Too big: expected array to have <={maximum} items"),
        ValueFault::NotOffered => match &refusal.field.kind {
            FieldKind::Choice(offered) => {
                let offered: Vec<String> = offered.iter().map(|choice| Value::from(choice.as_str()).to_string()).collect();
                format!("Invalid option: expected one of {}", offered.join("|"))
            }
            _ => "Invalid input".to_owned(),
        },
        ValueFault::Malformed => "Invalid input".to_owned(),
    };
    ApiError::bad_request("VALIDATION_ERROR", format!("[body.{name}] {fault}"))
}

/// What a body says in the fields of somebody new, for an operation that finds out itself whether they are.
pub fn said(judged: &Result<FieldValues, ApiError>) -> Said<'_> {
    judged.as_ref().map_or(Said::Refused, Said::Values)
}

/// What somebody new said has no effect. Whoever judged it knows better than this what is wrong with it.
pub fn not_said(not_said: &NotSaid) -> ApiError {
    match not_said {
        NotSaid::Refused => ApiError::bad_request("VALIDATION_ERROR", "Invalid input"),
        NotSaid::Taken(field) => taken(field),
    }
}

/// Somebody else has the value of a field in which nobody may have the same.
pub fn taken(FieldTaken(name): &FieldTaken) -> ApiError {
    ApiError::bad_request("FIELD_IS_ALREADY_TAKEN", format!("{name} is already taken"))
}

/// What answers show of a person's fields.
pub async fn shown_of_user(app: &App, user: &UserId) -> Result<FieldValues, StoreError> {
    Ok(app.config.users.fields().shown(&fields::of_user(app, user).await?))
}

/// What answers show of a session's fields. Costs nothing where none is declared.
pub async fn shown_of_session(app: &App, session: &SessionId) -> Result<FieldValues, StoreError> {
    let declared = app.config.sessions.fields();
    if declared.is_empty() {
        return Ok(FieldValues::new());
    }
    let mut unit = app.store.read("session.fields").await?;
    Ok(declared.shown(&additional_fields::of_session(&mut unit, session).await?))
}
