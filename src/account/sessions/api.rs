//! Sessions as JSON: one's own, the list of them, and ending them.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, PRAGMA};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, OneOfBuilder, Type};
use utoipa::openapi::{Object, Required, Schema};

use crate::account::session_jwt;
use crate::crypto::digest::Digest;
use crate::events::actions::{self, Question};
use crate::model::action_point::ActionPoint;
use crate::model::additional_fields::FieldValues;
use crate::model::ids::SessionId;
use crate::model::session::Session;
use crate::sessions::end::{self, Ended};
use crate::sessions::establish::TOKEN_SEAL_PURPOSE;
use crate::store::{StoreError, additional_fields, retry, sessions};
use crate::web::api::body::MediaTypes;
use crate::web::api::fields;
use crate::web::api::objects::{SessionAnswer, SessionObject, Status};
use crate::web::api::session::Use;
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::visit::SignedIn;

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of sessions.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/get-session",
            |call| Box::pin(get_session(call)),
            Description::new("Who is signed in; null if nobody is")
                .query("disableRefresh", Required::False)
                .query("disableCookieCache", Required::False)
                .answers_with::<SessionAnswer>(|session| {
                    let nobody = Schema::Object(Object::with_type(Type::Null));
                    Schema::OneOf(OneOfBuilder::new().item(session).item(nobody).build())
                }),
        )
        .endpoint(
            JSON,
            "/get-session",
            |call| Box::pin(refresh_session(call)),
            Description::new("Not offered: sessions are extended by GET")
                .fails(405, &["METHOD_NOT_ALLOWED_DEFER_SESSION_REQUIRED"]),
        )
        .endpoint(
            Calling::Get,
            "/list-sessions",
            |call| Box::pin(list_sessions(call)),
            Description::new("Where one is signed in, oldest first")
                .answers_with::<SessionObject>(|session| Schema::Array(ArrayBuilder::new().items(session).build()))
                .needs_session()
                .fails(403, &["SESSION_NOT_FRESH"]),
        )
        .endpoint(
            JSON,
            "/revoke-session",
            |call| Box::pin(revoke_session(call)),
            Description::new("End one of one's sessions")
                .takes::<RevokeBody>()
                .answers::<Status>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR"]),
        )
        .endpoint(
            JSON,
            "/revoke-sessions",
            |call| Box::pin(revoke_sessions(call)),
            Description::new("End all of one's sessions").answers::<Status>().needs_session(),
        )
        .endpoint(
            JSON,
            "/revoke-other-sessions",
            |call| Box::pin(revoke_other_sessions(call)),
            Description::new("End all of one's sessions but this one").answers::<Status>().needs_session(),
        )
        .endpoint(
            JSON,
            "/update-session",
            |call| Box::pin(update_session(call)),
            Description::new("Set fields of the session that the operator declared")
                .answers::<UpdatedSession>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "FIELD_NOT_ALLOWED", "MISSING_FIELD"]),
        )
}

async fn get_session(call: &mut ApiCall) -> ApiResult {
    let only_look = call.query_fields().optional_text("disableRefresh").is_some_and(|value| value == "true");
    let found = call.session(if only_look { Use::Look } else { Use::Extend }).await?;
    let told = match &found {
        Some(signed_in) => {
            let added = added_by_actions(call, signed_in).await?;
            Some(ShownSession { session: SessionAnswer::of(call.app(), signed_in.clone()).await?, added })
        }
        None => None,
    };
    let mut response = answer(&told)?;
    if let Some(signed_in) = &found {
        session_jwt::api::add_to(call, signed_in, &mut response).await?;
    }
    response.headers_mut().insert(CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    response.headers_mut().insert(PRAGMA, axum::http::HeaderValue::from_static("no-cache"));
    Ok(response)
}

/// Who is signed in, and what actions add.
#[derive(Serialize)]
struct ShownSession {
    #[serde(flatten)]
    session: SessionAnswer,
    #[serde(flatten)]
    added: Map<String, Value>,
}

/// What actions add to the answer: members beside `session` and `user`.
async fn added_by_actions(call: &ApiCall, signed_in: &SignedIn) -> Result<Map<String, Value>, ApiError> {
    if !actions::is_asked(call.app(), ActionPoint::Session) {
        return Ok(Map::new());
    }
    let session = &signed_in.session;
    let asked = json!({ "session": { "id": session.id, "expires_at": session.expires_at.rfc3339() } });
    let question = Question { asked, ..Question::about(ActionPoint::Session, &signed_in.user, &call.visit.origin) };
    let mut added = actions::ask(call.app(), &question, call.visit.now).await??;
    added.retain(|name, _| !matches!(name.as_str(), "session" | "user"));
    Ok(added)
}

async fn refresh_session(_: &mut ApiCall) -> ApiResult {
    Err(ApiError::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "METHOD_NOT_ALLOWED_DEFER_SESSION_REQUIRED",
        "POST method requires deferSessionRefresh to be enabled in session config",
    ))
}

async fn list_sessions(call: &mut ApiCall) -> ApiResult {
    let SignedIn { user, .. } = call.freshly_signed_in().await?;
    let mut unit = call.app().store.read("account.sessions.list").await?;
    let live = sessions::live_of_user(&mut unit, &user.id, call.visit.now).await?;
    let declared = call.config().sessions.fields();
    let own = if declared.is_empty() {
        HashMap::new()
    } else {
        additional_fields::of_sessions(&mut unit, &user.id, call.visit.now).await?
    };
    drop(unit);
    let nothing = FieldValues::new();
    let shown = |session: &Session| declared.shown(own.get(&session.id).unwrap_or(&nothing));
    let list: Vec<SessionObject> = live
        .iter()
        .rev()
        .map(|(session, sealed)| SessionObject::with(session, shown_token(call, session, sealed), shown(session)))
        .collect();
    answer(&list)
}

/// What stands for a session's token in the list: the token, which its owner may see, or the id.
fn shown_token(call: &ApiCall, session: &Session, sealed: &[u8]) -> String {
    let token = if call.config().sessions.list_tokens {
        call.app().master_keys.open(TOKEN_SEAL_PURPOSE, sealed).ok().and_then(|token| String::from_utf8(token.to_vec()).ok())
    } else {
        None
    };
    token.unwrap_or_else(|| session.id.as_str().to_owned())
}

/// Which session ends.
#[derive(ToSchema)]
struct RevokeBody {
    /// Its token, or what the list shows in its place.
    token: String,
}

impl RevokeBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { token: fields.text("token") };
        fields.finish()?;
        Ok(body)
    }
}

/// Says the same whether or not there was such a session.
async fn revoke_session(call: &mut ApiCall) -> ApiResult {
    let RevokeBody { token } = RevokeBody::read(call)?;
    let SignedIn { session, user, token: own } = call.signed_in().await?;
    let now = call.visit.now;
    if token == own || token == session.id.as_str() {
        let mut unit = call.app().store.write("account.sessions.revoke").await?;
        let ended = end::sign_out(call.app(), &mut unit, &session, (&call.visit.origin, now)).await?;
        unit.commit().await?;
        call.write_ended(&ended);
        return answer(&Status::DONE);
    }
    let mut unit = call.app().store.write("account.sessions.revoke").await?;
    if !sessions::revoke_by_token(&mut unit, &user.id, Digest::of(&token).as_bytes(), now).await? {
        sessions::revoke(&mut unit, &user.id, &SessionId::new(token), now).await?;
    }
    unit.commit().await?;
    answer(&Status::DONE)
}

async fn revoke_sessions(call: &mut ApiCall) -> ApiResult {
    let SignedIn { user, .. } = call.signed_in().await?;
    let mut unit = call.app().store.write("account.sessions.revoke_all").await?;
    end::sign_out_others(call.app(), &mut unit, &user.id, None, (&call.visit.origin, call.visit.now)).await?;
    unit.commit().await?;
    call.write_ended(&Ended::found_dead());
    answer(&Status::DONE)
}

async fn revoke_other_sessions(call: &mut ApiCall) -> ApiResult {
    let SignedIn { session, user, .. } = call.signed_in().await?;
    let at = (&call.visit.origin, call.visit.now);
    let mut unit = call.app().store.write("account.sessions.revoke_others").await?;
    end::sign_out_others(call.app(), &mut unit, &user.id, Some(&session.id), at).await?;
    unit.commit().await?;
    answer(&Status::DONE)
}

/// The session as it is now.
#[derive(Serialize, ToSchema)]
struct UpdatedSession {
    /// It.
    session: SessionObject,
}

/// Nothing but declared fields can be set, so that a body never reaches what a session rests on.
async fn update_session(call: &mut ApiCall) -> ApiResult {
    call.fields(Shape::Record)?.finish()?;
    let SignedIn { session, token, .. } = call.signed_in().await?;
    let said = fields::of_session_change(call)?;
    if said.is_empty() {
        return Err(ApiError::uncoded("No fields to update"));
    }
    let now = call.visit.now;
    let app = call.app().clone();
    let set = retry(|| async {
        let mut unit = app.store.write("account.sessions.update").await?;
        let lives = sessions::hold_changed(&mut unit, &session.id, now).await?;
        if lives {
            for (name, value) in &said {
                additional_fields::put_of_session(&mut unit, &session.id, name, value).await?;
            }
        }
        unit.commit().await?;
        Ok::<_, StoreError>(lives)
    })
    .await?;
    if !set {
        call.write_ended(&Ended::found_dead());
        return Err(ApiError::new(StatusCode::UNAUTHORIZED, "FAILED_TO_GET_SESSION", "Failed to get session"));
    }
    call.write_again(&token, session.remembered);
    let session = Session { updated_at: now, ..session };
    answer(&UpdatedSession { session: SessionObject::of(&app, &session, token).await? })
}
