//! Paths, methods, content types and bodies.

use axum::http::Method;
use serde_json::json;

use super::{Call, PASSWORD, assert_error, sign_up};
use crate::support::app::TestApp;

#[tokio::test]
async fn the_server_answers() {
    let test = TestApp::start().await;
    let reply = Call::get(&test, "/ok").send().await;
    assert_eq!((reply.status.as_u16(), reply.body.as_str()), (200, r#"{"ok":true}"#));
}

#[tokio::test]
async fn unknown_paths_and_methods_are_not_found_and_say_nothing() {
    let test = TestApp::start().await;
    let unknown = [
        (Method::GET, "/no-such"),
        (Method::GET, ""),
        (Method::GET, "/"),
        (Method::GET, "/ok/"),
        (Method::GET, "//ok"),
        (Method::GET, "/OK"),
        (Method::GET, "/get%2Dsession"),
        (Method::GET, "/sign-in/email"),
        (Method::HEAD, "/ok"),
        (Method::HEAD, "/get-session"),
        (Method::HEAD, "/no-such"),
        (Method::OPTIONS, "/ok"),
        (Method::PUT, "/get-session"),
        (Method::DELETE, "/sign-in/email"),
        (Method::POST, "/ok"),
        (Method::POST, "/verify-email"),
        (Method::POST, "/set-password"),
        (Method::POST, "/sign-in//email"),
        (Method::POST, "/sign-in/email/"),
        (Method::GET, "/reset-password"),
        (Method::GET, "/reset-password/"),
    ];
    for (method, path) in unknown {
        let reply = Call::bare(&test, method.clone(), path).send().await;
        let told = (reply.status.as_u16(), reply.body.as_str(), reply.header("content-type"));
        assert_eq!(told, (404, "", ""), "{method} {path}");
    }
}

#[tokio::test]
async fn content_types_decide_how_a_body_is_read() {
    let test = TestApp::start().await;
    sign_up(&test, "ann").await;
    let json = json!({ "email": "ann@example.test", "password": PASSWORD }).to_string();
    let form = "email=ann%40example.test&password=correct+horse+battery";
    let cases = [
        ("application/json", json.as_str(), 200),
        ("APPLICATION/JSON; charset=utf-8", json.as_str(), 200),
        ("application/x-www-form-urlencoded", form, 200),
        ("application/json", "{", 400),
        ("application/json", "{} {}", 400),
        ("text/plain", json.as_str(), 415),
        ("application/vnd.api+json", json.as_str(), 415),
    ];
    for (content_type, body, status) in cases {
        let reply = Call::bare(&test, Method::POST, "/sign-in/email").text(content_type, body).send().await;
        assert_eq!(reply.status, status, "{content_type} {body}: {}", reply.body);
    }
    let marked = Call::bare(&test, Method::POST, "/sign-in/email").text("application/json", &format!("\u{feff}{json}"));
    assert_eq!(marked.send().await.status, 200, "a byte order mark is skipped");
    let refused = Call::bare(&test, Method::POST, "/request-password-reset").text("text/plain", "x").send().await;
    assert_eq!(refused.json()["message"], r#"Content-Type "text/plain" is not allowed. Allowed types: application/json"#);
}

#[tokio::test]
async fn an_oversized_body_is_refused() {
    let test = TestApp::start().await;
    let body = json!({ "email": "a".repeat(300 * 1024), "password": "x" });
    let reply = Call::post(&test, "/sign-in/email", &body).send().await;
    assert_error(&reply, 413, "PAYLOAD_TOO_LARGE");
}

#[tokio::test]
async fn the_error_page_shows_the_code_and_escapes_the_rest() {
    let test = TestApp::start().await;
    let shown = Call::get(&test, "/error?error=INVALID_TOKEN").send().await;
    assert_eq!((shown.status.as_u16(), shown.header("set-cookie")), (200, ""));
    assert!(shown.body.contains("INVALID_TOKEN"));
    let hostile = Call::get(&test, "/error?error=%3Cscript%3E&error_description=%3Cb%3Ehi").send().await;
    assert!(hostile.body.contains("UNKNOWN"));
    assert!(!hostile.body.contains("<b>hi") && !hostile.body.contains("<script>"));
}

#[tokio::test]
async fn errors_are_shown_where_the_operator_wants_them() {
    let test = TestApp::with(&[("pages.error_url", "https://app.example.test/failed?from=login#top")]).await;
    let led = Call::get(&test, "/error?error=INVALID_TOKEN").send().await;
    let address = "https://app.example.test/failed?from=login&error=INVALID_TOKEN#top";
    assert_eq!((led.status.as_u16(), led.location()), (302, address));
    let test = TestApp::with(&[("pages.error_url", "/")]).await;
    let hostile = Call::get(&test, "/error?error=%3Cscript%3E&error_description=a%26b").send().await;
    assert_eq!(hostile.location(), "/?error=UNKNOWN&error_description=a%26b");
}

#[tokio::test]
async fn answers_are_stored_by_nobody() {
    let test = TestApp::start().await;
    let reply = Call::get(&test, "/get-session").send().await;
    let told = (reply.body.as_str(), reply.header("cache-control"), reply.header("pragma"));
    assert_eq!(told, ("null", "no-store", "no-cache"));
    assert_error(&Call::bare(&test, Method::POST, "/get-session").send().await, 405, "METHOD_NOT_ALLOWED_DEFER_SESSION_REQUIRED");
}
