//! Every way to an account and to a session asks the actions: the table of all methods.

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::additional_fields::FieldValues;
use vestibule::model::email::EmailAddress;
use vestibule::model::password::Password;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::user::Role;
use vestibule::users::operator::{self, NewUser};

use super::{LOOPBACK, number, trail};
use crate::api::siwe::{TestWallet, enter};
use crate::api::{Call, PASSWORD, cookies_of, passkeys, sign_up};
use crate::support::app::{PUBLIC_URL, Reply, TestApp};
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::{NUMBER, PHONES, ask, texted_code};
use crate::support::receiver::{Answers, Receiver};

const NEW: &str = "new@example.test";
const ANN: &str = "ann@example.test";

/// The ways in that need no account yet, and that have none of their own words for a refusal.
const METHODS: [&str; 6] = ["password", "email_code", "phone_code", "siwe", "anonymous", "magic_link"];

async fn start(receiver: &Receiver, point: &str) -> TestApp {
    let actions = receiver.action(&[point], "refuse");
    let values = [
        LOOPBACK,
        ("actions", actions.as_str()),
        ("magic_link.enabled", "true"),
        ("email_code.enabled", "true"),
        ("anonymous.enabled", "true"),
        ("siwe.enabled", "true"),
        ("passkey.enabled", "true"),
        ("phone.sign_up", "true"),
        ("username.enabled", "true"),
        ("one_time_token.enabled", "true"),
    ];
    TestApp::with(&[values.as_slice(), PHONES.as_slice()].concat()).await
}

async fn post(test: &TestApp, path: &str, body: &Value) -> Reply {
    Call::post(test, path, body).in_browser("").send().await
}

/// Somebody new, or who came in the same way before.
async fn come_in(test: &TestApp, method: &str) -> Reply {
    match method {
        "password" => {
            let body = json!({ "name": "New", "email": NEW, "password": PASSWORD });
            let reply = post(test, "/sign-up/email", &body).await;
            if reply.status != 422 {
                reply
            } else {
                post(test, "/sign-in/email", &json!({ "email": NEW, "password": PASSWORD })).await
            }
        }
        "email_code" => {
            post(test, "/email-otp/send-verification-otp", &json!({ "email": NEW, "type": "sign-in" })).await;
            let mails = test.mails().await;
            let code: String = mails.last().expect("a mail").mail.subject.chars().take(7).filter(char::is_ascii_digit).collect();
            post(test, "/sign-in/email-otp", &json!({ "email": NEW, "otp": code })).await
        }
        "phone_code" => {
            ask(test, NUMBER).await;
            let code = texted_code(test, NUMBER).await;
            post(test, "/phone-number/verify", &json!({ "phoneNumber": NUMBER, "code": code })).await
        }
        "siwe" => enter(test, &TestWallet::new("new"), "").await,
        "anonymous" => post(test, "/sign-in/anonymous", &json!({})).await,
        "magic_link" => {
            post(test, "/sign-in/magic-link", &json!({ "email": NEW, "errorCallbackURL": "/sorry" })).await;
            let link = test.mailed_link(NEW).await;
            Call::get(test, &link).with("accept", "application/json").send().await
        }
        other => panic!("{other}"),
    }
}

fn is_refused(method: &str, reply: &Reply) -> bool {
    if method == "magic_link" {
        return reply.location() == format!("{PUBLIC_URL}/sorry?error=NOT_OURS");
    }
    reply.status == 403 && reply.json() == json!({ "message": "Only for staff.", "code": "NOT_OURS" })
}

/// A link leads on to the app.
fn came_in(reply: &Reply) -> bool {
    reply.status == 200 || reply.status == 302 && !reply.location().contains("error=")
}

#[tokio::test]
async fn no_account_is_made_without_asking() {
    for method in METHODS {
        let receiver = Receiver::answering(Answers::refuse()).await;
        let test = start(&receiver, "before_sign_up").await;
        let reply = come_in(&test, method).await;
        assert!(is_refused(method, &reply), "{method}: {} {} {}", reply.status, reply.location(), reply.body);
        assert_eq!(number(&test, "SELECT count(*) FROM users").await, 0, "{method}");
        assert_eq!(trail(&test, "action.refused").await, [r#"{"action":"rule","point":"before_sign_up"}"#], "{method}");
        let seen = receiver.seen();
        let asked = seen.iter().map(|seen| (seen.json()["point"].clone(), seen.json()["method"].clone())).collect::<Vec<_>>();
        assert_eq!(asked, [(json!("before_sign_up"), json!(method))]);

        receiver.answers(Answers::allow());
        // Codes are not sent again at once.
        test.advance(Duration::from_secs(20 * 60));
        let reply = come_in(&test, method).await;
        assert!(came_in(&reply), "{method}: {} {} {}", reply.status, reply.location(), reply.body);
        assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1, "{method}");
    }
}

#[tokio::test]
async fn no_session_begins_without_asking() {
    for method in METHODS {
        let receiver = Receiver::answering(Answers::refuse()).await;
        let test = start(&receiver, "before_sign_in").await;
        let reply = come_in(&test, method).await;
        assert!(is_refused(method, &reply), "{method}: {} {} {}", reply.status, reply.location(), reply.body);
        assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 0, "{method}");
        assert_eq!(receiver.seen().len(), 1, "{method}");
        assert_eq!(receiver.seen()[0].json()["method"], method);

        receiver.answers(Answers::allow());
        // Codes are not sent again at once.
        test.advance(Duration::from_secs(20 * 60));
        let reply = come_in(&test, method).await;
        assert!(came_in(&reply), "{method}: {} {} {}", reply.status, reply.location(), reply.body);
        assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 1, "{method}");
    }
}

#[tokio::test]
async fn who_has_an_account_is_asked_about_at_every_sign_in() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let test = start(&receiver, "before_sign_in").await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD, "username": "ann_here" });
    assert_eq!(post(&test, "/sign-up/email", &body).await.status, 200);
    let device = PasskeyDevice::default();
    device.enrol(&test, ANN).await;
    receiver.answers(Answers::refuse());
    receiver.forget();
    let sessions = number(&test, "SELECT count(*) FROM sessions").await;

    let by_name = post(&test, "/sign-in/username", &json!({ "username": "ann_here", "password": PASSWORD })).await;
    assert!(is_refused("username", &by_name), "{}", by_name.body);
    let by_passkey = passkeys::sign_in(&test, &device).await;
    assert!(is_refused("passkey", &by_passkey), "{}", by_passkey.body);
    let page = test.browser().sign_in(ANN, PASSWORD).await;
    assert_eq!(page.status, 403);
    assert_eq!(page.text_of("error-message").as_deref(), Some("Only for staff."));
    assert_eq!(page.text_of("error-code").as_deref(), Some("action_refused"));
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, sessions);
    assert_eq!(receiver.seen().len(), 3);
    // A wrong password asks nobody: a refusal would tell that it was right.
    post(&test, "/sign-in/email", &json!({ "email": ANN, "password": "wrong horse battery" })).await;
    assert_eq!(receiver.seen().len(), 3);
    assert!(receiver.seen().iter().all(|seen| !seen.body.contains(PASSWORD)));
}

/// The ways to set a password that was forgotten. None of them begins a session; the sign-in that follows asks as any other.
#[tokio::test]
async fn a_new_password_opens_nothing_without_asking() {
    const NEXT: &str = "another horse battery";
    for way in ["mailed link", "mailed code", "code by text message"] {
        let receiver = Receiver::answering(Answers::allow()).await;
        let test = start(&receiver, "before_sign_in").await;
        let cookies = sign_up(&test, "ann").await;
        ask_as(&test, &cookies).await;
        receiver.answers(Answers::refuse());
        receiver.forget();
        set_password(&test, way, NEXT).await;
        assert!(receiver.seen().is_empty(), "{way}: a new password alone is no sign-in");
        assert_eq!(number(&test, "SELECT count(*) FROM sessions WHERE revoked_at IS NULL").await, 0, "{way}");

        let body = json!({ "email": ANN, "password": NEXT });
        let by_call = post(&test, "/sign-in/email", &body).await;
        assert!(is_refused("password", &by_call), "{way}: {}", by_call.body);
        let page = test.browser().sign_in(ANN, NEXT).await;
        assert_eq!((page.status.as_u16(), page.text_of("error-message").as_deref()), (403, Some("Only for staff.")), "{way}");
        assert_eq!(number(&test, "SELECT count(*) FROM sessions WHERE revoked_at IS NULL").await, 0, "{way}");
        assert_eq!(receiver.seen().len(), 2, "{way}");
        receiver.answers(Answers::allow());
        assert_eq!(post(&test, "/sign-in/email", &body).await.status, 200, "{way}: the password is set all the same");
    }
}

/// Puts a number on Ann's account.
async fn ask_as(test: &TestApp, cookies: &str) {
    Call::post(test, "/phone-number/send-otp", &json!({ "phoneNumber": NUMBER })).in_browser(cookies).send().await;
    let code = texted_code(test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "code": code, "updatePhoneNumber": true });
    let added = Call::post(test, "/phone-number/verify", &body).in_browser(cookies).send().await;
    assert_eq!(added.status, 200, "{}", added.body);
}

async fn set_password(test: &TestApp, way: &str, password: &str) {
    let set = match way {
        "mailed link" => {
            post(test, "/request-password-reset", &json!({ "email": ANN })).await;
            let link = test.mailed_link(ANN).await;
            let token = link.split(['/', '?']).nth(4).expect("a token");
            post(test, "/reset-password", &json!({ "newPassword": password, "token": token })).await
        }
        "mailed code" => {
            post(test, "/email-otp/request-password-reset", &json!({ "email": ANN })).await;
            let mails = test.mails().await;
            let code: String = mails.last().expect("a mail").mail.subject.chars().take(7).filter(char::is_ascii_digit).collect();
            post(test, "/email-otp/reset-password", &json!({ "email": ANN, "otp": code, "password": password })).await
        }
        _ => {
            test.advance(Duration::from_secs(20 * 60));
            post(test, "/phone-number/request-password-reset", &json!({ "phoneNumber": NUMBER })).await;
            let code = texted_code(test, NUMBER).await;
            let body = json!({ "phoneNumber": NUMBER, "otp": code, "newPassword": password });
            post(test, "/phone-number/reset-password", &body).await
        }
    };
    assert_eq!(set.status, 200, "{way}: {}", set.body);
}

/// It is the session that was asked about when it began: it goes on, and nothing new is made.
#[tokio::test]
async fn a_session_that_is_carried_over_is_the_one_that_was_allowed() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let test = start(&receiver, "before_sign_in").await;
    let cookies = sign_up(&test, "ann").await;
    receiver.answers(Answers::refuse());
    receiver.forget();
    let made = Call::get(&test, "/one-time-token/generate").in_browser(&cookies).send().await;
    let carried = post(&test, "/one-time-token/verify", &json!({ "token": made.json()["token"] })).await;
    assert_eq!(carried.status, 200, "{}", carried.body);
    assert_eq!(carried.json()["user"]["email"], ANN);
    assert!(receiver.seen().is_empty());
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 1);
    let ended = Call::post(&test, "/sign-out", &json!({})).in_browser(&cookies).send().await;
    assert_eq!(ended.status, 200);
    let over = Call::get(&test, "/get-session").in_browser(&cookies_of(&carried)).send().await;
    assert_eq!(over.json(), Value::Null, "it ends with the one that was allowed");
}

#[tokio::test]
async fn the_page_says_what_the_action_says() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let test = start(&receiver, "before_sign_up").await;
    let page = test.browser().sign_up("New", NEW, PASSWORD).await;
    assert_eq!((page.status.as_u16(), page.text_of("error-message").as_deref()), (403, Some("Only for staff.")));
    assert!(page.body.contains("id=\"error-primary\""), "there is a way on");
}

#[tokio::test]
async fn an_anonymous_visitor_is_asked_about_when_they_become_somebody() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let test = start(&receiver, "before_sign_in").await;
    let visitor = cookies_of(&come_in(&test, "anonymous").await);
    receiver.answers(Answers::refuse());
    let body = json!({ "name": "New", "email": NEW, "password": PASSWORD });
    let reply = Call::post(&test, "/sign-up/email", &body).in_browser(&visitor).send().await;
    assert!(is_refused("password", &reply), "{}", reply.body);
    let still = Call::get(&test, "/get-session").in_browser(&visitor).send().await.json();
    assert_eq!(still["user"]["isAnonymous"], true, "what they had stays theirs");
}

#[tokio::test]
async fn an_address_that_is_proved_signs_nobody_in_whom_an_action_refuses() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action(&["before_sign_in"], "refuse");
    let values = [LOOPBACK, ("actions", actions.as_str()), ("registration.sign_in_after_verification", "true")];
    let test = TestApp::with(&[values.as_slice(), &[("registration.require_verified_email", "true")]].concat()).await;
    receiver.answers(Answers::refuse());
    let asked = Call::post(&test, "/sign-up/email", &json!({ "name": "New", "email": NEW, "password": PASSWORD }));
    let asked = cookies_of(&asked.in_browser("").send().await);
    let link = test.mailed_link(NEW).await;
    Call::get(&test, &link).in_browser(&asked).send().await;
    assert_eq!(number(&test, "SELECT count(*) FROM users WHERE email_verified").await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 0);
    assert_eq!(receiver.seen().len(), 1);
}

#[tokio::test]
async fn the_operator_asks_nobody() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let test = start(&receiver, "before_sign_up").await;
    let new = NewUser {
        email: EmailAddress::from_stored("ada@example.test".to_owned()),
        name: "Ada".to_owned(),
        password: Password::entered(PASSWORD).expect("a password"),
        role: Role::User,
        fields: FieldValues::new(),
    };
    operator::add(&test.app, new, &RequestOrigin::default(), test.app.clock.now()).await.expect("made");
    assert!(receiver.seen().is_empty());
    receiver.answers(Answers::allow());
    sign_up(&test, "ann").await;
    assert_eq!(receiver.seen().len(), 1);
}
