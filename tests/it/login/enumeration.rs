//! Known, unknown and unproved addresses look the same to whoever does not own them.

use std::collections::BTreeMap;

use super::{MUST_VERIFY, follow_link, person};
use crate::support::app::{Reply, TestApp};

/// All of one length, so that lengths can be compared.
const KNOWN: &str = "known@example.test";
const UNPROVED: &str = "nynew@example.test";
const UNKNOWN: &str = "other@example.test";

/// What an observer sees, without what differs in any two requests.
#[derive(Debug, PartialEq)]
struct Shape {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

/// What is sealed for a browser differs each time; its length must not.
fn without_sealed(text: &str) -> String {
    let mut parts = text.split("address=");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let length = part.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter))).unwrap_or(part.len());
        format!("{all}address={length}{}", &part[length..])
    })
}

fn shape(reply: &Reply, email: &str) -> Shape {
    let csrf = reply.hidden("csrf").unwrap_or_default();
    let request_id = reply.header("x-request-id").to_owned();
    let plain = |text: &str| {
        let text = without_sealed(text).replace(email, "ADDRESS");
        [csrf.as_str(), request_id.as_str()]
            .iter()
            .filter(|part| !part.is_empty())
            .fold(text, |text, part| text.replace(part, "#"))
    };
    let headers = reply.headers.iter().map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap())));
    Shape { status: reply.status.as_u16(), headers: headers.collect(), body: plain(&reply.body) }
}

async fn shapes(test: &TestApp, path: &str, fields: impl Fn(&'static str) -> Vec<(&'static str, &'static str)>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for email in [KNOWN, UNPROVED, UNKNOWN] {
        let browser = test.browser();
        let page = browser.get(path).await;
        let reply = browser.submit(&page, path, &fields(email)).await;
        shapes.push(shape(&reply, email));
        if reply.status.is_redirection() {
            let led_to = shape(&browser.follow(reply).await, email);
            assert!(led_to.body.contains("ADDRESS"), "{path}");
            shapes.push(led_to);
        }
    }
    shapes
}

#[tokio::test]
async fn no_page_tells_who_has_an_account() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let known = person(&test, KNOWN).await;
    follow_link(&known, &test.mailed_link(KNOWN).await).await;
    person(&test, UNPROVED).await;

    let wrong_password = |email| vec![("identifier", email), ("password", "wrong horse battery")];
    let reset = |email| vec![("email", email)];
    let registration = |email| vec![("name", "Mallory"), ("email", email), ("password", "wrong horse battery")];
    for (path, shapes) in [
        ("/sign-in", shapes(&test, "/sign-in", wrong_password).await),
        ("/forgot-password", shapes(&test, "/forgot-password", reset).await),
        ("/sign-up", shapes(&test, "/sign-up", registration).await),
    ] {
        let steps = shapes.len() / 3;
        assert!(shapes.windows(steps + 1).all(|pair| pair.first() == pair.last()), "{path}: {shapes:#?}");
        assert!(shapes.iter().all(|shape| !shape.body.contains("example.test")), "{path}");
    }
}

#[tokio::test]
async fn the_owner_is_told_by_mail_what_the_page_did_not_say() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let known = person(&test, KNOWN).await;
    follow_link(&known, &test.mailed_link(KNOWN).await).await;
    let before = test.mails().await.len();
    test.browser().sign_up("Mallory", KNOWN, "wrong horse battery").await;
    let page = test.browser();
    let form = page.get("/forgot-password").await;
    page.submit(&form, "/forgot-password", &[("email", UNKNOWN)]).await;
    let mails = test.mails().await;
    assert_eq!(mails.len(), before + 1);
    assert_eq!(mails.last().unwrap().mail.to.as_str(), KNOWN);
    assert!(mails.last().unwrap().mail.text.contains("/forgot-password"));
}
