//! Signing up as JSON with an invitation, and where accounts are made by invitation alone.

use serde_json::{Value, json};
use vestibule::model::user::Role;

use super::{Call, PASSWORD, assert_error, cookies_of};
use crate::login::invitations::{BY_INVITATION, invite};
use crate::support::app::{Reply, TestApp};

const ADA: &str = "ada@example.test";

async fn sign_up(test: &TestApp, email: &str, invitation: Option<&str>) -> Reply {
    let mut body = json!({ "name": "Ada", "email": email, "password": PASSWORD });
    if let Some(secret) = invitation {
        body["invitation"] = Value::from(secret);
    }
    Call::post(test, "/sign-up/email", &body).send().await
}

#[tokio::test]
async fn an_invitation_makes_the_account_and_signs_in() {
    let test = TestApp::with(&[BY_INVITATION, ("registration.require_verified_email", "true")]).await;
    assert_error(&sign_up(&test, ADA, None).await, 400, "EMAIL_PASSWORD_SIGN_UP_DISABLED");
    let invited = invite(&test, ADA, Role::User).await;
    let reply = sign_up(&test, "Ada@Example.test", Some(&invited.secret)).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let body = reply.json();
    assert_eq!((&body["user"]["email"], &body["user"]["emailVerified"]), (&json!(ADA), &json!(true)));
    assert!(body["token"].is_string());
    let session = Call::get(&test, "/get-session").in_browser(&cookies_of(&reply)).send().await.json();
    assert_eq!(session["user"]["email"], ADA);
    assert_error(&sign_up(&test, ADA, Some(&invited.secret)).await, 400, "INVITATION_NOT_FOUND");
}

#[tokio::test]
async fn another_address_a_wrong_and_an_old_token_are_one_answer() {
    for rule in ["invitation", "open"] {
        let test = TestApp::with(&[("registration.sign_up", rule)]).await;
        let old = invite(&test, ADA, Role::User).await;
        let new = invite(&test, ADA, Role::User).await;
        let answers = [
            sign_up(&test, "mallory@example.test", Some(&new.secret)).await,
            sign_up(&test, ADA, Some("wrong")).await,
            sign_up(&test, ADA, Some("")).await,
            sign_up(&test, ADA, Some(&old.secret)).await,
        ];
        for answer in &answers {
            assert_error(answer, 400, "INVITATION_NOT_FOUND");
        }
        assert_eq!(sign_up(&test, ADA, Some(&new.secret)).await.status, 200, "{rule}: it is still there for whom it was made");
    }
}

#[tokio::test]
async fn a_fault_in_the_body_leaves_the_invitation() {
    let test = TestApp::with(&[BY_INVITATION]).await;
    let invited = invite(&test, ADA, Role::User).await;
    let body = json!({ "name": "Ada", "email": ADA, "password": "short", "invitation": invited.secret });
    assert_error(&Call::post(&test, "/sign-up/email", &body).send().await, 400, "PASSWORD_TOO_SHORT");
    assert_eq!(sign_up(&test, ADA, Some(&invited.secret)).await.status, 200);
}
