//! Text messages: as a signed webhook to the operator's gateway (Standard Webhooks), or caught in memory for the mailbox of
//! `vestibule dev` and tests.
//!
//! Vestibule speaks no provider's own protocol: the gateway is a program of the operator's that hands the message to whom they pay
//! for it. `docs/phone.md` describes the request. A message that was not taken is *transient* (try again) or *permanent* (give up);
//! the caller keeps the queue.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use http::header::CONTENT_TYPE;
use http::{Method, Request, StatusCode};
use serde::Serialize;
use url::Url;

use crate::clock::Timestamp;
use crate::crypto::webhook_signature::WebhookSecret;
use crate::model::phone_number::PhoneNumber;
use crate::outbound::http::HttpClient;
use crate::outbound::mailer::MAXIMUM_CAUGHT;

/// The `type` of every request.
const KIND: &str = "text_message.requested";

/// A text message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMessage {
    /// To whom.
    pub to: PhoneNumber,
    /// What the phone shows.
    pub text: String,
    /// The code in it, for gateways that send templates of their own; none in a message that tries the gateway.
    pub code: Option<String>,
    /// What it is for.
    pub purpose: &'static str,
    /// The language of the text.
    pub locale: String,
    /// The same at every attempt, so that a gateway sends what it was given twice once.
    pub id: String,
}

/// A text message that was caught instead of sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaughtText {
    /// When.
    pub at: Timestamp,
    /// The message.
    pub message: TextMessage,
}

/// Why a message was not handed over. The text names no person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextMessageError {
    /// The gateway cannot be reached, is busy, or refuses us: the same message may go through later.
    #[error("the gateway did not take the text message for now: {0}")]
    Transient(String),
    /// The gateway refuses this message.
    #[error("the gateway refused the text message: {0}")]
    Permanent(String),
}

/// Sends text messages, or catches them. Clones share it.
#[derive(Clone, Debug)]
pub struct TextMessages(Route);

#[derive(Clone, Debug)]
enum Route {
    Gateway(Box<Gateway>),
    Caught(Arc<Mutex<VecDeque<CaughtText>>>),
}

/// The operator's gateway.
#[derive(Clone, Debug)]
struct Gateway {
    url: Url,
    secret: WebhookSecret,
    http: HttpClient,
}

/// The body of a request.
#[derive(Serialize)]
struct Payload<'a> {
    r#type: &'static str,
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    to: &'a str,
    text: &'a str,
    code: Option<&'a str>,
    purpose: &'static str,
    locale: &'a str,
}

impl TextMessages {
    /// By the gateway at `url`. Nothing is contacted before the first message.
    pub fn gateway(url: Url, secret: WebhookSecret, http: HttpClient) -> Self {
        Self(Route::Gateway(Box::new(Gateway { url, secret, http })))
    }

    /// Into memory.
    pub fn caught() -> Self {
        Self(Route::Caught(Arc::default()))
    }

    /// Hands one message over.
    pub async fn send(&self, message: &TextMessage, now: Timestamp) -> Result<(), TextMessageError> {
        match &self.0 {
            Route::Gateway(gateway) => gateway.send(message, now).await,
            Route::Caught(messages) => {
                let mut messages = messages.lock().unwrap_or_else(PoisonError::into_inner);
                if messages.len() >= MAXIMUM_CAUGHT {
                    messages.pop_front();
                }
                messages.push_back(CaughtText { at: now, message: message.clone() });
                Ok(())
            }
        }
    }

    /// The caught messages, oldest first; none when they are really sent.
    pub fn caught_texts(&self) -> Vec<CaughtText> {
        match &self.0 {
            Route::Gateway(_) => Vec::new(),
            Route::Caught(messages) => messages.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect(),
        }
    }

    /// Forgets the caught messages.
    pub fn forget_caught(&self) {
        if let Route::Caught(messages) = &self.0 {
            messages.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }
}

impl Gateway {
    async fn send(&self, message: &TextMessage, now: Timestamp) -> Result<(), TextMessageError> {
        let request = self.request(message, now).ok_or_else(|| permanent("it cannot be written"))?;
        let answer = self.http.send(request).await.map_err(|error| TextMessageError::Transient(error.reason().to_owned()))?;
        judge(answer.status())
    }

    fn request(&self, message: &TextMessage, now: Timestamp) -> Option<Request<Vec<u8>>> {
        let data = Data {
            to: message.to.as_str(),
            text: &message.text,
            code: message.code.as_deref(),
            purpose: message.purpose,
            locale: &message.locale,
        };
        let body = serde_json::to_vec(&Payload { r#type: KIND, timestamp: now.rfc3339(), data }).ok()?;
        let seconds = now.seconds();
        Request::builder()
            .method(Method::POST)
            .uri(self.url.as_str())
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", &message.id)
            .header("webhook-timestamp", seconds.to_string())
            .header("webhook-signature", self.secret.sign(&message.id, seconds, &body))
            .body(body)
            .ok()
    }
}

fn permanent(reason: &str) -> TextMessageError {
    TextMessageError::Permanent(reason.to_owned())
}

/// Only what says that the message itself is wrong is for good: a gateway that is set up wrongly may be mended before the code ends.
fn judge(status: StatusCode) -> Result<(), TextMessageError> {
    match status {
        status if status.is_success() => Ok(()),
        StatusCode::BAD_REQUEST | StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNPROCESSABLE_ENTITY => {
            Err(permanent(&format!("status {}", status.as_u16())))
        }
        status if status.is_redirection() => {
            Err(TextMessageError::Transient(format!("status {}; redirects are not followed", status.as_u16())))
        }
        status => Err(TextMessageError::Transient(format!("status {}", status.as_u16()))),
    }
}
