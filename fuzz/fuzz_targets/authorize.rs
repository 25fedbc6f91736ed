//! Parameters of an authorization request. Whatever is sent, the browser goes to our own pages or to the registered redirect URI,
//! nobody who is not signed in gets a code, and nothing is a fault of the server.
#![no_main]

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{HOST, LOCATION};
use libfuzzer_sys::fuzz_target;
use vestibule_fuzz::{REDIRECT_URI, SERVER};

fuzz_target!(|query: &str| {
    let request = Request::get(format!("/oauth2/authorize?{query}")).header(HOST, "localhost:9180").body(Body::empty());
    let Ok(request) = request else { return };
    let reply = SERVER.send(request);
    assert!(!reply.status.is_server_error(), "{}", reply.status);
    let Some(location) = reply.headers.get(LOCATION).and_then(|value| value.to_str().ok()) else { return };
    let own = location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\");
    let registered = location.strip_prefix(REDIRECT_URI).is_some_and(|rest| rest.starts_with('?'));
    assert!(own || registered, "sent to {location}");
    assert!(!location.contains("?code=") && !location.contains("&code="), "a code for nobody: {location}");
});
