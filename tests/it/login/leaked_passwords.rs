//! Passwords that were leaked elsewhere: refused wherever somebody chooses one, and told to nobody.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::json;
use vestibule::admin::setup::create_link;
use vestibule::crypto::digest::sha1;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::users;
use vestibule::users::new_password::NotTaken;
use vestibule::users::operator::{self, OperatorError};

use super::{ADA, PASSWORD, is_password, person, reset_link};
use crate::support::app::{PUBLIC_URL, Reply, TestApp, json_request};

const LEAKED: &str = "a leaked password";
const NEW: &str = "another long password";

/// What the service was asked: path, padding header, body.
type Asked = Arc<Mutex<Vec<(String, String)>>>;

fn digits(password: &str) -> String {
    hex::encode_upper(sha1(password.as_bytes()))
}

/// A service that knows one leaked password, and answers with `status`.
async fn service(status: StatusCode, line: Option<String>) -> (String, Asked) {
    let asked = Asked::default();
    let known = digits(LEAKED);
    let line = line.unwrap_or_else(|| format!("{}:17", &known[5..]));
    let answer = move |State(asked): State<Asked>, Path(prefix): Path<String>, headers: HeaderMap| {
        let padding = headers.get("add-padding").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let found = if known.starts_with(&prefix) { line.clone() } else { String::new() };
        asked.lock().unwrap().push((prefix, padding));
        async move { (status, format!("{}:0\r\n{found}\r\n{}:0", "0".repeat(35), "F".repeat(35))).into_response() }
    };
    let router = Router::new().route("/range/{prefix}", get(answer)).with_state(Arc::clone(&asked));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (format!("http://{address}/range/"), asked)
}

async fn asking(url: &str) -> TestApp {
    asking_with(url, &[]).await
}

async fn asking_with(url: &str, more: &[(&str, &str)]) -> TestApp {
    let base = [("passwords.breached", "service"), ("passwords.breached_service", url), ("outbound.allow", "127.0.0.0/8")];
    TestApp::with(&base.into_iter().chain(more.iter().copied()).collect::<Vec<_>>()).await
}

fn is_told(reply: &Reply) -> bool {
    reply.status == 422 && reply.body.contains("in a list of leaked passwords")
}

async fn post(test: &TestApp, path: &str, body: serde_json::Value) -> Reply {
    test.send(json_request("POST", &format!("/api/auth{path}"), &body)).await
}

#[tokio::test]
async fn only_five_digits_leave_the_house() {
    let (url, asked) = service(StatusCode::OK, None).await;
    let test = asking(&url).await;
    assert!(is_told(&test.browser().sign_up("Ada", ADA, LEAKED).await));
    assert_eq!(test.browser().sign_up("Ada", ADA, PASSWORD).await.location(), "/account");
    let asked = asked.lock().unwrap().clone();
    assert_eq!(asked, [LEAKED, PASSWORD].map(|password| (digits(password)[..5].to_owned(), "true".to_owned())));
}

#[tokio::test]
async fn every_page_on_which_a_password_is_chosen_refuses_a_leaked_one() {
    let (url, _) = service(StatusCode::OK, None).await;
    let test = asking(&url).await;
    let setup = create_link(&test.app, test.app.clock.now()).await.unwrap().expect("nobody administers this installation");
    let browser = test.browser();
    let page = browser.get(setup.strip_prefix(PUBLIC_URL).unwrap()).await;
    let code = page.hidden("code").unwrap();
    let fields = |password| [("name", "Root"), ("email", "root@example.test"), ("password", password), ("code", code.as_str())];
    assert!(is_told(&browser.submit(&page, "/admin/setup", &fields(LEAKED)).await));
    assert_eq!(browser.submit(&page, "/admin/setup", &fields(PASSWORD)).await.location(), "/account", "the link still works");

    let ada = person(&test, ADA).await;
    let page = ada.get("/account/security").await;
    let change = |password| [("current_password", PASSWORD), ("password", password)];
    assert!(is_told(&ada.submit(&page, "/account/password", &change(LEAKED)).await));
    assert!(is_password(&test, ADA, PASSWORD).await);

    let link = reset_link(&test, ADA).await;
    let browser = test.browser();
    let first = browser.get(&link).await;
    assert!(is_told(&browser.submit(&first, "/reset-password", &[("password", LEAKED)]).await));
    assert_eq!(browser.submit(&first, "/reset-password", &[("password", NEW)]).await.status, 303, "the link still works");
    assert!(is_password(&test, ADA, NEW).await);
}

#[tokio::test]
async fn every_call_and_command_that_sets_a_password_refuses_a_leaked_one() {
    let (url, _) = service(StatusCode::OK, None).await;
    let test = asking_with(&url, &[("email_code.enabled", "true")]).await;
    let refused = post(&test, "/sign-up/email", json!({ "name": "Ada", "email": ADA, "password": LEAKED })).await;
    assert_eq!(
        (refused.status.as_u16(), refused.json()["code"].as_str()),
        (400, Some("PASSWORD_COMPROMISED")),
        "{}",
        refused.body
    );

    person(&test, ADA).await;
    let taken = post(&test, "/sign-up/email", json!({ "name": "Ada", "email": ADA, "password": LEAKED })).await;
    assert_eq!(taken.body, refused.body, "nothing tells that the address has an account");
    let code = json!({ "email": ADA, "otp": "123456", "password": LEAKED });
    assert_eq!(post(&test, "/email-otp/reset-password", code).await.json()["code"], "PASSWORD_COMPROMISED");
    let link = reset_link(&test, ADA).await;
    let token = super::parameter(&link, "token");
    let reset = |password: &str| json!({ "token": token, "newPassword": password });
    assert_eq!(post(&test, "/reset-password", reset(LEAKED)).await.json()["code"], "PASSWORD_COMPROMISED");
    assert_eq!(post(&test, "/reset-password", reset(NEW)).await.status, 200);

    let mut unit = test.app.store.read("test").await.unwrap();
    let ada = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    drop(unit);
    let password = vestibule::model::password::Password::entered(LEAKED.to_owned()).unwrap();
    let set = operator::set_password(&test.app, &ada, &password, &RequestOrigin::default(), test.app.clock.now()).await;
    assert!(matches!(set, Err(OperatorError::Password(NotTaken::Breached))));
}

#[tokio::test]
async fn a_service_that_fails_closes_unless_the_operator_opens() {
    let broken = [
        service(StatusCode::SERVICE_UNAVAILABLE, None).await.0,
        service(StatusCode::OK, Some(format!("{}:many", &digits(LEAKED)[5..]))).await.0,
        "http://127.0.0.1:1/range/".to_owned(),
    ];
    for url in &broken {
        let test = asking(url).await;
        let page = test.browser().sign_up("Ada", ADA, LEAKED).await;
        assert!(page.status == 422 && page.body.contains("could not check just now"), "{url}");
        let called = post(&test, "/sign-up/email", json!({ "name": "Ada", "email": ADA, "password": LEAKED })).await;
        assert_eq!(called.status, 500);
        assert!(called.body.contains("Failed to check password."), "{}", called.body);
        let open = asking_with(url, &[("passwords.accept_unchecked", "true")]).await;
        assert_eq!(open.browser().sign_up("Ada", ADA, LEAKED).await.location(), "/account", "{url}");
    }
}

#[tokio::test]
async fn a_service_that_never_answers_is_given_up() {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/range/", listener.local_addr().unwrap());
    let test = asking_with(&url, &[("passwords.breached_service_seconds", "1")]).await;
    let reply = tokio::time::timeout(Duration::from_secs(20), test.browser().sign_up("Ada", ADA, PASSWORD)).await.unwrap();
    assert_eq!(reply.status, 422);
    drop(listener);
}

#[tokio::test]
async fn a_padded_line_counts_for_nothing() {
    let (url, _) = service(StatusCode::OK, Some(format!("{}:0", &digits(LEAKED)[5..]))).await;
    assert_eq!(asking(&url).await.browser().sign_up("Ada", ADA, LEAKED).await.location(), "/account");
}

#[tokio::test]
async fn a_local_list_is_searched_whole() {
    let folder = tempfile::tempdir().unwrap();
    let leaked: Vec<String> = (0..300).map(|number| format!("leaked number {number}")).collect();
    for (name, end, lower) in [("counted", ":3\r\n", false), ("bare", "\n", true)] {
        let mut lines: Vec<String> = leaked.iter().map(|password| digits(password)).collect();
        lines.sort();
        let text = lines
            .iter()
            .map(|line| format!("{}{end}", if lower { line.to_lowercase() } else { line.clone() }))
            .collect::<String>();
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let list = [("passwords.breached", "list"), ("passwords.breached_list", path.to_str().unwrap())];
        let test = TestApp::with(&list).await;
        for password in &leaked {
            let password = vestibule::model::password::Password::entered(password.clone()).unwrap();
            let found = vestibule::users::new_password::check(&test.app, &password).await;
            assert_eq!(found, Err(NotTaken::Breached), "{name}");
        }
        for number in 0..300 {
            let password = vestibule::model::password::Password::entered(format!("kept number {number}")).unwrap();
            assert_eq!(vestibule::users::new_password::check(&test.app, &password).await, Ok(()), "{name}");
        }
        std::fs::write(&path, "").unwrap();
        assert_eq!(test.browser().sign_up("Ada", ADA, LEAKED).await.location(), "/account", "nothing is in an empty list");
        std::fs::write(&path, "not a list of digests\n".repeat(3)).unwrap();
        assert!(test.browser().sign_up("Bob", super::BOB, LEAKED).await.body.contains("could not check just now"));
    }
}
