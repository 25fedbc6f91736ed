//! Forged passkey assertions, and squatting (S49, S38, S44).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::api::passkeys::{answer, begin, begin_registration, register, register_answer, sign_in};
use crate::api::{Call, PASSWORD, assert_error, sign_up};
use crate::support::app::TestApp;
use crate::support::passkeys::PasskeyDevice;

const EMAIL: &str = "ada@example.test";

fn encode(bytes: &[u8]) -> Value {
    json!(URL_SAFE_NO_PAD.encode(bytes))
}

fn decode(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(value.as_str().unwrap()).unwrap()
}

async fn counter(test: &TestApp) -> i64 {
    let mut unit = test.app.store.read("test.counter").await.unwrap();
    unit.one("SELECT max(sign_count) FROM passkeys", &[]).await.unwrap().integer(0).unwrap()
}

/// A device that signs what is not what was asked for.
type Bend = fn(&PasskeyDevice, &Value) -> Value;

fn signed_by(device: &PasskeyDevice, options: &Value, bend: impl FnOnce(&mut Value)) -> Value {
    let mut response = device.get(options);
    bend(&mut response);
    response
}

const FORGERIES: [(&str, Bend); 14] = [
    ("another challenge", |device, _| device.get(&json!({ "challenge": "bm90LXRoZS1jaGFsbGVuZ2U" }))),
    ("another origin", |device, options| {
        device.origin.replace("https://evil.example".to_owned());
        device.get(options)
    }),
    ("another port of our host", |device, options| {
        device.origin.replace("http://localhost:9181".to_owned());
        device.get(options)
    }),
    ("another domain", |device, options| {
        device.domain.replace("evil.example".to_owned());
        device.get(options)
    }),
    ("a registration's kind", |device, options| {
        signed_by(device, options, |response| {
            let text = String::from_utf8(decode(&response["response"]["clientDataJSON"])).unwrap();
            response["response"]["clientDataJSON"] = encode(text.replace("webauthn.get", "webauthn.create").as_bytes());
        })
    }),
    ("a bad signature", |device, options| {
        signed_by(device, options, |response| {
            let mut bytes = decode(&response["response"]["signature"]);
            *bytes.last_mut().unwrap() ^= 1;
            response["response"]["signature"] = encode(&bytes);
        })
    }),
    ("no signature", |device, options| signed_by(device, options, |response| response["response"]["signature"] = json!(""))),
    ("a raised flag", |device, options| {
        device.knows_person.set(false);
        signed_by(device, options, |response| {
            let mut bytes = decode(&response["response"]["authenticatorData"]);
            bytes[32] |= 0x04;
            response["response"]["authenticatorData"] = encode(&bytes);
        })
    }),
    ("nobody there", |device, options| {
        signed_by(device, options, |response| {
            let mut bytes = decode(&response["response"]["authenticatorData"]);
            bytes[32] &= !0x01;
            response["response"]["authenticatorData"] = encode(&bytes);
        })
    }),
    ("another rawId than id", |device, options| signed_by(device, options, |response| response["rawId"] = json!("b3RoZXI"))),
    ("no type", |device, options| signed_by(device, options, |response| response["type"] = json!("password"))),
    ("another account", |device, options| {
        signed_by(device, options, |response| response["response"]["userHandle"] = encode(b"somebody else"))
    }),
    ("a user handle that is none", |device, options| {
        signed_by(device, options, |response| response["response"]["userHandle"] = json!("%%"))
    }),
    ("no response", |device, options| signed_by(device, options, |response| response["response"] = json!({}))),
];

#[tokio::test]
async fn s49_forged_assertions_are_refused_and_change_nothing() {
    for (case, bend) in FORGERIES {
        let test = TestApp::with(&[("passkey.enabled", "true")]).await;
        sign_up(&test, "ada").await;
        let device = PasskeyDevice::default();
        device.enrol(&test, EMAIL).await;
        let (options, ceremony) = begin(&test, "").await;
        let reply = answer(&test, &ceremony, &bend(&device, &options)).await;
        assert_eq!((reply.status.as_u16(), reply.json()["code"].as_str()), (400, Some("AUTHENTICATION_FAILED")), "{case}");
        assert_eq!(counter(&test).await, 1, "{case}");
        assert!(reply.headers.get("set-cookie").is_none(), "{case}");
    }
}

#[tokio::test]
async fn s49_a_person_must_be_known_where_that_is_required() {
    let test = TestApp::with(&[("passkey.enabled", "true"), ("passkey.user_verification", "required")]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    device.knows_person.set(false);
    let (options, ceremony) = begin_registration(&test, &cookies).await;
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    assert_error(&register_answer(&test, &ceremony, &device.create(&options)).await, 500, "FAILED_TO_VERIFY_REGISTRATION");
    device.enrol(&test, EMAIL).await;
    assert_error(&sign_in(&test, &device).await, 400, "AUTHENTICATION_FAILED");
    device.knows_person.set(true);
    assert_eq!(sign_in(&test, &device).await.status, 200);
}

#[tokio::test]
async fn s49_forged_registrations_are_refused() {
    let test = TestApp::with(&[("passkey.enabled", "true")]).await;
    let cookies = sign_up(&test, "ada").await;
    let forgeries: [fn(&PasskeyDevice); 2] = [
        |device| drop(device.origin.replace("https://evil.example".to_owned())),
        |device| drop(device.domain.replace("evil.example".to_owned())),
    ];
    for bend in forgeries {
        let device = PasskeyDevice::default();
        bend(&device);
        let (options, ceremony) = begin_registration(&test, &cookies).await;
        let reply = register_answer(&test, &ceremony, &device.create(&options)).await;
        assert_error(&reply, 500, "FAILED_TO_VERIFY_REGISTRATION");
    }
    for response in [json!(null), json!({}), json!("text"), json!({ "id": "a", "rawId": "a", "type": "public-key" })] {
        let (_, ceremony) = begin_registration(&test, &cookies).await;
        assert_error(&register_answer(&test, &ceremony, &response).await, 500, "FAILED_TO_VERIFY_REGISTRATION");
    }
}

/// Somebody keeps an account at the limit of wrong passwords; its owner comes in by another way.
#[tokio::test]
async fn s38_a_locked_password_locks_no_passkey() {
    let test = TestApp::with(&[("passkey.enabled", "true")]).await;
    let cookies = sign_up(&test, "ada").await;
    let device = PasskeyDevice::default();
    register(&test, &cookies, &device).await;
    let guess = json!({ "email": EMAIL, "password": "not her password" });
    for _ in 0..30 {
        Call::post(&test, "/sign-in/email", &guess).send().await;
    }
    let right = json!({ "email": EMAIL, "password": PASSWORD });
    assert_eq!(Call::post(&test, "/sign-in/email", &right).send().await.status, 429);
    assert_eq!(sign_in(&test, &device).await.status, 200);
}
