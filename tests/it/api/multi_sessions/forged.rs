//! Cookies of kept sessions that somebody made up, kept for later, or has no right to any more.

use serde_json::json;
use vestibule::crypto::master_key::KeyUse;
use vestibule::crypto::signed_value;
use vestibule::store::values;

use super::{Jar, KEPT, lives, start};
use crate::api::{Call, assert_error};

/// The advisory of 2025 on Better Auth's sign-out: cookies that nobody signed ended other people's sessions.
#[tokio::test]
async fn forged_cookies_change_nothing() {
    let test = start().await;
    let victim = Jar::new(&test);
    let ann = victim.sign_up("ann").await;
    let own = victim.cookie(&format!("{KEPT}{}", ann.to_lowercase()));
    let mallory = Jar::new(&test);
    let mine = mallory.sign_up("mallory").await;
    let signature = own.split_once('.').expect("signed").1.to_owned();
    let session_cookie = signed_value::sign(&test.app.master_keys, &ann);
    let other_purpose = signed_value::sign_bound(&test.app.master_keys, KeyUse::Cookie, &ann, "trust_device");
    let name = format!("{KEPT}{}", ann.to_lowercase());
    let forgeries = [
        (name.clone(), ann.clone()),
        (name.clone(), format!("{ann}.{}", "A".repeat(43) + "=")),
        (name.clone(), mallory.cookie(&format!("{KEPT}{}", mine.to_lowercase()))),
        (name.clone(), session_cookie),
        (name.clone(), other_purpose),
        (format!("{KEPT}{}", mine.to_lowercase()), format!("{ann}.{signature}")),
        (format!("{KEPT}anything"), own.clone()),
    ];
    for (name, value) in forgeries {
        let jar = Jar::new(&test);
        let token = jar.sign_in("mallory").await;
        jar.put(&name, &value);
        assert!(!jar.people().await.contains(&"ann".to_owned()), "listed by {name}={value}");
        assert_error(&jar.set_active(&ann).await, 401, "INVALID_SESSION_TOKEN");
        assert_error(&jar.revoke(&ann).await, 401, "INVALID_SESSION_TOKEN");
        assert_eq!(jar.post("/sign-out", json!({})).await.status, 200);
        assert!(!lives(&test, &token).await);
        assert!(lives(&test, &ann).await, "ended by {name}={value}");
    }
    assert_eq!(victim.who().await.as_deref(), Some("ann"));
}

#[tokio::test]
async fn a_signed_cookie_does_not_revive_an_ended_session() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    let before = jar.header();
    jar.revoke(&ann).await;
    for pair in before.split("; ") {
        let (name, value) = pair.split_once('=').expect("a pair");
        jar.put(name, value);
    }
    assert_eq!(jar.people().await, ["bob"]);
    assert_error(&jar.set_active(&ann).await, 401, "INVALID_SESSION_TOKEN");
}

#[tokio::test]
async fn a_person_who_may_not_sign_in_is_not_switched_to() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let now = test.app.clock.now();
    let disable = "UPDATE users SET disabled_at = $1 WHERE email = $2";
    unit.execute(disable, &values![now, "ann@example.test"]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(jar.people().await, ["bob"]);
    assert_error(&jar.set_active(&ann).await, 401, "INVALID_SESSION_TOKEN");
}

#[tokio::test]
async fn a_foreign_page_switches_nobody() {
    let test = start().await;
    let jar = Jar::new(&test);
    let ann = jar.sign_up("ann").await;
    jar.sign_up("bob").await;
    let call = Call::post(&test, "/multi-session/set-active", &json!({ "sessionToken": ann }));
    let reply = call.with("origin", "https://evil.example").with("cookie", &jar.header()).send().await;
    assert_error(&reply, 403, "INVALID_ORIGIN");
    assert_eq!(reply.header("set-cookie"), "");
}
