//! OpenID Connect RP-Initiated Logout 1.0. Where it must not lead stands in the attack battery (s11).

use serde_json::json;

use super::{start, text};
use crate::support::relying_party::{RelyingParty, person, sign_in};

const OUT: &str = "https://rp.example/out";

fn path(parameters: &[(&str, &str)]) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    format!("/oauth2/end-session?{query}")
}

#[tokio::test]
async fn with_a_fitting_hint_the_session_ends_at_once() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "post_logout_redirect_uris": [OUT] })).await;
    let alice = person(&test, "Alice").await;
    for (parameters, expected) in [
        (vec![("post_logout_redirect_uri", OUT), ("state", "s&t=%u #\"")], "https://rp.example/out?state=s%26t%3D%25u+%23%22"),
        (vec![("post_logout_redirect_uri", OUT)], OUT),
        (vec![("state", "alone")], ""),
        (vec![], ""),
    ] {
        let browser = test.browser();
        sign_in(&test, &browser, &alice).await;
        let tokens = web.tokens(&browser).await;
        let mut all = vec![("id_token_hint", text(&tokens, "id_token"))];
        all.extend(parameters);
        let reply = browser.get(&path(&all)).await;
        assert_eq!(reply.location(), expected);
        assert!(!expected.is_empty() || reply.body.contains("id=\"logged-out\""));
        let silent = browser.get(&web.request().with("prompt", "none").path()).await;
        assert_eq!(silent.location_parameter("error").as_deref(), Some("login_required"));
    }
}

#[tokio::test]
async fn without_a_hint_the_person_decides() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "post_logout_redirect_uris": [OUT] })).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    web.code(&browser).await;
    let client_id = web.client_id.as_str();
    let ask = path(&[("client_id", client_id), ("post_logout_redirect_uri", OUT), ("state", "s")]);
    let page = browser.get(&ask).await;
    assert!(page.body.contains("id=\"logout-confirm\""));
    let carried = [("client_id", client_id), ("post_logout_redirect_uri", OUT), ("state", "s")];

    let mut cancel = carried.to_vec();
    cancel.push(("action", "cancel"));
    let stayed = browser.submit(&page, "/oauth2/end-session/confirm", &cancel).await;
    assert_eq!((stayed.status.as_u16(), stayed.location()), (200, ""));
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    assert!(silent.location_parameter("code").is_some(), "still signed in");

    let mut confirm = carried.to_vec();
    confirm.push(("action", "confirm"));
    let without_page = browser.post("/oauth2/end-session/confirm", &confirm).await;
    assert_eq!(without_page.status, 403, "only from our own page");
    let done = browser.submit(&page, "/oauth2/end-session/confirm", &confirm).await;
    assert_eq!(done.location(), "https://rp.example/out?state=s");
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("login_required"));
}

#[tokio::test]
async fn a_hint_of_another_session_or_person_only_asks() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "post_logout_redirect_uris": [OUT] })).await;
    let (alice, bob) = (person(&test, "Alice").await, person(&test, "Bob").await);
    let (first, second, bobs) = (test.browser(), test.browser(), test.browser());
    sign_in(&test, &first, &alice).await;
    sign_in(&test, &second, &alice).await;
    sign_in(&test, &bobs, &bob).await;
    let tokens = web.tokens(&first).await;
    for browser in [&second, &bobs] {
        let page = browser.get(&path(&[("id_token_hint", text(&tokens, "id_token")), ("post_logout_redirect_uri", OUT)])).await;
        assert!(page.body.contains("id=\"logout-confirm\""));
    }
}

#[tokio::test]
async fn signed_out_already() {
    let test = start().await;
    let page = test.get("/oauth2/end-session").await;
    assert!(page.body.contains("id=\"logged-out\""));
    let posted = test.post_form("/oauth2/end-session", &[("state", "x")]).await;
    assert!(posted.body.contains("id=\"logged-out\""), "requests come by POST as well");
}
