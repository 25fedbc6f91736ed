//! What differs between two configurations.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Config;

impl Config {
    /// The keys (`section.name`) whose values are others in `newer`. A secret's value is compared too, but not told.
    pub fn changed_keys(&self, newer: &Self) -> Vec<String> {
        let before = self.by_key();
        let visible = newer.by_key().into_iter().filter(|entry| !before.contains(entry)).map(|(key, _)| key);
        let secrets = [self, newer].into_iter().flat_map(|config| config.provenance.secrets.keys());
        let hidden = secrets.filter(|key| self.provenance.secrets.get(*key) != newer.provenance.secrets.get(*key)).cloned();
        visible.chain(hidden).collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn by_key(&self) -> Vec<(String, Value)> {
        let sections = serde_json::to_value(self).unwrap_or_default();
        let sections = sections.as_object().cloned().unwrap_or_default().into_iter();
        let keys = sections.flat_map(|(section, keys)| match keys {
            Value::Object(keys) => keys.into_iter().map(|(name, value)| (format!("{section}.{name}"), value)).collect(),
            list => vec![(section, list)],
        });
        keys.collect()
    }
}
