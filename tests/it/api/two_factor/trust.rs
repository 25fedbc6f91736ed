//! Browsers that a person trusts.

use std::time::Duration;

use serde_json::json;

use super::super::{PASSWORD, cookies_of, removed_cookies};
use super::{Enrolled, next_step, post, start};
use crate::support::app::TestApp;

/// The cookies of a browser that is trusted, after it signed in.
pub(super) async fn trusted(test: &TestApp, person: &Enrolled) -> String {
    let cookies = person.challenged(test).await;
    let body = json!({ "code": person.code(test), "trustDevice": true });
    let reply = post(test, "/two-factor/verify-totp", &body, &cookies).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    next_step(test);
    cookies_of(&reply)
}

async fn is_trusted(test: &TestApp, person: &Enrolled, cookies: &str) -> bool {
    person.sign_in(test, cookies).await.json()["token"].is_string()
}

#[tokio::test]
async fn a_trusted_browser_is_not_asked_and_its_secret_changes_at_each_use() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let first = trusted(&test, &ann).await;
    test.advance(Duration::from_secs(29 * 24 * 3600));
    let reply = ann.sign_in(&test, &first).await;
    assert!(reply.json()["token"].is_string(), "{}", reply.body);
    let second = cookies_of(&reply);
    assert!(!is_trusted(&test, &ann, &first).await, "what was shown once is worth nothing");
    test.advance(Duration::from_secs(29 * 24 * 3600));
    assert!(is_trusted(&test, &ann, &second).await);
}

#[tokio::test]
async fn trust_ends_after_thirty_days() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = trusted(&test, &ann).await;
    test.advance(Duration::from_secs(30 * 24 * 3600));
    let reply = ann.sign_in(&test, &cookies).await;
    assert_eq!(reply.json()["twoFactorRedirect"], json!(true));
    assert!(removed_cookies(&reply).contains(&"vestibule.trust_device".to_owned()));
}

#[tokio::test]
async fn trust_is_one_persons() {
    let test = start().await;
    let (ann, bob) = (Enrolled::new(&test, "ann").await, Enrolled::new(&test, "bob").await);
    let cookies = trusted(&test, &ann).await;
    assert!(!is_trusted(&test, &bob, &cookies).await);
    assert!(is_trusted(&test, &ann, &cookies).await, "and stays hers");
}

#[tokio::test]
async fn trust_ends_with_a_change_of_password() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = trusted(&test, &ann).await;
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "staple clip paper glue" });
    assert_eq!(post(&test, "/change-password", &change, &ann.cookies).await.status, 200);
    let credentials = json!({ "email": ann.email, "password": "staple clip paper glue" });
    assert_eq!(post(&test, "/sign-in/email", &credentials, &cookies).await.json()["twoFactorRedirect"], json!(true));
}

#[tokio::test]
async fn trust_ends_with_signing_out_everywhere() {
    let test = start().await;
    let ann = Enrolled::new(&test, "ann").await;
    let cookies = trusted(&test, &ann).await;
    assert_eq!(post(&test, "/revoke-other-sessions", &json!({}), &ann.cookies).await.status, 200);
    assert!(!is_trusted(&test, &ann, &cookies).await);
}
