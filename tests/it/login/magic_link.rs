//! Signing in on the pages by mailed link.

use std::time::Duration;

use axum::body::Body;
use axum::http::Method;
use vestibule::model::user::User;
use vestibule::store::users;

use super::flow::{allow, has_code, start};
use super::{ADA, BOB, MUST_VERIFY, PASSWORD, follow_link, is_password, is_signed_in, parameter, person};
use crate::support::app::{Reply, TestApp, request};
use crate::support::browser::TestBrowser;

const ON: (&str, &str) = ("magic_link.enabled", "true");

async fn start_app() -> TestApp {
    TestApp::with(&[ON]).await
}

async fn user(test: &TestApp, email: &str) -> Option<User> {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::by_email(&mut unit, email).await.unwrap()
}

/// Presses "Email me a sign-in link" on a sign-in page.
async fn ask(browser: &TestBrowser<'_>, page: &Reply, email: &str) -> Reply {
    assert!(page.body.contains(r#"id="magic-link""#), "{}", page.body);
    let fields = [("identifier", email), ("password", ""), ("remember", "on"), ("action", "magic-link")];
    let asked = browser.submit(page, "/sign-in/email-link", &fields).await;
    browser.follow(asked).await
}

/// Asks for a link on the sign-in page and gives its path and query.
async fn link(test: &TestApp, browser: &TestBrowser<'_>, email: &str) -> String {
    test.deliver_mail().await;
    let page = browser.get("/sign-in").await;
    let asked = ask(browser, &page, email).await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    assert!(asked.body.contains("Check your mail"));
    test.mailed_link(email).await
}

fn is_dead(reply: &Reply) -> bool {
    reply.status == 410 && reply.text_of("error-code").as_deref() == Some("link_expired")
}

async fn press(browser: &TestBrowser<'_>, page: &Reply) -> Reply {
    browser.submit(page, "/sign-in/link", &[("action", "sign-in")]).await
}

#[tokio::test]
async fn the_browser_that_asked_is_signed_in_by_opening_the_link() {
    let test = start_app().await;
    let ada = person(&test, ADA).await;
    follow_link(&ada, &test.mailed_link(ADA).await).await;
    let browser = test.browser();
    let link = link(&test, &browser, ADA).await;
    assert!(link.starts_with("/sign-in/link?token="), "{link}");
    let reply = browser.get(&link).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
    assert!(is_dead(&browser.get(&link).await), "a link works once");
    assert!(is_password(&test, ADA, PASSWORD).await, "who had proved the address keeps the password");
}

#[tokio::test]
async fn another_browser_is_asked_first_and_told_so() {
    let test = start_app().await;
    person(&test, ADA).await;
    let link = link(&test, &test.browser(), ADA).await;
    let other = test.browser();
    let page = other.get(&link).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("a***@example.test") && !page.body.contains(ADA));
    assert!(page.body.contains("asked for in another browser") && page.body.contains("Chrome on Linux"));
    assert!(!is_signed_in(&other).await);
    let reply = press(&other, &page).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&other).await);
    assert!(is_dead(&other.get(&link).await));
}

#[tokio::test]
async fn scanners_spend_nothing() {
    let test = start_app().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let link = link(&test, &browser, ADA).await;
    for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::GET] {
        let scanned = request(method.clone(), &link).header("user-agent", "scanner").body(Body::empty()).unwrap();
        let status = test.send(scanned).await.status;
        assert!(status.is_success() || status == 405, "{method} {status}");
    }
    let head = request(Method::HEAD, &link).header("cookie", browser.cookie_header()).body(Body::empty()).unwrap();
    assert_eq!(test.send(head).await.status, 200);
    assert_eq!(browser.get(&link).await.location(), "/account");
}

#[tokio::test]
async fn a_new_address_gets_an_account() {
    let test = start_app().await;
    let browser = test.browser();
    let link = link(&test, &browser, BOB).await;
    assert!(user(&test, BOB).await.is_none(), "asking makes none");
    assert_eq!(browser.get(&link).await.location(), "/account");
    let bob = user(&test, BOB).await.unwrap();
    assert_eq!((bob.name.as_str(), bob.email_verified), ("bob", true));
}

#[tokio::test]
async fn two_links_of_a_new_address_lead_to_one_account() {
    let test = start_app().await;
    let (one, other) = (test.browser(), test.browser());
    let first = link(&test, &one, BOB).await;
    let second = link(&test, &other, BOB).await;
    assert_eq!(other.get(&second).await.location(), "/account");
    let bob = user(&test, BOB).await.unwrap();
    assert_eq!(one.get(&first).await.location(), "/account");
    assert_eq!(user(&test, BOB).await.unwrap().id, bob.id);
}

#[tokio::test]
async fn no_account_is_made_where_that_is_off() {
    for off in [("magic_link.sign_up", "false"), ("registration.sign_up", "off")] {
        let test = TestApp::with(&[ON, off]).await;
        let browser = test.browser();
        let page = browser.get("/sign-in").await;
        let asked = ask(&browser, &page, BOB).await;
        assert!(asked.body.contains("has an account, we sent it a link"), "{}", asked.body);
        assert!(test.mails().await.is_empty());
    }
}

#[tokio::test]
async fn what_was_set_up_before_the_address_was_proved_ends() {
    let test = start_app().await;
    let squatter = person(&test, ADA).await;
    assert!(is_signed_in(&squatter).await);
    let verification = test.mailed_link(ADA).await;
    let browser = test.browser();
    let link = link(&test, &browser, ADA).await;
    assert_eq!(browser.get(&link).await.location(), "/account");
    assert!(user(&test, ADA).await.unwrap().email_verified);
    assert!(!is_signed_in(&squatter).await);
    assert!(!is_password(&test, ADA, PASSWORD).await);
    assert_eq!(squatter.get(&verification).await.status, 410, "links from before are worthless");
}

#[tokio::test]
async fn a_link_dies_with_the_credentials_it_was_mailed_for() {
    let test = start_app().await;
    let ada = person(&test, ADA).await;
    follow_link(&ada, &test.mailed_link(ADA).await).await;
    let browser = test.browser();
    let link = link(&test, &browser, ADA).await;
    let reset = super::reset_link(&test, ADA).await;
    let page = browser.get(&reset).await;
    assert_eq!(browser.submit(&page, "/reset-password", &[("password", "another long password")]).await.status, 303);
    assert!(is_dead(&browser.get(&link).await));
    assert!(!is_signed_in(&browser).await);
}

#[tokio::test]
async fn a_link_lives_for_five_minutes() {
    let test = start_app().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let link = link(&test, &browser, ADA).await;
    test.advance(Duration::from_secs(300));
    let dead = browser.get(&link).await;
    assert!(is_dead(&dead) && dead.body.contains("/sign-in/email-link"), "the way to a new one");
}

#[tokio::test]
async fn who_is_disabled_gets_no_link_and_cannot_use_one() {
    let test = start_app().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let link = link(&test, &browser, ADA).await;
    let ada = user(&test, ADA).await.unwrap();
    let now = test.app.clock.now();
    let mut unit = test.app.store.write("test").await.unwrap();
    users::set_disabled(&mut unit, &ada.id, Some(now), now).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(browser.get(&link).await.status, 403);
    let before = test.mails().await.len();
    let page = browser.get("/sign-in").await;
    ask(&browser, &page, ADA).await;
    assert_eq!(test.mails().await.len(), before);
}

#[tokio::test]
async fn an_app_that_waits_gets_its_answer() {
    let test = TestApp::with(&[ON, MUST_VERIFY[0]]).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let asked = ask(&browser, &page, BOB).await;
    assert!(
        asked.body.contains("Check your mail") && asked.header("content-security-policy").contains("https://app.example.test")
    );
    let link = test.mailed_link(BOB).await;
    assert_eq!(Some(parameter(&link, "flow")), page.hidden("flow"));
    let reply = browser.get(&link).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="), "{}", reply.location());
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

#[tokio::test]
async fn another_browser_takes_over_no_waiting_app() {
    let test = start_app().await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    ask(&browser, &page, BOB).await;
    let link = test.mailed_link(BOB).await;
    let other = test.browser();
    let opened = other.get(&link).await;
    assert!(!opened.body.contains("Analytical Engine"));
    assert_eq!(press(&other, &opened).await.location(), "/account");
    let waiting = browser.open(&format!("/sign-in?flow={}", page.hidden("flow").unwrap())).await;
    assert!(waiting.body.contains("Analytical Engine"), "the app still waits");
}

#[tokio::test]
async fn two_tabs_and_a_reload_work() {
    let test = start_app().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let (one, other) = (browser.open(&start(&test, &[]).await).await, browser.open(&start(&test, &[]).await).await);
    ask(&browser, &one, ADA).await;
    let first = test.mailed_link(ADA).await;
    ask(&browser, &other, ADA).await;
    ask(&browser, &other, ADA).await;
    let second = test.mailed_link(ADA).await;
    for (link, page) in [(first, one), (second, other)] {
        let resumed = browser.get(&link).await;
        assert_eq!(resumed.location_parameter("flow"), page.hidden("flow"));
    }
}

#[tokio::test]
async fn the_way_back_is_a_path_of_ours() {
    let test = start_app().await;
    for (asked, expected) in [("/account/security", "/account/security"), ("https://evil.example/", "/account")] {
        let browser = test.browser();
        let page = browser.get("/sign-in").await;
        let fields = [("email", BOB), ("return_to", asked)];
        browser.submit(&page, "/sign-in/email-link", &fields).await;
        assert_eq!(browser.get(&test.mailed_link(BOB).await).await.location(), expected);
    }
}

#[tokio::test]
async fn what_is_no_address_is_told() {
    let test = start_app().await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let refused = ask(&browser, &page, "ada").await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains(r#"name="email" value="ada""#), "{}", refused.body);
    let again = browser.submit(&refused, "/sign-in/email-link", &[("email", ADA)]).await;
    assert!(browser.follow(again).await.body.contains("Check your mail"));
}

#[tokio::test]
async fn everybody_gets_the_same_answer_and_few_mails() {
    let test = TestApp::with(&[ON, ("magic_link.sign_up", "false")]).await;
    person(&test, ADA).await;
    let before = test.mails().await.len();
    let mut lengths = Vec::new();
    for email in [ADA, BOB] {
        for _ in 0..7 {
            let browser = test.browser();
            let page = browser.get("/sign-in").await;
            let asked = ask(&browser, &page, email).await;
            assert_eq!(asked.status, 200);
            lengths.push(asked.body.replace(email, "").len());
        }
    }
    lengths.dedup();
    assert_eq!(lengths.len(), 1);
    assert_eq!(test.mails().await.len() - before, 5);
    test.advance(Duration::from_secs(15 * 60));
    link(&test, &test.browser(), ADA).await;
    assert_eq!(test.mails().await.len() - before, 6);
}

#[tokio::test]
async fn forged_forms_ask_for_nothing_and_follow_nothing() {
    let test = start_app().await;
    let browser = test.browser();
    let forged = browser.post("/sign-in/email-link", &[("email", ADA), ("csrf", "forged")]).await;
    assert_eq!(forged.status, 403);
    assert!(test.mails().await.is_empty());
    let link = link(&test, &browser, ADA).await;
    let token = parameter(&link, "token");
    let victim = test.browser();
    victim.get("/sign-in").await;
    assert_eq!(victim.post("/sign-in/link", &[("token", &token), ("csrf", "forged")]).await.status, 403);
    assert!(!is_signed_in(&victim).await);
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    assert!(!page.body.contains("magic-link"));
    assert_eq!(browser.submit(&page, "/sign-in/email-link", &[("email", ADA)]).await.status, 404);
    assert_eq!(browser.get("/sign-in/email-link").await.status, 404);
    assert_eq!(browser.get("/sign-in/link?token=any").await.status, 404);
}
