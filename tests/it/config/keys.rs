//! The master key: where it may be, and what is refused.

use std::fs;
use std::path::{Path, PathBuf};

use secrecy::ExposeSecret as _;
use vestibule::config::{Config, MasterKey, Mode, Sources};

use super::{config_of, fault_of, faults, faults_of};

/// 32 bytes of which some need the two characters that differ between the base64 alphabets.
const STANDARD: &str = "+/+/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const URL_SAFE: &str = "-_-_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

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

fn first_byte(config: &Config) -> u8 {
    let key = config.keys.master_key(config.mode()).expect("a key");
    let MasterKey::Given(bytes) = key else { unreachable!("a given key, not {key:?}") };
    let [first, ..] = bytes.expose_secret();
    *first
}

#[test]
fn the_key_is_taken_in_both_alphabets_from_a_setting_or_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for text in [STANDARD, URL_SAFE] {
        assert_eq!(first_byte(&config_of(&format!("[keys]\nmaster = '{text}'"))), 0xfb);
        let path = key_file(folder.path(), &format!("{text}\n"), 0o600);
        assert_eq!(first_byte(&config_of(&with_file(&path))), 0xfb);
        let sources = Sources::none().environment([("VESTIBULE__KEYS__MASTER_FILE", path.display().to_string())]);
        assert_eq!(first_byte(&Config::load(&sources, Mode::Serve).expect("it is sound")), 0xfb);
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
    for (content, problem) in [("AAAA", "holds 3 bytes, not the 32"), ("%%%", "is not base64"), ("", "holds 0 bytes")] {
        let path = key_file(folder.path(), content, 0o600);
        let fault = fault_of(&with_file(&path));
        assert!(fault.contains(&format!("{} {problem}", path.display())), "{fault}");
    }
    assert!(fault_of("[keys]\nmaster = 'AAAA'").starts_with("keys.master (vestibule.toml): it holds 3 bytes"));
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
    assert_eq!(first_byte(&config), 0xfb);
}

#[test]
fn a_key_and_a_key_file_contradict_each_other_in_one_layer() {
    let found = faults_of(&format!("[keys]\nmaster = '{STANDARD}'\nmaster_file = 'nowhere'"));
    assert!(found.concat().contains("keep one of the two"), "{found:?}");
    let both = [("VESTIBULE__KEYS__MASTER", STANDARD), ("VESTIBULE__KEYS__MASTER_FILE", "nowhere")];
    assert!(faults(Sources::none().environment(both), Mode::Serve).concat().contains("keep one of the two"));
    let sources = Sources::none().toml("[keys]\nmaster_file = 'nowhere'").environment([("VESTIBULE__KEYS__MASTER", STANDARD)]);
    assert_eq!(first_byte(&Config::load(&sources, Mode::Serve).expect("the later wins")), 0xfb);
}
