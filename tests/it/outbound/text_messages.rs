//! Text messages to a gateway on this machine.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Redirect;
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use vestibule::clock::Timestamp;
use vestibule::crypto::webhook_signature::WebhookSecret;
use vestibule::model::phone_number::PhoneNumber;
use vestibule::outbound::egress::EgressPolicy;
use vestibule::outbound::http::HttpClient;
use vestibule::outbound::text_messages::{TextMessage, TextMessageError, TextMessages};

const KEY: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const NOW: Timestamp = Timestamp::from_millis(1_790_000_000_123);

type Seen = Arc<Mutex<Vec<(HeaderMap, String)>>>;

/// A gateway, its address and what it was sent.
async fn gateway() -> (String, Seen) {
    let seen = Seen::default();
    let taken = Arc::clone(&seen);
    let take = move |headers: HeaderMap, body: String| async move {
        taken.lock().unwrap().push((headers, body));
        StatusCode::ACCEPTED
    };
    let router = Router::new()
        .route("/messages", post(take))
        .route("/moved", post(|| async { Redirect::temporary("/messages") }))
        .route("/busy", post(|| async { StatusCode::SERVICE_UNAVAILABLE }))
        .route("/stranger", post(|| async { StatusCode::UNAUTHORIZED }))
        .route("/refused", post(|| async { StatusCode::UNPROCESSABLE_ENTITY }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (origin, seen)
}

async fn send(url: &str, allowed: &[&str]) -> Result<(), TextMessageError> {
    let http = HttpClient::new(EgressPolicy::new(allowed.iter().map(|network| network.parse().unwrap())));
    let secret = WebhookSecret::parse(&format!("whsec_{KEY}")).unwrap();
    let message = TextMessage {
        to: PhoneNumber::parse("+12015550123").unwrap(),
        text: "481920 is your code.".to_owned(),
        code: Some("481920".to_owned()),
        purpose: "verify",
        locale: "en".to_owned(),
        id: "message-1".to_owned(),
    };
    TextMessages::gateway(url.parse().unwrap(), secret, http).send(&message, NOW).await
}

/// Computed as the Standard Webhooks specification says, by other means than the program's.
#[tokio::test]
async fn a_message_is_a_signed_webhook() {
    let (origin, seen) = gateway().await;
    assert_eq!(send(&format!("{origin}/messages"), &["127.0.0.0/8"]).await, Ok(()));
    let (headers, body) = seen.lock().unwrap().pop().expect("a request arrived");
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["webhook-id"], "message-1");
    assert_eq!(headers["webhook-timestamp"], "1790000000");
    let mut mac = Hmac::<Sha256>::new_from_slice(&STANDARD.decode(KEY).unwrap()).unwrap();
    mac.update(format!("message-1.1790000000.{body}").as_bytes());
    let signature = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    assert_eq!(headers["webhook-signature"], signature.as_str());
    let expected = json!({
        "type": "text_message.requested",
        "timestamp": NOW.rfc3339(),
        "data": { "to": "+12015550123", "text": "481920 is your code.", "code": "481920", "purpose": "verify", "locale": "en" },
    });
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), expected);
}

#[tokio::test]
async fn the_egress_policy_holds_for_the_gateway() {
    let (origin, seen) = gateway().await;
    assert!(matches!(send(&format!("{origin}/messages"), &[]).await, Err(TextMessageError::Transient(_))));
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (origin, seen) = gateway().await;
    let moved = send(&format!("{origin}/moved"), &["127.0.0.0/8"]).await;
    assert!(matches!(&moved, Err(TextMessageError::Transient(reason)) if reason.contains("redirects")), "{moved:?}");
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn only_a_refusal_of_the_message_itself_is_for_good() {
    let (origin, _) = gateway().await;
    for path in ["busy", "stranger", "unknown"] {
        let outcome = send(&format!("{origin}/{path}"), &["127.0.0.0/8"]).await;
        assert!(matches!(outcome, Err(TextMessageError::Transient(_))), "{path}: {outcome:?}");
    }
    let outcome = send(&format!("{origin}/refused"), &["127.0.0.0/8"]).await;
    assert!(matches!(outcome, Err(TextMessageError::Permanent(_))), "{outcome:?}");
}

#[test]
fn secrets_are_24_to_64_bytes_in_base64() {
    for text in ["", "whsec_", "whsec_short", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_????????????????????????????????"] {
        assert!(WebhookSecret::parse(text).is_err(), "{text}");
    }
    let long = format!("whsec_{}", STANDARD.encode([7; 65]));
    assert!(WebhookSecret::parse(&long).is_err());
    let secret = WebhookSecret::parse(&format!("whsec_{}", STANDARD.encode([7; 64]))).unwrap();
    assert_eq!(format!("{secret:?}"), "WebhookSecret");
}
