//! Where settings are read from: a TOML file, the environment, the command line.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::fault::{Fault, Faults};
use super::origin::Origin;

/// The file that is read when none is named.
pub const DEFAULT_FILE: &str = "vestibule.toml";
/// What the names of all environment variables begin with.
pub(super) const PREFIX: &str = "VESTIBULE__";

/// Where settings come from. Later layers win: defaults, file, environment, flags.
#[derive(Clone, Default)]
pub struct Sources {
    file: Option<TomlFile>,
    environment: Vec<(String, String)>,
    flags: Vec<(String, String, String)>,
}

#[derive(Clone)]
struct TomlFile {
    path: PathBuf,
    text: Result<String, String>,
}

/// A setting as it was found.
pub(super) struct Setting {
    /// `section.name`; a name without a dot when a section is no table, or a variable has no section.
    pub(super) key: String,
    pub(super) value: Raw,
    pub(super) origin: Origin,
}

/// A value before it is judged.
pub(super) enum Raw {
    /// From TOML.
    Typed(Value),
    /// From the environment or the command line, where everything is text.
    Text(String),
}

impl Sources {
    /// Nothing but the defaults.
    pub fn none() -> Self {
        Self::default()
    }

    /// What the program reads: the named file, else `vestibule.toml` if there is one, and the environment.
    pub fn of_process(file: Option<&Path>) -> Self {
        let sources = match file {
            Some(path) => Self::none().file(path),
            None if Path::new(DEFAULT_FILE).exists() => Self::none().file(DEFAULT_FILE),
            None => Self::none(),
        };
        let lossy = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned())
        };
        sources.environment(env::vars_os().map(lossy))
    }

    /// With the TOML file at `path`, which must exist.
    pub fn file(mut self, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let text = fs::read_to_string(&path).map_err(|error| error.to_string());
        self.file = Some(TomlFile { path, text });
        self
    }

    /// With a TOML text in place of a file.
    pub fn toml(mut self, text: impl Into<String>) -> Self {
        self.file = Some(TomlFile { path: PathBuf::from(DEFAULT_FILE), text: Ok(text.into()) });
        self
    }

    /// With these environment variables; those that are not `VESTIBULE__…` are passed over.
    pub fn environment<N: Into<String>, V: Into<String>>(mut self, variables: impl IntoIterator<Item = (N, V)>) -> Self {
        let variables = variables.into_iter().map(|(name, value)| (name.into(), value.into()));
        self.environment.extend(variables.filter(|(name, _)| name.starts_with(PREFIX)));
        self
    }

    /// With `key` (`section.name`) set by the command line's `flag`, such as `--port`.
    pub fn flag(mut self, flag: &str, key: &str, value: impl Into<String>) -> Self {
        self.flags.push((flag.to_owned(), key.to_owned(), value.into()));
        self
    }

    /// Every setting, lowest layer first.
    pub(super) fn settings(&self, faults: &mut Faults) -> Vec<Setting> {
        let mut settings = self.file.as_ref().map(|file| file.settings(faults)).unwrap_or_default();
        settings.extend(self.environment.iter().map(|(name, value)| {
            let key = name.strip_prefix(PREFIX).unwrap_or(name).replacen("__", ".", 1).to_lowercase();
            Setting { key, value: Raw::Text(value.clone()), origin: Origin::Environment(name.clone()) }
        }));
        settings.extend(self.flags.iter().map(|(flag, key, value)| Setting {
            key: key.clone(),
            value: Raw::Text(value.clone()),
            origin: Origin::Flag(flag.clone()),
        }));
        settings
    }
}

impl TomlFile {
    fn settings(&self, faults: &mut Faults) -> Vec<Setting> {
        let origin = Origin::File(self.path.clone());
        let name = self.path.display().to_string();
        let text = match &self.text {
            Ok(text) => text,
            Err(error) => {
                faults.add(Fault::new(name, format!("it cannot be read ({error})"), "name a readable file").from(&origin));
                return Vec::new();
            }
        };
        match toml::from_str::<Map<String, Value>>(text) {
            Ok(sections) => sections.into_iter().flat_map(|(section, value)| flatten(section, value, &origin)).collect(),
            Err(error) => {
                // Only the place and the reason: the line itself may hold a secret.
                let start = error.span().map_or(0, |span| span.start);
                let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
                let problem = format!("line {line} is not TOML: {}", error.message().replace('\n', ", "));
                faults.add(Fault::new(name, problem, "correct that line").from(&origin));
                Vec::new()
            }
        }
    }
}

fn flatten(section: String, value: Value, origin: &Origin) -> Vec<Setting> {
    match value {
        Value::Object(keys) => keys
            .into_iter()
            .map(|(name, value)| Setting { key: format!("{section}.{name}"), value: Raw::Typed(value), origin: origin.clone() })
            .collect(),
        other => vec![Setting { key: section, value: Raw::Typed(other), origin: origin.clone() }],
    }
}
