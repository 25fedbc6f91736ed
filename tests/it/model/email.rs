//! Mail addresses: one canonical form each.

use vestibule::model::email::EmailAddress;
use vestibule::random::Entropy;

#[test]
fn parses_to_the_canonical_form() {
    for (text, canonical) in [
        ("alice@example.com", "alice@example.com"),
        ("  Alice@Example.COM ", "alice@example.com"),
        ("a.b+tag_x-y'z@sub.example.co.uk", "a.b+tag_x-y'z@sub.example.co.uk"),
        ("1@2.example", "1@2.example"),
        ("alice@xn--bcher-kva.example", "alice@xn--bcher-kva.example"),
        ("alice@example.xn--p1ai", "alice@example.xn--p1ai"),
        ("ａlice＠example．com", "alice@example.com"),
        ("\u{a0}alice@example.com", "alice@example.com"),
        ("\u{212a}elvin@example.com", "kelvin@example.com"),
        ("_@example.com", "_@example.com"),
        ("a-@example.com", "a-@example.com"),
    ] {
        let address = EmailAddress::parse(text);
        assert_eq!(address.as_ref().map(EmailAddress::as_str), Ok(canonical), "{text:?}");
    }
}

#[test]
fn refuses_what_is_no_ordinary_address() {
    for text in [
        "",
        "@",
        "alice",
        "alice@",
        "@example.com",
        "alice@example",
        "alice@localhost",
        "alice@.example.com",
        "alice@example..com",
        "alice@example.com.",
        "alice@example.c",
        "alice@example.123",
        "alice@127.0.0.1",
        "alice@[127.0.0.1]",
        "alice@-example.com",
        "alice@example-.com",
        "alice@exam_ple.com",
        ".alice@example.com",
        "alice.@example.com",
        "alice'@example.com",
        "al..ice@example.com",
        "al ice@example.com",
        "alice@exam ple.com",
        "alice@@example.com",
        "alice@example.com@example.org",
        "\"alice\"@example.com",
        "Alice <alice@example.com>",
        "alice@example.com,bob@example.com",
        "alice@example.com;bob@example.com",
        "alice@example.com\n",
        "alice@example.com\r\nBcc: bob@example.com",
        "\talice@example.com",
        "alice\0@example.com",
        "alice\u{200b}@example.com",
        "\u{feff}alice@example.com",
        "alice\u{202e}@example.com",
        "alice\u{200f}@example.com",
        "alice@exam\u{ad}ple.com",
        "alice@bücher.example",
        "аlice@example.com",
        "alicé@example.com",
        "al\u{131}ce@example.com",
        "alice@example.xn--",
    ] {
        assert!(EmailAddress::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn lengths_are_capped() {
    let local = "a".repeat(64);
    assert!(EmailAddress::parse(&format!("{local}@example.com")).is_ok());
    assert!(EmailAddress::parse(&format!("a{local}@example.com")).is_err());
    let label = "a".repeat(63);
    assert!(EmailAddress::parse(&format!("a@{label}.com")).is_ok());
    assert!(EmailAddress::parse(&format!("a@a{label}.com")).is_err());
    assert!(EmailAddress::parse(&format!("{local}@{label}.{label}.{}.com", "b".repeat(57))).is_ok(), "254 characters");
    assert!(EmailAddress::parse(&format!("{local}@{label}.{label}.{}.com", "b".repeat(58))).is_err(), "255 characters");
    assert!(EmailAddress::parse(&"a".repeat(1_000_000)).is_err());
    assert!(EmailAddress::parse(&format!("{}a@example.com", " ".repeat(1024))).is_err());
}

#[test]
fn the_canonical_form_is_stable() {
    let entropy = Entropy::seeded(25);
    let mut taken = 0;
    for _ in 0..5000 {
        let local = entropy.from_alphabet("aZ9._+-' \u{7f}".as_bytes(), 6);
        let domain = entropy.from_alphabet(b"aZ9-.", 4);
        if let Ok(address) = EmailAddress::parse(&format!("{local}@{domain}.Example")) {
            taken += 1;
            assert_eq!(EmailAddress::parse(address.as_str()).as_ref(), Ok(&address));
            assert!(address.as_str().bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase()));
        }
    }
    assert!(taken > 100, "the loop saw {taken} good addresses");
}

#[test]
fn masks_and_serialises() {
    let address = EmailAddress::parse("Alice@Example.com").unwrap();
    assert_eq!(address.masked(), "a***@example.com");
    assert_eq!(EmailAddress::parse("x@example.com").unwrap().masked(), "x***@example.com");
    assert_eq!(address.domain(), "example.com");
    assert_eq!(serde_json::to_string(&address).unwrap(), "\"alice@example.com\"");
    assert_eq!(serde_json::from_str::<EmailAddress>("\" BOB@example.com\"").unwrap().as_str(), "bob@example.com");
    assert!(serde_json::from_str::<EmailAddress>("\"bob\"").is_err());
}
