//! Reading one declaration.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use unic_langid::LanguageIdentifier;

use super::{FieldProblem, reserved};
use crate::model::additional_fields::{AdditionalField, FieldKind, MAXIMUM_FIELD_NAME_LENGTH, Release, ShownOn, Wording};
use crate::model::scope::{OFFLINE_ACCESS, Scopes};

/// The most fields that can be declared.
const MOST: usize = 64;
/// The most choices of one.
const MOST_CHOICES: usize = 200;
/// How long a text may be where nothing else is said, and the longest that can be said.
const USUAL_LENGTH: u32 = 255;
const GREATEST_LENGTH: u32 = 16_384;
const TYPES: &str = "string, number, boolean, date, json, string[], number[] or a list of texts to choose from";

/// Whose fields are declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    User,
    Session,
}

impl Subject {
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::User => &[
                "type",
                "required",
                "default",
                "input",
                "returned",
                "unique",
                "maximum_length",
                "label",
                "hint",
                "shown_on",
                "claim",
                "scope",
            ],
            Self::Session => &["type", "required", "default", "input", "returned", "maximum_length"],
        }
    }
}

/// The JSON Schema of a declaration, for editors.
pub(super) fn declaration_schema(subject: Subject) -> Value {
    let wording = json!({ "type": ["string", "object"], "additionalProperties": { "type": "string" } });
    let mut keys = json!({
        "type": { "description": TYPES, "type": ["string", "array"] },
        "required": { "description": "Whether everybody must have a value.", "type": "boolean" },
        "default": { "description": "What somebody has who has no value of their own." },
        "input": { "description": "Whether it can be set from outside; else only the operator sets it.", "type": "boolean" },
        "returned": { "description": "Whether answers show it.", "type": "boolean" },
        "unique": { "description": "Whether no two people may have the same value.", "type": "boolean" },
        "maximum_length": { "description": "The most characters.", "type": "integer", "minimum": 1, "maximum": GREATEST_LENGTH },
        "label": wording,
        "hint": wording,
        "shown_on": { "description": "Which pages ask for it.", "enum": ["sign_up", "profile", "none"] },
        "claim": { "description": "The claim by which apps are told.", "type": "string" },
        "scope": { "description": "The scope that an app needs for that.", "type": "string" },
    });
    if let Some(keys) = keys.as_object_mut() {
        keys.retain(|key, _| subject.keys().contains(&key.as_str()));
    }
    json!({ "type": "object", "properties": keys, "required": ["type"], "additionalProperties": false })
}

/// Reads every declaration, and tells everything that is wrong.
pub(super) fn read_all(written: &Map<String, Value>, subject: Subject) -> (Vec<AdditionalField>, Vec<FieldProblem>) {
    let mut fields: Vec<AdditionalField> = Vec::new();
    let mut problems = Vec::new();
    for (name, declaration) in written {
        let mut reader = Reader { name, subject, keys: declaration.as_object(), problems: &mut problems };
        reader.name(&fields);
        if let Some(field) = reader.field() {
            fields.push(field);
        }
    }
    for field in fields.iter().skip(MOST) {
        let remedy = format!("declare at most {MOST}");
        problems.push(FieldProblem { place: field.name.clone(), problem: "there are too many fields".to_owned(), remedy });
    }
    let claims: Vec<(&str, &str)> = fields
        .iter()
        .filter_map(|field| field.release.as_ref().map(|release| (field.name.as_str(), release.claim.as_str())))
        .collect();
    for (at, (name, claim)) in claims.iter().enumerate() {
        if claims.iter().take(at).any(|(_, other)| other == claim) {
            let problem = format!("{claim:?} is another field's claim too");
            problems.push(FieldProblem { place: format!("{name}.claim"), problem, remedy: "name another".to_owned() });
        }
    }
    (fields, problems)
}

struct Reader<'a> {
    name: &'a str,
    subject: Subject,
    keys: Option<&'a Map<String, Value>>,
    problems: &'a mut Vec<FieldProblem>,
}

impl Reader<'_> {
    fn fault(&mut self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        let place = if key.is_empty() { self.name.to_owned() } else { format!("{}.{key}", self.name) };
        self.problems.push(FieldProblem { place, problem: problem.into(), remedy: remedy.into() });
    }

    fn name(&mut self, before: &[AdditionalField]) {
        let begins_well = self.name.starts_with(|first: char| first.is_ascii_alphabetic());
        let fits = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let is_reserved = match self.subject {
            Subject::User => reserved::is_of_users(self.name),
            Subject::Session => reserved::is_of_sessions(self.name),
        };
        if !begins_well || !self.name.chars().all(fits) || self.name.len() > MAXIMUM_FIELD_NAME_LENGTH {
            let remedy = format!("begin with a letter, and write at most {MAXIMUM_FIELD_NAME_LENGTH} letters, digits and _");
            self.fault("", "it is not a name of a field", remedy);
        } else if is_reserved {
            self.fault("", "the name means something else already", "name it otherwise");
        } else if let Some(other) = before.iter().find(|field| reserved::are_alike(&field.name, self.name)) {
            self.fault("", format!("it is too much like {}", other.name), "name one of the two otherwise");
        }
    }

    fn key(&self, key: &str) -> Option<&Value> {
        self.keys.and_then(|keys| keys.get(key))
    }

    fn flag(&mut self, key: &str, otherwise: bool) -> bool {
        match self.key(key) {
            None => otherwise,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => {
                self.fault(key, "it is neither true nor false", "write true or false");
                otherwise
            }
        }
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.key(key)?.clone() {
            Value::String(text) if is_line(&text) => Some(text),
            _ => {
                self.fault(key, "it is not a text of one line", "write one");
                None
            }
        }
    }

    fn field(&mut self) -> Option<AdditionalField> {
        let Some(keys) = self.keys else {
            self.fault("", "it is no table", format!("declare its type: {TYPES}"));
            return None;
        };
        for unknown in keys.keys().filter(|key| !self.subject.keys().contains(&key.as_str())).cloned().collect::<Vec<_>>() {
            self.fault(&unknown, "there is no such key", format!("the keys are {}", self.subject.keys().join(", ")));
        }
        let kind = self.kind();
        let maximum_length = self.maximum_length();
        let required = self.flag("required", false);
        let input = self.flag("input", true);
        let returned = self.flag("returned", true);
        let unique = self.flag("unique", false);
        let (label, hint) = (self.wording("label"), self.wording("hint"));
        let shown_on = self.shown_on();
        let release = self.release(input);
        let kind = kind?;
        let default = self.default(&kind, maximum_length);
        let asked = required && default.is_none();
        if asked && !input {
            self.fault("required", "nobody may set it, and there is no default", "give a default, or let it be missing");
        }
        if asked && self.subject == Subject::Session {
            self.fault("required", "sessions begin without a value", "give a default, or let it be missing");
        }
        if asked && kind == FieldKind::Json {
            self.fault("required", "no page can ask for JSON", "give a default, or let it be missing");
        }
        if unique && (default.is_some() || !matches!(kind, FieldKind::Text | FieldKind::Number | FieldKind::Date)) {
            self.fault("unique", "only a string, number or date without default can be unique", "write unique = false");
        }
        let askable = input && kind != FieldKind::Json;
        if !askable && shown_on.is_some_and(|shown_on| shown_on != ShownOn::Nowhere) {
            self.fault("shown_on", "no page can ask for it", "write \"none\"");
        }
        let usual = match (askable, asked) {
            (false, _) => ShownOn::Nowhere,
            (true, true) => ShownOn::SignUp,
            (true, false) => ShownOn::Profile,
        };
        Some(AdditionalField {
            name: self.name.to_owned(),
            kind,
            required,
            default,
            input,
            returned,
            unique,
            maximum_length,
            label: label.unwrap_or_else(|| Wording::plain(self.name)),
            hint: hint.unwrap_or_default(),
            shown_on: shown_on.unwrap_or(usual),
            release,
        })
    }

    fn kind(&mut self) -> Option<FieldKind> {
        let kind = match self.key("type") {
            Some(Value::String(name)) => match name.as_str() {
                "string" => Some(FieldKind::Text),
                "number" => Some(FieldKind::Number),
                "boolean" => Some(FieldKind::Boolean),
                "date" => Some(FieldKind::Date),
                "json" => Some(FieldKind::Json),
                "string[]" => Some(FieldKind::Texts),
                "number[]" => Some(FieldKind::Numbers),
                _ => None,
            },
            Some(Value::Array(choices)) => {
                let texts: Vec<String> = choices.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                let differ =
                    texts.iter().enumerate().all(|(at, text)| is_line(text) && !texts.iter().take(at).any(|other| other == text));
                (texts.len() == choices.len() && !texts.is_empty() && texts.len() <= MOST_CHOICES && differ)
                    .then_some(FieldKind::Choice(texts))
            }
            _ => None,
        };
        if kind.is_none() {
            self.fault("type", "it is no type of a field", format!("write {TYPES}"));
        }
        kind
    }

    fn maximum_length(&mut self) -> u32 {
        let Some(value) = self.key("maximum_length") else { return USUAL_LENGTH };
        let length = value.as_u64().and_then(|length| u32::try_from(length).ok());
        match length.filter(|length| (1..=GREATEST_LENGTH).contains(length)) {
            Some(length) => length,
            None => {
                self.fault("maximum_length", "it is no such length", format!("write a whole number from 1 to {GREATEST_LENGTH}"));
                USUAL_LENGTH
            }
        }
    }

    fn default(&mut self, kind: &FieldKind, maximum_length: u32) -> Option<Value> {
        let default = self.key("default").filter(|default| !default.is_null())?.clone();
        match kind.judge(&default, maximum_length as usize) {
            Ok(default) => Some(default),
            Err(_) => {
                self.fault("default", "it does not fit the type", "write a value that the field takes");
                None
            }
        }
    }

    fn wording(&mut self, key: &str) -> Option<Wording> {
        let texts: Option<BTreeMap<String, String>> = match self.key(key)? {
            Value::String(text) if is_line(text) => return Some(Wording::plain(text)),
            Value::Object(texts) => texts
                .iter()
                .map(|(tag, text)| {
                    let text = text.as_str().filter(|text| is_line(text))?;
                    tag.parse::<LanguageIdentifier>().ok().map(|tag| (tag.to_string(), text.to_owned()))
                })
                .collect(),
            _ => None,
        };
        let texts = texts.filter(|texts| !texts.is_empty());
        if texts.is_none() {
            self.fault(
                key,
                "it is neither a text nor texts by language",
                "write \"Company\" or { en = \"Company\", de = \"Firma\" }",
            );
        }
        texts.map(Wording::by_language)
    }

    fn shown_on(&mut self) -> Option<ShownOn> {
        let shown_on = match self.key("shown_on")?.as_str() {
            Some("sign_up") => Some(ShownOn::SignUp),
            Some("profile") => Some(ShownOn::Profile),
            Some("none") => Some(ShownOn::Nowhere),
            _ => None,
        };
        if shown_on.is_none() {
            self.fault("shown_on", "it is no such page", "write \"sign_up\", \"profile\" or \"none\"");
        }
        shown_on
    }

    fn release(&mut self, input: bool) -> Option<Release> {
        let (claim, scope) = (self.text("claim"), self.text("scope"));
        match (&claim, &scope) {
            (Some(_), None) if self.key("scope").is_none() => {
                self.fault("claim", "no scope says which apps are told", "name its scope");
            }
            (None, Some(_)) if self.key("claim").is_none() => {
                self.fault("scope", "there is no claim to be told", "name the claim")
            }
            _ => {}
        }
        if let Some(claim) = &claim {
            if reserved::is_claim(claim) || claim.len() > MAXIMUM_FIELD_NAME_LENGTH || claim.contains(char::is_whitespace) {
                self.fault("claim", format!("{claim:?} means something else already, or is no name"), "name another claim");
            } else if input && reserved::is_claim_of_authority(claim) {
                let problem = format!("apps decide by {claim:?} what somebody may do, and people may set the field themselves");
                self.fault("claim", problem, "write input = false, or name another claim");
            }
        }
        if let Some(scope) = &scope {
            let one = Scopes::parse(scope).is_ok_and(|scopes| scopes.iter().count() == 1);
            if !one || scope == OFFLINE_ACCESS {
                self.fault("scope", format!("{scope:?} is no scope for that"), "name one scope, such as profile");
            }
        }
        claim.zip(scope).map(|(claim, scope)| Release { claim, scope })
    }
}

/// A text of one line that is not empty.
fn is_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}
