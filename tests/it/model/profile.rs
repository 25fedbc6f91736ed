//! Names and addresses of pictures.

use vestibule::model::profile::{InvalidPersonName, PersonName, PictureUrl};

#[test]
fn a_name_is_one_line_that_is_not_empty() {
    assert_eq!(PersonName::parse("  Ada  ").unwrap().as_str(), "Ada");
    assert_eq!(PersonName::parse("Ada\r\nBcc: x").unwrap().as_str(), "Ada  Bcc: x");
    assert_eq!(PersonName::parse("李 明").unwrap().as_str(), "李 明");
    for empty in ["", "   ", "\u{0}\n\t", "\u{3000}"] {
        assert_eq!(PersonName::parse(empty), Err(InvalidPersonName::Empty), "{empty:?}");
    }
    assert!(PersonName::parse(&"ä".repeat(200)).is_ok());
    assert_eq!(PersonName::parse(&"ä".repeat(201)), Err(InvalidPersonName::TooLong));
}

#[test]
fn a_picture_is_at_a_plain_https_address() {
    assert_eq!(PictureUrl::parse(" https://Pictures.example/a b.png ").unwrap().as_str(), "https://pictures.example/a%20b.png");
    let long = format!("https://pictures.example/{}", "a".repeat(2000));
    for refused in [
        "",
        "ada.png",
        "//pictures.example/",
        "http://pictures.example/",
        "javascript:alert(1)",
        "data:,x",
        "https://a:b@c.example/",
        &long,
    ] {
        assert!(PictureUrl::parse(refused).is_err(), "{refused}");
    }
}
