use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vestibule::crypto::master_key::KeyUse;
use vestibule::crypto::signed_value::{sign, verify};

use super::{new_keys_only, old_keys, rotated_keys};

#[test]
fn the_form_is_that_of_encode_uri_component() {
    let keys = old_keys();
    let value = "Aa0-_.!~*'() ü%/";
    let signature = STANDARD.encode(keys.mac(KeyUse::Cookie, value.as_bytes()));
    let escaped = signature.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    assert_eq!(sign(&keys, value), format!("Aa0-_.!~*'()%20%C3%BC%25%2F.{escaped}"));
    assert!(signature.len() == 44 && signature.ends_with('='));
}

#[test]
fn a_signed_value_is_read_encoded_and_decoded() {
    let keys = old_keys();
    for value in ["", "token", "a.b.c", "ümlaut", "true"] {
        let signed = sign(&keys, value);
        assert_eq!(verify(&keys, &signed).as_deref(), Some(value));
        let decoded = signed.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=").replace("%C3%BC", "ü");
        assert_eq!(verify(&keys, &decoded).as_deref(), Some(value));
    }
}

#[test]
fn anything_else_has_no_value() {
    let keys = old_keys();
    let signed = sign(&keys, "token");
    let (value, signature) = signed.split_once('.').unwrap();
    let cases = [
        String::new(),
        "token".to_owned(),
        "token.".to_owned(),
        format!("tokem.{signature}"),
        format!("{value}.x{signature}"),
        format!("{value}{signature}"),
        signed.replace("%3D", ""),
        signed.replace("%3D", "%3"),
        signed.replace("%3D", "%ZZ"),
        signed.replace("%3D", "%FF"),
        format!("{signed}%0A"),
        format!(" {signed}"),
        format!("token.{}", STANDARD.encode(keys.mac(KeyUse::Csrf, b"token"))),
        format!("{}{signed}", "a".repeat(5000)),
    ];
    for case in cases {
        assert_eq!(verify(&keys, &case), None, "{case}");
    }
}

#[test]
fn cookies_outlive_a_rotation_of_the_key() {
    let signed = sign(&old_keys(), "token");
    assert_eq!(verify(&rotated_keys(), &signed).as_deref(), Some("token"));
    assert_eq!(verify(&new_keys_only(), &signed), None);
    assert_eq!(sign(&rotated_keys(), "token"), sign(&new_keys_only(), "token"));
}
