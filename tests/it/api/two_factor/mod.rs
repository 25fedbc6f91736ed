//! Second factors as JSON.

mod races;
mod trust;

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::users;
use vestibule::users::operator;

use super::{Call, PASSWORD, assert_error, cookies_of, removed_cookies, sign_up};
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;

const ON: [(&str, &str); 1] = [("two_factor.policy", "optional")];
const WRONG: &str = "000000";
const QUARTER: Duration = Duration::from_secs(15 * 60);

/// Somebody with a second factor.
struct Enrolled {
    email: String,
    cookies: String,
    app: Authenticator,
    codes: Vec<String>,
}

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

async fn post(test: &TestApp, path: &str, body: &Value, cookies: &str) -> Reply {
    Call::post(test, path, body).in_browser(cookies).send().await
}

/// Moves to the next step, so that codes are new.
fn next_step(test: &TestApp) {
    test.advance(Duration::from_secs(30));
}

impl Enrolled {
    async fn new(test: &TestApp, name: &str) -> Self {
        let cookies = sign_up(test, name).await;
        let enabled = post(test, "/two-factor/enable", &json!({ "password": PASSWORD }), &cookies).await;
        assert_eq!(enabled.status, 200, "{}", enabled.body);
        let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
        let codes = serde_json::from_value(enabled.json()["backupCodes"].clone()).unwrap();
        let confirmed = post(test, "/two-factor/verify-totp", &json!({ "code": app.code(test.app.clock.now()) }), &cookies).await;
        assert_eq!(confirmed.status, 200, "{}", confirmed.body);
        next_step(test);
        Self { email: format!("{name}@example.test"), cookies: cookies_of(&confirmed), app, codes }
    }

    fn code(&self, test: &TestApp) -> String {
        self.app.code(test.app.clock.now())
    }

    async fn sign_in(&self, test: &TestApp, cookies: &str) -> Reply {
        post(test, "/sign-in/email", &json!({ "email": self.email, "password": PASSWORD }), cookies).await
    }

    /// The cookies of a browser that owes the second factor.
    async fn challenged(&self, test: &TestApp) -> String {
        let reply = self.sign_in(test, "").await;
        assert_eq!(reply.json()["twoFactorRedirect"], json!(true), "{}", reply.body);
        cookies_of(&reply)
    }

    async fn mailed_code(&self, test: &TestApp) -> String {
        let mails = test.mails().await;
        let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).expect("a code was mailed");
        mail.mail.subject.chars().take_while(char::is_ascii_digit).collect()
    }
}

async fn is_signed_in(test: &TestApp, cookies: &str) -> bool {
    Call::get(test, "/get-session").in_browser(cookies).send().await.body != "null"
}

async fn verify(test: &TestApp, path: &str, code: &str, cookies: &str) -> Reply {
    post(test, path, &json!({ "code": code }), cookies).await
}

async fn totp(test: &TestApp, code: &str, cookies: &str) -> Reply {
    verify(test, "/two-factor/verify-totp", code, cookies).await
}

#[tokio::test]
async fn a_password_alone_gives_no_session() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let reply = ann.sign_in(&test, "").await;
    assert_eq!(reply.json(), json!({ "twoFactorRedirect": true, "twoFactorMethods": ["totp", "otp"] }));
    let cookies = cookies_of(&reply);
    assert!(!is_signed_in(&test, &cookies).await);
    let verified = totp(&test, &ann.code(&test), &cookies).await;
    assert_eq!(verified.status, 200, "{}", verified.body);
    assert_eq!(verified.json()["user"]["twoFactorEnabled"], json!(true));
    assert!(removed_cookies(&verified).contains(&"vestibule.two_factor".to_owned()));
    assert!(is_signed_in(&test, &cookies_of(&verified)).await);
    // The challenge is over.
    assert_error(&totp(&test, &ann.code(&test), &cookies).await, 401, "INVALID_TWO_FACTOR_COOKIE");
}

#[tokio::test]
async fn an_app_counts_once_a_code_of_it_was_shown() {
    let test = start().await;
    let cookies = sign_up(&test, "ann").await;
    let enabled = post(&test, "/two-factor/enable", &json!({ "password": PASSWORD }), &cookies).await;
    let credentials = json!({ "email": "ann@example.test", "password": PASSWORD });
    assert!(post(&test, "/sign-in/email", &credentials, "").await.json()["token"].is_string());
    assert_error(&totp(&test, WRONG, &cookies).await, 401, "INVALID_CODE");
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let confirmed = totp(&test, &app.code(test.app.clock.now()), &cookies).await;
    assert_eq!(confirmed.json()["user"]["twoFactorEnabled"], json!(true), "{}", confirmed.body);
    assert!(!is_signed_in(&test, &cookies).await, "the session goes on under another name");
    assert!(is_signed_in(&test, &cookies_of(&confirmed)).await);
    assert_eq!(post(&test, "/sign-in/email", &credentials, "").await.json()["twoFactorRedirect"], json!(true));
}

#[tokio::test]
async fn each_step_counts_once_and_no_earlier_one_after_it() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let (now, mut cookies) = (test.app.clock.now(), ann.challenged(&test).await);
    let next = ann.app.later_code(now, 1);
    assert_eq!(totp(&test, &next, &cookies).await.status, 200, "one step ahead");
    cookies = ann.challenged(&test).await;
    assert_error(&totp(&test, &next, &cookies).await, 401, "INVALID_CODE");
    assert_error(&totp(&test, &ann.app.code(now), &cookies).await, 401, "INVALID_CODE");
    test.advance(Duration::from_secs(60));
    assert_eq!(totp(&test, &ann.code(&test), &cookies).await.status, 200);
}

#[tokio::test]
async fn each_backup_code_counts_once_and_new_ones_replace_them() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    assert_eq!(ann.codes.len(), 10);
    let path = "/two-factor/verify-backup-code";
    assert_eq!(verify(&test, path, &ann.codes[0], &ann.challenged(&test).await).await.status, 200);
    let cookies = ann.challenged(&test).await;
    assert_error(&verify(&test, path, &ann.codes[0], &cookies).await, 401, "INVALID_BACKUP_CODE");
    let renewed = post(&test, "/two-factor/generate-backup-codes", &json!({ "password": PASSWORD }), &ann.cookies).await;
    assert_error(&verify(&test, path, &ann.codes[1], &cookies).await, 401, "INVALID_BACKUP_CODE");
    let new = renewed.json()["backupCodes"][3].as_str().unwrap().to_owned();
    assert_eq!(verify(&test, path, &new, &cookies).await.status, 200);
}

#[tokio::test]
async fn a_backup_code_is_its_owners() {
    let test = start().await;
    let (ann, bob) = (Enrolled::new(&test, "ann").await, Enrolled::new(&test, "bob").await);
    let reply = verify(&test, "/two-factor/verify-backup-code", &bob.codes[0], &ann.challenged(&test).await).await;
    assert_error(&reply, 401, "INVALID_BACKUP_CODE");
}

#[tokio::test]
async fn a_mailed_code_works_for_three_minutes_where_it_was_asked_for() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let path = "/two-factor/verify-otp";
    let cookies = ann.challenged(&test).await;
    assert_error(&verify(&test, path, WRONG, &cookies).await, 400, "OTP_HAS_EXPIRED");
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 200);
    let code = ann.mailed_code(&test).await;
    assert_error(&verify(&test, path, &code, &ann.challenged(&test).await).await, 400, "OTP_HAS_EXPIRED");
    test.advance(Duration::from_secs(179));
    assert_eq!(verify(&test, path, &code, &cookies).await.status, 200);
    let cookies = ann.challenged(&test).await;
    post(&test, "/two-factor/send-otp", &json!({}), &cookies).await;
    let code = ann.mailed_code(&test).await;
    test.advance(Duration::from_secs(180));
    assert_error(&verify(&test, path, &code, &cookies).await, 400, "OTP_HAS_EXPIRED");
}

#[tokio::test]
async fn a_person_is_mailed_ten_codes_in_a_quarter_of_an_hour() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = ann.challenged(&test).await;
    for _ in 0..10 {
        assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &cookies).await.status, 200);
    }
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &ann.challenged(&test).await).await.status, 429);
    test.advance(QUARTER);
    assert_eq!(post(&test, "/two-factor/send-otp", &json!({}), &ann.challenged(&test).await).await.status, 200);
}

#[tokio::test]
async fn a_challenge_lives_for_ten_minutes() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = ann.challenged(&test).await;
    test.advance(Duration::from_secs(600));
    assert_error(&totp(&test, &ann.code(&test), &cookies).await, 401, "INVALID_TWO_FACTOR_COOKIE");
}

#[tokio::test]
async fn a_challenge_judges_five_codes_of_all_kinds_together() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = ann.challenged(&test).await;
    for _ in 0..3 {
        assert_error(&totp(&test, WRONG, &cookies).await, 401, "INVALID_CODE");
    }
    for _ in 0..2 {
        let reply = verify(&test, "/two-factor/verify-backup-code", "aaaaa-aaaaa", &cookies).await;
        assert_error(&reply, 401, "INVALID_BACKUP_CODE");
    }
    assert_error(&totp(&test, &ann.code(&test), &cookies).await, 400, "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE");
    assert_error(&totp(&test, &ann.code(&test), &cookies).await, 401, "INVALID_TWO_FACTOR_COOKIE");
}

#[tokio::test]
async fn ten_wrong_codes_in_a_row_close_the_second_factor_for_a_quarter_of_an_hour() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    for _ in 0..2 {
        let cookies = ann.challenged(&test).await;
        for _ in 0..5 {
            assert_error(&totp(&test, WRONG, &cookies).await, 401, "INVALID_CODE");
        }
    }
    let cookies = ann.challenged(&test).await;
    let closed = totp(&test, &ann.code(&test), &cookies).await;
    assert_error(&closed, 429, "ACCOUNT_TEMPORARILY_LOCKED");
    assert_eq!(closed.header("retry-after"), "900");
    let backup = verify(&test, "/two-factor/verify-backup-code", &ann.codes[0], &cookies).await;
    assert_error(&backup, 429, "ACCOUNT_TEMPORARILY_LOCKED");
    test.advance(QUARTER);
    assert_eq!(totp(&test, &ann.code(&test), &ann.challenged(&test).await).await.status, 200);
}

#[tokio::test]
async fn a_right_code_gives_all_guesses_back() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    for _ in 0..4 {
        let cookies = ann.challenged(&test).await;
        for _ in 0..4 {
            assert_error(&totp(&test, WRONG, &cookies).await, 401, "INVALID_CODE");
        }
        assert_eq!(totp(&test, &ann.code(&test), &cookies).await.status, 200);
        next_step(&test);
    }
}

#[tokio::test]
async fn turning_it_off_ends_everything_of_it() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let waiting = ann.challenged(&test).await;
    let off = post(&test, "/two-factor/disable", &json!({ "password": PASSWORD }), &ann.cookies).await;
    assert_eq!(off.status, 200, "{}", off.body);
    assert!(!is_signed_in(&test, &ann.cookies).await, "the session goes on under another name");
    assert_error(&totp(&test, &ann.code(&test), &waiting).await, 401, "INVALID_TWO_FACTOR_COOKIE");
    assert!(ann.sign_in(&test, "").await.json()["token"].is_string());
    let cookies = cookies_of(&off);
    let asked = post(&test, "/two-factor/get-totp-uri", &json!({ "password": PASSWORD }), &cookies).await;
    assert_error(&asked, 400, "TOTP_NOT_ENABLED");
    assert!(test.mails().await.iter().any(|mail| mail.mail.text.contains("turned off")));
}

#[tokio::test]
async fn whether_to_be_remembered_survives_the_challenge() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let body = json!({ "email": ann.email, "password": PASSWORD, "rememberMe": false });
    let asked = post(&test, "/sign-in/email", &body, "").await;
    let verified = totp(&test, &ann.code(&test), &cookies_of(&asked)).await;
    let session = verified.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok());
    let session = session.filter(|text| text.starts_with("vestibule.session_token=")).collect::<Vec<_>>();
    assert!(session.len() == 1 && !session[0].contains("Max-Age"), "{session:?}");
}

#[tokio::test]
async fn signing_out_ends_the_challenge() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = ann.challenged(&test).await;
    let out = post(&test, "/sign-out", &json!({}), &cookies).await;
    assert!(removed_cookies(&out).contains(&"vestibule.two_factor".to_owned()));
    assert_error(&totp(&test, &ann.code(&test), &cookies).await, 401, "INVALID_TWO_FACTOR_COOKIE");
}

#[tokio::test]
async fn nothing_readable_is_stored() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    ann.challenged(&test).await;
    let mut unit = test.app.store.read("test").await.unwrap();
    let sealed = unit.one("SELECT totp_sealed FROM second_factors", &[]).await.unwrap().bytes(0).unwrap();
    let digests = unit.all("SELECT digest FROM backup_codes", &[]).await.unwrap();
    assert!(sealed.len() > 40 && digests.len() == 10);
    for row in digests {
        let digest = row.bytes(0).unwrap();
        let plain = |code: &String| vestibule::crypto::digest::Digest::of(code).as_bytes().to_vec();
        assert!(digest.len() == 32 && ann.codes.iter().all(|code| plain(code) != digest), "digests are keyed");
    }
}

#[tokio::test]
async fn everybody_is_asked_where_the_operator_requires_it() {
    let test = TestApp::with(&[("two_factor.policy", "required")]).await;
    let body = json!({ "name": "ann", "email": "ann@example.test", "password": PASSWORD });
    let registered = Call::post(&test, "/sign-up/email", &body).send().await;
    assert_eq!((registered.status.as_u16(), &registered.json()["token"]), (200, &Value::Null));
    let asked = post(&test, "/sign-in/email", &json!({ "email": "ann@example.test", "password": PASSWORD }), "").await;
    assert_eq!(asked.json(), json!({ "twoFactorRedirect": true, "twoFactorMethods": ["otp"] }));
    let cookies = cookies_of(&asked);
    post(&test, "/two-factor/send-otp", &json!({}), &cookies).await;
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).expect("a code was mailed");
    let code: String = mail.mail.subject.chars().take_while(char::is_ascii_digit).collect();
    assert_eq!(verify(&test, "/two-factor/verify-otp", &code, &cookies).await.status, 200);
}

#[tokio::test]
async fn the_operator_helps_who_has_lost_it() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let mut unit = test.app.store.read("test").await.unwrap();
    let user = users::by_email(&mut unit, &ann.email).await.unwrap().unwrap();
    drop(unit);
    let now = test.app.clock.now();
    operator::turn_off_second_factor(&test.app, &user, &RequestOrigin::default(), now).await.unwrap();
    assert!(!is_signed_in(&test, &ann.cookies).await);
    assert!(ann.sign_in(&test, "").await.json()["token"].is_string());
    assert!(test.mails().await.iter().any(|mail| mail.mail.text.contains("turned off")));
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    for path in ["enable", "disable", "get-totp-uri", "generate-backup-codes", "verify-totp", "send-otp", "verify-otp"] {
        assert_eq!(post(&test, &format!("/two-factor/{path}"), &json!({}), &cookies).await.status, 404, "{path}");
    }
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await;
    assert!(!session.body.contains("twoFactorEnabled"));
    let page = test.browser().get("/two-factor").await;
    assert_eq!(page.status, 404);
}
