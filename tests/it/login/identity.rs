//! Proving again that it is still the same person.

use std::time::Duration;

use serde_json::json;

use super::{ADA, PASSWORD, person};
use crate::api::{Call, cookies_of};
use crate::support::app::TestApp;
use crate::support::phones::{NUMBER, ask, texted_code, with_phones};

#[tokio::test]
async fn the_right_password_leads_back() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.get("/confirm-identity?return_to=/account/security").await;
    assert_eq!(page.hidden("return_to").unwrap(), "/account/security");
    let fields = [("password", PASSWORD), ("return_to", "/account/security")];
    assert_eq!(browser.submit(&page, "/confirm-identity", &fields).await.location(), "/account/security");
}

#[tokio::test]
async fn a_wrong_one_does_not_and_too_many_close_it() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.get("/confirm-identity?return_to=/account/security").await;
    for _ in 0..20 {
        let reply = browser.submit(&page, "/confirm-identity", &[("password", "wrong horse battery")]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.body.contains("That is not your password."));
    }
    assert_eq!(browser.submit(&page, "/confirm-identity", &[("password", PASSWORD)]).await.status, 429);
    // One counter for every path.
    assert_eq!(test.browser().sign_in(ADA, PASSWORD).await.status, 429);
}

#[tokio::test]
async fn who_is_signed_out_signs_in_and_comes_back() {
    let test = TestApp::start().await;
    let reply = test.get("/confirm-identity?return_to=/account/security").await;
    assert_eq!(reply.location(), "/sign-in?return_to=%2Faccount%2Fsecurity");
}

#[tokio::test]
async fn no_other_site_is_a_way_back() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.get("/confirm-identity?return_to=https://evil.example/").await;
    assert_eq!(page.hidden("return_to").unwrap(), "/account");
    let fields = [("password", PASSWORD), ("return_to", "//evil.example")];
    assert_eq!(browser.submit(&page, "/confirm-identity", &fields).await.location(), "/account");
}

/// Who signs in by messages alone has no password to type: the same messages prove who they are.
#[tokio::test]
async fn who_has_only_a_mailbox_or_a_phone_signs_in_again_by_it() {
    let ways = [
        ("phone.sign_up", "true"),
        ("phone.password", "false"),
        ("email_code.enabled", "true"),
        ("magic_link.enabled", "true"),
        ("passkey.enabled", "true"),
    ];
    let test = with_phones(&ways).await;
    ask(&test, NUMBER).await;
    let code = texted_code(&test, NUMBER).await;
    let body = json!({ "phoneNumber": NUMBER, "code": code });
    let by_phone = Call::post(&test, "/phone-number/verify", &body).send().await;
    Call::post(&test, "/email-otp/send-verification-otp", &json!({ "email": ADA, "type": "sign-in" })).send().await;
    let code = mailed_code(&test).await;
    let by_mail = Call::post(&test, "/sign-in/email-otp", &json!({ "email": ADA, "otp": code })).send().await;
    test.advance(Duration::from_secs(11 * 60));
    for (made, mine, others) in [
        (by_phone, vec!["phone-code"], ["magic-link", "email-code"].as_slice()),
        (by_mail, vec!["magic-link", "email-code"], &["phone-code"]),
    ] {
        assert_eq!(made.status, 200, "{}", made.body);
        let browser = test.browser();
        for (name, value) in cookies_of(&made).split("; ").filter_map(|pair| pair.split_once('=')) {
            browser.set_cookie(name, value);
        }
        let stale = browser.get("/account/passkeys").await;
        assert_eq!(stale.location(), "/confirm-identity?return_to=%2Faccount%2Fpasskeys");
        let page = browser.get(stale.location()).await;
        assert!(!page.body.contains("name=\"password\""), "there is none: {}", page.body);
        assert!(mine.iter().all(|way| page.body.contains(&format!("id=\"{way}\""))), "{}", page.body);
        assert!(others.iter().all(|way| !page.body.contains(&format!("id=\"{way}\""))), "{}", page.body);
        let (identifier, return_to) = (page.hidden("identifier").unwrap(), page.hidden("return_to").unwrap());
        let fields = [("identifier", identifier.as_str()), ("return_to", return_to.as_str()), ("remember", "on")];
        let (path, goal) = if mine.contains(&"phone-code") {
            ("/sign-in/phone", "/sign-in/phone-code")
        } else {
            ("/sign-in/email-code", "/sign-in/code")
        };
        let asked = browser.submit(&page, path, &fields).await;
        let page = browser.get(asked.location()).await;
        let code = if path == "/sign-in/phone" { texted_code(&test, NUMBER).await } else { mailed_code(&test).await };
        let (address, return_to) = (page.hidden("address").unwrap(), page.hidden("return_to").unwrap());
        let fields = [
            ("address", address.as_str()),
            ("code", &code),
            ("return_to", &return_to),
            ("remember", "on"),
            ("action", "sign-in"),
        ];
        assert_eq!(browser.submit(&page, goal, &fields).await.location(), "/account/passkeys");
        assert_eq!(browser.get("/account/passkeys").await.status, 200);
    }
}

async fn mailed_code(test: &TestApp) -> String {
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.to.as_str() == ADA).expect("a mail was sent");
    mail.mail.subject.chars().filter(char::is_ascii_digit).take(6).collect()
}
