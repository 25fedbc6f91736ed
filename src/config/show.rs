//! The settings that hold, as `vestibule config show` prints them. Secrets are hidden.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::Config;
use super::origin::Origin;

/// A value as TOML writes it on one line. JSON is written the same but for tables.
fn toml_of(value: &Value) -> String {
    match value {
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            // A name in quotes is right for every name.
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("{} = {}", Value::from(name.as_str()), toml_of(value))).collect();
            format!("{{ {} }}", members.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(toml_of).collect::<Vec<_>>().join(",")),
        value => value.to_string(),
    }
}

impl Config {
    /// Every value as JSON, section by section, with what follows from other settings filled in.
    pub fn values(&self) -> Value {
        let mut values = serde_json::to_value(self).unwrap_or_default();
        let mut derive = |path: &str, value: Value| {
            if let Some(place) = values.pointer_mut(path) {
                *place = value;
            }
        };
        derive("/server/issuer", self.issuer().into());
        derive("/jwt/issuer", self.jwt_issuer().into());
        derive("/jwt/audience", self.jwt_audience().into());
        derive("/registration/require_verified_email", self.require_verified_email().into());
        values
    }

    /// As TOML, one line a key; `with_origin` adds where each value comes from.
    pub fn show(&self, with_origin: bool) -> String {
        let values = self.values();
        let sections = values.as_object().into_iter().flatten();
        sections.map(|(name, keys)| self.show_section(name, keys, with_origin)).collect::<Vec<_>>().join("\n")
    }

    fn show_section(&self, section: &str, keys: &Value, with_origin: bool) -> String {
        if let Value::Array(tables) = keys {
            return self.show_list(section, tables, with_origin);
        }
        let mut text = format!("[{section}]\n");
        for (name, value) in keys.as_object().map(Map::iter).into_iter().flatten() {
            let mut line = match value {
                Value::Null => format!("# {name} is not set"),
                value => format!("{name} = {}", toml_of(value)),
            };
            let origin = self.origin(&format!("{section}.{name}"));
            if with_origin && (!value.is_null() || *origin != Origin::Default) {
                line = format!("{line:<60}  # {origin}");
            }
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{line}");
        }
        text
    }

    fn show_list(&self, list: &str, tables: &[Value], with_origin: bool) -> String {
        let origin = if with_origin { format!("  # {}", self.origin(list)) } else { String::new() };
        if tables.is_empty() {
            return format!("# there are no [[{list}]]\n");
        }
        let table = |table: &Value| {
            let keys = table.as_object().map(Map::iter).into_iter().flatten().filter(|(_, value)| !value.is_null());
            keys.fold(format!("[[{list}]]{origin}\n"), |text, (name, value)| format!("{text}{name} = {value}\n"))
        };
        tables.iter().map(table).collect::<Vec<_>>().join("\n")
    }
}
