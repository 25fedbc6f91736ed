//! What all account pages and forms have in common: who may come in, what must be proved, and that texts stay texts.

use axum::http::StatusCode;

use super::{EMAIL, NEW_PASSWORD, PASSWORD, STALE, ada, allow, client, has_password, is_in, person, signed_in, stored};
use crate::support::app::TestApp;

const PAGES: [&str; 5] = ["/account/profile", "/account/security", "/account/sessions", "/account/apps", "/account/delete"];
type Fields = &'static [(&'static str, &'static str)];
/// Where each form goes, the page that it stands on, and its fields.
const FORMS: [(&str, &str, Fields); 7] = [
    ("/account/profile", "/account/profile", &[("name", "Mallory"), ("picture", "")]),
    ("/account/email", "/account/profile", &[("email", "mallory@example.test")]),
    ("/account/verification", "/account/profile", &[("action", "send")]),
    ("/account/password", "/account/security", &[("current_password", PASSWORD), ("password", NEW_PASSWORD)]),
    ("/account/sessions/end", "/account/sessions", &[("session", "all")]),
    ("/account/apps/revoke", "/account/apps", &[("client_id", "any")]),
    ("/account/delete", "/account/delete", &[("password", PASSWORD)]),
];
const SENSITIVE: [&str; 3] = ["/account/email", "/account/password", "/account/delete"];

fn encoded(path: &str) -> String {
    path.replace('/', "%2F")
}

#[tokio::test]
async fn the_account_begins_with_the_profile() {
    let test = TestApp::start().await;
    assert_eq!(test.get("/account").await.location(), "/account/profile");
}

#[tokio::test]
async fn whoever_is_signed_out_signs_in_and_comes_back() {
    let test = TestApp::start().await;
    let browser = test.browser();
    for page in PAGES {
        let reply = browser.get(page).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{page}");
        assert_eq!(reply.location(), format!("/sign-in?return_to={}", encoded(page)));
    }
    for (path, page, fields) in FORMS {
        let reply = browser.post(path, fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(reply.location(), format!("/sign-in?return_to={}", encoded(page)));
    }
}

#[tokio::test]
async fn every_page_opens_for_its_owner_and_is_kept_by_nobody() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    for page in PAGES {
        let reply = browser.get(page).await;
        assert_eq!(reply.status, StatusCode::OK, "{page}");
        assert_eq!(reply.header("cache-control"), "no-store", "{page}");
        assert!(reply.body.contains("aria-current=\"page\""), "{page}");
    }
}

#[tokio::test]
async fn a_form_without_its_csrf_value_or_with_another_browsers_does_nothing() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let other = person(&test, "Mallory", "mallory@example.test", Some(PASSWORD)).await;
    let (theirs, _) = signed_in(&test, &other).await;
    let foreign = theirs.get("/account/profile").await.hidden("csrf").unwrap();
    for (path, _, fields) in FORMS {
        let bare = browser.post(path, fields).await;
        assert_eq!(bare.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(bare.text_of("error-code").as_deref(), Some("form_rejected"), "{path}");
        let mut with_foreign = fields.to_vec();
        with_foreign.push(("csrf", &foreign));
        assert_eq!(browser.post(path, &with_foreign).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert!(is_in(&browser).await);
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
    assert!(has_password(&test, &user.id, PASSWORD).await);
    assert!(test.mails().await.is_empty());
}

/// S44
#[tokio::test]
async fn every_sensitive_change_wants_a_fresh_proof() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    test.advance(STALE);
    for (path, section, fields) in FORMS.into_iter().filter(|(path, ..)| SENSITIVE.contains(path)) {
        let reply = browser.submit(&page, path, fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(reply.location(), format!("/confirm-identity?return_to={}", encoded(section)), "{path}");
        let after = browser.get("/account/sessions").await;
        assert!(after.body.contains("Nothing was changed yet. Fill in the form again."), "{path}");
    }
    for section in ["/account/security", "/account/delete"] {
        let reply = browser.get(section).await;
        assert_eq!(reply.location(), format!("/confirm-identity?return_to={}", encoded(section)));
    }
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
    assert!(has_password(&test, &user.id, PASSWORD).await);
    assert!(test.mails().await.is_empty());
}

#[tokio::test]
async fn a_stale_profile_page_offers_the_proof_before_anything_is_typed() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    assert!(browser.get("/account/profile").await.body.contains("action=\"/account/email\""));
    test.advance(STALE);
    let page = browser.get("/account/profile").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("action=\"/account/email\""));
    assert!(page.body.contains("href=\"/confirm-identity?return_to=%2Faccount%2Fprofile\""));
}

#[tokio::test]
async fn what_is_not_sensitive_wants_no_fresh_proof() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    test.advance(STALE);
    let page = browser.get("/account/profile").await;
    let saved = browser.submit(&page, "/account/profile", &[("name", "Ada"), ("picture", "")]).await;
    assert_eq!(saved.location(), "/account/profile");
    let ended = browser.submit(&page, "/account/sessions/end", &[("session", "all")]).await;
    assert_eq!(ended.location(), "/sign-in");
}

#[tokio::test]
async fn a_notice_is_said_once_and_no_link_can_make_a_page_say_it() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    browser.submit(&page, "/account/profile", &[("name", "Ada"), ("picture", "")]).await;
    assert!(browser.get("/account/profile").await.body.contains("role=\"status\">Saved."));
    assert!(!browser.get("/account/profile").await.body.contains("role=\"status\""));
    let forged = browser.get("/account/security?notice=password_changed").await;
    assert!(!forged.body.contains("role=\"status\""));
}

/// S72
#[tokio::test]
async fn markup_in_names_stays_text_on_every_page() {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let test = TestApp::start().await;
    let user = person(&test, hostile, EMAIL, Some(PASSWORD)).await;
    let (browser, session) = signed_in(&test, &user).await;
    let app = client(&test, hostile).await;
    allow(&test, &session, &app, "openid profile").await;
    for page in PAGES {
        let reply = browser.get(page).await;
        assert_eq!(reply.status, StatusCode::OK, "{page}");
        assert!(!reply.body.contains("<script>alert") && !reply.body.contains("<img src=x"), "{page}");
        assert!(reply.body.contains("&#60;script&#62;alert(1)"), "{page}");
        assert!(reply.header("content-security-policy").contains("script-src 'self'"), "{page}");
    }
    let page = browser.get("/account/profile").await;
    let refused = browser.submit(&page, "/account/profile", &[("name", hostile), ("picture", "javascript:alert(1)")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.body.contains("<script>alert"));
}

#[tokio::test]
async fn proving_oneself_leads_back_to_the_page() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let profile = browser.get("/account/profile").await;
    test.advance(STALE);
    let asked = browser.submit(&profile, "/account/email", &[("email", "ada@lovelace.example")]).await;
    let page = browser.follow(asked).await;
    let return_to = page.hidden("return_to").unwrap();
    let fields = [("password", PASSWORD), ("return_to", return_to.as_str())];
    let back = browser.submit(&page, "/confirm-identity", &fields).await;
    assert_eq!(back.location(), "/account/profile");
    let profile = browser.get("/account/profile").await;
    assert!(profile.body.contains("Nothing was changed yet."));
    let sent = browser.submit(&profile, "/account/email", &[("email", "ada@lovelace.example")]).await;
    assert_eq!(sent.location(), "/account/profile");
    assert_eq!(test.mails().await.len(), 1);
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page() {
    let test = TestApp::start().await;
    person(&test, "Ada Lovelace", EMAIL, Some(PASSWORD)).await;
    let browser = test.browser();
    let page = browser.open("/account/apps").await;
    let return_to = page.hidden("return_to").unwrap();
    let fields = [("identifier", EMAIL), ("password", PASSWORD), ("action", "sign-in"), ("return_to", return_to.as_str())];
    assert_eq!(browser.submit(&page, "/sign-in", &fields).await.location(), "/account/apps");
    assert_eq!(browser.get("/account/apps").await.status, StatusCode::OK);
}
