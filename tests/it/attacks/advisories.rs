//! Published advisories of Better Auth and its kin: one test an advisory, named by its id. Those whose feature has tests of its own
//! stand in the table of `docs/attacks.md`; those about where people are led are in [`places`].

mod places;

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use vestibule::config::{Config, Mode, Sources};

use crate::api::passkeys::register;
use crate::api::siwe::{TestWallet, nonce};
use crate::api::{Call, PASSWORD, assert_error, cookies_of, parameter, sign_up};
use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};
use crate::support::authenticator::Authenticator;
use crate::support::passkeys::PasskeyDevice;
use crate::support::relying_party::{RelyingParty, person, sign_in, userinfo};

async fn post(test: &TestApp, path: &str, body: &Value, cookies: &str) -> Reply {
    Call::post(test, path, body).in_browser(cookies).send().await
}

async fn session(test: &TestApp, cookies: &str) -> Value {
    Call::get(test, "/get-session").in_browser(cookies).send().await.json()
}

fn password_of(name: &str) -> Value {
    json!({ "email": format!("{name}@example.test"), "password": PASSWORD })
}

#[tokio::test]
async fn cve_2025_61928_who_somebody_is_never_comes_from_the_body() {
    let test = TestApp::with(&[("passkey.enabled", "true"), ("two_factor.policy", "optional")]).await;
    let ada = sign_up(&test, "ada").await;
    let id = session(&test, &ada).await["user"]["id"].clone();
    for (path, mut body) in [
        ("/update-user", json!({ "name": "Mallory" })),
        ("/change-password", json!({ "currentPassword": PASSWORD, "newPassword": "another horse battery" })),
        ("/change-email", json!({ "newEmail": "mallory@example.test" })),
        ("/delete-user", json!({ "password": PASSWORD })),
        ("/two-factor/enable", json!({ "password": PASSWORD })),
        ("/two-factor/disable", json!({ "password": PASSWORD })),
        ("/passkey/verify-registration", json!({ "response": {} })),
        ("/revoke-sessions", json!({})),
    ] {
        body["userId"] = id.clone();
        body["user"] = json!({ "id": id });
        assert_eq!(Call::post(&test, path, &body).send().await.status, 401, "{path}");
    }
    assert_eq!(session(&test, &ada).await["user"]["name"], "ada");
}

#[tokio::test]
async fn ghsa_569q_mpph_wgww_our_address_comes_from_the_configuration_alone() {
    let test = TestApp::start().await;
    let forged = Request::builder().method(Method::GET).uri("/.well-known/openid-configuration").header("host", "evil.example");
    assert_eq!(test.send(forged.body(Body::empty()).unwrap()).await.status, 421);
    let forwarded = request(Method::GET, "/.well-known/openid-configuration").header("x-forwarded-host", "evil.example");
    let forwarded = forwarded.header("x-forwarded-prefix", "/evil").body(Body::empty()).unwrap();
    assert_eq!(test.send(forwarded).await.json()["issuer"], PUBLIC_URL);
    // Without an address of its own the server knows itself by the loopback address alone, and answers to no other.
    let config = Config::load(&Sources::none(), Mode::Serve).expect("every setting has a default");
    assert!(config.server.public_url.is_loopback());
}

#[tokio::test]
async fn ghsa_x732_6j76_qmhm_another_spelling_of_a_path_is_no_other_path() {
    let test = TestApp::with(&[("rate_limit.enabled", "true"), ("rate_limit.profile", "better-auth")]).await;
    let body = json!({ "email": "ada@example.test", "password": "wrong horse battery" });
    for _ in 0..3 {
        assert_eq!(Call::post(&test, "/sign-in/email", &body).send().await.status, 401);
    }
    let spellings = [
        "/api/auth/sign-in/email",
        "/api/auth//sign-in/email",
        "//api/auth/sign-in/email",
        "/api/auth/sign-in//email",
        "/api/auth/sign-in%2Femail",
        "/api/auth/sign-in/email/",
        "/api/auth/./sign-in/email",
        "/api/auth/x/../sign-in/email",
        "/api/auth/sign-in/%65mail",
    ];
    for path in spellings {
        let call = request(Method::POST, path).header("content-type", "application/json");
        let status = test.send(call.body(Body::from(body.to_string())).unwrap()).await.status;
        assert!(status == 429 || status == 404, "{path}: {status}");
    }
    // What is off is off in every spelling.
    for path in ["/api/auth//sign-in/username", "//api/auth/sign-in/username", "/api/auth/sign-in%2Fusername"] {
        test.advance(Duration::from_secs(60));
        let call = request(Method::POST, path).header("content-type", "application/json");
        assert_eq!(test.send(call.body(Body::from("{}")).unwrap()).await.status, 404, "{path}");
    }
}

/// Ada with an authenticator app.
async fn with_app(test: &TestApp) -> Authenticator {
    let cookies = sign_up(test, "ada").await;
    let uri = post(test, "/two-factor/enable", &json!({ "password": PASSWORD }), &cookies).await.json()["totpURI"].clone();
    let app = Authenticator::of_uri(uri.as_str().expect("an address"));
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(post(test, "/two-factor/verify-totp", &code, &cookies).await.status, 200);
    app
}

#[tokio::test]
async fn ghsa_xg6x_h9c9_2m83_half_a_sign_in_leaves_nothing_that_reads_as_a_session() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    with_app(&test).await;
    let asked = post(&test, "/sign-in/email", &password_of("ada"), "").await;
    assert_eq!(asked.json()["twoFactorRedirect"], true);
    let cookies = cookies_of(&asked);
    assert_eq!(session(&test, &cookies).await, Value::Null);
    let set: Vec<&str> = asked.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect();
    let kept = set.iter().filter(|cookie| !cookie.contains("Max-Age=0"));
    for cookie in kept {
        assert!(!cookie.contains("session_token") && !cookie.contains("session_data"), "{cookie}");
    }
}

#[tokio::test]
async fn pull_8711_an_app_that_was_never_confirmed_asks_nobody() {
    let test = TestApp::with(&[("two_factor.policy", "optional")]).await;
    let cookies = sign_up(&test, "ada").await;
    assert_eq!(post(&test, "/two-factor/enable", &json!({ "password": PASSWORD }), &cookies).await.status, 200);
    let signed_in = post(&test, "/sign-in/email", &password_of("ada"), "").await;
    assert!(signed_in.json()["token"].is_string(), "{}", signed_in.body);
}

#[tokio::test]
async fn ghsa_pw9m_5jxm_xr6h_a_refresh_token_alone_refreshes_nothing() {
    let test = Arc::new(TestApp::start().await);
    let ada = person(&test, "ada").await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    sign_in(&test, &browser, &ada).await;
    let tokens = web.tokens(&browser).await;
    let token = tokens["refresh_token"].as_str().expect("a refresh token");
    let fields = [("grant_type", "refresh_token"), ("refresh_token", token)];
    for more in [vec![], vec![("client_id", web.client_id.as_str())]] {
        let fields: Vec<_> = fields.into_iter().chain(more).collect();
        let reply = test.post_form("/oauth2/token", &fields).await;
        assert_eq!(reply.json()["error"], "invalid_client", "{fields:?}: {}", reply.body);
    }
    assert_eq!(web.refresh(token).await.status, 200, "nothing of this cost the token");
}

#[tokio::test]
async fn ghsa_9h47_pqcx_hjr4_neither_alg_none_nor_plain_is_advertised() {
    let test = TestApp::with(&[("registration.dynamic", "off")]).await;
    let document = test.get("/.well-known/openid-configuration").await.json();
    assert_eq!(document["code_challenge_methods_supported"], json!(["S256"]));
    for (name, value) in document.as_object().expect("members") {
        let names_none = value.as_array().is_some_and(|values| values.contains(&json!("none")));
        // Elsewhere it is a word of its own: a public client's authentication method, a prompt.
        assert!(!names_none || !name.contains("_alg_"), "{name}");
    }
}

#[tokio::test]
async fn ghsa_2vg6_77g8_24mp_nothing_of_somebody_who_is_gone_lives_on() {
    let test = Arc::new(TestApp::with(&[("bearer.enabled", "true")]).await);
    let ada = person(&test, "ada").await;
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    sign_in(&test, &browser, &ada).await;
    let tokens = web.tokens(&browser).await;
    let other = cookies_of(&post(&test, "/sign-in/email", &password_of("ada"), "").await);
    let bearer = session(&test, &other).await["session"]["token"].as_str().map(str::to_owned);
    test.erase(&ada.id).await;
    assert_eq!(session(&test, &browser.cookie_header()).await, Value::Null);
    assert_eq!(session(&test, &other).await, Value::Null);
    if let Some(token) = bearer {
        let call = Call::get(&test, "/get-session").with("authorization", &format!("Bearer {token}"));
        assert_eq!(call.send().await.body, "null");
    }
    assert_eq!(userinfo(&test, tokens["access_token"].as_str().expect("a token")).await.status, 401);
    assert_eq!(web.refresh(tokens["refresh_token"].as_str().expect("a token")).await.json()["error"], "invalid_grant");
}

#[tokio::test]
async fn ghsa_4vcf_q4xf_f48m_a_passkey_is_its_owners_to_name_and_to_remove() {
    let test = TestApp::with(&[("passkey.enabled", "true")]).await;
    let ada = sign_up(&test, "ada").await;
    let passkey = register(&test, &ada, &PasskeyDevice::default()).await;
    let mallory = sign_up(&test, "mallory").await;
    let id = &passkey["id"];
    let removed = post(&test, "/passkey/delete-passkey", &json!({ "id": id }), &mallory).await;
    let renamed = post(&test, "/passkey/update-passkey", &json!({ "id": id, "name": "Mine" }), &mallory).await;
    assert!(removed.status.is_client_error() && renamed.status.is_client_error(), "{} {}", removed.body, renamed.body);
    let listed = Call::get(&test, "/passkey/list-user-passkeys").in_browser(&ada).send().await.json();
    assert_eq!(listed, json!([passkey]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ghsa_hc7v_rggr_4hvx_a_mailed_link_signs_in_once() {
    let test = Arc::new(TestApp::with(&[("magic_link.enabled", "true")]).await);
    sign_up(&test, "ada").await;
    test.deliver_mail().await;
    post(&test, "/sign-in/magic-link", &json!({ "email": "ada@example.test" }), "").await;
    let link = test.mailed_link("ada@example.test").await;
    let mut tries = JoinSet::new();
    for _ in 0..50 {
        let (test, link) = (Arc::clone(&test), link.clone());
        tries.spawn(async move {
            let reply = Call::get(&test, &link).with("accept", "application/json").send().await;
            cookies_of(&reply).contains("session_token=")
        });
    }
    assert_eq!(tries.join_all().await.into_iter().filter(|signed_in| *signed_in).count(), 1);
}

#[tokio::test]
async fn ghsa_9x4v_xfq5_m8x5_the_error_page_shows_text() {
    let test = TestApp::start().await;
    let markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    for name in ["error", "error_description"] {
        let page = Call::get(&test, &vestibule::model::urls::with_query("/error", &[(name, markup)])).send().await;
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{name}");
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{name}");
    }
    // pull 9065: a text that no header could hold.
    let page = Call::get(&test, "/error?error=x&error_description=%F0%9F%9A%AA%00%0d%0a").send().await;
    assert!(!page.status.is_server_error());
}

#[tokio::test]
async fn pull_10228_a_wallet_brings_nobody_elses_address() {
    let test = TestApp::with(&[("siwe.enabled", "true"), ("siwe.addresses", "true")]).await;
    let ada = session(&test, &sign_up(&test, "ada").await).await["user"]["id"].clone();
    let wallet = TestWallet::new("mallory");
    let mut body = wallet.signed(&wallet.message(&test, &nonce(&test).await));
    body["email"] = json!("ada@example.test");
    let reply = post(&test, "/siwe/verify", &body, "").await;
    let user = session(&test, &cookies_of(&reply)).await["user"].clone();
    assert_ne!(user["id"], ada);
    assert_ne!(user["email"], "ada@example.test");
}

#[tokio::test]
async fn pull_8839_without_automatic_sign_in_a_known_address_looks_like_a_new_one() {
    let test = TestApp::with(&[("registration.require_verified_email", "true")]).await;
    sign_up(&test, "ada").await;
    let body = |email: &str| json!({ "name": "Mallory", "email": email, "password": "wrong horse battery" });
    let [known, new] = [
        post(&test, "/sign-up/email", &body("ada@example.test"), "").await,
        post(&test, "/sign-up/email", &body("new@example.test"), "").await,
    ];
    assert_eq!((known.status, known.json()["token"].clone()), (new.status, new.json()["token"].clone()));
    let members = |reply: &Reply| reply.json()["user"].as_object().expect("a user").keys().cloned().collect::<Vec<_>>();
    assert_eq!(members(&known), members(&new));
    assert_eq!(known.json()["user"]["name"], "Mallory", "it says nothing of the person who is there");
}

#[tokio::test]
async fn ghsa_7rqj_j65f_68wh_an_address_is_read_before_it_is_compared() {
    let test = TestApp::start().await;
    sign_up(&test, "ada").await;
    for email in [
        "ada＠example.test",
        "аda@example.test",
        "ada@exаmple.test",
        "ada@example。test",
        "ada\u{200b}@example.test",
        "ada@example.test\u{202e}",
    ] {
        let reply = post(&test, "/sign-up/email", &json!({ "name": "Mallory", "email": email, "password": PASSWORD }), "").await;
        assert!(reply.status.is_client_error(), "{email:?}: {}", reply.body);
        let reply = post(&test, "/request-password-reset", &json!({ "email": email }), "").await;
        assert!(reply.status.is_client_error(), "{email:?}: {}", reply.body);
    }
}

#[tokio::test]
async fn ghsa_xmf8_cvqr_rfgj_a_malformed_header_is_the_callers_fault() {
    let test = TestApp::with(&[("bearer.enabled", "true")]).await;
    for value in ["Bearer", "Bearer ", "bearer \u{e4}", "Basic", "Basic !!!", "Basic Og==", "Digest x=y", ",", "Bearer a b c"] {
        for (method, path) in [
            (Method::GET, "/oauth2/userinfo"),
            (Method::POST, "/oauth2/token"),
            (Method::POST, "/oauth2/introspect"),
            (Method::GET, "/api/auth/get-session"),
        ] {
            let call = request(method, path).header("authorization", value.as_bytes());
            let call = call.header("content-type", "application/x-www-form-urlencoded").body(Body::empty()).unwrap();
            let reply = test.send(call).await;
            assert!(!reply.status.is_server_error(), "{path} {value:?}: {}", reply.status);
            assert!(path != "/oauth2/userinfo" || reply.status == 401, "{path} {value:?}: {}", reply.status);
        }
    }
}

#[tokio::test]
async fn traps_7_a_verification_link_proves_once() {
    let test = TestApp::start().await;
    sign_up(&test, "ada").await;
    let link = test.mailed_link("ada@example.test").await;
    let token = parameter(&link, "token");
    let path = vestibule::model::urls::with_query("/verify-email", &[("token", &token)]);
    let first = Call::get(&test, &path).with("accept", "application/json").send().await;
    assert_eq!(first.json()["status"], true, "{}", first.body);
    let again = Call::get(&test, &path).with("accept", "application/json").send().await;
    assert_error(&again, 401, "INVALID_TOKEN");
}
