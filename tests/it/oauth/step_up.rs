//! Two factors for an app: demanded by the operator, or asked for by the app and its resource servers (RFC 9470).

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::client::{Client, SecondFactorDemand};
use vestibule::model::ids::ClientId;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::oauth::registration::operator;
use vestibule::store::clients;

use super::text;
use crate::api::{Call, PASSWORD, sign_up};
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::relying_party::{RelyingParty, claims, userinfo};

const EMAIL: &str = "ada@example.test";
const OPTIONAL: (&str, &str) = ("two_factor.policy", "optional");
const NO_MAIL: (&str, &str) = ("two_factor.mailed_codes", "false");
const SCOPE: &str = "openid email offline_access";

async fn demanding(test: &Arc<TestApp>) -> RelyingParty {
    RelyingParty::register(test, json!({ "second_factor": "required", "skip_consent": true })).await
}

/// An app that demands nothing.
async fn plain(test: &Arc<TestApp>) -> RelyingParty {
    RelyingParty::register(test, json!({ "skip_consent": true })).await
}

async fn client(test: &TestApp, app: &RelyingParty) -> Client {
    let mut unit = test.app.store.read("test.client").await.unwrap();
    clients::by_id(&mut unit, &ClientId::new(app.client_id.clone())).await.unwrap().unwrap().client
}

async fn demand(test: &TestApp, app: &RelyingParty, demand: SecondFactorDemand) {
    let now = test.app.clock.now();
    let client = client(test, app).await;
    assert!(operator::set_second_factor(&test.app, &client, demand, &RequestOrigin::default(), now).await.unwrap());
}

/// Ada with an authenticator app.
async fn ada(test: &TestApp) -> Authenticator {
    let cookies = sign_up(test, "ada").await;
    let enabled = Call::post(test, "/two-factor/enable", &json!({ "password": PASSWORD })).in_browser(&cookies).send().await;
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let code = json!({ "code": app.code(test.app.clock.now()) });
    assert_eq!(Call::post(test, "/two-factor/verify-totp", &code).in_browser(&cookies).send().await.status, 200);
    test.advance(Duration::from_secs(30));
    app
}

async fn show_code(test: &TestApp, browser: &TestBrowser<'_>, page: &Reply, app: &Authenticator) -> Reply {
    let code = app.code(test.app.clock.now());
    test.advance(Duration::from_secs(30));
    let fields = [("method", "totp"), ("code", code.as_str()), ("trust", "on"), ("action", "verify")];
    let reply = browser.submit(page, "/two-factor", &fields).await;
    browser.follow(reply).await
}

/// Ada, signed in with her password alone, in a browser that is trusted.
async fn trusted<'a>(test: &'a TestApp, app: &Authenticator) -> TestBrowser<'a> {
    let browser = test.browser();
    browser.sign_in(EMAIL, PASSWORD).await;
    let page = browser.get("/two-factor").await;
    show_code(test, &browser, &page, app).await;
    let out = browser.get("/sign-out").await;
    browser.submit(&out, "/sign-out", &[("action", "sign-out")]).await;
    assert_eq!(browser.sign_in(EMAIL, PASSWORD).await.location(), "/account");
    browser
}

async fn tokens(web: &RelyingParty, reply: &Reply) -> Value {
    let code = reply.location_parameter("code").unwrap_or_else(|| panic!("no code: {} {}", reply.location(), reply.body));
    web.redeem(&code).await.json()
}

#[tokio::test]
async fn an_app_that_demands_two_factors_is_told_of_nobody_with_one() {
    let test = Arc::new(TestApp::with(&[OPTIONAL]).await);
    let app = ada(&test).await;
    let (web, browser) = (demanding(&test).await, trusted(&test, &app).await);
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("login_required"));
    let asked = browser.open(&web.request().with("scope", SCOPE).path()).await;
    assert!(asked.body.contains("id=\"two-factor-submit\""), "the trust in the browser is no second factor: {}", asked.body);
    let answered = tokens(&web, &show_code(&test, &browser, &asked, &app).await).await;
    assert_eq!(claims(text(&answered, "id_token"))["acr"], "2");
    assert_eq!(userinfo(&test, text(&answered, "access_token")).await.status, 200);
    assert_eq!(web.refresh(text(&answered, "refresh_token")).await.status, 200);
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    assert!(silent.location_parameter("code").is_some(), "{}", silent.location());
}

#[tokio::test]
async fn who_has_none_sets_one_up_on_the_way() {
    let test = Arc::new(TestApp::with(&[OPTIONAL, NO_MAIL]).await);
    let (web, browser) = (demanding(&test).await, test.browser());
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let silent = browser.get(&web.request().with("prompt", "none").path()).await;
    assert_eq!(silent.location_parameter("error").as_deref(), Some("interaction_required"));
    let page = browser.open(&web.request().path()).await;
    assert!(page.body.contains("id=\"two-factor-propose\"") && !page.body.contains("Not now"), "{}", page.body);
    let proposed = browser.submit(&page, "/two-factor/set-up", &[("action", "propose")]).await;
    let page = browser.follow(proposed).await;
    let (_, secret) = page.body.split_once("id=\"totp-secret\" dir=\"ltr\">").expect("a secret");
    let app = Authenticator::of_text(secret.split('<').next().unwrap());
    let code = app.code(test.app.clock.now());
    let codes = browser.submit(&page, "/two-factor/set-up", &[("action", "confirm"), ("code", &code)]).await;
    let (_, onward) = codes.body.split_once("href=\"/oauth2/authorize/resume").expect("the way back");
    let onward = format!("/oauth2/authorize/resume{}", onward.split('"').next().unwrap().replace("&#38;", "&"));
    let answered = tokens(&web, &browser.open(&onward).await).await;
    assert_eq!(claims(text(&answered, "id_token"))["amr"], json!(["pwd", "otp", "mfa"]));
}

#[tokio::test]
async fn setting_one_up_for_an_app_takes_a_fresh_proof() {
    let test = Arc::new(TestApp::with(&[OPTIONAL, NO_MAIL]).await);
    let (web, browser) = (demanding(&test).await, test.browser());
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let page = browser.open(&web.request().path()).await;
    test.advance(Duration::from_secs(601));
    let refused = browser.submit(&page, "/two-factor/set-up", &[("action", "propose")]).await;
    assert!(refused.location().starts_with("/confirm-identity?return_to=%2Ftwo-factor%2Fset-up"), "{}", refused.location());
    let proof = browser.get(refused.location()).await;
    let return_to = proof.hidden("return_to").expect("the way back");
    let proved = browser.submit(&proof, "/confirm-identity", &[("password", PASSWORD), ("return_to", &return_to)]).await;
    assert!(browser.follow(proved).await.body.contains("id=\"two-factor-propose\""));
}

#[tokio::test]
async fn a_mailed_code_will_do_where_mail_counts() {
    let test = Arc::new(TestApp::with(&[OPTIONAL]).await);
    let (web, browser) = (demanding(&test).await, test.browser());
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let page = browser.open(&web.request().path()).await;
    let sent = browser.submit(&page, "/two-factor", &[("method", "mailed_code"), ("action", "send")]).await;
    let page = browser.follow(sent).await;
    let mails = test.mails().await;
    let mail = mails.iter().rev().find(|mail| mail.mail.subject.contains("is your code")).expect("a code was mailed");
    let code: String = mail.mail.subject.chars().take_while(char::is_ascii_digit).collect();
    let fields = [("method", "mailed_code"), ("sent", "1"), ("code", code.as_str()), ("action", "verify")];
    let reply = browser.submit(&page, "/two-factor", &fields).await;
    let answered = tokens(&web, &browser.follow(reply).await).await;
    assert_eq!(claims(text(&answered, "id_token"))["acr"], "2");
}

#[tokio::test]
async fn where_nobody_is_asked_for_a_second_factor_the_app_is_told_so() {
    let test = Arc::new(TestApp::start().await);
    let (web, browser) = (demanding(&test).await, test.browser());
    browser.sign_up("Ada", EMAIL, PASSWORD).await;
    let reply = browser.get(&web.request().path()).await;
    assert_eq!(reply.location_parameter("error").as_deref(), Some("unmet_authentication_requirements"));
}

/// What was allowed for one factor before the operator demanded two: no code, no token and no answer comes of it any more.
#[tokio::test]
async fn a_demand_counts_for_what_was_allowed_before() {
    let test = Arc::new(TestApp::with(&[OPTIONAL]).await);
    let app = ada(&test).await;
    let (web, browser) = (plain(&test).await, trusted(&test, &app).await);
    let request = web.request().with("scope", SCOPE);
    let answered = tokens(&web, &browser.open(&request.path()).await).await;
    let (access, refresh) = (text(&answered, "access_token"), text(&answered, "refresh_token"));
    assert_eq!(claims(text(&answered, "id_token"))["acr"], "1");
    let waiting = browser.open(&request.path()).await.location_parameter("code").expect("a code");
    demand(&test, &web, SecondFactorDemand::Required).await;

    let redeemed = web.redeem(&waiting).await;
    assert_eq!((redeemed.status.as_u16(), &redeemed.json()["error"]), (400, &json!("invalid_grant")));
    let refreshed = web.refresh(refresh).await;
    assert_eq!((refreshed.status.as_u16(), &refreshed.json()["error"]), (400, &json!("invalid_grant")));
    let told = userinfo(&test, access).await;
    assert_eq!((told.status.as_u16(), &told.json()["error"]), (401, &json!("insufficient_user_authentication")));
    let challenge = told.header("www-authenticate");
    assert!(challenge.starts_with("Bearer ") && challenge.contains("error=\"insufficient_user_authentication\""), "{challenge}");
    assert!(challenge.contains("acr_values=\"2\""), "{challenge}");
    let introspected = web.introspect(access).await.json();
    assert_eq!((&introspected["active"], &introspected["acr"]), (&json!(true), &json!("1")), "the token lives, and says so");

    demand(&test, &web, SecondFactorDemand::Policy).await;
    assert_eq!(web.refresh(refresh).await.status, 200, "what was refused was not spent");
}

/// RFC 9470, section 4: the app passes on what the resource server's challenge asked for.
#[tokio::test]
async fn an_app_answers_the_challenge_of_a_resource_server() {
    let test = Arc::new(TestApp::with(&[OPTIONAL]).await);
    let app = ada(&test).await;
    let (web, browser) = (plain(&test).await, trusted(&test, &app).await);
    let first = tokens(&web, &browser.open(&web.request().path()).await).await;
    let known = web.introspect(text(&first, "access_token")).await.json();
    assert_eq!((&known["acr"], &known["amr"]), (&json!("1"), &json!(["pwd"])));
    assert_eq!(known["auth_time"], claims(text(&first, "id_token"))["auth_time"]);

    test.advance(Duration::from_secs(120));
    let step_up = web.request().with("acr_values", "2").with("max_age", "60");
    let page = browser.open(&step_up.path()).await;
    let page = if page.body.contains("id=\"password\"") {
        let signed_in = browser.submit(&page, "/sign-in", &[("identifier", EMAIL), ("password", PASSWORD)]).await;
        browser.follow(signed_in).await
    } else {
        page
    };
    let second = tokens(&web, &show_code(&test, &browser, &page, &app).await).await;
    let known = web.introspect(text(&second, "access_token")).await.json();
    assert_eq!((&known["acr"], &known["amr"]), (&json!("2"), &json!(["pwd", "otp", "mfa"])));
    let now = test.app.clock.now().seconds();
    assert!(known["auth_time"].as_i64().is_some_and(|at| now - at <= 60), "{known}");
}

#[tokio::test]
async fn a_client_cannot_take_back_what_the_operator_demands() {
    let test = Arc::new(TestApp::with(&[("registration.dynamic", "open"), OPTIONAL]).await);
    let raw = json!({ "redirect_uris": ["https://rp.example/cb"], "client_name": "Self" });
    let registered = test.send(crate::support::app::json_request("POST", "/oauth2/register", &raw)).await.json();
    let id = registered["client_id"].as_str().unwrap().to_owned();
    let mut unit = test.app.store.read("test.client").await.unwrap();
    let before = clients::by_id(&mut unit, &ClientId::new(id.clone())).await.unwrap().unwrap().client;
    drop(unit);
    let origin = RequestOrigin::default();
    let now = test.app.clock.now();
    assert!(operator::set_second_factor(&test.app, &before, SecondFactorDemand::Required, &origin, now).await.unwrap());
    let mut replaced = raw.clone();
    replaced["client_id"] = json!(id);
    replaced["second_factor"] = json!("policy");
    let body = axum::body::Body::from(replaced.to_string());
    let request = crate::support::app::request(axum::http::Method::PUT, &format!("/oauth2/register/{id}"))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {}", registered["registration_access_token"].as_str().unwrap()));
    let reply = test.send(request.body(body).unwrap()).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let mut unit = test.app.store.read("test.client").await.unwrap();
    let after = clients::by_id(&mut unit, &ClientId::new(id)).await.unwrap().unwrap().client;
    assert_eq!(after.metadata.second_factor, SecondFactorDemand::Required);
    assert!(after.version > before.version + 1, "it was replaced all the same");
}
