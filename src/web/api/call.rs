//! A call: one request to the JSON interface, read and checked as far as every endpoint wants it.
//!
//! The order of checks is part of the wire format: content type, JSON syntax, origin where there are cookies, destinations, then what
//! the endpoint itself checks: fields, the origin of a sign-in, the session.

use axum::body::Body;
use axum::http::header::{ACCEPT, ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_TYPE, LOCATION, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::app::App;
use crate::config::Config;
use crate::model::callback_url::CallbackUrl;
use crate::sessions::challenge::PendingSignIn;
use crate::sessions::end::Ended;
use crate::sessions::establish::Established;
use crate::sessions::kept::{KeptChange, Switched};
use crate::store::StoreError;
use crate::users::register::Asked;
use crate::web::api::body::{self, MediaTypes};
use crate::web::api::callback_url;
use crate::web::api::error::ApiError;
use crate::web::api::origin_check;
use crate::web::api::validation::{Fields, Shape};
use crate::web::asked_link::AskedLink;
use crate::web::form::Parameters;
use crate::web::session_cookies;
use crate::web::visit::{SignedIn, Visit};

const SET_AUTH_TOKEN: HeaderName = HeaderName::from_static("set-auth-token");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What an endpoint comes to.
pub type ApiResult = Result<Response, ApiError>;

/// One request, and the cookies that its answer will bring whatever it says.
pub struct ApiCall {
    /// The time, the sender, the language, the server.
    pub visit: Visit,
    /// The request's headers.
    pub headers: HeaderMap,
    method: Method,
    path_parameter: Option<String>,
    query: Map<String, Value>,
    body: Option<Value>,
    cookies: HeaderMap,
    pub(super) shown_session: Option<String>,
}

impl ApiCall {
    /// Reads a request.
    pub async fn read(visit: Visit, parts: Parts, body: Body, taken: MediaTypes) -> Result<Self, ApiError> {
        let parameters = Parameters::from_query(&parts.uri)
            .map_err(|error| ApiError::bad_request("BAD_REQUEST", format!("Invalid query: {error}")))?;
        let changes = parts.method == Method::POST;
        let mut call = Self {
            shown_session: None,
            body: if changes { body::read(&parts.headers, body, taken).await? } else { None },
            query: body::named_values(&parameters),
            path_parameter: None,
            cookies: HeaderMap::new(),
            headers: parts.headers,
            method: parts.method,
            visit,
        };
        call.shown_session = call.bearer_token().or_else(|| call.visit.shown_session().map(str::to_owned));
        if changes {
            let trusted = &call.visit.server.trusted_origins;
            origin_check::check(&call.headers, trusted)?;
            origin_check::check_destinations(call.body.as_ref(), &call.query, trusted)?;
        }
        Ok(call)
    }

    /// With the part of the path that stands for something.
    #[must_use]
    pub fn with_path_parameter(mut self, value: Option<String>) -> Self {
        self.path_parameter = value;
        self
    }

    /// The app.
    pub fn app(&self) -> &App {
        &self.visit.server.app
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.visit.server.app.config
    }

    /// The part of the path that stands for something.
    pub fn path_parameter(&self) -> &str {
        self.path_parameter.as_deref().unwrap_or_default()
    }

    /// Whether only the head of the answer is asked for.
    pub fn is_head(&self) -> bool {
        self.method == Method::HEAD
    }

    /// The fields of the body.
    pub fn fields(&self, shape: Shape) -> Result<Fields<'_>, ApiError> {
        Fields::of_body(self.body.as_ref(), shape)
    }

    /// Whether there is a body at all.
    pub const fn has_body(&self) -> bool {
        self.body.is_some()
    }

    /// The fields of the query.
    pub fn query_fields(&self) -> Fields<'_> {
        Fields::of_query(&self.query)
    }

    /// Checks that a call which signs somebody in was not made by a foreign page. To be called once its fields are known to be good.
    pub fn check_sign_in_origin(&self) -> Result<(), ApiError> {
        origin_check::check_sign_in(&self.headers, &self.visit.server.trusted_origins)
    }

    /// Whether a script made the call, and not a person who followed a link or a program that looks at links.
    pub fn is_script(&self) -> bool {
        origin_check::is_script(&self.headers)
    }

    /// Whether a program made the call that is no browser: nobody can have lured it here. Whoever navigates asks for a page, also in
    /// browsers that tell nothing else about themselves.
    pub fn is_program(&self) -> bool {
        let wants_page = |accept: &HeaderValue| accept.to_str().is_ok_and(|accept| accept.contains("text/html"));
        !origin_check::is_from_a_browser(&self.headers) && !self.headers.get_all(ACCEPT).iter().any(wants_page)
    }

    /// Where a link leads; none if it names nothing. A place that is not trusted is a refusal.
    pub fn link_callback(&self) -> Result<Option<CallbackUrl>, ApiError> {
        let trusted = &self.visit.server.trusted_origins;
        origin_check::check_query(&self.query, trusted)?;
        let named = self.query.get("callbackURL").and_then(Value::as_str);
        Ok(named.filter(|text| !text.is_empty()).and_then(|text| callback_url::parse(text, trusted).ok()))
    }

    /// The circumstances of a sign-in. Sessions that the browser had go on, as Better Auth's clients expect.
    pub fn asked<'a>(&'a self, remember: bool, callback_url: Option<&'a str>) -> Asked<'a> {
        Asked {
            origin: &self.visit.origin,
            remember,
            session: None,
            browser_secret: self.visit.browser.shown(),
            locale: self.visit.locale.tag(),
            callback_url,
            trusted_device: self.visit.trusted_device(),
            shown_session: self.shown_session.as_deref(),
        }
    }

    /// Signs the browser in.
    pub fn write_established(&mut self, established: &Established) {
        let shown = self.visit.browser.shown().is_some();
        session_cookies::write_established_by_api(&self.visit.server, &mut self.cookies, established, shown);
        self.hand_out(&established.token);
    }

    /// Has the browser show its second factor. A session that it had is over.
    pub fn write_pending(&mut self, pending: &PendingSignIn) {
        let shown = self.visit.browser.shown().is_some();
        session_cookies::write_pending_by_api(&self.visit.server, &mut self.cookies, pending, shown);
    }

    /// Has the browser keep the secret of a passkey's ceremony.
    pub fn write_ceremony(&mut self, secret: &str) {
        session_cookies::write_ceremony(&self.visit.server, &mut self.cookies, secret);
    }

    /// Has the browser forget a pending sign-in.
    pub fn forget_pending(&mut self) {
        session_cookies::forget_pending(&self.visit.server, &mut self.cookies);
    }

    /// Has the browser forget that it is trusted.
    pub fn forget_trusted_device(&mut self) {
        session_cookies::forget_trusted_device(&self.visit.server, &mut self.cookies);
    }

    /// Has the browser forget that a session of before was not to be remembered.
    pub fn forget_not_to_remember(&mut self) {
        session_cookies::forget_not_to_remember(&self.visit.server, &mut self.cookies);
    }

    /// Has the browser keep by which method its person signed in.
    pub fn write_last_used_method(&mut self, established: &Established) {
        session_cookies::write_last_used_method(&self.visit.server, &mut self.cookies, established);
    }

    /// Gives the browser the token that it has once more.
    pub fn write_again(&mut self, token: &str, remembered: bool) {
        let lasting = (remembered, &self.visit.origin.sessions);
        session_cookies::write_again(&self.visit.server, &mut self.cookies, token, lasting);
        self.hand_out(token);
    }

    /// Signs the browser in with a session that is carried over to it.
    pub fn write_carried_over(&mut self, signed_in: &SignedIn, kept: &KeptChange) {
        session_cookies::write_carried_over(&self.visit.server, &mut self.cookies, (signed_in, kept));
        self.hand_out(&signed_in.token);
    }

    /// Has the browser use another of the sessions that it keeps.
    pub fn write_switched(&mut self, switched: &Switched) {
        let shown = self.visit.browser.shown().is_some();
        session_cookies::write_switched(&self.visit.server, &mut self.cookies, switched, shown);
        self.hand_out(&switched.token);
    }

    /// Has the browser forget a session that it kept and did not use.
    pub fn write_removed(&mut self, ended: &Ended) {
        session_cookies::write_removed(&self.visit.server, &mut self.cookies, ended);
    }

    /// Signs the browser out, whatever was written before.
    pub fn write_ended(&mut self, ended: &Ended) {
        self.cookies.clear();
        session_cookies::write_ended(&self.visit.server, &mut self.cookies, ended);
    }

    /// Lets the browser that makes the call open the link which it asks for, now or by opening the one before. Programs open none and
    /// get no cookie; browsers say where they come from.
    pub fn write_asked_link(&mut self, link: &AskedLink<'_>) {
        if self.headers.contains_key(ORIGIN) || self.was_asked(link) {
            session_cookies::write_asked_link(&self.visit.server, &mut self.cookies, link, self.visit.now);
        }
    }

    /// Whether the browser that makes the call asked for this link.
    pub fn was_asked(&self, link: &AskedLink<'_>) -> bool {
        link.was_asked(&self.visit.server, &self.headers, self.visit.now)
    }

    /// Gives the token to programs that keep no cookies, where the operator allows that.
    fn hand_out(&mut self, token: &str) {
        if !self.config().bearer.enabled {
            return;
        }
        if let Ok(mut value) = HeaderValue::from_str(&session_cookies::signed(&self.visit.server, token)) {
            value.set_sensitive(true);
            self.cookies.insert(SET_AUTH_TOKEN, value);
            self.cookies.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("set-auth-token"));
        }
    }

    /// The answer, with the cookies that were written on the way.
    pub fn respond(self, outcome: ApiResult) -> Response {
        let mut response = outcome.unwrap_or_else(IntoResponse::into_response);
        for (name, value) in &self.cookies {
            response.headers_mut().append(name, value.clone());
        }
        response
    }
}

/// An answer of status 200.
pub fn answer(body: &impl Serialize) -> ApiResult {
    let bytes = serde_json::to_vec(body).map_err(|error| StoreError::inconsistent("answer", &error.to_string()))?;
    Ok(([(CONTENT_TYPE, JSON)], bytes).into_response())
}

/// A redirect of a link, 302 as Better Auth's are.
pub fn redirect(location: &CallbackUrl) -> ApiResult {
    redirect_to(location.as_str(), StatusCode::FOUND)
}

/// A redirect to an address that was put together here.
pub fn redirect_to(location: &str, status: StatusCode) -> ApiResult {
    let location = header_text(location);
    let value = HeaderValue::from_str(&location).map_err(|_| StoreError::inconsistent("redirect", "not a header"))?;
    Ok((status, [(LOCATION, value), (CONTENT_TYPE, JSON)]).into_response())
}

/// The address with everything encoded that a header cannot hold.
pub fn header_text(location: &str) -> String {
    let mut text = String::with_capacity(location.len());
    for byte in location.bytes() {
        if byte.is_ascii_graphic() {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}
