//! Links to sign in with, as apps ask for them and people and programs open them.

use std::sync::Arc;

use axum::http::Method;
use serde_json::json;
use tokio::task::JoinSet;
use vestibule::store::{Store, users};

use super::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::storage::on_every_engine;
use crate::support::app::{PUBLIC_URL, Reply, TestApp};

on_every_engine!(of_fifty_that_follow_one_link_one_is_signed_in, fifty_links_of_a_new_address_make_one_account);

const ON: [(&str, &str); 1] = [("magic_link.enabled", "true")];
const ANN: &str = "ann@example.test";

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

async fn ask(test: &TestApp, email: &str) -> Reply {
    let body = json!({ "email": email, "callbackURL": "/welcome", "newUserCallbackURL": "/new", "errorCallbackURL": "/sorry" });
    let reply = Call::post(test, "/sign-in/magic-link", &body).in_browser("").send().await;
    assert_eq!(reply.json(), json!({ "status": true }));
    reply
}

/// As somebody does who clicks on it in a mail.
async fn click(test: &TestApp, method: Method, link: &str, cookies: &str) -> Reply {
    let call = Call::bare(test, method, link).with("accept", "text/html").with("sec-fetch-mode", "navigate");
    if cookies.is_empty() { call.send().await } else { call.with("cookie", cookies).send().await }
}

async fn follow_by_script(test: &TestApp, link: &str) -> Reply {
    Call::get(test, link).with("accept", "application/json").send().await
}

async fn who(test: &TestApp, reply: &Reply) -> String {
    let session = Call::get(test, "/get-session").in_browser(&cookies_of(reply)).send().await.json();
    session["user"]["email"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_browser_that_asked_goes_through_at_once() {
    let test = start().await;
    let asked = ask(&test, ANN).await;
    let link = test.mailed_link(ANN).await;
    assert!(link.starts_with("/api/auth/magic-link/verify?token="), "{link}");
    let reply = click(&test, Method::GET, &link, &cookies_of(&asked)).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (302, format!("{PUBLIC_URL}/new").as_str()));
    assert_eq!(who(&test, &reply).await, ANN);
    let again = click(&test, Method::GET, &link, &cookies_of(&asked)).await;
    assert_eq!(again.location(), format!("{PUBLIC_URL}/sorry?error=INVALID_TOKEN"));
}

#[tokio::test]
async fn strangers_and_scanners_are_asked_first() {
    let test = start().await;
    let stranger = sign_up(&test, "eve").await;
    let asked = cookies_of(&ask(&test, ANN).await);
    let link = test.mailed_link(ANN).await;
    for (method, cookies) in
        [(Method::GET, ""), (Method::HEAD, ""), (Method::HEAD, asked.as_str()), (Method::GET, stranger.as_str())]
    {
        let reply = click(&test, method.clone(), &link, cookies).await;
        assert_eq!(reply.status, 303, "{method}");
        assert!(reply.location().starts_with("/sign-in/link?token="), "{}", reply.location());
    }
    let browser = test.browser();
    let page = browser.open(&link).await;
    assert!(page.body.contains("asked for in another browser"));
    let fields = [("callbackURL", "/welcome"), ("newUserCallbackURL", "/new")];
    assert!(fields.iter().all(|(name, place)| page.hidden(name).as_deref() == Some(place)));
    assert_eq!(browser.submit(&page, "/sign-in/link", &fields).await.location(), "/new");
}

#[tokio::test]
async fn scripts_of_trusted_pages_follow_a_link_once() {
    let test = start().await;
    ask(&test, ANN).await;
    let link = test.mailed_link(ANN).await;
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        let foreign = Call::get(&test, &link).with("accept", "application/json").with(name, value).send().await;
        assert_eq!(foreign.status, 303, "{name}: {value}");
        assert!(!foreign.header("set-cookie").contains("session_token"));
    }
    let bare = link.split("&callbackURL").next().expect("a link").to_owned();
    let reply = follow_by_script(&test, &bare).await;
    let body = reply.json();
    assert_eq!((reply.status.as_u16(), &body["user"]["email"]), (200, &json!(ANN)));
    assert_eq!(body["token"], body["session"]["token"]);
    assert_eq!(follow_by_script(&test, &bare).await.location(), format!("{PUBLIC_URL}/?error=INVALID_TOKEN"));
}

#[tokio::test]
async fn what_an_unproved_account_was_prepared_with_ends() {
    let test = start().await;
    let squatter = sign_up(&test, "ann").await;
    test.deliver_mail().await;
    ask(&test, ANN).await;
    let reply = follow_by_script(&test, &test.mailed_link(ANN).await).await;
    assert_eq!(reply.location(), format!("{PUBLIC_URL}/welcome"));
    assert_eq!(Call::get(&test, "/get-session").in_browser(&squatter).send().await.body, "null");
    let body = json!({ "email": ANN, "password": PASSWORD });
    assert_error(&Call::post(&test, "/sign-in/email", &body).send().await, 401, "INVALID_EMAIL_OR_PASSWORD");
    let accounts = Call::get(&test, "/list-accounts").in_browser(&cookies_of(&reply)).send().await;
    assert_eq!(accounts.json(), json!([]));
}

#[tokio::test]
async fn a_link_that_may_make_no_account_any_more_says_so() {
    let test = start().await;
    ask(&test, ANN).await;
    let link = test.mailed_link(ANN).await;
    let closed = TestApp::on(test.app.store.clone(), &[ON[0], ("magic_link.sign_up", "false")]).await;
    let reply = follow_by_script(&closed, &link).await;
    assert_eq!(reply.location(), format!("{PUBLIC_URL}/sorry?error=new_user_signup_disabled"));
}

#[tokio::test]
async fn places_are_looked_at_again_when_a_link_is_opened() {
    let test = start().await;
    ask(&test, ANN).await;
    let token = super::parameter(&test.mailed_link(ANN).await, "token");
    for name in ["callbackURL", "newUserCallbackURL", "errorCallbackURL"] {
        for place in ["https://evil.example/", "//evil.example", "/\\evil.example", "/%2f/evil.example"] {
            let path = vestibule::model::urls::with_query("/magic-link/verify", &[("token", &token), (name, place)]);
            assert_error(&follow_by_script(&test, &path).await, 403, "INVALID_CALLBACK_URL");
            let page = vestibule::model::urls::with_query("/sign-in/link", &[("token", &token), (name, place)]);
            let status = test.get(&page).await.status;
            assert!(status == 400 || name == "errorCallbackURL", "{name} {place}: {status}");
        }
    }
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    assert_eq!(Call::post(&test, "/sign-in/magic-link", &json!({ "email": ANN })).send().await.status, 404);
    assert_eq!(Call::get(&test, "/magic-link/verify?token=any").send().await.status, 404);
}

async fn of_fifty_that_follow_one_link_one_is_signed_in(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    sign_up(&test, "ann").await;
    test.deliver_mail().await;
    ask(&test, ANN).await;
    let link = test.mailed_link(ANN).await;
    let mut tries = JoinSet::new();
    for _ in 0..50 {
        let (test, link) = (Arc::clone(&test), link.clone());
        tries.spawn(async move { follow_by_script(&test, &link).await.location().to_owned() });
    }
    let locations = tries.join_all().await;
    let won = format!("{PUBLIC_URL}/welcome");
    assert_eq!(locations.iter().filter(|location| **location == won).count(), 1, "{locations:?}");
    let lost = format!("{PUBLIC_URL}/sorry?error=INVALID_TOKEN");
    assert!(locations.iter().all(|location| [&won, &lost].contains(&location)), "{locations:?}");
}

async fn fifty_links_of_a_new_address_make_one_account(store: Store) {
    let test = Arc::new(TestApp::on(store, &ON).await);
    let mut links = Vec::new();
    // More than anybody is mailed at once.
    for _ in 0..50 {
        ask(&test, ANN).await;
        links.push(test.mailed_link(ANN).await);
        test.advance(std::time::Duration::from_secs(5));
    }
    links.dedup();
    let mut tries = JoinSet::new();
    for link in links {
        let test = Arc::clone(&test);
        tries.spawn(async move { follow_by_script(&test, &link).await.location().to_owned() });
    }
    let locations = tries.join_all().await;
    let new = format!("{PUBLIC_URL}/new");
    assert_eq!(locations.iter().filter(|location| **location == new).count(), 1, "{locations:?}");
    let mut unit = test.app.store.read("test").await.unwrap();
    assert_eq!(users::page(&mut unit, "", 100).await.unwrap().len(), 1);
}
