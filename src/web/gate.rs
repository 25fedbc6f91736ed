//! What every request passes before its handler and every answer on its way out: request id, origin of the request, host check,
//! preflights, rate limits, headers, log and metrics.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Instant;

use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::{Instrument as _, Span, field};

use crate::config::RateLimitProfile;
use crate::model::urls;
use crate::web::client_ip::ClientAddress;
use crate::web::cors::CorsPolicy;
use crate::web::headers;
use crate::web::rate_limit::Decision;
use crate::web::rate_limit_rules::{self, Profile};
use crate::web::request_id::RequestId;
use crate::web::server::Server;

/// Answered whatever the Host header says, for balancers that ask by address.
const HEALTH_CHECKS: [&str; 2] = ["/healthz", "/readyz"];

/// The middleware around the whole router.
pub async fn gate(State(server): State<Server>, mut request: Request<Body>, next: Next) -> Response {
    let started = Instant::now();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let address = server.proxies.client_address(peer, request.headers());
    let id = RequestId::of_request(request.headers(), server.proxies.contains(peer), &server.app.entropy);
    request.extensions_mut().insert(id.clone());
    request.extensions_mut().insert(address);
    let method = request.method().clone();
    // Only the route's pattern is recorded: paths hold ids, queries hold codes.
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "other".to_owned(), |path| path.as_str().to_owned());
    let span = request_span(&method, &route, &id);
    let cors = CorsPolicy::of(request.uri().path(), &server.issuer_path);
    let asking_origin = request.headers().get(ORIGIN).cloned();

    let mut response = match refusal(&server, &request, cors, address) {
        Some(response) => response,
        None => next.run(request).instrument(span.clone()).await,
    };
    cors.apply(asking_origin.as_ref(), &server.trusted_origins, response.headers_mut());
    id.write(response.headers_mut());
    if is_json(response.headers()) {
        headers::secure_api(response.headers_mut(), server.https);
    }
    let status = response.status().as_u16();
    let seconds = started.elapsed().as_secs_f64();
    span.record("http.response.status_code", status);
    tracing::info!(target: "http", method = %method, route, status, milliseconds = seconds * 1000.0, request_id = id.as_str());
    metrics::histogram!("http_request_duration_seconds", "method" => method_label(&method), "route" => route, "status" => status.to_string())
        .record(seconds);
    response
}

/// Whatever a stranger calls a method is one value of the label.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

/// The request in traces and beside log lines, named as OpenTelemetry names an HTTP server's spans and attributes.
fn request_span(method: &Method, route: &str, id: &RequestId) -> Span {
    tracing::info_span!(
        "request",
        otel.name = %format_args!("{method} {route}"),
        otel.kind = "server",
        http.request.method = %method,
        http.route = route,
        http.response.status_code = field::Empty,
        request_id = id.as_str(),
    )
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| value.starts_with("application/json"))
}

/// The answer to a request that goes no further.
fn refusal(server: &Server, request: &Request<Body>, cors: CorsPolicy, address: ClientAddress) -> Option<Response> {
    let path = request.uri().path();
    if !HEALTH_CHECKS.contains(&path) && !is_our_host(server, request.uri(), request.headers()) {
        return Some((StatusCode::MISDIRECTED_REQUEST, "This server is not reached by this name.\n").into_response());
    }
    if let Some(preflight) = cors.preflight(request.method(), request.headers(), &server.trusted_origins) {
        let mut response = StatusCode::NO_CONTENT.into_response();
        response.headers_mut().extend(preflight);
        return Some(response);
    }
    limited(server, request, address)
}

/// RFC 9110, section 7.4: a request for another authority is answered 421. The authority never comes from a forwarding header.
fn is_our_host(server: &Server, uri: &Uri, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let named = hosts.next().and_then(|host| host.to_str().ok());
    if hosts.next().is_some() {
        return false;
    }
    let target = uri.authority().map(axum::http::uri::Authority::as_str);
    let is_ours = |authority: &str| server.authorities.iter().any(|ours| ours.eq_ignore_ascii_case(authority));
    match (target, named) {
        (Some(target), Some(named)) => is_ours(target) && is_ours(named),
        (Some(only), None) | (None, Some(only)) => is_ours(only),
        (None, None) => false,
    }
}

fn limited(server: &Server, request: &Request<Body>, address: ClientAddress) -> Option<Response> {
    if !server.app.config.rate_limit.enabled {
        return None;
    }
    let profile = match server.app.config.rate_limit.profile {
        RateLimitProfile::Default => Profile::Default,
        RateLimitProfile::BetterAuth => Profile::BetterAuth,
    };
    let limit = rate_limit_rules::route_limit(profile, request.method(), request.uri().path())?;
    let subject = address.limit_key().to_string();
    let decision = server.limiter.take(limit.limit, &limit.bucket, &subject, server.app.clock.now());
    (!decision.is_allowed()).then(|| too_many(request.uri().path(), decision))
}

fn too_many(path: &str, decision: Decision) -> Response {
    let mut response = if path.starts_with(urls::API) {
        let body = r#"{"message":"Too many requests. Please try again later."}"#;
        let mut response = Response::new(Body::from(body));
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    } else {
        Response::new(Body::from("Too many requests from your network. Wait a moment, then try again.\n"))
    };
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    decision.write(response.headers_mut());
    response
}
