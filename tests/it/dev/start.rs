//! What a start leaves in the database and says.

use serde_json::{Value, json};
use vestibule::dev::{self, DevStart, SeededPerson};
use vestibule::model::client::ClientSource;
use vestibule::store::clients;

use crate::support::app::{START, TestApp};

fn start(setup: Option<&str>) -> DevStart {
    DevStart {
        public_url: "http://localhost:9180".to_owned(),
        issuer: "http://localhost:9180".to_owned(),
        demo_app: "http://127.0.0.1:9190".to_owned(),
        setup: setup.map(str::to_owned),
        person: SeededPerson { email: "ada@example.test".to_owned(), password: "amber-fern".to_owned().into() },
        data: None,
    }
}

#[test]
fn tells_people_where_to_click() {
    let text = start(Some("http://localhost:9180/admin/setup?code=abc")).to_string();
    for part in [
        "data in memory",
        "http://127.0.0.1:9190 ",
        "http://localhost:9180\n",
        "http://localhost:9180/admin/setup?code=abc",
        "http://localhost:9180/dev/mail\n",
        "ada@example.test / amber-fern",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!start(None).to_string().contains("setup"));
}

#[test]
fn tells_scripts_on_one_line() {
    let line = start(Some("http://localhost:9180/admin/setup?code=abc")).json();
    assert!(!line.contains('\n'));
    assert_eq!(
        serde_json::from_str::<Value>(&line).expect("JSON"),
        json!({
            "issuer": "http://localhost:9180",
            "demo": "http://127.0.0.1:9190",
            "mailbox": "http://localhost:9180/dev/mail.json",
            "setup": "http://localhost:9180/admin/setup?code=abc",
            "user": { "email": "ada@example.test", "password": "amber-fern" },
        })
    );
}

#[tokio::test]
async fn ada_can_sign_in_after_each_start_with_the_passphrase_of_that_start() {
    let test = TestApp::dev(&[]).await;
    let first = dev::seed(&test.app, START).await.expect("seeded").shown();
    let second = dev::seed(&test.app, START).await.expect("seeded again").shown();
    assert_eq!(first.0, second.0);
    assert_ne!(first.1, second.1);
    let old = test.browser().sign_in(&first.0, &first.1).await;
    assert!(!old.status.is_redirection(), "the passphrase of an earlier start works no more");
    let new = test.browser().sign_in(&second.0, &second.1).await;
    assert_eq!((new.status.as_u16(), new.location()), (303, "/account"), "{}", new.body);
}

#[tokio::test]
async fn the_demo_app_is_registered_once_whatever_its_port() {
    let test = TestApp::dev(&[]).await;
    let first = dev::demo_client(&test.app, "http://127.0.0.1:9190", START).await.expect("registered");
    let second = dev::demo_client(&test.app, "http://127.0.0.1:9290", START).await.expect("registered again");
    assert_eq!(first.id, second.id);
    let mut unit = test.app.store.read("test").await.expect("a unit");
    let stored = clients::page(&mut unit, "", 10).await.expect("readable");
    assert_eq!(stored.len(), 1);
    let client = &stored[0].client;
    assert_eq!(client.source, ClientSource::Demo);
    assert!(client.metadata.is_confidential());
    assert_eq!(client.metadata.redirect_uris[0].as_str(), "http://127.0.0.1:9290/callback");
    assert_eq!(client.metadata.post_logout_redirect_uris[0].as_str(), "http://127.0.0.1:9290/");
}
