//! The master key: where it may be, and what is refused.

use std::fs;
use std::path::{Path, PathBuf};

use vestibule::config::{Config, MasterKey, Mode, Sources};
use vestibule::crypto::master_key::MasterKeys;

use super::{config_of, fault_of, faults, faults_of};

/// 32 bytes of which some need the two characters that differ between the base64 alphabets.
const STANDARD: &str = "+/+/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const URL_SAFE: &str = "-_-_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Another key.
const NEXT: &str = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

fn key_file(folder: &Path, content: &str, mode: u32) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;

    let path = folder.join("master.key");
    fs::write(&path, content).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
    path
}

fn with_file(path: &Path) -> String {
    format!("[keys]\nmaster_file = '{}'", path.display())
}

fn keys_of(config: &Config) -> MasterKeys {
    let key = config.keys.master_key(config.mode()).expect("a key");
    let MasterKey::Given(keys) = key else { unreachable!("a given key, not {key:?}") };
    *keys
}

fn has(config: &Config, keys: &str) -> bool {
    keys_of(config).are(&MasterKeys::parse(keys).expect("keys"))
}

#[test]
fn the_key_is_taken_in_both_alphabets_from_a_setting_or_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for text in [STANDARD, URL_SAFE] {
        assert!(has(&config_of(&format!("[keys]\nmaster = '{text}'")), STANDARD));
        let path = key_file(folder.path(), &format!("{text}\n"), 0o600);
        assert!(has(&config_of(&with_file(&path)), STANDARD));
        let sources = Sources::none().environment([("VESTIBULE__KEYS__MASTER_FILE", path.display().to_string())]);
        assert!(has(&Config::load(&sources, Mode::Serve).expect("it is sound"), STANDARD));
    }
}

#[test]
fn several_versions_are_taken_from_a_setting_a_variable_or_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let both = format!("2:{NEXT},1:{STANDARD}");
    assert!(has(&config_of(&format!("[keys]\nmaster = '{both}'")), &both));
    let sources = Sources::none().environment([("VESTIBULE__KEYS__MASTER", format!("2:{NEXT}, 1:{STANDARD}"))]);
    assert!(has(&Config::load(&sources, Mode::Serve).expect("it is sound"), &both));
    let path = key_file(folder.path(), &format!("2:{NEXT}\n1:{STANDARD}\n"), 0o600);
    let config = config_of(&with_file(&path));
    assert!(has(&config, &both));
    assert!(!has(&config, &format!("1:{STANDARD},2:{NEXT}")), "the order tells which one seals");
    assert_eq!(keys_of(&config).current_version(), 2);
}

#[test]
fn versions_that_contradict_each_other_are_refused_on_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    for (keys, problem) in [
        (format!("1:{NEXT},1:{STANDARD}"), "two master keys have version 1; give each key a number of its own"),
        (format!("2:{STANDARD},1:{URL_SAFE}"), "master keys 2 and 1 are the same key; write each key once"),
        (format!("2:{NEXT},{STANDARD}"), "master key number 2 needs a version in front, as in `2:KEY,1:KEY`; write a number"),
        (format!("v2:{NEXT},1:{STANDARD}"), "master key number 1 needs a version in front"),
        (format!("2:{NEXT},1:short"), "master key number 2 is neither base64 nor hexadecimal; "),
        (format!("2:{NEXT},1:c2hvcnQ="), "master key number 2 has 5 bytes instead of 32; "),
    ] {
        let fault = fault_of(&format!("[keys]\nmaster = '{keys}'"));
        assert!(fault.starts_with(&format!("keys.master (vestibule.toml): {problem}")), "{fault}");
        let fault = fault_of(&with_file(&key_file(folder.path(), &keys, 0o600)));
        assert!(fault.contains(&format!("is refused: {problem}")), "{fault}");
        assert!(!fault.contains(STANDARD) && !fault.contains(NEXT), "{fault}");
    }
}

#[test]
fn a_key_file_that_others_can_use_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for mode in [0o644, 0o640, 0o604, 0o620] {
        let path = key_file(folder.path(), STANDARD, mode);
        let fault = fault_of(&with_file(&path));
        assert!(fault.starts_with("keys.master_file (vestibule.toml): "), "{fault}");
        assert!(fault.contains(&format!("can be used by other users of this machine (mode 0{mode:o})")), "{fault}");
        assert!(fault.ends_with(&format!("run `chmod 600 {}`", path.display())), "{fault}");
    }
    config_of(&with_file(&key_file(folder.path(), STANDARD, 0o400)));
}

#[test]
fn a_key_of_the_wrong_length_or_form_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for (content, problem) in [
        ("AAAA", "master key number 1 has 3 bytes instead of 32"),
        ("%%%", "master key number 1 is neither base64 nor hexadecimal"),
        ("", "the master key is empty"),
    ] {
        let path = key_file(folder.path(), content, 0o600);
        let fault = fault_of(&with_file(&path));
        assert!(fault.contains(&format!("{} is refused: {problem}", path.display())), "{fault}");
        assert!(fault.ends_with("; put what `vestibule secret` prints there"), "{fault}");
    }
    assert!(fault_of("[keys]\nmaster = 'AAAA'").starts_with("keys.master (vestibule.toml): master key number 1 has 3 bytes"));
}

#[test]
fn a_missing_file_is_left_to_the_caller() {
    let config = config_of("[keys]\nmaster_file = 'nowhere/master.key'");
    let found = config.keys.master_key(Mode::Serve).expect("no fault");
    assert!(matches!(found, MasterKey::Missing(path) if path == Path::new("nowhere/master.key")));
}

#[test]
fn the_dev_mode_makes_a_key_in_memory_unless_one_is_given() {
    let config = Config::from_toml("", Mode::Dev).expect("it is sound");
    assert!(matches!(config.keys.master_key(Mode::Dev), Ok(MasterKey::InMemory)));
    let config = Config::from_toml(&format!("[keys]\nmaster = '{STANDARD}'"), Mode::Dev).expect("it is sound");
    assert!(has(&config, STANDARD));
}

#[test]
fn a_key_and_a_key_file_contradict_each_other_in_one_layer() {
    let found = faults_of(&format!("[keys]\nmaster = '{STANDARD}'\nmaster_file = 'nowhere'"));
    assert!(found.concat().contains("keep one of the two"), "{found:?}");
    let both = [("VESTIBULE__KEYS__MASTER", STANDARD), ("VESTIBULE__KEYS__MASTER_FILE", "nowhere")];
    assert!(faults(Sources::none().environment(both), Mode::Serve).concat().contains("keep one of the two"));
    let sources = Sources::none().toml("[keys]\nmaster_file = 'nowhere'").environment([("VESTIBULE__KEYS__MASTER", STANDARD)]);
    assert!(has(&Config::load(&sources, Mode::Serve).expect("the later wins"), STANDARD));
}
