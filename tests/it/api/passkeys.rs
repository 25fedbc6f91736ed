//! Passkeys (`@better-auth/passkey`; WebAuthn Level 3, sections 7.1 and 7.2).

use std::time::Duration;

use serde_json::{Value, json};

use super::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::support::app::{Reply, TestApp};
use crate::support::passkeys::PasskeyDevice;

const ON: (&str, &str) = ("passkey.enabled", "true");

/// Begins to register a passkey. Returns the options and the cookies with that of the ceremony.
pub async fn begin_registration(test: &TestApp, cookies: &str) -> (Value, String) {
    let reply = Call::get(test, "/passkey/generate-register-options").in_browser(cookies).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    (reply.json(), format!("{cookies}; {}", cookies_of(&reply)))
}

/// Sends what an authenticator made.
pub async fn register_answer(test: &TestApp, cookies: &str, response: &Value) -> Reply {
    Call::post(test, "/passkey/verify-registration", &json!({ "response": response })).in_browser(cookies).send().await
}

/// Registers a passkey for who has these cookies.
pub async fn register(test: &TestApp, cookies: &str, device: &PasskeyDevice) -> Value {
    let (options, cookies) = begin_registration(test, cookies).await;
    let reply = register_answer(test, &cookies, &device.create(&options)).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()
}

/// Begins to sign in. Returns the options and the cookie of the ceremony.
pub async fn begin(test: &TestApp, cookies: &str) -> (Value, String) {
    let reply = Call::get(test, "/passkey/generate-authenticate-options").in_browser(cookies).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    (reply.json(), cookies_of(&reply))
}

/// Sends what an authenticator signed.
pub async fn answer(test: &TestApp, cookies: &str, response: &Value) -> Reply {
    Call::post(test, "/passkey/verify-authentication", &json!({ "response": response })).in_browser(cookies).send().await
}

/// Signs in with the device's passkey.
pub async fn sign_in(test: &TestApp, device: &PasskeyDevice) -> Reply {
    let (options, cookies) = begin(test, "").await;
    answer(test, &cookies, &device.get(&options)).await
}

async fn list(test: &TestApp, cookies: &str) -> Value {
    Call::get(test, "/passkey/list-user-passkeys").in_browser(cookies).send().await.json()
}

async fn trail(test: &TestApp, kind: &str) -> i64 {
    let mut unit = test.app.store.read("test.trail").await.unwrap();
    let sql = "SELECT count(*) FROM audit_events WHERE kind = $1";
    unit.one(sql, &vestibule::store::values![kind]).await.unwrap().integer(0).unwrap()
}

#[tokio::test]
async fn a_passkey_is_registered_and_signs_in_without_a_name_typed() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    let (options, ceremony) = begin_registration(&test, &cookies).await;
    assert_eq!(options["rp"], json!({ "name": "Vestibule", "id": "localhost" }));
    assert_eq!(options["attestation"], "none");
    assert_eq!(
        options["authenticatorSelection"],
        json!({ "residentKey": "preferred", "userVerification": "preferred", "requireResidentKey": false })
    );
    assert_eq!(options["excludeCredentials"], json!([]));
    let passkey = register_answer(&test, &ceremony, &device.create(&options)).await.json();
    assert_eq!(passkey["deviceType"], "singleDevice");
    assert_eq!(passkey["backedUp"], false);
    assert_eq!(passkey["transports"], "internal");
    assert_eq!(passkey["aaguid"], "00000000-0000-0000-0000-000000000000");
    assert_eq!(list(&test, &cookies).await, json!([passkey]));

    let (options, ceremony) = begin(&test, "").await;
    assert_eq!(options.get("allowCredentials"), None, "nobody is told who has passkeys");
    let reply = answer(&test, &ceremony, &device.get(&options)).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.json()["user"]["email"], "ada@example.test");
    let session = Call::get(&test, "/get-session").in_browser(&cookies_of(&reply)).send().await.json();
    assert_eq!(session["session"]["id"], reply.json()["session"]["id"]);
    assert_eq!(list(&test, &cookies).await[0]["counter"], 2);
    assert_eq!(trail(&test, "user.passkey_added").await, 1);
    let mails = test.mails().await;
    assert!(mails.iter().any(|mail| mail.mail.text.contains("A passkey was added")), "its owner is told");
}

#[tokio::test]
async fn passkeys_that_are_there_are_excluded_and_asked_for_by_name_only_of_their_owner() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let passkey = register(&test, &cookies, &PasskeyDevice::default()).await;
    let own = json!([{ "id": passkey["credentialID"], "transports": ["internal"], "type": "public-key" }]);
    assert_eq!(begin_registration(&test, &cookies).await.0["excludeCredentials"], own);
    assert_eq!(begin(&test, &cookies).await.0["allowCredentials"], own);
    let bob = sign_up(&test, "bob").await;
    assert_eq!(begin_registration(&test, &bob).await.0["excludeCredentials"], json!([]));
}

#[tokio::test]
async fn a_challenge_works_once() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    let (options, ceremony) = begin_registration(&test, &cookies).await;
    let made = device.create(&options);
    assert_eq!(register_answer(&test, &ceremony, &made).await.status, 200);
    assert_error(&register_answer(&test, &ceremony, &made).await, 400, "CHALLENGE_NOT_FOUND");
    let (options, ceremony) = begin(&test, "").await;
    assert_eq!(answer(&test, &ceremony, &device.get(&options)).await.status, 200);
    assert_error(&answer(&test, &ceremony, &device.get(&options)).await, 400, "CHALLENGE_NOT_FOUND");
}

#[tokio::test]
async fn a_wrong_answer_ends_the_ceremony() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    register(&test, &cookies, &device).await;
    let (options, ceremony) = begin(&test, "").await;
    let other = json!({ "challenge": "d3Jvbmc" });
    assert_error(&answer(&test, &ceremony, &device.get(&other)).await, 400, "AUTHENTICATION_FAILED");
    assert_error(&answer(&test, &ceremony, &device.get(&options)).await, 400, "CHALLENGE_NOT_FOUND");
}

#[tokio::test]
async fn a_challenge_ends_after_five_minutes() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    register(&test, &cookies, &device).await;
    let (options, ceremony) = begin(&test, "").await;
    test.advance(Duration::from_secs(5 * 60));
    assert_error(&answer(&test, &ceremony, &device.get(&options)).await, 400, "CHALLENGE_NOT_FOUND");
}

#[tokio::test]
async fn a_challenge_is_for_one_purpose_one_person_and_one_browser() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    register(&test, &cookies, &device).await;
    let (options, ceremony) = begin_registration(&test, &cookies).await;
    assert_error(&answer(&test, &ceremony, &device.get(&options)).await, 400, "CHALLENGE_NOT_FOUND");
    let (options, ceremony) = begin(&test, &cookies).await;
    let made = PasskeyDevice::default().create(&json!({ "challenge": options["challenge"], "user": { "id": "" } }));
    let ceremony = format!("{cookies}; {ceremony}");
    assert_error(&register_answer(&test, &ceremony, &made).await, 400, "CHALLENGE_NOT_FOUND");

    let bob = sign_up(&test, "bob").await;
    let (options, ceremony) = begin_registration(&test, &cookies).await;
    let ceremony = ceremony.rsplit("; ").next().unwrap();
    let reply = register_answer(&test, &format!("{bob}; {ceremony}"), &device.create(&options)).await;
    assert_error(&reply, 401, "YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY");

    let (options, _) = begin(&test, "").await;
    assert_error(&answer(&test, "a=b", &device.get(&options)).await, 400, "CHALLENGE_NOT_FOUND");
}

#[tokio::test]
async fn a_count_that_did_not_rise_is_refused_and_stands_in_the_trail() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    register(&test, &cookies, &device).await;
    assert_eq!(sign_in(&test, &device).await.status, 200);
    device.count.set(1);
    assert_error(&sign_in(&test, &device).await, 400, "AUTHENTICATION_FAILED");
    assert_eq!(list(&test, &cookies).await[0]["counter"], 2, "nothing was counted");
    assert_eq!(trail(&test, "session.passkey_count_refused").await, 1);
}

#[tokio::test]
async fn passkeys_are_renamed_and_removed_by_their_owner_only() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    let id = register(&test, &cookies, &device).await["id"].clone();
    let bob = sign_up(&test, "bob").await;
    let post = |path: &'static str, body: Value, cookies: String| {
        let test = &test;
        async move { Call::post(test, path, &body).in_browser(&cookies).send().await }
    };
    let renamed = post("/passkey/update-passkey", json!({ "id": id, "name": " Key ring " }), cookies.clone()).await;
    assert_eq!(renamed.json()["passkey"]["name"], "Key ring", "{}", renamed.body);
    let foreign = post("/passkey/update-passkey", json!({ "id": id, "name": "Mine" }), bob.clone()).await;
    assert_error(&foreign, 401, "YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY");
    assert_eq!(post("/passkey/delete-passkey", json!({ "id": id }), bob.clone()).await.status, 401);
    let unknown = post("/passkey/delete-passkey", json!({ "id": "none" }), cookies.clone()).await;
    assert_error(&unknown, 404, "PASSKEY_NOT_FOUND");
    assert_eq!(list(&test, &cookies).await[0]["name"], "Key ring");
    assert_eq!(post("/passkey/delete-passkey", json!({ "id": id }), cookies.clone()).await.json(), json!({ "status": true }));
    assert_eq!(list(&test, &cookies).await, json!([]));
    assert_error(&sign_in(&test, &device).await, 401, "PASSKEY_NOT_FOUND");
    assert_eq!(trail(&test, "user.passkey_removed").await, 1);
}

#[tokio::test]
async fn registering_needs_a_fresh_session() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    test.advance(Duration::from_secs(24 * 60 * 60 + 1));
    let reply = Call::get(&test, "/passkey/generate-register-options").in_browser(&cookies).send().await;
    assert_error(&reply, 403, "SESSION_NOT_FRESH");
}

#[tokio::test]
async fn a_passkey_is_registered_once() {
    let test = TestApp::with(&[ON]).await;
    let (ada, bob) = (sign_up(&test, "ada").await, sign_up(&test, "bob").await);
    let device = PasskeyDevice::default();
    let (options, ceremony) = begin_registration(&test, &ada).await;
    let made = device.create(&options);
    assert_eq!(register_answer(&test, &ceremony, &made).await.status, 200);
    // The same key with another challenge: an authenticator would not, a forger can, for nothing is attested.
    let (options, ceremony) = begin_registration(&test, &bob).await;
    let mut forged = made.clone();
    forged["response"]["clientDataJSON"] = device.create(&options)["response"]["clientDataJSON"].clone();
    assert_error(&register_answer(&test, &ceremony, &forged).await, 400, "PREVIOUSLY_REGISTERED");
}

#[tokio::test]
async fn whoever_was_disabled_or_has_to_prove_an_address_is_not_signed_in() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    let user = vestibule::model::ids::UserId::new(register(&test, &cookies, &device).await["userId"].as_str().unwrap());
    let origin = vestibule::model::request_origin::RequestOrigin::default();
    vestibule::users::operator::lock(&test.app, &user, &origin, test.app.clock.now()).await.unwrap();
    assert_error(&sign_in(&test, &device).await, 403, "BANNED_USER");
}

#[tokio::test]
async fn the_last_way_in_stays() {
    // Without mail nobody could set a password.
    let test = TestApp::with(&[ON, ("mail.url", "")]).await;
    let cookies = sign_up(&test, "ada").await;
    let passkey = register(&test, &cookies, &PasskeyDevice::default()).await;
    let mut unit = test.app.store.write("test.forget_password").await.unwrap();
    unit.execute("DELETE FROM accounts", &[]).await.unwrap();
    unit.commit().await.unwrap();
    let body = json!({ "id": passkey["id"] });
    let reply = Call::post(&test, "/passkey/delete-passkey", &body).in_browser(&cookies).send().await;
    assert_error(&reply, 400, "FAILED_TO_UNLINK_LAST_ACCOUNT");
    register(&test, &cookies, &PasskeyDevice::default()).await;
    assert_eq!(Call::post(&test, "/passkey/delete-passkey", &body).in_browser(&cookies).send().await.status, 200);
}

/// Somebody made an account for an address that is not theirs, and a key to it.
#[tokio::test]
async fn whoever_proves_an_address_first_finds_no_passkeys_of_somebody_else() {
    let test = TestApp::with(&[ON]).await;
    let squatter = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    register(&test, &squatter, &device).await;
    let browser = test.browser();
    let page = browser.get("/forgot-password").await;
    browser.submit(&page, "/forgot-password", &[("email", "ada@example.test")]).await;
    let page = browser.get(&test.mailed_link("ada@example.test").await).await;
    let done = browser.submit(&page, "/reset-password", &[("password", "staple clip paper glue")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_error(&sign_in(&test, &device).await, 401, "PASSKEY_NOT_FOUND");

    let test = TestApp::with(&[ON, ("magic_link.enabled", "true")]).await;
    let squatter = sign_up(&test, "ada").await;
    register(&test, &squatter, &device).await;
    let asked = json!({ "email": "ada@example.test" });
    Call::post(&test, "/sign-in/magic-link", &asked).send().await;
    let link = test.mailed_link("ada@example.test").await;
    Call::get(&test, &link).with("accept", "application/json").send().await;
    assert_error(&sign_in(&test, &device).await, 401, "PASSKEY_NOT_FOUND");
}

#[tokio::test]
async fn a_registration_that_was_begun_before_the_credentials_changed_comes_to_nothing() {
    let test = TestApp::with(&[ON]).await;
    let cookies = sign_up(&test, "ada").await;
    let (options, ceremony) = begin_registration(&test, &cookies).await;
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "staple clip paper glue" });
    assert_eq!(Call::post(&test, "/change-password", &change).in_browser(&cookies).send().await.status, 200);
    let reply = register_answer(&test, &ceremony, &PasskeyDevice::default().create(&options)).await;
    assert_error(&reply, 400, "CHALLENGE_NOT_FOUND");
}

#[tokio::test]
async fn without_the_switch_there_are_no_endpoints() {
    let test = TestApp::start().await;
    for path in ["/passkey/generate-authenticate-options", "/passkey/list-user-passkeys"] {
        assert_eq!(Call::get(&test, path).send().await.status, 404, "{path}");
    }
}
