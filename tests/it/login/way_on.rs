//! Where a person was going outside an app's sign-in survives every page on the way, and every mail.

use super::{ADA, BOB, MUST_VERIFY, PASSWORD, parameter, person, press};
use crate::support::app::{Reply, TestApp};
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::PHONES;

const GOAL: &str = "/account/sessions";
const CARRIED: &str = "return_to=%2Faccount%2Fsessions";

async fn everything() -> TestApp {
    let ways = [
        MUST_VERIFY[0],
        ("magic_link.enabled", "true"),
        ("email_code.enabled", "true"),
        ("passkey.enabled", "true"),
        ("siwe.enabled", "true"),
        ("phone.password_reset", "true"),
    ];
    TestApp::with(&PHONES.into_iter().chain(ways).collect::<Vec<_>>()).await
}

/// Links to a page, without where they lead on.
fn links<'a>(page: &'a Reply, path: &str) -> Vec<&'a str> {
    let hrefs = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| href.split('?').next() == Some(path)).collect()
}

fn assert_carries(page: &Reply, to: &[&str], told: &str) {
    for path in to {
        let found = links(page, path);
        assert!(!found.is_empty() && found.iter().all(|href| href.contains(CARRIED)), "{told}: {path}: {found:?}");
    }
}

#[tokio::test]
async fn every_page_of_signing_in_leads_on_to_it() {
    let test = everything().await;
    let browser = test.browser();
    let at = |path: &str| format!("{path}?{CARRIED}");
    for (path, to) in [
        ("/sign-in", ["/sign-up", "/forgot-password"].as_slice()),
        ("/sign-up", &["/sign-in"]),
        ("/forgot-password", &["/sign-in", "/forgot-password/phone"]),
        ("/forgot-password/phone", &["/sign-in"]),
        ("/sign-in/email-link", &["/sign-in"]),
        ("/sign-in/email-code", &["/sign-in"]),
        ("/sign-in/phone", &["/sign-in"]),
    ] {
        let page = browser.get(&at(path)).await;
        assert_carries(&page, to, path);
        let forms = page.body.matches("<form").count();
        assert_eq!(page.body.matches(&format!("name=\"return_to\" value=\"{GOAL}\"")).count(), forms, "{path}: each form");
        let foreign = browser.get(&format!("{path}?return_to=https%3A%2F%2Fevil.example")).await;
        assert!(!foreign.body.contains("evil.example/") && foreign.hidden("return_to").is_none(), "{path}");
    }
}

async fn send(browser: &TestBrowser<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let page = browser.get(&format!("{path}?{CARRIED}")).await;
    let fields: Vec<_> = fields.iter().copied().chain([("return_to", GOAL)]).collect();
    let sent = browser.submit(&page, path, &fields).await;
    browser.follow(sent).await
}

#[tokio::test]
async fn every_page_after_a_form_leads_on_to_it() {
    let test = everything().await;
    let browser = test.browser();
    let new = [("name", "Ada"), ("email", ADA), ("password", PASSWORD)];
    for (path, fields, to) in [
        ("/sign-up", new.as_slice(), ["/sign-in", "/sign-up"].as_slice()),
        ("/forgot-password", &[("email", ADA)], &["/sign-in", "/forgot-password"]),
        ("/sign-in/email-link", &[("email", ADA), ("remember", "on")], &["/sign-in", "/sign-in/email-link"]),
        ("/sign-in/email-code", &[("email", ADA), ("remember", "on")], &["/sign-in/email-code"]),
    ] {
        assert_carries(&send(&browser, path, fields).await, to, path);
    }
}

#[tokio::test]
async fn a_reset_leads_on_to_it() {
    let test = everything().await;
    person(&test, ADA).await;
    test.deliver_mail().await;
    send(&test.browser(), "/forgot-password", &[("email", ADA)]).await;
    let link = test.mailed_link(ADA).await;
    assert_eq!(parameter(&link, "return_to"), GOAL);
    // Mails are opened anywhere.
    let browser = test.browser();
    let page = browser.get(&link).await;
    let return_to = page.hidden("return_to").unwrap();
    let fields = [("password", "staple clip paper glue"), ("return_to", return_to.as_str())];
    let done = browser.submit(&page, "/reset-password", &fields).await;
    assert_eq!(done.location(), format!("/sign-in?{CARRIED}&notice=password_reset"));
}

#[tokio::test]
async fn proving_the_address_leads_on_to_it() {
    let test = everything().await;
    send(&test.browser(), "/sign-up", &[("name", "Ada"), ("email", ADA), ("password", PASSWORD)]).await;
    let browser = test.browser();
    let page = browser.get(&test.mailed_link(ADA).await).await;
    let return_to = page.hidden("return_to").unwrap();
    let done = press(&browser, &page, "/confirm-link", &[("return_to", &return_to)]).await;
    assert_carries(&browser.follow(done).await, &["/sign-in"], "the address is proved");
}

#[tokio::test]
async fn an_account_without_a_password_begins_there() {
    let test = everything().await;
    let browser = test.browser();
    let page = browser.get(&format!("/sign-up?{CARRIED}")).await;
    browser.submit(&page, "/sign-up/passkey", &[("name", "Bob"), ("email", BOB), ("return_to", GOAL)]).await;
    let page = browser.get(&test.mailed_link(BOB).await).await;
    let token = page.hidden("token").unwrap();
    let options = browser.get(&format!("/sign-up/link/passkey-options?token={token}")).await.json();
    let credential = PasskeyDevice::default().create(&options).to_string();
    let return_to = page.hidden("return_to").unwrap();
    let fields = [("name", "Bob"), ("credential", credential.as_str()), ("return_to", return_to.as_str())];
    assert_eq!(browser.submit(&page, "/sign-up/link/passkey", &fields).await.location(), GOAL);
}
