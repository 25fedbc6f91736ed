//! Usernames as programs use them: signing up and in with one, changing it, asking whether it is free.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use vestibule::model::ids::UserId;
use vestibule::store::Store;

use super::{Call, PASSWORD, assert_error, assert_one_winner, cookies_of};
use crate::storage::on_every_engine;
use crate::support::app::{Reply, TestApp};

on_every_engine!(of_eight_sign_ups_with_one_username_one_succeeds, of_fifty_changes_to_one_username_one_succeeds);

const ON: [(&str, &str); 1] = [("username.enabled", "true")];

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

/// Signs `who` up with what else the body says.
async fn sign_up(test: &TestApp, who: &str, more: Value) -> Reply {
    let mut body = json!({ "name": who, "email": format!("{who}@example.test"), "password": PASSWORD });
    let (Value::Object(all), Value::Object(more)) = (&mut body, more) else { panic!("an object") };
    all.extend(more);
    Call::post(test, "/sign-up/email", &body).in_browser("").send().await
}

async fn sign_in(test: &TestApp, username: &str, password: &str) -> Reply {
    let body = json!({ "username": username, "password": password });
    Call::post(test, "/sign-in/username", &body).in_browser("").send().await
}

async fn update(test: &TestApp, cookies: &str, body: Value) -> Reply {
    Call::post(test, "/update-user", &body).in_browser(cookies).send().await
}

/// Username and display username, as the session says them.
async fn names(test: &TestApp, cookies: &str) -> (Value, Value) {
    let user = Call::get(test, "/get-session").in_browser(cookies).send().await.json()["user"].clone();
    (user["username"].clone(), user["displayUsername"].clone())
}

async fn available(test: &TestApp, username: &str) -> Value {
    Call::post(test, "/is-username-available", &json!({ "username": username })).send().await.json()["available"].clone()
}

async fn number(test: &TestApp, query: &'static str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    unit.one(query, &[]).await.unwrap().integer(0).unwrap()
}

#[tokio::test]
async fn somebody_signs_up_and_in_with_a_username_in_any_case() {
    let test = start().await;
    let reply = sign_up(&test, "ann", json!({ "username": "Ann.Lee_1" })).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let user = reply.json()["user"].clone();
    assert_eq!((&user["username"], &user["displayUsername"]), (&json!("ann.lee_1"), &json!("Ann.Lee_1")));
    assert_eq!(names(&test, &cookies_of(&reply)).await, (json!("ann.lee_1"), json!("Ann.Lee_1")));
    for typed in ["ann.lee_1", "ANN.LEE_1"] {
        let reply = sign_in(&test, typed, PASSWORD).await;
        assert_eq!((reply.status.as_u16(), reply.json()["redirect"].clone()), (200, json!(false)), "{}", reply.body);
        assert_eq!(names(&test, &cookies_of(&reply)).await, (json!("ann.lee_1"), json!("Ann.Lee_1")));
    }
}

#[tokio::test]
async fn whoever_sends_one_name_has_both_as_far_as_it_is_fit() {
    let test = start().await;
    for (who, sent, username, display) in [
        ("a", json!({}), json!(null), json!(null)),
        ("b", json!({ "displayUsername": "Up Two" }), json!(null), json!("Up Two")),
        ("c", json!({ "displayUsername": "Up_Three" }), json!("up_three"), json!("Up_Three")),
        ("d", json!({ "username": "up.four", "displayUsername": "Four!" }), json!("up.four"), json!("Four!")),
        ("e", json!({ "username": null, "displayUsername": "Up_Five" }), json!(null), json!("Up_Five")),
        ("f", json!({ "username": "Up_Six", "displayUsername": "" }), json!("up_six"), json!("Up_Six")),
    ] {
        let user = sign_up(&test, who, sent.clone()).await.json()["user"].clone();
        assert_eq!((&user["username"], &user["displayUsername"]), (&username, &display), "{sent}");
    }
}

#[tokio::test]
async fn what_is_no_username_is_refused_by_name() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({})).await);
    let long = "a".repeat(31);
    for (username, code) in [
        ("ab", "USERNAME_TOO_SHORT"),
        (long.as_str(), "USERNAME_TOO_LONG"),
        ("ann lee", "INVALID_USERNAME"),
        ("\u{430}nn", "INVALID_USERNAME"),
        ("ann@example.test", "INVALID_USERNAME"),
    ] {
        assert_error(&sign_up(&test, "bob", json!({ "username": username })).await, 400, code);
        assert_error(&update(&test, &cookies, json!({ "username": username })).await, 400, code);
        assert_error(&sign_in(&test, username, PASSWORD).await, 422, code);
        let asked = Call::post(&test, "/is-username-available", &json!({ "username": username })).send().await;
        assert_error(&asked, 422, code);
    }
    for path in ["/sign-up/email", "/update-user", "/sign-in/username", "/is-username-available"] {
        let body = json!({ "name": "Bob", "email": "bob@example.test", "password": PASSWORD, "username": 1 });
        let body = if path == "/update-user" { json!({ "username": 1 }) } else { body };
        assert_error(&Call::post(&test, path, &body).in_browser(&cookies).send().await, 400, "VALIDATION_ERROR");
    }
    assert_eq!(names(&test, &cookies).await, (json!(null), json!(null)));
}

#[tokio::test]
async fn unknown_wrong_and_passwordless_are_one_refusal_and_the_same_work() {
    let test = start().await;
    sign_up(&test, "ann", json!({ "username": "known" })).await;
    sign_up(&test, "bob", json!({ "username": "passwordless" })).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("DELETE FROM accounts WHERE user_id = (SELECT user_id FROM usernames WHERE username = 'passwordless')", &[])
        .await
        .unwrap();
    unit.commit().await.unwrap();
    let mut answers = Vec::new();
    for username in ["known", "passwordless", "unknown"] {
        let (hashes, writes) = (test.app.passwords.done(), test.app.store.committed_groups());
        let reply = sign_in(&test, username, "wrong horse battery").await;
        assert_error(&reply, 401, "INVALID_USERNAME_OR_PASSWORD");
        let work = (test.app.passwords.done() - hashes, test.app.store.committed_groups() - writes);
        answers.push((reply.body, reply.headers.len(), work));
    }
    assert_eq!(answers.first().map(|answer| answer.2), Some((1, 1)));
    assert!(answers.windows(2).all(|pair| pair.first() == pair.last()), "{answers:?}");
    assert_error(&sign_in(&test, "passwordless", PASSWORD).await, 401, "INVALID_USERNAME_OR_PASSWORD");
}

/// S37
#[tokio::test]
async fn guesses_by_username_and_by_address_count_together() {
    let test = start().await;
    sign_up(&test, "ann", json!({ "username": "guessed" })).await;
    let by_address = json!({ "email": "ann@example.test", "password": "wrong horse battery" });
    for round in 0..10 {
        let typed = if round % 2 == 0 { "guessed" } else { "GUESSED" };
        assert_eq!(sign_in(&test, typed, "wrong horse battery").await.status, 401);
        assert_eq!(Call::post(&test, "/sign-in/email", &by_address).send().await.status, 401);
    }
    assert_eq!(sign_in(&test, "guessed", PASSWORD).await.status, 429);
    assert_eq!(Call::post(&test, "/sign-in/email", &by_address).send().await.status, 429);
    for _ in 0..20 {
        assert_eq!(sign_in(&test, "nobody", PASSWORD).await.status, 401);
    }
    assert_eq!(sign_in(&test, "nobody", PASSWORD).await.status, 429, "the same for a username that nobody has");
}

#[tokio::test]
async fn an_unproved_address_signs_in_by_no_name() {
    let test = TestApp::with(&[("username.enabled", "true"), ("registration.require_verified_email", "true")]).await;
    let reply = sign_up(&test, "ann", json!({ "username": "unproved" })).await;
    assert_eq!((reply.json()["token"].clone(), reply.json()["user"]["username"].clone()), (json!(null), json!("unproved")));
    let before = test.mails().await.len();
    assert_error(&sign_in(&test, "unproved", "wrong horse battery").await, 401, "INVALID_USERNAME_OR_PASSWORD");
    assert_eq!(test.mails().await.len(), before);
    assert_error(&sign_in(&test, "unproved", PASSWORD).await, 403, "EMAIL_NOT_VERIFIED");
    assert_eq!(test.mails().await.len(), before + 1, "another link goes to the account's address");
}

/// Asking for the username afterwards tells nothing about the address either.
#[tokio::test]
async fn a_sign_up_takes_the_username_whether_or_not_the_address_has_an_account() {
    let test = TestApp::with(&[("username.enabled", "true"), ("registration.require_verified_email", "true")]).await;
    sign_up(&test, "ann", json!({ "username": "first" })).await;
    for (who, username) in [("ann", "wanted_again"), ("bob", "wanted_new")] {
        assert_eq!(available(&test, username).await, json!(true));
        let reply = sign_up(&test, who, json!({ "username": username })).await;
        assert_eq!((reply.status.as_u16(), reply.json()["user"]["username"].clone()), (200, json!(username)));
        assert_eq!(available(&test, username).await, json!(false));
    }
    assert_error(&sign_up(&test, "eve", json!({ "username": "wanted_again" })).await, 400, "USERNAME_IS_ALREADY_TAKEN");
    assert_error(&sign_in(&test, "wanted_again", PASSWORD).await, 401, "INVALID_USERNAME_OR_PASSWORD");
}

#[tokio::test]
async fn a_living_account_changes_its_names_one_by_one() {
    let test = start().await;
    sign_up(&test, "bob", json!({ "username": "bob_was_here" })).await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({})).await);
    for (change, username, display) in [
        (json!({ "username": "Living_Ann" }), json!("living_ann"), json!(null)),
        (json!({ "displayUsername": "Ann!" }), json!("living_ann"), json!("Ann!")),
        (json!({ "username": "LIVING_ANN" }), json!("living_ann"), json!("Ann!")),
        (json!({ "username": "ann2", "name": "Ann Other" }), json!("ann2"), json!("Ann!")),
        (json!({ "displayUsername": null }), json!("ann2"), json!(null)),
        (json!({ "username": null }), json!(null), json!(null)),
        (json!({ "username": "living_ann" }), json!("living_ann"), json!(null)),
    ] {
        assert_eq!(update(&test, &cookies, change.clone()).await.status, 200, "{change}");
        assert_eq!(names(&test, &cookies).await, (username, display), "{change}");
    }
    let refused = update(&test, &cookies, json!({ "username": "Bob_Was_Here", "name": "Mallory" })).await;
    assert_error(&refused, 400, "USERNAME_IS_ALREADY_TAKEN");
    let name = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json()["user"]["name"].clone();
    assert_eq!(name, json!("Ann Other"), "all of a change or nothing");
    assert_error(&sign_in(&test, "ann2", PASSWORD).await, 401, "INVALID_USERNAME_OR_PASSWORD");
    assert_eq!(sign_in(&test, "living_ann", PASSWORD).await.status, 200);
    let stranger = update(&test, "", json!({ "username": "stranger" })).await;
    assert_error(&stranger, 401, "UNAUTHORIZED");
    assert!(number(&test, "SELECT count(*) FROM audit_events WHERE kind = 'user.username_changed'").await >= 5);
}

/// S52
#[tokio::test]
async fn a_username_is_never_reused_by_somebody_else() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({ "username": "known_as" })).await);
    assert_eq!(update(&test, &cookies, json!({ "username": "known_now" })).await.status, 200);
    assert_eq!(available(&test, "known_as").await, json!(false));
    assert_error(&sign_up(&test, "eve", json!({ "username": "known_as" })).await, 400, "USERNAME_IS_ALREADY_TAKEN");
    assert_eq!(update(&test, &cookies, json!({ "username": "known_as" })).await.status, 200, "its owner takes it back");
    let id = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json()["user"]["id"].clone();
    let id = UserId::new(id.as_str().expect("an id"));
    test.erase(&id).await;
    assert_eq!(number(&test, "SELECT count(*) FROM usernames").await, 0);
    assert_error(&sign_up(&test, "eve", json!({ "username": "known_as" })).await, 400, "USERNAME_IS_ALREADY_TAKEN");
}

#[tokio::test]
async fn nobody_collects_usernames() {
    let test = start().await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({ "username": "name_0" })).await);
    for round in 1..10 {
        assert_eq!(update(&test, &cookies, json!({ "username": format!("name_{round}") })).await.status, 200);
    }
    assert_error(&update(&test, &cookies, json!({ "username": "name_10" })).await, 400, "USERNAME_IS_IMMUTABLE");
    assert_eq!(update(&test, &cookies, json!({ "username": "name_3" })).await.status, 200, "an earlier one costs nothing");
    assert_eq!(available(&test, "name_10").await, json!(true));
}

#[tokio::test]
async fn a_username_stays_where_the_operator_wants_it() {
    let test = TestApp::with(&[("username.enabled", "true"), ("username.immutable", "true")]).await;
    let cookies = cookies_of(&sign_up(&test, "ann", json!({})).await);
    assert_eq!(update(&test, &cookies, json!({ "username": "stays" })).await.status, 200);
    for change in [json!({ "username": "goes" }), json!({ "username": null })] {
        assert_error(&update(&test, &cookies, change).await, 400, "USERNAME_IS_IMMUTABLE");
    }
    assert_eq!(update(&test, &cookies, json!({ "username": "STAYS", "displayUsername": "Stays On" })).await.status, 200);
    assert_eq!(names(&test, &cookies).await, (json!("stays"), json!("Stays On")));
}

#[tokio::test]
async fn the_lengths_are_the_operators() {
    let test =
        TestApp::with(&[("username.enabled", "true"), ("username.minimum_length", "1"), ("username.maximum_length", "64")]).await;
    for username in ["x".to_owned(), "x".repeat(64)] {
        assert_eq!(available(&test, &username).await, json!(true));
    }
    let asked = Call::post(&test, "/is-username-available", &json!({ "username": "x".repeat(65) })).send().await;
    assert_error(&asked, 422, "USERNAME_TOO_LONG");
}

#[tokio::test]
async fn nobody_is_told_which_usernames_exist_where_the_operator_says_so() {
    let test = TestApp::with(&[("username.enabled", "true"), ("username.availability_check", "false")]).await;
    let asked = Call::post(&test, "/is-username-available", &json!({ "username": "anybody" })).send().await;
    assert_eq!((asked.status.as_u16(), asked.body.as_str()), (404, ""));
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let reply = sign_up(&test, "ann", json!({ "username": "Ann", "displayUsername": 1 })).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let cookies = cookies_of(&reply);
    assert!(reply.json()["user"].get("username").is_none());
    assert_eq!(sign_in(&test, "ann", PASSWORD).await.status, 404);
    assert_eq!(Call::post(&test, "/is-username-available", &json!({ "username": "ann" })).send().await.status, 404);
    assert_eq!(update(&test, &cookies, json!({ "username": "ann" })).await.json(), json!({ "message": "No fields to update" }));
    assert_eq!(number(&test, "SELECT count(*) FROM username_claims").await, 0);
}

#[tokio::test]
async fn a_foreign_page_signs_nobody_in() {
    let test = start().await;
    sign_up(&test, "eve", json!({ "username": "eve" })).await;
    let call = Call::post(&test, "/sign-in/username", &json!({ "username": "eve", "password": PASSWORD }));
    let reply = call.with("origin", "https://evil.example").with("sec-fetch-site", "cross-site").send().await;
    assert_eq!((reply.status.as_u16(), reply.header("set-cookie")), (403, ""));
}

/// Eight, because each hashes a password and the queue is short.
async fn of_eight_sign_ups_with_one_username_one_succeeds(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let mut tries = JoinSet::new();
    for round in 0..8 {
        let test = Arc::clone(&test);
        tries.spawn(async move { sign_up(&test, &format!("ann{round}"), json!({ "username": "the_one" })).await });
    }
    assert_one_winner(&tries.join_all().await, "USERNAME_IS_ALREADY_TAKEN");
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1, "the losers have no account");
    assert_eq!(number(&test, "SELECT count(*) FROM username_claims").await, 1);
}

async fn of_fifty_changes_to_one_username_one_succeeds(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let mut people = Vec::new();
    for round in 0..50 {
        people.push(cookies_of(&sign_up(&test, &format!("ann{round}"), json!({})).await));
    }
    let mut tries = JoinSet::new();
    for cookies in people {
        let test = Arc::clone(&test);
        tries.spawn(async move { update(&test, &cookies, json!({ "username": "the_one" })).await });
    }
    assert_one_winner(&tries.join_all().await, "USERNAME_IS_ALREADY_TAKEN");
    assert_eq!(number(&test, "SELECT count(*) FROM usernames WHERE username = 'the_one'").await, 1);
}
