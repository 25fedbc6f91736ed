//! Sessions: their cookies, their extension, their list and their end.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Call, PASSWORD, assert_error, cookies_of, removed_cookies, sign_up};
use crate::support::app::{Reply, TestApp};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const MINUTE: Duration = Duration::from_secs(60);

async fn sign_in(test: &TestApp, more: Value) -> Reply {
    let mut body = json!({ "email": "ann@example.test", "password": PASSWORD });
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    Call::post(test, "/sign-in/email", &body).send().await
}

async fn get_session(test: &TestApp, cookies: &str) -> Reply {
    Call::get(test, "/get-session").in_browser(cookies).send().await
}

#[tokio::test]
async fn answers_have_the_fields_of_the_reference_in_its_order() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let reply = get_session(&test, &cookies).await;
    let json = reply.json();
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json), ["session", "user"]);
    assert_eq!(
        keys(&json["session"]),
        ["expiresAt", "token", "createdAt", "updatedAt", "ipAddress", "userAgent", "userId", "id"]
    );
    assert_eq!(keys(&json["user"]), ["name", "email", "emailVerified", "image", "createdAt", "updatedAt", "id"]);
    assert!(cookies.contains(json["session"]["token"].as_str().expect("a text")));
}

#[tokio::test]
async fn a_session_that_is_used_is_extended_once_a_day() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    test.advance(DAY - MINUTE);
    assert_eq!(get_session(&test, &cookies).await.header("set-cookie"), "");
    test.advance(2 * MINUTE);
    let looked = Call::get(&test, "/get-session?disableRefresh=true").in_browser(&cookies).send().await;
    assert_eq!(looked.header("set-cookie"), "");
    // Whatever the answer says.
    let refused = Call::get(&test, "/list-sessions").in_browser(&cookies).send().await;
    assert_error(&refused, 403, "SESSION_NOT_FRESH");
    assert!(refused.header("set-cookie").contains("Max-Age=604800"), "{}", refused.header("set-cookie"));
    assert_eq!(get_session(&test, &cookies).await.header("set-cookie"), "");
    test.advance(7 * DAY + MINUTE);
    let dead = get_session(&test, &cookies).await;
    assert_eq!(dead.body, "null");
    assert_eq!(removed_cookies(&dead).len(), 3);
}

#[tokio::test]
async fn a_session_that_is_not_remembered_ends_within_a_day() {
    let test = TestApp::start().await;
    sign_up(&test, "ann").await;
    let reply = sign_in(&test, json!({ "rememberMe": false })).await;
    let set: Vec<&str> = reply.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok()).collect();
    assert!(set.len() == 2 && set.iter().all(|cookie| !cookie.contains("Max-Age")), "{set:?}");
    let cookies = cookies_of(&reply);
    test.advance(DAY - MINUTE);
    assert_ne!(get_session(&test, &cookies).await.body, "null");
    test.advance(2 * MINUTE);
    assert_eq!(get_session(&test, &cookies).await.body, "null");
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_owner_only() {
    let test = TestApp::start().await;
    let first = sign_up(&test, "ann").await;
    let foreign = sign_up(&test, "eve").await;
    test.advance(MINUTE);
    let second = cookies_of(&sign_in(&test, json!({})).await);
    let list = Call::get(&test, "/list-sessions").in_browser(&first).send().await.json();
    let tokens: Vec<&str> = list.as_array().expect("a list").iter().filter_map(|row| row["token"].as_str()).collect();
    assert!(tokens.len() == 2 && first.contains(tokens[0]) && second.contains(tokens[1]), "{list}");
    let revoke =
        |cookies: &str, token: &str| Call::post(&test, "/revoke-session", &json!({ "token": token })).in_browser(cookies);
    assert_eq!(revoke(&foreign, tokens[0]).send().await.json(), json!({ "status": true }));
    assert_ne!(get_session(&test, &first).await.body, "null", "somebody else's token ends nothing");
    revoke(&first, tokens[1]).send().await;
    assert_eq!(get_session(&test, &second).await.body, "null");
    assert_eq!(removed_cookies(&revoke(&first, tokens[0]).send().await).len(), 3);
}

#[tokio::test]
async fn the_list_shows_ids_where_tokens_are_not_to_be_shown() {
    let test = TestApp::with(&[("sessions.list_tokens", "false")]).await;
    let first = sign_up(&test, "ann").await;
    let second = cookies_of(&sign_in(&test, json!({})).await);
    let list = Call::get(&test, "/list-sessions").in_browser(&first).send().await.json();
    for row in list.as_array().expect("a list") {
        assert_eq!(row["token"], row["id"]);
    }
    let own = get_session(&test, &first).await.json()["session"]["id"].clone();
    let other = list.as_array().expect("a list").iter().find(|row| row["id"] != own).expect("another")["token"].clone();
    Call::post(&test, "/revoke-session", &json!({ "token": other })).in_browser(&first).send().await;
    assert_eq!(get_session(&test, &second).await.body, "null");
}

#[tokio::test]
async fn bearer_tokens_work_only_where_they_are_allowed() {
    let closed = TestApp::start().await;
    sign_up(&closed, "ann").await;
    let reply = sign_in(&closed, json!({})).await;
    assert_eq!(reply.header("set-auth-token"), "");
    let token = reply.json()["token"].as_str().expect("a token").to_owned();
    let bearer = |test, token: &str| Call::get(test, "/get-session").with("authorization", &format!("Bearer {token}")).send();
    assert_eq!(bearer(&closed, &token).await.body, "null");

    let open = TestApp::with(&[("bearer.enabled", "true")]).await;
    sign_up(&open, "ann").await;
    let reply = sign_in(&open, json!({})).await;
    let signed = reply.header("set-auth-token").to_owned();
    let token = reply.json()["token"].as_str().expect("a token").to_owned();
    for shown in [&token, &signed] {
        assert_eq!(bearer(&open, shown).await.json()["session"]["token"], token.as_str());
    }
    let forged = format!("{token}.{}=", "A".repeat(43));
    assert_eq!(bearer(&open, &forged).await.body, "null");
}

#[tokio::test]
async fn a_changed_password_ends_the_others_when_asked() {
    let test = TestApp::start().await;
    let first = sign_up(&test, "ann").await;
    let second = cookies_of(&sign_in(&test, json!({})).await);
    let change = |current: &str| {
        let body = json!({ "currentPassword": current, "newPassword": "another good password", "revokeOtherSessions": true });
        Call::post(&test, "/change-password", &body).in_browser(&first)
    };
    assert_error(&change("wrong password").send().await, 400, "INVALID_PASSWORD");
    let changed = change(PASSWORD).send().await;
    let renewed = cookies_of(&changed);
    assert!(renewed.contains(changed.json()["token"].as_str().expect("a token")));
    for (cookies, alive) in [(&first, false), (&second, false), (&renewed, true)] {
        assert_eq!(get_session(&test, cookies).await.body != "null", alive);
    }
}

#[tokio::test]
async fn the_only_way_in_stays() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    let accounts = Call::get(&test, "/list-accounts").in_browser(&cookies).send().await.json();
    assert_eq!((&accounts[0]["providerId"], &accounts[0]["scopes"]), (&json!("credential"), &json!([])));
    let body = json!({ "accountId": accounts[0]["id"] });
    let reply = Call::post(&test, "/unlink-account", &body).in_browser(&cookies).send().await;
    assert_error(&reply, 400, "FAILED_TO_UNLINK_LAST_ACCOUNT");
}

#[tokio::test]
async fn signing_up_tells_nothing_where_addresses_must_be_verified() {
    let test = TestApp::with(&[("registration.require_verified_email", "true")]).await;
    let body = json!({ "name": "Ann", "email": "ann@example.test", "password": PASSWORD });
    let first = Call::post(&test, "/sign-up/email", &body).send().await.json();
    let second = Call::post(&test, "/sign-up/email", &body).send().await.json();
    for reply in [&first, &second] {
        assert_eq!((&reply["token"], &reply["user"]["email"]), (&Value::Null, &json!("ann@example.test")));
    }
    assert_ne!(first["user"]["id"], second["user"]["id"]);
    assert_error(&sign_in(&test, json!({})).await, 403, "EMAIL_NOT_VERIFIED");
}
