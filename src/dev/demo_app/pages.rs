//! The pages of the demo app, and what its buttons do. Every form ends in a redirect, so that a reload repeats nothing.

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;
use subtle::ConstantTimeEq as _;

use crate::dev::demo_app::failure::Failure;
use crate::dev::demo_app::relying_party::{PendingSignIn, SignedIn};
use crate::dev::demo_app::sessions::{BrowserSession, Handle, set_cookie};
use crate::dev::demo_app::trace::{self, Recorder, Trace};
use crate::dev::demo_app::{App, Fieldnotes, tokens};
use crate::dev::view::{DemoHomePage, DemoSignedInPage};
use crate::web::form::Parameters;
use crate::web::headers::{self, ContentSecurityPolicy};

impl Fieldnotes {
    fn page(&self, template: &impl Template, status: StatusCode, policy: &ContentSecurityPolicy) -> Response {
        let Ok(html) = template.render() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let mut response = Response::new(Body::from(html));
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers::secure_page(response.headers_mut(), policy, self.is_https());
        response
    }

    /// A 303 to an address that is ours or the provider's.
    pub(super) fn redirect(&self, location: &str) -> Response {
        let Ok(location) = HeaderValue::from_str(location) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let mut response = StatusCode::SEE_OTHER.into_response();
        response.headers_mut().insert(LOCATION, location);
        headers::secure_redirect(response.headers_mut(), self.is_https());
        response
    }

    fn is_https(&self) -> bool {
        self.origin.scheme() == "https"
    }

    /// The page of somebody who is not signed in, with what went wrong.
    fn signed_out_page(&self, failure: Option<&Failure>, signed_out: bool, trace: &Trace) -> Response {
        let page = DemoHomePage {
            issuer: self.issuer.clone(),
            sign_in_url: "/sign-in".to_owned(),
            try_account: self.try_account.as_ref().map(|person| person.shown()),
            failure: failure.map(Failure::shown),
            signed_out,
            hops: if failure.is_some() { trace.hops() } else { Vec::new() },
        };
        let status = failure.map_or(StatusCode::OK, Failure::status);
        self.page(&page, status, &ContentSecurityPolicy::page())
    }

    fn signed_in_page(&self, session: &mut BrowserSession) -> Option<Response> {
        let signed_in = session.signed_in.as_ref()?;
        let page = DemoSignedInPage {
            name: signed_in.name.clone(),
            issuer: self.issuer.clone(),
            account_url: self.account_url.clone(),
            csrf: session.csrf.clone(),
            notice: session.notice.take(),
            claims: tokens::claims(signed_in),
            userinfo: session.userinfo.as_ref().and_then(|claims| serde_json::to_string_pretty(claims).ok()),
            tokens: tokens::panels(signed_in),
            hops: session.trace.hops(),
        };
        // "Sign out" is a form that ends at the provider.
        let end_session = signed_in.end_session_endpoint().map(|endpoint| endpoint.as_str());
        let policy = end_session.into_iter().fold(ContentSecurityPolicy::page(), ContentSecurityPolicy::and_forms_to);
        Some(self.page(&page, StatusCode::OK, &policy))
    }

    /// Reads a posted form of the signed-in page and finds the session that it belongs to. The error is the answer.
    async fn form(&self, request: Request) -> Result<Handle, Box<Response>> {
        let (parts, body) = request.into_parts();
        let home = || Box::new(self.redirect("/"));
        let handle = self.sessions.find(&parts.headers).ok_or_else(home)?;
        let parameters = Parameters::from_body(&parts.headers, body).await.unwrap_or_default();
        let sent = parameters.single("csrf").ok().flatten().unwrap_or_default().to_owned();
        let expected = handle.lock().await.csrf.clone();
        if sent.as_bytes().ct_eq(expected.as_bytes()).into() { Ok(handle) } else { Err(home()) }
    }
}

/// `GET /`.
pub async fn home(State(app): State<App>, headers: HeaderMap, uri: Uri) -> Response {
    let Some(handle) = app.sessions.find(&headers) else { return app.signed_out_page(None, false, &Trace::default()) };
    let mut session = handle.lock().await;
    if let Some(response) = app.signed_in_page(&mut session) {
        return response;
    }
    let parameters = Parameters::from_query(&uri).unwrap_or_default();
    let state = parameters.single("state").ok().flatten();
    let signed_out = state.is_some() && state == session.sign_out_state.as_deref();
    app.signed_out_page(None, signed_out, &session.trace)
}

/// `GET /sign-in`: sends the browser to the provider.
pub async fn sign_in(State(app): State<App>, headers: HeaderMap) -> Response {
    let (handle, cookie) = app.sessions.find_or_begin(&headers, &app.entropy);
    let mut session = handle.lock().await;
    let recorder = Recorder::new(app.http.clone());
    let begun = app.relying_party.begin(&recorder).await;
    session.trace = Trace::default();
    session.trace.extend(recorder.take());
    let mut response = match begun {
        Ok((pending, url)) => {
            let summary =
                "Fieldnotes sends you to Vestibule to sign in. state, nonce and code_challenge bind the answer to this browser.";
            session.trace.extend([trace::sent_away(summary, &url)]);
            session.begin(pending);
            app.redirect(url.as_str())
        }
        Err(failure) => app.signed_out_page(Some(&failure), false, &session.trace),
    };
    set_cookie(response.headers_mut(), cookie);
    response
}

/// `GET /callback`: the provider's answer (RFC 6749, section 4.1.2).
pub async fn callback(State(app): State<App>, headers: HeaderMap, uri: Uri) -> Response {
    let unknown = || {
        let description =
            "This browser has no open sign-in with that state: it was answered before, is too old, or began elsewhere.";
        Failure::own("state_mismatch", description)
    };
    let Some(handle) = app.sessions.find(&headers) else {
        return app.signed_out_page(Some(&unknown()), false, &Trace::default());
    };
    let mut session = handle.lock().await;
    let parameters = Parameters::from_query(&uri).unwrap_or_default();
    let state = parameters.single("state").ok().flatten().unwrap_or_default();
    let Some(pending) = session.take(state) else {
        return app.signed_out_page(Some(&unknown()), false, &session.trace);
    };
    let recorder = Recorder::new(app.http.clone());
    recorder.record(trace::came_back("Vestibule sends you back with its answer.", "/callback", parameters.iter()));
    let outcome = answered(&app, pending, &parameters, &recorder).await;
    session.trace.extend(recorder.take());
    match outcome {
        Ok(signed_in) => {
            session.signed_in = Some(signed_in);
            session.userinfo = None;
            session.csrf = app.entropy.token();
            let mut response = app.redirect("/");
            set_cookie(response.headers_mut(), app.sessions.rename(&headers, Handle::clone(&handle), &app.entropy));
            response
        }
        Err(failure) => app.signed_out_page(Some(&failure), false, &session.trace),
    }
}

async fn answered(
    app: &Fieldnotes,
    pending: PendingSignIn,
    parameters: &Parameters,
    recorder: &Recorder,
) -> Result<SignedIn, Failure> {
    let repeated = |_| Failure::own("invalid_answer", "A parameter came more than once.");
    pending.check_issuer(parameters.single("iss").map_err(repeated)?)?;
    if let Some(error) = parameters.single("error").map_err(repeated)? {
        return Err(Failure::provider(error, parameters.single("error_description").map_err(repeated)?));
    }
    let code = parameters.single("code").map_err(repeated)?;
    let code = code.ok_or_else(|| Failure::own("invalid_answer", "The answer has neither a code nor an error."))?;
    app.relying_party.finish(pending, code.to_owned(), recorder).await
}

/// `POST /userinfo`.
pub async fn userinfo(State(app): State<App>, request: Request) -> Response {
    let handle = match app.form(request).await {
        Ok(handle) => handle,
        Err(response) => return *response,
    };
    let mut session = handle.lock().await;
    let Some(signed_in) = &session.signed_in else { return app.redirect("/") };
    let recorder = Recorder::new(app.http.clone());
    let outcome = app.relying_party.userinfo(signed_in, &recorder).await;
    session.trace.extend(recorder.take());
    match outcome {
        Ok(claims) => {
            if let Some(name) = claims.get("name").and_then(Value::as_str).map(str::to_owned)
                && let Some(signed_in) = &mut session.signed_in
            {
                signed_in.name = name;
            }
            session.userinfo = Some(claims);
            app.redirect("/")
        }
        Err(failure) => over(&app, &mut session, &failure),
    }
}

/// `POST /refresh`.
pub async fn refresh(State(app): State<App>, request: Request) -> Response {
    let handle = match app.form(request).await {
        Ok(handle) => handle,
        Err(response) => return *response,
    };
    let mut session = handle.lock().await;
    let Some(mut signed_in) = session.signed_in.take() else { return app.redirect("/") };
    let before = signed_in.refresh_token.clone();
    let recorder = Recorder::new(app.http.clone());
    let outcome = app.relying_party.refresh(&mut signed_in, &recorder).await;
    session.trace.extend(recorder.take());
    match outcome {
        Ok(()) => {
            session.notice = Some(match (&before, &signed_in.refresh_token) {
                (Some(old), Some(new)) if old.secret() != new.secret() => format!(
                    "New tokens. The refresh token {} is spent; {} takes its place.",
                    trace::shortened(old.secret()),
                    trace::shortened(new.secret())
                ),
                _ => "New tokens. The refresh token stays the same.".to_owned(),
            });
            session.signed_in = Some(signed_in);
            app.redirect("/")
        }
        Err(failure) => over(&app, &mut session, &failure),
    }
}

/// `POST /sign-out`: here at once, then at the provider.
pub async fn sign_out(State(app): State<App>, request: Request) -> Response {
    let handle = match app.form(request).await {
        Ok(handle) => handle,
        Err(response) => return *response,
    };
    let mut session = handle.lock().await;
    let Some(signed_in) = session.signed_in.take() else { return app.redirect("/") };
    session.userinfo = None;
    session.trace = Trace::default();
    let state = app.entropy.token();
    let url = app.relying_party.sign_out_url(&signed_in, &state);
    session.sign_out_state = Some(state);
    app.redirect(url.as_ref().map_or("/", url::Url::as_str))
}

/// The provider takes the tokens no more: nobody is signed in here any longer.
fn over(app: &Fieldnotes, session: &mut BrowserSession, failure: &Failure) -> Response {
    session.signed_in = None;
    session.userinfo = None;
    app.signed_out_page(Some(failure), false, &session.trace)
}
