//! Device codes (S63, S64, GHSA-cq3f-vc6p-68fh), and what somebody does who sends a code of theirs to others.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use vestibule::model::device_authorization::UserCode;
use vestibule::model::ids::UserId;
use vestibule::tokens::device_authorization::lookup::{self, Guesser, Lookup, Unheard};

use super::assert_error;
use crate::api::{Call, cookies_of};
use crate::support::app::TestApp;
use crate::support::devices::{TestDevice, app, connect, open, press, redeem, type_code};
use crate::support::relying_party::{RelyingParty, person, resume, sign_in, userinfo};

async fn start() -> Arc<TestApp> {
    Arc::new(TestApp::start().await)
}

#[tokio::test]
async fn s63_another_client_polls() {
    let test = start().await;
    let (cli, other) = (app(&test, json!({})).await, app(&test, json!({ "client_name": "Other" })).await);
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::of(&cli).await;
    assert_error(&redeem(&other, device.device_code()).await, 400, "invalid_grant", "while it waits");
    connect(&browser, &device).await;
    assert_error(&redeem(&other, device.device_code()).await, 400, "invalid_grant", "once it is allowed");
    device.tokens().await;
    assert_error(&redeem(&other, device.device_code()).await, 400, "invalid_grant", "once it is spent");
}

#[tokio::test]
async fn s63_polling_fast_after_a_refusal_and_twice() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::of(&cli).await;
    assert_error(&device.poll().await, 400, "authorization_pending", "at first");
    assert_error(&device.poll().await, 400, "slow_down", "at once again");
    let page = open(&browser, device.user_code()).await;
    press(&browser, &page, "deny").await;
    assert_error(&device.poll().await, 400, "access_denied", "refused");
    press(&browser, &page, "connect").await;
    assert_error(&device.poll().await, 400, "access_denied", "and that is the one answer");

    let device = TestDevice::of(&cli).await;
    connect(&browser, &device).await;
    let tokens = device.tokens().await;
    let access_token = tokens["access_token"].as_str().unwrap();
    assert_eq!(userinfo(&test, access_token).await.status, 200);
    assert_error(&device.poll().await, 400, "invalid_grant", "spent");
    assert_eq!(userinfo(&test, access_token).await.status, 401, "two had the code: both lose");
    assert_error(&cli.refresh(tokens["refresh_token"].as_str().unwrap()).await, 400, "invalid_grant", "revoked");
}

/// Somebody sends a link with a code of theirs to a person who is signed in.
#[tokio::test]
async fn s63_a_complete_address_connects_nothing() {
    let test = start().await;
    let cli = app(&test, json!({ "skip_consent": true })).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::of(&cli).await;
    let page = browser.open(&format!("/device?user_code={}", device.user_code())).await;
    assert!(page.hidden("person").is_none(), "the first page has no button that connects");
    let cross_site = browser.post("/device", &[("user_code", device.user_code())]).await;
    assert_eq!(cross_site.status, 403, "no form of others leads on");
    let confirm = open(&browser, device.user_code()).await;
    for part in ["Acme CLI", "id=\"device-warning\"", "See your name", device.user_code()] {
        assert!(confirm.body.contains(part), "{part}");
    }
    let (flow, person) = (confirm.hidden("flow").unwrap(), confirm.hidden("person").unwrap());
    let forged = [("flow", flow.as_str()), ("person", person.as_str()), ("action", "connect")];
    assert_eq!(browser.post("/device/confirm", &forged).await.status, 403, "S47: no token");
    assert_eq!(browser.get(&format!("/device/confirm?flow={flow}&action=connect&person={person}")).await.status, 200);
    test.advance(Duration::from_secs(5));
    assert_error(&device.poll().await, 400, "authorization_pending", "nothing was pressed");
    let mallory = test.browser();
    let taken = mallory.open(&resume(&flow)).await;
    assert!(taken.body.contains("id=\"user_code\""), "a flow of another browser leads to the beginning: {}", taken.body);
}

/// Whoever opened it answers, and nobody else.
#[tokio::test]
async fn ghsa_cq3f_vc6p_68fh_only_who_opened_it_answers() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let (alice, mallory) = (person(&test, "Alice").await, person(&test, "Mallory").await);
    let (hers, his) = (test.browser(), test.browser());
    sign_in(&test, &hers, &alice).await;
    sign_in(&test, &his, &mallory).await;
    let device = TestDevice::of(&cli).await;
    let page = open(&hers, device.user_code()).await;
    let refused = open(&his, device.user_code()).await;
    assert!(refused.status == 410 && refused.body.contains("id=\"device-used\""), "{} {}", refused.status, refused.body);
    // He has a page of another device of his own, and names hers in every way that there is.
    let own = TestDevice::of(&cli).await;
    let his_page = open(&his, own.user_code()).await;
    let flow = page.hidden("flow").unwrap();
    let csrf = his_page.hidden("csrf").unwrap();
    for action in ["connect", "deny"] {
        for person in [&alice.id, &mallory.id] {
            let fields = [("csrf", csrf.as_str()), ("flow", flow.as_str()), ("person", person.as_str()), ("action", action)];
            let reply = his.post("/device/confirm", &fields).await;
            assert!(reply.location() == "/device" || reply.status == 403, "{} {}", reply.status, reply.location());
        }
    }
    assert_error(&device.poll().await, 400, "authorization_pending", "it waits for her");
    press(&hers, &page, "connect").await;
    let tokens = device.tokens().await;
    let whose = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
    assert_eq!(whose["sub"], json!(alice.id));
    test.advance(Duration::from_secs(5));
    assert_error(&own.poll().await, 400, "authorization_pending", "his own");
}

/// In the same browser somebody else has signed in since the page was shown: they have not seen it.
#[tokio::test]
async fn a_page_that_was_shown_to_somebody_else_answers_nothing() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let (alice, bob) = (person(&test, "Alice").await, person(&test, "Bob").await);
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::of(&cli).await;
    let page = open(&browser, device.user_code()).await;
    assert!(page.body.contains("alice@example.test"));
    sign_in(&test, &browser, &bob).await;
    let asked_again = press(&browser, &page, "connect").await;
    assert!(asked_again.body.contains("bob@example.test") && asked_again.body.contains("id=\"device-connect\""));
    assert_error(&device.poll().await, 400, "authorization_pending", "nobody has answered");
    press(&browser, &asked_again, "connect").await;
    let tokens = device.tokens().await;
    let whose = userinfo(&test, tokens["access_token"].as_str().unwrap()).await.json();
    assert_eq!(whose["sub"], json!(bob.id));
}

/// A guest has no account that anybody could find again: no device is signed in for one, even where apps are told of guests.
#[tokio::test]
async fn a_guest_connects_nothing() {
    let test = Arc::new(TestApp::with(&[("anonymous.enabled", "true"), ("anonymous.apps", "true")]).await);
    let cli = app(&test, json!({})).await;
    let cookies = cookies_of(&Call::post(&test, "/sign-in/anonymous", &json!({})).send().await);
    let browser = test.browser();
    for (name, value) in cookies.split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(name, value);
    }
    let device = TestDevice::of(&cli).await;
    let page = open(&browser, device.user_code()).await;
    assert!(page.body.contains("id=\"login-submit\""), "{}", page.body);
    let around = browser.get(&format!("/device/confirm?flow={}", page.hidden("flow").unwrap())).await;
    assert!(around.location().starts_with("/oauth2/authorize/resume"), "{}", around.location());
}

/// What an app has by a device code is what was allowed there, and no more by whatever it asks for then.
#[tokio::test]
async fn a_device_code_gives_no_more_than_was_allowed() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let alice = person(&test, "Alice").await;
    let browser = test.browser();
    sign_in(&test, &browser, &alice).await;
    let device = TestDevice::ask(&cli, &[("scope", "openid")]).await;
    connect(&browser, &device).await;
    let fields = [
        ("grant_type", crate::support::devices::DEVICE_CODE),
        ("device_code", device.device_code()),
        ("scope", "openid profile email offline_access"),
    ];
    let tokens = cli.token(&fields).await.json();
    assert_eq!((tokens["scope"].as_str(), tokens.get("refresh_token")), (Some("openid"), None));
    let web = RelyingParty::web(&test).await;
    let code = web.code(&browser).await;
    assert_error(&redeem(&cli, &code).await, 400, "invalid_grant", "an authorization code is none");
}

/// 34 bits, and so few guesses that more than 20 are left.
#[tokio::test]
async fn s64_guessing_user_codes() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let (mut wrong, mut refused) = (0, 0);
    for _ in 0..1000 {
        // Each with a browser of its own.
        let browser = test.browser();
        let guess = UserCode::draw(&test.app.entropy).shown();
        match type_code(&browser, &guess).await.status.as_u16() {
            422 => wrong += 1,
            429 => refused += 1,
            status => panic!("{status}"),
        }
    }
    assert_eq!((wrong, refused), (20, 980), "stopped early");
    let reply = type_code(&test.browser(), device.user_code()).await;
    assert_eq!(reply.status, 429, "the right one is not heard either, so that stopping tells nothing");
    assert!(reply.header("retry-after").parse::<u64>().unwrap() > 0);
    test.advance(Duration::from_secs(1800));
    assert_eq!(type_code(&test.browser(), device.user_code()).await.status, 422, "and then it is too late");
    let bits = 20_f64.powi(8).log2() - 2000_f64.log2();
    assert!(bits >= 20.0, "{bits}");
}

/// A code of one's own wins no new guesses.
#[tokio::test]
async fn s64_right_codes_between_wrong_ones() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let mut wrong = 0;
    for _ in 0..30 {
        let browser = test.browser();
        let device = TestDevice::of(&cli).await;
        let right = type_code(&browser, device.user_code()).await.status;
        let guess = type_code(&browser, &UserCode::draw(&test.app.entropy).shown()).await.status;
        assert_eq!(right == 303, wrong < 20, "{right} after {wrong}");
        wrong += u32::from(guess == 422);
    }
    assert_eq!(wrong, 20);
}

/// From many addresses: strangers are heard no more, people who are signed in are, each of them for so many.
#[tokio::test]
async fn s64_guessing_from_many_addresses() {
    let test = start().await;
    let cli = app(&test, json!({})).await;
    let device = TestDevice::of(&cli).await;
    let right = UserCode::entered(device.user_code()).unwrap();
    let now = test.app.clock.now();
    let guess = async |code: &UserCode, network: &str, user: Option<&UserId>| {
        lookup::find(&test.app, code, Guesser { network, user }, now).await.unwrap()
    };
    for number in 0..1000 {
        let code = UserCode::draw(&test.app.entropy);
        assert!(matches!(guess(&code, &format!("net {}", number / 20), None).await, Lookup::Unknown), "{number}");
    }
    let closed = guess(&right, "a new one", None).await;
    assert!(matches!(closed, Lookup::Unheard(Unheard::SignInFirst)), "{closed:?}");
    let browser = test.browser();
    let reply = type_code(&browser, device.user_code()).await;
    assert!(reply.location().starts_with("/sign-in?return_to=%2Fdevice"), "{}", reply.location());
    let alice = person(&test, "Alice").await;
    for number in 0..10 {
        let code = UserCode::draw(&test.app.entropy);
        let heard = guess(&code, &format!("hers {number}"), Some(&alice.id)).await;
        assert!(matches!(heard, Lookup::Unknown), "{number}: {heard:?}");
    }
    let closed = guess(&right, "hers", Some(&alice.id)).await;
    assert!(matches!(closed, Lookup::Unheard(Unheard::Until(_))), "wherever she goes: {closed:?}");
    let bob = person(&test, "Bob").await;
    assert!(matches!(guess(&right, "his", Some(&bob.id)).await, Lookup::Waiting(_)), "the door is open for others");
}
