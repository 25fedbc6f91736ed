//! A text of the operator's own, in one language or in several.

use std::collections::BTreeMap;

/// The language in which a text is that names none.
pub const ANY_LANGUAGE: &str = "";

/// A text by the tags of its languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(BTreeMap<String, String>);

impl Wording {
    /// The same text in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(ANY_LANGUAGE.to_owned(), text.into())]))
    }

    /// A text by its languages.
    pub const fn by_language(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// Every text, by its language.
    pub const fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    /// The text in the language `tag`, in its parent's, in English, or in any; none if there is no text.
    pub fn in_language(&self, tag: &str) -> Option<&str> {
        let parent = tag.split('-').next().unwrap_or(tag);
        let wanted = [tag, parent, "en", ANY_LANGUAGE];
        wanted.iter().find_map(|tag| self.0.get(*tag)).or_else(|| self.0.values().next()).map(String::as_str)
    }
}
