//! What an action answers. Strict: an answer that cannot be read is none.

use serde_json::{Map, Value};

use crate::crypto::strict_json;

/// The longest message that people are shown, in characters.
const LONGEST_MESSAGE: usize = 300;
/// The longest code.
const LONGEST_CODE: usize = 64;
/// What a refusal says that names no code of its own.
const CODE: &str = "REFUSED_BY_ACTION";
/// What a refusal says that has no message of its own.
const MESSAGE: &str = "This is not allowed here.";

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Go on, with these changes.
    Allow(Map<String, Value>),
    /// Do not.
    Refuse {
        /// A stable name for programs.
        code: String,
        /// For the person, in the action's own language.
        message: String,
    },
}

/// Reads an answer, or says what is wrong with it.
pub fn read(body: &[u8]) -> Result<Answer, &'static str> {
    let mut members = strict_json::object(body).map_err(|_| "the answer is no JSON object")?;
    let decision = members.remove("decision");
    let message = optional_text(members.remove("message"), is_message).ok_or("message is no short line of text")?;
    let code = optional_text(members.remove("code"), is_code).ok_or("code is no UPPER_SNAKE_CASE name")?;
    let changes = match members.remove("changes") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(changes)) => changes,
        Some(_) => return Err("changes is no object"),
    };
    if !members.is_empty() {
        return Err("the answer has a member that is unknown");
    }
    match decision.as_ref().and_then(Value::as_str) {
        Some("allow") => Ok(Answer::Allow(changes)),
        Some("refuse") => Ok(Answer::Refuse {
            code: code.unwrap_or_else(|| CODE.to_owned()),
            message: message.unwrap_or_else(|| MESSAGE.to_owned()),
        }),
        _ => Err("decision is neither \"allow\" nor \"refuse\""),
    }
}

/// `Some(None)` where there is none, `None` where it is no sound text.
fn optional_text(value: Option<Value>, is_sound: fn(&str) -> bool) -> Option<Option<String>> {
    match value {
        None | Some(Value::Null) => Some(None),
        Some(Value::String(text)) if is_sound(&text) => Some(Some(text)),
        Some(_) => None,
    }
}

fn is_message(text: &str) -> bool {
    let length = text.chars().count();
    (1..=LONGEST_MESSAGE).contains(&length) && !text.chars().any(char::is_control)
}

fn is_code(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    (1..=LONGEST_CODE).contains(&text.len()) && text.bytes().all(fits)
}
