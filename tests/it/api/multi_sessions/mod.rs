//! Several people in one browser: which sessions it keeps, switching between them, ending them.

mod forged;
mod races;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use vestibule::crypto::signed_value;

use super::{Call, PASSWORD, assert_error};
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;

pub const ON: [(&str, &str); 1] = [("multi_session.enabled", "true")];
const ACTIVE: &str = "vestibule.session_token";
const KEPT: &str = "vestibule.session_token_multi-";

/// A browser whose pages call the JSON interface.
pub struct Jar<'a> {
    test: &'a TestApp,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'a> Jar<'a> {
    pub fn new(test: &'a TestApp) -> Self {
        Self { test, cookies: RefCell::default() }
    }

    /// The `Cookie` header.
    pub fn header(&self) -> String {
        self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Call::post(self.test, path, &body)).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Call::get(self.test, path)).await
    }

    async fn send(&self, call: Call<'_>) -> Reply {
        let reply = call.in_browser(&self.header()).send().await;
        for header in reply.headers.get_all("set-cookie") {
            let text = header.to_str().expect("a cookie is text");
            let (name, rest) = text.split_once('=').expect("a cookie has a value");
            if text.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                let value = rest.split(';').next().unwrap_or_default();
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        reply
    }

    /// Makes an account and is signed in with it.
    pub async fn sign_up(&self, name: &str) -> String {
        let body = json!({ "name": name, "email": format!("{name}@example.test"), "password": PASSWORD });
        token_of(&self.post("/sign-up/email", body).await)
    }

    pub async fn sign_in(&self, name: &str) -> String {
        let body = json!({ "email": format!("{name}@example.test"), "password": PASSWORD });
        token_of(&self.post("/sign-in/email", body).await)
    }

    /// Who uses the browser.
    pub async fn who(&self) -> Option<String> {
        self.get("/get-session").await.json()["user"]["name"].as_str().map(str::to_owned)
    }

    /// Who is signed in in it.
    pub async fn people(&self) -> Vec<String> {
        let reply = self.get("/multi-session/list-device-sessions").await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        let list = reply.json();
        let names =
            list.as_array().expect("a list").iter().map(|one| one["user"]["name"].as_str().unwrap_or_default().to_owned());
        names.collect()
    }

    pub async fn set_active(&self, token: &str) -> Reply {
        self.post("/multi-session/set-active", json!({ "sessionToken": token })).await
    }

    pub async fn revoke(&self, token: &str) -> Reply {
        self.post("/multi-session/revoke", json!({ "sessionToken": token })).await
    }

    fn kept(&self) -> usize {
        self.cookies.borrow().keys().filter(|name| name.starts_with(KEPT)).count()
    }

    fn put(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    fn cookie(&self, name: &str) -> String {
        self.cookies.borrow().get(name).cloned().unwrap_or_default()
    }

    fn drop_cookie(&self, name: &str) {
        self.cookies.borrow_mut().remove(name);
    }
}

fn token_of(reply: &Reply) -> String {
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["token"].as_str().expect("a token").to_owned()
}

/// Whether the session with this token lives, asked by a browser that has nothing else.
async fn lives(test: &TestApp, token: &str) -> bool {
    let cookie = format!("{ACTIVE}={}", signed_value::sign(&test.app.master_keys, token));
    let reply = Call::get(test, "/get-session").in_browser(&cookie).send().await;
    reply.json()["session"].is_object()
}

async fn start() -> TestApp {
    TestApp::with(&ON).await
}

#[tokio::test]
async fn a_second_person_is_there_beside_the_first() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    test.advance(Duration::from_secs(1));
    let bob = jar.sign_up("bob").await;
    assert_eq!(jar.people().await, ["ann", "bob"]);
    assert_eq!(jar.who().await.as_deref(), Some("bob"));
    let switched = jar.set_active(&ann).await;
    assert_eq!((switched.status.as_u16(), switched.json()["session"]["token"].as_str()), (200, Some(ann.as_str())));
    assert_eq!(jar.who().await.as_deref(), Some("ann"));
    let list = jar.get("/multi-session/list-device-sessions").await.json();
    assert_eq!((&list[0]["session"]["token"], &list[1]["session"]["token"]), (&json!(ann), &json!(bob)));
}

#[tokio::test]
async fn the_cookie_is_named_after_the_token_and_lasts_as_long_as_the_session() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    let name = format!("{KEPT}{}", ann.to_lowercase());
    let value = jar.cookie(&name);
    assert!(value.starts_with(&format!("{ann}.")), "{value}");
    let short = json!({ "email": "ann@example.test", "password": PASSWORD, "rememberMe": false });
    let reply = Jar::new(&test).post("/sign-in/email", short).await;
    let kept = reply.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok());
    let kept: Vec<_> = kept.filter(|text| text.starts_with(KEPT)).collect();
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].contains("Max-Age") && kept[0].contains("HttpOnly"), "{}", kept[0]);
    test.advance(Duration::from_secs(2 * 24 * 60 * 60));
    let slid = jar.get("/get-session").await;
    let again = slid.headers.get_all("set-cookie").iter().any(|header| header.to_str().is_ok_and(|text| text.starts_with(&name)));
    assert!(again, "a session that slides is kept for longer");
}

#[tokio::test]
async fn the_same_person_again_takes_their_own_place() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    test.advance(Duration::from_secs(1));
    let again = jar.sign_in("ann").await;
    assert!(!lives(&test, &ann).await, "the older session is over");
    assert_eq!((jar.people().await, jar.kept()), (vec!["bob".to_owned(), "ann".to_owned()], 2));
    assert_error(&jar.set_active(&ann).await, 401, "INVALID_SESSION_TOKEN");
    assert_eq!(jar.set_active(&again).await.status, 200);
}

#[tokio::test]
async fn beyond_the_maximum_nobody_is_kept() {
    let test = TestApp::with(&[("multi_session.enabled", "true"), ("multi_session.maximum", "2")]).await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    test.advance(Duration::from_secs(1));
    jar.sign_up("bob").await;
    let cas = jar.sign_up("cas").await;
    assert_eq!(jar.who().await.as_deref(), Some("cas"), "they are signed in");
    assert_eq!(jar.people().await, ["ann", "bob"]);
    assert_error(&jar.set_active(&cas).await, 401, "INVALID_SESSION_TOKEN");
    assert_eq!(jar.revoke(&ann).await.status, 200);
    test.advance(Duration::from_secs(1));
    jar.sign_in("cas").await;
    assert_eq!(jar.people().await, ["bob", "cas"], "there is room again");
}

#[tokio::test]
async fn signing_out_ends_every_session_of_the_browser() {
    let test = start().await;
    let jar = Jar::new(&test);
    let (ann, bob) = (jar.sign_up("ann").await, jar.sign_up("bob").await);
    let elsewhere = Jar::new(&test);
    let other = elsewhere.sign_in("ann").await;
    assert_eq!(jar.post("/sign-out", json!({})).await.status, 200);
    assert_eq!((lives(&test, &ann).await, lives(&test, &bob).await, lives(&test, &other).await), (false, false, true));
    assert!(!jar.header().contains("session_token"), "the browser forgets both: {}", jar.header());
}

#[tokio::test]
async fn signing_out_without_a_session_in_use_ends_the_kept_ones() {
    let test = start().await;
    let jar = Jar::new(&test);
    let (ann, bob) = (jar.sign_up("ann").await, jar.sign_up("bob").await);
    jar.drop_cookie(ACTIVE);
    assert_eq!(jar.post("/sign-out", json!({})).await.status, 200);
    assert!(!lives(&test, &ann).await && !lives(&test, &bob).await);
}

/// Better Auth issue 2911.
#[tokio::test]
async fn switching_needs_the_signed_cookie_and_no_session_in_use() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.drop_cookie(ACTIVE);
    assert_eq!(jar.who().await, None);
    assert_eq!(jar.set_active(&ann).await.status, 200);
    assert_eq!(jar.who().await.as_deref(), Some("ann"));
}

#[tokio::test]
async fn revoking_the_session_in_use_gives_its_place_to_another() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    test.advance(Duration::from_secs(1));
    let bob = jar.sign_up("bob").await;
    assert_eq!(jar.revoke(&bob).await.json(), json!({ "status": true }));
    assert_eq!((jar.who().await.as_deref(), jar.people().await), (Some("ann"), vec!["ann".to_owned()]));
    assert!(!lives(&test, &bob).await);
    assert_eq!(jar.revoke(&ann).await.status, 200);
    assert_eq!(jar.who().await, None);
    assert!(!jar.header().contains("session_token"), "nobody is left: {}", jar.header());
    assert_eq!(jar.revoke(&ann).await.status, 401);
}

#[tokio::test]
async fn revoking_another_leaves_who_uses_the_browser() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    assert_eq!(jar.revoke(&ann).await.status, 200);
    assert_eq!((jar.who().await.as_deref(), jar.kept()), (Some("bob"), 1));
    assert!(!lives(&test, &ann).await);
}

#[tokio::test]
async fn a_session_under_a_new_token_keeps_its_place() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    jar.set_active(&ann).await;
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "another horse battery", "revokeOtherSessions": true });
    let reply = jar.post("/change-password", change).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let new = reply.json()["token"].as_str().expect("a new token").to_owned();
    assert_ne!(new, ann);
    assert_eq!((jar.people().await.len(), jar.kept()), (2, 2));
    assert_error(&jar.set_active(&ann).await, 401, "INVALID_SESSION_TOKEN");
    assert_eq!(jar.set_active(&new).await.status, 200);
}

#[tokio::test]
async fn who_was_anonymous_is_the_person_from_then_on() {
    let test = TestApp::with(&[("multi_session.enabled", "true"), ("anonymous.enabled", "true")]).await;
    let jar = Jar::new(&test);
    assert_eq!(jar.post("/sign-in/anonymous", json!({})).await.status, 200);
    assert_eq!(jar.people().await, ["Anonymous"]);
    jar.sign_up("ann").await;
    assert_eq!((jar.people().await, jar.kept()), (vec!["ann".to_owned()], 1));
}

#[tokio::test]
async fn a_session_that_is_carried_over_is_kept_there() {
    let test = TestApp::with(&[("multi_session.enabled", "true"), ("one_time_token.enabled", "true")]).await;
    let (one, other) = (Jar::new(&test), Jar::new(&test));
    let ann = one.sign_up("ann").await;
    other.sign_up("bob").await;
    let token = one.get("/one-time-token/generate").await.json()["token"].clone();
    assert_eq!(other.post("/one-time-token/verify", json!({ "token": token })).await.status, 200);
    assert_eq!(other.people().await.len(), 2);
    assert_eq!(other.set_active(&ann).await.status, 200);
    assert_eq!(one.who().await.as_deref(), Some("ann"), "it is one session in both places");
}

#[tokio::test]
async fn ids_stand_for_tokens_where_tokens_are_not_listed() {
    let test = TestApp::with(&[("multi_session.enabled", "true"), ("sessions.list_tokens", "false")]).await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    let list = jar.get("/multi-session/list-device-sessions").await;
    assert!(!list.body.contains(&ann), "{}", list.body);
    let people = list.json();
    let anns = people.as_array().unwrap().iter().find(|one| one["user"]["name"] == "ann").unwrap()["session"]["token"].clone();
    assert_eq!(jar.set_active(anns.as_str().unwrap()).await.status, 200);
    assert_eq!(jar.who().await.as_deref(), Some("ann"));
}

#[tokio::test]
async fn a_second_factor_that_is_owed_leaves_the_others_where_they_are() {
    let test = TestApp::with(&[("multi_session.enabled", "true"), ("two_factor.policy", "optional")]).await;
    let enrolling = Jar::new(&test);
    enrolling.sign_up("bob").await;
    let enabled = enrolling.post("/two-factor/enable", json!({ "password": PASSWORD })).await;
    assert_eq!(enabled.status, 200, "{}", enabled.body);
    let uri = enabled.json()["totpURI"].as_str().expect("a URI").to_owned();
    let app = Authenticator::of_uri(&uri);
    let code = app.code(test.app.clock.now());
    let verified = enrolling.post("/two-factor/verify-totp", json!({ "code": code })).await;
    assert_eq!((verified.status.as_u16(), enrolling.kept()), (200, 1), "{}", verified.body);
    assert_eq!(enrolling.people().await, ["bob"], "the session of after the change");
    test.advance(Duration::from_secs(60));
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    let owed = jar.post("/sign-in/email", json!({ "email": "bob@example.test", "password": PASSWORD })).await;
    assert_eq!(owed.json()["twoFactorRedirect"], true, "{}", owed.body);
    assert_eq!((jar.who().await, jar.people().await), (None, vec!["ann".to_owned()]));
    let code = app.code(test.app.clock.now());
    assert_eq!(jar.post("/two-factor/verify-totp", json!({ "code": code })).await.status, 200);
    assert_eq!((jar.who().await.as_deref(), jar.people().await.len()), (Some("bob"), 2));
    assert_eq!(jar.set_active(&ann).await.status, 200);
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    assert_eq!(jar.kept(), 0);
    assert_eq!(jar.get("/multi-session/list-device-sessions").await.status, 404);
    assert_eq!(jar.set_active(&ann).await.status, 404);
    assert_eq!(jar.revoke(&ann).await.status, 404);
}
