//! Rate limits where clients authenticate.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Method;
use serde_json::json;

use crate::support::app::{TestApp, request};
use crate::support::devices::{self, TestDevice};

const WRONG: [(&str, &str); 3] = [("grant_type", "client_credentials"), ("client_id", "nobody"), ("client_secret", "a guess")];

#[tokio::test]
async fn guesses_from_one_address_run_out_and_come_back() {
    let test = TestApp::with(&[("rate_limit.enabled", "true")]).await;
    let mut refused = 0;
    let limited = loop {
        let reply = test.post_form("/oauth2/token", &WRONG).await;
        if reply.status != 401 {
            break reply;
        }
        refused += 1;
        assert!(refused < 100, "guesses never run out");
    };
    assert_eq!((limited.status.as_u16(), limited.json()["error"].as_str().unwrap()), (429, "temporarily_unavailable"));
    let wait: u64 = limited.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait));
    // Its siblings share the counter.
    assert_eq!(test.post_form("/oauth2/introspect", &WRONG).await.status, 429);
    assert_eq!(test.post_form("/oauth2/revoke", &WRONG).await.status, 429);
    test.advance(std::time::Duration::from_secs(wait));
    assert_eq!(test.post_form("/oauth2/token", &WRONG).await.status, 401);
}

/// Everybody may name a public client: a crowd at one address closes the endpoint to itself, and to nobody who waits elsewhere.
#[tokio::test]
async fn a_public_client_is_counted_by_address() {
    let test = Arc::new(TestApp::with(&[("rate_limit.enabled", "true")]).await);
    let cli = devices::app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let poll = async |address: [u8; 4]| {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("client_id", &cli.client_id)
            .append_pair("grant_type", devices::DEVICE_CODE)
            .append_pair("device_code", device.device_code())
            .finish();
        let request = request(Method::POST, "/oauth2/token").header("content-type", "application/x-www-form-urlencoded");
        let request = request.extension(ConnectInfo(SocketAddr::from((address, 40_000))));
        test.send(request.body(Body::from(body)).unwrap()).await.status.as_u16()
    };
    let mut asked = 0;
    while poll([203, 0, 113, 7]).await == 400 {
        asked += 1;
        assert!(asked < 1000, "they never run out");
    }
    assert_eq!(asked, 100, "the burst of one client");
    assert_eq!((poll([203, 0, 113, 7]).await, poll([198, 51, 100, 9]).await), (429, 400));
}

#[tokio::test]
async fn without_limits_every_guess_is_judged() {
    let test = TestApp::start().await;
    for _ in 0..100 {
        assert_eq!(test.post_form("/oauth2/token", &WRONG).await.status, 401);
    }
}
