//! The catalogues hold exactly the texts that templates and code ask for, and agree with each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use vestibule::locale::{Locale, Locales, Texts};
use vestibule::web::error_view::ErrorKind;
use walkdir::WalkDir;

/// The plural forms that whole numbers take in each language (CLDR, cardinal).
const PLURALS: [(&str, &[&str]); 12] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "other"]),
    ("fr", &["one", "other"]),
    ("he", &["one", "two", "other"]),
    ("it", &["one", "other"]),
    ("ja", &["other"]),
    ("nl", &["one", "other"]),
    ("pl", &["one", "few", "many", "other"]),
    ("pt-BR", &["one", "other"]),
    ("zh-Hans", &["other"]),
];
/// What is the same word as in English: terms of protocols, and words that the languages share.
const SAME_AS_ENGLISH: [(&str, &[&str]); 6] = [
    (
        "de",
        &[
            "field-name",
            "field-code",
            "consent-details-scopes",
            "consent-details-client",
            "account-passkeys",
            "passkeys-unnamed",
            "passkeys-name",
            "method-passkey",
            "method-wallet",
            "error-code",
            "error-parameter",
        ],
    ),
    ("es", &["problem-title-head", "consent-details-scopes"]),
    (
        "fr",
        &[
            "field-code",
            "consent-details-scopes",
            "consent-details-client",
            "account-sessions",
            "account-console",
            "activity-administration",
            "error-code",
        ],
    ),
    (
        "it",
        &[
            "footer-privacy",
            "field-email",
            "field-password",
            "consent-app-privacy",
            "consent-details-client",
            "account-navigation",
            "account-console",
            "passkeys-unnamed",
            "identities-passkeys[one]",
            "method-passkey",
            "method-password",
        ],
    ),
    (
        "nl",
        &[
            "footer-privacy",
            "field-code",
            "consent-app-privacy",
            "consent-details",
            "consent-details-scopes",
            "consent-details-client",
            "account-navigation",
            "account-passkeys",
            "account-console",
            "apps-heading",
            "passkeys-unnamed",
            "identities-passkeys[one]",
            "identities-passkeys[other]",
            "method-passkey",
            "error-code",
            "error-parameter",
        ],
    ),
    ("pt-BR", &["account-console"]),
];
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
                assert!(texts.count(&key, 7).contains('7') && texts.count(&key, 60).contains("60"), "{key} {locale:?}");
            } else if let Some(variable) = variables.first() {
                let around = texts.around(&key, variable);
                assert!(!around.before.contains('\u{27E6}') && !around.after.contains('\u{27E6}'), "{key} {locale:?}");
            }
        }
    }
}

/// The plural forms that each message with a selector gives.
fn plural_forms(source: &str) -> BTreeMap<String, Vec<String>> {
    let mut forms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines() {
        if let Some((name, _)) = line.split_once(" = { $count ->") {
            key = name.to_owned();
        } else if let Some((form, _)) =
            line.trim_start_matches([' ', '*']).strip_prefix('[').and_then(|rest| rest.split_once(']'))
        {
            forms.entry(key.clone()).or_default().push(form.to_owned());
        }
    }
    forms
}

#[test]
fn every_plural_form_of_a_language_is_there_and_no_other() {
    let selecting: Vec<String> = plural_forms(&source("en")).into_keys().collect();
    assert!(selecting.len() >= 10, "{selecting:?}");
    assert_eq!(PLURALS.map(|(tag, _)| tag.to_owned()).to_vec(), tags());
    for (tag, expected) in PLURALS {
        let forms = plural_forms(&source(tag));
        assert_eq!(forms.keys().cloned().collect::<Vec<_>>(), selecting, "{tag}");
        for (key, forms) in forms {
            assert_eq!(forms, expected, "{key} {tag}");
        }
    }
}

fn tags() -> Vec<String> {
    let mut tags: Vec<String> = Locale::all().into_iter().map(|locale| locale.tag().to_owned()).collect();
    tags.sort();
    tags
}

#[test]
fn numbers_choose_their_form() {
    let read = |tag: &str, count| Locales::new(tag, false).find(tag).unwrap().texts().count("mail-lifetime-minutes", count);
    assert!(read("pl", 1).contains("1 minutę") && read("pl", 3).contains("3 minuty") && read("pl", 15).contains("15 minut."));
    assert!(read("ar", 2).contains("دقيقتين") && read("ar", 5).contains("5 دقائق") && read("ar", 15).contains("15 دقيقة"));
    assert!(read("he", 1).contains("דקה אחת") && read("he", 20).contains("20 דקות"));
    assert!(read("fr", 0).contains("0 minute.") && read("fr", 5).contains("5 minutes."));
    assert!(read("pt-BR", 0).contains("0 minuto.") && read("pt-BR", 5).contains("5 minutos."));
    assert!(read("ja", 1).contains("1 分") && read("zh-Hans", 60).contains("60 分钟"));
}

/// Every file beside the catalogues is one of them.
#[test]
fn every_catalogue_is_embedded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/locales");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    assert_eq!(files, tags());
}

#[test]
fn no_text_is_left_in_english() {
    let english = values(&source("en"));
    let mut left = Vec::new();
    for locale in Locale::all().into_iter().filter(|locale| *locale != Locale::english()) {
        let allowed = SAME_AS_ENGLISH.iter().find(|(tag, _)| *tag == locale.tag()).map_or(&[][..], |(_, keys)| keys);
        for (key, value) in values(&source(locale.tag())) {
            if has_words(&value)
                && english.get(&key) == Some(&value)
                && !allowed.contains(&key.as_str())
                && key != "locale-direction"
            {
                left.push(format!("{} {key} = {value}", locale.tag()));
            }
        }
    }
    assert!(left.is_empty(), "{}:\n{}", left.len(), left.join("\n"));
}

#[test]
fn values_of_selectors_hold_their_number() {
    for locale in Locale::all() {
        for key in plural_forms(&source(locale.tag())).into_keys() {
            for count in [3, 11, 25, 100] {
                let text = locale.texts().count(&key, count);
                assert!(text.contains(&count.to_string()), "{key} {locale:?}: {text}");
            }
        }
    }
}

/// The texts by key; the forms of one with a selector by key and form.
fn values(source: &str) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    let mut selecting = String::new();
    for line in source.lines() {
        if let Some((form, text)) = line.trim_start_matches([' ', '*']).strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            values.insert(format!("{selecting}[{form}]"), text.to_owned());
        } else if let Some((key, text)) = line.split_once(" = ").filter(|(key, _)| !key.starts_with(['#', ' '])) {
            selecting = key.to_owned();
            if !text.ends_with("->") {
                values.insert(key.to_owned(), text.to_owned());
            }
        }
    }
    values
}

/// Whether there is anything to translate beside the variables.
fn has_words(text: &str) -> bool {
    text.split('}').filter_map(|part| part.split('{').next()).any(|part| part.contains(char::is_alphabetic))
}

/// Words that the house does not say to people, in any language (`invalid`, `failed`, `please`, an exclamation mark).
#[test]
fn texts_neither_shout_nor_blame() {
    const UNWANTED: [&str; 14] = [
        "!",
        "！",
        "invalid",
        "ungültig",
        "invalide",
        "inválid",
        "non valid",
        "ongeldig",
        "nieprawidłow",
        "無効な",
        "无效",
        "失敗",
        "失败",
        "s’il vous plaît",
    ];
    for locale in Locale::all() {
        for (key, value) in values(&source(locale.tag())) {
            let found: Vec<&str> = UNWANTED.into_iter().filter(|word| value.to_lowercase().contains(word)).collect();
            assert!(found.is_empty(), "{} {key}: {found:?}", locale.tag());
        }
    }
}
