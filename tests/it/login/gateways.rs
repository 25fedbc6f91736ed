//! Gateways that take nothing: nobody on a page or behind an app notices, the outbox tries again, and the operator sees it.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::{Value, json};
use vestibule::events::undelivered;
use vestibule::store::outbox::QueuedMessage;

use super::{ADA, PASSWORD};
use crate::support::app::{PUBLIC_URL, Reply, TestApp, json_request};
use crate::support::browser::TestBrowser;
use crate::support::phones::NUMBER;

/// Everything that sends something is turned on; nobody listens at port 1.
const ON: [(&str, &str); 10] = [
    ("magic_link.enabled", "true"),
    ("email_code.enabled", "true"),
    ("two_factor.policy", "optional"),
    ("accounts.new_device_mails", "true"),
    ("phone.enabled", "true"),
    ("phone.countries", "US"),
    ("sms.webhook_url", "http://127.0.0.1:1/messages"),
    ("sms.webhook_secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    ("outbound.allow", "127.0.0.0/8"),
    ("links.verify_seconds", "3600"),
];

/// What a page answers: where it leads without what is sealed for the browser, or what its heading is.
fn answered(reply: &Reply) -> (u16, String) {
    let place = reply.location().split('?').next().unwrap_or_default().to_owned();
    let heading = reply.body.split("<h1").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    (reply.status.as_u16(), if place.is_empty() { heading.to_owned() } else { place })
}

/// Does everything on the pages that sends a message.
async fn pages(test: &TestApp) -> Vec<(u16, String)> {
    let mut answers = Vec::new();
    let browser = test.browser();
    answers.push(answered(&browser.sign_up("Ada", ADA, PASSWORD).await));
    let stranger = test.browser();
    let ask = async |path: &str, fields: &[(&str, &str)]| {
        let page = stranger.get("/sign-in").await;
        answered(&stranger.submit(&page, path, fields).await)
    };
    for address in [ADA, "nobody@example.test"] {
        answers.push(ask("/forgot-password", &[("email", address)]).await);
        answers.push(ask("/sign-in/email-link", &[("identifier", address), ("action", "magic-link")]).await);
        answers.push(ask("/sign-in/email-code", &[("identifier", address), ("action", "email-code")]).await);
    }
    answers.push(ask("/sign-in/phone", &[("phone", NUMBER), ("action", "send")]).await);
    answers.push(ask("/forgot-password/phone", &[("phone", NUMBER), ("action", "send")]).await);
    answers.push(answered(&stranger.sign_in(ADA, PASSWORD).await));
    let own = async |path: &str, fields: &[(&str, &str)]| {
        let page = browser.get("/account/profile").await;
        answered(&browser.submit(&page, path, fields).await)
    };
    answers.push(own("/account/verification", &[]).await);
    answers.push(own("/account/email", &[("email", "ada@lovelace.test")]).await);
    answers.push(own("/account/phone", &[("phone", NUMBER)]).await);
    let new = [("current_password", PASSWORD), ("password", "staple clip paper glue"), ("action", "change")];
    answers.push(own("/account/password", &new).await);
    answers
}

/// The same as apps do it.
async fn calls(test: &TestApp) -> Vec<(u16, Value)> {
    let mut answers = Vec::new();
    for (path, body) in [
        ("/request-password-reset", json!({ "email": ADA })),
        ("/send-verification-email", json!({ "email": ADA })),
        ("/sign-in/magic-link", json!({ "email": ADA })),
        ("/email-otp/send-verification-otp", json!({ "email": ADA, "type": "sign-in" })),
        ("/email-otp/request-password-reset", json!({ "email": ADA })),
        ("/phone-number/send-otp", json!({ "phoneNumber": NUMBER })),
        ("/phone-number/request-password-reset", json!({ "phoneNumber": NUMBER })),
        ("/sign-up/email", json!({ "email": "grace@example.test", "name": "Grace", "password": PASSWORD })),
    ] {
        let mut request = json_request("POST", &format!("/api/auth{path}"), &body);
        request.headers_mut().insert("origin", PUBLIC_URL.parse().unwrap());
        let reply = test.send(request).await;
        let mut body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
        // What differs with each account.
        for made in ["token", "user"] {
            body.as_object_mut().and_then(|body| body.remove(made));
        }
        answers.push((reply.status.as_u16(), body));
    }
    answers
}

async fn queued(test: &TestApp) -> Vec<QueuedMessage> {
    undelivered::list(&test.app).await.unwrap()
}

#[tokio::test]
async fn nobody_notices_gateways_that_take_nothing() {
    let (healthy, failing) = (TestApp::with(&ON).await, TestApp::sending(&ON).await);
    let answers = pages(&healthy).await;
    assert!(answers.iter().all(|(status, _)| *status < 400), "{answers:?}");
    assert_eq!(pages(&failing).await, answers);
    failing.deliver_mail().await;
    // Also once it is known that nothing gets out.
    let (told, expected) = (calls(&failing).await, calls(&healthy).await);
    assert!(expected.iter().all(|(status, _)| *status == 200), "{expected:?}");
    assert_eq!(told, expected);
    failing.deliver_mail().await;
    let waiting = queued(&failing).await;
    assert!(waiting.len() >= 10, "{waiting:?}");
    assert!(waiting.iter().any(|message| message.kind == "phone_code"));
    for message in waiting {
        let error = message.last_error.unwrap();
        assert!(error.contains("for now"), "{error}");
        assert!(!error.contains(ADA) && !error.contains(NUMBER), "{error}");
    }
    assert_eq!(failing.get("/readyz").await.status, StatusCode::OK);
}

async fn one_waits(browser: &TestBrowser<'_>, test: &TestApp) -> QueuedMessage {
    let page = browser.get("/forgot-password").await;
    browser.submit(&page, "/forgot-password", &[("email", ADA)]).await;
    test.deliver_mail().await;
    queued(test).await.into_iter().find(|message| message.kind == "reset_password").unwrap()
}

#[tokio::test]
async fn what_was_not_taken_is_tried_again_until_it_is() {
    let failing = TestApp::sending(&ON).await;
    let browser = failing.browser();
    browser.sign_up("Ada", ADA, PASSWORD).await;
    let first = one_waits(&browser, &failing).await;
    assert_eq!(first.attempts, 1);
    failing.advance(Duration::from_secs(29));
    failing.deliver_mail().await;
    assert_eq!(one_waits(&browser, &failing).await.attempts, 1);
    failing.advance(Duration::from_secs(1));
    failing.deliver_mail().await;
    let again = queued(&failing).await.into_iter().find(|message| message.id == first.id).unwrap();
    assert_eq!(again.attempts, 2);
    // Another relay takes what waits; the operator does not have to wait either.
    let mended = TestApp::on(failing.app.store.clone(), &ON).await;
    mended.app.clock.advance(Duration::from_secs(30));
    mended.deliver_mail().await;
    assert!(queued(&mended).await.iter().any(|message| message.id == first.id), "it is not due yet");
    assert!(
        undelivered::try_again(&mended.app, Some(std::slice::from_ref(&first.id)), mended.app.clock.now()).await.unwrap() == 1
    );
    mended.deliver_mail().await;
    assert!(!queued(&mended).await.iter().any(|message| message.id == first.id));
    assert!(mended.app.mailer.caught_mails().iter().any(|mail| mail.mail.to.as_str() == ADA));
    undelivered::try_again(&mended.app, None, mended.app.clock.now()).await.unwrap();
    mended.deliver_mail().await;
    assert_eq!(queued(&mended).await, []);
}

#[tokio::test]
async fn what_is_of_no_use_any_more_is_given_up_seen_and_then_forgotten() {
    let failing = TestApp::sending(&ON).await;
    let browser = failing.browser();
    browser.sign_up("Ada", ADA, PASSWORD).await;
    let first = one_waits(&browser, &failing).await;
    failing.advance(Duration::from_secs(24 * 60 * 60));
    failing.deliver_mail().await;
    let given_up = queued(&failing).await.into_iter().find(|message| message.id == first.id).unwrap();
    assert_eq!(given_up.given_up_at, Some(failing.app.clock.now()));
    let standing = undelivered::standing(&failing.app.store).await.unwrap();
    assert_eq!((standing.waiting, standing.failing, standing.given_up > 0), (0, 0, true), "{standing:?}");
    // Nothing of what it said is left, and nobody can have it sent.
    let mut unit = failing.app.store.read("test").await.unwrap();
    let row = unit.optional("SELECT count(*) FROM outbox WHERE length(payload_sealed) > 0", &[]).await.unwrap().unwrap();
    assert_eq!(row.integer(0).unwrap(), 0);
    drop(unit);
    assert_eq!(undelivered::try_again(&failing.app, None, failing.app.clock.now()).await.unwrap(), 0);
    failing.advance(Duration::from_secs(24 * 60 * 60 + 1));
    vestibule::jobs::housekeeping(&failing.app, failing.app.clock.now()).await;
    assert_eq!(queued(&failing).await, []);
}
