//! The authorization code flow (RFC 6749, section 4.1; OpenID Connect Core, section 3.1; RFC 9207).

use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use super::{alice_at_web, start, text};
use crate::support::app::{TestApp, request};
use crate::support::relying_party::{CALLBACK, RelyingParty, SCOPE, VERIFIER, allow, claims, flow, person, sign_in, userinfo};

#[tokio::test]
async fn from_request_to_tokens() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    let reply = browser.get(&web.request().path()).await;
    assert_eq!(reply.status, 303);
    assert!(reply.location().starts_with("/sign-in?flow="), "{}", reply.location());
    let alice = person(&test, "Alice").await;
    sign_in(&test, &browser, &alice).await;
    let consent = browser.open(&format!("/oauth2/authorize/resume?flow={}", flow(&reply))).await;
    let back = allow(&browser, &consent).await;
    assert!(back.location().starts_with(CALLBACK));
    assert_eq!(back.location_parameter("state").as_deref(), Some("state-of-the-app"));
    assert_eq!(back.location_parameter("iss").as_deref(), Some(test.app.config.issuer()));
    let code = back.location_parameter("code").expect("a code");
    assert!(code.len() >= 43, "256 bits");

    let answer = web.redeem(&code).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
    let tokens = answer.json();
    assert_eq!((&tokens["token_type"], &tokens["expires_in"], &tokens["scope"]), (&json!("Bearer"), &json!(3600), &json!(SCOPE)));
    assert!(text(&tokens, "refresh_token").len() >= 43);
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.json()["sub"], json!(alice.id));
}

#[tokio::test]
async fn by_the_hosted_pages_alone() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    let page = browser.open(&web.request().with("prompt", "create").path()).await;
    let fields = [("name", "Alice"), ("email", "alice@example.test"), ("password", "correct horse battery staple")];
    let created = browser.submit(&page, "/sign-up", &fields).await;
    let consent = browser.follow(created).await;
    assert!(consent.body.contains("consent-allow"), "{} {}", consent.status, consent.body);
    let back = allow(&browser, &consent).await;
    let tokens = web.redeem(&back.location_parameter("code").expect("a code")).await.json();
    assert_eq!(claims(text(&tokens, "id_token"))["amr"], json!(["pwd"]));
}

#[tokio::test]
async fn what_the_id_token_says() {
    let test = start().await;
    let (browser, alice, web) = alice_at_web(&test).await;
    test.advance(Duration::from_secs(10));
    let tokens = web.tokens(&browser).await;
    let id_token = text(&tokens, "id_token");
    let verified = test.app.keyring.current().verify(id_token).expect("signed by a published key");
    let claims = verified.claims;
    let now = test.app.clock.now().seconds();
    for (name, value) in [
        ("iss", json!(test.app.config.issuer())),
        ("sub", json!(alice.id)),
        ("aud", json!(web.client_id)),
        ("iat", json!(now)),
        ("exp", json!(now + 3600)),
        ("auth_time", json!(now - 10)),
        ("nonce", json!("nonce-of-the-app")),
        ("amr", json!(["pwd"])),
    ] {
        assert_eq!(claims[name], value, "{name}");
    }
    assert!(claims["sid"].is_string() && claims["at_hash"].is_string() && claims["acr"].is_string());
    for name in ["name", "email", "email_verified", "picture"] {
        assert!(!claims.contains_key(name), "{name} is for UserInfo");
    }
}

#[tokio::test]
async fn each_algorithm_of_the_id_token() {
    let test = start().await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    for algorithm in ["RS256", "ES256", "EdDSA"] {
        let client = RelyingParty::register(&test, json!({ "id_token_signed_response_alg": algorithm })).await;
        let tokens = client.tokens(&browser).await;
        let verified = test.app.keyring.current().verify(text(&tokens, "id_token")).expect(algorithm);
        assert_eq!(verified.claims["aud"], json!(client.client_id));
    }
}

#[tokio::test]
async fn requests_come_by_post_as_well() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    web.code(&browser).await;
    let reply = browser.post("/oauth2/authorize", &web.request().parameters()).await;
    assert!(reply.location_parameter("code").is_some(), "{} {}", reply.status, reply.body);
}

#[tokio::test]
async fn the_query_of_the_redirect_uri_is_kept() {
    let test = start().await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let client = RelyingParty::register(&test, json!({ "redirect_uris": ["https://rp.example/cb?tenant=1&x=a%20b"] })).await;
    let reply = client.authorize(&browser, &client.request()).await;
    assert!(reply.location().starts_with("https://rp.example/cb?tenant=1&x=a%20b&code="), "{}", reply.location());
}

#[tokio::test]
async fn state_comes_back_as_it_was() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    for state in ["", "a b+c&d=e%20f#g", "äöü\u{1f600}", &format!("{}-._~", "s".repeat(124)), "\"<script>"] {
        let reply = web.authorize(&browser, &web.request().with("state", state)).await;
        assert_eq!(reply.location_parameter("state").as_deref(), Some(state));
    }
    let without = web.authorize(&browser, &web.request().without("state").without("nonce")).await;
    assert!(without.location_parameter("state").is_none());
    let tokens = web.redeem(&without.location_parameter("code").expect("a code")).await.json();
    assert!(claims(text(&tokens, "id_token")).get("nonce").is_none());
}

#[tokio::test]
async fn what_is_unknown_or_a_hint_does_no_harm() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    web.code(&browser).await;
    for (name, value) in [
        ("extra", "foobar"),
        ("display", "popup"),
        ("display", "page"),
        ("ui_locales", "se"),
        ("claims_locales", "se"),
        ("acr_values", "1 2"),
        ("login_hint", "buffy@example.com"),
        ("scope", "openid profile unknown:scope https://x.example/y"),
    ] {
        let reply = web.authorize(&browser, &web.request().with(name, value)).await;
        assert!(reply.location_parameter("code").is_some(), "{name}={value}: {}", reply.location());
    }
}

#[tokio::test]
async fn refusals_go_to_the_app() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let narrow = RelyingParty::register(&test, json!({ "scope": "openid" })).await;
    for (request, code) in [
        (web.request().without("response_type"), "invalid_request"),
        (web.request().with("response_type", "token"), "unsupported_response_type"),
        (web.request().with("response_mode", "unknown"), "invalid_request"),
        (web.request().with("request", "eyJhbGciOiJub25lIn0.e30."), "request_not_supported"),
        (web.request().with("request_uri", "https://rp.example/request"), "request_uri_not_supported"),
        (web.request().with("registration", "{}"), "registration_not_supported"),
        (web.request().with("scope", "bad\"scope"), "invalid_scope"),
        (web.request().with("scope", "unknown"), "invalid_scope"),
        (narrow.request().with("scope", "openid email"), "invalid_scope"),
        (web.request().with("resource", "https://api.example/"), "invalid_target"),
        (web.request().with("prompt", "none login"), "invalid_request"),
        (web.request().with("prompt", "unknown"), "invalid_request"),
        (web.request().with("max_age", "-1"), "invalid_request"),
        (web.request().with("max_age", "soon"), "invalid_request"),
        (web.request().with("id_token_hint", "nonsense"), "invalid_request"),
        (web.request().with("nonce", &"n".repeat(2049)), "invalid_request"),
    ] {
        let reply = browser.get(&request.path()).await;
        assert!(reply.location().starts_with(CALLBACK), "{}: {}", request.path(), reply.status);
        assert_eq!(reply.location_parameter("error").as_deref(), Some(code), "{}", request.path());
        assert_eq!(reply.location_parameter("iss").as_deref(), Some(test.app.config.issuer()));
        assert_eq!(reply.location_parameter("state").as_deref(), Some("state-of-the-app"));
        assert!(reply.location_parameter("code").is_none());
    }
}

#[tokio::test]
async fn form_post_carries_codes_and_errors() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    web.code(&browser).await;
    let page = browser.get(&web.request().with("response_mode", "form_post").path()).await;
    assert_eq!((page.status.as_u16(), page.location()), (200, ""));
    assert_eq!(page.hidden("state").as_deref(), Some("state-of-the-app"));
    assert_eq!(web.redeem(&page.hidden("code").expect("a code")).await.status, 200);
    let policy = page.header("content-security-policy");
    assert!(policy.contains("form-action 'self' https://rp.example"), "{policy}");
    let refused = web.request().with("response_mode", "form_post").with("scope", "unknown");
    assert_eq!(browser.get(&refused.path()).await.hidden("error").as_deref(), Some("invalid_scope"));
}

#[tokio::test]
async fn a_code_lives_a_minute_and_no_longer_than_its_session() {
    let test = start().await;
    let (browser, _, web) = alice_at_web(&test).await;
    let code = web.code(&browser).await;
    test.advance(Duration::from_secs(59));
    assert_eq!(web.redeem(&code).await.status, 200);
    let code = web.code(&browser).await;
    test.advance(Duration::from_secs(60));
    assert_eq!(web.redeem(&code).await.json()["error"], "invalid_grant");
    let tokens = web.tokens(&browser).await;
    let code = web.code(&browser).await;
    browser.get(&format!("/oauth2/end-session?id_token_hint={}", text(&tokens, "id_token"))).await;
    assert_eq!(web.redeem(&code).await.json()["error"], "invalid_grant", "signed out in between");
}

#[tokio::test]
async fn endpoints_live_under_the_issuer_too() {
    let test = TestApp::with(&[("server.issuer", "http://localhost:9180/api/auth")]).await;
    let test = std::sync::Arc::new(test);
    let (browser, _, web) = alice_at_web(&test).await;
    let code = web.code(&browser).await;
    let fields =
        [("grant_type", "authorization_code"), ("code", code.as_str()), ("redirect_uri", CALLBACK), ("code_verifier", VERIFIER)];
    let tokens = web.post("/api/auth/oauth2/token", &fields).await.json();
    assert_eq!(claims(text(&tokens, "id_token"))["iss"], "http://localhost:9180/api/auth");
    let bearer = format!("Bearer {}", text(&tokens, "access_token"));
    let request = request(Method::GET, "/api/auth/oauth2/userinfo").header("authorization", bearer);
    assert_eq!(test.send(request.body(axum::body::Body::empty()).expect("a request")).await.status, 200);
}
