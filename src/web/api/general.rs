//! The endpoints that belong to no slice, and the router of all.

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::get;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use crate::config::CaptchaProvider;
use crate::crypto::prepared_document::PreparedDocument;
use crate::users::proof_of_work::{self, Challenge};
use crate::web::api::call::{ApiCall, ApiResult, answer};
use crate::web::api::description::{self, Description};
use crate::web::api::error_page;
use crate::web::api::routes::{ApiRoutes, Calling};
use crate::web::prepared;
use crate::web::server::Server;

/// Where the description of the JSON interface is.
pub const OPENAPI: &str = "/api/openapi.json";

/// The server answers.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
struct Ok {
    /// Always true.
    ok: bool,
}

/// The endpoints that belong to no slice.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(Calling::Get, "/ok", |call| Box::pin(ok(call)), Description::new("Whether the server answers").answers::<Ok>())
        .endpoint(
            Calling::Get,
            "/error",
            |call| Box::pin(error_page::show(call)),
            Description::new("A page that shows an error to a person")
                .query("error", Required::False)
                .query("error_description", Required::False)
                .answers_html(),
        )
}

async fn ok(_: &mut ApiCall) -> ApiResult {
    answer(&Ok { ok: true })
}

/// What a program works on before a guarded call.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct ChallengeAnswer {
    /// The text to be worked on.
    challenge: String,
    /// How many leading zero bits the SHA-256 of `<challenge>:<count>` needs.
    bits: u32,
}

/// The endpoint that gives out work.
fn work_routes() -> ApiRoutes {
    ApiRoutes::new().endpoint(
        Calling::Get,
        "/captcha/challenge",
        |call| Box::pin(challenge(call)),
        Description::new("What to work on before a call that the proof of work guards")
            .query("endpoint", Required::True)
            .answers::<ChallengeAnswer>()
            .fails(400, &["VALIDATION_ERROR"]),
    )
}

async fn challenge(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.query_fields();
    let endpoint = fields.text("endpoint");
    fields.finish()?;
    let Challenge { text, bits } = proof_of_work::issue(call.app(), &endpoint, call.visit.now);
    answer(&ChallengeAnswer { challenge: text, bits })
}

/// The router of the whole JSON interface, `slices` being the endpoints of the slices, with its description.
pub fn router(slices: ApiRoutes, server: &Server) -> Router<Server> {
    let works = server.app.config.captcha.provider == CaptchaProvider::ProofOfWork;
    let own = if works { routes().merge(work_routes()) } else { routes() };
    let routes = own.merge(slices);
    let description = description::document(&routes, server).to_json().unwrap_or_default();
    let document = Arc::new(PreparedDocument::new(description.into_bytes()));
    let describe = move |headers: HeaderMap| {
        let document = Arc::clone(&document);
        async move { prepared::answer(&document, &headers) }
    };
    routes.into_router().route(OPENAPI, get(describe))
}
