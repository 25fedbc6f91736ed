//! What the person of a device sees and does (RFC 8628, section 3.3), and what becomes of a device whose person, app or session changes.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use vestibule::model::device_authorization::DeviceYield;
use vestibule::model::ids::{ClientId, UserId};
use vestibule::model::request_origin::RequestOrigin;
use vestibule::oauth::registration::operator;
use vestibule::store::{clients, users};
use vestibule::tokens::device_authorization::request::{DeviceRequest, request};
use vestibule::users::connected_apps;

use super::start;
use crate::support::app::TestApp;
use crate::support::browser::TestBrowser;
use crate::support::devices::{DEVICE_CODE, TestDevice, app, connect, open, press, type_code};
use crate::support::places;
use crate::support::relying_party::{RelyingParty, allow, person, resume, set_disabled, sign_in, userinfo};

/// Alice, signed in.
async fn alice(test: &TestApp) -> (TestBrowser<'_>, vestibule::model::user::User) {
    let alice = person(test, "Alice").await;
    let browser = test.browser();
    sign_in(test, &browser, &alice).await;
    (browser, alice)
}

#[tokio::test]
async fn the_page_takes_the_code_as_it_is_typed_and_says_what_is_wrong() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let (browser, _) = alice(&test).await;
    let page = browser.get("/device").await;
    assert!(page.body.contains("autocapitalize=\"characters\"") && page.body.contains("id=\"user_code\""), "{}", page.body);
    for (typed, said) in [("", "eight letters"), ("HELLO", "eight letters"), ("BBBB-BBBB", "No device is waiting")] {
        let reply = type_code(&browser, typed).await;
        assert_eq!(reply.status, 422, "{typed}");
        assert!(reply.text_of("user_code-error").unwrap_or_default().contains(said), "{typed}: {}", reply.body);
    }
    let typed = device.user_code().to_lowercase().replace('-', " ");
    let page = open(&browser, &typed).await;
    assert_eq!(page.text_of("device-code").as_deref(), Some(device.user_code()), "the code is there again, to be compared");
}

/// Section 3.3.1: the complete address fills the form in, and that is all.
#[tokio::test]
async fn s3_3_1_a_complete_address_only_fills_the_form_in() {
    let test = start().await;
    let cli = app(&test, json!({ "skip_consent": true })).await;
    let device = TestDevice::of(&cli).await;
    let (browser, _) = alice(&test).await;
    let page = browser.get(&format!("/device?user_code={}", device.user_code().to_lowercase())).await;
    assert!(page.body.contains(&format!("value=\"{}\"", device.user_code())), "{}", page.body);
    assert!(page.body.contains("Compare this code"));
    assert_eq!(device.error().await, "authorization_pending");
    let reply = browser.submit(&page, "/device", &[("user_code", device.user_code())]).await;
    let page = browser.follow(reply).await;
    assert!(page.body.contains("id=\"device-connect\""), "the operator's own app is asked for too: {}", page.body);
    test.advance(Duration::from_secs(5));
    assert_eq!(device.error().await, "authorization_pending");
    for strange in ["%3Cscript%3E", "%F0%9F%92%A9", &"x".repeat(500)] {
        assert_eq!(browser.get(&format!("/device?user_code={strange}")).await.status, 200, "{strange}");
    }
}

#[tokio::test]
async fn who_is_nobody_signs_in_on_the_way() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    let page = open(&browser, device.user_code()).await;
    assert!(page.body.contains("id=\"login-submit\"") && page.body.contains("Acme CLI"), "{}", page.body);
    let flow = page.hidden("flow").expect("a flow");
    sign_in(&test, &browser, &alice).await;
    let page = browser.open(&resume(&flow)).await;
    press(&browser, &page, "connect").await;
    device.tokens().await;
}

#[tokio::test]
async fn the_page_names_app_scopes_place_and_person() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::ask(&cli, &[("scope", "openid email offline_access")]).await;
    let (browser, _) = alice(&test).await;
    test.advance(Duration::from_secs(61));
    let page = open(&browser, device.user_code()).await;
    for part in
        ["Acme CLI", "alice@example.test", "Stay signed in", "started this yourself", "This was not me", "29 more minutes"]
    {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    assert!(!page.body.contains("id=\"device-unverified\"") && !page.body.contains("id=\"device-whole-account\""));
    let dynamic = RelyingParty::dynamic(&test, json!({ "grant_types": [DEVICE_CODE, "authorization_code"] })).await;
    let device = TestDevice::ask(&dynamic, &[]).await;
    let page = open(&browser, device.user_code()).await;
    assert!(page.body.contains("id=\"device-unverified\""), "nobody vouches for a client that registered itself");
}

/// Section 5.4: the person is told what tells a device of theirs from one of somebody's who sent them the code.
#[tokio::test]
async fn s5_4_a_device_in_another_country_is_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("places.mmdb");
    places::write(&file);
    let test = Arc::new(TestApp::with(&[("places.database", file.to_str().unwrap())]).await);
    let cli = app(&test, json!({})).await;
    let (browser, _) = alice(&test).await;
    let client = ClientId::new(cli.client_id.as_str());
    let mut unit = test.app.store.read("test").await.unwrap();
    let client = clients::by_id(&mut unit, &client).await.unwrap().unwrap().client;
    drop(unit);
    for (address, place, warned) in
        [("198.51.100.9", "France", true), ("203.0.113.9", "Germany", false), ("192.0.2.1", "Unknown", false)]
    {
        let origin = RequestOrigin { ip_address: address.to_owned(), ..RequestOrigin::default() };
        let asked = DeviceRequest { client: &client, scopes: client.metadata.scopes(), yields: DeviceYield::Session };
        let codes = request(&test.app, &asked, &origin, test.app.clock.now()).await.unwrap();
        let page = open(&browser, &codes.user_code).await;
        assert_eq!(page.body.contains("id=\"device-elsewhere\""), warned, "{address}");
        assert!(page.body.contains(place) && page.body.contains(address), "{address}: {}", page.body);
        assert!(page.body.contains("id=\"device-whole-account\""), "a whole session is called what it is");
    }
}

#[tokio::test]
async fn it_is_asked_each_time_whatever_was_allowed_before() {
    let test = start().await;
    let members = json!({ "grant_types": ["authorization_code", DEVICE_CODE], "redirect_uris": ["https://rp.example/cb"] });
    let web = app(&test, members).await;
    let (browser, _) = alice(&test).await;
    let page = browser.open(&web.request().with("scope", "openid").path()).await;
    allow(&browser, &page).await;
    for _ in 0..2 {
        let device = TestDevice::ask(&web, &[("scope", "openid")]).await;
        let page = open(&browser, device.user_code()).await;
        assert!(page.body.contains("id=\"device-connect\""), "{}", page.body);
        press(&browser, &page, "connect").await;
    }
}

#[tokio::test]
async fn a_page_that_is_sent_twice_or_opened_again_says_how_it_ended() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let (browser, _) = alice(&test).await;
    let device = TestDevice::of(&cli).await;
    let page = open(&browser, device.user_code()).await;
    for action in ["connect", "connect", "deny"] {
        let done = press(&browser, &page, action).await;
        assert!(done.body.contains("id=\"device-connected\""), "{action}: {}", done.body);
    }
    device.tokens().await;
    let again = browser.open(&resume(&page.hidden("flow").unwrap())).await;
    assert!(again.body.contains("id=\"device-connected\""), "{}", again.body);
    for (kind, count) in [("device.approved", 1), ("device.denied", 0), ("device.redeemed", 1), ("device.requested", 1)] {
        assert_eq!(events(&test, kind).await, count, "{kind}");
    }
    let activity = browser.get("/account/activity").await;
    assert!(activity.body.contains("Device connected") && activity.body.contains("App signed in on another device"));
}

async fn events(test: &TestApp, kind: &str) -> i64 {
    let mut unit = test.app.store.read("test").await.unwrap();
    let sql = "SELECT count(*) FROM audit_events WHERE kind = $1";
    unit.one(sql, &vestibule::store::values![kind]).await.unwrap().integer(0).unwrap()
}

#[tokio::test]
async fn who_goes_away_leaves_it_waiting() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let browser = test.browser();
    let page = open(&browser, device.user_code()).await;
    let cancelled = browser.submit(&page, "/oauth2/authorize/cancel", &[]).await;
    assert_eq!(cancelled.location(), "/device");
    assert_eq!(device.error().await, "authorization_pending");
    let (alice, _) = alice(&test).await;
    connect(&alice, &device).await;
}

#[tokio::test]
async fn a_flow_of_a_device_is_no_flow_of_an_app() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let (browser, alice) = alice(&test).await;
    let page = open(&browser, device.user_code()).await;
    let flow = page.hidden("flow").unwrap();
    let consent = browser.get(&format!("/consent?flow={flow}")).await;
    assert_eq!(consent.location(), resume(&flow));
    let allowed = browser.submit(&page, "/consent", &[("action", "allow")]).await;
    assert_eq!(allowed.location(), resume(&flow));
    let apps = connected_apps::list(&test.app, &alice.id, test.app.clock.now()).await.unwrap();
    assert!(apps.is_empty(), "nothing was allowed");
    let web = RelyingParty::web(&test).await;
    let consent = browser.open(&web.request().and("device_authorization_id", "x").path()).await;
    let flow = consent.hidden("flow").unwrap();
    assert_eq!(browser.get(&format!("/device/confirm?flow={flow}")).await.location(), resume(&flow));
}

/// The operator's terms are asked for on the way, as for an app's request, and no address leads around them.
#[tokio::test]
async fn what_everybody_owes_is_asked_for_first() {
    let documents = r#"[{"name":"terms","version":"1","url":"https://example.test/terms"}]"#;
    let test = Arc::new(TestApp::with(&[("terms.documents", documents)]).await);
    let device = TestDevice::of(&app(&test, json!({})).await).await;
    let (browser, _) = alice(&test).await;
    let page = open(&browser, device.user_code()).await;
    assert!(page.hidden("terms").is_some() && !page.body.contains("device-connect"), "{}", page.body);
    let flow = page.hidden("flow").expect("a flow");
    assert_eq!(browser.get(&format!("/device/confirm?flow={flow}")).await.location(), resume(&flow));
    let fields = [("terms", page.hidden("terms").unwrap()), ("action", "agree".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let agreed = browser.submit(&page, "/terms", &fields).await;
    let page = browser.follow(agreed).await;
    press(&browser, &page, "connect").await;
    device.tokens().await;
}

/// An app that wants a fresh proof (`default_max_age`) gets one, and then all the time that the person takes.
#[tokio::test]
async fn a_proof_that_is_too_old_is_asked_for_again() {
    let test = start().await;
    let cli = app(&test, json!({ "default_max_age": 60 })).await;
    let (browser, alice) = alice(&test).await;
    test.advance(Duration::from_secs(61));
    let device = TestDevice::of(&cli).await;
    let page = open(&browser, device.user_code()).await;
    assert!(page.body.contains("id=\"login-submit\""), "{}", page.body);
    sign_in(&test, &browser, &alice).await;
    let page = browser.open(&resume(&page.hidden("flow").unwrap())).await;
    test.advance(Duration::from_secs(120));
    press(&browser, &page, "connect").await;
    device.tokens().await;
}

/// What is allowed and waits to be fetched ends with whatever it rests on.
#[tokio::test]
async fn what_was_allowed_dies_with_what_it_rests_on() {
    for ends in ["session", "app", "person disabled", "person erased", "credentials", "client", "grant"] {
        let test = start().await;
        let cli = app(&test, json!({})).await;
        let (browser, alice) = alice(&test).await;
        let device = TestDevice::of(&cli).await;
        connect(&browser, &device).await;
        let (now, origin) = (test.app.clock.now(), RequestOrigin::default());
        let client = ClientId::new(cli.client_id.as_str());
        let mut expected = "invalid_grant";
        match ends {
            "session" => {
                let page = browser.get("/sign-out").await;
                browser.submit(&page, "/sign-out", &[]).await;
            }
            "app" => assert!(connected_apps::revoke(&test.app, &alice.id, &client, &origin, now).await.unwrap()),
            "person disabled" => set_disabled(&test, &alice, Some(now)).await,
            "person erased" => test.erase(&alice.id).await,
            "credentials" => {
                let mut unit = test.app.store.write("test").await.unwrap();
                assert!(users::raise_credential_version(&mut unit, &alice.id, alice.credential_version, now).await.unwrap());
                unit.commit().await.unwrap();
            }
            "client" => {
                assert!(operator::remove(&test.app, &client, &origin, now).await.unwrap());
                expected = "invalid_client";
            }
            _ => {
                let id = UserId::new(alice.id.as_str());
                let mut unit = test.app.store.write("test").await.unwrap();
                vestibule::store::grants::revoke_of_user(&mut unit, &id, now).await.unwrap();
                unit.commit().await.unwrap();
            }
        }
        let reply = device.poll().await;
        assert_eq!(reply.json()["error"], expected, "{ends}: {}", reply.body);
    }
}

#[tokio::test]
async fn an_app_that_changed_is_given_what_it_may_have_now() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let (browser, _) = alice(&test).await;
    let id = ClientId::new(cli.client_id.as_str());
    let device = TestDevice::of(&cli).await;
    let lost = TestDevice::of(&cli).await;
    connect(&browser, &device).await;
    let change = async |scope: &str, grants: &[&str]| {
        let mut unit = test.app.store.write("test").await.unwrap();
        let client = clients::by_id(&mut unit, &id).await.unwrap().unwrap().client;
        let mut metadata = client.metadata.clone();
        scope.clone_into(&mut metadata.scope);
        metadata.grant_types = grants.iter().map(|name| vestibule::model::grant_type::GrantType::parse(name).unwrap()).collect();
        assert!(clients::set_metadata(&mut unit, &id, client.version, &metadata, test.app.clock.now()).await.unwrap());
        unit.commit().await.unwrap();
    };
    change("openid offline_access", &[DEVICE_CODE]).await;
    let tokens = device.tokens().await;
    assert_eq!((tokens["scope"].as_str(), tokens.get("refresh_token")), (Some("openid offline_access"), None));
    assert!(userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json().get("email").is_none());
    let page = open(&browser, lost.user_code()).await;
    change("openid", &["authorization_code"]).await;
    let reply = press(&browser, &page, "connect").await;
    assert_eq!(reply.status, 403, "{}", reply.body);
    assert_eq!(lost.poll().await.json()["error"], "unauthorized_client");
}

#[tokio::test]
async fn connected_apps_show_it_and_take_it_back() {
    let test = start().await;
    for members in [json!({}), json!({ "skip_consent": true, "client_name": "Own CLI" })] {
        let cli = app(&test, members).await;
        let browser = test.browser();
        sign_in(&test, &browser, &person(&test, &cli.client_id).await).await;
        let device = TestDevice::of(&cli).await;
        connect(&browser, &device).await;
        let tokens = device.tokens().await;
        let page = browser.get("/account/apps").await;
        assert!(page.body.contains("CLI"), "{}", page.body);
        browser.submit(&page, "/account/apps/revoke", &[("client_id", &cli.client_id)]).await;
        assert_eq!(userinfo(&test, tokens["access_token"].as_str().unwrap()).await.status, 401);
        assert_eq!(cli.refresh(tokens["refresh_token"].as_str().unwrap()).await.json()["error"], "invalid_grant");
    }
}
