//! Usernames: what is one, and which texts are the same one.

use vestibule::model::username::{InvalidUsername, Username, UsernameRules};

const RULES: UsernameRules = UsernameRules { minimum: 3, maximum: 30 };

#[test]
fn letters_digits_dots_and_underscores_make_a_username_in_lower_case() {
    for (typed, normal) in [("ann", "ann"), ("Ann.Lee_1", "ann.lee_1"), ("007", "007"), ("a_.", "a_."), ("ANN", "ann")] {
        assert_eq!(Username::chosen(typed, RULES).unwrap().as_str(), normal);
    }
}

#[test]
fn length_is_judged_before_characters() {
    for typed in ["", "an", "é"] {
        assert_eq!(Username::chosen(typed, RULES), Err(InvalidUsername::TooShort), "{typed}");
    }
    assert_eq!(Username::chosen(&"a".repeat(31), RULES), Err(InvalidUsername::TooLong));
    assert!(Username::chosen(&"a".repeat(30), RULES).is_ok());
}

/// S52
#[test]
fn what_looks_like_another_username_is_none() {
    let look_alikes = [
        "\u{430}nn\u{430}", // Cyrillic a
        "\u{ff41}nna",      // full width, NFKC would make it "anna"
        "ann\u{430}",       // mixed scripts
        "anna\u{200b}",     // zero width space
        "an\u{202e}na",     // right-to-left override
        "ann\u{e4}",        // precomposed
        "anna\u{308}",      // combining
        "\u{1d41a}nna",     // mathematical bold
        "\u{130}nna",       // dotted capital i, which folds to two characters
        "\u{212a}ate",      // the Kelvin sign, which folds to k
        "anna\0",
        "anna ",
        "ann-a",
        "ann@a",
        "ann/a",
        "anna\n",
    ];
    for typed in look_alikes {
        assert_eq!(Username::chosen(typed, RULES), Err(InvalidUsername::Malformed), "{typed:?}");
        assert_eq!(Username::entered(typed), Err(InvalidUsername::Malformed), "{typed:?}");
    }
}

#[test]
fn a_username_is_looked_up_whatever_length_is_asked_for_today() {
    assert_eq!(Username::entered("Al").unwrap().as_str(), "al");
    assert!(Username::entered(&"a".repeat(64)).is_ok());
    assert_eq!(Username::entered(&"a".repeat(65)), Err(InvalidUsername::TooLong));
    assert_eq!(Username::entered(""), Err(InvalidUsername::Malformed));
}
