//! The endpoints of the JSON interface: each with its handler and its description, so that no endpoint can lack one.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::routing::any;

use crate::model::urls;
use crate::web::api::body::MediaTypes;
use crate::web::api::call::{ApiCall, ApiResult};
use crate::web::api::description::Description;
use crate::web::api::error::ApiError;
use crate::web::captcha;
use crate::web::server::Server;
use crate::web::visit::Visit;

/// What an endpoint does, as a plain function.
pub type Handler = for<'a> fn(&'a mut ApiCall) -> Pin<Box<dyn Future<Output = ApiResult> + Send + 'a>>;

/// How an endpoint is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calling {
    /// By GET; HEAD is as unknown as any other method.
    Get,
    /// By GET, as a link in a mail; its HEAD is answered like a GET that proves nothing.
    Link,
    /// By POST, with these kinds of body.
    Post(MediaTypes),
}

impl Calling {
    fn is_by(self, method: &Method) -> bool {
        match self {
            Self::Get => method == Method::GET,
            Self::Link => method == Method::GET || method == Method::HEAD,
            Self::Post(_) => method == Method::POST,
        }
    }

    const fn media_types(self) -> MediaTypes {
        match self {
            Self::Get | Self::Link => MediaTypes::Json,
            Self::Post(media_types) => media_types,
        }
    }
}

/// One endpoint.
pub struct Endpoint {
    /// Its path below `/api/auth`.
    pub path: &'static str,
    /// How it is called.
    pub calling: Calling,
    /// What it does.
    pub handler: Handler,
    /// What the API description says of it.
    pub description: Description,
}

/// A slice's endpoints.
#[derive(Default)]
pub struct ApiRoutes(Vec<Endpoint>);

impl ApiRoutes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more.
    #[must_use]
    pub fn endpoint(mut self, calling: Calling, path: &'static str, handler: Handler, description: Description) -> Self {
        self.0.push(Endpoint { path, calling, handler, description });
        self
    }

    /// With those of another.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The endpoints, in the order in which they were added.
    pub fn endpoints(&self) -> &[Endpoint] {
        &self.0
    }

    /// Their router, in which every other path and method below `/api/auth` is answered 404 without a body.
    pub fn into_router(self) -> Router<Server> {
        let mut paths: BTreeMap<&'static str, Vec<(Calling, Handler)>> = BTreeMap::new();
        for endpoint in self.0 {
            paths.entry(endpoint.path).or_default().push((endpoint.calling, endpoint.handler));
        }
        let mut router = Router::new();
        for (path, handlers) in paths {
            let handlers: Arc<[_]> = handlers.into();
            let serve = move |visit: Visit, parameters: RawPathParams, request: Request| {
                serve(Arc::clone(&handlers), visit, parameters, request)
            };
            router = router.route(&format!("{}{path}", urls::API), any(serve));
        }
        for path in [urls::API.to_owned(), format!("{}/", urls::API), format!("{}/{{*rest}}", urls::API)] {
            router = router.route(&path, any(no_such_endpoint));
        }
        router
    }
}

async fn no_such_endpoint() -> Response {
    ApiError::no_such_endpoint().into_response()
}

/// Answers by the handler of the request's method. axum's own choice would answer HEAD by GET, and other methods by 405.
async fn serve(handlers: Arc<[(Calling, Handler)]>, visit: Visit, parameters: RawPathParams, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let Some((calling, handler)) = handlers.iter().find(|(calling, _)| calling.is_by(&parts.method)) else {
        return no_such_endpoint().await;
    };
    if let Err(refused) = captcha::check_call(&visit, &parts.headers).await {
        return ApiError::from(refused).into_response();
    }
    let parameter = parameters.iter().next().map(|(_, value)| value.to_owned());
    match ApiCall::read(visit, parts, body, calling.media_types()).await {
        Ok(call) => {
            let mut call = call.with_path_parameter(parameter);
            let outcome = handler(&mut call).await;
            call.respond(outcome)
        }
        Err(error) => error.into_response(),
    }
}
