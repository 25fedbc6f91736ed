//! What an operator may leave out of changing an address, deleting an account and proving an address.

use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use super::{Call, PASSWORD, assert_error, cookies_of, removed_cookies, sign_up};
use crate::support::app::{Reply, TestApp};

const ANN: &str = "ann@example.test";
const NEW: &str = "new@example.test";
const NO_CONFIRMATION: [(&str, &str); 1] = [("accounts.confirm_email_change", "false")];
const AT_ONCE: [(&str, &str); 1] = [("accounts.change_unproved_email_at_once", "true")];
const NO_MAIL: [(&str, &str); 1] = [("accounts.confirm_deletion", "false")];
const SIGNS_IN: [(&str, &str); 1] = [("registration.sign_in_after_verification", "true")];
/// Longer than `sessions.fresh_seconds`.
const STALE: Duration = Duration::from_secs(86_401);

async fn sign_up_verified(test: &TestApp, name: &str) -> String {
    let cookies = sign_up(test, name).await;
    Call::get(test, &test.mailed_link(&format!("{name}@example.test")).await).in_browser(&cookies).send().await;
    cookies
}

async fn change(test: &TestApp, cookies: &str) -> Reply {
    let body = json!({ "newEmail": NEW, "callbackURL": "/done" });
    Call::post(test, "/change-email", &body).in_browser(cookies).send().await
}

async fn delete(test: &TestApp, cookies: &str, body: &serde_json::Value) -> Reply {
    Call::post(test, "/delete-user", body).in_browser(cookies).send().await
}

/// The address of who is signed in, and whether it is proved.
async fn who(test: &TestApp, cookies: &str) -> Option<(String, bool)> {
    let session = Call::get(test, "/get-session").in_browser(cookies).send().await.json();
    Some((session["user"]["email"].as_str()?.to_owned(), session["user"]["emailVerified"].as_bool()?))
}

async fn mails_to(test: &TestApp, address: &str) -> Vec<String> {
    let to = |mail: &vestibule::outbound::mailer::CaughtMail| mail.mail.to.as_str() == address;
    test.mails().await.into_iter().filter(to).map(|mail| mail.mail.subject).collect()
}

/// As somebody does who clicks on it in a mail.
async fn click(test: &TestApp, link: &str, cookies: &str) -> Reply {
    let call = Call::bare(test, Method::GET, link).with("accept", "text/html").with("sec-fetch-mode", "navigate");
    if cookies.is_empty() { call.send().await } else { call.with("cookie", cookies).send().await }
}

/// The cookie that remembers what this browser asked for.
fn asked(reply: &Reply) -> String {
    let cookies = cookies_of(reply);
    cookies.split("; ").find(|cookie| cookie.contains("asked_verify_email")).expect("a cookie").to_owned()
}

#[tokio::test]
async fn without_confirmation_the_new_address_is_proved_and_the_old_one_is_told() {
    let test = TestApp::with(&NO_CONFIRMATION).await;
    let cookies = sign_up_verified(&test, "ann").await;
    assert_eq!(change(&test, &cookies).await.json(), json!({ "status": true }));
    assert_eq!(mails_to(&test, ANN).await.len(), 1, "the one that was sent at sign-up");
    assert_eq!(who(&test, &cookies).await, Some((ANN.to_owned(), true)));
    let link = test.mailed_link(NEW).await;
    assert_eq!(Call::get(&test, &link).in_browser(&cookies).send().await.location(), "/done");
    assert_eq!(who(&test, &cookies).await, Some((NEW.to_owned(), true)));
    assert!(mails_to(&test, ANN).await.iter().any(|subject| subject.ends_with("email was changed")));
}

#[tokio::test]
async fn with_confirmation_the_old_address_needs_no_telling() {
    let test = TestApp::start().await;
    let cookies = sign_up_verified(&test, "ann").await;
    change(&test, &cookies).await;
    Call::get(&test, &test.mailed_link(ANN).await).in_browser(&cookies).send().await;
    Call::get(&test, &test.mailed_link(NEW).await).in_browser(&cookies).send().await;
    assert_eq!(who(&test, &cookies).await, Some((NEW.to_owned(), true)));
    assert_eq!(mails_to(&test, ANN).await.len(), 2);
}

#[tokio::test]
async fn without_confirmation_an_old_session_takes_no_account_along() {
    let test = TestApp::with(&NO_CONFIRMATION).await;
    let cookies = sign_up_verified(&test, "ann").await;
    test.advance(STALE);
    assert_error(&change(&test, &cookies).await, 403, "SESSION_NOT_FRESH");
    assert!(mails_to(&test, NEW).await.is_empty());
}

#[tokio::test]
async fn an_unproved_address_changes_at_once_where_that_is_wanted() {
    let test = TestApp::with(&AT_ONCE).await;
    let cookies = sign_up(&test, "ann").await;
    let old_link = test.mailed_link(ANN).await;
    let body = json!({ "email": ANN, "redirectTo": "/reset" });
    Call::post(&test, "/request-password-reset", &body).send().await;
    let reset = test.mailed_link(ANN).await;
    let changed = change(&test, &cookies).await;
    assert_eq!(changed.json(), json!({ "status": true }));
    assert!(cookies_of(&changed).contains("session_token="));
    assert_eq!(who(&test, &cookies).await, Some((NEW.to_owned(), false)));
    assert_eq!(
        click(&test, &old_link, &cookies).await.location(),
        "/?error=INVALID_TOKEN",
        "what went to the old address is dead"
    );
    assert!(click(&test, &reset, "").await.location().ends_with("error=INVALID_TOKEN"));
    assert_eq!(Call::get(&test, &test.mailed_link(NEW).await).in_browser(&cookies).send().await.location(), "/done");
    assert_eq!(who(&test, &cookies).await, Some((NEW.to_owned(), true)));
}

#[tokio::test]
async fn a_taken_address_is_not_given_to_a_second_person() {
    let test = TestApp::with(&AT_ONCE).await;
    sign_up(&test, "new").await;
    let cookies = sign_up(&test, "ann").await;
    assert_eq!(change(&test, &cookies).await.json(), json!({ "status": true }));
    assert_eq!(who(&test, &cookies).await, Some((ANN.to_owned(), false)));
    assert_eq!(mails_to(&test, NEW).await.len(), 1, "the one of its owner's sign-up");
}

#[tokio::test]
async fn a_proved_address_never_changes_at_once() {
    let test = TestApp::with(&AT_ONCE).await;
    let cookies = sign_up_verified(&test, "ann").await;
    change(&test, &cookies).await;
    assert_eq!(who(&test, &cookies).await, Some((ANN.to_owned(), true)));
    assert_eq!(mails_to(&test, ANN).await.len(), 2, "it is asked first");
}

#[tokio::test]
async fn without_a_mail_the_password_or_a_fresh_session_deletes() {
    let test = TestApp::with(&NO_MAIL).await;
    for (name, body) in [("ann", json!({ "password": PASSWORD })), ("bob", json!({}))] {
        let cookies = sign_up(&test, name).await;
        let sent = mails_to(&test, &format!("{name}@example.test")).await.len();
        assert_error(&delete(&test, &cookies, &json!({ "password": "wrong password" })).await, 400, "INVALID_PASSWORD");
        let gone = delete(&test, &cookies, &body).await;
        assert_eq!(gone.json(), json!({ "success": true, "message": "User deleted" }));
        assert_eq!(removed_cookies(&gone).len(), 3);
        assert_eq!(who(&test, &cookies).await, None);
        assert_eq!(mails_to(&test, &format!("{name}@example.test")).await.len(), sent);
    }
}

#[tokio::test]
async fn without_a_mail_an_old_session_deletes_only_with_the_password() {
    let test = TestApp::with(&NO_MAIL).await;
    let cookies = sign_up(&test, "ann").await;
    test.advance(STALE);
    assert_error(&delete(&test, &cookies, &json!({})).await, 400, "SESSION_EXPIRED");
    assert!(who(&test, &cookies).await.is_some());
    assert_eq!(delete(&test, &cookies, &json!({ "password": PASSWORD })).await.status, 200);
}

#[tokio::test]
async fn links_from_before_something_was_switched_off_work_no_more() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    change(&test, &cookies).await;
    let moves = test.mailed_link(NEW).await;
    delete(&test, &cookies, &json!({})).await;
    let deletes = test.mailed_link(ANN).await;
    let off = TestApp::on(test.app.store.clone(), &[("accounts.change_email", "false"), ("accounts.delete", "false")]).await;
    let token = |link: &str| link.split(['=', '&']).nth(1).expect("a token").to_owned();
    assert_eq!(Call::get(&off, &moves).in_browser(&cookies).send().await.location(), "/done?error=INVALID_TOKEN");
    assert_error(&Call::get(&off, &deletes).in_browser(&cookies).send().await, 404, "NOT_FOUND");
    for (purpose, link) in [("verify_new_email", &moves), ("delete_account", &deletes)] {
        let page = format!("/confirm-link?purpose={purpose}&token={}", token(link));
        assert_eq!(off.get(&page).await.status, 410, "{purpose}");
    }
}

#[tokio::test]
async fn the_browser_that_asked_is_signed_in_by_the_link() {
    let test = TestApp::with(&[SIGNS_IN[0], ("registration.require_verified_email", "true")]).await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD, "callbackURL": "/welcome" });
    let signed_up = Call::post(&test, "/sign-up/email", &body).in_browser("").send().await;
    assert_eq!(signed_up.json()["token"], json!(null));
    let opened = click(&test, &test.mailed_link(ANN).await, &asked(&signed_up)).await;
    assert_eq!((opened.status.as_u16(), opened.location()), (302, "/welcome"));
    assert_eq!(who(&test, &cookies_of(&opened)).await, Some((ANN.to_owned(), true)));
}

#[tokio::test]
async fn a_strangers_browser_is_not_signed_in_by_a_link() {
    let test = TestApp::with(&SIGNS_IN).await;
    sign_up(&test, "ann").await;
    let link = test.mailed_link(ANN).await;
    let lured = click(&test, &link, "").await;
    assert!(lured.location().starts_with("/confirm-link?"), "it is asked first");
    let silent = Call::bare(&test, Method::GET, &link).with("accept", "text/html,*/*").send().await;
    assert_eq!(cookies_of(&silent), "", "a browser that says nothing about itself still asks for a page");
    let by_script = Call::get(&test, &link).in_browser("").send().await;
    assert_eq!((by_script.location(), cookies_of(&by_script).as_str()), ("/", ""), "proved, but nobody is signed in");
}

#[tokio::test]
async fn nobody_is_signed_in_in_place_of_somebody_else() {
    let test = TestApp::with(&SIGNS_IN).await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD });
    let ann = asked(&Call::post(&test, "/sign-up/email", &body).in_browser("").send().await);
    let link = test.mailed_link(ANN).await;
    let eve = sign_up(&test, "eve").await;
    let opened = click(&test, &link, &format!("{eve}; {ann}")).await;
    assert_eq!((opened.location(), cookies_of(&opened).as_str()), ("/", ""));
    assert_eq!(who(&test, &eve).await.map(|(email, _)| email).as_deref(), Some("eve@example.test"));
}

#[tokio::test]
async fn a_link_does_not_sign_in_by_default_nor_whoever_is_disabled() {
    let test = TestApp::start().await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD });
    let ann = asked(&Call::post(&test, "/sign-up/email", &body).in_browser("").send().await);
    assert_eq!(cookies_of(&click(&test, &test.mailed_link(ANN).await, &ann).await), "");
    let test = TestApp::with(&SIGNS_IN).await;
    let reply = Call::post(&test, "/sign-up/email", &body).in_browser("").send().await;
    let link = test.mailed_link(ANN).await;
    let mut unit = test.app.store.write("test").await.expect("a unit");
    let user = vestibule::store::users::by_email(&mut unit, ANN).await.expect("readable").expect("a user");
    let now = test.app.clock.now();
    vestibule::store::users::set_disabled(&mut unit, &user.id, Some(now), now).await.expect("disabled");
    unit.commit().await.expect("committed");
    assert_eq!(cookies_of(&click(&test, &link, &asked(&reply)).await), "");
}
