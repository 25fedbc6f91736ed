//! Making an account with a passkey and without a password.

use serde_json::Value;
use vestibule::model::user::{Role, User};
use vestibule::store::{accounts, passkeys, users};

use super::invitations::{BY_INVITATION, invite, link};
use super::passkeys::sign_in_on_the_page;
use super::{ADA, BOB, PASSWORD, follow_link, is_signed_in, parameter, person};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;

const ON: (&str, &str) = ("passkey.enabled", "true");
const FORM: &str = "/sign-up/link/passkey";

async fn user(test: &TestApp, email: &str) -> Option<User> {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::by_email(&mut unit, email).await.unwrap()
}

/// Presses "Create account with a passkey" on the sign-up page.
async fn ask(browser: &TestBrowser<'_>, email: &str) -> Reply {
    let page = browser.get("/sign-up").await;
    let fields = [("name", "Ada Lovelace"), ("email", email), ("password", ""), ("action", "passkey")];
    browser.submit(&page, "/sign-up/passkey", &fields).await
}

/// What the script of the link's page fetches.
async fn options(browser: &TestBrowser<'_>, page: &Reply) -> Value {
    let token = page.hidden("token").unwrap();
    let reply = browser.get(&format!("/sign-up/link/passkey-options?token={token}")).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.header("cache-control"), "no-store");
    reply.json()
}

async fn finish(browser: &TestBrowser<'_>, page: &Reply, device: &PasskeyDevice) -> Reply {
    let credential = device.create(&options(browser, page).await).to_string();
    browser.submit(page, FORM, &[("name", "Ada King"), ("credential", &credential)]).await
}

#[tokio::test]
async fn the_address_is_proved_first_and_then_a_passkey_is_all_there_is() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    assert!(browser.get("/sign-up").await.body.contains(r#"formaction="/sign-up/passkey""#));
    let asked = ask(&browser, ADA).await;
    let asked = browser.follow(asked).await;
    assert!(asked.body.contains("Check your mail") && asked.body.contains(ADA));
    assert!(user(&test, ADA).await.is_none(), "asking makes none");
    let page = browser.get(&test.mailed_link(ADA).await).await;
    assert!(page.body.contains(r#"value="Ada Lovelace""#) && page.body.contains(r#"data-passkey="create""#));
    let device = PasskeyDevice::default();
    let reply = finish(&browser, &page, &device).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"), "{}", reply.body);
    let ada = user(&test, ADA).await.unwrap();
    assert_eq!((ada.name.as_str(), ada.email_verified), ("Ada King", true));
    let mut unit = test.app.store.read("test").await.unwrap();
    assert!(accounts::of_user(&mut unit, &ada.id).await.unwrap().is_empty(), "no password");
    assert_eq!(passkeys::of_user(&mut unit, &ada.id).await.unwrap().len(), 1);
    drop(unit);
    let other = test.browser();
    assert_eq!(sign_in_on_the_page(&test, &other, &device).await.location(), "/account");
    assert!(is_signed_in(&other).await);
    let own = browser.get("/account/profile").await;
    let again = [("token", page.hidden("token").unwrap()), ("name", "Ada King".to_owned()), ("credential", "{}".to_owned())];
    let again: Vec<_> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.submit(&own, FORM, &again).await.status, 410, "a link works once");
}

#[tokio::test]
async fn the_same_link_takes_a_password_where_there_is_no_script() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    ask(&browser, ADA).await;
    let page = browser.get(&test.mailed_link(ADA).await).await;
    let reply = browser.submit(&page, "/sign-up/link", &[("name", "Ada"), ("password", PASSWORD)]).await;
    assert_eq!(reply.location(), "/account");
}

#[tokio::test]
async fn who_can_lose_it_can_have_a_password_set_by_mail_and_cannot_remove_the_last_way_in() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    ask(&browser, ADA).await;
    let page = browser.get(&test.mailed_link(ADA).await).await;
    finish(&browser, &page, &PasskeyDevice::default()).await;
    let reset = super::reset_link(&test, ADA).await;
    let page = browser.get(&reset).await;
    assert_eq!(browser.submit(&page, "/reset-password", &[("password", PASSWORD)]).await.status, 303);
    assert!(super::is_password(&test, ADA, PASSWORD).await);
}

#[tokio::test]
async fn the_owner_of_an_address_is_told_by_mail_and_the_page_says_the_same() {
    let test = TestApp::with(&[ON]).await;
    let ada = person(&test, ADA).await;
    follow_link(&ada, &test.mailed_link(ADA).await).await;
    let (known, unknown) = (ask(&test.browser(), ADA).await, ask(&test.browser(), BOB).await);
    assert_eq!((known.status, known.headers.len()), (unknown.status, unknown.headers.len()));
    test.deliver_mail().await;
    let mails = test.mails().await;
    let to = |email: &str| mails.iter().rev().find(|mail| mail.mail.to.as_str() == email).unwrap().mail.text.clone();
    assert!(to(ADA).contains("/forgot-password") && !to(ADA).contains("/sign-up/link"));
    assert!(to(BOB).contains("/sign-up/link"));
}

#[tokio::test]
async fn an_app_that_waits_gets_its_answer() {
    let test = TestApp::with(&[ON]).await;
    let browser = test.browser();
    let page = browser.open(&super::flow::start(&test, &[("prompt", "create")]).await).await;
    let fields = [("name", "Ada"), ("email", ADA), ("action", "passkey")];
    browser.submit(&page, "/sign-up/passkey", &fields).await;
    let link = test.mailed_link(ADA).await;
    assert_eq!(Some(parameter(&link, "flow")), page.hidden("flow"));
    let page = browser.get(&link).await;
    let reply = finish(&browser, &page, &PasskeyDevice::default()).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="), "{}", reply.location());
    let consent = browser.follow(reply).await;
    assert!(super::flow::has_code(&super::flow::allow(&browser, &consent).await));
}

#[tokio::test]
async fn an_invitation_takes_a_passkey_too() {
    let test = TestApp::with(&[ON, BY_INVITATION]).await;
    let invited = invite(&test, ADA, Role::User).await;
    let browser = test.browser();
    let page = browser.get(&link(&test, &invited)).await;
    assert_eq!(finish(&browser, &page, &PasskeyDevice::default()).await.location(), "/account");
    assert!(is_signed_in(&browser).await);
}

#[tokio::test]
async fn a_passkey_that_was_made_for_one_link_is_nothing_for_another() {
    let test = TestApp::with(&[ON, BY_INVITATION]).await;
    let (ada, bob) = (invite(&test, ADA, Role::User).await, invite(&test, BOB, Role::Admin).await);
    let browser = test.browser();
    let (adas, bobs) = (browser.get(&link(&test, &ada)).await, browser.get(&link(&test, &bob)).await);
    let device = PasskeyDevice::default();
    let credential = device.create(&options(&browser, &adas).await).to_string();
    let reply = browser.submit(&bobs, FORM, &[("name", "Bob"), ("credential", &credential)]).await;
    assert_eq!(reply.status, 422);
    assert!(user(&test, BOB).await.is_none());
    let over = browser.submit(&adas, FORM, &[("name", "Ada"), ("credential", &credential)]).await;
    assert_eq!(over.status, 422, "any answer ends a ceremony");
    assert_eq!(finish(&browser, &adas, &device).await.location(), "/account", "the link stays");
}

#[tokio::test]
async fn a_ceremony_of_a_new_account_registers_nothing_for_who_is_signed_in() {
    let test = TestApp::with(&[ON]).await;
    let mallory = person(&test, BOB).await;
    test.deliver_mail().await;
    ask(&test.browser(), ADA).await;
    let page = mallory.get(&test.mailed_link(ADA).await).await;
    let credential = PasskeyDevice::default().create(&options(&mallory, &page).await).to_string();
    let own = mallory.get("/account/passkeys").await;
    mallory.submit(&own, "/account/passkeys", &[("credential", &credential)]).await;
    let bob = user(&test, BOB).await.unwrap();
    let mut unit = test.app.store.read("test").await.unwrap();
    assert!(passkeys::of_user(&mut unit, &bob.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn it_is_offered_only_where_it_can_be_had() {
    for values in
        [vec![], vec![ON, ("passkey.sign_up", "false")], vec![ON, BY_INVITATION], vec![ON, ("registration.sign_up", "off")]]
    {
        let test = TestApp::with(&values).await;
        let browser = test.browser();
        assert!(!browser.get("/sign-up").await.body.contains("/sign-up/passkey"), "{values:?}");
        let page = browser.get("/sign-in").await;
        let fields = [("name", "Ada"), ("email", ADA), ("action", "passkey")];
        let refused = browser.submit(&page, "/sign-up/passkey", &fields).await;
        assert!([403, 404].contains(&refused.status.as_u16()), "{values:?} {}", refused.status);
        assert!(test.mails().await.is_empty());
    }
}

#[tokio::test]
async fn a_link_that_was_asked_for_ends_with_the_open_sign_up() {
    let store = crate::support::databases::fresh(vestibule::store::Engine::Sqlite).await;
    let open = TestApp::on(store.clone(), &[ON]).await;
    ask(&open.browser(), ADA).await;
    let link = open.mailed_link(ADA).await;
    let closed = TestApp::on(store, &[ON, BY_INVITATION]).await;
    assert_eq!(closed.get(&link).await.text_of("error-code").as_deref(), Some("sign_up_closed"));
}

#[tokio::test]
async fn faults_are_told_on_the_sign_up_page() {
    let test = TestApp::with(&[ON, ("registration.blocked_domains", "throwaway.test")]).await;
    let browser = test.browser();
    let refused = ask(&browser, "ada@").await;
    assert!(refused.status == 422 && refused.body.contains(r#"id="email-error""#));
    assert!(ask(&browser, "ada@throwaway.test").await.body.contains("cannot have an email of this domain"));
    assert_eq!(browser.get("/sign-up/passkey").await.location(), "/sign-up");
    assert!(test.mails().await.is_empty());
}
