//! Device authorization (RFC 8628): what a device asks and is answered. What its person sees: [`super::device_pages`].

use std::time::Duration;

use serde_json::json;
use vestibule::model::device_authorization::UserCode;
use vestibule::random::Entropy;

use super::{start, text};
use crate::support::app::{TestApp, json_request};
use crate::support::devices::{DEVICE_CODE, TestDevice, app, connect, open, press, redeem, type_code};
use crate::support::relying_party::{RelyingParty, claims, person, sign_in, userinfo};

const FIVE_SECONDS: Duration = Duration::from_secs(5);

/// Section 3.1: the client authenticates as at the token endpoint, and asks within what it is registered for.
#[tokio::test]
async fn s3_1_who_may_ask() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let unknown = test.post_form("/oauth2/device_authorization", &[("client_id", "nobody")]).await;
    assert_eq!((unknown.status.as_u16(), unknown.json()["error"].as_str()), (401, Some("invalid_client")));
    let nobody = test.post_form("/oauth2/device_authorization", &[]).await;
    assert_eq!(nobody.json()["error"], "invalid_client");
    let web = RelyingParty::web(&test).await;
    let refused = web.post("/oauth2/device_authorization", &[]).await;
    assert_eq!((refused.status.as_u16(), refused.json()["error"].as_str()), (400, Some("unauthorized_client")));

    let confidential = app(&test, json!({ "token_endpoint_auth_method": "client_secret_basic" })).await;
    let bare = test.post_form("/oauth2/device_authorization", &[("client_id", &confidential.client_id)]).await;
    assert_eq!(bare.json()["error"], "invalid_client", "a client with a secret shows it");
    TestDevice::of(&confidential).await;

    for (parameters, error) in [
        (vec![("scope", "openid"), ("scope", "email")], "invalid_request"),
        (vec![("scope", "open\"id")], "invalid_scope"),
        (vec![("scope", "")], "invalid_scope"),
        (vec![("scope", "unheard.of")], "invalid_scope"),
        (vec![("resource", "https://api.example/")], "invalid_target"),
    ] {
        let reply = cli.post("/oauth2/device_authorization", &parameters).await;
        assert_eq!((reply.status.as_u16(), reply.json()["error"].as_str()), (400, Some(error)), "{parameters:?}: {}", reply.body);
        assert_eq!(reply.header("cache-control"), "no-store");
    }
    let narrow = app(&test, json!({ "scope": "openid" })).await;
    let wider = narrow.post("/oauth2/device_authorization", &[("scope", "openid email")]).await;
    assert_eq!(wider.json()["error"], "invalid_scope");
    cli.set_disabled(true).await;
    assert_eq!(cli.post("/oauth2/device_authorization", &[]).await.json()["error"], "invalid_client");
}

/// Section 3.2: the answer. Section 6.1: the code that people type.
#[tokio::test]
async fn s3_2_the_answer() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let reply = cli.post("/oauth2/device_authorization", &[("scope", "openid")]).await;
    assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-store"));
    assert!(reply.header("content-type").starts_with("application/json"));
    let codes = reply.json();
    assert_eq!((codes["expires_in"].as_u64(), codes["interval"].as_u64()), (Some(1800), Some(5)));
    let (user_code, device_code) = (text(&codes, "user_code"), text(&codes, "device_code"));
    let page = format!("{}/device", test.app.config.server.public_url.as_str());
    assert_eq!(codes["verification_uri"], json!(page));
    assert_eq!(codes["verification_uri_complete"], json!(format!("{page}?user_code={user_code}")));
    assert_eq!(device_code.len(), 43, "256 bits");
    let (head, tail) = user_code.split_once('-').expect("a dash");
    assert_eq!((head.len(), tail.len()), (4, 4));
    assert!(user_code.bytes().all(|letter| b"BCDFGHJKLMNPQRSTVWXZ-".contains(&letter)), "{user_code}");
    let other = TestDevice::ask(&cli, &[]).await;
    assert_ne!((other.user_code(), other.device_code()), (user_code, device_code));
    let mut unit = test.app.store.read("test").await.unwrap();
    let sql = "SELECT count(*) FROM device_authorizations WHERE CAST(device_code_digest AS TEXT) LIKE $1 OR scopes LIKE $2";
    let kept = unit.one(sql, &vestibule::store::values![format!("%{device_code}%"), format!("%{user_code}%")]).await.unwrap();
    assert_eq!(kept.integer(0).unwrap(), 0, "neither stands anywhere readable");
}

#[test]
fn s6_1_a_code_is_read_as_people_type_it() {
    let code = UserCode::draw(&Entropy::seeded(7));
    let (shown, letters) = (code.shown(), code.letters().to_owned());
    let spaced = shown.replace('-', " ");
    for typed in [shown.clone(), letters.clone(), letters.to_lowercase(), spaced, format!(" {shown}\n"), shown.replace('-', "–")]
    {
        assert_eq!(UserCode::entered(&typed).as_ref(), Some(&code), "{typed:?}");
    }
    let long = format!("{letters}{}", " ".repeat(100));
    let foreign = format!("{}Ｂ", &letters[..7]);
    for typed in ["", "BCDF", "BCDFGHJKL", "BCDFGHJA", "BCDFGHJ1", long.as_str(), foreign.as_str()] {
        assert_eq!(UserCode::entered(typed), None, "{typed:?}");
    }
    assert!(!format!("{code:?}").contains(&letters), "it is in no log");
}

/// Sections 3.4 and 3.5: nobody has answered, then somebody has.
#[tokio::test]
async fn s3_5_a_device_waits_and_is_given_tokens() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::of(&cli).await;
    assert_eq!(device.error().await, "authorization_pending");
    test.advance(FIVE_SECONDS);
    connect(&browser, &device).await;
    test.advance(FIVE_SECONDS);
    let reply = device.poll().await;
    assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-store"));
    let tokens = reply.json();
    assert_eq!((text(&tokens, "token_type"), text(&tokens, "scope")), ("Bearer", "openid profile email offline_access"));
    let id_token = claims(text(&tokens, "id_token"));
    let started = test.app.clock.now() - FIVE_SECONDS - FIVE_SECONDS;
    assert_eq!((id_token["sub"].as_str(), id_token["aud"].as_str()), (Some(alice.id.as_str()), Some(cli.client_id.as_str())));
    assert_eq!(
        (&id_token["auth_time"], &id_token["acr"], &id_token["amr"]),
        (&json!(started.seconds()), &json!("1"), &json!(["pwd"]))
    );
    assert!(id_token.get("nonce").is_none());
    assert_eq!(userinfo(&test, text(&tokens, "access_token")).await.json()["sub"], json!(alice.id));
    let refreshed = cli.refresh(text(&tokens, "refresh_token")).await.json();
    assert_eq!(claims(text(&refreshed, "id_token"))["auth_time"], json!(started.seconds()));
}

#[tokio::test]
async fn tokens_are_those_that_were_asked_for_and_the_client_may_have() {
    let test = start().await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::ask(&cli, &[]).await;
    connect(&browser, &device).await;
    let tokens = device.tokens().await;
    assert_eq!(text(&tokens, "scope"), "openid", "what is asked for where nothing is said");
    assert!(tokens.get("refresh_token").is_none());
    let device = TestDevice::ask(&cli, &[("scope", "profile")]).await;
    connect(&browser, &device).await;
    assert!(device.tokens().await.get("id_token").is_none(), "no openid, no ID token");
    let plain = app(&test, json!({ "grant_types": [DEVICE_CODE] })).await;
    let device = TestDevice::ask(&plain, &[("scope", "openid email")]).await;
    connect(&browser, &device).await;
    assert!(device.tokens().await.get("refresh_token").is_none(), "not registered for refresh tokens");
}

/// Section 3.5: `slow_down`, and 5 seconds more from then on; never out of reach for who keeps a pace of their own.
#[tokio::test]
async fn s3_5_asking_too_fast() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    assert_eq!(device.error().await, "authorization_pending", "the first is never too soon");
    assert_eq!(device.error().await, "slow_down");
    test.advance(FIVE_SECONDS);
    assert_eq!(device.error().await, "slow_down", "now it is 10 seconds");
    test.advance(Duration::from_secs(15));
    assert_eq!(device.error().await, "authorization_pending", "and then 15");
    test.advance(Duration::from_millis(14_200));
    assert_eq!(device.error().await, "authorization_pending", "networks are not that exact");
    for _ in 0..40 {
        test.advance(FIVE_SECONDS);
        assert_eq!(device.error().await, "slow_down");
    }
    test.advance(Duration::from_secs(60));
    assert_eq!(device.error().await, "authorization_pending", "a minute is always enough");
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    connect(&browser, &device).await;
    device.tokens().await;
}

#[tokio::test]
async fn a_steady_device_is_never_told_to_slow_down() {
    let test = start().await;
    let device = TestDevice::of(&app(&test, json!({})).await).await;
    for _ in 0..30 {
        assert_eq!(device.error().await, "authorization_pending");
        test.advance(FIVE_SECONDS);
    }
}

/// Section 3.5: `access_denied` and `expired_token`, however often it asks.
#[tokio::test]
async fn s3_5_refused_or_too_late() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::of(&cli).await;
    let page = open(&browser, device.user_code()).await;
    let done = press(&browser, &page, "deny").await;
    assert!(done.body.contains("id=\"device-denied\""), "{}", done.body);
    assert_eq!([device.error().await, device.error().await], ["access_denied", "access_denied"]);

    let device = TestDevice::of(&cli).await;
    let allowed = TestDevice::of(&cli).await;
    connect(&browser, &allowed).await;
    test.advance(Duration::from_secs(1800));
    assert_eq!([device.error().await, device.error().await], ["expired_token", "expired_token"]);
    assert_eq!(allowed.error().await, "expired_token", "what was allowed is fetched in time");
    assert_eq!(type_code(&browser, device.user_code()).await.status, 422, "nobody finds it any more");
}

/// Section 3.4; RFC 6749, section 5.2: what is no code of this client.
#[tokio::test]
async fn s3_4_malformed_and_foreign_codes() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let missing = cli.token(&[("grant_type", DEVICE_CODE)]).await;
    assert_eq!(missing.json()["error"], "invalid_request");
    for code in ["", "x"] {
        let expected = if code.is_empty() { "invalid_request" } else { "invalid_grant" };
        assert_eq!(redeem(&cli, code).await.json()["error"], expected, "{code}");
    }
    let device = TestDevice::of(&cli).await;
    assert_eq!(redeem(&cli, device.user_code()).await.json()["error"], "invalid_grant", "the other code is none of it");
    let web = RelyingParty::web(&test).await;
    let wrong = redeem(&web, device.device_code()).await;
    assert_eq!(wrong.json()["error"], "unauthorized_client", "not registered for the grant");
    let narrowed = cli
        .token(&[("grant_type", DEVICE_CODE), ("device_code", device.device_code()), ("resource", "https://a.example/")])
        .await;
    assert_eq!(narrowed.json()["error"], "invalid_target");
}

/// RFC 8414; RFC 7591: the endpoint and the grant are announced, and clients ask for it by themselves.
#[tokio::test]
async fn s4_metadata_and_registration() {
    let test = TestApp::with(&[("registration.dynamic", "open")]).await;
    let metadata = test.get("/.well-known/oauth-authorization-server").await.json();
    let endpoint = format!("{}/oauth2/device_authorization", test.app.config.issuer());
    assert_eq!(metadata["device_authorization_endpoint"], json!(endpoint));
    assert!(metadata["grant_types_supported"].as_array().unwrap().contains(&json!(DEVICE_CODE)));
    let asked =
        json!({ "client_name": "TV", "grant_types": [DEVICE_CODE, "refresh_token"], "token_endpoint_auth_method": "none" });
    let reply = test.send(json_request("POST", "/oauth2/register", &asked)).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    let registered = reply.json();
    assert_eq!(registered["grant_types"], json!([DEVICE_CODE, "refresh_token"]));
    assert_eq!(
        (&registered["response_types"], &registered["scope"]),
        (&json!([]), &json!("openid profile email offline_access"))
    );
    let answer = test.post_form("/oauth2/device_authorization", &[("client_id", text(&registered, "client_id"))]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}

#[tokio::test]
async fn the_operator_sets_times_and_address_or_turns_it_off() {
    let settings = [
        ("device_authorization.seconds", "600"),
        ("device_authorization.interval_seconds", "9"),
        ("device_authorization.verification_uri", "https://acme.example/tv?lang=en"),
    ];
    let test = std::sync::Arc::new(TestApp::with(&settings).await);
    let device = TestDevice::of(&app(&test, json!({})).await).await;
    assert_eq!((&device.codes["expires_in"], &device.codes["interval"]), (&json!(600), &json!(9)));
    assert_eq!(device.codes["verification_uri"], "https://acme.example/tv?lang=en");
    let complete = format!("https://acme.example/tv?lang=en&user_code={}", device.user_code());
    assert_eq!(device.codes["verification_uri_complete"], json!(complete));

    let test = std::sync::Arc::new(TestApp::with(&[("device_authorization.enabled", "false")]).await);
    let cli = app(&test, json!({})).await;
    assert_eq!(cli.post("/oauth2/device_authorization", &[]).await.status, 404);
    assert_eq!(test.get("/device").await.status, 404);
    assert_eq!(redeem(&cli, "x").await.json()["error"], "unsupported_grant_type");
    let metadata = test.get("/.well-known/openid-configuration").await.json();
    assert!(metadata.get("device_authorization_endpoint").is_none());
    assert!(!metadata["grant_types_supported"].as_array().unwrap().contains(&json!(DEVICE_CODE)));
}

#[tokio::test]
async fn what_is_over_is_forgotten_a_day_later() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    TestDevice::of(&cli).await;
    let kept = async || {
        vestibule::jobs::housekeeping(&test.app, test.app.clock.now()).await;
        let mut unit = test.app.store.read("test").await.unwrap();
        unit.one("SELECT count(*) FROM device_authorizations", &[]).await.unwrap().integer(0).unwrap()
    };
    test.advance(Duration::from_secs(1800 + 24 * 3600));
    assert_eq!(kept().await, 1);
    test.advance(Duration::from_secs(1));
    assert_eq!(kept().await, 0);
}
