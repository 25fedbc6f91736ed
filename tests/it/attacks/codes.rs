//! Authorization codes and PKCE.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use vestibule::store::Engine;

use super::{assert_error, text};
use crate::support::app::TestApp;
use crate::support::databases;
use crate::support::relying_party::{RelyingParty, VERIFIER, alice_at_web, challenge, person, sign_in, userinfo};

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::start().await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn s13_one_of_fifty_redemptions() {
    for engine in [Engine::Sqlite, Engine::Postgres, Engine::Mariadb] {
        if !databases::available(engine) {
            continue;
        }
        let test = Arc::new(TestApp::on(databases::fresh(engine).await, &[]).await);
        let (web, _, browser) = alice_at_web(&test).await;
        let code = web.code(&browser).await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..50 {
            let (web, code) = (web.clone(), code.clone());
            tasks.spawn(async move { web.redeem(&code).await });
        }
        let replies = tasks.join_all().await;
        let (won, lost): (Vec<_>, Vec<_>) = replies.into_iter().partition(|reply| reply.status == 200);
        assert_eq!(won.len(), 1, "{engine}: exactly one success");
        for reply in &lost {
            assert_error(reply, 400, "invalid_grant", "a loser");
        }
        // A spent code was shown again by its rightful client: what came of it is revoked.
        let tokens = won[0].json();
        assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.status, 401, "{engine}");
    }
}

#[tokio::test]
async fn s14_a_code_twice() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    let code = web.code(&browser).await;
    let tokens = web.redeem(&code).await.json();
    let access_token = text(&tokens, "access_token");
    assert_eq!(userinfo(&test, access_token).await.status, 200);
    assert_error(&web.redeem(&code).await, 400, "invalid_grant", "the second time");
    assert_eq!(userinfo(&test, access_token).await.status, 401, "the access token is revoked");
    assert_error(&web.refresh(text(&tokens, "refresh_token")).await, 400, "invalid_grant", "the refresh token is revoked");

    // A replay that is not otherwise valid (a thief without verifier) ends nothing.
    let code = web.code(&browser).await;
    let tokens = web.redeem(&code).await.json();
    let wrong = "another-verifier-of-somebody-0123456789-0123456789";
    let fields =
        [("grant_type", "authorization_code"), ("code", &*code), ("redirect_uri", &*web.redirect_uri), ("code_verifier", wrong)];
    assert_error(&web.token(&fields).await, 400, "invalid_grant", "a thief");
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.status, 200, "the tokens live");
    // Nor does it come to life after its time.
    let code = web.code(&browser).await;
    test.advance(Duration::from_secs(61));
    assert_error(&web.redeem(&code).await, 400, "invalid_grant", "expired");
}

#[tokio::test]
async fn s15_a_code_elsewhere() {
    let test = start().await;
    let members = json!({ "redirect_uris": ["https://rp.example/cb", "https://rp.example/other"] });
    let web = RelyingParty::register(&test, members).await;
    let web2 = RelyingParty::web(&test).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let code = web.code(&browser).await;
    assert_error(&web2.redeem(&code).await, 400, "invalid_grant", "another client");
    let mut elsewhere = web.clone();
    elsewhere.redirect_uri = "https://rp.example/other".to_owned();
    assert_error(&elsewhere.redeem(&code).await, 400, "invalid_grant", "another redirect URI");
    let without = [("grant_type", "authorization_code"), ("code", code.as_str()), ("code_verifier", VERIFIER)];
    assert_error(&web.token(&without).await, 400, "invalid_grant", "no redirect URI");
    // The policy: a wrong attempt does not take the code from its rightful client, a third one does (s17).
    assert_eq!(web.redeem(&code).await.status, 200);
}

#[tokio::test]
async fn s16_no_way_around_pkce() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let spa = RelyingParty::spa(&test).await;
    let optional = RelyingParty::register(&test, json!({ "pkce_optional": true })).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    for client in [&web, &spa] {
        for request in [
            client.request().without("code_challenge").without("code_challenge_method"),
            client.request().without("code_challenge"),
            client.request().without("code_challenge_method"),
            client.request().with("code_challenge_method", "plain"),
            client.request().with("code_challenge_method", "plain").with("code_challenge", VERIFIER),
            client.request().with("code_challenge_method", "s256"),
            client.request().with("code_challenge_method", "S512"),
            client.request().with("code_challenge", "short"),
            client.request().with("code_challenge", ""),
        ] {
            let reply = browser.get(&request.path()).await;
            assert_eq!(reply.location_parameter("error").as_deref(), Some("invalid_request"), "{}", request.path());
            assert!(reply.location_parameter("code").is_none());
        }
        let code = client.code(&browser).await;
        let fields = [("grant_type", "authorization_code"), ("code", &*code), ("redirect_uri", &*client.redirect_uri)];
        assert_error(&client.token(&fields).await, 400, "invalid_grant", "no verifier");
    }
    let reply =
        optional.authorize(&browser, &optional.request().without("code_challenge").without("code_challenge_method")).await;
    let code = reply.location_parameter("code").expect("an exempted client gets a code");
    assert_error(&optional.redeem(&code).await, 400, "invalid_grant", "a verifier without a challenge");
    let public = json!({ "client_name": "X", "redirect_uris": ["https://spa.example/cb"], "token_endpoint_auth_method": "none", "pkce_optional": true });
    let members = public.as_object().expect("an object");
    let source = vestibule::model::client::ClientSource::Operator;
    let known = test.app.config.users.scopes();
    assert!(vestibule::oauth::registration::metadata::validate(members, source, &known).is_err(), "no public client is exempted");
}

#[tokio::test]
async fn s17_wrong_verifiers() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    let code = web.code(&browser).await;
    let redeem = async |verifier: &str| {
        let redirect_uri = web.redirect_uri.as_str();
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", redirect_uri),
            ("code_verifier", verifier),
        ];
        web.token(&fields).await
    };
    let long = "a".repeat(129);
    for malformed in
        ["a", &VERIFIER[..42], long.as_str(), &format!("{VERIFIER}!"), &format!("{VERIFIER} "), &format!("{VERIFIER}é")]
    {
        assert_error(&redeem(malformed).await, 400, "invalid_request", malformed);
    }
    // The challenge itself is well-formed as a verifier, and wrong.
    assert_error(&redeem(&challenge(VERIFIER)).await, 400, "invalid_grant", "the challenge");
    for number in 0..19 {
        assert_error(&redeem(&format!("{VERIFIER}-{number}")).await, 400, "invalid_grant", "wrong");
    }
    assert_error(&redeem(VERIFIER).await, 400, "invalid_grant", "the code is dead");
}
