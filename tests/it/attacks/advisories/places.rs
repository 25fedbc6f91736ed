//! Advisories about where people are led: open redirects, and patterns of trusted origins.

use serde_json::json;

use super::{password_of, post, session};
use crate::api::{Call, PASSWORD, assert_error, sign_up};
use crate::support::app::{PUBLIC_URL, TestApp};

/// Places that are none of ours, as open redirects are tried.
const FOREIGN_PLACES: [&str; 20] = [
    "https://evil.example",
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http:\\\\evil.example",
    "/%2f/evil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    "/.//evil.example",
    "http://localhost:9180@evil.example",
    "http://localhost:9180.evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
];

/// What takes places to lead to, where a link or a call ends: each path with its parameters of that kind.
#[tokio::test]
async fn cve_2024_56734_cve_2025_27143_cve_2025_53535_nothing_leads_to_a_foreign_place() {
    let test = TestApp::with(&[("magic_link.enabled", "true"), ("accounts.delete", "true")]).await;
    let ada = sign_up(&test, "ada").await;
    let links = [
        ("/verify-email", "callbackURL"),
        ("/reset-password/some-token", "callbackURL"),
        ("/delete-user/callback", "callbackURL"),
        ("/magic-link/verify", "callbackURL"),
        ("/magic-link/verify", "newUserCallbackURL"),
        ("/magic-link/verify", "errorCallbackURL"),
    ];
    let calls = [
        ("/sign-in/email", "callbackURL", password_of("ada")),
        ("/sign-up/email", "callbackURL", json!({ "name": "Bob", "email": "bob@example.test", "password": PASSWORD })),
        ("/request-password-reset", "redirectTo", json!({ "email": "ada@example.test" })),
        ("/send-verification-email", "callbackURL", json!({ "email": "ada@example.test" })),
        ("/sign-in/magic-link", "callbackURL", json!({ "email": "ada@example.test" })),
        ("/sign-in/magic-link", "newUserCallbackURL", json!({ "email": "ada@example.test" })),
        ("/sign-in/magic-link", "errorCallbackURL", json!({ "email": "ada@example.test" })),
        ("/change-email", "callbackURL", json!({ "newEmail": "ada@example.org" })),
        ("/delete-user", "callbackURL", json!({ "password": PASSWORD })),
    ];
    for place in FOREIGN_PLACES {
        for (path, name) in links {
            let link = vestibule::model::urls::with_query(path, &[("token", "some-token"), (name, place)]);
            for accept in ["text/html", "application/json"] {
                let reply = Call::get(&test, &link).in_browser(&ada).with("accept", accept).send().await;
                assert!(!reply.location().contains("evil") && reply.status.is_client_error(), "{link}: {}", reply.location());
            }
        }
        for (path, name, body) in &calls {
            let mut body = body.clone();
            body[*name] = json!(place);
            let reply = post(&test, path, &body, &ada).await;
            assert!(reply.status.is_client_error(), "{path} {name} {place}: {} {}", reply.status, reply.body);
        }
    }
    assert_eq!(session(&test, &ada).await["user"]["email"], "ada@example.test");
}

#[tokio::test]
async fn ghsa_vp58_j275_797x_a_pattern_of_trusted_origins_fits_no_neighbour() {
    let patterns = "https://*.apps.example,http://*.local.example,https://app.example";
    let test = TestApp::with(&[("server.trusted_origins", patterns)]).await;
    sign_up(&test, "ada").await;
    test.deliver_mail().await;
    let ask = |place: &str| json!({ "email": "ada@example.test", "redirectTo": place });
    for place in [
        "https://apps.example/",
        "https://evil.example/.apps.example",
        "https://evil.example#.apps.example",
        "https://evil.example?.apps.example",
        "https://evilapps.example/",
        "https://a.apps.example.evil.example/",
        "https://a.apps.example@evil.example/",
        "http://a.apps.example/",
        "https://app.example.evil.example/",
        "https://app.example:444/",
        "https://a.local.example/",
    ] {
        assert_error(&post(&test, "/request-password-reset", &ask(place), "").await, 403, "INVALID_REDIRECT_URL");
    }
    assert_eq!(post(&test, "/request-password-reset", &ask("https://a.apps.example/new"), "").await.status, 200);
    let mails = test.mails().await;
    let text = &mails.last().expect("a mail").mail.text;
    assert!(
        text.contains(&format!("{PUBLIC_URL}/")) && !text.contains("https://a.apps.example/reset"),
        "the link is ours: {text}"
    );
}
