//! Phone numbers: which are taken, in which form, and from where.

use vestibule::model::phone_number::{Country, PhoneNumber};

#[test]
fn mobile_numbers_in_normal_form_are_taken() {
    for number in ["+12015550123", "+447400123456", "+4915123456789", "+33612345678", "+819012345678"] {
        assert_eq!(PhoneNumber::parse(number).expect(number).as_str(), number);
    }
}

#[test]
fn programs_send_the_normal_form_alone() {
    for text in
        ["", "+", "hello", "12015550123", "+1 201 555 0123", "+1201555012", "+120155501234", "+1-201-555-0123", "++12015550123"]
    {
        assert!(PhoneNumber::parse(text).is_err(), "{text}");
    }
    for text in
        ["+12015550123;ext=1", "+12015550123x1", "+1201555٠١٢٣", "+12015550123\n", "tel:+12015550123", "+1 (201) CALL-ME-0"]
    {
        assert!(PhoneNumber::parse(text).is_err() && PhoneNumber::entered(text).is_err() || text.ends_with('\n'), "{text}");
    }
}

#[test]
fn people_put_something_between_the_digits() {
    for text in ["+1 201 555 0123", "+1 (201) 555-0123", " +1.201.555.0123 ", "0012015550123", "+1\u{a0}201/555 0123"] {
        assert_eq!(PhoneNumber::entered(text).expect(text).as_str(), "+12015550123");
    }
    assert!(PhoneNumber::entered(&"+1 201 555 0123".repeat(1000)).is_err());
}

/// Whoever earns on messages has numbers of these kinds.
#[test]
fn numbers_that_cost_the_sender_are_refused() {
    for number in
        ["+19002345678", "+18002345678", "+449012345678", "+447012345678", "+493012345678", "+4919001234567", "+80012345678"]
    {
        assert!(PhoneNumber::parse(number).is_err(), "{number}");
    }
}

#[test]
fn one_calling_code_is_several_countries() {
    let country = |number: &str| PhoneNumber::parse(number).expect(number).country();
    assert_eq!(country("+12015550123"), Country::parse("US"));
    assert_eq!(country("+18762101234"), Country::parse("JM"));
    assert_eq!(country("+447400123456"), Country::parse("GB"));
    assert_eq!(country("+447797712345"), Country::parse("JE"));
    assert!(Country::parse("US").is_some() && Country::parse("us").is_none() && Country::parse("XX").is_none());
}

#[test]
fn people_read_numbers_in_groups() {
    assert_eq!(PhoneNumber::parse("+12015550123").unwrap().grouped(), "+1 201-555-0123");
}
