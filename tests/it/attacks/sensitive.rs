//! S44: every change that decides who gets in asks for a fresh proof, with all factors that the person has, on its page and by call.

use std::time::Duration;

use serde_json::{Value, json};
use vestibule::model::phone_number::PhoneNumber;
use vestibule::store::{backup_codes, passkeys, phone_numbers, users};

use crate::api::{Call, PASSWORD, cookies_of};
use crate::support::app::{Reply, TestApp};
use crate::support::authenticator::Authenticator;
use crate::support::browser::TestBrowser;
use crate::support::passkeys::PasskeyDevice;
use crate::support::phones::{NUMBER, OTHER_NUMBER, PHONES};

const EMAIL: &str = "ada@example.test";
const STALE: Duration = Duration::from_secs(601);
type Fields = &'static [(&'static str, &'static str)];

/// What is changed, by which form, and which page asks for it.
const FORMS: [(&str, &str, Fields, &str); 15] = [
    ("mail", "/account/email", &[("email", "mallory@example.test")], "/account/profile"),
    (
        "password",
        "/account/password",
        &[("current_password", PASSWORD), ("password", "staple clip paper glue")],
        "/account/security",
    ),
    ("username", "/account/username", &[("username", "mallory")], "/account/profile"),
    ("phone", "/account/phone", &[("phone", OTHER_NUMBER)], "/account/profile"),
    ("phone code", "/account/phone/code", &[("phone", OTHER_NUMBER), ("code", "000000")], "/account/profile"),
    ("phone removal", "/account/phone/remove", &[], "/account/profile"),
    ("passkey", "/account/passkeys", &[("credential", "{}")], "/account/passkeys"),
    ("passkey's name", "/account/passkeys", &[("action", "rename"), ("passkey", "PASSKEY"), ("name", "x")], "/account/passkeys"),
    ("passkey removal", "/account/passkeys", &[("action", "remove"), ("passkey", "PASSKEY")], "/account/passkeys"),
    ("authenticator app", "/account/two-factor", &[("action", "propose")], "/account/two-factor"),
    ("its confirmation", "/account/two-factor", &[("action", "confirm"), ("code", "000000")], "/account/two-factor"),
    ("backup codes", "/account/two-factor", &[("action", "codes")], "/account/two-factor"),
    ("trusted browsers", "/account/two-factor", &[("action", "untrust"), ("browser", "all")], "/account/two-factor"),
    ("second factor", "/account/two-factor", &[("action", "turn_off")], "/account/two-factor"),
    ("account", "/account/delete", &[("password", PASSWORD)], "/account/delete"),
];

/// What is only shown to who has proved it.
const SHOWN: [(&str, &str); 3] = [
    ("/account/two-factor", "/account/two-factor"),
    ("/account/passkeys", "/account/passkeys"),
    ("/account/data", "/account/activity"),
];

/// What proves that it is the person, beside their session.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// The session was proved lately.
    Session,
    /// The password that is sent along.
    Password,
    /// Whoever reads the mail to the address that there is allows it.
    Mail,
}

/// The calls, with what they need beside a session in which all factors were shown.
fn calls(passkey: &str) -> Vec<(&'static str, Value, Proof)> {
    let password = json!({ "password": PASSWORD });
    vec![
        ("/change-email", json!({ "newEmail": "mallory@example.test" }), Proof::Mail),
        ("/email-otp/change-email", json!({ "newEmail": "mallory@example.test", "otp": "000000" }), Proof::Session),
        ("/change-password", json!({ "currentPassword": PASSWORD, "newPassword": "staple clip paper glue" }), Proof::Password),
        ("/update-user", json!({ "username": "mallory" }), Proof::Session),
        ("/update-user", json!({ "phoneNumber": null }), Proof::Session),
        (
            "/phone-number/verify",
            json!({ "phoneNumber": OTHER_NUMBER, "code": "000000", "updatePhoneNumber": true }),
            Proof::Session,
        ),
        ("/passkey/verify-registration", json!({ "response": {} }), Proof::Session),
        ("/passkey/update-passkey", json!({ "id": passkey, "name": "x" }), Proof::Session),
        ("/passkey/delete-passkey", json!({ "id": passkey }), Proof::Session),
        ("/two-factor/enable", password.clone(), Proof::Password),
        ("/two-factor/get-totp-uri", password.clone(), Proof::Password),
        ("/two-factor/generate-backup-codes", password.clone(), Proof::Password),
        ("/two-factor/disable", password.clone(), Proof::Password),
        ("/unlink-account", json!({ "accountId": "any" }), Proof::Session),
        ("/delete-user", password, Proof::Password),
    ]
}

struct World {
    test: TestApp,
    app: Authenticator,
    passkey: String,
    session: String,
}

/// Ada has everything that can be changed, and is signed in with both factors.
async fn world() -> World {
    let settings: Vec<_> = PHONES
        .into_iter()
        .chain([
            ("two_factor.policy", "optional"),
            ("username.enabled", "true"),
            ("passkey.enabled", "true"),
            ("email_code.enabled", "true"),
            ("email_code.change_email", "true"),
            ("accounts.delete", "true"),
            ("sessions.fresh_seconds", "600"),
        ])
        .collect();
    let test = TestApp::with(&settings).await;
    let ada = json!({ "name": "ada", "email": EMAIL, "username": "ada_l", "password": PASSWORD });
    let cookies = cookies_of(&Call::post(&test, "/sign-up/email", &ada).send().await);
    let link = test.mailed_link(EMAIL).await;
    Call::get(&test, &link).with("accept", "application/json").send().await;
    let enabled = Call::post(&test, "/two-factor/enable", &json!({ "password": PASSWORD })).in_browser(&cookies).send().await;
    let app = Authenticator::of_uri(enabled.json()["totpURI"].as_str().unwrap());
    let code = json!({ "code": app.code(test.app.clock.now()) });
    let confirmed = Call::post(&test, "/two-factor/verify-totp", &code).in_browser(&cookies).send().await;
    let session = cookies_of(&confirmed);
    let passkey = PasskeyDevice::default().enrol(&test, EMAIL).await.id.to_string();
    let mut unit = test.app.store.write("test").await.unwrap();
    let user = users::by_email(&mut unit, EMAIL).await.unwrap().unwrap();
    let number = PhoneNumber::parse(NUMBER).unwrap();
    phone_numbers::put(&mut unit, &user.id, Some(&number), test.app.clock.now()).await.unwrap();
    unit.commit().await.unwrap();
    test.deliver_mail().await;
    test.advance(Duration::from_secs(30));
    World { test, app, passkey, session }
}

/// Everything of Ada's account that these changes are about.
async fn everything(test: &TestApp) -> String {
    let mut unit = test.app.store.read("test").await.unwrap();
    let user = users::by_email(&mut unit, EMAIL).await.unwrap().expect("the account is there");
    let number = phone_numbers::of_user(&mut unit, &user.id).await.unwrap();
    let keys: Vec<_> = passkeys::of_user(&mut unit, &user.id).await.unwrap().into_iter().map(|key| (key.id, key.name)).collect();
    let codes = backup_codes::count(&mut unit, &user.id).await.unwrap();
    format!("{user:?} {number:?} {keys:?} {codes:?}")
}

fn with_cookies<'a>(test: &'a TestApp, cookies: &str) -> TestBrowser<'a> {
    let browser = test.browser();
    for (name, value) in cookies.split("; ").filter_map(|pair| pair.split_once('=')) {
        browser.set_cookie(name, value);
    }
    browser
}

async fn send(browser: &TestBrowser<'_>, form: &Reply, path: &str, fields: Fields, passkey: &str) -> Reply {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, if *value == "PASSKEY" { passkey } else { *value })).collect();
    browser.submit(form, path, &fields).await
}

/// Sends every form and opens every page; each leads to the question for what is missing.
async fn forms_ask(world: &World, cookies: &str, question: &str) {
    let browser = with_cookies(&world.test, cookies);
    let page = browser.get("/account/profile").await;
    for (what, path, fields, section) in FORMS {
        let reply = send(&browser, &page, path, fields, &world.passkey).await;
        let expected = format!("{question}?return_to={}", section.replace('/', "%2F"));
        assert_eq!((reply.status.as_u16(), reply.location()), (303, expected.as_str()), "{what}: {}", reply.body);
    }
    for (path, section) in SHOWN {
        let expected = format!("{question}?return_to={}", section.replace('/', "%2F"));
        assert_eq!(browser.get(path).await.location(), expected, "{path}");
    }
}

#[tokio::test]
async fn s44_an_old_session_changes_nothing() {
    let world = world().await;
    let before = everything(&world.test).await;
    world.test.advance(STALE);
    forms_ask(&world, &world.session, "/confirm-identity").await;
    for (path, body, proof) in calls(&world.passkey) {
        let wrong = match proof {
            Proof::Session => body,
            // The password is the fresh proof, and here it is wrong.
            Proof::Password => {
                json!({ "password": "another horse", "currentPassword": "another horse", "newPassword": "staple clip" })
            }
            // A link to the old address is.
            Proof::Mail => continue,
        };
        let reply = Call::post(&world.test, path, &wrong).in_browser(&world.session).send().await;
        let code = if proof == Proof::Session { (403, "SESSION_NOT_FRESH") } else { (400, "INVALID_PASSWORD") };
        assert_eq!((reply.status.as_u16(), reply.json()["code"].as_str()), (code.0, Some(code.1)), "{path}: {}", reply.body);
    }
    assert_eq!(everything(&world.test).await, before);
}

#[tokio::test]
async fn s44_a_session_without_the_second_factor_changes_nothing() {
    let world = world().await;
    let credentials = json!({ "email": EMAIL, "password": PASSWORD });
    let asked = cookies_of(&Call::post(&world.test, "/sign-in/email", &credentials).send().await);
    let code = json!({ "code": world.app.code(world.test.app.clock.now()), "trustDevice": true });
    let trusted = cookies_of(&Call::post(&world.test, "/two-factor/verify-totp", &code).in_browser(&asked).send().await);
    let session = cookies_of(&Call::post(&world.test, "/sign-in/email", &credentials).in_browser(&trusted).send().await);
    let before = everything(&world.test).await;
    forms_ask(&world, &session, "/two-factor").await;
    for (path, body, _) in calls(&world.passkey) {
        let reply = Call::post(&world.test, path, &body).in_browser(&session).send().await;
        assert_eq!(
            (reply.status.as_u16(), reply.json()["code"].as_str()),
            (403, Some("SESSION_NOT_FRESH")),
            "{path}: {}",
            reply.body
        );
    }
    assert_eq!(everything(&world.test).await, before);

    // Shown in the same session, it opens them.
    world.test.advance(Duration::from_secs(30));
    let code = json!({ "code": world.app.code(world.test.app.clock.now()) });
    let shown = Call::post(&world.test, "/two-factor/verify-totp", &code).in_browser(&session).send().await;
    let raised = cookies_of(&shown);
    let body = json!({ "password": PASSWORD });
    let renewed = Call::post(&world.test, "/two-factor/generate-backup-codes", &body).in_browser(&raised).send().await;
    assert_eq!(renewed.status, 200, "{}", renewed.body);
}
