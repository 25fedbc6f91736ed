//! `vestibule config`.

use super::Installation;

const SECRETS: &str = "
[database]
url = 'postgres://vestibule:open-sesame@db.internal/vestibule'
[keys]
master = '+/+/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
[mail]
url = 'smtps://login:mail-password@mail.example.com'
from = 'login@example.com'
";

#[test]
fn a_sound_configuration_is_told_so() {
    let installation = Installation::with("[server]\npublic_url = 'https://id.example.com'\n");
    assert_eq!(installation.run(&["config", "check"]).succeeded().out, "The configuration is sound.\n");
    let json = installation.json(&["config", "check", "--json"]);
    assert_eq!(json["faults"].as_array().map(Vec::len), Some(0));
}

#[test]
fn all_faults_are_told_together_and_each_on_a_line() {
    let installation = Installation::with("[server]\nlisten_on = 'x'\n[database]\nurl = 'oracle://x'\n");
    let outcome = installation.run(&["config", "check"]);
    assert_eq!(outcome.status, 2);
    assert_eq!(outcome.err.lines().count(), 2, "{outcome:?}");
    assert!(outcome.err.contains("server.listen_on (vestibule.toml): there is no such key; did you mean server.listen?"));
    assert!(outcome.err.contains("database.url (vestibule.toml): "));
    let outcome = installation.run(&["config", "check", "--json"]);
    assert_eq!(outcome.status, 2);
    let json: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
    let keys: Vec<_> =
        json["faults"].as_array().expect("a list").iter().map(|fault| fault["key"].as_str().expect("a key")).collect();
    assert!(keys.contains(&"server.listen_on") && keys.contains(&"database.url"), "{keys:?}");
}

#[test]
fn secrets_are_never_shown() {
    let installation = Installation::with(SECRETS);
    for arguments in
        [["config", "show", "--origin"].as_slice(), &["config", "show", "--json"], &["config", "show", "--json", "--origin"]]
    {
        let shown = installation.run(arguments).succeeded();
        for secret in ["open-sesame", "+/+/AAAA", "mail-password"] {
            assert!(!shown.out.contains(secret) && !shown.err.contains(secret), "{secret} in {arguments:?}");
        }
        assert!(shown.out.contains("db.internal"));
    }
}

#[test]
fn each_value_is_shown_with_its_origin() {
    let installation = Installation::with("[brand]\nname = 'Acme'\n");
    let outcome =
        installation.command(&["config", "show", "--json", "--origin"]).env("VESTIBULE__PAGES__SIGN_IN", "combined").output();
    let json: serde_json::Value = serde_json::from_slice(&outcome.expect("it runs").stdout).expect("JSON");
    assert_eq!(json["brand"]["name"], serde_json::json!({ "value": "Acme", "origin": "vestibule.toml" }));
    assert_eq!(json["pages"]["sign_in"]["origin"], "VESTIBULE__PAGES__SIGN_IN");
    assert_eq!(json["rate_limit"]["enabled"]["origin"], "default");
    assert!(installation.run(&["config", "show"]).succeeded().out.contains("name = \"Acme\"\n"));
}

#[test]
fn another_file_can_be_named() {
    let installation = Installation::new();
    installation.write("other.toml", "[brand]\nname = 'Other'\n");
    assert_eq!(installation.json(&["--config", "other.toml", "config", "show", "--json"])["brand"]["name"], "Other");
    assert_eq!(installation.json(&["config", "show", "--json", "--config", "other.toml"])["brand"]["name"], "Other");
    installation.run(&["--config", "missing.toml", "config", "show"]).refused(2, "missing.toml");
}

#[test]
fn the_schema_is_a_json_schema() {
    let schema = Installation::new().json(&["config", "schema"]);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(schema["properties"]["server"]["properties"]["public_url"].is_object());
}
