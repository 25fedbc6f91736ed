//! Whose pages may call.

use serde_json::json;

use super::{Call, PASSWORD, sign_up};
use crate::support::app::TestApp;

const TRUSTED: &[(&str, &str)] = &[("server.trusted_origins", "http://localhost:4321")];

#[tokio::test]
async fn a_call_with_cookies_comes_from_a_trusted_origin() {
    let test = TestApp::with(TRUSTED).await;
    let cookies = sign_up(&test, "ann").await;
    let missing = Some("MISSING_OR_NULL_ORIGIN");
    let invalid = Some("INVALID_ORIGIN");
    type Headers = &'static [(&'static str, &'static str)];
    let table: &[(Headers, Option<&str>)] = &[
        (&[("origin", "http://localhost:9180")], None),
        (&[("origin", "http://localhost:9180/")], None),
        (&[("origin", "http://localhost:9180/path")], None),
        (&[("origin", "HTTP://LOCALHOST:4321")], None),
        (&[("referer", "http://localhost:9180/page?x=1")], None),
        (&[("origin", "null"), ("sec-fetch-site", "same-origin")], None),
        (&[], missing),
        (&[("origin", "")], missing),
        (&[("origin", "null")], missing),
        (&[("origin", "null"), ("sec-fetch-site", "cross-site")], missing),
        (&[("origin", "https://evil.test")], invalid),
        (&[("origin", "https://localhost:9180")], invalid),
        (&[("origin", "http://localhost")], invalid),
        (&[("origin", "http://localhost:43210")], invalid),
        (&[("origin", "http://localhost:4321.evil.test")], invalid),
        (&[("origin", "http://localhost:4321@evil.test")], invalid),
        (&[("origin", "rubbish")], invalid),
        (&[("referer", "https://evil.test/page")], invalid),
    ];
    for (headers, code) in table {
        let call = Call::post(&test, "/update-user", &json!({ "name": "Ann" })).with("cookie", &cookies);
        let reply = headers.iter().fold(call, |call, (name, value)| call.with(name, value)).send().await;
        assert_eq!(reply.json()["code"].as_str(), *code, "{headers:?}: {}", reply.body);
    }
}

#[tokio::test]
async fn any_cookie_header_counts_and_reading_is_free() {
    let test = TestApp::start().await;
    let body = json!({ "email": "nobody@example.test" });
    for cookie in ["theme=dark", ""] {
        let reply = Call::post(&test, "/request-password-reset", &body).with("cookie", cookie).send().await;
        assert_eq!(reply.json()["code"], "MISSING_OR_NULL_ORIGIN");
    }
    assert_eq!(Call::post(&test, "/request-password-reset", &body).with("origin", "https://evil.test").send().await.status, 200);
    let read = Call::get(&test, "/get-session").with("cookie", "theme=dark").with("origin", "https://evil.test").send().await;
    assert_eq!(read.status, 200);
}

#[tokio::test]
async fn signing_in_is_checked_without_cookies_too() {
    let test = TestApp::start().await;
    let own = ("origin", "http://localhost:9180");
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[], "INVALID_EMAIL_OR_PASSWORD"),
        (&[own], "INVALID_EMAIL_OR_PASSWORD"),
        (&[("origin", "")], "INVALID_EMAIL_OR_PASSWORD"),
        (&[("origin", "null")], "MISSING_OR_NULL_ORIGIN"),
        (&[("origin", "https://evil.test")], "INVALID_ORIGIN"),
        (&[("referer", "https://evil.test/x")], "INVALID_ORIGIN"),
        (&[("sec-fetch-site", "same-origin")], "MISSING_OR_NULL_ORIGIN"),
        (&[("sec-fetch-site", "same-origin"), ("origin", "null")], "INVALID_EMAIL_OR_PASSWORD"),
        (&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "cors"), own], "INVALID_EMAIL_OR_PASSWORD"),
        (&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")], "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"),
        (&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), own], "CROSS_SITE_NAVIGATION_LOGIN_BLOCKED"),
    ];
    for (headers, code) in table {
        let call = Call::post(&test, "/sign-in/email", &json!({ "email": "nobody@example.test", "password": PASSWORD }));
        let reply = headers.iter().fold(call, |call, (name, value)| call.with(name, value)).send().await;
        assert_eq!(reply.json()["code"].as_str(), Some(*code), "{headers:?}");
    }
}

#[tokio::test]
async fn checks_come_in_their_order() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let foreign = async |call: Call<'_>| call.with("cookie", &cookies).with("origin", "https://evil.test").send().await;
    let bad_json = Call::bare(&test, axum::http::Method::POST, "/change-password").text("application/json", "{");
    assert_eq!(foreign(bad_json).await.json()["code"], "BAD_REQUEST");
    let bad_fields = Call::post(&test, "/change-password", &json!({ "newPassword": 1 }));
    assert_eq!(foreign(bad_fields).await.json()["code"], "INVALID_ORIGIN");
    let signed_out = Call::post(&test, "/change-email", &json!({ "newEmail": "nobody", "callbackURL": "https://evil.test" }));
    assert_eq!(signed_out.send().await.json()["code"], "INVALID_CALLBACK_URL");
    assert_eq!(Call::post(&test, "/change-email", &json!({})).send().await.json()["code"], "VALIDATION_ERROR");
    let good = Call::post(&test, "/change-email", &json!({ "newEmail": "new@example.test" }));
    assert_eq!(good.send().await.json()["code"], "UNAUTHORIZED");
}
