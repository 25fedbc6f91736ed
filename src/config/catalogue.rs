//! Which keys exist, taken from the JSON Schema of the section structs, and what each takes.

use std::fmt::Write as _;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::Config;
use super::sources::{PREFIX, Raw};

/// Keys at least this similar to a wrong one (normalized Damerau-Levenshtein, 1 is equal) are proposed.
const SIMILAR: f64 = 0.5;
/// A slip of the finger.
const ALMOST_THE_SAME: f64 = 0.8;

/// Every key.
pub(super) struct Catalogue(Vec<Key>);

/// One key.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) section: String,
    pub(super) name: String,
    schema: Value,
    /// For `x_file`: the name of the secret `x` that the file holds.
    pub(super) reads_into: Option<String>,
}

/// The JSON Schema (2020-12) of `vestibule.toml`.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true).into_generator();
    let mut schema = Value::from(generator.into_root_schema_for::<Config>());
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), json!("vestibule.toml"));
        root.remove("description");
    }
    for section in schema.pointer_mut("/properties").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut) {
        if let Some(section) = section.as_object_mut() {
            section.remove("default");
        }
        for place in ["/properties", "/items/properties"] {
            if let Some(keys) = section.pointer_mut(place).and_then(Value::as_object_mut) {
                add_file_keys(keys);
            }
        }
    }
    schema
}

/// A secret `x` can be given as the file that holds it: `x_file`, which stands after it.
fn add_file_keys(keys: &mut Map<String, Value>) {
    for (name, schema) in std::mem::take(keys) {
        let file = is_secret(&schema).then(|| {
            let description = format!("The file that holds `{name}`. Give one of the two.");
            let title = "the path of a file";
            json!({ "title": title, "description": description, "type": ["string", "null"], "x-reads-into": name })
        });
        let file_name = format!("{name}_file");
        keys.insert(name, schema);
        if let Some(file) = file {
            // `keys.master_file` is a key of its own, and replaces this one when its turn comes.
            keys.insert(file_name, file);
        }
    }
}

/// The names of the secrets in the tables of a list.
pub(super) fn secrets_of_list(list: &str) -> Vec<String> {
    keys_of_list(&schema(), list).filter(|(_, schema)| is_secret(schema)).map(|(name, _)| name.to_owned()).collect()
}

/// What the tables of a list may hold.
pub(super) fn keys_of_list<'a>(schema: &'a Value, list: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let keys = schema.pointer(&format!("/properties/{list}/items/properties")).and_then(Value::as_object);
    keys.into_iter().flatten().map(|(name, schema)| (name.as_str(), schema))
}

fn is_secret(schema: &Value) -> bool {
    schema.get("writeOnly") == Some(&Value::Bool(true))
}

impl Catalogue {
    pub(super) fn new() -> Self {
        let schema = schema();
        let sections = schema.pointer("/properties").and_then(Value::as_object).into_iter().flatten();
        let keys = sections.flat_map(|(section, schema)| {
            let keys = schema.pointer("/properties").and_then(Value::as_object).into_iter().flatten();
            keys.map(move |(name, schema)| Key {
                section: section.clone(),
                name: name.clone(),
                schema: schema.clone(),
                reads_into: schema.get("x-reads-into").and_then(Value::as_str).map(|name| format!("{section}.{name}")),
            })
        });
        Self(keys.collect())
    }

    pub(super) fn find(&self, key: &str) -> Option<&Key> {
        self.0.iter().find(|known| known.path() == key)
    }

    pub(super) fn section<'a>(&'a self, section: &'a str) -> impl Iterator<Item = &'a Key> {
        self.0.iter().filter(move |key| key.section == section)
    }

    /// The key that somebody who wrote `wrong` most likely meant: one that is written almost the same, else one of that name in
    /// another section, else the most similar one.
    pub(super) fn nearest(&self, wrong: &str) -> Option<&Key> {
        let (section, name) = wrong.split_once('.').unwrap_or(("", wrong));
        let similarity = |key: &Key| {
            if key.section == section {
                strsim::normalized_damerau_levenshtein(&key.name, name)
            } else {
                strsim::normalized_damerau_levenshtein(&key.path(), wrong)
            }
        };
        let scored = self.0.iter().map(|key| (similarity(key), key));
        let (score, similar) = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
        let elsewhere = self.0.iter().find(|key| key.name == name);
        match elsewhere {
            _ if score >= ALMOST_THE_SAME => Some(similar),
            Some(key) => Some(key),
            None if score >= SIMILAR => Some(similar),
            None => None,
        }
    }
}

impl Key {
    /// `section.name`.
    pub(super) fn path(&self) -> String {
        format!("{}.{}", self.section, self.name)
    }

    /// The environment variable that sets it.
    pub(super) fn variable(&self) -> String {
        format!("{PREFIX}{}__{}", self.section.to_uppercase(), self.name.to_uppercase())
    }

    /// Whether its value is never printed.
    pub(super) fn is_secret(&self) -> bool {
        is_secret(&self.schema)
    }

    /// What it is for.
    pub(super) fn meaning(&self) -> &str {
        self.schema.get("description").and_then(Value::as_str).unwrap_or_default()
    }

    /// What may be written, as a noun phrase.
    pub(super) fn takes(&self) -> String {
        takes(&self.schema)
    }

    /// The value in its JSON type and range; its own type still has to judge it.
    pub(super) fn typed(&self, raw: &Raw) -> Result<Value, String> {
        let value = match raw {
            Raw::Text(text) => read_text(&self.schema, text.trim())?,
            // One item may be written for a list of one.
            Raw::Typed(Value::String(text)) if has_type(&self.schema, "array") => read_text(&self.schema, text)?,
            Raw::Typed(value) => value.clone(),
        };
        judge(&self.schema, &value).map(|()| value)
    }
}

/// Text from the environment, as the schema's type.
fn read_text(schema: &Value, text: &str) -> Result<Value, String> {
    if has_type(schema, "array") && schema.get("items").is_some_and(|item| has_type(item, "object")) {
        return serde_json::from_str(text).map_err(|_| "it is not a JSON array of tables".to_owned());
    }
    if has_type(schema, "array") {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        return match schema.get("items") {
            Some(item) if has_type(item, "integer") => items.map(|text| read_text(item, text)).collect(),
            _ => Ok(items.map(Value::from).collect()),
        };
    }
    if has_type(schema, "object") {
        let text = if text.is_empty() { "{}" } else { text };
        return serde_json::from_str(text).map_err(|_| "it is not a JSON object".to_owned());
    }
    if text.is_empty() && has_type(schema, "null") {
        return Ok(Value::Null);
    }
    if has_type(schema, "integer") {
        return text.parse::<i64>().map(Value::from).map_err(|_| format!("{text:?} is not a whole number"));
    }
    if has_type(schema, "boolean") {
        return text.parse::<bool>().map(Value::from).map_err(|_| format!("{text:?} is neither true nor false"));
    }
    Ok(Value::from(text))
}

/// Whether the value's kind, range and, for a choice, name fit the schema. Does not quote values but those of choices.
fn judge(schema: &Value, value: &Value) -> Result<(), String> {
    let kind = kind(value);
    if kind == "null" {
        return Ok(());
    }
    let choices = choices(schema);
    if let (false, Value::String(choice)) = (choices.is_empty(), value) {
        return if choices.contains(&choice.as_str()) { Ok(()) } else { Err(format!("{choice:?} is not one of its values")) };
    }
    if !has_type(schema, kind) {
        return Err(format!("it is {}", article(kind)));
    }
    if let Some(number) = value.as_i64() {
        let (least, greatest) = range(schema);
        if least.is_some_and(|least| number < least) {
            return Err(format!("{number} is too little"));
        }
        if greatest.is_some_and(|greatest| number > greatest) {
            return Err(format!("{number} is too much"));
        }
    }
    let item = schema.get("items").unwrap_or(&Value::Null);
    value.as_array().into_iter().flatten().try_for_each(|value| judge(item, value))
}

pub(super) fn takes(schema: &Value) -> String {
    let choices = choices(schema);
    let mut text = if let Some(title) = schema.get("title").and_then(Value::as_str) {
        title.to_owned()
    } else if let Some((last, [first, others @ ..])) = choices.split_last() {
        let others: String = others.iter().map(|choice| format!(", {choice}")).collect();
        format!("{first}{others} or {last}")
    } else if has_type(schema, "array") {
        format!("a list, each {}", schema.get("items").map(takes).unwrap_or_default())
    } else if has_type(schema, "boolean") {
        "true or false".to_owned()
    } else if has_type(schema, "integer") {
        "a whole number".to_owned()
    } else {
        "a text".to_owned()
    };
    if has_type(schema, "integer")
        && let (Some(least), Some(greatest)) = range(schema)
        && greatest < i64::from(u32::MAX)
        && least < greatest
    {
        // Writing to a string cannot fail.
        let _ = write!(text, " from {least} to {greatest}");
    }
    text
}

/// The names of a choice: its variants' `const`s, or a plain `enum`.
fn choices(schema: &Value) -> Vec<&str> {
    let alternatives = |name| schema.get(name).and_then(Value::as_array).into_iter().flatten();
    let nested = ["oneOf", "anyOf"].into_iter().flat_map(alternatives).flat_map(choices);
    let own = schema.get("const").into_iter().chain(alternatives("enum")).filter_map(Value::as_str);
    own.chain(nested).collect()
}

fn range(schema: &Value) -> (Option<i64>, Option<i64>) {
    let bound = |name| schema.get(name).and_then(Value::as_i64);
    (bound("minimum"), bound("maximum"))
}

fn has_type(schema: &Value, wanted: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == wanted,
        Some(Value::Array(several)) => several.iter().any(|one| one == wanted),
        _ => !choices(schema).is_empty() && wanted == "string",
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn article(kind: &str) -> &'static str {
    match kind {
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number with a fraction",
        "string" => "a text",
        "array" => "a list",
        _ => "a table",
    }
}
