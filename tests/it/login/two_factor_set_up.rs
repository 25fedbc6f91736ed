//! Everybody owes a second factor, and who has none sets one up before they are signed in.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::Method;
use tokio::task::JoinSet;
use vestibule::store::Store;

use super::{ADA, PASSWORD};
use crate::storage::on_every_engine;
use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;

on_every_engine!(of_many_confirmations_in_two_browsers_one_counts);

const NO_MAILED_CODES: [(&str, &str); 2] = [("two_factor.policy", "required"), ("two_factor.mailed_codes", "false")];
const PAGE: &str = "/two-factor/set-up";
const QUESTION: &str = "/two-factor";
const WRONG: &str = "000000";

/// Somebody who has proved their password, in a browser that is asked to set up a second factor.
async fn asked(test: &TestApp) -> TestBrowser<'_> {
    let browser = test.browser();
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.location(), QUESTION);
    assert_eq!(browser.get(QUESTION).await.location(), PAGE);
    browser
}

async fn installation() -> TestApp {
    let test = TestApp::with(&NO_MAILED_CODES).await;
    test.browser().sign_up("Ada", ADA, PASSWORD).await;
    test
}

/// Has a secret proposed. Returns the page that shows it, and the app that read it.
async fn proposed(browser: &TestBrowser<'_>) -> (Reply, Authenticator) {
    let page = browser.get(PAGE).await;
    assert!(!page.body.contains("totp-secret"), "nothing is proposed unless asked for");
    let page = browser.submit(&page, PAGE, &[("action", "propose")]).await;
    let page = browser.follow(page).await;
    let (_, secret) = page.body.split_once("id=\"totp-secret\" dir=\"ltr\">").expect("a secret");
    let app = Authenticator::of_text(secret.split('<').next().unwrap());
    (page, app)
}

async fn confirm(browser: &TestBrowser<'_>, page: &Reply, code: &str) -> Reply {
    browser.submit(page, PAGE, &[("action", "confirm"), ("code", code)]).await
}

async fn is_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/account/profile").await.status == 200
}

#[tokio::test]
async fn who_has_none_sets_one_up_and_is_signed_in() {
    let test = installation().await;
    let browser = asked(&test).await;
    let (page, app) = proposed(&browser).await;
    let wrong = confirm(&browser, &page, WRONG).await;
    assert_eq!(wrong.status, 422);
    assert!(!is_in(&browser).await);
    let done = confirm(&browser, &wrong, &app.code(test.app.clock.now())).await;
    assert_eq!((done.status.as_u16(), done.body.matches("<li><code>").count()), (200, 10), "{}", done.body);
    assert!(done.body.contains("href=\"/account\""), "and goes on from there");
    assert!(is_in(&browser).await);
    assert!(test.mails().await.iter().any(|mail| mail.mail.text.contains("set up or changed")));
    assert_eq!(browser.get(PAGE).await.location(), QUESTION);
    assert_eq!(browser.open(PAGE).await.status, 200, "who is signed in goes on");
}

#[tokio::test]
async fn the_code_that_confirmed_it_is_spent_and_the_next_sign_in_asks() {
    let test = installation().await;
    let browser = asked(&test).await;
    let (page, app) = proposed(&browser).await;
    let code = app.code(test.app.clock.now());
    confirm(&browser, &page, &code).await;
    let later = test.browser();
    later.sign_in(ADA, PASSWORD).await;
    let question = later.get(QUESTION).await;
    let again = later.submit(&question, QUESTION, &[("method", "totp"), ("code", &code), ("action", "verify")]).await;
    assert_eq!(again.status, 422, "a step counts once");
    test.advance(Duration::from_secs(30));
    let next = app.code(test.app.clock.now());
    let right = later.submit(&question, QUESTION, &[("method", "totp"), ("code", &next), ("action", "verify")]).await;
    assert_eq!(right.location(), "/account", "{}", right.body);
}

#[tokio::test]
async fn who_has_a_second_factor_cannot_set_up_another_one_with_a_password_alone() {
    let test = installation().await;
    let browser = asked(&test).await;
    let (page, app) = proposed(&browser).await;
    confirm(&browser, &page, &app.code(test.app.clock.now())).await;
    let thief = test.browser();
    thief.sign_in(ADA, PASSWORD).await;
    let question = thief.get(QUESTION).await;
    for action in ["propose", "confirm"] {
        let answer = thief.submit(&question, PAGE, &[("action", action), ("code", WRONG)]).await;
        assert_eq!(answer.location(), QUESTION, "{action}");
    }
    assert!(!is_in(&thief).await);
}

#[tokio::test]
async fn somebody_else_with_the_password_sees_another_secret_and_comes_too_late() {
    let test = installation().await;
    let (ada, thief) = (asked(&test).await, asked(&test).await);
    let (page, app) = proposed(&ada).await;
    let (stolen_page, stolen) = proposed(&thief).await;
    let now = test.app.clock.now();
    assert_ne!(app.code(now), stolen.code(now));
    assert_eq!(confirm(&ada, &page, &app.code(now)).await.status, 200);
    let late = confirm(&thief, &stolen_page, &stolen.code(now)).await;
    assert!(late.status.is_redirection(), "{}", late.body);
    assert!(!is_in(&thief).await);
}

#[tokio::test]
async fn whose_mailbox_was_the_first_proof_sets_an_app_up_too() {
    let test = TestApp::with(&[("two_factor.policy", "required"), ("magic_link.enabled", "true")]).await;
    let browser = test.browser();
    let page = browser.get("/sign-in/email-link").await;
    browser.submit(&page, "/sign-in/email-link", &[("email", ADA), ("action", "magic-link")]).await;
    let link = test.mailed_link(ADA).await;
    assert_eq!(browser.open(link.trim_start_matches(PUBLIC_URL)).await.status, 200);
    let (page, app) = proposed(&browser).await;
    assert_eq!(confirm(&browser, &page, &app.code(test.app.clock.now())).await.status, 200);
    assert!(is_in(&browser).await);
}

#[tokio::test]
async fn who_can_be_mailed_a_code_is() {
    let test = TestApp::with(&[("two_factor.policy", "required")]).await;
    test.browser().sign_up("Ada", ADA, PASSWORD).await;
    let browser = test.browser();
    browser.sign_in(ADA, PASSWORD).await;
    assert!(browser.get(QUESTION).await.body.contains("a***@example.test"));
    assert_eq!(browser.get(PAGE).await.location(), QUESTION, "a password alone sets nothing up then");
}

async fn of_many_confirmations_in_two_browsers_one_counts(store: Store) {
    let test = Arc::new(TestApp::on(store, &NO_MAILED_CODES).await);
    test.browser().sign_up("Ada", ADA, PASSWORD).await;
    let mut forms = Vec::new();
    for _ in 0..2 {
        let browser = asked(&test).await;
        let (page, app) = proposed(&browser).await;
        let fields =
            [("csrf", page.hidden("csrf").unwrap()), ("action", "confirm".to_owned()), ("code", app.code(test.app.clock.now()))];
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        forms.push((browser.cookie_header(), body));
    }
    let mut confirmations = JoinSet::new();
    for (cookies, body) in forms.into_iter().cycle().take(20) {
        let test = Arc::clone(&test);
        let form = request(Method::POST, PAGE)
            .header("cookie", cookies)
            .header("origin", PUBLIC_URL)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        confirmations.spawn(async move { test.send(form).await.status.as_u16() });
    }
    let statuses = confirmations.join_all().await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 303, 403].contains(status)), "{statuses:?}");
}
