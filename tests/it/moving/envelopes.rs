//! What a Better Auth server seals. Made by better-auth 1.7.25's own `symmetricEncrypt`.

use secrecy::SecretString;
use vestibule::crypto::better_auth::{EnvelopeError, Secrets, is_envelope};

/// `symmetricEncrypt({ key: SECRET, data: "a secret text" })`
pub const SECRET: &str = "reference-secret-reference-secret-0123456789";
const SEALED: &str = "ad17ee4f37325f3c50f5c562ff4af7f3565cbaaa107f496c4e5c9025b03bfccd11018df0bf86ad60473134e8c26e86d1ba2db3f751";
/// The same with two secrets, of which the second version is the present one.
const SEALED_BY_TWO: &str =
    "$ba$2$42886386a26762d111d4a328d3187ae551942a35297496d26f6ba156e355b68ae54610735e316dbdf0a9a92cf1001a6f9aaab6f40d";
/// Of an authenticator app: the text `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP`.
pub const SEALED_TOTP: &str = "afae1f6d4243556bd9ea43282efb73b41214c939fbacceba1e69442473c5bcb65a7711f1a41a3179b0c5f4c24f21126cc68fd5fbc651bb2332c1d821448d2f9d12addddf83604801";
/// Of its secret in base32.
pub const TOTP: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
/// `["aaaaa-11111","bbbbb-22222"]`
pub const SEALED_CODES: &str = "204e8be475e461a65e477ce4e46f777ad4844893da20b127721ee1b5a9cc8beddd214c68604e647de3c66d579048a1cb46f2d7ed0ba0f2a03525238e07751f7e2760f3c4b0";

fn one(secret: &str) -> Secrets {
    Secrets::parse(Some(SecretString::from(secret)), None).unwrap()
}

fn several(list: &str) -> Secrets {
    Secrets::parse(None, Some(&SecretString::from(list))).unwrap()
}

#[test]
fn an_envelope_opens_with_its_secret_alone() {
    assert_eq!(one(SECRET).open(SEALED).unwrap().as_str(), "a secret text");
    assert_eq!(one("another secret").open(SEALED).unwrap_err(), EnvelopeError::OtherSecret);
    assert_eq!(Secrets::default().open(SEALED).unwrap_err(), EnvelopeError::NoSecret);
    let mut changed = SEALED.to_owned();
    changed.replace_range(60..61, if SEALED.as_bytes()[60] == b'0' { "1" } else { "0" });
    assert_eq!(one(SECRET).open(&changed).unwrap_err(), EnvelopeError::OtherSecret);
}

#[test]
fn an_envelope_of_several_secrets_names_its_own() {
    let secrets = several(&format!("2:{SECRET},1:an older secret"));
    assert_eq!(secrets.open(SEALED_BY_TWO).unwrap().as_str(), "a secret text");
    assert_eq!(several(&format!("1:{SECRET}")).open(SEALED_BY_TWO).unwrap_err(), EnvelopeError::NoSecret);
    assert_eq!(secrets.open(SEALED).unwrap_err(), EnvelopeError::NoSecret, "sealed before there were versions");
    let both = Secrets::parse(Some(SecretString::from(SECRET)), Some(&SecretString::from("2:x"))).unwrap();
    assert_eq!(both.open(SEALED).unwrap().as_str(), "a secret text");
}

#[test]
fn what_is_none_is_told_from_what_is_one() {
    assert!(is_envelope(SEALED) && is_envelope(SEALED_BY_TWO));
    for text in ["", "abcdef", "ya29.a0AfB_byC", "[\"aaaaa-11111\"]", &SEALED[1..]] {
        assert!(!is_envelope(text), "{text}");
    }
    for text in ["", "zz", "abcdef", "$ba$", "$ba$x$00", "$ba$1"] {
        assert_eq!(one(SECRET).open(text).unwrap_err(), EnvelopeError::Malformed, "{text}");
    }
}

#[test]
fn lists_of_secrets_are_read_as_the_server_reads_them() {
    for malformed in ["secret", "x:secret", "1:", "1:a,1:b"] {
        assert!(Secrets::parse(None, Some(&SecretString::from(malformed))).is_err(), "{malformed}");
    }
    assert!(Secrets::parse(None, None).unwrap().are_none());
    assert_eq!(several(" 2 : b , 1:a:with:colons ").all().count(), 2);
}
