//! Where sign-ins came from, by a file of the operator's.

use vestibule::locale::{Locale, Locales, Places};
use vestibule::store::known_devices;

use super::{EMAIL, PASSWORD, ada, signed_in};
use crate::support::app::TestApp;
use crate::support::places;

/// An app that has such a file; the folder must outlive its start.
async fn with_places(values: &[(&str, &str)]) -> TestApp {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("places.mmdb");
    places::write(&file);
    let file = file.to_str().unwrap().to_owned();
    let values: Vec<_> = values.iter().copied().chain([("places.database", file.as_str())]).collect();
    TestApp::with(&values).await
}

fn plain(text: &str) -> String {
    text.chars().filter(|character| !matches!(character, '\u{2066}'..='\u{2069}')).collect()
}

#[test]
fn a_place_is_told_in_the_language_of_whoever_looks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("places.mmdb");
    places::write(&file);
    let places = Places::read(&file).unwrap();
    let german = Locales::new("en", false).find("de").unwrap();
    let told = |address: &str, locale: Locale| plain(&places.describe(address, locale.texts()).unwrap());
    let english = Locale::english();
    for (address, in_english, in_german) in [
        ("203.0.113.7", "Cologne, Germany", "Köln, Deutschland"),
        ("::ffff:203.0.113.7", "Cologne, Germany", "Köln, Deutschland"),
        ("198.51.100.9", "France", "Frankreich"),
        ("2001:db8::1", "London, United Kingdom", "London, United Kingdom"),
        ("192.0.2.1", "Unknown place", "Unbekannter Ort"),
        ("fe80::1", "Unknown place", "Unbekannter Ort"),
        ("", "Unknown place", "Unbekannter Ort"),
        ("nowhere", "Unknown place", "Unbekannter Ort"),
    ] {
        assert_eq!((told(address, english), told(address, german)), (in_english.to_owned(), in_german.to_owned()), "{address}");
    }
    assert_eq!(Places::default().describe("203.0.113.7", english.texts()), None);
}

#[test]
fn a_file_that_is_none_is_told_at_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("places.mmdb");
    places::write(&file);
    let whole = std::fs::read(&file).unwrap();
    for broken in [b"".as_slice(), b"hello", &whole[..whole.len() / 2]] {
        std::fs::write(&file, broken).unwrap();
        assert!(Places::read(&file).is_err(), "{} bytes", broken.len());
    }
    // Whatever is in it, a page is still shown.
    let mut odd = whole;
    for position in (0..odd.len()).step_by(97) {
        odd[position] ^= 0xff;
        std::fs::write(&file, &odd).unwrap();
        if let Ok(places) = Places::read(&file) {
            places.describe("203.0.113.7", Locale::english().texts());
        }
    }
}

#[tokio::test]
async fn sessions_and_activity_tell_the_place_the_device_and_the_method() {
    let test = with_places(&[]).await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/sessions").await;
    assert!(plain(&page.body).contains("Cologne, Germany"), "{}", page.body);
    assert!(page.body.contains("Password"));
    test.browser().sign_in(EMAIL, "a wrong password").await;
    let page = browser.get("/account/activity").await;
    let body = plain(&page.body);
    let (refused, rest) = body.split_once("Signed in").unwrap();
    assert!(
        refused.contains("Sign-in refused") && refused.contains("Chrome on Linux") && refused.contains("Password"),
        "{refused}"
    );
    assert!(rest.contains("Firefox on Linux") && rest.contains("Cologne, Germany") && rest.contains("203.0.113.7"), "{rest}");
    let german = plain(&browser.get("/account/activity?ui_locales=de").await.body);
    assert!(german.contains("Köln, Deutschland") && german.contains("Firefox unter Linux"));
    let data = browser.get("/account/data").await.json();
    assert_eq!(data["activity"][1]["device"], "Firefox/Linux");
}

#[tokio::test]
async fn without_a_file_only_the_address_is_told() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let page = browser.get("/account/sessions").await;
    assert!(page.body.contains("203.0.113.7") && !page.body.contains("Unknown place"));
}

#[tokio::test]
async fn a_mail_about_a_new_device_and_its_page_tell_the_place() {
    let test = with_places(&[("accounts.new_device_mails", "true")]).await;
    let (_, _, user) = ada(&test).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    known_devices::forget_since(&mut unit, &user.id, vestibule::clock::Timestamp::from_millis(0)).await.unwrap();
    let known = (test.app.clock.now(), test.app.clock.now() + std::time::Duration::from_secs(60));
    known_devices::see(&mut unit, &user.id, &[7; 32], known).await.unwrap();
    unit.commit().await.unwrap();
    signed_in(&test, &user).await;
    let mails = test.mails().await;
    let mail = mails.iter().find(|mail| mail.mail.subject.contains("new device")).unwrap();
    assert!(plain(&mail.mail.text).contains("Place: Cologne, Germany"), "{}", mail.mail.text);
    assert!(plain(&mail.mail.html).contains("Place: Cologne, Germany"));
    let start = mail.mail.text.find("/confirm-link").unwrap();
    let link = mail.mail.text[start..].split_whitespace().next().unwrap();
    let page = test.browser().get(link).await;
    let body = plain(&page.body);
    assert!(
        body.contains("id=\"told-device\"") && body.contains("Cologne, Germany") && body.contains("Firefox on Linux"),
        "{body}"
    );
    assert!(!page.body.contains(PASSWORD));
}
