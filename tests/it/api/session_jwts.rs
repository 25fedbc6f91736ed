//! Sessions as JWTs: what they say, who gets one, and that nothing else takes them for its own.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use vestibule::store::values;

use super::multi_sessions::Jar;
use super::{Call, sign_up};
use crate::support::app::{PUBLIC_URL, Reply, START, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::relying_party::{RelyingParty, claims, person, sign_in};

const ON: [(&str, &str); 1] = [("jwt.enabled", "true")];

async fn token(test: &TestApp, cookies: &str) -> Reply {
    Call::get(test, "/token").in_browser(cookies).send().await
}

async fn claims_for(test: &TestApp, cookies: &str) -> Value {
    let reply = token(test, cookies).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    claims(reply.json()["token"].as_str().expect("a token"))
}

#[tokio::test]
async fn it_says_who_how_and_until_when_and_little_more() {
    let test = TestApp::with(&ON).await;
    let cookies = sign_up(&test, "ann").await;
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await.json();
    test.advance(Duration::from_secs(60));
    let claims = claims_for(&test, &cookies).await;
    let began = START.seconds();
    let expected = json!({
        "iss": PUBLIC_URL, "aud": PUBLIC_URL, "sub": session["user"]["id"], "id": session["user"]["id"], "name": "ann",
        "iat": began + 60, "exp": began + 60 + 900, "auth_time": began, "sid": session["session"]["id"],
        "acr": claims["acr"], "amr": ["pwd"], "token_use": "session",
    });
    assert_eq!(claims, expected, "an address that nobody proved is not told");
}

#[tokio::test]
async fn a_proved_address_is_told_and_an_unproved_one_where_the_operator_says_so() {
    let test = TestApp::with(&ON).await;
    let cookies = sign_up(&test, "ann").await;
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("UPDATE users SET email_verified = $1", &values![true]).await.unwrap();
    unit.commit().await.unwrap();
    let proved = claims_for(&test, &cookies).await;
    assert_eq!((&proved["email"], &proved["email_verified"]), (&json!("ann@example.test"), &json!(true)));
    let open = TestApp::with(&[("jwt.enabled", "true"), ("claims.unverified_email", "true")]).await;
    let unproved = claims_for(&open, &sign_up(&open, "ann").await).await;
    assert_eq!((&unproved["email"], &unproved["email_verified"]), (&json!("ann@example.test"), &json!(false)));
}

#[tokio::test]
async fn the_operator_says_by_whom_for_whom_how_long_and_with_what() {
    let settings = [
        ("jwt.enabled", "true"),
        ("jwt.issuer", "https://issuer.example"),
        ("jwt.audience", "services"),
        ("jwt.seconds", "60"),
        ("jwt.algorithm", "EdDSA"),
    ];
    let test = TestApp::with(&settings).await;
    let reply = token(&test, &sign_up(&test, "ann").await).await.json();
    let text = reply["token"].as_str().unwrap();
    let verified = test.app.keyring.current().verify(text).expect("a published key signed it");
    assert_eq!(verified.header.algorithm().to_string(), "EdDSA");
    let claims = claims(text);
    assert_eq!((&claims["iss"], &claims["aud"]), (&json!("https://issuer.example"), &json!("services")));
    assert_eq!(claims["exp"], json!(START.seconds() + 60));
}

#[tokio::test]
async fn whoever_has_the_keys_can_verify_it() {
    let test = TestApp::with(&ON).await;
    let reply = token(&test, &sign_up(&test, "ann").await).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    let text = reply.json()["token"].as_str().unwrap().to_owned();
    let keys = test.get("/api/auth/jwks").await;
    assert_eq!((keys.status.as_u16(), keys.body.as_str()), (200, test.get("/oauth2/jwks").await.body.as_str()));
    assert!(keys.header("cache-control").contains("max-age"), "{}", keys.header("cache-control"));
    let header = vestibule_header(&text);
    let kids: Vec<_> = keys.json()["keys"].as_array().unwrap().iter().map(|key| key["kid"].clone()).collect();
    assert!(kids.contains(&header["kid"]), "{header} {kids:?}");
    assert_eq!(header["alg"], "RS256");
}

fn vestibule_header(token: &str) -> Value {
    use base64::Engine as _;
    let part = token.split('.').next().unwrap_or_default();
    serde_json::from_slice(&base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

#[tokio::test]
async fn get_session_brings_one_along_and_scripts_may_read_it() {
    let test = TestApp::with(&[("jwt.enabled", "true"), ("server.trusted_origins", "https://app.example")]).await;
    let cookies = sign_up(&test, "ann").await;
    let call = Call::get(&test, "/get-session").with("origin", "https://app.example").with("cookie", &cookies);
    let reply = call.send().await;
    assert_eq!(claims(reply.header("set-auth-jwt"))["name"], "ann");
    let exposed: Vec<_> =
        reply.headers.get_all("access-control-expose-headers").iter().filter_map(|value| value.to_str().ok()).collect();
    assert!(exposed.join(",").contains("set-auth-jwt"), "{exposed:?}");
    let nobody = Call::get(&test, "/get-session").in_browser("").send().await;
    assert_eq!((nobody.body.as_str(), nobody.header("set-auth-jwt")), ("null", ""));
    let quiet = TestApp::with(&[("jwt.enabled", "true"), ("jwt.on_get_session", "false")]).await;
    let cookies = sign_up(&quiet, "ann").await;
    let reply = Call::get(&quiet, "/get-session").in_browser(&cookies).send().await;
    assert_eq!(reply.header("set-auth-jwt"), "");
    assert_eq!(token(&quiet, &cookies).await.status, 200);
}

#[tokio::test]
async fn none_for_a_session_that_is_over_or_a_person_who_may_not_sign_in() {
    let test = TestApp::with(&ON).await;
    assert_eq!(token(&test, "").await.status, 401);
    let jar = Jar::new(&test);
    jar.sign_up("ann").await;
    let cookies = jar.header();
    jar.post("/sign-out", json!({})).await;
    let revoked = token(&test, &cookies).await;
    assert_eq!((revoked.status.as_u16(), revoked.header("set-auth-jwt")), (401, ""));
    let cookies = sign_up(&test, "bob").await;
    let mut unit = test.app.store.write("test").await.unwrap();
    unit.execute("UPDATE users SET disabled_at = $1", &values![test.app.clock.now()]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(token(&test, &cookies).await.status, 401);
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await;
    assert_eq!((session.body.as_str(), session.header("set-auth-jwt")), ("null", ""));
}

#[tokio::test]
async fn none_while_a_second_factor_is_owed_and_two_are_told_afterwards() {
    let test = TestApp::with(&[("jwt.enabled", "true"), ("two_factor.policy", "optional")]).await;
    let enrolling = Jar::new(&test);
    enrolling.sign_up("bob").await;
    let enabled = enrolling.post("/two-factor/enable", json!({ "password": super::PASSWORD })).await.json();
    let app = Authenticator::of_uri(enabled["totpURI"].as_str().expect("an address"));
    let code = app.code(test.app.clock.now());
    assert_eq!(enrolling.post("/two-factor/verify-totp", json!({ "code": code })).await.status, 200);
    test.advance(Duration::from_secs(60));
    let jar = Jar::new(&test);
    let owed = jar.post("/sign-in/email", json!({ "email": "bob@example.test", "password": super::PASSWORD })).await;
    assert_eq!(owed.json()["twoFactorRedirect"], true, "{}", owed.body);
    assert_eq!(token(&test, &jar.header()).await.status, 401);
    let session = jar.get("/get-session").await;
    assert_eq!((session.body.as_str(), session.header("set-auth-jwt")), ("null", ""));
    let code = app.code(test.app.clock.now());
    assert_eq!(jar.post("/two-factor/verify-totp", json!({ "code": code })).await.status, 200);
    let claims = claims_for(&test, &jar.header()).await;
    assert_eq!(claims["amr"], json!(["pwd", "otp", "mfa"]));
    assert_eq!(claims["auth_time"], json!(START.seconds() + 60));
}

#[tokio::test]
async fn it_does_not_outlive_the_session_that_it_speaks_of() {
    let test = TestApp::with(&ON).await;
    let jar = Jar::new(&test);
    jar.sign_up("ann").await;
    let short = json!({ "email": "ann@example.test", "password": super::PASSWORD, "rememberMe": false });
    jar.post("/sign-in/email", short).await;
    test.advance(Duration::from_secs(24 * 60 * 60 - 60));
    let claims = claims_for(&test, &jar.header()).await;
    assert_eq!(claims["exp"].as_i64(), claims["iat"].as_i64().map(|at| at + 60));
}

/// A service that was given one cannot act with it here: neither to sign its person out nor to name them.
#[tokio::test]
async fn it_is_no_id_token_hint() {
    let test = Arc::new(TestApp::with(&ON).await);
    let web = RelyingParty::web(&test).await;
    let browser = test.browser();
    let alice = person(&test, "Alice").await;
    sign_in(&test, &browser, &alice).await;
    web.code(&browser).await;
    let reply = token(&test, &browser.cookie_header()).await.json();
    let jwt = reply["token"].as_str().unwrap();
    let hinted = browser.get(&web.request().with("prompt", "none").with("id_token_hint", jwt).path()).await;
    assert_eq!(hinted.location_parameter("error").as_deref(), Some("invalid_request"));
    let asked = browser.get(&format!("/oauth2/end-session?id_token_hint={jwt}")).await;
    assert!(asked.body.contains("logout-confirm"), "the person is asked: {} {}", asked.status, asked.body);
    assert_eq!(token(&test, &browser.cookie_header()).await.status, 200, "nobody was signed out");
    let shown = Call::get(&test, "/oauth2/userinfo").with("authorization", &format!("Bearer {jwt}")).send().await;
    assert_eq!(shown.status, 401, "it is no access token");
}

#[tokio::test]
async fn it_is_off_unless_it_is_turned_on() {
    let test = TestApp::start().await;
    let cookies = sign_up(&test, "ann").await;
    assert_eq!(token(&test, &cookies).await.status, 404);
    assert_eq!(test.get("/api/auth/jwks").await.status, 404);
    let session = Call::get(&test, "/get-session").in_browser(&cookies).send().await;
    assert_eq!(session.header("set-auth-jwt"), "");
}
