//! Everybody owes a second factor, but has some time to set one up, from when they were first asked.

use std::time::Duration;

use serde_json::json;

use super::{ADA, PASSWORD};
use crate::api::{Call, cookies_of};
use crate::support::app::{PUBLIC_URL, Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::relying_party::person;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Three days.
const GRACE: [(&str, &str); 3] =
    [("two_factor.policy", "required"), ("two_factor.mailed_codes", "false"), ("two_factor.grace_seconds", "259200")];
const PAGE: &str = "/two-factor/set-up";
const QUESTION: &str = "/two-factor";
const ACCOUNT: &str = "/account/two-factor";

async fn is_in(browser: &TestBrowser<'_>) -> bool {
    browser.get("/account/profile").await.status == 200
}

/// Ada, whose time runs from now on.
async fn installation() -> TestApp {
    let test = TestApp::with(&GRACE).await;
    let browser = test.browser();
    assert_eq!(browser.sign_up("Ada", ADA, PASSWORD).await.location(), PAGE, "who signs up is asked then");
    test
}

/// The authenticator app that read the page's secret.
fn app_of(page: &Reply) -> Authenticator {
    let (_, secret) = page.body.split_once("id=\"totp-secret\" dir=\"ltr\">").expect("a secret");
    Authenticator::of_text(secret.split('<').next().unwrap())
}

/// Sets an app up on the page that offers it.
async fn set_up(test: &TestApp, browser: &TestBrowser<'_>, page: &Reply) -> (Authenticator, Reply) {
    let return_to = page.hidden("return_to").unwrap_or_default();
    let fields = [("action", "propose"), ("return_to", return_to.as_str())];
    let proposed = browser.submit(page, PAGE, &fields).await;
    let page = browser.follow(proposed).await;
    let app = app_of(&page);
    let code = app.code(test.app.clock.now());
    let fields = [("action", "confirm"), ("code", code.as_str()), ("return_to", return_to.as_str())];
    let done = browser.submit(&page, PAGE, &fields).await;
    (app, done)
}

#[tokio::test]
async fn within_it_a_person_is_offered_the_set_up_and_signed_in() {
    let test = installation().await;
    let browser = test.browser();
    let page = browser.get("/sign-in?return_to=%2Faccount%2Fsessions").await;
    let fields = [("identifier", ADA), ("password", PASSWORD), ("return_to", "/account/sessions")];
    let asked = browser.submit(&page, "/sign-in", &fields).await;
    assert_eq!(asked.location(), "/two-factor/set-up?return_to=%2Faccount%2Fsessions");
    let offer = browser.get(asked.location()).await;
    assert!(offer.body.contains("Set it up now") && offer.body.contains("Not now"), "{}", offer.body);
    let until = (test.app.clock.now() + DAY * 3).rfc3339();
    assert!(offer.text_of("two-factor-due").is_some() && offer.body.contains(&until), "{}", offer.body);
    assert!(offer.body.contains("id=\"two-factor-later\" href=\"/account/sessions\""), "{}", offer.body);
    assert!(is_in(&browser).await, "it can be put off");
}

#[tokio::test]
async fn setting_one_up_then_and_there_counts_at_once() {
    let test = installation().await;
    let browser = test.browser();
    browser.sign_in(ADA, PASSWORD).await;
    let offer = browser.get(PAGE).await;
    let (app, done) = set_up(&test, &browser, &offer).await;
    assert_eq!((done.status.as_u16(), done.body.matches("<li><code>").count()), (200, 10), "{}", done.body);
    assert!(is_in(&browser).await);
    let later = test.browser();
    assert_eq!(later.sign_in(ADA, PASSWORD).await.location(), QUESTION);
    test.advance(Duration::from_secs(30));
    let question = later.get(QUESTION).await;
    let code = app.code(test.app.clock.now());
    let fields = [("method", "totp"), ("code", code.as_str()), ("action", "verify")];
    assert_eq!(later.submit(&question, QUESTION, &fields).await.location(), "/account");
}

#[tokio::test]
async fn after_it_nobody_is_signed_in_without_one() {
    let test = installation().await;
    test.advance(DAY * 3 - Duration::from_secs(1));
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.location(), PAGE);
    test.advance(Duration::from_secs(1));
    let browser = test.browser();
    assert_eq!(browser.sign_in(ADA, PASSWORD).await.location(), QUESTION);
    assert!(!is_in(&browser).await);
    assert_eq!(browser.get(QUESTION).await.location(), PAGE);
    let page = browser.get(PAGE).await;
    assert!(!page.body.contains("Not now"), "{}", page.body);
}

#[tokio::test]
async fn by_json_a_person_is_signed_in_within_it_and_asked_after_it() {
    let test = installation().await;
    let body = json!({ "email": ADA, "password": PASSWORD });
    let within = Call::post(&test, "/sign-in/email", &body).send().await;
    assert_eq!(within.json()["user"]["twoFactorEnabled"], false, "{}", within.body);
    test.advance(DAY * 3);
    let after = Call::post(&test, "/sign-in/email", &body).send().await;
    assert_eq!(after.json(), json!({ "twoFactorRedirect": true, "twoFactorMethods": [] }));
    assert!(!cookies_of(&after).contains("session_token=ey"), "no session");
}

/// It is written once. Neither signing in again nor setting one up and turning it off gives new time.
#[tokio::test]
async fn its_beginning_cannot_be_moved() {
    let test = installation().await;
    test.advance(DAY);
    let browser = test.browser();
    browser.sign_in(ADA, PASSWORD).await;
    let offer = browser.get(PAGE).await;
    set_up(&test, &browser, &offer).await;
    let page = browser.get(ACCOUNT).await;
    assert_eq!(browser.submit(&page, ACCOUNT, &[("action", "turn_off")]).await.status, 303);
    test.advance(DAY);
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.location(), PAGE, "what is left of it counts");
    test.advance(DAY);
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.location(), QUESTION);
}

/// The account is older than the policy: their time runs from when they are asked.
#[tokio::test]
async fn it_begins_when_somebody_is_asked_and_not_with_their_account() {
    let settings: Vec<_> = GRACE.into_iter().chain([("magic_link.enabled", "true")]).collect();
    let test = TestApp::with(&settings).await;
    person(&test, "Ada").await;
    test.advance(DAY * 100);
    for (days, goes_to) in [(0, PAGE), (2, PAGE), (1, QUESTION)] {
        test.advance(DAY * days);
        test.deliver_mail().await;
        let browser = test.browser();
        let page = browser.get("/sign-in/email-link").await;
        browser.submit(&page, "/sign-in/email-link", &[("email", ADA), ("action", "magic-link")]).await;
        let link = test.mailed_link(ADA).await;
        let opened = browser.get(link.trim_start_matches(PUBLIC_URL)).await;
        assert_eq!(opened.location(), goes_to, "after {days} more days: {}", opened.body);
    }
}

/// A proof that is no more fresh is not asked for again only to offer something.
#[tokio::test]
async fn an_old_offer_shows_nothing_and_changes_nothing() {
    let test = installation().await;
    let browser = test.browser();
    browser.sign_in(ADA, PASSWORD).await;
    let offer = browser.get(PAGE).await;
    test.advance(Duration::from_secs(601));
    assert_eq!(browser.get(PAGE).await.location(), "/account");
    assert_eq!(browser.submit(&offer, PAGE, &[("action", "propose")]).await.location(), "/account");
}
