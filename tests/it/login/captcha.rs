//! Captchas: the providers and our own proof of work, for calls and on pages.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::routing::post;
use serde_json::{Value, json};
use vestibule::config::{Config, Mode};
use vestibule::crypto::digest::sha256;
use vestibule::users::proof_of_work::{self, Shown};
use vestibule::web::captcha::guards;

use super::{ADA, PASSWORD, person};
use crate::support::app::{Reply, TestApp, json_request, request};
use crate::support::browser::TestBrowser;

const WORK: [(&str, &str); 2] = [("captcha.provider", "proof-of-work"), ("captcha.difficulty_bits", "6")];

/// Does the work as a browser does.
pub fn solve(challenge: &str, bits: u32) -> String {
    let good = |shown: &String| {
        let digest = sha256(shown.as_bytes());
        u32::from_be_bytes(digest[..4].try_into().unwrap()).leading_zeros() >= bits
    };
    (0..).map(|count| format!("{challenge}:{count}")).find(good).unwrap()
}

async fn call(test: &TestApp, path: &str, answer: Option<&str>, body: &Value) -> Reply {
    let mut call = json_request("POST", path, body);
    if let Some(answer) = answer {
        call.headers_mut().insert("x-captcha-response", answer.parse().unwrap());
    }
    test.send(call).await
}

fn new(email: &str) -> Value {
    json!({ "name": "Ada", "email": email, "password": PASSWORD })
}

fn is_error(reply: &Reply, status: u16, code: &str) -> bool {
    reply.status == status && reply.json()["code"] == code
}

/// A solution that was asked for and worked on.
async fn solution(test: &TestApp, endpoint: &str) -> String {
    let path = format!("/api/auth/captcha/challenge?endpoint={endpoint}");
    let challenge = test.get(&path).await.json();
    solve(challenge["challenge"].as_str().unwrap(), u32::try_from(challenge["bits"].as_u64().unwrap()).unwrap())
}

#[tokio::test]
async fn a_guarded_call_needs_work_for_itself_once_and_in_time() {
    let test = TestApp::with(&WORK).await;
    let path = "/api/auth/sign-up/email";
    assert!(is_error(&call(&test, path, None, &new(ADA)).await, 400, "MISSING_RESPONSE"));
    assert!(is_error(&call(&test, path, Some(""), &new(ADA)).await, 400, "MISSING_RESPONSE"));
    let other = solution(&test, "/sign-in/email").await;
    let good = solution(&test, "/sign-up/email").await;
    let (challenge, _) = good.rsplit_once(':').unwrap();
    let forged = solve("1790000000000-1-aaaaaaaaaaaaaaaaaaaaaa.signature", 1);
    for wrong in ["made up", challenge, &format!("{challenge}:"), &other, &forged] {
        assert!(is_error(&call(&test, path, Some(wrong), &new(ADA)).await, 403, "VERIFICATION_FAILED"), "{wrong}");
    }
    assert_eq!(call(&test, path, Some(&good), &new(ADA)).await.status, 200);
    assert!(is_error(&call(&test, path, Some(&good), &new("bob@example.test")).await, 403, "VERIFICATION_FAILED"));
    let late = solution(&test, "/sign-up/email").await;
    test.advance(proof_of_work::LIFETIME);
    assert!(is_error(&call(&test, path, Some(&late), &new("bob@example.test")).await, 403, "VERIFICATION_FAILED"));
}

#[tokio::test]
async fn no_spelling_of_a_path_walks_around() {
    let test = TestApp::with(&WORK).await;
    let paths =
        ["//sign-in/email", "/sign-in//email", "/sign-in/email/", "/sign-in%2Femail", "/./sign-in/email", "/SIGN-IN/email"];
    for path in paths {
        let reply = call(&test, &format!("/api/auth{path}"), None, &json!({ "email": ADA, "password": PASSWORD })).await;
        assert!([400, 404].contains(&reply.status.as_u16()), "{path}: {}", reply.status);
        assert!(reply.status == 404 || is_error(&reply, 400, "MISSING_RESPONSE"), "{path}: {}", reply.body);
    }
    assert_eq!(test.get("/api/auth/get-session").await.status, 200, "what is not named is not guarded");
}

#[test]
fn patterns_name_endpoints() {
    let of = |endpoints: &str| {
        let text = format!("[captcha]\nprovider = \"proof-of-work\"\nendpoints = [{endpoints}]");
        Config::from_toml(&text, Mode::Dev).unwrap().captcha
    };
    for (patterns, path, guarded) in [
        ("\"/sign-in/email\"", "/sign-in/email", true),
        ("\"/sign-in/email\"", "/sign-in/email-otp", false),
        ("\"/sign-in/*\"", "/sign-in/username", true),
        ("\"/sign-in/*\"", "/sign-in/a/b", false),
        ("\"/sign-in/**\"", "/sign-in/a/b", true),
        ("\"/*/email\"", "/sign-up/email", true),
        ("\"/sign-up/email\", \"/sign-in/*\"", "/sign-in/username", true),
        ("", "/sign-in/email", false),
    ] {
        assert_eq!(guards(&of(patterns), path), guarded, "{patterns} {path}");
    }
}

/// What a provider is asked, in its own words.
type Asked = Arc<Mutex<Vec<(String, String)>>>;

/// A provider that says the same of every answer.
async fn provider(status: StatusCode, verdict: Value) -> (String, Asked) {
    let asked = Asked::default();
    let answer = move |State(asked): State<Asked>, headers: axum::http::HeaderMap, body: String| {
        let media_type = headers[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        asked.lock().unwrap().push((media_type, body));
        async move { (status, verdict.to_string()) }
    };
    let router = Router::new().route("/verify", post(answer)).with_state(Arc::clone(&asked));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/verify", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, asked)
}

/// What a sign-up comes to under a provider that gives this verdict.
async fn verdict_of(name: &str, status: StatusCode, verdict: Value, more: &[(&str, &str)]) -> (Reply, Vec<(String, String)>) {
    let (url, asked) = provider(status, verdict).await;
    let base = [
        ("captcha.provider", name),
        ("captcha.secret_key", "the-secret"),
        ("captcha.verify_url", &url),
        ("outbound.allow", "127.0.0.0/8"),
    ];
    let test = TestApp::with(&base.into_iter().chain(more.iter().copied()).collect::<Vec<_>>()).await;
    let reply = call(&test, "/api/auth/sign-up/email", Some("an answer"), &new(ADA)).await;
    let asked = asked.lock().unwrap().clone();
    (reply, asked)
}

#[tokio::test]
async fn each_provider_is_asked_in_its_words_and_its_word_counts() {
    let form = "application/x-www-form-urlencoded";
    for (name, media_type, body) in [
        ("cloudflare-turnstile", "application/json", "{\"secret\":\"the-secret\",\"response\":\"an answer\",\"remoteip\":"),
        ("google-recaptcha", form, "secret=the-secret&response=an+answer"),
        ("hcaptcha", form, "secret=the-secret&response=an+answer&sitekey=the-site"),
        ("captchafox", form, "secret=the-secret&response=an+answer&sitekey=the-site"),
    ] {
        let site = [("captcha.site_key", "the-site")];
        let (reply, asked) = verdict_of(name, StatusCode::OK, json!({ "success": true }), &site).await;
        assert_eq!(reply.status, 200, "{name}: {}", reply.body);
        let [(its_type, its_body)] = asked.as_slice() else { panic!("{name} is asked once: {asked:?}") };
        assert_eq!(its_type, media_type, "{name}");
        assert!(its_body.starts_with(body), "{name}: {its_body}");
        let (reply, _) = verdict_of(name, StatusCode::OK, json!({ "success": false }), &site).await;
        assert!(is_error(&reply, 403, "VERIFICATION_FAILED"), "{name}: {}", reply.body);
        for (status, verdict) in [(StatusCode::BAD_GATEWAY, json!({ "success": true })), (StatusCode::OK, json!("nonsense"))] {
            let (reply, _) = verdict_of(name, status, verdict, &site).await;
            assert!(is_error(&reply, 500, "UNKNOWN_ERROR"), "{name}: {}", reply.body);
        }
    }
}

#[tokio::test]
async fn scores_actions_and_hosts_count_where_the_provider_tells_them() {
    let good = json!({ "success": true, "score": 0.5, "action": "sign-up", "hostname": "id.example.test" });
    let with = |name: &str, value: Value| {
        let mut verdict = good.clone();
        verdict[name] = value;
        verdict
    };
    let wants = [("captcha.expected_action", "sign-up"), ("captcha.allowed_hostnames", "id.example.test,other.test")];
    for (name, verdict, status) in [
        ("google-recaptcha", good.clone(), 200),
        ("google-recaptcha", with("score", 0.4.into()), 403),
        ("google-recaptcha", with("action", "sign-in".into()), 403),
        ("google-recaptcha", with("hostname", "evil.test".into()), 403),
        ("google-recaptcha", with("hostname", Value::Null), 403),
        ("cloudflare-turnstile", with("score", 0.1.into()), 200),
        ("cloudflare-turnstile", with("action", Value::Null), 403),
        ("cloudflare-turnstile", with("hostname", "evil.test".into()), 403),
        ("hcaptcha", with("hostname", "evil.test".into()), 200),
    ] {
        let (reply, _) = verdict_of(name, StatusCode::OK, verdict.clone(), &wants).await;
        assert_eq!(reply.status.as_u16(), status, "{name} {verdict}");
    }
}

const FIELDS: [(&str, &str); 3] = [("name", "Ada"), ("email", ADA), ("password", PASSWORD)];

async fn sends(browser: &TestBrowser<'_>, page: &Reply, captcha: &str) -> Reply {
    let fields: Vec<_> = FIELDS.into_iter().chain([("captcha", captcha)]).collect();
    browser.submit(page, "/sign-up", &fields).await
}

#[tokio::test]
async fn a_guarded_page_takes_work_or_a_wait_and_each_once() {
    let test = TestApp::with(&WORK).await;
    let browser = test.browser();
    let page = browser.get("/sign-up").await;
    let challenge = page.hidden("captcha").expect("the form asks for work");
    assert!(page.body.contains("data-work-bits=\"6\"") && page.body.contains("/assets/proof_of_work."));
    assert!(page.body.contains("<noscript>") && page.body.contains("Wait 20 seconds"));
    assert!(!page.header("content-security-policy").contains("unsafe"), "the policy stays strict");
    for unworked in ["", "made up", &challenge] {
        let refused = sends(&browser, &page, unworked).await;
        assert!(refused.status == 403 && refused.body.contains("cannot tell that you are a person"), "{unworked}");
    }
    let solved = solve(&challenge, 6);
    assert_eq!(sends(&browser, &page, &solved).await.location(), "/account");
    let other = test.browser();
    let again = other.get("/sign-up").await;
    assert_eq!(sends(&other, &again, &solved).await.status, 403, "work counts once");

    let waiting = again.hidden("captcha").unwrap();
    test.advance(Duration::from_secs(20));
    let waited = other
        .submit(&again, "/sign-up", &[("name", "Bob"), ("email", super::BOB), ("password", PASSWORD), ("captcha", &waiting)])
        .await;
    assert_eq!(waited.location(), "/account");
    assert_eq!(sends(&other, &again, &waiting).await.status, 403, "so does waiting");
}

#[tokio::test]
async fn waiting_is_no_way_around_for_many() {
    let test = TestApp::with(&WORK).await;
    let browser = test.browser();
    let mut pages = Vec::new();
    for _ in 0..6 {
        pages.push(browser.get("/forgot-password").await);
    }
    test.advance(Duration::from_secs(30));
    let mut taken = 0;
    for page in &pages {
        let challenge = page.hidden("captcha").unwrap();
        let sent = browser.submit(page, "/forgot-password", &[("email", ADA), ("captcha", &challenge)]).await;
        taken += usize::from(sent.status == 303);
    }
    assert_eq!(taken, 3);
}

#[tokio::test]
async fn pages_are_guarded_by_work_whoever_the_provider_is_and_only_where_calls_are() {
    let third = [("captcha.provider", "hcaptcha"), ("captcha.secret_key", "secret"), ("captcha.endpoints", "/sign-up/email")];
    let test = TestApp::with(&third).await;
    let page = test.browser().get("/sign-up").await;
    assert!(page.hidden("captcha").is_some() && !page.body.contains("hcaptcha.com"));
    assert_eq!(test.get("/api/auth/captcha/challenge?endpoint=/sign-up/email").await.status, 404);
    let signs_in = test.browser().sign_in(ADA, PASSWORD).await;
    assert_eq!(signs_in.status, 422, "signing in is not guarded here: {}", signs_in.body);
    let off = TestApp::start().await;
    assert_eq!(off.browser().get("/sign-up").await.hidden("captcha"), None);
    person(&off, ADA).await;
}

#[tokio::test]
async fn a_challenge_of_pages_opens_no_call() {
    let test = TestApp::with(&WORK).await;
    let challenge = test.browser().get("/sign-up").await.hidden("captcha").unwrap();
    let reply = call(&test, "/api/auth/sign-up/email", Some(&solve(&challenge, 6)), &new(ADA)).await;
    assert!(is_error(&reply, 403, "VERIFICATION_FAILED"));
    let waited = proof_of_work::show(&test.app, "pages", &challenge, None, test.app.clock.now()).await.unwrap();
    assert_eq!(waited, Shown::Nothing);
    let get = request(Method::GET, "/api/auth/captcha/challenge").body(Body::empty()).unwrap();
    assert_eq!(test.send(get).await.status, 400);
}
