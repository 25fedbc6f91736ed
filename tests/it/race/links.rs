//! Fifty browsers press the button of one mailed link.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use tokio::task::JoinSet;
use vestibule::admin::setup::create_link;
use vestibule::crypto::digest::sha256;
use vestibule::model::user::Role;
use vestibule::store::{Store, audit_events, sessions, users};
use vestibule::users::proof_of_work::{self, Shown};

use super::at_once::at_once;
use crate::login::invitations::{invite, link};
use crate::storage::on_every_engine;
use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};

const ADA: &str = "ada@example.test";
const TRIES: usize = 50;

on_every_engine!(
    one_reset_link,
    one_verification_link,
    one_verification_link_that_signs_in,
    one_set_up_link,
    one_link_of_somebody_who_it_was_not,
    one_invitation,
    one_proof_of_work,
    set_up_links_of_several_nodes
);

/// Posts the form of `page` fifty times at once and counts how often it worked. The others are told that the link is dead, or that the
/// server is busy hashing.
async fn successes(test: Arc<TestApp>, path: &'static str, page: &Reply, cookies: String, fields: &[(&str, String)]) -> usize {
    let mut requests = JoinSet::new();
    let csrf = page.hidden("csrf").unwrap();
    for number in 0..TRIES {
        let fields = fields.iter().map(|(name, value)| (*name, value.replace("{number}", &number.to_string())));
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        let body = body.append_pair("csrf", &csrf).extend_pairs(fields).finish();
        let post =
            request(Method::POST, path).header("cookie", &cookies).header("content-type", "application/x-www-form-urlencoded");
        let post = post.body(Body::from(body)).unwrap();
        let test = Arc::clone(&test);
        requests.spawn(async move { test.send(post).await.status.as_u16() });
    }
    let statuses = requests.join_all().await;
    assert!(statuses.iter().all(|status| [200, 303, 410, 503].contains(status)), "{statuses:?}");
    statuses.iter().filter(|status| **status < 400).count()
}

async fn one_reset_link(store: Store) {
    let test = Arc::new(TestApp::on(store, &[]).await);
    test.browser().sign_up("Ada Lovelace", ADA, "correct horse battery").await;
    // What is owed at one instant is sent in no order.
    test.deliver_mail().await;
    let browser = test.browser();
    let page = browser.get("/forgot-password").await;
    browser.submit(&page, "/forgot-password", &[("email", ADA)]).await;
    let page = browser.get(&test.mailed_link(ADA).await).await;
    let fields = [("token", page.hidden("token").unwrap()), ("password", "new password {number}".to_owned())];
    let won = successes(Arc::clone(&test), "/reset-password", &page, browser.cookie_header(), &fields).await;
    assert_eq!(won, 1);
    assert_eq!(test.browser().sign_in(ADA, "correct horse battery").await.status, 422);
}

async fn one_verification_link(store: Store) {
    let test = Arc::new(TestApp::on(store, &[("registration.require_verified_email", "true")]).await);
    let browser = test.browser();
    browser.sign_up("Ada Lovelace", ADA, "correct horse battery").await;
    let page = browser.get(&test.mailed_link(ADA).await).await;
    let fields = [("purpose", "verify_email".to_owned()), ("token", page.hidden("token").unwrap())];
    let won = successes(Arc::clone(&test), "/confirm-link", &page, browser.cookie_header(), &fields).await;
    assert_eq!(won, 1);
    assert_eq!(browser.sign_in(ADA, "correct horse battery").await.location(), "/account");
}

async fn one_verification_link_that_signs_in(store: Store) {
    let switches = [("registration.require_verified_email", "true"), ("registration.sign_in_after_verification", "true")];
    let test = Arc::new(TestApp::on(store, &switches).await);
    let browser = test.browser();
    browser.sign_up("Ada Lovelace", ADA, "correct horse battery").await;
    let page = browser.get(&test.mailed_link(ADA).await).await;
    let fields = [("purpose", "verify_email".to_owned()), ("token", page.hidden("token").unwrap())];
    let won = successes(Arc::clone(&test), "/confirm-link", &page, browser.cookie_header(), &fields).await;
    assert_eq!(won, 1);
    let mut unit = test.app.store.read("test").await.unwrap();
    let ada = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    assert_eq!(sessions::live_of_user(&mut unit, &ada.id, test.app.clock.now()).await.unwrap().len(), 1);
}

async fn one_set_up_link(store: Store) {
    let test = Arc::new(TestApp::on(store, &[]).await);
    let link = create_link(&test.app, test.app.clock.now()).await.unwrap().unwrap();
    let browser = test.browser();
    let page = browser.get(link.strip_prefix(PUBLIC_URL).unwrap()).await;
    let fields = [
        ("code", page.hidden("code").unwrap()),
        ("name", "Ada Lovelace".to_owned()),
        ("email", "ada{number}@example.test".to_owned()),
        ("password", "correct horse battery".to_owned()),
    ];
    let won = successes(Arc::clone(&test), "/admin/setup", &page, browser.cookie_header(), &fields).await;
    assert_eq!(won, 1);
    let mut unit = test.app.store.read("test").await.unwrap();
    let people = users::page(&mut unit, "", 100).await.unwrap();
    assert_eq!(people.len(), won);
}

async fn one_link_of_somebody_who_it_was_not(store: Store) {
    let test = Arc::new(TestApp::on(store, &[]).await);
    let thief = test.browser();
    thief.sign_up("Ada Lovelace", ADA, "correct horse battery").await;
    // What is owed at one instant is sent in no order.
    test.deliver_mail().await;
    let page = thief.get("/account/security").await;
    let change = [("current_password", "correct horse battery"), ("password", "a password of the thief")];
    assert_eq!(thief.submit(&page, "/account/password", &change).await.status, 303);
    let browser = test.browser();
    let page = browser.get(&test.mailed_link(ADA).await).await;
    let fields = [("purpose", "disown".to_owned()), ("token", page.hidden("token").unwrap())];
    let mails = test.mails().await.len();
    let won = successes(Arc::clone(&test), "/confirm-link", &page, browser.cookie_header(), &fields).await;
    assert_eq!(won, 1);
    assert_eq!(test.mails().await.len(), mails + 1, "one link for a new password");
    assert_eq!(test.browser().sign_in(ADA, "a password of the thief").await.status, 422);
    assert_ne!(thief.get("/account").await.status, 200);
}

async fn one_invitation(store: Store) {
    let test = Arc::new(TestApp::on(store, &[("registration.sign_up", "invitation")]).await);
    let invited = invite(&test, ADA, Role::User).await;
    let browser = test.browser();
    let page = browser.get(&link(&test, &invited)).await;
    let name = || ("name", "Ada {number}".to_owned());
    let fields = [("token", page.hidden("token").unwrap()), name(), ("password", "correct horse battery".to_owned())];
    // Whoever looks between the two of the winner's facts is told that there is an account, which is true.
    let told = successes(Arc::clone(&test), "/sign-up/link", &page, browser.cookie_header(), &fields).await;
    assert!(told >= 1);
    let mut unit = test.app.store.read("test").await.unwrap();
    assert_eq!(users::page(&mut unit, "", 100).await.unwrap().len(), 1);
    let ada = users::by_email(&mut unit, ADA).await.unwrap().unwrap();
    assert_eq!(sessions::live_of_user(&mut unit, &ada.id, test.app.clock.now()).await.unwrap().len(), 1);
    let events = audit_events::of_user(&mut unit, &ada.id, None, 100).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == "invitation.accepted").count(), 1);
}

async fn one_proof_of_work(store: Store) {
    let test = Arc::new(TestApp::on(store, &[("captcha.provider", "proof-of-work"), ("captcha.difficulty_bits", "1")]).await);
    let now = test.app.clock.now();
    let challenge = proof_of_work::issue(&test.app, "/sign-in/email", now).text;
    let is_solved = |shown: &String| sha256(shown.as_bytes())[0] < 128;
    let shown = (0..).map(|count| format!("{challenge}:{count}")).find(is_solved).unwrap();
    let outcomes = at_once(TRIES, |_| {
        let (test, shown) = (Arc::clone(&test), shown.clone());
        async move { proof_of_work::show(&test.app, "/sign-in/email", &shown, None, now).await.unwrap() }
    })
    .await;
    assert_eq!(outcomes.into_iter().filter(|outcome| *outcome == Shown::Solved).count(), 1);
}

async fn set_up_links_of_several_nodes(store: Store) {
    let test = Arc::new(TestApp::on(store, &[]).await);
    let links = at_once(8, |_| {
        let test = Arc::clone(&test);
        async move { create_link(&test.app, test.app.clock.now()).await.unwrap().unwrap() }
    })
    .await;
    let browser = test.browser();
    let mut statuses = Vec::new();
    for link in links {
        statuses.push(browser.get(link.strip_prefix(PUBLIC_URL).unwrap()).await.status.as_u16());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410, 410, 410, 410, 410, 410, 410], "the newest works");
}
