//! Every mail in every language.

use vestibule::clock::Timestamp;
use vestibule::config::Color;
use vestibule::locale::{Locale, Texts};
use vestibule::model::email_code::EmailCodeUse;
use vestibule::outbound::messages::{
    ChangeEmailConfirm, ChangeEmailVerify, DeleteAccount, EmailChanged, EmailCode, ExistingAccount, Invitation, Letterhead,
    MagicLink, NewDevice, NotMe, PasskeyChanged, PasswordChanged, PhoneNumberChanged, RenderedMessage, ResetPassword,
    SecondFactorCode, SignUpLink, TestMessage, TooManyTries, TwoFactorChanged, VerifyEmail,
};

use super::markup;

/// Too light for white text as it is.
const BRAND: Color = Color::new(0x2f, 0xb3, 0x7a);
const LINK: &str = "https://id.northwind.example/verify-email?token=abc&flow=x";

/// Every mail to somebody of this name.
pub fn mails(locale: Locale, name: &str) -> Vec<(&'static str, RenderedMessage)> {
    let letterhead = Letterhead { texts: Texts::new(locale), brand: "Northwind".to_owned(), color: BRAND, name: name.to_owned() };
    let head = || letterhead.clone();
    let (url, new_email, at, minutes) =
        (LINK.to_owned(), "ada@lovelace.example".to_owned(), Timestamp::from_seconds(1_795_286_520), 60);
    let not_me = |days| NotMe { url: LINK.to_owned(), days };
    let verify = VerifyEmail { letterhead: head(), url: url.clone(), minutes: 1440 };
    let reset = ResetPassword { letterhead: head(), url: url.clone(), minutes };
    let confirm = ChangeEmailConfirm { letterhead: head(), new_email: new_email.clone(), url: url.clone(), minutes };
    let change = ChangeEmailVerify { letterhead: head(), new_email: new_email.clone(), url: url.clone(), minutes };
    let moved = EmailChanged { letterhead: head(), new_email, not_me: not_me(7) };
    let delete = DeleteAccount { letterhead: head(), url: url.clone(), minutes };
    let sign_in = MagicLink { letterhead: head(), url: url.clone(), minutes: 5 };
    let invitation = Invitation { letterhead: head(), url: url.clone(), minutes: 2880 };
    let sign_up = SignUpLink { letterhead: head(), url: url.clone(), minutes: 1440 };
    let code = |code_use| EmailCode { letterhead: head(), code_use, code: "481 920".to_owned(), minutes: 5 }.render().unwrap();
    let existing = ExistingAccount { letterhead: head(), sign_in_url: url.clone(), reset_url: url.clone() };
    let second_factor = SecondFactorCode { letterhead: head(), code: "481920".to_owned(), minutes: 3 };
    let on = TwoFactorChanged { letterhead: head(), at, is_on: true, not_me: not_me(1) };
    let off = TwoFactorChanged { is_on: false, ..on.clone() };
    let added = PasskeyChanged { letterhead: head(), at, added: true, not_me: not_me(7) };
    let removed = PasskeyChanged { added: false, ..added.clone() };
    let changed = PasswordChanged { letterhead: head(), at, not_me: not_me(7) };
    let device = |user_agent: &str| NewDevice {
        letterhead: head(),
        at,
        user_agent: user_agent.to_owned(),
        ip_address: "203.0.113.7".to_owned(),
        place: user_agent.starts_with("Mozilla").then(|| "Köln, Germany".to_owned()),
        not_me: not_me(7),
    };
    let number_set = PhoneNumberChanged { letterhead: head(), at, has_one: true, not_me: not_me(7) };
    let number_removed = PhoneNumberChanged { has_one: false, ..number_set.clone() };
    let tries = TooManyTries { letterhead: head(), until: at, reset_url: url.clone() };
    let test = TestMessage { letterhead: head(), at };
    vec![
        ("verify_email", verify.render().unwrap()),
        ("invitation", invitation.render().unwrap()),
        ("sign_up_link", sign_up.render().unwrap()),
        ("reset_password", reset.render().unwrap()),
        ("change_email_confirm", confirm.render().unwrap()),
        ("change_email_verify", change.render().unwrap()),
        ("email_changed", moved.render().unwrap()),
        ("delete_account", delete.render().unwrap()),
        ("magic_link", sign_in.render().unwrap()),
        ("email_code to sign in", code(EmailCodeUse::SignIn)),
        ("email_code to prove an address", code(EmailCodeUse::VerifyEmail)),
        ("email_code to reset", code(EmailCodeUse::ResetPassword)),
        ("email_code to change", code(EmailCodeUse::ChangeEmail)),
        ("too_many_tries", tries.render().unwrap()),
        ("existing_account", existing.render().unwrap()),
        ("password_changed", changed.render().unwrap()),
        ("new_device", device("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0").render().unwrap()),
        ("new_device of a program", device("curl/8").render().unwrap()),
        ("new_device unknown", device("").render().unwrap()),
        ("second_factor_code", second_factor.render().unwrap()),
        ("two_factor_on", on.render().unwrap()),
        ("two_factor_off", off.render().unwrap()),
        ("passkey_added", added.render().unwrap()),
        ("passkey_removed", removed.render().unwrap()),
        ("phone_number_set", number_set.render().unwrap()),
        ("phone_number_removed", number_removed.render().unwrap()),
        ("test_message", test.render().unwrap()),
    ]
}

#[test]
fn every_mail_is_complete_in_every_language() {
    let mut locales = Locale::all();
    locales.push(Locale::pseudo());
    for locale in locales {
        for (name, mail) in mails(locale, "Ada Lovelace") {
            assert!(!mail.subject.is_empty() && !mail.subject.contains('\n'), "{name} {locale:?}");
            assert!(mail.subject.chars().count() < 120, "{name} {locale:?}: {}", mail.subject);
            let all = format!("{}{}{}", mail.subject, mail.text, mail.html);
            assert!(!all.contains('\u{27E6}'), "{name} {locale:?} lacks a text");
            assert!(!mail.text.contains("&#"), "{name} {locale:?} escapes plain text");
            assert!(!mail.text.contains("\n\n\n"), "{name} {locale:?} has holes:\n{}", mail.text);
            let code = if name == "second_factor_code" { "481920" } else { "481 920" };
            let has_code = name.starts_with("email_code") || name == "second_factor_code";
            assert_eq!(mail.subject.contains(code) && mail.text.contains(code), has_code, "{name} {locale:?} and its code");
            assert_eq!(mail.text.contains(LINK), name != "test_message" && !has_code, "{name} {locale:?} and its link");
            let elements = markup::read(&mail.html).unwrap();
            let html = elements.first().map(|html| (html.attribute("lang"), html.attribute("dir")));
            assert_eq!(html, Some((Some(locale.tag()), Some(locale.direction().as_str()))), "{name}");
        }
    }
}

#[test]
fn a_mail_reads_as_it_should() {
    let (_, mail) = mails(Locale::english(), "Ada Lovelace").remove(0);
    assert_eq!(mail.subject, "Confirm your email for Northwind");
    let expected = format!(
        "Hello Ada Lovelace,\n\nConfirm that this address is yours, and your Northwind account is ready.\n\nConfirm email\n{LINK}\n\n\
         The link works once, within 24 hours.\nYou did not create an account? Ignore this message.\n\n-- \nSent by Northwind."
    );
    assert_eq!(mail.text, expected);
}

#[test]
fn a_name_breaks_neither_the_subject_nor_the_html() {
    for (name, mail) in mails(Locale::english(), "<script>alert(1)</script>\r\nBcc: eve@example.test") {
        assert!(!mail.subject.contains(['\r', '\n']), "{name}");
        assert!(!mail.html.contains("<script>"), "{name}");
    }
}

#[test]
fn buttons_have_the_brands_color_and_can_be_read() {
    assert!(!BRAND.carries_white_text() && BRAND.under_white_text().carries_white_text());
    let dark = Color::new(0x3b, 0x5b, 0xdb);
    assert_eq!(dark.under_white_text(), dark);
    let (_, mail) = mails(Locale::english(), "Ada Lovelace").remove(0);
    assert!(mail.html.contains(&format!("background:{};color:#ffffff", String::from(BRAND.under_white_text()))), "{}", mail.html);
}

#[test]
fn a_lifetime_is_told_in_the_largest_whole_unit() {
    let head = Letterhead {
        texts: Texts::new(Locale::english()),
        brand: "Northwind".to_owned(),
        color: BRAND,
        name: "Ada Lovelace".to_owned(),
    };
    for (minutes, told) in [(1, "1 minute."), (60, "60 minutes."), (90, "90 minutes."), (120, "2 hours."), (1440, "24 hours.")] {
        let mail = VerifyEmail { letterhead: head.clone(), url: LINK.to_owned(), minutes };
        assert!(mail.render().unwrap().text.contains(&format!("within {told}")), "{minutes}");
    }
}
