//! What went over the wire, in plain words: each request that the demo app makes, and each redirect of the browser, with its
//! parameters. Secrets are shortened: the trace is for reading, the tokens stand in full beside it.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use openidconnect::{HttpRequest, HttpResponse};
use serde_json::Value;
use url::{Url, form_urlencoded};

use crate::dev::view::Hop;
use crate::outbound::http::{HttpClient, HttpError};

/// The most hops that a trace keeps; the oldest go first.
const MAXIMUM_HOPS: usize = 60;
/// The most of an answer that is shown, in characters.
const LONGEST_ANSWER: usize = 8_000;
const SHOWN_OF_A_SECRET: usize = 6;

/// The parameters and members whose values are shortened.
const SECRETS: [&str; 7] =
    ["access_token", "client_secret", "code", "code_verifier", "id_token", "id_token_hint", "refresh_token"];

/// The hops of one browser, in order.
#[derive(Clone, Debug, Default)]
pub struct Trace(Vec<Hop>);

impl Trace {
    /// Adds hops at the end.
    pub fn extend(&mut self, hops: impl IntoIterator<Item = Hop>) {
        self.0.extend(hops);
        let surplus = self.0.len().saturating_sub(MAXIMUM_HOPS);
        self.0.drain(..surplus);
    }

    /// All of them.
    pub fn hops(&self) -> Vec<Hop> {
        self.0.clone()
    }
}

/// The demo app sends the browser to `url`.
pub fn sent_away(summary: &str, url: &Url) -> Hop {
    Hop {
        summary: summary.to_owned(),
        parties: "Fieldnotes → your browser → Vestibule".to_owned(),
        request: format!("GET {}", address(url)),
        response: String::new(),
    }
}

/// The browser came back to `path` with these parameters.
pub fn came_back<'a>(summary: &str, path: &str, parameters: impl Iterator<Item = (&'a str, &'a str)>) -> Hop {
    Hop {
        summary: summary.to_owned(),
        parties: "Vestibule → your browser → Fieldnotes".to_owned(),
        request: format!("GET {path}{}", lines(parameters)),
        response: String::new(),
    }
}

/// A secret, recognisable but of no use: `k2Jd9x… (43 characters)`.
pub fn shortened(secret: &str) -> String {
    let length = secret.chars().count();
    let shown: String = secret.chars().take(SHOWN_OF_A_SECRET).collect();
    format!("{shown}… ({length} characters)")
}

/// The HTTP client that the relying party is given: it sends, and writes down.
#[derive(Clone)]
pub struct Recorder {
    http: HttpClient,
    hops: Arc<Mutex<Vec<Hop>>>,
}

/// An answer that is still to come.
pub type Answer = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send>>;

impl Recorder {
    /// A recorder without hops.
    pub fn new(http: HttpClient) -> Self {
        Self { http, hops: Arc::default() }
    }

    /// A client in the form that `openidconnect` takes. `summary` says in plain words what a request to a path is for.
    pub fn client(&self, summary: fn(&str) -> &'static str) -> impl Fn(HttpRequest) -> Answer + Send + Sync + use<> {
        let recorder = self.clone();
        move |request| {
            let recorder = recorder.clone();
            Box::pin(async move {
                let mut hop = Hop {
                    summary: summary(request.uri().path()).to_owned(),
                    parties: "Fieldnotes → Vestibule".to_owned(),
                    request: request_text(&request),
                    response: String::new(),
                };
                let answer = recorder.http.send(request).await;
                hop.response = match &answer {
                    Ok(response) => response_text(response),
                    Err(error) => error.reason().to_owned(),
                };
                recorder.record(hop);
                answer
            })
        }
    }

    /// Adds a hop that was not a request of this client.
    pub fn record(&self, hop: Hop) {
        self.hops.lock().unwrap_or_else(PoisonError::into_inner).push(hop);
    }

    /// Takes what was written down.
    pub fn take(&self) -> Vec<Hop> {
        std::mem::take(&mut *self.hops.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn request_text(request: &HttpRequest) -> String {
    let mut text = match Url::parse(&request.uri().to_string()) {
        Ok(url) => format!("{} {}", request.method(), address(&url)),
        Err(_) => request.method().to_string(),
    };
    if let Some(authorization) = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok()) {
        text.push_str(&format!("\nAuthorization: {}", authorization_text(authorization)));
    }
    let body: Vec<_> = form_urlencoded::parse(request.body()).collect();
    text.push_str(&lines(body.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))));
    text
}

fn authorization_text(value: &str) -> String {
    match value.split_once(' ') {
        Some(("Basic", _)) => "Basic (client_id and client_secret)".to_owned(),
        Some((scheme, token)) => format!("{scheme} {}", shortened(token)),
        None => shortened(value),
    }
}

/// The address, and each parameter of its query on a line.
fn address(url: &Url) -> String {
    let mut bare = url.clone();
    bare.set_query(None);
    let parameters: Vec<_> = url.query_pairs().collect();
    format!("{bare}{}", lines(parameters.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))))
}

fn lines<'a>(parameters: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let line = |(name, value): (&str, &str)| {
        let value = if SECRETS.contains(&name) { shortened(value) } else { value.to_owned() };
        format!("\n  {name} = {value}")
    };
    parameters.map(line).collect()
}

fn response_text(response: &HttpResponse) -> String {
    let content_type = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let body = match serde_json::from_slice::<Value>(response.body()) {
        Ok(body) => serde_json::to_string_pretty(&without_secrets(body)).unwrap_or_default(),
        Err(_) => String::new(),
    };
    let body: String = body.chars().take(LONGEST_ANSWER).collect();
    format!("{} {content_type}\n{body}", response.status()).trim_end().to_owned()
}

fn without_secrets(body: Value) -> Value {
    let Value::Object(members) = body else { return body };
    let shorten = |(name, value): (String, Value)| {
        let value = match value {
            Value::String(secret) if SECRETS.contains(&name.as_str()) => Value::String(shortened(&secret)),
            other => other,
        };
        (name, value)
    };
    Value::Object(members.into_iter().map(shorten).collect())
}
