//! Known, unknown and unproved accounts look and cost the same (S39), method by method: interleaved samples, the same answer, the
//! same work, which can be counted, and much the same time, which can be measured.

use std::io::Write as _;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};
use vestibule::model::ids::{AccountId, UserId};
use vestibule::model::phone_number::PhoneNumber;
use vestibule::model::user::{Role, User};
use vestibule::model::username::{Username, Usernames};
use vestibule::store::{accounts, phone_numbers, usernames, users};

use super::PASSWORD;
use crate::support::app::{Reply, START, TestApp, request};
use crate::support::phones::PHONES;

/// How many accounts of each kind are tried, each once, so that no guess counter and no budget closes one.
const SAMPLES: usize = 200;
/// A hash that takes several times as long as the rest of a request.
const COST: (u32, u32, u32) = (4 * 1024, 1, 1);
/// What the slowest median may be of the fastest one, unless they lie within a slice of a busy machine's scheduler (in seconds). What
/// is cheap is judged by the work, which is counted.
const LARGEST_RATIO: f64 = 1.5;
const SLICE: f64 = 0.004;
/// Verified, unproved, unknown; of one length, so that lengths can be compared.
const KINDS: [&str; 3] = ["known", "fresh", "other"];

const SETTINGS: [(&str, &str); 10] = [
    ("registration.require_verified_email", "true"),
    ("username.enabled", "true"),
    ("magic_link.enabled", "true"),
    ("email_code.enabled", "true"),
    ("passkey.enabled", "true"),
    PHONES[0],
    PHONES[1],
    PHONES[2],
    PHONES[3],
    ("phone.sign_up", "true"),
];

/// One of the accounts that there are, or are not.
#[derive(Clone, Copy)]
struct Sample {
    kind: &'static str,
    number: usize,
}

impl Sample {
    fn email(self) -> String {
        format!("{}{:03}@example.test", self.kind, self.number)
    }

    fn username(self) -> String {
        format!("{}{:03}", self.kind, self.number)
    }

    fn phone(self) -> String {
        let kind = KINDS.iter().position(|kind| *kind == self.kind).expect("one of the kinds") + 2;
        format!("+1202555{kind}{:03}", self.number)
    }
}

/// Makes the accounts of the first two kinds, all with one password.
async fn accounts(test: &TestApp) {
    let hash = test.app.passwords.hash(PASSWORD.to_owned().into()).await.expect("the pool is idle");
    let mut unit = test.app.store.write("test.accounts").await.expect("the store is open");
    for kind in &KINDS[..2] {
        for sample in (0..SAMPLES).map(|number| Sample { kind, number }) {
            let user = User {
                id: UserId::new(format!("user-{kind}-{}", sample.number)),
                email: sample.email(),
                email_verified: *kind == "known",
                name: "Ada Lovelace".to_owned(),
                image: None,
                role: Role::User,
                locale: None,
                credential_version: 1,
                two_factor_enabled_at: None,
                disabled_at: None,
                is_anonymous: false,
                created_at: START,
                updated_at: START,
            };
            assert!(users::insert(&mut unit, &user).await.expect("the user is new"));
            let account = AccountId::new(format!("account-{kind}-{}", sample.number));
            accounts::insert_credential(&mut unit, &account, &user.id, &hash, START).await.expect("the account is new");
            let username = Username::entered(&sample.username()).expect("a username");
            assert!(usernames::claim(&mut unit, &user.id, &username, START).await.expect("the claim is stored"));
            let names = Usernames { username: Some(username), display_username: None };
            usernames::put(&mut unit, &user.id, &names).await.expect("the username is stored");
            let number = PhoneNumber::parse(&sample.phone()).expect("a number");
            phone_numbers::put(&mut unit, &user.id, Some(&number), START).await.expect("the number is stored");
        }
    }
    unit.commit().await.expect("the accounts are stored");
}

/// What an observer sees of an answer: the status, each header with the length of its value (of cookies: of their
/// attributes), the shape of the body.
#[derive(Debug, PartialEq)]
struct Seen {
    status: u16,
    headers: Vec<(String, usize)>,
    body: String,
}

impl Seen {
    fn of(reply: &Reply) -> Self {
        // Signed values are written in an encoding whose length varies.
        let length = |name: &str, value: &str| {
            if name == "set-cookie" { value.split(';').skip(1).map(str::len).sum() } else { value.len() }
        };
        let headers = reply
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), length(name.as_str(), value.to_str().unwrap_or_default())));
        let body = match serde_json::from_str(&reply.body) {
            Ok(json) => shape(&json),
            Err(_) => format!("{} bytes", reply.body.len()),
        };
        Self { status: reply.status.as_u16(), headers: headers.collect(), body }
    }
}

/// A JSON text without what differs in any two answers: texts by their length, numbers not at all.
fn shape(json: &Value) -> String {
    match json {
        Value::Object(members) => {
            let members: Vec<String> = members.iter().map(|(name, value)| format!("{name}: {}", shape(value))).collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(", ")),
        Value::String(text) => format!("text of {}", text.len()),
        Value::Number(_) => "number".to_owned(),
        other => other.to_string(),
    }
}

/// What a request cost the server, but for time.
#[derive(Debug, PartialEq)]
struct Work {
    hashes: u64,
    writes: u64,
}

/// Sends a request; gives what is seen, the work and the time.
async fn measure(test: &TestApp, request: Request<Body>) -> (Seen, Work, Duration) {
    let (hashes, writes) = (test.app.passwords.done(), test.app.store.committed_groups());
    let start = Instant::now();
    let reply = test.send(request).await;
    let time = start.elapsed();
    let work = Work { hashes: test.app.passwords.done() - hashes, writes: test.app.store.committed_groups() - writes };
    (Seen::of(&reply), work, time)
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).expect("there are samples").as_secs_f64()
}

/// Tries the kinds in turn and compares: everything but the time is the same in every sample, and the medians of the times lie near
/// each other. `hashes` is how many passwords are hashed for each, whoever is asked for.
async fn compare(name: &str, test: &TestApp, kinds: &[&'static str], hashes: u64, ask: impl Fn(Sample) -> Request<Body>) {
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); kinds.len()];
    let mut first = None;
    for number in 0..SAMPLES {
        for (kind, times) in kinds.iter().zip(&mut times) {
            let (seen, work, time) = measure(test, ask(Sample { kind, number })).await;
            assert!(seen.status < 500 && seen.status != 404, "{name}: {seen:?}");
            assert_eq!(work.hashes, hashes, "{name}, {kind} account {number}: {seen:?}");
            let expected = first
                .get_or_insert_with(|| (Seen { body: seen.body.clone(), headers: seen.headers.clone(), ..seen }, work.writes));
            assert_eq!((&seen, work.writes), (&expected.0, expected.1), "{name}, {kind} account {number}");
            times.push(time);
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    let (fastest, slowest) = (medians.iter().copied().fold(f64::MAX, f64::min), medians.iter().copied().fold(0.0, f64::max));
    let ratio = slowest / fastest;
    // Shown with `--nocapture`: the figures, for whoever states them.
    writeln!(std::io::stdout(), "{name}: medians {medians:.6?} s, ratio {ratio:.3}").expect("standard output is open");
    assert!(ratio < LARGEST_RATIO || slowest - fastest < SLICE, "{name}: medians of {kinds:?} {medians:.6?} s");
}

fn call(path: &str, body: &Value) -> Request<Body> {
    let builder = request(Method::POST, &format!("/api/auth{path}")).header("content-type", "application/json");
    builder.body(Body::from(body.to_string())).expect("a request")
}

async fn start() -> TestApp {
    let test = TestApp::hashing_with(COST, &SETTINGS).await;
    accounts(&test).await;
    test
}

#[tokio::test]
async fn s39_a_wrong_password_tells_nothing() {
    let test = start().await;
    let wrong = "wrong horse battery";
    let by_address = |sample: Sample| call("/sign-in/email", &json!({ "email": sample.email(), "password": wrong }));
    compare("sign-in/email", &test, &KINDS, 1, by_address).await;
    let by_username = |sample: Sample| call("/sign-in/username", &json!({ "username": sample.username(), "password": wrong }));
    compare("sign-in/username", &test, &KINDS, 1, by_username).await;
    let by_number = |sample: Sample| call("/sign-in/phone-number", &json!({ "phoneNumber": sample.phone(), "password": wrong }));
    compare("sign-in/phone-number", &test, &KINDS, 1, by_number).await;
}

#[tokio::test]
async fn s39_signing_up_tells_nothing() {
    let test = start().await;
    let sign_up = |sample: Sample| {
        call("/sign-up/email", &json!({ "name": "Mallory", "email": sample.email(), "password": "wrong horse battery" }))
    };
    compare("sign-up/email", &test, &KINDS, 1, sign_up).await;
}

#[tokio::test]
async fn s39_asking_for_a_mail_tells_nothing() {
    let test = start().await;
    for (path, more) in [
        ("/request-password-reset", json!({ "redirectTo": "/new-password" })),
        ("/send-verification-email", json!({ "callbackURL": "/welcome" })),
        ("/sign-in/magic-link", json!({ "callbackURL": "/welcome" })),
        ("/email-otp/send-verification-otp", json!({ "type": "sign-in" })),
        ("/email-otp/send-verification-otp", json!({ "type": "email-verification" })),
        ("/email-otp/send-verification-otp", json!({ "type": "forget-password" })),
        ("/email-otp/request-password-reset", json!({})),
    ] {
        let ask = |sample: Sample| {
            let mut body = more.clone();
            body["email"] = json!(sample.email());
            call(path, &body)
        };
        compare(&format!("{path} {more}"), &test, &KINDS, 0, ask).await;
    }
}

#[tokio::test]
async fn s39_wrong_codes_tell_nothing() {
    let test = start().await;
    let code = "000000";
    let sign_in = |sample: Sample| call("/sign-in/email-otp", &json!({ "email": sample.email(), "otp": code }));
    compare("sign-in/email-otp", &test, &KINDS, 0, sign_in).await;
    let verify = |sample: Sample| call("/email-otp/verify-email", &json!({ "email": sample.email(), "otp": code }));
    compare("email-otp/verify-email", &test, &KINDS, 0, verify).await;
    let reset = |sample: Sample| {
        call("/email-otp/reset-password", &json!({ "email": sample.email(), "otp": code, "password": "new horse battery" }))
    };
    compare("email-otp/reset-password", &test, &KINDS, 1, reset).await;
    let by_number = |sample: Sample| call("/phone-number/verify", &json!({ "phoneNumber": sample.phone(), "code": code }));
    compare("phone-number/verify", &test, &KINDS, 0, by_number).await;
    let reset = |sample: Sample| {
        let body = json!({ "phoneNumber": sample.phone(), "otp": code, "newPassword": "new horse battery" });
        call("/phone-number/reset-password", &body)
    };
    compare("phone-number/reset-password", &test, &KINDS, 1, reset).await;
}

#[tokio::test]
async fn s39_asking_for_a_text_message_tells_nothing() {
    let test = start().await;
    for path in ["/phone-number/send-otp", "/phone-number/request-password-reset"] {
        let ask = |sample: Sample| call(path, &json!({ "phoneNumber": sample.phone() }));
        compare(path, &test, &KINDS, 0, ask).await;
    }
}

#[tokio::test]
async fn s39_pages_tell_nothing() {
    let test = start().await;
    for (page, path, hashes) in [
        ("/sign-in", "/sign-in", 1),
        ("/sign-up", "/sign-up", 1),
        ("/sign-up", "/sign-up/passkey", 0),
        ("/forgot-password", "/forgot-password", 0),
        ("/sign-in/email-link", "/sign-in/email-link", 0),
        ("/sign-in/email-code", "/sign-in/email-code", 0),
    ] {
        let browser = test.browser();
        let csrf = browser.get(page).await.hidden("csrf").expect("the page has a form");
        let cookies = browser.cookie_header();
        let post = |sample: Sample| {
            let email = sample.email();
            let fields = [
                ("csrf", csrf.as_str()),
                ("name", "Mallory"),
                ("identifier", &email),
                ("email", &email),
                ("password", "wrong horse battery"),
            ];
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            let builder = request(Method::POST, path).header("cookie", &cookies).header("origin", "http://localhost:9180");
            builder.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body)).expect("a request")
        };
        compare(&format!("page {path}"), &test, &KINDS, hashes, post).await;
    }
}
