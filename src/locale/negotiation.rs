//! Which language a request gets.

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

    /// The best language for `wishes`.
    pub fn negotiate(&self, wishes: Wishes<'_>) -> Locale {
        let named = wishes.ui_locales.unwrap_or_default().split_ascii_whitespace().chain(wishes.saved);
        let named = named.into_iter().find_map(|tag| self.find(tag));
        named.or_else(|| self.accepted(wishes.accept_language?)).unwrap_or(self.default)
    }

    fn accepted(&self, header: &str) -> Option<Locale> {
        let mut ranges: Vec<(&str, f32)> = header.split(',').filter_map(range).collect();
        ranges.sort_by(|(_, left), (_, right)| right.total_cmp(left));
        ranges.into_iter().find_map(|(tag, _)| if tag == "*" { Some(self.default) } else { self.find(tag) })
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

/// RFC 4647, section 3.4: the tag, then the tag without its last part, and so on; then any language that begins like the first.
fn look_up(offered: &[Locale], tag: &str) -> Option<Locale> {
    let mut wanted = tag;
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
    offered.iter().find(language).copied()
}
