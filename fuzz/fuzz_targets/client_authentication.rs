//! Client authentication at the token endpoint: a line for the Authorization header, the rest is the form. Nobody knows the secret, so
//! nothing is ever issued, every refusal is an OAuth error in JSON, and nothing is a fault of the server.
#![no_main]

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, HOST};
use axum::http::{HeaderValue, Request};
use libfuzzer_sys::fuzz_target;
use vestibule_fuzz::SERVER;

fuzz_target!(|input: &[u8]| {
    let mut parts = input.splitn(2, |byte| *byte == b'\n');
    let (header, form) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let mut request = Request::post("/oauth2/token")
        .header(HOST, "localhost:9180")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.to_vec()))
        .expect("a request");
    if !header.is_empty() {
        let Ok(value) = HeaderValue::from_bytes(header) else { return };
        request.headers_mut().insert(AUTHORIZATION, value);
    }
    let reply = SERVER.send(request);
    assert!(reply.status.is_client_error(), "{}", reply.status);
    assert!(String::from_utf8_lossy(&reply.body).starts_with("{\"error\":\""), "{}", String::from_utf8_lossy(&reply.body));
    assert!(reply.headers.get(CACHE_CONTROL).is_some_and(|value| value == "no-store"));
});
