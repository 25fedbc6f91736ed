//! Passwords as typed.

use secrecy::ExposeSecret as _;
use vestibule::model::password::{MAXIMUM_LENGTH, Password, PasswordError};

#[test]
fn counts_characters_of_the_raw_text() {
    assert_eq!(Password::chosen("1234567", 8).map(|_| ()), Err(PasswordError::TooShort));
    assert!(Password::chosen("12345678", 8).is_ok());
    assert!(Password::chosen("üüüüüüüü", 8).is_ok());
    assert_eq!(Password::chosen("üüüü", 8).map(|_| ()), Err(PasswordError::TooShort), "eight bytes are not eight characters");
    assert!(Password::chosen("a".repeat(MAXIMUM_LENGTH), 8).is_ok());
    assert!(Password::chosen("💚".repeat(MAXIMUM_LENGTH), 8).is_ok());
    assert_eq!(Password::chosen("a".repeat(MAXIMUM_LENGTH + 1), 8).map(|_| ()), Err(PasswordError::TooLong));
    assert_eq!(Password::entered("a".repeat(1_000_000)).map(|_| ()), Err(PasswordError::TooLong));
}

#[test]
fn keeps_the_text_as_it_is() {
    let password = Password::chosen("  Straße e\u{301} ", 8).unwrap();
    assert_eq!(password.secret().expose_secret(), "  Straße e\u{301} ");
    assert_eq!(format!("{password:?}"), "Password");
    assert_eq!(Password::chosen("password\0x", 8).map(|_| ()), Err(PasswordError::NulCharacter));
}

#[test]
fn a_short_password_of_old_can_still_be_entered() {
    assert!(Password::entered("1234").is_ok());
    assert!(Password::entered("").is_ok());
}
