//! The sessions that a browser keeps, as JSON.

use axum::http::StatusCode;
use utoipa::ToSchema;
use utoipa::openapi::Schema;
use utoipa::openapi::schema::ArrayBuilder;

use crate::sessions::kept::{self, KnownSession};
use crate::web::api::body::MediaTypes;
use crate::web::api::objects::{SessionAnswer, Status};
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::visit::SignedIn;

/// The endpoints of a browser's sessions.
pub fn routes() -> ApiRoutes {
    const JSON: Calling = Calling::Post(MediaTypes::Json);
    ApiRoutes::new()
        .endpoint(
            Calling::Get,
            "/multi-session/list-device-sessions",
            |call| Box::pin(list(call)),
            Description::new("Who is signed in in this browser, one session a person")
                .answers_with::<SessionAnswer>(|session| Schema::Array(ArrayBuilder::new().items(session).build())),
        )
        .endpoint(
            JSON,
            "/multi-session/set-active",
            |call| Box::pin(set_active(call)),
            Description::new("Have the browser use another of its sessions")
                .takes::<ChosenBody>()
                .answers::<SessionAnswer>()
                .fails(400, &["VALIDATION_ERROR"])
                .fails(401, &["INVALID_SESSION_TOKEN"]),
        )
        .endpoint(
            JSON,
            "/multi-session/revoke",
            |call| Box::pin(revoke(call)),
            Description::new(
                "End one of the browser's sessions; if it is the one in use, the first of the others takes its place",
            )
            .takes::<ChosenBody>()
            .answers::<Status>()
            .needs_session()
            .fails(400, &["VALIDATION_ERROR"])
            .fails(401, &["INVALID_SESSION_TOKEN"]),
        )
}

/// Which session is meant.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct ChosenBody {
    /// Its token, or what the list shows in its place.
    session_token: String,
}

impl ChosenBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { session_token: fields.text("sessionToken") };
        fields.finish()?;
        Ok(body)
    }

    /// Whether the body means this session: by its token, in whatever case, as the cookie's name has it, or by its id.
    fn means(&self, known: &KnownSession) -> bool {
        known.token.eq_ignore_ascii_case(&self.session_token) || known.session.id.as_str() == self.session_token
    }
}

fn unknown() -> ApiError {
    ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_SESSION_TOKEN", "Invalid session token")
}

/// The sessions that the browser keeps and that live.
async fn kept_sessions(call: &ApiCall) -> Result<Vec<KnownSession>, ApiError> {
    let known = kept::known(call.app(), &call.visit.origin.sessions, call.visit.now).await?;
    Ok(known.into_iter().filter(|known| known.is_kept && known.lives).collect())
}

async fn list(call: &mut ApiCall) -> ApiResult {
    let mut list = Vec::new();
    for KnownSession { session, user, token, .. } in kept_sessions(call).await? {
        let shown = if call.config().sessions.list_tokens { token } else { session.id.as_str().to_owned() };
        list.push(SessionAnswer::of(call.app(), SignedIn { session, user, token: shown }).await?);
    }
    answer(&list)
}

/// Whoever has the signed cookie of a session may use it, whether or not another lives.
async fn set_active(call: &mut ApiCall) -> ApiResult {
    let body = ChosenBody::read(call)?;
    let Some(chosen) = kept_sessions(call).await?.into_iter().find(|known| body.means(known)) else { return Err(unknown()) };
    let browser = (&call.visit.origin, call.visit.browser.shown());
    let switched = kept::switch(call.app(), &chosen.token, browser, call.visit.now).await?.ok_or_else(unknown)?;
    call.write_switched(&switched);
    let signed_in = SignedIn { session: switched.session, user: switched.user, token: switched.token };
    answer(&SessionAnswer::of(call.app(), signed_in).await?)
}

async fn revoke(call: &mut ApiCall) -> ApiResult {
    let body = ChosenBody::read(call)?;
    let active = call.signed_in().await?;
    let mut sessions = kept_sessions(call).await?;
    let Some(at) = sessions.iter().position(|known| body.means(known)) else { return Err(unknown()) };
    let ending = sessions.remove(at);
    let now = call.visit.now;
    let ended = kept::remove(call.app(), &ending, (&call.visit.origin, now)).await?;
    if ending.session.id != active.session.id {
        call.write_removed(&ended);
        return answer(&Status::DONE);
    }
    let mut origin = call.visit.origin.clone();
    origin.sessions.kept.retain(|token| *token != ending.token);
    for next in &sessions {
        if let Some(switched) = kept::switch(call.app(), &next.token, (&origin, call.visit.browser.shown()), now).await? {
            call.write_removed(&ended);
            call.write_switched(&switched);
            return answer(&Status::DONE);
        }
    }
    call.write_ended(&ended);
    answer(&Status::DONE)
}
