//! What a request says about our name never gets into a mail.

use axum::body::Body;
use axum::http::{Method, Request};

use super::{ADA, person};
use crate::support::app::{PUBLIC_URL, TestApp, request};

#[tokio::test]
async fn another_host_is_refused() {
    let test = TestApp::start().await;
    let foreign = Request::builder().method(Method::GET).uri("/forgot-password").header("host", "evil.example");
    assert_eq!(test.send(foreign.body(Body::empty()).unwrap()).await.status, 421);
    let absolute = request(Method::GET, "http://evil.example/forgot-password");
    assert_eq!(test.send(absolute.body(Body::empty()).unwrap()).await.status, 421);
}

#[tokio::test]
async fn forwarding_headers_do_not_name_us() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let csrf = browser.get("/forgot-password").await.hidden("csrf").unwrap();
    let forged = request(Method::POST, "/forgot-password")
        .header("x-forwarded-host", "evil.example")
        .header("x-forwarded-proto", "gopher")
        .header("x-forwarded-port", "666")
        .header("forwarded", "host=evil.example;proto=gopher")
        .header("x-original-url", "http://evil.example/")
        .header("cookie", browser.cookie_header())
        .header("content-type", "application/x-www-form-urlencoded");
    let reply = test.send(forged.body(Body::from(format!("csrf={csrf}&email={ADA}"))).unwrap()).await;
    assert_eq!(reply.status, 303);
    let mails = test.mails().await;
    let mail = &mails.last().unwrap().mail;
    for part in [&mail.text, &mail.html] {
        assert!(part.contains(&format!("{PUBLIC_URL}/reset-password?token=")));
        assert!(!part.contains("evil.example") && !part.contains("gopher") && !part.contains("666"));
    }
}
