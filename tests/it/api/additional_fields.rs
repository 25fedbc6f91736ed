//! Fields that the operator declared, as programs use them: said at sign-up, changed, shown, and never set by who may not.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use vestibule::store::Store;

use super::{Call, PASSWORD, assert_error, assert_one_winner, cookies_of};
use crate::storage::on_every_engine;
use crate::support::app::{Reply, TestApp};

on_every_engine!(
    of_eight_sign_ups_with_one_value_one_succeeds,
    of_fifty_changes_to_one_value_one_succeeds,
    a_value_that_is_given_up_is_free_again
);

/// One field of every kind.
const DECLARED: &str = r#"{
    "company": { "type": "string", "required": true, "maximum_length": 20 },
    "staffNumber": { "type": "string", "unique": true },
    "seats": { "type": "number" },
    "news": { "type": "boolean", "default": false },
    "born": { "type": "date" },
    "settings": { "type": "json", "maximum_length": 200 },
    "interests": { "type": "string[]" },
    "scores": { "type": "number[]" },
    "plan": { "type": ["free", "pro"], "default": "free", "input": false },
    "rank": { "type": "number", "input": false },
    "secretNote": { "type": "string", "returned": false }
}"#;
const SESSION: &str = r#"{
    "theme": { "type": ["light", "dark"], "default": "light" },
    "tenant": { "type": "string" },
    "trust": { "type": "number", "input": false },
    "hidden": { "type": "string", "returned": false }
}"#;
const ON: [(&str, &str); 2] = [("users.additional_fields", DECLARED), ("sessions.additional_fields", SESSION)];

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

/// Signs `who` up with what else the body says.
async fn sign_up(test: &TestApp, who: &str, more: Value) -> Reply {
    let mut body = json!({ "name": who, "email": format!("{who}@example.test"), "password": PASSWORD, "company": "Acme" });
    let (Value::Object(all), Value::Object(more)) = (&mut body, more) else { panic!("an object") };
    all.extend(more);
    Call::post(test, "/sign-up/email", &body).in_browser("").send().await
}

async fn update(test: &TestApp, cookies: &str, body: Value) -> Reply {
    Call::post(test, "/update-user", &body).in_browser(cookies).send().await
}

async fn update_session(test: &TestApp, cookies: &str, body: Value) -> Reply {
    Call::post(test, "/update-session", &body).in_browser(cookies).send().await
}

async fn session(test: &TestApp, cookies: &str) -> Value {
    Call::get(test, "/get-session").in_browser(cookies).send().await.json()
}

async fn number(test: &TestApp, query: &'static str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    unit.one(query, &[]).await.unwrap().integer(0).unwrap()
}

#[tokio::test]
async fn every_kind_is_said_at_sign_up_and_shown_in_every_answer() {
    let test = start().await;
    let said = json!({
        "staffNumber": "A-1", "seats": 3.0, "news": true, "born": "1990-12-10", "settings": { "a": [1, { "b": null }] },
        "interests": ["engines", "numbers"], "scores": [1, 2.5], "secretNote": "hush",
    });
    let reply = sign_up(&test, "ann", said).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let shown = json!({
        "company": "Acme", "staffNumber": "A-1", "seats": 3, "news": true, "born": "1990-12-10T00:00:00.000Z",
        "settings": { "a": [1, { "b": null }] }, "interests": ["engines", "numbers"], "scores": [1, 2.5], "plan": "free", "rank": null,
    });
    let assert_shown = |user: &Value, place: &str| {
        for (name, value) in shown.as_object().unwrap() {
            assert_eq!(&user[name], value, "{name} {place}");
        }
        assert!(user.get("secretNote").is_none(), "{place}");
    };
    assert_shown(&reply.json()["user"], "sign-up");
    assert_shown(&session(&test, &cookies_of(&reply)).await["user"], "get-session");
    let body = json!({ "email": "ann@example.test", "password": PASSWORD });
    let signed_in = Call::post(&test, "/sign-in/email", &body).in_browser("").send().await;
    assert_shown(&signed_in.json()["user"], "sign-in");
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "another horse battery", "revokeOtherSessions": true });
    let changed = Call::post(&test, "/change-password", &change).in_browser(&cookies_of(&reply)).send().await;
    assert_shown(&changed.json()["user"], "change-password");
    assert!(!changed.body.contains("hush") && !signed_in.body.contains("hush"));
}

#[tokio::test]
async fn they_stand_in_the_order_of_their_declaration_before_the_id() {
    let test = start().await;
    let body = sign_up(&test, "ann", json!({})).await.body;
    let places: Vec<usize> = ["\"updatedAt\"", "\"company\"", "\"staffNumber\"", "\"seats\"", "\"rank\"", "\"id\""]
        .iter()
        .map(|name| body.find(name).unwrap())
        .collect();
    assert!(places.is_sorted(), "{body}");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_by_name() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({})).await);
    let deep = (0..20).fold(json!(1), |inner, _| json!([inner]));
    let cases = [
        ("company", json!(1), "VALIDATION_ERROR", "[body.company] Invalid input: expected string, received number"),
        ("company", json!("x".repeat(21)), "VALIDATION_ERROR", "[body.company] Too big: expected string to have <=20 characters"),
        ("company", json!("nul\u{0}"), "VALIDATION_ERROR", "[body.company] Invalid input"),
        ("company", json!(null), "MISSING_FIELD", "company is required"),
        ("seats", json!("3"), "VALIDATION_ERROR", "[body.seats] Invalid input: expected number, received string"),
        ("seats", json!(1e300), "VALIDATION_ERROR", "[body.seats] Invalid input"),
        ("news", json!("true"), "VALIDATION_ERROR", "[body.news] Invalid input: expected boolean, received string"),
        ("born", json!("yesterday"), "VALIDATION_ERROR", "[body.born] Invalid input"),
        ("born", json!("2026-02-30"), "VALIDATION_ERROR", "[body.born] Invalid input"),
        ("born", json!(0), "VALIDATION_ERROR", "[body.born] Invalid input: expected date, received number"),
        (
            "settings",
            json!("x".repeat(300)),
            "VALIDATION_ERROR",
            "[body.settings] Too big: expected string to have <=200 characters",
        ),
        ("settings", deep, "VALIDATION_ERROR", "[body.settings] Invalid input"),
        ("interests", json!("engines"), "VALIDATION_ERROR", "[body.interests] Invalid input: expected array, received string"),
        ("interests", json!([1]), "VALIDATION_ERROR", "[body.interests] Invalid input: expected string, received array"),
        ("scores", json!(vec![1; 101]), "VALIDATION_ERROR", "[body.scores] Too big: expected array to have <=100 items"),
        ("rank", json!(5), "FIELD_NOT_ALLOWED", "rank is not allowed to be set"),
    ];
    for (name, value, code, message) in cases {
        for reply in [
            sign_up(&test, "bob", json!({ name: value.clone() })).await,
            update(&test, &cookies, json!({ name: value.clone(), "name": "Changed" })).await,
        ] {
            assert_error(&reply, 400, code);
            assert_eq!(reply.json()["message"], message, "{name} {value}");
        }
    }
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1, "nobody was made");
    assert_eq!(session(&test, &cookies).await["user"]["name"], "ann", "nothing was changed");
}

#[tokio::test]
async fn who_leaves_out_what_everybody_must_say_is_refused_at_sign_up_alone() {
    let test = start().await;
    let body = json!({ "name": "Ann", "email": "ann@example.test", "password": PASSWORD });
    let reply = Call::post(&test, "/sign-up/email", &body).in_browser("").send().await;
    assert_error(&reply, 400, "MISSING_FIELD");
    assert_eq!(reply.json()["message"], "company is required");
    let cookies = cookies_of(&sign_up(&test, "bob", json!({})).await);
    assert_eq!(update(&test, &cookies, json!({ "seats": 4 })).await.status, 200);
    let user = session(&test, &cookies).await["user"].clone();
    assert_eq!((&user["company"], &user["seats"]), (&json!("Acme"), &json!(4)));
}

#[tokio::test]
async fn fields_change_alone_or_with_others_and_may_become_none() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({ "seats": 1, "news": true })).await);
    assert_eq!(update(&test, &cookies, json!({ "seats": null, "news": null, "name": "Ann" })).await.status, 200);
    let user = session(&test, &cookies).await["user"].clone();
    assert_eq!((&user["seats"], &user["news"], &user["name"]), (&json!(null), &json!(null), &json!("Ann")), "null is no default");
    let reply = update(&test, &cookies, json!({ "unheard": 1 })).await;
    assert_eq!((reply.status.as_u16(), reply.json()), (400, json!({ "message": "No fields to update" })));
}

#[tokio::test]
async fn s68_nobody_sets_what_is_not_theirs_by_any_key() {
    let test = start().await;
    let hostile = json!({
        "role": "admin", "emailVerified": true, "email_verified": true, "id": "mine", "createdAt": "2000-01-01T00:00:00.000Z",
        "banned": false, "is_admin": true, "org_id": "x", "password_hash": "x", "__proto__": { "plan": "pro" },
        "constructor": { "prototype": { "plan": "pro" } }, "plan": "pro", "user_id": "x", "disabledAt": null,
    });
    let reply = sign_up(&test, "ann", hostile.clone()).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let cookies = cookies_of(&reply);
    let before = session(&test, &cookies).await["user"].clone();
    assert_eq!((&before["plan"], &before["emailVerified"]), (&json!("free"), &json!(false)));
    assert_ne!(before["id"], "mine");
    assert_error(&update(&test, &cookies, json!({ "plan": "pro" })).await, 400, "FIELD_NOT_ALLOWED");
    let mut rest = hostile;
    rest.as_object_mut().unwrap().remove("plan");
    assert_eq!(update(&test, &cookies, rest).await.status, 400, "there is nothing in it to change");
    assert_eq!(session(&test, &cookies).await["user"], before);
    for value in [json!({ "__proto__": 1 }), json!([{ "a": { "constructor": 1 } }]), json!({ "prototype": {} })] {
        assert_error(&update(&test, &cookies, json!({ "settings": value })).await, 400, "VALIDATION_ERROR");
    }
    let mut unit = test.app.store.read("test").await.unwrap();
    let names = unit.all("SELECT name FROM user_field_values ORDER BY name", &[]).await.unwrap();
    assert_eq!(names.iter().map(|row| row.text(0).unwrap()).collect::<Vec<_>>(), ["company"]);
}

#[tokio::test]
async fn s68_deep_and_oversize_json_is_no_trouble() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({})).await);
    let deep = format!(r#"{{"settings":{}1{}}}"#, "[".repeat(20_000), "]".repeat(20_000));
    let reply = Call::post(&test, "/update-user", &json!({})).text("application/json", &deep).in_browser(&cookies).send().await;
    assert_eq!(reply.status, 400, "{}", reply.body);
    let large = format!(r#"{{"settings":"{}"}}"#, "x".repeat(300_000));
    let reply = Call::post(&test, "/update-user", &json!({})).text("application/json", &large).in_browser(&cookies).send().await;
    assert!(reply.status == 413 || reply.status == 400, "{} {}", reply.status, reply.body);
}

#[tokio::test]
async fn a_sign_up_for_a_known_address_shows_the_same_and_a_value_tells_nothing_of_it() {
    let test = TestApp::with(&[ON[0], ("registration.require_verified_email", "true")]).await;
    let known = sign_up(&test, "ann", json!({ "seats": 1 })).await;
    let again = sign_up(&test, "ann", json!({ "seats": 1, "staffNumber": "A-1" })).await;
    let fresh = sign_up(&test, "bob", json!({ "seats": 1, "staffNumber": "B-1" })).await;
    let shape = |reply: &Reply| {
        let mut body = reply.json();
        for name in ["id", "createdAt", "updatedAt", "email", "name", "staffNumber"] {
            body["user"][name] = json!(null);
        }
        (reply.status.as_u16(), body)
    };
    assert_eq!(known.status, 200, "{}", known.body);
    assert_eq!(shape(&again), shape(&fresh), "known and unknown addresses look the same");
    // Whoever asks with both values once more learns the same of both addresses.
    for (who, value) in [("cat", "A-1"), ("dog", "B-1")] {
        let reply = sign_up(&test, who, json!({ "staffNumber": value })).await;
        assert_error(&reply, 400, "FIELD_IS_ALREADY_TAKEN");
        assert_eq!(reply.json()["message"], "staffNumber is already taken");
    }
    // A value that is taken is said before the address is looked at.
    let both = [
        sign_up(&test, "ann", json!({ "staffNumber": "B-1" })).await,
        sign_up(&test, "eve", json!({ "staffNumber": "B-1" })).await,
    ];
    assert_eq!(both[0].body, both[1].body);
}

#[tokio::test]
async fn a_right_code_makes_an_account_only_with_what_everybody_must_say() {
    let test = TestApp::with(&[ON[0], ("email_code.enabled", "true")]).await;
    let body = json!({ "email": "ann@example.test", "type": "sign-in" });
    assert_eq!(Call::post(&test, "/email-otp/send-verification-otp", &body).send().await.status, 200);
    let mail = test.mails().await.pop().expect("a mail");
    let code: String = mail.mail.subject.chars().take(7).filter(char::is_ascii_digit).collect();
    let sign_in = async |more: Value| {
        let mut body = json!({ "email": "ann@example.test", "otp": code, "name": "Ann" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        Call::post(&test, "/sign-in/email-otp", &body).in_browser("").send().await
    };
    let wrong = json!({ "email": "ann@example.test", "otp": "000000", "company": 1 });
    let wrong = Call::post(&test, "/sign-in/email-otp", &wrong).in_browser("").send().await;
    assert_error(&wrong, 400, "INVALID_OTP");
    assert_error(&sign_in(json!({})).await, 400, "MISSING_FIELD");
    assert_error(&sign_in(json!({ "company": 1 })).await, 400, "VALIDATION_ERROR");
    assert_error(&sign_in(json!({ "company": "Acme", "rank": 9 })).await, 400, "FIELD_NOT_ALLOWED");
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 0, "the code still works");
    let reply = sign_in(json!({ "company": "Acme", "seats": 2 })).await;
    assert_eq!((reply.status.as_u16(), &reply.json()["user"]["seats"]), (200, &json!(2)), "{}", reply.body);
    assert_error(&sign_in(json!({ "company": "Acme" })).await, 400, "INVALID_OTP");
}

#[tokio::test]
async fn sessions_have_fields_of_their_own() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({})).await);
    let before = session(&test, &cookies).await["session"].clone();
    assert_eq!((&before["theme"], &before["tenant"], &before["trust"]), (&json!("light"), &json!(null), &json!(null)));
    assert!(before.get("hidden").is_none());
    let reply =
        update_session(&test, &cookies, json!({ "theme": "dark", "tenant": "acme", "hidden": "hush", "userId": "x" })).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let shown = reply.json()["session"].clone();
    assert_eq!((&shown["theme"], &shown["tenant"], &shown["userId"]), (&json!("dark"), &json!("acme"), &before["userId"]));
    assert!(!reply.body.contains("hush"));
    assert_eq!(session(&test, &cookies).await["session"], shown);
    for (body, code) in [
        (json!({ "theme": "blue" }), "VALIDATION_ERROR"),
        (json!({ "tenant": 1 }), "VALIDATION_ERROR"),
        (json!({ "trust": 1 }), "FIELD_NOT_ALLOWED"),
    ] {
        assert_error(&update_session(&test, &cookies, body).await, 400, code);
    }
    for body in [json!({}), json!({ "expiresAt": "2099-01-01T00:00:00.000Z", "token": "x", "ipAddress": "x", "id": "x" })] {
        let reply = update_session(&test, &cookies, body).await;
        assert_eq!((reply.status.as_u16(), reply.json()), (400, json!({ "message": "No fields to update" })));
    }
    assert_error(&update_session(&test, "", json!({ "theme": "dark" })).await, 401, "UNAUTHORIZED");
    let other = Call::post(&test, "/sign-in/email", &json!({ "email": "ann@example.test", "password": PASSWORD }))
        .in_browser("")
        .send()
        .await;
    assert_eq!(session(&test, &cookies_of(&other)).await["session"]["theme"], "light", "another session is another");
    let list = Call::get(&test, "/list-sessions").in_browser(&cookies).send().await.json();
    assert_eq!(list.as_array().unwrap().iter().map(|one| one["theme"].clone()).collect::<Vec<_>>(), ["dark", "light"]);
}

#[tokio::test]
async fn where_nothing_is_declared_nothing_is_read_or_kept() {
    let test = TestApp::start().await;
    let reply = sign_up(&test, "ann", json!({ "plan": "pro" })).await;
    assert_eq!(reply.status, 200);
    assert!(reply.json()["user"].get("company").is_none());
    assert_eq!(number(&test, "SELECT count(*) FROM user_field_values").await, 0);
}

async fn of_eight_sign_ups_with_one_value_one_succeeds(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let mut tries = JoinSet::new();
    for round in 0..8 {
        let test = Arc::clone(&test);
        tries.spawn(async move { sign_up(&test, &format!("ann{round}"), json!({ "staffNumber": "the-one" })).await });
    }
    assert_one_winner(&tries.join_all().await, "FIELD_IS_ALREADY_TAKEN");
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1, "the losers have no account");
    assert_eq!(number(&test, "SELECT count(*) FROM user_field_claims").await, 1);
}

async fn of_fifty_changes_to_one_value_one_succeeds(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let mut people = Vec::new();
    for round in 0..50 {
        people.push(cookies_of(&sign_up(&test, &format!("ann{round}"), json!({})).await));
    }
    let mut tries = JoinSet::new();
    for cookies in people {
        let test = Arc::clone(&test);
        tries.spawn(async move { update(&test, &cookies, json!({ "staffNumber": "the-one" })).await });
    }
    assert_one_winner(&tries.join_all().await, "FIELD_IS_ALREADY_TAKEN");
    assert_eq!(number(&test, "SELECT count(*) FROM user_field_values WHERE name = 'staffNumber'").await, 1);
}

async fn a_value_that_is_given_up_is_free_again(store: Store) {
    let test = TestApp::on(store, &ON).await;
    let ann = cookies_of(&sign_up(&test, "ann", json!({ "staffNumber": "A-1" })).await);
    let bob = cookies_of(&sign_up(&test, "bob", json!({})).await);
    assert_error(&update(&test, &bob, json!({ "staffNumber": "A-1" })).await, 400, "FIELD_IS_ALREADY_TAKEN");
    assert_eq!(update(&test, &ann, json!({ "staffNumber": "A-1" })).await.status, 200, "one's own");
    assert_eq!(update(&test, &ann, json!({ "staffNumber": "A-2" })).await.status, 200);
    assert_eq!(update(&test, &bob, json!({ "staffNumber": "A-1" })).await.status, 200);
    assert_error(&update(&test, &ann, json!({ "staffNumber": "A-1" })).await, 400, "FIELD_IS_ALREADY_TAKEN");
    assert_eq!(session(&test, &ann).await["user"]["staffNumber"], "A-2");
}
