//! The first administrator.

use std::time::Duration;

use vestibule::admin::setup::create_link;
use vestibule::model::user::Role;
use vestibule::store::users;

use super::{ADA, BOB, PASSWORD, is_signed_in, parameter, person};
use crate::support::app::{PUBLIC_URL, TestApp};

const FORM: [(&str, &str); 3] = [("name", "Ada Lovelace"), ("email", ADA), ("password", PASSWORD)];

async fn link(test: &TestApp) -> String {
    let link = create_link(&test.app, test.app.clock.now()).await.unwrap().expect("nobody administers this installation");
    link.strip_prefix(PUBLIC_URL).expect("the link leads here").to_owned()
}

fn fields(code: &str) -> Vec<(&str, &str)> {
    FORM.into_iter().chain([("code", code)]).collect()
}

#[tokio::test]
async fn the_link_makes_one_administrator_who_is_signed_in() {
    let test = TestApp::with(&super::MUST_VERIFY).await;
    let link = link(&test).await;
    let code = parameter(&link, "code");
    let browser = test.browser();
    let page = browser.get(&link).await;
    assert_eq!(page.hidden("code").unwrap(), code);
    let reply = browser.submit(&page, "/admin/setup", &fields(&code)).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"));
    assert!(is_signed_in(&browser).await);
    let mut unit = test.app.store.read("test").await.unwrap();
    let ada = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    assert!(ada.role == Role::Admin && ada.email_verified);
    drop(unit);
    assert_eq!(browser.get(&link).await.status, 410);
    assert_eq!(create_link(&test.app, test.app.clock.now()).await.unwrap(), None);
}

#[tokio::test]
async fn faults_do_not_spend_it_and_a_taken_address_is_told() {
    let test = TestApp::start().await;
    person(&test, BOB).await;
    let link = link(&test).await;
    let code = parameter(&link, "code");
    let browser = test.browser();
    let page = browser.get(&link).await;
    let short = [("code", code.as_str()), ("name", "Ada"), ("email", ADA), ("password", "short")];
    assert_eq!(browser.submit(&page, "/admin/setup", &short).await.status, 422);
    let taken = [("code", code.as_str()), ("name", "Ada"), ("email", BOB), ("password", PASSWORD)];
    assert!(browser.submit(&page, "/admin/setup", &taken).await.body.contains("already has an account"));
    assert_eq!(browser.submit(&page, "/admin/setup", &fields(&code)).await.status, 303);
}

#[tokio::test]
async fn old_replaced_made_up_and_late_codes_do_nothing() {
    let test = TestApp::start().await;
    let replaced = link(&test).await;
    let newest = link(&test).await;
    let browser = test.browser();
    let page = browser.get(&newest).await;
    let made_up = "A".repeat(43);
    for code in ["", &made_up, &parameter(&replaced, "code")] {
        assert_eq!(browser.get(&format!("/admin/setup?code={code}")).await.status, 410);
        assert_eq!(browser.submit(&page, "/admin/setup", &fields(code)).await.status, 410);
    }
    test.advance(Duration::from_secs(15 * 60));
    assert_eq!(browser.get(&newest).await.status, 410);
    assert_eq!(browser.submit(&page, "/admin/setup", &fields(&parameter(&newest, "code"))).await.status, 410);
    assert!(!super::is_password(&test, ADA, PASSWORD).await);
}

#[tokio::test]
async fn a_form_from_elsewhere_makes_nobody() {
    let test = TestApp::start().await;
    let code = parameter(&link(&test).await, "code");
    assert_eq!(test.browser().post("/admin/setup", &fields(&code)).await.status, 403);
    assert!(create_link(&test.app, test.app.clock.now()).await.unwrap().is_some());
}
