//! The rules of the house, kept by reading the source: levels, the one place for SQL, for time and for entropy, the size of files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::Visit;

/// Module → level (see `src/lib.rs`). A module may use lower levels and itself; `store` and `outbound` share a level as leaves do.
const LEVELS: [(&str, u8); 27] = [
    ("clock", 0),
    ("random", 0),
    ("model", 0),
    ("config", 1),
    ("crypto", 1),
    ("locale", 1),
    ("store", 2),
    ("outbound", 2),
    ("app", 3),
    ("events", 4),
    ("one_time", 5),
    ("tokens", 5),
    ("sessions", 5),
    ("users", 5),
    ("web", 6),
    ("oauth", 7),
    ("login", 7),
    ("account", 7),
    ("admin", 7),
    ("dev", 7),
    ("router", 8),
    ("jobs", 8),
    ("moving", 8),
    ("boot", 8),
    ("serve", 8),
    ("cli", 8),
    ("main", 8),
];
/// Levels whose modules may use each other: the types at the bottom, the operations of level 5, and the top.
const NEIGHBOURLY: [u8; 5] = [0, 1, 2, 5, 8];
const LONGEST_FILE: usize = 400;

fn level(module: &str) -> Option<u8> {
    LEVELS.iter().find(|(name, _)| *name == module).map(|(_, level)| *level)
}

fn sources(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("readable").into_path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    files.sort();
    assert!(!files.is_empty(), "no sources in {folder}");
    files
}

fn shown(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display().to_string()
}

fn module_of(path: &Path) -> String {
    let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("below src");
    let first = relative.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Every `crate::module` and every outer crate that a file names in code.
#[derive(Default)]
struct Named {
    modules: Vec<(String, Span)>,
    crates: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Named {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let [first, second, ..] = names.as_slice() {
            if first == "crate" {
                self.modules.push((second.clone(), path.span()));
            } else {
                self.crates.insert(first.clone());
            }
        }
        syn::visit::visit_path(self, path);
    }

    fn visit_use_path(&mut self, path: &'ast syn::UsePath) {
        if path.ident == "crate" {
            self.use_tree(&path.tree);
        } else {
            self.crates.insert(path.ident.to_string());
        }
    }
}

impl Named {
    fn use_tree(&mut self, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => self.modules.push((path.ident.to_string(), path.span())),
            syn::UseTree::Name(name) => self.modules.push((name.ident.to_string(), name.span())),
            syn::UseTree::Rename(rename) => self.modules.push((rename.ident.to_string(), rename.span())),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.use_tree(tree)),
            syn::UseTree::Glob(_) => {}
        }
    }
}

fn named_in(path: &Path) -> Named {
    let text = std::fs::read_to_string(path).expect("readable");
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", shown(path)));
    let mut named = Named::default();
    named.visit_file(&file);
    named
}

#[test]
fn every_module_has_a_level() {
    for path in sources("src") {
        let module = module_of(&path);
        assert!(module == "lib" || level(&module).is_some(), "{}: give the module {module} a level", shown(&path));
    }
}

#[test]
fn nothing_uses_a_higher_level_and_slices_do_not_use_each_other() {
    let mut faults = Vec::new();
    for path in sources("src") {
        let own = module_of(&path);
        let Some(own_level) = level(&own) else { continue };
        for (used, span) in named_in(&path).modules {
            let Some(used_level) = level(&used) else { continue };
            let line = span.start().line;
            if used_level > own_level {
                faults.push(format!("{}:{line}: {own} (level {own_level}) uses {used} (level {used_level})", shown(&path)));
            } else if used_level == own_level && used != own && !NEIGHBOURLY.contains(&own_level) {
                faults.push(format!("{}:{line}: {own} uses its neighbour {used}", shown(&path)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_store_names_database_drivers_and_the_model_knows_no_http() {
    for path in sources("src") {
        let module = module_of(&path);
        let crates = named_in(&path).crates;
        for driver in ["sqlx", "rusqlite"] {
            assert!(module == "store" || !crates.contains(driver), "{} names {driver}", shown(&path));
        }
        if level(&module).is_some_and(|level| level < 6) {
            assert!(!crates.contains("axum"), "{} names axum below level 6", shown(&path));
        }
    }
}

#[test]
fn time_and_entropy_have_one_source() {
    for path in sources("src") {
        let module = module_of(&path);
        let text = std::fs::read_to_string(&path).expect("readable");
        let expectation = text.contains("clippy::disallowed_methods");
        assert!(module == "clock" || !expectation, "{} excuses itself from the rule about time and entropy", shown(&path));
        assert!(module == "random" || !named_in(&path).crates.contains("rand"), "{} draws its own entropy", shown(&path));
    }
}

/// Whoever is stored was welcomed: actions had a say. Whoever is signed in was admitted, and a profile changed, for the same reason.
#[test]
fn accounts_and_sessions_begin_in_one_place() {
    // Whom the operator moves in from another server had their account, and their session, there.
    let beginnings = [
        ("users::insert(", vec!["src/users/welcome.rs", "src/dev/seed.rs", "src/moving/write.rs"]),
        ("sessions::insert(", vec!["src/sessions/establish/mod.rs", "src/moving/write.rs"]),
        (".admit(app", vec!["src/sessions/establish/recorded.rs"]),
        // What these change the actions have a say in, or are the ones who change it.
        ("users::touch(", vec!["src/account/profile/update.rs", "src/users/fields.rs", "src/users/operator.rs"]),
        ("users::set_name(", vec!["src/account/profile/update.rs", "src/users/sign_up_link.rs", "src/events/actions/apply.rs"]),
        (
            "users::set_image(",
            vec![
                "src/account/profile/update.rs",
                "src/users/picture/mod.rs",
                "src/users/sign_up_link.rs",
                "src/events/actions/apply.rs",
            ],
        ),
    ];
    for (call, places) in beginnings {
        let with_call = |path: &PathBuf| std::fs::read_to_string(path).expect("readable").contains(call);
        let found: Vec<String> = sources("src").into_iter().filter(with_call).map(|path| shown(&path)).collect();
        let expected: BTreeSet<&str> = places.into_iter().collect();
        assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected, "{call}");
    }
}

#[test]
fn files_stay_small() {
    for folder in ["src", "tests"] {
        for path in sources(folder) {
            let lines = std::fs::read_to_string(&path).expect("readable").lines().count();
            assert!(lines <= LONGEST_FILE, "{} has {lines} lines: which two things live in it?", shown(&path));
        }
    }
}

#[test]
fn files_are_named_after_what_they_hold() {
    for path in sources("src") {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let vague = ["util", "utils", "helper", "helpers", "common", "misc", "service", "services", "manager"];
        assert!(!vague.contains(&stem.as_str()), "{} says nothing by its name", shown(&path));
    }
}

#[test]
fn every_file_says_what_it_is() {
    for path in sources("src") {
        let text = std::fs::read_to_string(&path).expect("readable");
        assert!(text.starts_with("//!"), "{} begins without saying what it is", shown(&path));
    }
}
