//! Typed reading of the members of a registration request. `null` counts as absent (RFC 7592, section 2.2).

use serde_json::{Map, Value};
use url::{Host, Url};

use crate::oauth::registration::metadata::MetadataError;

/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// The members of a JSON object, read by name. Descriptions of errors name members that are ours, never what was sent.
pub(super) struct Members<'a>(pub(super) &'a Map<String, Value>);

/// What is wrong with a member.
pub(super) fn invalid(name: &str, rule: &str) -> MetadataError {
    MetadataError::ClientMetadata(format!("{name} {rule}"))
}

impl<'a> Members<'a> {
    /// The value of a member that is there.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Result<Option<&'a str>, MetadataError> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(invalid(name, "must be a string")),
        }
    }

    /// A text that people are shown: trimmed, neither empty nor longer than `longest` characters, nothing invisible in it.
    pub(super) fn shown_text(&self, name: &str, longest: usize) -> Result<Option<String>, MetadataError> {
        self.text(name)?.map(|text| shown(name, text, longest)).transpose()
    }

    /// A list of texts of at most `most` elements.
    pub(super) fn texts(&self, name: &str, most: usize) -> Result<Option<Vec<&'a str>>, MetadataError> {
        let Some(value) = self.value(name) else { return Ok(None) };
        let texts: Option<Vec<&str>> = value.as_array().and_then(|values| values.iter().map(Value::as_str).collect());
        match texts {
            Some(texts) if texts.len() <= most => Ok(Some(texts)),
            Some(_) => Err(invalid(name, &format!("has more than {most} elements"))),
            None => Err(invalid(name, "must be an array of strings")),
        }
    }

    /// A list of texts that people are shown.
    pub(super) fn shown_texts(&self, name: &str, most: usize, longest: usize) -> Result<Vec<String>, MetadataError> {
        let texts = self.texts(name, most)?.unwrap_or_default();
        texts.into_iter().map(|text| shown(name, text, longest)).collect()
    }

    /// A boolean; absent is false.
    pub(super) fn flag(&self, name: &str) -> Result<bool, MetadataError> {
        match self.value(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(invalid(name, "must be true or false")),
        }
    }

    /// A number of seconds.
    pub(super) fn seconds(&self, name: &str) -> Result<Option<u64>, MetadataError> {
        let seconds = |value: &Value| value.as_u64().filter(|seconds| u32::try_from(*seconds).is_ok());
        self.value(name).map(|value| seconds(value).ok_or_else(|| invalid(name, "must be a whole number of seconds"))).transpose()
    }

    /// The address of a page: https, or http on this device.
    pub(super) fn address(&self, name: &str) -> Result<Option<String>, MetadataError> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        if text.len() <= LONGEST_ADDRESS && is_address(text) {
            Ok(Some(text.to_owned()))
        } else {
            Err(invalid(name, "must be an https address (http only for 127.0.0.1, [::1] and localhost)"))
        }
    }
}

fn is_address(text: &str) -> bool {
    // The parser drops tabs, newlines and surrounding spaces and takes backslashes for slashes; none of them may be stored.
    if !text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\<>".contains(&byte)) {
        return false;
    }
    let Ok(url) = Url::parse(text) else { return false };
    let ours = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    let proven = url.username().is_empty() && url.password().is_none();
    proven && (url.scheme() == "https" || (url.scheme() == "http" && ours))
}

fn shown(name: &str, text: &str, longest: usize) -> Result<String, MetadataError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > longest {
        return Err(invalid(name, &format!("must have from 1 to {longest} characters")));
    }
    if text.chars().any(is_invisible) {
        return Err(invalid(name, "must not have control, zero-width or direction characters"));
    }
    Ok(text.to_owned())
}

/// Characters that let a text look like another: controls, zero-width and direction marks, and line separators.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}
