//! Many forms at once with what a wallet signed.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Method;
use tokio::task::JoinSet;
use url::form_urlencoded;
use vestibule::store::Store;

use super::confirm::{ASKED, CONFIRM, signed_to_confirm};
use super::{ON, number, sign_in_on_the_page, signed};
use crate::api::siwe::TestWallet;
use crate::storage::on_every_engine;
use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};
use crate::support::browser::TestBrowser;

on_every_engine!(
    of_fifty_forms_with_one_signature_one_signs_in,
    fifty_messages_of_a_new_wallet_make_one_account,
    of_fifty_proofs_with_one_signature_one_counts
);

async fn all_at_once(
    browser: &TestBrowser<'_>,
    test: &Arc<TestApp>,
    (page, path): (&Reply, &str),
    forms: Vec<[(&'static str, String); 2]>,
) -> Vec<Reply> {
    let cookies = browser.cookie_header();
    let csrf = page.hidden("csrf").unwrap();
    let mut tries = JoinSet::new();
    for form in forms {
        let fields = [("csrf", csrf.as_str()), ("nonce", &form[0].1), ("signature", &form[1].1), ("remember", "on")];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let sent = request(Method::POST, path)
            .header("cookie", &cookies)
            .header("origin", PUBLIC_URL)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let test = Arc::clone(test);
        tries.spawn(async move { test.send(sent).await });
    }
    tries.join_all().await
}

async fn of_fifty_forms_with_one_signature_one_signs_in(store: Store) {
    let test = Arc::new(TestApp::on(store, &[ON]).await);
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let (_, form) = signed(&browser, &page, &TestWallet::new("ada")).await;
    let replies = all_at_once(&browser, &test, (&page, "/sign-in/wallet"), vec![form; 50]).await;
    assert_eq!(replies.iter().filter(|reply| reply.location() == "/account").count(), 1);
    for reply in replies.iter().filter(|reply| reply.location() != "/account") {
        assert_eq!(reply.location(), "/sign-in?notice=wallet_too_late", "{}", reply.body);
    }
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 1);
}

async fn fifty_messages_of_a_new_wallet_make_one_account(store: Store) {
    let test = Arc::new(TestApp::on(store, &[ON]).await);
    let browser = test.browser();
    let page = browser.get("/sign-in").await;
    let mut forms = Vec::new();
    for _ in 0..50 {
        forms.push(signed(&browser, &page, &TestWallet::new("ada")).await.1);
    }
    let replies = all_at_once(&browser, &test, (&page, "/sign-in/wallet"), forms).await;
    assert!(replies.iter().all(|reply| reply.location() == "/account" || reply.status == 503), "somebody was refused");
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM wallet_addresses").await, 1);
}

async fn of_fifty_proofs_with_one_signature_one_counts(store: Store) {
    let test = Arc::new(TestApp::on(store, &[ON]).await);
    let (browser, wallet) = (test.browser(), TestWallet::new("ada"));
    sign_in_on_the_page(&browser, &wallet).await;
    let page = browser.get(ASKED).await;
    let (_, form) = signed_to_confirm(&browser, &page, &wallet).await;
    let replies = all_at_once(&browser, &test, (&page, CONFIRM), vec![form; 50]).await;
    assert_eq!(replies.iter().filter(|reply| reply.location() == "/account").count(), 1);
    let confirmed = "SELECT count(*) FROM audit_events WHERE kind = 'session.identity_confirmed'";
    assert_eq!(number(&test, confirmed).await, 1);
    assert_eq!(number(&test, "SELECT count(*) FROM sessions").await, 1);
}
