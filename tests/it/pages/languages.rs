//! Which language a request gets, and how values stand in sentences.

use vestibule::locale::{Around, Direction, Locale, Locales, Texts, Wishes};
use vestibule::web::chrome::language_menu;

fn chosen(ui_locales: Option<&str>, saved: Option<&str>, accept_language: Option<&str>) -> &'static str {
    Locales::new("en", false).negotiate(Wishes { ui_locales, saved, accept_language }).tag()
}

#[test]
fn the_request_weighs_more_than_the_cookie_and_that_more_than_the_browser() {
    assert_eq!(chosen(Some("de en"), Some("en"), Some("en")), "de");
    assert_eq!(chosen(Some("xx sw"), Some("de"), Some("en")), "de");
    assert_eq!(chosen(None, None, Some("sw, de-CH;q=0.9, fr;q=0.8")), "de");
    assert_eq!(chosen(None, None, Some("en;q=0.2, de;q=0.7")), "de");
    assert_eq!(chosen(None, None, Some("de;q=0, *;q=0.1")), "en");
    assert_eq!(chosen(None, None, None), "en");
}

#[test]
fn a_region_gets_its_language_and_the_default_stands_for_the_rest() {
    let locales = Locales::new("de", false);
    assert_eq!(locales.find("DE-at").map(Locale::tag), Some("de"));
    assert_eq!(locales.find("sw"), None);
    assert_eq!(locales.negotiate(Wishes { ui_locales: Some("sw"), ..Wishes::default() }).tag(), "de");
    assert_eq!(locales.negotiate(Wishes { accept_language: Some(";;q=,,=;q=x"), ..Wishes::default() }).tag(), "de");
}

#[test]
fn every_language_is_found_by_the_tags_that_browsers_send() {
    let locales = Locales::new("en", false);
    let found = |tag: &str| locales.find(tag).map(Locale::tag);
    for (wish, expected) in [
        ("ar-EG", "ar"),
        ("he-IL", "he"),
        ("iw", "he"),
        ("IW-il", "he"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("it-CH", "it"),
        ("nl-BE", "nl"),
        ("pl-PL", "pl"),
        ("ja-JP", "ja"),
        ("pt-br", "pt-BR"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh-hans-hk", "zh-Hans"),
    ] {
        assert_eq!(found(wish), Some(expected), "{wish}");
    }
}

/// Simplified characters are not what somebody asked for who reads Traditional ones: the next wish counts, and a plain `zh` that
/// browsers add after `zh-TW` is not another wish.
#[test]
fn who_reads_traditional_chinese_is_not_given_simplified() {
    let locales = Locales::new("en", false);
    for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-hant-tw"] {
        assert_eq!(locales.find(tag), None, "{tag}");
    }
    assert_eq!(chosen(None, None, Some("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7")), "en");
    assert_eq!(chosen(None, None, Some("zh-TW,zh;q=0.9,ja;q=0.8")), "ja");
    assert_eq!(chosen(Some("zh-Hant zh"), None, Some("fr")), "fr");
    assert_eq!(chosen(None, None, Some("zh-TW,zh-CN;q=0.9,en;q=0.8")), "zh-Hans", "whoever names it reads it");
    assert_eq!(chosen(None, None, Some("zh-CN,zh;q=0.9,en;q=0.8")), "zh-Hans");
}

#[test]
fn every_language_names_itself_and_its_direction() {
    let named: Vec<(&str, &str, &str)> =
        Locale::all().into_iter().map(|locale| (locale.tag(), locale.endonym(), locale.direction().as_str())).collect();
    let expected = [
        ("en", "English", "ltr"),
        ("ar", "العربية", "rtl"),
        ("de", "Deutsch", "ltr"),
        ("es", "Español", "ltr"),
        ("fr", "Français", "ltr"),
        ("he", "עברית", "rtl"),
        ("it", "Italiano", "ltr"),
        ("ja", "日本語", "ltr"),
        ("nl", "Nederlands", "ltr"),
        ("pl", "Polski", "ltr"),
        ("pt-BR", "Português (Brasil)", "ltr"),
        ("zh-Hans", "简体中文", "ltr"),
    ];
    assert_eq!(named, expected);
}

#[test]
fn the_pseudo_locale_is_there_only_when_enabled_and_is_written_from_the_right() {
    assert_eq!(chosen(Some("qps-plocm"), None, None), "en");
    let pseudo = Locales::new("en", true).find("qps-plocm").unwrap();
    assert_eq!(pseudo.direction(), Direction::RightToLeft);
    assert_ne!(Texts::new(pseudo).get("sign-in-title"), "Sign in");
}

#[test]
fn a_value_is_isolated_only_where_directions_meet_and_cannot_turn_the_sentence() {
    let english = Texts::new(Locale::english());
    assert_eq!(english.with("consent-title", &[("app", "Fieldnotes")]), "Fieldnotes wants to access your account");
    assert_eq!(english.with("consent-title", &[("app", "שדה")]), "\u{2068}שדה\u{2069} wants to access your account");
    assert_eq!(english.with("consent-title", &[("app", "Bank\u{202E}")]), "Bank wants to access your account");
    assert!(Texts::new(Locale::pseudo()).with("consent-title", &[("app", "Bank")]).contains("\u{2068}Bank\u{2069}"));
}

#[test]
fn a_sentence_is_cut_around_its_value() {
    let texts = Texts::new(Locale::english());
    let expected = Around { before: "to continue to ".to_owned(), after: String::new() };
    assert_eq!(texts.around("to-continue-to", "app"), expected);
    assert_eq!(texts.count("password-hint", 1), "At least 1 character.");
}

#[test]
fn the_menu_keeps_the_address() {
    let locales = Locales::new("en", false);
    let menu = language_menu(&locales, Locale::english(), "/sign-in", Some("flow=a%26b&ui_locales=fr"));
    let urls: Vec<&str> = menu.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(urls.len(), Locale::all().len());
    assert_eq!(urls.first(), Some(&"/sign-in?flow=a%26b&ui_locales=en"));
    assert!(urls.contains(&"/sign-in?flow=a%26b&ui_locales=zh-Hans"), "{urls:?}");
    assert!(menu.iter().all(|link| link.current == (link.locale == Locale::english())));
}
