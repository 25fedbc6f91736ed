//! Mailed links that prove an address or an intention.

use axum::body::Body;
use axum::http::Method;
use vestibule::model::email::EmailAddress;
use vestibule::model::user::User;
use vestibule::store::users;
use vestibule::users::{email_change, erase};

use super::{ADA, MUST_VERIFY, PASSWORD, follow_link, is_signed_in, parameter, person, press, reset_link};
use crate::support::app::{Reply, TestApp, request};

const NEW_ADDRESS: &str = "lovelace@example.test";

async fn user(test: &TestApp, email: &str) -> Option<User> {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::by_email(&mut unit, email).await.unwrap()
}

async fn ask_for_new_address(test: &TestApp, callback_url: Option<&str>) {
    test.deliver_mail().await;
    let ada = user(test, ADA).await.unwrap();
    let new = EmailAddress::parse(NEW_ADDRESS).unwrap();
    let may = test.may_change(&ada).await;
    email_change::request(&test.app, (&ada, &new), &may, ("en", callback_url), test.app.clock.now()).await.unwrap();
}

async fn ask_for_erasure(test: &TestApp) -> String {
    test.deliver_mail().await;
    let ada = user(test, ADA).await.unwrap();
    erase::request(&test.app, &ada, "en", None, test.app.clock.now()).await.unwrap();
    test.mailed_link(ADA).await
}

fn is_dead(reply: &Reply) -> bool {
    reply.status == 410 && reply.text_of("error-code").as_deref() == Some("link_expired")
}

#[tokio::test]
async fn scanners_spend_nothing() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    let verification = test.mailed_link(ADA).await;
    let reset = reset_link(&test, ADA).await;
    for link in [&verification, &reset] {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::GET] {
            let scanned = request(method.clone(), link).header("user-agent", "scanner").body(Body::empty()).unwrap();
            let status = test.send(scanned).await.status;
            assert!(status.is_success() || status == 405, "{method} {status}");
        }
    }
    assert!(!user(&test, ADA).await.unwrap().email_verified);
    let browser = test.browser();
    assert!(follow_link(&browser, &verification).await.body.contains("Email confirmed"));
    let page = browser.get(&reset).await;
    assert_eq!(browser.submit(&page, "/reset-password", &[("password", "another long password")]).await.status, 303);
}

#[tokio::test]
async fn a_link_works_once() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    let link = test.mailed_link(ADA).await;
    let browser = test.browser();
    let page = browser.get(&link).await;
    assert!(page.body.contains(ADA));
    assert_eq!(press(&browser, &page, "/confirm-link", &[]).await.status, 200);
    assert!(is_dead(&press(&browser, &page, "/confirm-link", &[]).await));
    assert!(is_dead(&browser.get(&link).await));
}

#[tokio::test]
async fn a_secret_of_one_purpose_is_worthless_for_another() {
    let test = TestApp::with(&MUST_VERIFY).await;
    person(&test, ADA).await;
    let verification = parameter(&test.mailed_link(ADA).await, "token");
    let reset = parameter(&reset_link(&test, ADA).await, "token");
    for purpose in ["confirm_email_change", "verify_new_email", "delete_account"] {
        assert!(is_dead(&test.get(&format!("/confirm-link?purpose={purpose}&token={verification}")).await));
    }
    assert!(is_dead(&test.get(&format!("/confirm-link?purpose=verify_email&token={reset}")).await));
    for purpose in ["reset_password", "set_up", "nothing", ""] {
        assert_eq!(test.get(&format!("/confirm-link?purpose={purpose}&token={reset}")).await.status, 400);
    }
}

/// The address moves only after both of its owners pressed a button.
#[tokio::test]
async fn a_new_address_is_allowed_from_the_old_one_and_proved_at_the_new_one() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let browser = person(&test, ADA).await;
    follow_link(&browser, &test.mailed_link(ADA).await).await;
    ask_for_new_address(&test, None).await;
    let allowed = follow_link(&browser, &test.mailed_link(ADA).await).await;
    assert!(allowed.body.contains("One more step") && allowed.body.contains(NEW_ADDRESS));
    assert!(user(&test, NEW_ADDRESS).await.is_none());
    let changed = follow_link(&browser, &test.mailed_link(NEW_ADDRESS).await).await;
    assert!(changed.body.contains("Email changed"));
    let ada = user(&test, NEW_ADDRESS).await.unwrap();
    assert!(ada.email_verified && user(&test, ADA).await.is_none());
    assert_eq!(browser.sign_in(NEW_ADDRESS, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn a_link_for_the_first_address_proves_nothing_about_the_second() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let first = test.mailed_link(ADA).await;
    let page = browser.get(&first).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let ada = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    let change = users::EmailChange { from: ADA, to: NEW_ADDRESS, verified: false };
    assert!(users::change_email(&mut unit, &ada.id, change, test.app.clock.now()).await.unwrap());
    unit.commit().await.unwrap();
    assert!(is_dead(&press(&browser, &page, "/confirm-link", &[]).await));
    assert!(!user(&test, NEW_ADDRESS).await.unwrap().email_verified);
}

#[tokio::test]
async fn a_change_of_address_makes_earlier_links_worthless() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let first = test.mailed_link(ADA).await;
    let reset = reset_link(&test, ADA).await;
    ask_for_new_address(&test, None).await;
    follow_link(&browser, &test.mailed_link(NEW_ADDRESS).await).await;
    assert!(user(&test, NEW_ADDRESS).await.unwrap().email_verified);
    assert!(is_dead(&browser.get(&first).await) && is_dead(&browser.get(&reset).await));
}

#[tokio::test]
async fn an_account_is_deleted_only_by_its_owner_who_is_signed_in() {
    let test = TestApp::start().await;
    let ada = person(&test, ADA).await;
    let mallory = person(&test, "mallory@example.test").await;
    let link = ask_for_erasure(&test).await;

    assert!(is_dead(&mallory.get(&link).await));
    let csrf = mallory.get("/sign-out").await.hidden("csrf").unwrap();
    let token = parameter(&link, "token");
    let theirs = [("csrf", csrf.as_str()), ("purpose", "delete_account"), ("token", token.as_str())];
    assert!(is_dead(&mallory.post("/confirm-link", &theirs).await));

    let stranger = test.browser();
    let sent_away = stranger.get(&link).await;
    assert_eq!(sent_away.status, 303);
    let page = stranger.get(sent_away.location()).await;
    let csrf = page.hidden("csrf").unwrap();
    let unsigned = [("csrf", csrf.as_str()), ("purpose", "delete_account"), ("token", token.as_str())];
    assert!(stranger.post("/confirm-link", &unsigned).await.location().starts_with("/sign-in?return_to="));
    let return_to = page.hidden("return_to").unwrap();
    let fields = [("identifier", ADA), ("password", PASSWORD), ("return_to", return_to.as_str())];
    assert_eq!(stranger.submit(&page, "/sign-in", &fields).await.location(), return_to);
    assert!(user(&test, ADA).await.is_some());

    let gone = follow_link(&stranger, &return_to).await;
    assert!(gone.body.contains("Account deleted"));
    assert!(user(&test, ADA).await.is_none());
    assert_eq!(stranger.cookie("vestibule.session_token"), None);
    assert!(!is_signed_in(&ada).await && is_signed_in(&mallory).await);
}

#[tokio::test]
async fn a_link_leads_on_only_to_where_it_may() {
    let test = TestApp::with(&[MUST_VERIFY[0], ("server.trusted_origins", "https://app.example.test")]).await;
    for (email, callback_url, trusted) in [
        ("a@example.test", "https://app.example.test/welcome", true),
        ("b@example.test", "/account", true),
        ("c@example.test", "https://evil.example/", false),
        ("d@example.test", "//evil.example", false),
        ("e@example.test", "javascript:alert(1)", false),
    ] {
        person(&test, email).await;
        let token = parameter(&test.mailed_link(email).await, "token");
        let browser = test.browser();
        let parameters = [("purpose", "verify_email"), ("token", token.as_str()), ("callbackURL", callback_url)];
        let page = browser.get(&vestibule::model::urls::with_query("/confirm-link", &parameters)).await;
        if trusted {
            let policy = page.header("content-security-policy").to_owned();
            assert_eq!(policy.contains("https://app.example.test"), callback_url.starts_with("https"), "{policy}");
            assert_eq!(press(&browser, &page, "/confirm-link", &[]).await.location(), callback_url);
        } else {
            assert_eq!(page.status, 400, "{callback_url}");
            let csrf = browser.get("/sign-in").await.hidden("csrf").unwrap();
            let fields: Vec<(&str, &str)> = parameters.iter().copied().chain([("csrf", csrf.as_str())]).collect();
            assert_eq!(browser.post("/confirm-link", &fields).await.status, 400);
            assert!(!user(&test, email).await.unwrap().email_verified);
        }
    }
}
