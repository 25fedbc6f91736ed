//! From what was found to what holds: layers are merged, secrets read from their files, and each value is tried by itself, so
//! that one bad value hides no other.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::catalogue::{Catalogue, Key};
use super::fault::{ConfigFaults, Fault, Faults};
use super::origin::Origin;
use super::sources::{Raw, Setting, Sources};
use super::tables::{self, Found};
use super::{Config, Mode};
use crate::crypto::digest::Digest;

/// The settings that hold, by key.
type Merged = BTreeMap<String, Setting>;

pub(super) fn load(sources: &Sources, mode: Mode) -> Result<Config, ConfigFaults> {
    let catalogue = Catalogue::new();
    let mut faults = Faults::default();
    let mut draft = Draft::new(mode);
    let (lists, settings) = sources.settings(&mut faults).into_iter().partition(tables::concerns);
    let merged = merge(settings, &catalogue, &mut faults);
    for (path, setting) in read_files(merged, &catalogue, &mut faults) {
        let Some(key) = catalogue.find(&path) else { continue };
        if let Err(problem) = draft.set(key, &setting) {
            faults.add(Fault::new(path, problem, format!("write {}", key.takes())).from(&setting.origin));
        }
    }
    for found in tables::read(lists, &mut faults) {
        let (list, origin) = (found.list.clone(), found.origin.clone());
        if let Err(problem) = draft.set_list(found) {
            faults.add(Fault::new(list, problem, "write a list of tables").from(&origin));
        }
    }
    let mut consequences = Faults::default();
    draft.config.check(&mut consequences);
    faults.add_consequences(consequences);
    faults.into_result().map(|()| draft.config)
}

/// Lets later layers replace earlier ones. `x` and `x_file` are two ways to say one thing, so each replaces the other too.
fn merge(settings: Vec<Setting>, catalogue: &Catalogue, faults: &mut Faults) -> Merged {
    let mut merged = Merged::new();
    for setting in settings {
        if catalogue.find(&setting.key).is_none() {
            faults.add(unknown(&setting, catalogue));
            continue;
        }
        let other_way = match setting.key.strip_suffix("_file") {
            Some(secret) => secret.to_owned(),
            None => format!("{}_file", setting.key),
        };
        match merged.get(&other_way) {
            Some(other) if other.origin.layer() == setting.origin.layer() => {
                let problem = format!("{other_way} is set too ({})", other.origin);
                faults.add(Fault::new(&setting.key, problem, "keep one of the two").from(&setting.origin));
            }
            _ => {
                merged.remove(&other_way);
                merged.insert(setting.key.clone(), setting);
            }
        }
    }
    merged
}

fn unknown(setting: &Setting, catalogue: &Catalogue) -> Fault {
    let from_environment = matches!(setting.origin, Origin::Environment(_));
    let name = |key: &Key| if from_environment { key.variable() } else { key.path() };
    let section = setting.key.split('.').next().unwrap_or_default();
    let names: Vec<String> = catalogue.section(section).map(|key| key.name.clone()).collect();
    let (problem, remedy) = if section == setting.key && !names.is_empty() {
        ("it is a section, not a key", format!("its keys are {}", names.join(", ")))
    } else if let Some(key) = catalogue.nearest(&setting.key) {
        ("there is no such key", format!("did you mean {}?", name(key)))
    } else if names.is_empty() {
        ("there is no such key", "`vestibule config show` prints every key".to_owned())
    } else {
        ("there is no such key", format!("the keys of {section} are {}", names.join(", ")))
    };
    Fault::new(&setting.key, problem, remedy).from(&setting.origin)
}

/// Replaces each `x_file` by `x` with the file's content.
fn read_files(merged: Merged, catalogue: &Catalogue, faults: &mut Faults) -> Merged {
    let mut read = Merged::new();
    for (path, setting) in merged {
        let Some(secret) = catalogue.find(&path).and_then(|key| key.reads_into.clone()) else {
            read.insert(path, setting);
            continue;
        };
        let (Raw::Text(file) | Raw::Typed(Value::String(file))) = &setting.value else {
            faults.add(Fault::new(path, "it is not a text", "write the path of a file").from(&setting.origin));
            continue;
        };
        match fs::read_to_string(file) {
            Ok(text) => {
                let value = Raw::Text(text.trim().to_owned());
                read.insert(secret.clone(), Setting { key: secret, value, origin: setting.origin });
            }
            Err(error) => {
                let problem = format!("{file} cannot be read ({error})");
                faults.add(Fault::new(path, problem, "write the path of a readable file").from(&setting.origin));
            }
        }
    }
    read
}

/// The configuration so far. It is sound at every moment: a value that does not fit is left out.
struct Draft {
    config: Config,
    values: Value,
}

impl Draft {
    fn new(mode: Mode) -> Self {
        let config = Config::default_for(mode);
        let values = serde_json::to_value(&config).unwrap_or_default();
        Self { config, values }
    }

    fn set(&mut self, key: &Key, setting: &Setting) -> Result<(), String> {
        let value = key.typed(&setting.value)?;
        let digest = key.is_secret().then(|| Digest::of(value.as_str().unwrap_or_default()));
        let mut values = self.values.clone();
        if let Some(section) = values.get_mut(&key.section).and_then(Value::as_object_mut) {
            section.insert(key.name.clone(), value);
        }
        self.adopt(values)?;
        self.config.provenance.origins.insert(key.path(), setting.origin.clone());
        self.config.provenance.secrets.extend(digest.map(|digest| (key.path(), digest)));
        Ok(())
    }

    fn set_list(&mut self, found: Found) -> Result<(), String> {
        let mut values = self.values.clone();
        if let Some(values) = values.as_object_mut() {
            values.insert(found.list.clone(), found.tables);
        }
        self.adopt(values)?;
        self.config.provenance.origins.insert(found.list, found.origin);
        self.config.provenance.secrets.extend(found.secrets);
        Ok(())
    }

    fn adopt(&mut self, values: Value) -> Result<(), String> {
        let candidate = serde_json::from_value(values.clone()).map_err(|error| error.to_string())?;
        let provenance = std::mem::take(&mut self.config.provenance);
        self.config = Config { provenance, ..candidate };
        self.values = values;
        Ok(())
    }
}
