//! Defaults, file, environment, flags: who wins, and how texts become values.

use secrecy::ExposeSecret as _;
use std::fs;
use vestibule::config::{Config, Mode, Origin, Sources};

use super::{config_of, faults};

fn from_environment(variables: &[(&str, &str)]) -> Config {
    let sources = Sources::none().environment(variables.iter().copied());
    Config::load(&sources, Mode::Serve).expect("it is sound")
}

#[test]
fn the_environment_wins_over_the_file_and_a_flag_over_both() {
    let file = "[brand]\nname = 'File'\n[tokens]\nid_token_seconds = 10\n[bearer]\nenabled = true";
    let sources = Sources::none()
        .toml(file)
        .environment([("VESTIBULE__BRAND__NAME", "Environment"), ("VESTIBULE__TOKENS__ID_TOKEN_SECONDS", "20")])
        .flag("--name", "brand.name", "Flag");
    let config = Config::load(&sources, Mode::Serve).expect("it is sound");
    assert_eq!(config.brand.name.as_str(), "Flag");
    assert_eq!(config.tokens.id_token_seconds.count(), 20);
    assert!(config.bearer.enabled);
    assert_eq!(*config.origin("brand.name"), Origin::Flag("--name".to_owned()));
    assert_eq!(config.origin("tokens.id_token_seconds").to_string(), "VESTIBULE__TOKENS__ID_TOKEN_SECONDS");
    assert_eq!(config.origin("bearer.enabled").to_string(), "vestibule.toml");
    assert_eq!(*config.origin("sms.webhook_url"), Origin::Default);
}

#[test]
fn lists_in_the_environment_are_comma_separated() {
    let config = from_environment(&[
        ("VESTIBULE__SERVER__LISTEN", "127.0.0.1:1, [::1]:2"),
        ("VESTIBULE__SERVER__TRUSTED_PROXIES", "10.1.2.3/8,fd00::/8,192.0.2.1"),
        ("VESTIBULE__SERVER__TRUSTED_ORIGINS", "https://*.example.com,myapp://"),
        ("VESTIBULE__KEYS__SIGNING_ALGORITHMS", "EdDSA"),
    ]);
    assert_eq!(config.server.listen.iter().map(|address| address.socket().port()).collect::<Vec<_>>(), [1, 2]);
    let proxies: Vec<String> = config.server.trusted_proxies.iter().map(|network| network.net().to_string()).collect();
    assert_eq!(proxies, ["10.0.0.0/8", "fd00::/8", "192.0.2.1/32"]);
    assert_eq!(config.server.trusted_origins.len(), 2);
    assert_eq!(config.keys.signing_algorithms.len(), 1);
}

#[test]
fn one_text_is_taken_for_a_list_of_one() {
    assert_eq!(config_of("[server]\nlisten = '127.0.0.1:80'").server.listen.len(), 1);
}

#[test]
fn an_empty_variable_empties_a_list_and_unsets_an_optional_key() {
    let sources = Sources::none()
        .toml("[outbound]\nallow = ['10.0.0.0/8']\n[cookies]\ndomain = 'localhost.example'")
        .environment([("VESTIBULE__OUTBOUND__ALLOW", ""), ("VESTIBULE__COOKIES__DOMAIN", "")]);
    let faults = Config::load(&Sources::none().toml("[cookies]\ndomain = 'localhost.example'"), Mode::Serve);
    assert!(faults.is_err(), "the file alone is refused");
    // What a later layer replaces is not judged.
    let config = Config::load(&sources, Mode::Serve).expect("the environment mends it");
    assert!(config.outbound.allow.is_empty());
    assert!(config.cookies.domain.is_none());
}

#[test]
fn texts_in_the_environment_are_judged_like_the_file() {
    let sources = Sources::none().environment([
        ("VESTIBULE__BEARER__ENABLED", "yes"),
        ("VESTIBULE__TOKENS__ID_TOKEN_SECONDS", "1h"),
        ("VESTIBULE__TOKENS__ACCESS_TOKEN_SECONDS", "0"),
    ]);
    assert_eq!(
        faults(sources, Mode::Serve),
        [
            "bearer.enabled (VESTIBULE__BEARER__ENABLED): \"yes\" is neither true nor false; write true or false",
            "tokens.access_token_seconds (VESTIBULE__TOKENS__ACCESS_TOKEN_SECONDS): 0 is too little; \
             write a whole number of seconds from 1 to 315360000",
            "tokens.id_token_seconds (VESTIBULE__TOKENS__ID_TOKEN_SECONDS): \"1h\" is not a whole number; \
             write a whole number of seconds from 1 to 315360000",
        ]
    );
}

#[test]
fn variables_of_other_programs_are_passed_over() {
    from_environment(&[("PATH", "/bin"), ("VESTIBULE_SERVICE_HOST", "10.0.0.1"), ("VESTIBULES__X", "1")]);
}

#[test]
fn a_secret_is_read_from_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("token");
    fs::write(&path, "0123456789abcdef-token\n").expect("written");
    let name = path.display().to_string();
    let from_variable = from_environment(&[("VESTIBULE__REGISTRATION__INITIAL_ACCESS_TOKEN_FILE", &name)]);
    let from_toml = config_of(&format!("[registration]\ninitial_access_token_file = '{name}'"));
    for config in [from_variable, from_toml] {
        let token = config.registration.initial_access_token.as_ref().expect("it is set");
        assert_eq!(token.expose_secret(), "0123456789abcdef-token");
        assert_ne!(*config.origin("registration.initial_access_token"), Origin::Default);
    }
}

#[test]
fn a_missing_secret_file_is_a_fault() {
    let sources = Sources::none().environment([("VESTIBULE__MAIL__URL_FILE", "nowhere/mail-url")]);
    let found = faults(sources, Mode::Serve).concat();
    assert!(found.starts_with("mail.url_file (VESTIBULE__MAIL__URL_FILE): nowhere/mail-url cannot be read"), "{found}");
    assert!(found.ends_with("write the path of a readable file"), "{found}");
}

#[test]
fn a_secret_and_its_file_in_one_layer_contradict_each_other() {
    let found = faults(
        Sources::none().toml("[registration]\ninitial_access_token = '0123456789abcdef'\ninitial_access_token_file = 'token'"),
        Mode::Serve,
    );
    assert!(found.concat().ends_with("keep one of the two"), "{found:?}");
}

#[test]
fn a_secret_of_a_later_layer_replaces_the_file_of_an_earlier_one() {
    let sources = Sources::none()
        .toml("[registration]\ninitial_access_token_file = 'nowhere/token'")
        .environment([("VESTIBULE__REGISTRATION__INITIAL_ACCESS_TOKEN", "0123456789abcdef")]);
    let config = Config::load(&sources, Mode::Serve).expect("the file is not looked for");
    assert!(config.registration.initial_access_token.is_some());
}

#[test]
fn only_secrets_have_a_file() {
    let sources = Sources::none().environment([("VESTIBULE__BRAND__NAME_FILE", "name")]);
    assert!(faults(sources, Mode::Serve).concat().contains("there is no such key"));
}

#[test]
fn a_file_is_read_from_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("login.toml");
    fs::write(&path, "[brand]\nname = 'From disk'").expect("written");
    let config = Config::load(&Sources::of_process(Some(&path)), Mode::Serve).expect("it is sound");
    assert_eq!(config.brand.name.as_str(), "From disk");
    assert_eq!(*config.origin("brand.name"), Origin::File(path));
}
