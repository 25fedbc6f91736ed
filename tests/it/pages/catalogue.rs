//! The catalogues hold exactly the texts that templates and code ask for, and agree with each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use vestibule::locale::{Locale, Texts};
use vestibule::web::error_view::ErrorKind;
use walkdir::WalkDir;

/// The catalogue speaks of itself.
const ABOUT_ITSELF: [&str; 2] = ["locale-endonym", "locale-direction"];
/// Notices that handlers set after an operation; each is looked up where that operation ends.
const PREFIX_OF_ERRORS: &str = "error-";

fn source(tag: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("templates/locales/{tag}.ftl"))).unwrap()
}

/// Each key with the names of its variables.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) =
            line.split_once(" =").filter(|(name, _)| name.starts_with(|first: char| first.is_ascii_lowercase()))
        {
            key = name.to_owned();
            assert!(messages.insert(key.clone(), BTreeSet::new()).is_none(), "{key} twice");
        }
        let variables = line.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect::<String>());
        messages.entry(key.clone()).or_default().extend(variables);
    }
    messages.remove("");
    messages
}

/// Every quoted text in templates and code that could be a key.
fn quoted() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["src", "templates"].into_iter().flat_map(|folder| WalkDir::new(root.join(folder)));
    let mut quoted = BTreeSet::new();
    for entry in files.map(Result::unwrap).filter(|entry| entry.path().extension().is_some_and(|end| end != "ftl")) {
        let text = fs::read_to_string(entry.path()).unwrap();
        quoted.extend(text.split('"').map(str::to_owned).filter(|part| !part.is_empty() && part.len() < 60));
    }
    quoted
}

/// The keys that calls of the look-up functions name.
fn asked_for() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["src", "templates"].into_iter().flat_map(|folder| WalkDir::new(root.join(folder)));
    let calls = [
        "chrome.text(\"",
        "letterhead.text(\"",
        "text_with(\"",
        "text_brand(\"",
        "text_count(\"",
        "text_around(\"",
        "texts.get(\"",
        "texts.with(\"",
        "texts.count(\"",
        "texts.around(\"",
    ];
    let mut keys = BTreeSet::new();
    for entry in files
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "rs" || end == "html" || end == "txt"))
    {
        let text = fs::read_to_string(entry.path()).unwrap();
        for call in calls {
            keys.extend(text.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    keys
}

#[test]
fn keys_that_are_asked_for_are_there() {
    let english = messages(&source("en"));
    let missing: Vec<String> = asked_for().into_iter().filter(|key| !english.contains_key(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
    for kind in ErrorKind::ALL {
        for part in ["title", "reason"] {
            let key = format!("error-{}-{part}", kind.code().replace('_', "-"));
            assert!(english.contains_key(&key), "{key}");
        }
    }
}

#[test]
fn keys_that_are_there_are_asked_for() {
    let quoted = quoted();
    let of_errors: BTreeSet<String> = ErrorKind::ALL
        .into_iter()
        .flat_map(|kind| ["title", "reason"].map(|part| format!("{PREFIX_OF_ERRORS}{}-{part}", kind.code().replace('_', "-"))))
        .collect();
    let used = |key: &String| quoted.contains(key) || of_errors.contains(key) || ABOUT_ITSELF.contains(&key.as_str());
    let unused: Vec<String> = messages(&source("en")).into_keys().filter(|key| !used(key)).collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_language_has_the_same_keys_and_variables() {
    let english = messages(&source("en"));
    for locale in Locale::all() {
        assert_eq!(messages(&source(locale.tag())), english, "{locale:?}");
    }
}

#[test]
fn every_message_of_every_catalogue_can_be_read() {
    for locale in Locale::all() {
        let texts = Texts::new(locale);
        for (key, variables) in messages(&source(locale.tag())) {
            // A catalogue that has a fault there falls back to English, and this language's own line is then not the answer.
            let own =
                source(locale.tag()).lines().find_map(|line| line.strip_prefix(&format!("{key} = ")).map(str::to_owned)).unwrap();
            if variables.is_empty() && !own.contains('{') {
                assert_eq!(texts.get(&key), own);
            } else if variables.contains("count") {
                assert!(texts.count(&key, 1).contains('1') && texts.count(&key, 7).contains('7'), "{key} {locale:?}");
            } else if let Some(variable) = variables.first() {
                let around = texts.around(&key, variable);
                assert!(!around.before.contains('\u{27E6}') && !around.after.contains('\u{27E6}'), "{key} {locale:?}");
            }
        }
    }
}
