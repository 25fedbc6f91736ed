//! Where calls and links may lead.

use serde_json::{Value, json};

use super::{Call, sign_up};
use crate::support::app::TestApp;

const TRUSTED: &[(&str, &str)] = &[("server.trusted_origins", "http://localhost:4321")];

#[tokio::test]
async fn destinations_are_paths_here_or_on_trusted_origins() {
    let test = TestApp::with(TRUSTED).await;
    let taken = [
        "/ok",
        "/",
        "/a/b?c=d&e=f#g",
        "/a%20b",
        "/a b",
        "/ä",
        "/@evil.test",
        "/a:b",
        "/..",
        "/../x",
        "/a?next=https://evil.test",
        "/a?x={1}",
        "/a\"b",
        "/a|b",
        "",
        "/ok ",
        "http://localhost:4321",
        "http://localhost:4321/cb?x=y#z",
        "HTTP://LOCALHOST:4321/cb",
        " http://localhost:4321/cb",
        "http://localhost:4321\\@evil.test",
        "http://localhost:9180/cb",
    ];
    let refused = [
        "/a\\b",
        "?a",
        "#a",
        "a",
        "./a",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "/%2Fevil.test",
        "/%5cevil.test",
        "/a%2Fb",
        "/\t/evil.test",
        "/\r\nset-cookie:x=y",
        "/\0",
        " /ok",
        "\t//evil.test",
        "/.//evil.test",
        "/%09/evil.test",
        "/%00",
        "https://evil.test",
        "http:evil.test",
        "https:\\\\evil.test",
        "javascript:alert(1)",
        "data:text/html,x",
        "myapp://cb",
        "https://localhost:4321/cb",
        "http://localhost/cb",
        "http://localhost:43210/cb",
        "http://localhost:4321.evil.test/cb",
        "http://localhost:4321@evil.test/cb",
        "http://user:pass@localhost:4321/cb",
        "http://localhost.:4321/cb",
        "localhost:4321/cb",
    ];
    for (places, status) in [(&taken[..], 200), (&refused[..], 403)] {
        for place in places {
            let body = json!({ "email": "nobody@example.test", "redirectTo": place });
            let reply = Call::post(&test, "/request-password-reset", &body).send().await;
            assert_eq!(reply.status, status, "{place:?}: {}", reply.body);
        }
    }
}

#[tokio::test]
async fn every_destination_has_its_own_error() {
    let test = TestApp::start().await;
    let names = [
        ("callbackURL", "INVALID_CALLBACK_URL"),
        ("redirectTo", "INVALID_REDIRECT_URL"),
        ("errorCallbackURL", "INVALID_ERROR_CALLBACK_URL"),
        ("newUserCallbackURL", "INVALID_NEW_USER_CALLBACK_URL"),
    ];
    for (name, code) in names {
        let with = |value: Value| Call::post(&test, "/sign-out", &json!({ name: value }));
        assert_eq!(with(json!("//evil.test")).send().await.json()["code"], code);
        let typed = with(json!(1)).send().await;
        assert_eq!((typed.status.as_u16(), typed.json()["code"].as_str()), (400, None), "{}", typed.body);
        assert_eq!(with(Value::Null).send().await.status, 200);
    }
    let query = Call::post(&test, "/sign-out?callbackURL=https%3A%2F%2Fevil.test", &json!({})).send().await;
    assert_eq!(query.json()["code"], "INVALID_CALLBACK_URL");
}

#[tokio::test]
async fn errors_are_added_to_a_place_as_browsers_would_write_it() {
    let test = TestApp::with(TRUSTED).await;
    let table = [
        ("/v", "/v?error=INVALID_TOKEN"),
        ("/v?a=b", "/v?a=b&error=INVALID_TOKEN"),
        ("/v#top", "/v?error=INVALID_TOKEN#top"),
        ("/..", "/?error=INVALID_TOKEN"),
        ("/a b", "/a%20b?error=INVALID_TOKEN"),
        ("/ä", "/%C3%A4?error=INVALID_TOKEN"),
        ("http://localhost:4321", "http://localhost:4321/?error=INVALID_TOKEN"),
        ("http://localhost:4321\\@evil.test", "http://localhost:4321/@evil.test?error=INVALID_TOKEN"),
    ];
    for (place, location) in table {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("callbackURL", place).finish();
        let reply = Call::get(&test, &format!("/verify-email?token=unknown&{query}")).send().await;
        assert_eq!((reply.status.as_u16(), reply.location()), (302, location), "{place}");
    }
    let foreign = Call::get(&test, "/verify-email?token=unknown&callbackURL=https%3A%2F%2Fevil.test").send().await;
    assert_eq!(foreign.json()["code"], "INVALID_CALLBACK_URL");
}

#[tokio::test]
async fn a_sign_in_names_the_place_to_go() {
    let test = TestApp::start().await;
    sign_up(&test, "ann").await;
    let sign_in = |place: &str| {
        Call::post(
            &test,
            "/sign-in/email",
            &json!({ "email": "ann@example.test", "password": super::PASSWORD, "callbackURL": place }),
        )
    };
    let reply = sign_in("/ä b").send().await;
    assert_eq!(
        (reply.location(), &reply.json()["url"], &reply.json()["redirect"]),
        ("/%C3%A4%20b", &json!("/ä b"), &json!(true))
    );
    let reply = sign_in("").send().await;
    assert_eq!((reply.location(), &reply.json()["url"], &reply.json()["redirect"]), ("", &json!(""), &json!(false)));
}
