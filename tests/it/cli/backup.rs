//! `vestibule backup`.

use std::os::unix::fs::PermissionsExt as _;

use super::Installation;

#[test]
fn a_copy_can_be_opened_in_place_of_the_database() {
    let installation = Installation::new();
    let ada = installation.add_user("ada@example.com");
    let made = installation.json(&["backup", "copy.db", "--json"]);
    let metadata = installation.path("copy.db").metadata().expect("it is there");
    assert_eq!(made["bytes"].as_u64(), Some(metadata.len()));
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    installation.add_user("later@example.com");

    installation.write("restored.toml", "[database]\nurl = 'sqlite://copy.db'\n");
    let people = installation.json(&["--config", "restored.toml", "user", "list", "--json"]);
    assert_eq!(people, serde_json::json!([ada]));
}

#[test]
fn nothing_is_overwritten() {
    let installation = Installation::new();
    installation.run(&["migrate"]).succeeded();
    installation.write("copy.db", "precious");
    installation.run(&["backup", "copy.db"]).refused(1, "copy.db exists already");
    assert_eq!(std::fs::read_to_string(installation.path("copy.db")).expect("it is there"), "precious");
}

#[test]
fn there_must_be_something_to_copy() {
    let installation = Installation::new();
    installation.run(&["backup", "copy.db"]).refused(1, "there is no database at sqlite://data/vestibule.db yet");
    assert!(installation.files().is_empty(), "{:?}", installation.files());
    installation.run(&["migrate"]).succeeded();
    installation.run(&["backup", "nowhere/copy.db"]).refused(1, "nowhere/copy.db");
}
