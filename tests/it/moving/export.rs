//! The way out, and back.

use std::io::{BufReader, Cursor};

use serde_json::Value;
use vestibule::moving::report::Report;
use vestibule::moving::restore::{self, RestoreError};
use vestibule::moving::{Move, export};
use vestibule::store::{Engine, passkeys, users};

use crate::support::app::TestApp;
use crate::support::databases;
use crate::support::passkeys::PasskeyDevice;

pub(super) const PASSWORD: &str = "correct horse battery";

pub(super) async fn exported(test: &TestApp, with_secrets: bool) -> String {
    let mut out = Vec::new();
    export::run(&test.app, &mut out, with_secrets, test.app.clock.now()).await.expect("exported");
    String::from_utf8(out).expect("text")
}

pub(super) async fn restored(test: &TestApp, text: &str) -> Result<Report, RestoreError> {
    let order = Move { app: &test.app, real: None, is_plan: false, now: test.app.clock.now() };
    restore::run(&order, &mut BufReader::new(Cursor::new(text.to_owned()))).await
}

async fn round_trip(engine: Engine) {
    if !databases::available(engine) {
        return;
    }
    let from = TestApp::on(databases::fresh(engine).await, &[("passkey.enabled", "true")]).await;
    for who in ["ann", "bob"] {
        from.browser().sign_up(who, &format!("{who}@example.com"), PASSWORD).await;
    }
    let key = PasskeyDevice::default().enrol(&from, "ann@example.com").await;
    let text = exported(&from, true).await;

    let to = TestApp::on(databases::fresh(engine).await, &[]).await;
    let report = restored(&to, &text).await.expect("restored");
    assert!(!report.has_refusals(), "{report:?}");
    assert_eq!((report.moved("users"), report.moved("accounts"), report.moved("passkeys")), (2, 2, 1));
    assert_eq!(to.browser().sign_in("bob@example.com", PASSWORD).await.status.as_u16(), 303);
    let mut unit = to.app.store.read("test").await.unwrap();
    let found = passkeys::by_credential(&mut unit, &key.credential.id).await.unwrap().expect("the passkey");
    assert_eq!((found.user_id, found.credential, found.user_handle), (key.user_id, key.credential, key.user_handle));
    drop(unit);
    // Hashed anew or not, what comes out is what went in.
    let strip = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(strip(&exported(&to, true).await), strip(&text));
    let again = restored(&to, &text).await.expect("restored");
    assert!(again.tables.iter().all(|table| table.moved == 0), "{again:?}");
}

#[tokio::test]
async fn an_export_is_read_back_whole_on_sqlite() {
    round_trip(Engine::Sqlite).await;
}

#[tokio::test]
async fn an_export_is_read_back_whole_on_postgres() {
    round_trip(Engine::Postgres).await;
}

#[tokio::test]
async fn an_export_is_read_back_whole_on_mariadb() {
    round_trip(Engine::Mariadb).await;
}

#[tokio::test]
async fn the_format_is_a_line_for_each_and_an_end() {
    let test = TestApp::start().await;
    test.browser().sign_up("Ann", "ann@example.com", PASSWORD).await;
    let text = exported(&test, false).await;
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(
        (&lines[0]["type"], &lines[0]["format"], &lines[0]["version"]),
        (&"export".into(), &"vestibule".into(), &1.into())
    );
    assert_eq!(lines[1]["type"], "user");
    assert!(lines[1]["accounts"][0]["password_hash"].as_str().expect("a hash").starts_with("$argon2id$"));
    assert!(lines[1].get("totp_secret").is_none());
    assert_eq!(lines.last().expect("an end")["users"], 1);
}

#[tokio::test]
async fn what_is_not_whole_or_none_is_refused() {
    let test = TestApp::start().await;
    test.browser().sign_up("Ann", "ann@example.com", PASSWORD).await;
    let text = exported(&test, false).await;
    let to = TestApp::start().await;
    let cut: String = text.lines().take(2).map(|line| format!("{line}\n")).collect();
    assert!(matches!(restored(&to, &cut).await, Err(RestoreError::NotWhole)));
    assert!(matches!(restored(&to, "").await, Err(RestoreError::Version)));
    assert!(matches!(restored(&to, "{}\n").await, Err(RestoreError::Line { line: 1, .. })));
    let newer = text.replacen("\"version\":1", "\"version\":2", 1);
    assert!(matches!(restored(&to, &newer).await, Err(RestoreError::Version)));
}

#[tokio::test]
async fn an_address_that_is_here_is_left_alone() {
    let from = TestApp::start().await;
    from.browser().sign_up("Ann", "ann@example.com", PASSWORD).await;
    let text = exported(&from, false).await;
    let to = TestApp::with(&[("accounts.minimum_password_length", "8")]).await;
    // Seeded alike, the two installations would draw one id for two people.
    to.app.entropy.token();
    to.browser().sign_up("Other", "ann@example.com", "another good password").await;
    let report = restored(&to, &text).await.expect("read");
    assert!(report.has_refusals());
    let mut unit = to.app.store.read("test").await.unwrap();
    assert_eq!(users::by_email(&mut unit, "ann@example.com").await.unwrap().expect("there").name, "Other");
    drop(unit);
    assert_eq!(to.browser().sign_in("ann@example.com", "another good password").await.status.as_u16(), 303);
}
