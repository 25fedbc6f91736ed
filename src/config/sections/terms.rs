//! `[terms]`

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Text, WebUrl};

/// The longest name or version, in bytes.
const LONGEST: usize = 64;

/// The section `terms`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// What people agree to when they make an account, and again when a version changes: tables `[[terms.documents]]` with `name`,
    /// `version` and `url`; and `kind` (`agree`, or `read` for what people only take note of), `label`, and `languages` (a table of
    /// `label` and `url` for a language) where they differ. In the environment a JSON array. Nobody is asked while there are none.
    pub documents: Vec<TermsDocument>,
}

/// A document that people agree to, or take note of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline, title = "a table with name, version and url")]
pub struct TermsDocument {
    /// What it is called in the store; never shown where there is a label.
    pub name: String,
    /// Its version. Another one is asked for again.
    pub version: String,
    /// Where it can be read.
    pub url: WebUrl,
    /// Whether people agree to it or take note of it.
    #[serde(default)]
    pub kind: TermsKind,
    /// What it is called on pages. `terms` and `privacy` have names in every language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Label and place in other languages.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub languages: BTreeMap<String, TermsTranslation>,
}

/// What a document is called, and where it stands, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(inline)]
pub struct TermsTranslation {
    /// What it is called on pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
}

/// What people do with a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum TermsKind {
    /// They agree to it.
    #[default]
    Agree,
    /// They have read it.
    Read,
}

impl TermsDocument {
    /// What it is called in a language, if the operator named it.
    pub fn label(&self, language: &str) -> Option<&str> {
        let translated = self.languages.get(language).and_then(|translation| translation.label.as_ref());
        translated.or(self.label.as_ref()).map(Text::as_str)
    }

    /// Where it can be read in a language.
    pub fn url(&self, language: &str) -> &WebUrl {
        self.languages.get(language).and_then(|translation| translation.url.as_ref()).unwrap_or(&self.url)
    }
}

impl Terms {
    /// Whether people agree to anything here.
    pub const fn is_on(&self) -> bool {
        !self.documents.is_empty()
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        let key = "terms.documents";
        let mut names = BTreeSet::new();
        for document in &self.documents {
            let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
            if document.name.is_empty() || document.name.len() > LONGEST || !document.name.bytes().all(is_name) {
                let problem = format!("{:?} is not a name of a document", document.name);
                faults.add(config.fault(key, problem, format!("write at most {LONGEST} of a-z, 0-9, - and _")));
            }
            let version = document.version.trim();
            if version.is_empty() || version.len() > LONGEST || version.chars().any(char::is_control) {
                let problem = format!("the version of {} is empty or too long", document.name);
                faults.add(config.fault(key, problem, format!("write a date or a number of at most {LONGEST} characters")));
            }
            if !names.insert(document.name.as_str()) {
                faults.add(config.fault(key, format!("{} is there twice", document.name), "keep one, in its newest version"));
            }
        }
    }
}
