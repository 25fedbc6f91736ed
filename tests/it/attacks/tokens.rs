//! Access tokens, refresh tokens, introspection and revocation.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openssl::hash::MessageDigest;
use openssl::pkey::PKey;
use openssl::sign::Signer;
use serde_json::{Value, json};
use vestibule::crypto::jws::JwsType;
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::model::ids::ClientId;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::signing_algorithm::SigningAlgorithm;
use vestibule::store::Engine;
use vestibule::users::connected_apps;

use super::{assert_error, text};
use crate::support::app::TestApp;
use crate::support::databases;
use crate::support::relying_party::{RelyingParty, SCOPE, alice_at_web, claims, person, set_disabled, sign_in, userinfo};

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::start().await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn s18_one_of_fifty_refreshes() {
    for engine in [Engine::Sqlite, Engine::Postgres, Engine::Mariadb] {
        if !databases::available(engine) {
            continue;
        }
        let test = Arc::new(TestApp::on(databases::fresh(engine).await, &[]).await);
        let (web, _, browser) = alice_at_web(&test).await;
        let tokens = web.tokens(&browser).await;
        let first = text(&tokens, "refresh_token").to_owned();
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..50 {
            let (web, first) = (web.clone(), first.clone());
            tasks.spawn(async move { web.refresh(&first).await });
        }
        let replies = tasks.join_all().await;
        let (won, lost): (Vec<_>, Vec<_>) = replies.into_iter().partition(|reply| reply.status == 200);
        assert_eq!(won.len(), 1, "{engine}: exactly one success");
        assert!(lost.iter().all(|reply| reply.json()["error"] == "invalid_grant"), "{engine}");
        let second = won[0].json();
        assert_error(&web.refresh(text(&second, "refresh_token")).await, 400, "invalid_grant", "the family is revoked");
        assert_eq!(userinfo(&test, text(&second, "access_token")).await.status, 401, "{engine}");
    }
}

#[tokio::test]
async fn s18_a_spent_refresh_token_revokes_its_family() {
    let test = start().await;
    let spa = RelyingParty::spa(&test).await;
    let other = RelyingParty::spa(&test).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let first = spa.tokens(&browser).await;
    let second = spa.refresh(text(&first, "refresh_token")).await.json();
    assert_error(&other.refresh(text(&first, "refresh_token")).await, 400, "invalid_grant", "another client");
    assert_eq!(userinfo(&test, text(&second, "access_token")).await.status, 200, "another client ends nothing");
    assert_error(&spa.refresh(text(&first, "refresh_token")).await, 400, "invalid_grant", "spent");
    assert_error(&spa.refresh(text(&second, "refresh_token")).await, 400, "invalid_grant", "its successor");
    for tokens in [&first, &second] {
        assert_eq!(userinfo(&test, text(tokens, "access_token")).await.status, 401);
    }
}

#[tokio::test]
async fn s19_refresh_never_widens() {
    let test = start().await;
    let (web, _, browser) = alice_at_web(&test).await;
    let reply = web.authorize(&browser, &web.request().with("scope", "openid profile offline_access")).await;
    let tokens = web.redeem(&reply.location_parameter("code").expect("a code")).await.json();
    let refresh = async |token: &str, name: &str, value: &str| {
        web.token(&[("grant_type", "refresh_token"), ("refresh_token", token), (name, value)]).await
    };
    let token = text(&tokens, "refresh_token");
    for wider in ["openid profile email offline_access", "email", "openid admin", ""] {
        assert_error(&refresh(token, "scope", wider).await, 400, "invalid_scope", wider);
    }
    assert_error(&refresh(token, "resource", "https://api.example/").await, 400, "invalid_target", "a resource");
    let narrow = refresh(token, "scope", "openid").await.json();
    assert_eq!(narrow["scope"], "openid");
    assert!(userinfo(&test, text(&narrow, "access_token")).await.json().get("name").is_none());
    let back = web.refresh(text(&narrow, "refresh_token")).await.json();
    assert_eq!(back["scope"], "openid profile offline_access", "back to what was allowed, not more");
}

#[tokio::test]
async fn s20_current_state_at_every_issuance() {
    let test = start().await;
    let (web, alice, browser) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let (access, refresh) = (text(&tokens, "access_token"), text(&tokens, "refresh_token"));
    let assert_dead = async |status: u16, code: &str, case: &str| {
        assert_error(&web.refresh(refresh).await, status, code, case);
        assert_eq!(userinfo(&test, access).await.status, 401, "{case}");
    };
    let code = web.code(&browser).await;

    set_disabled(&test, &alice, Some(test.app.clock.now())).await;
    assert_dead(400, "invalid_grant", "alice disabled").await;
    assert_eq!(web.introspect(access).await.json(), json!({ "active": false }));
    assert_eq!(web.introspect(refresh).await.json(), json!({ "active": false }));
    assert_error(&web.redeem(&code).await, 400, "invalid_grant", "a code of somebody disabled");
    set_disabled(&test, &alice, None).await;
    assert_eq!(userinfo(&test, access).await.status, 200, "a refused refresh spends nothing");

    web.set_disabled(true).await;
    assert_dead(401, "invalid_client", "client disabled").await;
    assert_error(&web.introspect(access).await, 401, "invalid_client", "client disabled");
    web.set_disabled(false).await;
    assert_eq!(userinfo(&test, access).await.status, 200);

    let id = ClientId::new(web.client_id.as_str());
    let now = test.app.clock.now();
    assert!(connected_apps::revoke(&test.app, &alice.id, &id, &RequestOrigin::default(), now).await.expect("revoked"));
    assert_dead(400, "invalid_grant", "consent revoked").await;
    assert_eq!(web.introspect(access).await.json(), json!({ "active": false }));
    assert_eq!(web.introspect(refresh).await.json(), json!({ "active": false }));
    let page = browser.open(&web.request().path()).await;
    assert!(page.body.contains("consent-allow"), "alice is asked again");
}

#[tokio::test]
async fn s21_scopes_of_a_client_for_itself() {
    let test = start().await;
    let members = json!({
        "grant_types": ["client_credentials"],
        "redirect_uris": [],
        "client_credentials_scope": "reports.read reports.write",
    });
    let m2m = RelyingParty::register(&test, members).await;
    let ask =
        async |client: &RelyingParty, scope: &str| client.token(&[("grant_type", "client_credentials"), ("scope", scope)]).await;
    for scope in
        ["reports.delete", "reports.read reports.delete", "openid", "openid reports.read", "offline_access", "profile", "a\"b"]
    {
        assert_error(&ask(&m2m, scope).await, 400, "invalid_scope", scope);
    }
    let tokens = ask(&m2m, "reports.read").await.json();
    assert_eq!(tokens["scope"], "reports.read");
    assert!(tokens.get("refresh_token").is_none() && tokens.get("id_token").is_none());
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.status, 401, "a client is no person");

    let web = RelyingParty::web(&test).await;
    assert_error(&ask(&web, "reports.read").await, 400, "unauthorized_client", "not registered for the grant");
    let grants = json!({ "grant_types": ["authorization_code", "client_credentials"] });
    let dynamic = RelyingParty::dynamic(&test, grants).await;
    assert_error(&ask(&dynamic, "openid").await, 400, "invalid_scope", "registered by itself");
    let tokens = dynamic.token(&[("grant_type", "client_credentials")]).await.json();
    assert_eq!(tokens["scope"], "", "a client that registered itself may have nothing for itself");
}

#[tokio::test]
async fn s22_forged_access_tokens() {
    let test = start().await;
    let (web, alice, browser) = alice_at_web(&test).await;
    let tokens = web.tokens(&browser).await;
    let id_token = text(&tokens, "id_token");
    let access_token = text(&tokens, "access_token");
    let expected = userinfo(&test, "unknown").await;
    assert_eq!(expected.status, 401);

    let now = test.app.clock.now().seconds();
    let body = json!({
        "iss": test.app.config.issuer(), "sub": alice.id, "aud": web.client_id, "client_id": web.client_id, "scope": SCOPE,
        "iat": now, "exp": now + 3600, "jti": "forged",
    });
    let keys = test.get("/oauth2/jwks").await.json();
    let kid = keys["keys"][0]["kid"].clone();
    let unsigned = |alg: &str| format!("{}.{}", encode(&json!({ "alg": alg, "typ": "at+jwt", "kid": kid })), encode(&body));
    let with_public_key = {
        let input = unsigned("HS256");
        let key = PKey::hmac(keys["keys"][0].to_string().as_bytes()).expect("a key");
        let mut signer = Signer::new(MessageDigest::sha256(), &key).expect("a signer");
        let signature = signer.sign_oneshot_to_vec(input.as_bytes()).expect("signed");
        format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))
    };
    let unknown_key = SigningKey::generate(SigningAlgorithm::Es256, RsaSize::default()).expect("a key");
    let unknown_key = unknown_key.sign(JwsType::AccessToken, &body).expect("signed");
    let ours = test.app.keyring.current();
    let ours = ours.signer(SigningAlgorithm::Rs256).expect("a signer");
    let mut expired = body.clone();
    expired["exp"] = json!(now - 3600);
    let mut foreign = body.clone();
    foreign["aud"] = json!("somebody-else");
    let signed = |claims: &Value| ours.sign(JwsType::AccessToken, claims).expect("signed");
    let stripped = id_token.rsplit_once('.').expect("a signature").0;
    for (case, token) in [
        ("alg none", format!("{}.", unsigned("none"))),
        ("alg None", format!("{}.", unsigned("None"))),
        ("HS256 with our public key", with_public_key),
        ("signature stripped", format!("{stripped}.")),
        ("unknown key", unknown_key),
        ("expired", signed(&expired)),
        ("another audience", signed(&foreign)),
        ("an ID token", id_token.to_owned()),
        ("a refresh token", text(&tokens, "refresh_token").to_owned()),
        ("an access token in another case", access_token.to_uppercase()),
        ("too long", "a".repeat(20_000)),
    ] {
        let reply = userinfo(&test, &token).await;
        assert_eq!((reply.status, &reply.body), (expected.status, &expected.body), "{case}");
        assert_eq!(reply.header("www-authenticate"), expected.header("www-authenticate"), "{case}");
    }
    assert_eq!(userinfo(&test, access_token).await.status, 200);
    test.advance(Duration::from_secs(3601));
    assert_eq!(userinfo(&test, access_token).await.body, expected.body, "expired");
    assert_eq!(claims(id_token)["sub"], json!(alice.id));
}

fn encode(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

#[tokio::test]
async fn s26_tokens_of_another_client() {
    let test = start().await;
    let web = RelyingParty::web(&test).await;
    let web2 = RelyingParty::web(&test).await;
    let spa = RelyingParty::spa(&test).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let tokens = web.tokens(&browser).await;
    for name in ["access_token", "refresh_token"] {
        let token = text(&tokens, name);
        assert_eq!(web2.introspect(token).await.json(), json!({ "active": false }), "{name}");
        for client in [&web2, &spa] {
            let reply = client.revoke(token).await;
            assert_eq!((reply.status.as_u16(), reply.body.as_str()), (200, ""), "{name}");
        }
        assert_eq!(web.introspect(token).await.json()["active"], true, "{name} survives");
        let anonymous = test.post_form("/oauth2/introspect", &[("token", token)]).await;
        assert_error(&anonymous, 401, "invalid_client", "nobody");
        assert_error(&spa.introspect(token).await, 401, "invalid_client", "a public client");
    }
}
