//! The picture on the profile page, where its forms go, and where uploaded pictures are served.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, X_CONTENT_TYPE_OPTIONS};
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::json;

use crate::account::notice::Notice;
use crate::account::profile::page::page;
use crate::account::profile::view::Portrait;
use crate::account::visit::{AccountVisit, Refusal};
use crate::config::{Config, Pictures};
use crate::model::ids::PictureId;
use crate::model::urls;
use crate::users::permission;
use crate::users::picture::{self, PictureError, PictureSaved, Unusable};
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::upload::{self, Upload};

const KIB: u32 = 1024;
/// A picture never changes: another one has another address.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Opened by itself it is a picture and nothing else, whatever a browser makes of it.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The routes of pictures. What was uploaded is served even where nothing can be uploaded any more, and can be taken away.
pub(super) fn routes(config: &Config) -> axum::Router<Server> {
    let routes = axum::Router::new()
        .route(&format!("{}/{{id}}", urls::PICTURES), get(serve))
        .route(urls::ACCOUNT_PICTURE_REMOVE, post(remove));
    if config.pictures.upload { routes.route(urls::ACCOUNT_PICTURE, post(save)) } else { routes }
}

impl From<PictureError> for Refusal {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::Overloaded(error) => Self::Page(PageError::from(error)),
            PictureError::Store(error) => error.into(),
        }
    }
}

/// The person's picture.
pub(super) async fn card(at: &AccountVisit) -> Result<Portrait, Refusal> {
    let (app, user) = (&at.visit.server.app, &at.signed_in.user);
    let uploaded = picture::uploaded(app, user).await?;
    Ok(Portrait {
        elsewhere: user.image.is_some() && uploaded.is_none(),
        url: uploaded.map(|id| format!("{}/{id}", urls::PICTURES)),
        maximum: app.config.pictures.upload.then(|| largest(&app.config.pictures)),
    })
}

/// The largest file that is taken, as people say it.
fn largest(settings: &Pictures) -> String {
    match settings.maximum_bytes / KIB {
        kib if kib.is_multiple_of(KIB) => format!("{} MB", kib / KIB),
        kib => format!("{kib} kB"),
    }
}

/// `POST /account/picture`, which takes a file.
async fn save(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(saved(&at, request).await)
}

async fn saved(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let app = &at.visit.server.app;
    let settings = &app.config.pictures;
    let too_large = Problem::PictureTooLarge { maximum: largest(settings) };
    let maximum = usize::try_from(settings.maximum_bytes).unwrap_or(usize::MAX);
    let (parts, body) = request.into_parts();
    let Upload { parameters, file } = match upload::read(&parts.headers, body, "upload", maximum).await? {
        Some(upload) => upload,
        // Nothing is done, so that it does not matter whose form it was.
        None => return refused(at, too_large).await,
    };
    at.visit.check_form(&parameters)?;
    let Some(file) = file else { return refused(at, Problem::PictureMissing).await };
    let (user, when) = (&at.signed_in.user, (&at.visit.origin, at.visit.now));
    let may = permission::to_change(app, user, json!({ "picture": "uploaded" }), when).await?;
    match picture::put(app, &user.id, file, &may, when).await? {
        PictureSaved::Saved => Ok(at.done(Notice::PictureSaved)),
        PictureSaved::Refused(Unusable::Unreadable) => refused(at, Problem::PictureUnreadable).await,
        PictureSaved::Refused(Unusable::TooManyPixels) => refused(at, Problem::PictureTooManyPixels).await,
        PictureSaved::Gone => Ok(at.unchanged()),
    }
}

async fn refused(at: &AccountVisit, problem: Problem) -> Result<Response, Refusal> {
    let problems = Problems::from(problem);
    Ok(at.show(&page(at, problems.clone()).await?, &problems))
}

/// `POST /account/picture/remove`.
async fn remove(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(removed(&at, request).await)
}

async fn removed(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    at.form(request).await?;
    let (app, user, when) = (&at.visit.server.app, &at.signed_in.user, (&at.visit.origin, at.visit.now));
    let may = permission::to_change(app, user, json!({ "picture": "removed" }), when).await?;
    picture::remove(app, &user.id, &may, when).await?;
    Ok(at.done(Notice::PictureRemoved))
}

/// `GET /pictures/{id}`: for everybody who knows the address.
async fn serve(State(server): State<Server>, Path(id): Path<String>) -> Response {
    match picture::find(&server.app, &PictureId::new(id)).await {
        Ok(Some(picture)) => {
            let headers = [
                (CONTENT_TYPE, picture.media_type.as_str()),
                (CACHE_CONTROL, FOREVER),
                (X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (CONTENT_SECURITY_POLICY, POLICY),
                (CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin"),
            ];
            (headers, picture.content).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::warn!(%error, "a picture could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
