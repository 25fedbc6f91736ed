//! Lists of tables (`[[webhooks]]`), which are set as a whole: in the file as TOML, in the environment as a JSON array.

use std::fs;

use serde_json::{Map, Value};

use super::Config;
use super::catalogue;
use super::fault::{Fault, Faults};
use super::origin::Origin;
use super::sources::{Raw, Setting};
use crate::crypto::digest::Digest;

/// The keys whose value is a list of tables.
pub(super) const LISTS: [&str; 2] = ["webhooks", "actions"];
const REMEDY: &str = "write each as a table of its own";

/// Whether a setting is about a list of tables, as it should be or not.
pub(super) fn concerns(setting: &Setting) -> bool {
    LISTS.contains(&setting.key.split('.').next().unwrap_or_default())
}

/// A list as it was found: its tables, with secrets read from their files, and the digests of the secrets by name.
pub(super) struct Found {
    pub(super) list: String,
    pub(super) tables: Value,
    pub(super) origin: Origin,
    pub(super) secrets: Vec<(String, Digest)>,
}

/// Reads the lists that were set; of several layers the last one holds.
pub(super) fn read(settings: Vec<Setting>, faults: &mut Faults) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for setting in settings {
        let origin = setting.origin.clone();
        match read_one(setting) {
            Ok(list) => {
                found.retain(|earlier| earlier.list != list.list);
                found.push(list);
            }
            Err((key, problem)) => faults.add(Fault::new(key, problem, REMEDY).from(&origin)),
        }
    }
    found
}

fn read_one(setting: Setting) -> Result<Found, (String, String)> {
    let Setting { key, value, origin } = setting;
    if let Some((list, _)) = key.split_once('.') {
        return Err((list.to_owned(), format!("it is a list: its tables begin with `[[{list}]]`")));
    }
    let typed = match value {
        Raw::Typed(value) => value,
        Raw::Text(text) if text.trim().is_empty() => Value::Array(Vec::new()),
        // The reason may quote the text, which holds secrets.
        Raw::Text(text) => serde_json::from_str(&text).map_err(|_| (key.clone(), "it is no JSON".to_owned()))?,
    };
    let Value::Array(tables) = typed else { return Err((key, "it is no list of tables".to_owned())) };
    let secret_names = catalogue::secrets_of_list(&key);
    let (mut read, mut secrets) = (Vec::new(), Vec::new());
    for (position, table) in tables.into_iter().enumerate() {
        let Value::Object(table) = table else { return Err((key, "it is no list of tables".to_owned())) };
        let name = table.get("name").and_then(Value::as_str).map_or_else(|| (position + 1).to_string(), str::to_owned);
        let path = format!("{key}.{name}");
        let table = read_secret_files(table, &secret_names).map_err(|problem| (path.clone(), problem))?;
        for secret in &secret_names {
            if let Some(text) = table.get(secret).and_then(Value::as_str) {
                secrets.push((format!("{path}.{secret}"), Digest::of(text)));
            }
        }
        let value = Value::Object(table);
        judge(&key, &value).map_err(|problem| (path, problem))?;
        read.push(value);
    }
    Ok(Found { list: key, tables: Value::Array(read), origin, secrets })
}

/// Replaces `secret_file` by `secret` with the file's content.
fn read_secret_files(mut table: Map<String, Value>, secrets: &[String]) -> Result<Map<String, Value>, String> {
    for secret in secrets {
        let Some(file) = table.remove(&format!("{secret}_file")) else { continue };
        if table.contains_key(secret) {
            return Err(format!("{secret} and {secret}_file are both set"));
        }
        let Value::String(file) = file else { return Err(format!("{secret}_file is not the path of a file")) };
        let text = fs::read_to_string(&file).map_err(|error| format!("{file} cannot be read ({error})"))?;
        table.insert(secret.clone(), Value::String(text.trim().to_owned()));
    }
    Ok(table)
}

/// Tries one table by itself, so that the fault names it.
fn judge(list: &str, table: &Value) -> Result<(), String> {
    let alone = Value::Object(Map::from_iter([(list.to_owned(), Value::Array(vec![table.clone()]))]));
    serde_json::from_value::<Config>(alone).map(drop).map_err(|error| error.to_string())
}
