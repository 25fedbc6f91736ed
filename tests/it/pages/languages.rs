//! Which language a request gets, and how values stand in sentences.

use vestibule::locale::{Around, Direction, Locale, Locales, Texts, Wishes};
use vestibule::web::chrome::language_menu;

fn chosen(ui_locales: Option<&str>, saved: Option<&str>, accept_language: Option<&str>) -> &'static str {
    Locales::new("en", false).negotiate(Wishes { ui_locales, saved, accept_language }).tag()
}

#[test]
fn the_request_weighs_more_than_the_cookie_and_that_more_than_the_browser() {
    assert_eq!(chosen(Some("de en"), Some("en"), Some("en")), "de");
    assert_eq!(chosen(Some("xx fr"), Some("de"), Some("en")), "de");
    assert_eq!(chosen(None, None, Some("fr, de-CH;q=0.9, en;q=0.8")), "de");
    assert_eq!(chosen(None, None, Some("en;q=0.2, de;q=0.7")), "de");
    assert_eq!(chosen(None, None, Some("de;q=0, *;q=0.1")), "en");
    assert_eq!(chosen(None, None, None), "en");
}

#[test]
fn a_region_gets_its_language_and_the_default_stands_for_the_rest() {
    let locales = Locales::new("de", false);
    assert_eq!(locales.find("DE-at").map(Locale::tag), Some("de"));
    assert_eq!(locales.find("fr"), None);
    assert_eq!(locales.negotiate(Wishes { ui_locales: Some("fr"), ..Wishes::default() }).tag(), "de");
    assert_eq!(locales.negotiate(Wishes { accept_language: Some(";;q=,,=;q=x"), ..Wishes::default() }).tag(), "de");
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
fn the_menu_keeps_the_address_and_is_not_there_for_one_language() {
    let locales = Locales::new("en", false);
    let menu = language_menu(&locales, Locale::english(), "/sign-in", Some("flow=a%26b&ui_locales=fr"));
    let urls: Vec<&str> = menu.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(urls, ["/sign-in?flow=a%26b&ui_locales=en", "/sign-in?flow=a%26b&ui_locales=de"]);
    assert!(menu.iter().all(|link| link.current == (link.locale == Locale::english())));
}
