//! Redirects and the front channel.

use std::sync::Arc;

use serde_json::json;

use super::{assert_local_error, text};
use crate::support::app::{Reply, TestApp};
use crate::support::relying_party::{RelyingParty, alice_at_web, allow, flow, person, resume, sign_in};

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::start().await)
}

#[tokio::test]
async fn s01_redirect_host_tricks() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    web.code(&browser).await;
    for redirect_uri in [
        "https://rp.example.evil.example/cb",
        "https://badrp.example/cb",
        "https://rp.example@evil.example/cb",
        "https://rp.example:pw@evil.example/cb",
        "https://evil.example/https://rp.example/cb",
        "https://evil.example?https://rp.example/cb",
        "https://evil.example#https://rp.example/cb",
        "https://evil.example\\.rp.example/cb",
        "//rp.example/cb",
        "https:rp.example/cb",
        "https://rp.example.:443/cb",
    ] {
        let reply = browser.get(&web.request().with("redirect_uri", redirect_uri).path()).await;
        assert_local_error(&reply, redirect_uri);
    }
}

#[tokio::test]
async fn s02_redirect_uri_spellings() {
    let test = start().await;
    let web = RelyingParty::register(&test, json!({ "redirect_uris": ["https://rp.example/a/cb"] })).await;
    for redirect_uri in [
        "https://rp.example/a/cb/",
        "https://rp.example/a/CB",
        "https://rp.example/a/cb?x=1",
        "https://rp.example/a/cb?",
        "https://rp.example/a/cb#",
        "https://rp.example/a/b/../cb",
        "https://rp.example/a/./cb",
        "https://rp.example/a/%63b",
        "https://rp.example:443/a/cb",
        "HTTPS://rp.example/a/cb",
        "https://RP.example/a/cb",
        "https://rp.example//a/cb",
        "https://rp.example/a",
        "https://rp.example/a/cb ",
        " https://rp.example/a/cb",
        "https://rp.example/a/cb\t",
        "http://rp.example/a/cb",
        "",
    ] {
        let reply = test.get(&web.request().with("redirect_uri", redirect_uri).path()).await;
        assert_local_error(&reply, redirect_uri);
    }
    assert_local_error(&test.get(&web.request().without("redirect_uri").path()).await, "no redirect_uri");
    assert_eq!(test.get(&web.request().path()).await.status, 303, "the registered spelling");
}

#[tokio::test]
async fn s03_loopback_redirects() {
    let test = start().await;
    let native = RelyingParty::native(&test).await;
    for redirect_uri in ["http://127.0.0.1:1/cb", "http://127.0.0.1:51000/cb", "http://127.0.0.1/cb"] {
        let reply = test.get(&native.request().with("redirect_uri", redirect_uri).path()).await;
        assert_eq!(reply.status, 303, "{redirect_uri}: {}", reply.body);
    }
    for redirect_uri in [
        "http://127.0.0.1:51000/other",
        "http://127.0.0.1:51000/cb?x=1",
        "http://127.0.0.2:51000/cb",
        "http://localhost:51000/cb",
        "https://127.0.0.1:51000/cb",
        "http://[::1]:51000/cb",
        "http://127.0.0.1:51000@evil.example/cb",
        "http://127.0.0.1.evil.example/cb",
        "http://127.1:51000/cb",
        "http://127.0.0.1:051000/cb",
        "http://127.0.0.1:65536/cb",
        "http://127.0.0.1:/cb",
    ] {
        let reply = test.get(&native.request().with("redirect_uri", redirect_uri).path()).await;
        assert_local_error(&reply, redirect_uri);
    }
}

#[tokio::test]
async fn s04_no_error_redirect_before_the_target_is_proven() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let unknown = web.request().with("client_id", "unknown");
    assert_local_error(&test.get(&unknown.path()).await, "unknown client");
    assert_local_error(&test.get(&web.request().without("client_id").path()).await, "no client");
    let wrong =
        web.request().with("redirect_uri", "https://evil.example/cb").with("scope", "bad\"scope").with("response_type", "x");
    assert_local_error(&test.get(&wrong.path()).await, "everything wrong");
    web.set_disabled(true).await;
    assert_local_error(&test.get(&web.request().path()).await, "disabled client");
}

#[tokio::test]
async fn s05_repeated_parameters() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let other = RelyingParty::web(&test).await;
    let own = web.redirect_uri.clone();
    let evil = "https://evil.example/cb";
    let bad_last = web.request().and("redirect_uri", evil);
    let bad_first = web.request().with("redirect_uri", evil).and("redirect_uri", &own);
    let same_twice = web.request().and("redirect_uri", &own);
    for request in [bad_last, bad_first, same_twice] {
        assert_local_error(&test.get(&request.path()).await, &request.path());
        let posted = test.post_form("/oauth2/authorize", &request.parameters()).await;
        assert_local_error(&posted, "posted");
    }
    for (name, value) in [("client_id", other.client_id.as_str()), ("client_id", web.client_id.as_str()), ("state", "other")] {
        let request = web.request().and(name, value);
        assert_local_error(&test.get(&request.path()).await, name);
    }
    for name in ["scope", "nonce", "code_challenge", "prompt", "unknown"] {
        let request = web.request().and(name, "one").and(name, "two");
        let reply = test.get(&request.path()).await;
        assert!(reply.location().starts_with(&own), "{name}: client and target are unambiguous");
        assert_eq!(reply.location_parameter("error").as_deref(), Some("invalid_request"), "{name}");
        assert_eq!(reply.location_parameter("state").as_deref(), Some("state-of-the-app"), "{name}");
    }
}

#[tokio::test]
async fn s06_the_way_back_after_signing_in() {
    let test = start().await;
    let password = "correct horse battery staple";
    test.browser().sign_up("Alice", "alice@example.test", password).await;
    for way_back in [
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/%09/evil.example",
        "/%2f/evil.example",
        "/%5cevil.example",
        "https:evil.example",
        "https://evil.example/",
        "https:///evil.example",
        "@evil.example",
        "evil.example",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "/account/..//evil.example",
    ] {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("return_to", way_back).finish();
        let browser = test.browser();
        let page = browser.get(&format!("/sign-in?{query}")).await;
        let fields =
            [("return_to", way_back), ("identifier", "alice@example.test"), ("password", password), ("action", "sign-in")];
        let reply = browser.submit(&page, "/sign-in", &fields).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (303, "/account"), "{way_back:?}");

        let mut link = url::form_urlencoded::Serializer::new(String::new());
        link.append_pair("purpose", "verify_email").append_pair("token", "x").append_pair("callbackURL", way_back);
        let reply = test.get(&format!("/confirm-link?{}", link.finish())).await;
        assert_local_error(&reply, way_back);
    }
}

#[tokio::test]
async fn s07_no_token_in_a_front_channel_answer() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    web.code(&browser).await;
    for response_type in ["token", "id_token", "id_token token", "code token", "code id_token", "none", "CODE", "code code", ""] {
        for mode in [None, Some("query"), Some("fragment"), Some("web_message"), Some("query.jwt"), Some("unknown")] {
            let request = web.request().with("response_type", response_type);
            let request = mode.map_or_else(|| request.clone(), |mode| request.clone().with("response_mode", mode));
            let reply = browser.get(&request.path()).await;
            assert_refused_without_token(&reply, &format!("{response_type} {mode:?}"));
        }
    }
    for mode in ["fragment", "web_message", "unknown"] {
        let reply = browser.get(&web.request().with("response_mode", mode).path()).await;
        assert_refused_without_token(&reply, mode);
    }
}

fn assert_refused_without_token(reply: &Reply, case: &str) {
    let code = reply.location_parameter("error").unwrap_or_default();
    assert!(["unsupported_response_type", "invalid_request", "unauthorized_client"].contains(&code.as_str()), "{case}: {code}");
    for secret in ["access_token", "id_token=", "code="] {
        assert!(!reply.location().contains(secret), "{case}: {}", reply.location());
    }
}

#[tokio::test]
async fn s08_the_way_back_to_the_app() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    let page = browser.open(&web.request().path()).await;
    let posted = browser.submit(&page, "/consent", &[("action", "allow")]).await;
    assert_eq!(posted.status, 303, "a POST is answered by 303");
    let back = browser.get(posted.location()).await;
    for reply in [&posted, &back] {
        assert_eq!(reply.status, 303);
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("cache-control"), "no-store");
    }
    assert!(back.location().starts_with(&web.redirect_uri));
}

#[tokio::test]
async fn s09_a_continuation_url_in_another_browser() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let alice = person(&test, "Alice").await;
    let first = test.browser();
    let flow = flow(&first.get(&web.request().path()).await);
    sign_in(&test, &first, &alice).await;
    let consent = first.open(&resume(&flow)).await;
    assert!(consent.body.contains("consent-allow"), "alice is asked: {}", consent.status);

    let second = test.browser();
    for path in [resume(&flow), format!("/consent?flow={flow}"), format!("/choose-account?flow={flow}")] {
        let reply = second.get(&path).await;
        assert!(reply.location_parameter("code").is_none(), "{path}");
        assert!(!reply.body.contains("consent-allow") && !reply.body.contains("Alice"), "{path}");
        assert!(!reply.location().contains(&flow), "{path}: the flow stays with its browser");
    }
    // Signed in as somebody else, the second browser still cannot take part in the first one's flow.
    let mallory = person(&test, "Mallory").await;
    sign_in(&test, &second, &mallory).await;
    let page = second.open(&web.request().path()).await;
    let stolen = second.submit(&page, "/consent", &[("flow", &flow), ("action", "allow")]).await;
    assert!(stolen.location_parameter("code").is_none());
    let done = allow(&first, &consent).await;
    assert!(done.location_parameter("code").is_some(), "the first browser goes on undisturbed");
}

#[tokio::test]
async fn s10_no_silent_answer_for_clients_of_unproven_identity() {
    let test = start().await;
    let public = json!({ "token_endpoint_auth_method": "none" });
    let alice = person(&test, "Alice").await;
    let clients = [
        (RelyingParty::native(&test).await, false),
        (RelyingParty::dynamic(&test, public).await, false),
        (RelyingParty::spa(&test).await, true),
        (RelyingParty::web(&test).await, true),
    ];
    for (number, (client, silent)) in clients.iter().enumerate() {
        let browser = test.browser();
        sign_in(&test, &browser, &alice).await;
        client.code(&browser).await;
        let reply = browser.get(&client.request().with("prompt", "none").path()).await;
        let error = reply.location_parameter("error");
        if *silent {
            assert!(reply.location_parameter("code").is_some(), "{number}: {}", reply.location());
        } else {
            assert_eq!(error.as_deref(), Some("consent_required"), "{number}: {}", reply.location());
        }
    }
}

#[tokio::test]
async fn s11_where_signing_out_leads() {
    let test = start().await;
    let web_out = "https://rp.example/out";
    let web = RelyingParty::register(&test, json!({ "post_logout_redirect_uris": [web_out] })).await;
    let other_out = "https://other.example/out";
    let other = RelyingParty::register(&test, json!({ "post_logout_redirect_uris": [other_out] })).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let tokens = web.tokens(&browser).await;
    let hint = text(&tokens, "id_token");
    let out = |parameters: &[(&str, &str)]| {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
        format!("/oauth2/end-session?{query}")
    };

    // Without a hint, or with one that does not fit, a person is asked, and the browser stays here whatever they answer.
    let forged = format!("{}x", hint);
    for parameters in [
        vec![],
        vec![("post_logout_redirect_uri", web_out), ("state", "s")],
        vec![("id_token_hint", hint), ("client_id", other.client_id.as_str()), ("post_logout_redirect_uri", other_out)],
        vec![("id_token_hint", forged.as_str()), ("client_id", web.client_id.as_str()), ("post_logout_redirect_uri", web_out)],
    ] {
        let asking = test.browser();
        sign_in(&test, &asking, &alice).await;
        let page = asking.get(&out(&parameters)).await;
        assert_eq!(page.status, 200, "{parameters:?}");
        assert!(page.body.contains("logout-confirm"), "{parameters:?}: a page asks");
        let mut fields = parameters.clone();
        fields.push(("action", "confirm"));
        let done = asking.submit(&page, "/oauth2/end-session/confirm", &fields).await;
        assert_eq!((done.status.as_u16(), done.location()), (200, ""), "{parameters:?}");
        assert!(done.body.contains("logged-out"), "{parameters:?}");
    }
    for parameters in [
        [("id_token_hint", hint), ("post_logout_redirect_uri", other_out), ("state", "s")],
        [("id_token_hint", hint), ("post_logout_redirect_uri", "https://rp.example/out/more"), ("state", "s")],
        [("id_token_hint", hint), ("post_logout_redirect_uri", "https://rp.example/out?x=1"), ("state", "s")],
    ] {
        let leaving = test.browser();
        sign_in(&test, &leaving, &alice).await;
        let tokens = web.tokens(&leaving).await;
        let mut parameters = parameters;
        parameters[0].1 = text(&tokens, "id_token");
        let reply = leaving.get(&out(&parameters)).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (200, ""), "{parameters:?}");
        assert!(reply.body.contains("logged-out"), "the hint fits, so the session ends");
    }
    let reply = browser.get(&out(&[("id_token_hint", hint), ("post_logout_redirect_uri", web_out), ("state", "a&b=c%")])).await;
    assert_eq!(reply.location(), "https://rp.example/out?state=a%26b%3Dc%25");
}

#[tokio::test]
async fn s12_headers_of_pages() {
    let test = TestApp::with(&[("server.public_url", "https://login.example.test")]).await;
    let test = Arc::new(test);
    let get = async |path: &str| {
        let request =
            axum::http::Request::get(path).header("host", "login.example.test").header("origin", "https://evil.example");
        test.send(request.body(axum::body::Body::empty()).expect("a request")).await
    };
    for path in [
        "/sign-in",
        "/sign-up",
        "/forgot-password",
        "/reset-password",
        "/consent",
        "/choose-account",
        "/account",
        "/oauth2/end-session",
        "/oauth2/authorize",
        "/nowhere",
    ] {
        let reply = get(path).await;
        if reply.status.is_redirection() {
            assert_eq!(reply.header("referrer-policy"), "no-referrer", "{path}");
        } else {
            let policy = reply.header("content-security-policy");
            for directive in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
                assert!(policy.contains(directive), "{path}: {policy}");
            }
            assert!(!policy.contains("unsafe") && !policy.contains("object-src"), "{path}: {policy}");
            assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        }
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
        assert!(reply.header("strict-transport-security").contains("max-age="), "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), "", "{path}");
    }
}
