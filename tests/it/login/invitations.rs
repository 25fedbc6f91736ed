//! Invitations: whom the operator asks to make an account.

use std::time::Duration;

use axum::body::Body;
use axum::http::Method;
use vestibule::model::email::EmailAddress;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::user::{Role, User};
use vestibule::store::users;
use vestibule::users::invitation::{self, Invite, Invited};

use super::flow::start;
use super::{ADA, BOB, PASSWORD, follow_link, is_password, is_signed_in, person};
use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};
use crate::support::browser::TestBrowser;

pub const BY_INVITATION: (&str, &str) = ("registration.sign_up", "invitation");
const PAGE: &str = "/sign-up/link";

/// Invites somebody, as the command line does.
pub async fn invite(test: &TestApp, email: &str, role: Role) -> Invited {
    let invite = Invite { email: EmailAddress::parse(email).unwrap(), name: Some("Ada Lovelace".to_owned()), role, mailed: true };
    invitation::invite(&test.app, invite, &RequestOrigin::default(), test.app.clock.now()).await.unwrap()
}

/// The path and query of an invitation's link.
pub fn link(test: &TestApp, invited: &Invited) -> String {
    invited.url(&test.app).strip_prefix(PUBLIC_URL).unwrap().to_owned()
}

async fn user(test: &TestApp, email: &str) -> Option<User> {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::by_email(&mut unit, email).await.unwrap()
}

async fn accept(browser: &TestBrowser<'_>, page: &Reply) -> Reply {
    browser.submit(page, PAGE, &[("name", "Ada King"), ("password", PASSWORD), ("action", "sign-up")]).await
}

fn is_dead(reply: &Reply) -> bool {
    reply.status == 410 && reply.text_of("error-code").as_deref() == Some("link_expired")
}

#[tokio::test]
async fn an_invitation_is_mailed_and_makes_the_account() {
    let test = TestApp::with(&[BY_INVITATION, super::MUST_VERIFY[0]]).await;
    let invited = invite(&test, ADA, Role::Admin).await;
    let mailed = test.mailed_link(ADA).await;
    assert_eq!(mailed, link(&test, &invited), "the mail has the link that the operator sees");
    let mails = test.mails().await;
    assert!(mails.last().unwrap().mail.text.contains("48 hours"));
    let browser = test.browser();
    let page = browser.get(&mailed).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains(ADA) && page.body.contains(r#"value="Ada Lovelace""#) && page.body.contains("readonly"));
    assert!(!page.body.contains(r#"name="email""#), "the address is shown and not sent");
    let reply = accept(&browser, &page).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
    let ada = user(&test, ADA).await.unwrap();
    assert_eq!((ada.name.as_str(), ada.email_verified, ada.role), ("Ada King", true, Role::Admin));
    assert!(is_password(&test, ADA, PASSWORD).await);
    assert!(is_dead(&browser.get(&mailed).await));
    let own = browser.get("/account/profile").await;
    let sent = [("token", invited.secret.as_str()), ("name", "Ada King"), ("password", PASSWORD)];
    assert!(is_dead(&browser.submit(&own, PAGE, &sent).await));
    assert!(invitation::open(&test.app, test.app.clock.now()).await.unwrap().is_empty());
    assert_eq!(test.mails().await.len(), 1, "nothing is left to be proved");
}

#[tokio::test]
async fn scanners_accept_nothing() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let link = link(&test, &invite(&test, ADA, Role::User).await);
    for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::GET] {
        let scanned = request(method.clone(), &link).header("user-agent", "scanner").body(Body::empty()).unwrap();
        let status = test.send(scanned).await.status;
        assert!(status.is_success() || status == 405, "{method} {status}");
    }
    assert!(user(&test, ADA).await.is_none());
    let browser = test.browser();
    let page = browser.get(&link).await;
    assert_eq!(accept(&browser, &page).await.status, 303);
}

#[tokio::test]
async fn an_invitation_goes_past_every_rule_about_who_may_sign_up() {
    for rule in ["open", "off", "invitation"] {
        let test = TestApp::with(&[("registration.sign_up", rule)]).await;
        let browser = test.browser();
        let page = browser.get(&link(&test, &invite(&test, ADA, Role::User).await)).await;
        assert_eq!(accept(&browser, &page).await.location(), "/account", "{rule}");
    }
    let test = TestApp::with(&[("registration.sign_up", "domains"), ("registration.sign_up_domains", "elsewhere.test")]).await;
    let browser = test.browser();
    let page = browser.get(&link(&test, &invite(&test, ADA, Role::User).await)).await;
    assert_eq!(accept(&browser, &page).await.location(), "/account");
}

#[tokio::test]
async fn a_link_ends_after_two_days_when_it_is_withdrawn_and_when_another_takes_its_place() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let first = invite(&test, ADA, Role::User).await;
    let second = invite(&test, ADA, Role::User).await;
    let browser = test.browser();
    assert!(is_dead(&browser.get(&link(&test, &first)).await));
    let page = browser.get(&link(&test, &second)).await;
    assert_eq!(page.status, 200);
    let now = test.app.clock.now();
    assert!(invitation::withdraw(&test.app, &second.invitation.id, &RequestOrigin::default(), now).await.unwrap());
    assert!(!invitation::withdraw(&test.app, &second.invitation.id, &RequestOrigin::default(), now).await.unwrap());
    assert!(is_dead(&accept(&browser, &page).await) && user(&test, ADA).await.is_none());
    let third = invite(&test, ADA, Role::User).await;
    let page = browser.get(&link(&test, &third)).await;
    test.advance(Duration::from_secs(48 * 3600));
    let dead = accept(&browser, &page).await;
    assert!(is_dead(&dead) && dead.body.contains("/sign-in"), "{}", dead.body);
    assert!(user(&test, ADA).await.is_none());
}

#[tokio::test]
async fn what_was_withdrawn_before_its_mail_went_out_is_not_mailed() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let invited = invite(&test, ADA, Role::User).await;
    let now = test.app.clock.now();
    invitation::withdraw(&test.app, &invited.invitation.id, &RequestOrigin::default(), now).await.unwrap();
    assert!(test.mails().await.is_empty());
}

#[tokio::test]
async fn who_has_an_account_is_told_so_once_the_link_proved_the_address() {
    let test = TestApp::start().await;
    let invited = invite(&test, ADA, Role::Admin).await;
    let ada = person(&test, ADA).await;
    let verification = {
        let mails = test.mails().await;
        let mail = mails.iter().find(|mail| mail.mail.text.contains("/confirm-link")).unwrap();
        let start = mail.mail.text.find(PUBLIC_URL).unwrap() + PUBLIC_URL.len();
        mail.mail.text[start..].split_whitespace().next().unwrap().to_owned()
    };
    follow_link(&ada, &verification).await;
    let browser = test.browser();
    let page = browser.get(&link(&test, &invited)).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("You have an account already") && page.body.contains(ADA));
    let sign_in = browser.get("/sign-in").await;
    let sent = [("token", invited.secret.as_str()), ("name", "Mallory"), ("password", "another long password")];
    assert!(browser.submit(&sign_in, PAGE, &sent).await.body.contains("You have an account already"));
    let ada = user(&test, ADA).await.unwrap();
    assert_eq!((ada.name.as_str(), ada.role), ("Ada Lovelace", Role::User), "nothing of the account changes");
    assert!(is_password(&test, ADA, PASSWORD).await);
}

#[tokio::test]
async fn an_account_that_somebody_prepared_for_the_address_is_the_invited_ones() {
    let test = TestApp::start().await;
    let squatter = person(&test, ADA).await;
    let before = user(&test, ADA).await.unwrap();
    let invited = invite(&test, ADA, Role::Admin).await;
    let browser = test.browser();
    let page = browser.get(&link(&test, &invited)).await;
    let reply = browser.submit(&page, PAGE, &[("name", "Ada King"), ("password", "a password of Ada's own")]).await;
    assert_eq!(reply.location(), "/account", "{}", reply.body);
    let ada = user(&test, ADA).await.unwrap();
    assert_eq!((&ada.id, ada.name.as_str(), ada.role, ada.email_verified), (&before.id, "Ada King", Role::Admin, true));
    assert!(!is_signed_in(&squatter).await && !is_password(&test, ADA, PASSWORD).await);
    assert!(is_password(&test, ADA, "a password of Ada's own").await);
}

#[tokio::test]
async fn faults_are_told_at_their_fields_and_the_link_stays() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let browser = test.browser();
    let page = browser.get(&link(&test, &invite(&test, ADA, Role::User).await)).await;
    let reply = browser.submit(&page, PAGE, &[("name", " "), ("password", "short")]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains(r#"id="name-error""#) && reply.body.contains(r#"id="password-error""#));
    assert_eq!(accept(&browser, &reply).await.status, 303);
}

#[tokio::test]
async fn the_sign_up_page_says_that_one_is_needed() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let browser = test.browser();
    let closed = browser.get("/sign-up").await;
    assert_eq!((closed.status.as_u16(), closed.text_of("error-code").as_deref()), (403, Some("sign_up_closed")));
    assert!(closed.body.contains("invite you"));
    assert!(!browser.get("/sign-in").await.body.contains("/sign-up"));
    let asked = browser.open(&start(&test, &[("prompt", "create")]).await).await;
    assert_eq!(asked.text_of("error-code").as_deref(), Some("sign_up_closed"));
}

#[tokio::test]
async fn nobody_is_invited_whose_account_is_proved() {
    let test = TestApp::start().await;
    let bob = person(&test, BOB).await;
    follow_link(&bob, &test.mailed_link(BOB).await).await;
    let invite = Invite { email: EmailAddress::parse(BOB).unwrap(), name: None, role: Role::User, mailed: true };
    let refused = invitation::invite(&test.app, invite, &RequestOrigin::default(), test.app.clock.now()).await;
    assert_eq!(refused.err().unwrap().to_string(), "bob@example.test has an account already");
}
