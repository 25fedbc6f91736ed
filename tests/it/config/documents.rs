//! What is made from the keys: the printed settings, the JSON Schema, the reference page.

use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};
use vestibule::config::{self, Config, Mode, Sources};

use super::config_of;

#[test]
fn what_is_shown_hides_every_secret() {
    let secret = "correct-horse-battery-staple";
    let config = config_of(&format!(
        "[registration]\ninitial_access_token = '{secret}'\n\
         [mail]\nurl = 'smtp://login:{secret}@mail.example.com'\nfrom = 'login@example.com'\n\
         [sms]\nwebhook_url = 'https://sms.example.com/{secret}'\nwebhook_secret = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'\n\
         [database]\nurl = 'postgres://login:{secret}@db/login?password={secret}'\n\
         [keys]\nmaster = '-_-_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"
    ));
    let shown = config.show(true);
    assert!(!shown.contains(secret) && !shown.contains("AAAAAAAA"), "{shown}");
    assert!(!format!("{config:?}").contains(secret));
    assert_eq!(shown.matches("\"***\"").count(), 5, "{shown}");
    assert!(shown.contains("postgres://login:***@db/login\""), "{shown}");
}

#[test]
fn what_is_shown_tells_origins_and_what_follows() {
    let sources = Sources::none()
        .toml("[server]\npublic_url = 'https://id.example.com'")
        .environment([("VESTIBULE__BRAND__NAME", "Example")]);
    let config = Config::load(&sources, Mode::Serve).expect("it is sound");
    let shown = config.show(true);
    let line = |start: &str| shown.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
    assert!(line("public_url").ends_with("# vestibule.toml"), "{shown}");
    assert!(line("name = \"Example\"").ends_with("# VESTIBULE__BRAND__NAME"), "{shown}");
    assert!(line("issuer = \"https://id.example.com\"").ends_with("# default"), "{shown}");
    assert!(line("require_verified_email = false").ends_with("# default"), "{shown}");
    assert!(!config.show(false).contains("# vestibule.toml"));
}

#[test]
fn what_is_shown_is_a_configuration_again() {
    for mode in [Mode::Serve, Mode::Dev] {
        let shown = Config::default_for(mode).show(true);
        let again = Config::from_toml(&shown, mode).expect("it is sound");
        assert_eq!(again.values(), Config::default_for(mode).values());
    }
}

#[test]
fn every_key_is_in_the_schema_and_documented() {
    let schema = config::schema();
    let values = Config::default().values();
    for (section, keys) in values.as_object().expect("sections") {
        // A list of tables is empty by default: its keys are those of the schema.
        let place = if keys.is_array() { format!("/properties/{section}/items") } else { format!("/properties/{section}") };
        let names = schema.pointer(&format!("{place}/properties")).and_then(Value::as_object).expect("keys");
        for name in keys.as_object().unwrap_or(names).keys() {
            let key = schema.pointer(&format!("{place}/properties/{name}")).expect("it is in the schema");
            let meaning = key.get("description").and_then(Value::as_str).unwrap_or_default();
            assert!(meaning.ends_with(['.', '`']), "{section}.{name}: {meaning:?}");
        }
        assert_eq!(schema.pointer(&format!("{place}/additionalProperties")), Some(&json!(false)));
    }
    assert_eq!(schema.pointer("/additionalProperties"), Some(&json!(false)));
    assert!(!schema.to_string().contains("$ref"), "every type stands where it is used");
}

#[test]
fn the_reference_page_is_the_code_s() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md");
    let page = config::reference();
    if env::var_os("VESTIBULE_UPDATE_DOCS").is_some() {
        fs::write(&path, &page).expect("written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == page, "docs/configuration.md is not what the code says: run the tests with VESTIBULE_UPDATE_DOCS=1");
}

#[test]
fn the_example_file_is_sound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/vestibule.toml.example");
    let example = fs::read_to_string(path).expect("the example");
    // Every line that is commented out is a key too.
    let whole: String = example.lines().map(|line| format!("{}\n", line.strip_prefix("#:").unwrap_or(line))).collect();
    for text in [example, whole] {
        Config::from_toml(&text, Mode::Serve).expect("it is sound");
    }
}
