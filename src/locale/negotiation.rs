//! Which language a request gets.

use std::borrow::Cow;

use super::Locale;

/// What a request says about languages, in falling order of weight.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// `ui_locales`: tags separated by spaces, the most wanted first.
    pub ui_locales: Option<&'a str>,
    /// The tag that the person chose before, from its cookie.
    pub saved: Option<&'a str>,
    /// The header `Accept-Language`.
    pub accept_language: Option<&'a str>,
}

/// The languages that this installation offers.
#[derive(Clone, Debug)]
pub struct Locales {
    offered: Vec<Locale>,
    default: Locale,
}

impl Locales {
    /// Every translation, and the pseudo-locale if `pseudo`. `default` is the tag for those who ask for nothing that is there.
    pub fn new(default: &str, pseudo: bool) -> Self {
        let mut offered = Locale::all();
        if pseudo {
            offered.push(Locale::pseudo());
        }
        let default = look_up(&offered, default).unwrap_or_else(Locale::english);
        Self { offered, default }
    }

    /// The languages, English first.
    pub fn offered(&self) -> &[Locale] {
        &self.offered
    }

    /// The language for those who ask for nothing that is there.
    pub fn default_locale(&self) -> Locale {
        self.default
    }

    /// The language with this tag, or the nearest parent of it.
    pub fn find(&self, tag: &str) -> Option<Locale> {
        look_up(&self.offered, tag)
    }

    /// The first language of `ui_locales` that is offered.
    pub fn named(&self, ui_locales: &str) -> Option<Locale> {
        self.first(ui_locales.split_ascii_whitespace())
    }

    /// The best language for `wishes`.
    pub fn negotiate(&self, wishes: Wishes<'_>) -> Locale {
        let named = wishes.ui_locales.and_then(|tags| self.named(tags)).or_else(|| self.find(wishes.saved?));
        named.or_else(|| self.accepted(wishes.accept_language?)).unwrap_or(self.default)
    }

    fn accepted(&self, header: &str) -> Option<Locale> {
        let mut ranges: Vec<(&str, f32)> = header.split(',').filter_map(range).collect();
        ranges.sort_by(|(_, left), (_, right)| right.total_cmp(left));
        self.first(ranges.into_iter().map(|(tag, _)| tag))
    }

    /// The first of `tags` that is offered. A browser that is set to Taiwan also asks for plain `zh`, and means the Chinese that
    /// it has named before.
    fn first<'a>(&self, tags: impl Iterator<Item = &'a str>) -> Option<Locale> {
        let mut traditional = false;
        for tag in tags {
            traditional |= is_traditional_chinese(tag);
            if tag == "*" {
                return Some(self.default);
            }
            if let Some(locale) = self.find(tag).filter(|_| !(traditional && tag.eq_ignore_ascii_case("zh"))) {
                return Some(locale);
            }
        }
        None
    }
}

/// One element of `Accept-Language` (RFC 9110, section 12.5.4); nothing when its weight is zero or unreadable.
fn range(element: &str) -> Option<(&str, f32)> {
    let (tag, parameters) = element.split_once(';').unwrap_or((element, ""));
    let weight = match parameters.trim().strip_prefix("q=") {
        Some(weight) => weight.trim().parse::<f32>().ok()?,
        None => 1.0,
    };
    (weight > 0.0 && !tag.trim().is_empty()).then(|| (tag.trim(), weight))
}

/// RFC 4647, section 3.4: the tag, then the tag without its last part, and so on; then any language that begins like the first and
/// is written in the same Chinese characters, for somebody who reads the one kind need not read the other.
fn look_up(offered: &[Locale], tag: &str) -> Option<Locale> {
    let tag = current_name(tag);
    let mut wanted: &str = &tag;
    loop {
        if let Some(found) = offered.iter().find(|locale| locale.tag().eq_ignore_ascii_case(wanted)) {
            return Some(*found);
        }
        let Some((parent, _)) = wanted.rsplit_once('-') else {
            break;
        };
        wanted = parent;
    }
    let language = |locale: &&Locale| locale.tag().split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(wanted));
    let script = |locale: &&Locale| is_traditional_chinese(locale.tag()) == is_traditional_chinese(&tag);
    offered.iter().filter(language).find(script).copied()
}

/// The tag, with the language's name of today (the registry of RFC 5646): Java and old Android still say `iw` for Hebrew.
fn current_name(tag: &str) -> Cow<'_, str> {
    match tag.split_once('-') {
        Some((first, rest)) if first.eq_ignore_ascii_case("iw") => format!("he-{rest}").into(),
        None if tag.eq_ignore_ascii_case("iw") => "he".into(),
        _ => tag.into(),
    }
}

/// Whether a tag means Chinese in Traditional characters: it says so, or names a place where they are written (CLDR's likely
/// subtags) and does not say otherwise.
fn is_traditional_chinese(tag: &str) -> bool {
    let mut parts = tag.split('-');
    if !parts.next().is_some_and(|language| language.eq_ignore_ascii_case("zh")) {
        return false;
    }
    let parts: Vec<String> = parts.map(str::to_ascii_lowercase).collect();
    let says = |part: &str| parts.iter().any(|own| own == part);
    says("hant") || (["tw", "hk", "mo"].into_iter().any(says) && !says("hans"))
}
