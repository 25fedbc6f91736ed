//! The pages as steps of an authorization request.

use axum::body::Body;
use axum::http::Method;

use super::{ADA, MUST_VERIFY, PASSWORD, follow_link, parameter, person};
use crate::support::app::{Reply, TestApp, request};
use crate::support::browser::TestBrowser;

pub const REDIRECT_URI: &str = "https://app.example.test/callback";

/// Registers an app and gives the path that starts its sign-in.
pub async fn start(test: &TestApp, parameters: &[(&str, &str)]) -> String {
    let metadata = serde_json::json!({
        "client_name": "Analytical Engine",
        "redirect_uris": [REDIRECT_URI],
        "token_endpoint_auth_method": "none",
    });
    let register = request(Method::POST, "/oauth2/register").header("content-type", "application/json");
    let registered = test.send(register.body(Body::from(metadata.to_string())).unwrap()).await.json();
    let client_id = registered.get("client_id").unwrap().as_str().unwrap();
    let mut all = vec![
        ("client_id", client_id),
        ("redirect_uri", REDIRECT_URI),
        ("response_type", "code"),
        ("scope", "openid"),
        ("state", "state-of-app"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
    ];
    all.extend(parameters);
    vestibule::model::urls::with_query("/oauth2/authorize", &all)
}

pub async fn allow(browser: &TestBrowser<'_>, consent: &Reply) -> Reply {
    assert!(consent.body.contains("consent-allow"), "{}", consent.body);
    let reply = browser.submit(consent, "/consent", &[("action", "allow")]).await;
    browser.follow(reply).await
}

pub fn has_code(reply: &Reply) -> bool {
    reply.location().starts_with(REDIRECT_URI) && reply.location_parameter("code").is_some()
}

#[tokio::test]
async fn signing_in_goes_on_to_the_app() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[("login_hint", ADA)]).await).await;
    assert!(page.body.contains("Analytical Engine"));
    assert!(page.body.contains(&format!(r#"name="identifier" value="{ADA}""#)), "the hint is filled in");
    assert!(page.header("content-security-policy").contains("https://app.example.test"));
    let wrong = browser.submit(&page, "/sign-in", &[("identifier", ADA), ("password", "wrong horse battery")]).await;
    assert!(wrong.hidden("flow").is_some() && wrong.body.contains("Analytical Engine"));
    let reply = browser.submit(&wrong, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    assert!(reply.location().starts_with("/oauth2/authorize/resume?flow="));
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

#[tokio::test]
async fn cancelling_tells_the_app() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    assert!(page.body.contains(r#"formaction="/oauth2/authorize/cancel""#));
    let reply = browser.submit(&page, "/oauth2/authorize/cancel", &[("action", "cancel")]).await;
    assert!(reply.location().starts_with(REDIRECT_URI));
    assert_eq!(reply.location_parameter("error").unwrap(), "access_denied");
    assert_eq!(reply.location_parameter("state").unwrap(), "state-of-app");
    let again = browser.submit(&page, "/oauth2/authorize/cancel", &[("action", "cancel")]).await;
    assert_eq!(again.text_of("error-code").unwrap(), "login_session_expired");
    assert!(!browser.get("/sign-in").await.body.contains("login-cancel"));
}

#[tokio::test]
async fn a_new_account_goes_on_to_the_app() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[("prompt", "create")]).await).await;
    let fields = [("name", "Ada Lovelace"), ("email", ADA), ("password", PASSWORD)];
    let reply = browser.submit(&page, "/sign-up", &fields).await;
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

#[tokio::test]
async fn the_links_of_the_pages_stay_in_the_flow() {
    let test = TestApp::start().await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let flow = page.hidden("flow").unwrap();
    for path in ["/sign-up", "/forgot-password"] {
        let link = format!("{path}?flow={flow}");
        assert!(page.body.contains(&link));
        let next = browser.get(&link).await;
        assert_eq!(next.hidden("flow").unwrap(), flow);
        assert!(next.body.contains(&format!("/sign-in?flow={flow}")));
    }
}

#[tokio::test]
async fn a_mailed_verification_leads_back_into_the_flow() {
    let test = TestApp::with(&MUST_VERIFY).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[("prompt", "create")]).await).await;
    let flow = page.hidden("flow").unwrap();
    browser.submit(&page, "/sign-up", &[("name", "Ada Lovelace"), ("email", ADA), ("password", PASSWORD)]).await;
    let link = test.mailed_link(ADA).await;
    assert_eq!(parameter(&link, "flow"), flow);
    let done = follow_link(&browser, &link).await;
    assert!(done.body.contains("Analytical Engine"));
    let resume = format!("/oauth2/authorize/resume?flow={flow}");
    assert!(done.body.contains(&resume));
    // `prompt=create` asks for a new account again; who has just made one signs in from there.
    let sign_in = browser.get(&format!("/sign-in?flow={flow}")).await;
    let reply = browser.submit(&sign_in, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}

#[tokio::test]
async fn a_mailed_link_works_in_another_browser_without_the_flow() {
    let test = TestApp::start().await;
    person(&test, ADA).await;
    let browser = test.browser();
    let page = browser.open(&start(&test, &[]).await).await;
    let flow = page.hidden("flow").unwrap();
    test.deliver_mail().await;
    let forgot = browser.get(&format!("/forgot-password?flow={flow}")).await;
    browser.submit(&forgot, "/forgot-password", &[("email", ADA)]).await;
    let link = test.mailed_link(ADA).await;
    assert_eq!(parameter(&link, "flow"), flow);

    let elsewhere = test.browser();
    let page = elsewhere.get(&link).await;
    assert_eq!((page.status.as_u16(), page.hidden("flow")), (200, None));
    let here = browser.get(&link).await;
    let reply = browser.submit(&here, "/reset-password", &[("password", "another long password")]).await;
    assert_eq!(parameter(reply.location(), "flow"), flow);
    assert_eq!(parameter(reply.location(), "notice"), "password_reset");
    let again = elsewhere.submit(&page, "/reset-password", &[("password", "a third long password")]).await;
    assert_eq!(again.status, 410);
}

#[tokio::test]
async fn a_proof_that_is_asked_for_again_is_given_by_signing_in_again() {
    let test = TestApp::start().await;
    let browser = person(&test, ADA).await;
    let page = browser.open(&start(&test, &[("prompt", "login")]).await).await;
    assert!(page.body.contains("login-submit"));
    let reply = browser.submit(&page, "/sign-in", &[("identifier", ADA), ("password", PASSWORD)]).await;
    let consent = browser.follow(reply).await;
    assert!(has_code(&allow(&browser, &consent).await));
}
