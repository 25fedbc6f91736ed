//! A program of the operator's on this machine, which webhooks and actions are sent to.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::task::JoinHandle;

/// The secret that it shares with the server, and the one before.
pub const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
/// Another one.
pub const OLD_SECRET: &str = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

/// How it answers.
#[derive(Clone, Debug)]
pub enum Answers {
    /// With this status and body.
    With(u16, String),
    /// The same, after a while.
    Late(Duration, String),
    /// By sending on to itself.
    Elsewhere,
}

impl Answers {
    /// An action allows.
    pub fn allow() -> Self {
        Self::json(&json!({ "decision": "allow" }))
    }

    /// An action allows and has this changed.
    pub fn changing(changes: &Value) -> Self {
        Self::json(&json!({ "decision": "allow", "changes": changes }))
    }

    /// An action refuses.
    pub fn refuse() -> Self {
        Self::json(&json!({ "decision": "refuse", "code": "NOT_OURS", "message": "Only for staff." }))
    }

    /// This document.
    pub fn json(body: &Value) -> Self {
        Self::With(200, body.to_string())
    }
}

/// What it was sent.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as it came.
    pub body: String,
}

impl Seen {
    /// The body's members.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// A header's text.
    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().expect("text")
    }

    /// Whether it was signed with this secret: computed as the Standard Webhooks specification says, by other means than the
    /// program's.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("a secret")).expect("base64");
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key");
        mac.update(format!("{}.{}.{}", self.header("webhook-id"), self.header("webhook-timestamp"), self.body).as_bytes());
        let signature = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        self.header("webhook-signature").split(' ').any(|part| part == signature)
    }
}

/// The program.
pub struct Receiver {
    /// Where it is.
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
    answers: Arc<Mutex<Answers>>,
    task: JoinHandle<()>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Receiver {
    /// One that answers like this, until it is told otherwise.
    pub async fn answering(answers: Answers) -> Self {
        let (seen, answers) = (Arc::<Mutex<Vec<Seen>>>::default(), Arc::new(Mutex::new(answers)));
        let (taken, present) = (Arc::clone(&seen), Arc::clone(&answers));
        let take = move |headers: HeaderMap, body: Bytes| {
            let (taken, present) = (Arc::clone(&taken), Arc::clone(&present));
            async move {
                taken.lock().unwrap().push(Seen { headers, body: String::from_utf8(body.to_vec()).expect("text") });
                let answers = present.lock().unwrap().clone();
                answer(answers).await
            }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(take);
        let task = tokio::spawn(async move { axum::serve(listener, router).await.expect("serves") });
        Self { url, seen, answers, task }
    }

    /// Answers like this from now on.
    pub fn answers(&self, answers: Answers) {
        *self.answers.lock().unwrap() = answers;
    }

    /// What it was sent so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// Forgets what it was sent.
    pub fn forget(&self) {
        self.seen.lock().unwrap().clear();
    }

    /// `[[webhooks]]` with it alone, as the environment variable has them.
    pub fn webhook(&self, events: &[&str]) -> String {
        json!([{ "name": "main", "url": self.url, "secret": SECRET, "previous_secret": OLD_SECRET, "events": events }])
            .to_string()
    }

    /// `[[actions]]` with it alone.
    pub fn action(&self, points: &[&str], on_failure: &str) -> String {
        self.action_with(points, on_failure, &json!({}))
    }

    /// The same with other members too.
    pub fn action_with(&self, points: &[&str], on_failure: &str, more: &Value) -> String {
        let mut action = json!({
            "name": "rule", "url": self.url, "secret": SECRET, "points": points, "on_failure": on_failure,
            "timeout_milliseconds": 1000,
        });
        let members = action.as_object_mut().expect("an object");
        members.extend(more.as_object().expect("an object").clone());
        json!([action]).to_string()
    }
}

async fn answer(answers: Answers) -> Response {
    match answers {
        Answers::With(status, body) => (StatusCode::from_u16(status).expect("a status"), body).into_response(),
        Answers::Late(pause, body) => {
            tokio::time::sleep(pause).await;
            (StatusCode::OK, body).into_response()
        }
        Answers::Elsewhere => Redirect::temporary("/elsewhere").into_response(),
    }
}
