//! What a second reading finds to be other than the first.

use vestibule::config::{Config, Mode, Sources};

use super::config_of;

#[test]
fn changed_keys_are_named() {
    let before = config_of("[server]\npublic_url = 'https://id.example.com'\n[telemetry]\nlog_filter = 'info'");
    assert_eq!(before.changed_keys(&before), [""; 0]);
    let spelled_out = config_of("[server]\npublic_url = 'https://id.example.com'\n[brand]\nname = 'Vestibule'");
    assert_eq!(before.changed_keys(&spelled_out), [""; 0], "a default that is written down is no change");
    let after = config_of("[server]\npublic_url = 'https://login.example.com'\n[telemetry]\nlog_filter = 'debug'");
    assert_eq!(before.changed_keys(&after), ["server.public_url", "telemetry.log_filter"]);
    assert_eq!(after.changed_keys(&before), ["server.public_url", "telemetry.log_filter"]);
}

#[test]
fn a_changed_secret_is_named_wherever_it_stands() {
    let with = |password: &str| config_of(&format!("[database]\nurl = 'postgres://login:{password}@db/login'"));
    let before = with("one");
    assert_eq!(before.changed_keys(&with("one")), [""; 0]);
    assert_eq!(before.changed_keys(&with("two")), ["database.url"]);
    assert!(!format!("{before:?}").contains("one@"), "{before:?}");

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("token");
    let with_file = |secret: &str| {
        std::fs::write(&file, secret).expect("written");
        let sources = Sources::none().toml(format!("[registration]\ninitial_access_token_file = '{}'", file.display()));
        Config::load(&sources, Mode::Serve).expect("it is sound")
    };
    let (one, two) = (with_file("a token that is long enough"), with_file("another token, as long"));
    assert_eq!(one.changed_keys(&two), ["registration.initial_access_token"]);
    assert_eq!(config_of("").changed_keys(&two), ["registration.initial_access_token"]);
    assert_eq!(two.changed_keys(&config_of("")), ["registration.initial_access_token"]);
}
