//! Every path on which an account could be made, under each rule about who may.

use serde_json::{Value, json};
use vestibule::store::users;

use super::{ADA, PASSWORD};
use crate::api::siwe::TestWallet;
use crate::support::app::{Reply, TestApp, json_request};
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::{NUMBER, PHONES, ask as ask_for_text, texted_code, texts};

/// Everything that makes accounts, turned on.
const ALL: [(&str, &str); 6] = [
    ("magic_link.enabled", "true"),
    ("email_code.enabled", "true"),
    ("siwe.enabled", "true"),
    ("passkey.enabled", "true"),
    ("phone.sign_up", "true"),
    ("anonymous.enabled", "true"),
];

async fn post(test: &TestApp, path: &str, body: Value) -> Reply {
    test.send(json_request("POST", &format!("/api/auth{path}"), &body)).await
}

async fn people(test: &TestApp) -> usize {
    let mut unit = test.app.store.read("test").await.unwrap();
    let everybody = users::page(&mut unit, "", 100).await.unwrap();
    everybody.iter().filter(|user| !user.is_anonymous).count()
}

/// Tries each path once and says which of them made an account.
async fn tried(test: &TestApp) -> Vec<&'static str> {
    let mut made = Vec::new();
    let mut before = people(test).await;
    let mut note = async |path: &'static str| {
        let now = people(test).await;
        if now > before {
            made.push(path);
        }
        before = now;
    };

    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let form = [("name", "Ada"), ("email", "page@example.test"), ("password", PASSWORD)];
    browser.submit(&page, "/sign-up", &form).await;
    note("page").await;

    post(test, "/sign-up/email", json!({ "name": "Ada", "email": "json@example.test", "password": PASSWORD })).await;
    note("json").await;

    post(test, "/sign-in/magic-link", json!({ "email": "link@example.test" })).await;
    let links: Vec<_> = test.mails().await.into_iter().filter(|mail| mail.mail.to.as_str() == "link@example.test").collect();
    if let Some(mail) = links.last() {
        let token = mail.mail.text.split("token=").nth(1).unwrap().split(['&', '\n', '\r', ' ']).next().unwrap().to_owned();
        let fetched = axum::http::Request::get(format!("/api/auth/magic-link/verify?token={token}"))
            .header("host", "localhost:9180")
            .header("sec-fetch-mode", "cors")
            .body(axum::body::Body::empty())
            .unwrap();
        test.send(fetched).await;
    }
    note("magic link").await;

    post(test, "/email-otp/send-verification-otp", json!({ "email": "code@example.test", "type": "sign-in" })).await;
    let codes: Vec<_> = test.mails().await.into_iter().filter(|mail| mail.mail.to.as_str() == "code@example.test").collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).take(6).collect::<String>();
    let code = codes.last().map_or_else(|| "000000".to_owned(), |mail| digits(&mail.mail.subject));
    post(test, "/sign-in/email-otp", json!({ "email": "code@example.test", "otp": code })).await;
    note("mail code").await;

    ask_for_text(test, NUMBER).await;
    let code = if texts(test, NUMBER).await == 0 { "000000".to_owned() } else { texted_code(test, NUMBER).await };
    post(test, "/phone-number/verify", json!({ "phoneNumber": NUMBER, "code": code })).await;
    note("phone").await;

    let wallet = TestWallet::new("ada");
    let nonce = post(test, "/siwe/nonce", json!({})).await.json()["nonce"].as_str().unwrap().to_owned();
    let message = wallet.message(test, &nonce);
    post(test, "/siwe/verify", wallet.signed(&message)).await;
    note("wallet").await;

    super::wallet::sign_in_on_the_page(&test.browser(), &TestWallet::new("page")).await;
    note("wallet on the page").await;

    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let asked = [("name", "Ada"), ("email", "passkey@example.test"), ("action", "passkey")];
    browser.submit(&page, "/sign-up/passkey", &asked).await;
    let mailed = test.mails().await.into_iter().rev().find(|mail| mail.mail.to.as_str() == "passkey@example.test");
    if mailed.is_some() {
        let page = browser.get(&test.mailed_link("passkey@example.test").await).await;
        let token = page.hidden("token").unwrap();
        let options = browser.get(&format!("/sign-up/link/passkey-options?token={token}")).await.json();
        let credential = PasskeyDevice::default().create(&options).to_string();
        browser.submit(&page, "/sign-up/link/passkey", &[("name", "Ada"), ("credential", &credential)]).await;
    }
    note("passkey").await;

    let anonymous = test.browser();
    let begun = post(test, "/sign-in/anonymous", json!({})).await;
    for cookie in begun.headers.get_all("set-cookie") {
        let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
        anonymous.set_cookie(name, value);
    }
    let page = anonymous.get("/sign-in").await;
    let form = [("name", "Ada"), ("email", "upgrade@example.test"), ("password", PASSWORD)];
    anonymous.submit(&page, "/sign-up", &form).await;
    note("anonymous who signs up").await;
    made
}

const EVERY_PATH: [&str; 9] =
    ["page", "json", "magic link", "mail code", "phone", "wallet", "wallet on the page", "passkey", "anonymous who signs up"];

async fn under(rule: &'static str) -> TestApp {
    let mut values = ALL.to_vec();
    values.extend(PHONES);
    values.push(("registration.sign_up", rule));
    values.push(("registration.sign_up_domains", "elsewhere.test"));
    TestApp::with(&values).await
}

#[tokio::test]
async fn open_means_every_path_and_closed_means_none() {
    assert_eq!(tried(&under("open").await).await, EVERY_PATH);
    for rule in ["domains", "invitation", "off"] {
        assert_eq!(tried(&under(rule).await).await, Vec::<&str>::new(), "{rule}");
    }
}

#[tokio::test]
async fn a_closed_sign_up_says_the_same_of_every_address() {
    for rule in ["invitation", "off"] {
        let test = under(rule).await;
        super::invitations::invite(&test, ADA, vestibule::model::user::Role::User).await;
        test.deliver_mail().await;
        let known = "known@example.test";
        vestibule::users::operator::add(
            &test.app,
            vestibule::users::operator::NewUser {
                email: vestibule::model::email::EmailAddress::parse(known).unwrap(),
                name: "Known".to_owned(),
                password: vestibule::model::password::Password::entered(PASSWORD).unwrap(),
                role: vestibule::model::user::Role::User,
                fields: Default::default(),
            },
            &Default::default(),
            test.app.clock.now(),
        )
        .await
        .unwrap();
        let mut answers = Vec::new();
        for email in [known, ADA, "unknown@example.test"] {
            let json = post(&test, "/sign-up/email", json!({ "name": "A", "email": email, "password": PASSWORD })).await;
            let browser = test.browser();
            let page = browser.get("/sign-in").await;
            let form = [("name", "A"), ("email", email), ("password", PASSWORD)];
            let sent = browser.submit(&page, "/sign-up", &form).await;
            let passkey = browser.submit(&page, "/sign-up/passkey", &form).await;
            assert_eq!(json.json()["code"], "EMAIL_PASSWORD_SIGN_UP_DISABLED");
            let code = |reply: &Reply| (reply.status.as_u16(), reply.text_of("error-code"), reply.headers.len());
            answers.push((json.status.as_u16(), json.body, code(&sent), code(&passkey)));
        }
        assert!(answers.windows(2).all(|pair| pair.first() == pair.last()), "{rule}: {answers:#?}");
    }
}
