//! The embedded catalogues and the [`Locale`] that names one of them.

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Texts, pseudo};

const ENGLISH: &str = include_str!("../../templates/locales/en.ftl");
/// Every language but English: tag and catalogue.
const TRANSLATIONS: [(&str, &str); 11] = [
    ("ar", include_str!("../../templates/locales/ar.ftl")),
    ("de", include_str!("../../templates/locales/de.ftl")),
    ("es", include_str!("../../templates/locales/es.ftl")),
    ("fr", include_str!("../../templates/locales/fr.ftl")),
    ("he", include_str!("../../templates/locales/he.ftl")),
    ("it", include_str!("../../templates/locales/it.ftl")),
    ("ja", include_str!("../../templates/locales/ja.ftl")),
    ("nl", include_str!("../../templates/locales/nl.ftl")),
    ("pl", include_str!("../../templates/locales/pl.ftl")),
    ("pt-BR", include_str!("../../templates/locales/pt-BR.ftl")),
    ("zh-Hans", include_str!("../../templates/locales/zh-Hans.ftl")),
];
const PSEUDO_TAG: &str = "qps-plocm";

static CATALOGUES: LazyLock<Catalogues> = LazyLock::new(Catalogues::load);

struct Catalogues {
    english: Catalogue,
    translations: Vec<Catalogue>,
    pseudo: Catalogue,
}

impl Catalogues {
    fn load() -> Self {
        let mut pseudo = Catalogue::parse(PSEUDO_TAG, ENGLISH);
        pseudo.bundle.set_transform(Some(pseudo::mirror));
        pseudo.endonym = "Pseudo".to_owned();
        pseudo.direction = Direction::RightToLeft;
        Self {
            english: Catalogue::parse("en", ENGLISH),
            translations: TRANSLATIONS.iter().map(|(tag, source)| Catalogue::parse(tag, source)).collect(),
            pseudo,
        }
    }
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

struct Catalogue {
    tag: &'static str,
    endonym: String,
    direction: Direction,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Faults in a catalogue leave out the message that has them; a test sees that there are none.
    fn parse(tag: &'static str, source: &str) -> Self {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _faults)| resource);
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Values are isolated in `isolation.rs`, only where the direction of writing asks for it.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut catalogue = Self { tag, endonym: String::new(), direction: Direction::LeftToRight, bundle };
        catalogue.endonym = catalogue.format("locale-endonym", None).unwrap_or_else(|| tag.to_owned());
        if catalogue.format("locale-direction", None).as_deref() == Some("rtl") {
            catalogue.direction = Direction::RightToLeft;
        }
        catalogue
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, arguments, &mut faults).into_owned())
    }
}

/// A language that pages and mails can be in.
#[derive(Clone, Copy)]
pub struct Locale(&'static Catalogue);

impl Locale {
    /// The language that every other one falls back to.
    pub fn english() -> Self {
        Self(&CATALOGUES.english)
    }

    /// The pseudo-locale for tests: English with accents, longer, and from right to left.
    pub fn pseudo() -> Self {
        Self(&CATALOGUES.pseudo)
    }

    /// English and every translation, in the order of their tags.
    pub fn all() -> Vec<Self> {
        std::iter::once(Self::english()).chain(CATALOGUES.translations.iter().map(Self)).collect()
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The language's own name for itself.
    pub fn endonym(self) -> &'static str {
        &self.0.endonym
    }

    /// The direction in which it is written.
    pub fn direction(self) -> Direction {
        self.0.direction
    }

    /// The texts in it.
    pub fn texts(self) -> Texts {
        Texts::new(self)
    }

    /// The text of `key` here, else in the parent language, else in English.
    pub(super) fn format(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let parent = self.parent().and_then(|parent| parent.0.format(key, arguments));
        self.0.format(key, arguments).or(parent).or_else(|| CATALOGUES.english.format(key, arguments))
    }

    fn parent(self) -> Option<Self> {
        let (parent, _region) = self.tag().rsplit_once('-')?;
        CATALOGUES.translations.iter().find(|catalogue| catalogue.tag == parent).map(Self)
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Locale {}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}
