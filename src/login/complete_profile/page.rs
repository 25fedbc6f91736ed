//! `/complete-profile`: what is missing of somebody who is signed in.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;
use serde_json::json;

use crate::login::complete_profile::view::CompleteProfilePage;
use crate::login::page_request::{Flow, PageRequest};
use crate::model::additional_fields::{AdditionalField, FieldValues};
use crate::model::urls;
use crate::users::fields;
use crate::users::permission;
use crate::users::ways_in;
use crate::web::declared_fields::DeclaredForm;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::server::Server;
use crate::web::visit::{SignedIn, Visit};

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::COMPLETE_PROFILE, get(show).post(send))
}

/// Whose profile it is, and what they have.
struct Incomplete {
    signed_in: SignedIn,
    own: FieldValues,
}

impl Incomplete {
    fn missing<'a>(&'a self, visit: &'a Visit) -> Vec<&'a AdditionalField> {
        visit.server.app.config.users.fields().missing(&self.own).collect()
    }
}

/// Who is signed in, if something is missing of them.
async fn incomplete(visit: &Visit) -> Result<Option<Incomplete>, PageError> {
    let Some(signed_in) = visit.signed_in().await? else { return Ok(None) };
    let app = &visit.server.app;
    let own = fields::of_user(app, &signed_in.user.id).await?;
    let is_missing = app.config.users.fields().missing(&own).next().is_some();
    Ok(is_missing.then_some(Incomplete { signed_in, own }))
}

/// `GET /complete-profile`.
async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match incomplete(visit).await? {
        Some(incomplete) => render(visit, request, &incomplete, Problems::none()),
        None => Ok(visit.redirect(&request.after_sign_in())),
    }
}

fn render(visit: &Visit, request: &PageRequest, incomplete: &Incomplete, problems: Problems) -> Result<Response, PageError> {
    let (missing, texts) = (incomplete.missing(visit), visit.locale.texts());
    let form = DeclaredForm::new(&missing, &texts);
    let options = request.options(&problems);
    let page = CompleteProfilePage {
        chrome: visit.chrome(request.transaction.as_ref()),
        person: incomplete.signed_in.user.id.to_string(),
        email: ways_in::known_by(&visit.server.app.config, &incomplete.signed_in.user).to_owned(),
        fields: if problems.is_empty() { form.holding(&incomplete.own) } else { form.sent(&request.parameters) },
        problems,
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

/// `POST /complete-profile`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let onward = request.after_sign_in();
    let Some(incomplete) = incomplete(visit).await? else { return Ok(visit.redirect(&onward)) };
    if !incomplete.signed_in.was_shown(&request.parameters)? {
        return render(visit, request, &incomplete, Problems::none());
    }
    let (missing, texts) = (incomplete.missing(visit), visit.locale.texts());
    let form = DeclaredForm::new(&missing, &texts);
    // Only what is missing is read: whatever else the form brings along changes nothing.
    let said = match form.read(&request.parameters, &incomplete.own)? {
        Ok(said) => said,
        Err(problems) => return render(visit, request, &incomplete, problems.into()),
    };
    let (app, user, at) = (&visit.server.app, &incomplete.signed_in.user, (&visit.origin, visit.now));
    let may = permission::to_change(app, user, json!({ "additional_fields": said }), at).await?;
    match fields::complete(app, user, &said, &may, at).await? {
        Ok(()) => Ok(visit.redirect(&onward)),
        Err(taken) => render(visit, request, &incomplete, form.taken(&taken).into()),
    }
}
