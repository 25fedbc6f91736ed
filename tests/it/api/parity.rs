//! `docs/parity.md` names, for every endpoint of the JSON interface, the scenarios in which the unmodified client calls it beside the
//! published server, and the tests in process that call it. The table is made from the tests, so that it cannot say more than they do:
//! `make docs` writes it anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Call;
use crate::support::app::TestApp;
use crate::support::features::EVERYTHING;

const BEGIN: &str = "<!-- endpoints: made by `make docs` -->\n";
const END: &str = "<!-- end of endpoints -->\n";
/// Functions of the client that call paths of other names.
const CLIENT_FUNCTIONS: [(&str, &[&str]); 2] = [
    ("/passkey/add-passkey", &["/passkey/generate-register-options", "/passkey/verify-registration"]),
    ("/sign-in/passkey", &["/passkey/generate-authenticate-options", "/passkey/verify-authentication"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `twoFactor.verifyTotp` as the client turns it into a path.
fn path_of_function(function: &str) -> String {
    let mut path = String::new();
    for part in function.split('.').filter(|part| !part.is_empty()) {
        path.push('/');
        for letter in part.chars() {
            if letter.is_ascii_uppercase() {
                path.push('-');
            }
            path.push(letter.to_ascii_lowercase());
        }
    }
    path
}

/// The paths that a scenario calls: as texts, and by the client's functions.
fn called_in(source: &str) -> BTreeSet<String> {
    let end = |letter: char| !(letter.is_ascii_alphanumeric() || "/-_.".contains(letter));
    let mut paths = BTreeSet::new();
    for quote in ["\"/", "`/", "'/"] {
        for rest in source.split(quote).skip(1) {
            let path: String = rest.chars().take_while(|letter| !end(*letter)).collect();
            paths.insert(format!("/{}", path.trim_end_matches('/')));
        }
    }
    for rest in source.split("client.").skip(1) {
        let function: String = rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '.').collect();
        let path = path_of_function(&function);
        let others = CLIENT_FUNCTIONS.iter().filter(|(name, _)| *name == path).flat_map(|(_, paths)| paths.iter());
        paths.extend(others.map(|path| (*path).to_owned()));
        paths.insert(path);
    }
    paths
}

/// Whether `called` is the endpoint at `path`, whose parameters stand in braces.
fn is_call_of(path: &str, called: &str) -> bool {
    let called = called.strip_prefix("/api/auth").unwrap_or(called);
    match path.split_once("/{") {
        Some((before, _)) => called.strip_prefix(before).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        None => called == path,
    }
}

/// Each file below `folder` that ends so, with its name and the paths called in it.
fn files(folder: &str, ending: &str, name: impl Fn(&Path) -> String) -> Vec<(String, BTreeSet<String>)> {
    let folder = root().join(folder);
    let mut paths: Vec<PathBuf> = WalkDir::new(&folder).into_iter().map(|entry| entry.unwrap().into_path()).collect();
    paths.retain(|path| path.extension().is_some_and(|its| its == ending));
    paths.sort();
    let read = |path: &PathBuf| (name(path.strip_prefix(&folder).unwrap()), called_in(&fs::read_to_string(path).unwrap()));
    paths.iter().map(read).collect()
}

/// The module of a file of tests: `api/two_factor/mod.rs` is `api::two_factor`.
fn module(path: &Path) -> String {
    let path = path.with_extension("");
    let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).filter(|part| part != "mod").collect();
    parts.join("::")
}

fn names(of: &[(String, BTreeSet<String>)], path: &str) -> Vec<String> {
    let calls = of.iter().filter(|(_, called)| called.iter().any(|called| is_call_of(path, called)));
    calls.map(|(name, _)| format!("`{name}`")).collect()
}

/// Some of many, so that a row stays readable.
fn some(names: &[String]) -> String {
    const MOST: usize = 4;
    if names.is_empty() {
        return "–".to_owned();
    }
    let shown = names.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > MOST { format!("{shown} …") } else { shown }
}

#[tokio::test]
async fn every_endpoint_is_called_beside_the_published_server() {
    let test = TestApp::with(&EVERYTHING).await;
    let document = Call::get(&test, "/api/openapi.json").send().await.json();
    let scenarios = files("tests/clients/better-auth/scenarios", "mjs", |path| path.with_extension("").display().to_string());
    let tests = files("tests/it", "rs", module);
    let mut table = "| endpoint | beside the published server | in process |\n|---|---|---|\n".to_owned();
    let mut missing = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        let path = path.strip_prefix("/api/auth").unwrap_or(path);
        for method in item.as_object().expect("an item").keys() {
            let (beside, inside) = (names(&scenarios, path), names(&tests, path));
            if beside.is_empty() {
                missing.push(format!("{method} {path}"));
            }
            let method = method.to_uppercase();
            table.push_str(&format!("| `{method} {path}` | {} | {} |\n", some(&beside), some(&inside)));
        }
    }
    assert_eq!(missing, Vec::<String>::new());

    let file = root().join("docs/parity.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("where the table begins");
    let (_, after) = rest.split_once(END).expect("where the table ends");
    let expected = format!("{before}{BEGIN}{table}{END}{after}");
    if std::env::var_os("VESTIBULE_UPDATE_DOCS").is_some() {
        fs::write(&file, expected).unwrap();
    } else {
        assert!(text == expected, "docs/parity.md is of another time: run `make docs`");
    }
}
