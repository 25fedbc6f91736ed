//! The demo app against a real login server, both on sockets of this machine.

use serde_json::Value;
use url::Url;
use vestibule::dev;

use crate::support::app::START;
use crate::support::listening::{Listening, Page, WalkingBrowser, WithDemoApp};

/// Opens the demo app, signs in as Ada and allows what it asks.
async fn signed_in(browser: &WalkingBrowser, setting: &WithDemoApp) -> Page {
    let sign_in = browser.open(&format!("{}/sign-in", setting.demo)).await;
    assert_eq!(sign_in.url.path(), "/sign-in", "{}", sign_in.reply.body);
    let (email, password) = setting.person.shown();
    let fields = [("identifier", email.as_str()), ("password", &password), ("action", "sign-in")];
    let answer = browser.submit(&sign_in, "/sign-in", &fields).await;
    let consent = browser.follow(answer).await;
    assert_eq!(consent.url.path(), "/consent", "{}", consent.reply.body);
    let answer = browser.submit(&consent, "/consent", &[("action", "allow")]).await;
    browser.follow(answer).await
}

fn parameter(url: &Url, name: &str) -> Option<String> {
    url.query_pairs().find(|(its, _)| its == name).map(|(_, value)| value.into_owned())
}

/// The full text of a token on the page.
fn token(page: &Page, id: &str) -> String {
    page.reply.text_of(id).unwrap_or_else(|| panic!("{id} is on the page"))
}

#[tokio::test]
async fn knows_nobody_at_first() {
    let setting = Listening::with_demo_app().await;
    let page = WalkingBrowser::new().open(&setting.demo).await;
    assert_eq!(page.reply.status, 200);
    assert!(page.reply.body.contains("id=\"demo-sign-in\""));
    assert!(page.reply.body.contains("ada@example.test"));
    assert_eq!(page.reply.header("set-cookie"), "");
}

#[tokio::test]
async fn sends_the_browser_away_with_pkce_state_and_nonce() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    let mut seen = Vec::new();
    for _ in 0..2 {
        let reply = browser.get(&format!("{}/sign-in", setting.demo)).await.reply;
        assert_eq!(reply.status, 303);
        let url = Url::parse(reply.location()).expect("an address");
        assert!(reply.location().starts_with(&format!("{}/oauth2/authorize?", setting.server.issuer)));
        assert_eq!(parameter(&url, "response_type").as_deref(), Some("code"));
        assert_eq!(parameter(&url, "code_challenge_method").as_deref(), Some("S256"));
        assert_eq!(parameter(&url, "redirect_uri"), Some(format!("{}/callback", setting.demo)));
        assert_eq!(parameter(&url, "scope").as_deref(), Some("openid profile email offline_access"));
        for name in ["state", "nonce", "code_challenge"] {
            let value = parameter(&url, name).unwrap_or_else(|| panic!("{name} is sent"));
            assert_eq!(value.len(), 43, "{name}");
            assert!(!seen.contains(&value), "{name} is new each time");
            seen.push(value);
        }
    }
    assert!(browser.cookie("127.0.0.1", "fieldnotes_session").is_some());
}

#[tokio::test]
async fn refuses_an_answer_that_it_did_not_ask_for() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    browser.get(&format!("{}/sign-in", setting.demo)).await;
    let issuer = &setting.server.issuer;
    for other in [WalkingBrowser::new(), browser] {
        let page = other.get(&format!("{}/callback?code=abc&state=guessed&iss={issuer}", setting.demo)).await;
        assert_eq!(page.reply.status, 400);
        assert_eq!(page.reply.text_of("error-code").as_deref(), Some("state_mismatch"));
        assert!(page.reply.body.contains("Try again"));
    }
}

#[tokio::test]
async fn refuses_an_answer_of_another_issuer_and_takes_a_state_once() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    for iss in ["", "&iss=http://localhost:1"] {
        let away = browser.get(&format!("{}/sign-in", setting.demo)).await;
        let state = parameter(&Url::parse(away.reply.location()).expect("an address"), "state").expect("a state");
        let answer = format!("{}/callback?code=abc&state={state}{iss}", setting.demo);
        assert_eq!(browser.get(&answer).await.reply.text_of("error-code").as_deref(), Some("issuer_mismatch"));
        assert_eq!(browser.get(&answer).await.reply.text_of("error-code").as_deref(), Some("state_mismatch"));
    }
}

#[tokio::test]
async fn shows_what_the_provider_refused() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    let away = browser.get(&format!("{}/sign-in", setting.demo)).await;
    let state = parameter(&Url::parse(away.reply.location()).expect("an address"), "state").expect("a state");
    let issuer = &setting.server.issuer;
    let answer =
        format!("{}/callback?error=access_denied&error_description=No%20%3Cb%3E&state={state}&iss={issuer}", setting.demo);
    let page = browser.get(&answer).await;
    assert_eq!(page.reply.text_of("error-code").as_deref(), Some("access_denied"));
    assert_eq!(page.reply.text_of("error-description").as_deref(), Some("No &#60;b&#62;"));
    assert!(page.reply.body.contains("Try again") && page.reply.body.contains("What went over the wire"));
}

#[tokio::test]
async fn says_so_when_a_code_is_not_taken() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    let away = browser.get(&format!("{}/sign-in", setting.demo)).await;
    let state = parameter(&Url::parse(away.reply.location()).expect("an address"), "state").expect("a state");
    let issuer = &setting.server.issuer;
    let page = browser.get(&format!("{}/callback?code=invented&state={state}&iss={issuer}", setting.demo)).await;
    assert_eq!(page.reply.text_of("error-code").as_deref(), Some("invalid_grant"), "{}", page.reply.body);
}

#[tokio::test]
async fn greets_shows_refreshes_and_signs_out() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    let before = browser.get(&format!("{}/sign-in", setting.demo)).await;
    assert_eq!(before.reply.status, 303);
    let anonymous = browser.cookie("127.0.0.1", "fieldnotes_session");

    let hello = signed_in(&browser, &setting).await;
    assert_eq!(hello.url.as_str(), format!("{}/", setting.demo), "the code is gone from the address");
    assert!(hello.reply.body.contains("<h1>Hello, <bdi>Ada Lovelace</bdi></h1>"), "{}", hello.reply.body);
    assert_ne!(browser.cookie("127.0.0.1", "fieldnotes_session"), anonymous, "the session has another name");
    let policy = hello.reply.header("content-security-policy");
    assert!(policy.contains(&format!("form-action 'self' {};", setting.server.issuer)), "{policy}");
    for claim in ["iss", "sub", "aud", "nonce", "at_hash", "auth_time", "amr", "sid"] {
        assert!(hello.reply.body.contains(&format!("<code>{claim}</code>")), "{claim}");
    }
    for step in ["openid-configuration", "/oauth2/jwks", "/oauth2/authorize", "/callback", "/oauth2/token", "/oauth2/userinfo"] {
        assert!(hello.reply.body.contains(step), "{step} is in the trace");
    }
    assert!(hello.reply.body.contains("code_verifier = ") && hello.reply.body.contains("… (43 characters)"));
    assert!(!hello.reply.body.contains("id=\"userinfo\""));
    assert_eq!(token(&hello, "id_token").split('.').count(), 3);

    let asked = browser.submit(&hello, "/userinfo", &[]).await;
    let asked = browser.follow(asked).await;
    let claims = asked.reply.text_of("userinfo").expect("userinfo is shown").replace("&#34;", "\"");
    let claims: Value = serde_json::from_str(&claims).expect("JSON");
    assert_eq!((&claims["email"], &claims["email_verified"]), (&"ada@example.test".into(), &true.into()));
    assert!(claims["sub"].is_string());

    let refreshed = browser.submit(&asked, "/refresh", &[]).await;
    let refreshed = browser.follow(refreshed).await;
    assert!(refreshed.reply.body.contains("Hello, <bdi>Ada Lovelace</bdi>"), "{}", refreshed.reply.body);
    assert!(refreshed.reply.body.contains("is spent;"), "the rotation is told");
    for id in ["access_token", "refresh_token"] {
        assert_ne!(token(&refreshed, id), token(&asked, id), "{id}");
    }

    let signed_out = browser.submit(&refreshed, "/sign-out", &[]).await;
    assert!(signed_out.reply.location().contains("id_token_hint="));
    let signed_out = browser.follow(signed_out).await;
    assert_eq!(signed_out.url.origin().ascii_serialization(), setting.demo, "{}", signed_out.reply.body);
    assert!(signed_out.reply.body.contains("id=\"demo-signed-out\""), "{}", signed_out.reply.body);
    let again = browser.open(&format!("{}/sign-in", setting.demo)).await;
    assert_eq!(again.url.path(), "/sign-in", "the login server has forgotten the person too");
}

#[tokio::test]
async fn takes_forms_of_its_own_pages_only() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    let hello = signed_in(&browser, &setting).await;
    let elsewhere = Page { url: hello.url.clone(), reply: WalkingBrowser::new().open(&setting.demo).await.reply };
    for path in ["/refresh", "/userinfo", "/sign-out"] {
        let refused = browser.submit(&elsewhere, path, &[("csrf", "guessed")]).await;
        assert_eq!((refused.reply.status.as_u16(), refused.reply.location()), (303, "/"), "{path}");
    }
    let still = browser.open(&setting.demo).await;
    assert_eq!(token(&still, "refresh_token"), token(&hello, "refresh_token"));
}

#[tokio::test]
async fn signs_the_person_out_when_its_tokens_work_no_more() {
    let setting = Listening::with_demo_app().await;
    let browser = WalkingBrowser::new();
    let hello = signed_in(&browser, &setting).await;
    // Registered anew, as by another start on the same data: the secret that this one knows is wrong now.
    let app = &setting.server.test.app;
    dev::demo_client(app, &setting.demo, START).await.expect("registered");
    let answer = browser.submit(&hello, "/refresh", &[]).await;
    assert_eq!(answer.reply.text_of("error-code").as_deref(), Some("invalid_client"), "{}", answer.reply.body);
    assert!(browser.open(&setting.demo).await.reply.body.contains("id=\"demo-sign-in\""));
}

#[tokio::test]
async fn comes_back_to_its_own_origin() {
    let setting = Listening::with_demo_app().await;
    let named = setting.demo.replace("127.0.0.1", "localhost");
    let page = WalkingBrowser::new().get(&format!("{named}/sign-in")).await;
    assert_eq!((page.reply.status.as_u16(), page.reply.location()), (303, format!("{}/", setting.demo).as_str()));
}
