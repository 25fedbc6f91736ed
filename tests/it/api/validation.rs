//! Fields and their faults, in the words of the reference's validator.

use serde_json::{Value, json};

use super::{Call, PASSWORD, assert_error, sign_up};
use crate::support::app::TestApp;

#[tokio::test]
async fn faults_are_named_in_order_and_all_at_once() {
    let test = TestApp::start().await;
    let undefined = "Invalid input: expected string, received undefined";
    let sign_up_nothing = format!("[body.name] {undefined}; [body.email] {undefined}; [body.password] {undefined}");
    let table: &[(&str, Value, &str)] = &[
        ("/sign-up/email", json!({}), &sign_up_nothing),
        (
            "/sign-up/email",
            json!([]),
            "[body] Invalid input: expected object, received array; [body] Invalid input: expected record, received array",
        ),
        ("/sign-in/email", json!(null), "[body] Invalid input: expected object, received null"),
        ("/update-user", json!("text"), "[body] Invalid input: expected record, received string"),
        (
            "/sign-up/email",
            json!({ "name": "Ann", "email": "bücher@example.test", "password": "", "rememberMe": "x" }),
            "[body.email] Invalid email address; [body.password] Too small: expected string to have >=1 characters; \
             [body.rememberMe] Invalid input: expected boolean, received string",
        ),
        (
            "/change-password",
            json!({ "currentPassword": 1, "newPassword": null }),
            "[body.newPassword] Invalid input: expected string, received null; \
             [body.currentPassword] Invalid input: expected string, received number",
        ),
        ("/revoke-session", json!({ "token": {} }), "[body.token] Invalid input: expected string, received object"),
        ("/unlink-account", json!({ "accountId": "a\0b" }), "[body.accountId] Invalid input"),
    ];
    for (path, body, message) in table {
        let reply = Call::post(&test, path, body).send().await;
        assert_error(&reply, 400, "VALIDATION_ERROR");
        assert_eq!(reply.json()["message"], *message, "{path} {body}");
    }
}

#[tokio::test]
async fn a_repeated_query_parameter_is_a_list() {
    let test = TestApp::start().await;
    let reply = Call::get(&test, "/verify-email?token=a&token=b").send().await;
    assert_eq!(reply.json()["message"], "[query.token] Invalid input: expected string, received array");
}

#[tokio::test]
async fn passwords_have_their_lengths() {
    let test = TestApp::start().await;
    let sign_up = |password: String| {
        Call::post(&test, "/sign-up/email", &json!({ "name": "", "email": "ann@example.test", "password": password })).send()
    };
    assert_error(&sign_up("1234567".to_owned()).await, 400, "PASSWORD_TOO_SHORT");
    assert_error(&sign_up("p".repeat(129)).await, 400, "PASSWORD_TOO_LONG");
    assert_eq!(sign_up("ääääääää".to_owned()).await.status, 200);
}

#[tokio::test]
async fn a_sign_in_takes_any_text_for_an_address() {
    let test = TestApp::start().await;
    let sign_in = |email: &str| Call::post(&test, "/sign-in/email", &json!({ "email": email, "password": PASSWORD })).send();
    for malformed in ["nobody", "", " ann@example.test "] {
        assert_error(&sign_in(malformed).await, 400, "INVALID_EMAIL");
    }
    assert_error(&sign_in("ann@example.test").await, 401, "INVALID_EMAIL_OR_PASSWORD");
}

#[tokio::test]
async fn a_profile_changes_only_in_name_and_picture() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let update = async |body: Value| Call::post(&test, "/update-user", &body).in_browser(&cookies).send().await;
    assert_error(&update(json!({ "email": "x@example.test", "name": "N" })).await, 400, "EMAIL_CAN_NOT_BE_UPDATED");
    for nothing in [json!({}), json!({ "email": "" }), json!({ "emailVerified": true }), json!({ "id": "x" })] {
        let reply = update(nothing).await;
        assert_eq!((reply.status.as_u16(), reply.json()), (400, json!({ "message": "No fields to update" })));
    }
    assert_error(&update(json!({ "name": null })).await, 400, "VALIDATION_ERROR");
    assert_eq!(
        update(json!({ "image": "https://img.test/a.png", "emailVerified": true })).await.json(),
        json!({ "status": true })
    );
    assert_eq!(update(json!({ "image": null, "name": "" })).await.status, 200);
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json();
    assert_eq!(
        (&session["user"]["name"], &session["user"]["image"], &session["user"]["emailVerified"]),
        (&json!(""), &Value::Null, &json!(false))
    );
}
