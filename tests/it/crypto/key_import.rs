use openssl::pkey::PKey;
use serde_json::{Value, json};
use vestibule::crypto::key_import::{KeyImportError, import};
use vestibule::crypto::signing_key::{RsaSize, SigningKey, SigningKeyError};
use vestibule::model::signing_algorithm::SigningAlgorithm;

use super::vectors::{EC_D, EC_X, EC_Y, ED_D, ED_THUMBPRINT, ED_X, RSA_D, RSA_N, RSA_P, RSA_Q};

fn rsa() -> Value {
    json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB", "d": RSA_D })
}

fn pem(key: &SigningKey) -> String {
    let key = PKey::private_key_from_der(key.to_pkcs8()).unwrap();
    String::from_utf8(key.private_key_to_pem_pkcs8().unwrap()).unwrap()
}

#[test]
fn an_rsa_jwk_needs_no_primes() {
    let without = import(&rsa().to_string()).unwrap();
    let mut with = rsa();
    with["p"] = RSA_P.into();
    with["q"] = RSA_Q.into();
    let with = import(&with.to_string()).unwrap();
    assert_eq!(without.public_jwk(), with.public_jwk());
    assert_eq!(without.key_id().as_str(), without.public_jwk().thumbprint());
    assert_eq!(without.public_jwk().to_members()["n"], RSA_N);
}

#[test]
fn a_jwk_keeps_its_kid_or_gets_its_thumbprint() {
    let mut key = json!({ "kty": "OKP", "crv": "Ed25519", "x": ED_X, "d": ED_D, "alg": "EdDSA" });
    assert_eq!(import(&key.to_string()).unwrap().key_id().as_str(), ED_THUMBPRINT);
    key["kid"] = "my key".into();
    let imported = import(&key.to_string()).unwrap();
    assert_eq!(imported.key_id().as_str(), "my key");
    assert_eq!(imported.public_jwk().to_members()["kid"], "my key");
    for kid in [json!(""), json!(5), json!("k".repeat(65))] {
        key["kid"] = kid;
        assert_eq!(import(&key.to_string()).unwrap_err(), KeyImportError::Format);
    }
}

#[test]
fn every_pem_form_is_read() {
    let (rsa, ec) =
        (import(&rsa().to_string()).unwrap(), SigningKey::generate(SigningAlgorithm::Es256, RsaSize::default()).unwrap());
    let ed = SigningKey::generate(SigningAlgorithm::EdDsa, RsaSize::default()).unwrap();
    for key in [&rsa, &ec, &ed] {
        let imported = import(&format!("\n{}\n", pem(key))).unwrap();
        assert_eq!(imported.public_jwk(), key.public_jwk());
        assert_eq!(imported.algorithm(), key.algorithm());
    }
    let pkcs1 = PKey::private_key_from_der(rsa.to_pkcs8()).unwrap().rsa().unwrap().private_key_to_pem().unwrap();
    assert_eq!(import(std::str::from_utf8(&pkcs1).unwrap()).unwrap().public_jwk(), rsa.public_jwk());
    let sec1 = PKey::private_key_from_der(ec.to_pkcs8()).unwrap().ec_key().unwrap().private_key_to_pem().unwrap();
    assert_eq!(import(std::str::from_utf8(&sec1).unwrap()).unwrap().public_jwk(), ec.public_jwk());
}

#[test]
fn what_cannot_sign_is_refused() {
    let encrypted = PKey::private_key_from_der(import(&rsa().to_string()).unwrap().to_pkcs8())
        .unwrap()
        .private_key_to_pem_pkcs8_passphrase(openssl::symm::Cipher::aes_256_cbc(), b"secret")
        .unwrap();
    let small = openssl::rsa::Rsa::generate(1024).unwrap().private_key_to_pem().unwrap();
    let p384 = openssl::ec::EcGroup::from_curve_name(openssl::nid::Nid::SECP384R1).unwrap();
    let p384 = openssl::ec::EcKey::generate(&p384).unwrap().private_key_to_pem().unwrap();
    let public = PKey::private_key_from_der(import(&rsa().to_string()).unwrap().to_pkcs8()).unwrap().public_key_to_pem().unwrap();
    let text = |pem: Vec<u8>| String::from_utf8(pem).unwrap();
    let cases = [
        (String::new(), KeyImportError::Format),
        ("a key".to_owned(), KeyImportError::Format),
        ("{".to_owned(), KeyImportError::Format),
        (text(public), KeyImportError::Format),
        (text(encrypted), KeyImportError::Encrypted),
        (text(small), KeyImportError::WeakRsa(1024)),
        (text(p384), KeyImportError::UnsupportedType),
        (json!({ "kty": "oct", "k": "AQAB" }).to_string(), KeyImportError::UnsupportedType),
        (json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB" }).to_string(), KeyImportError::Format),
        (json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB", "d": EC_D }).to_string(), KeyImportError::InvalidRsa),
        (
            json!({ "kty": "RSA", "alg": "PS256", "n": RSA_N, "e": "AQAB", "d": RSA_D }).to_string(),
            KeyImportError::UnsupportedType,
        ),
        (json!({ "kty": "EC", "crv": "P-384", "x": EC_X, "y": EC_Y, "d": EC_D }).to_string(), KeyImportError::Format),
    ];
    for (text, expected) in cases {
        assert_eq!(import(&text).unwrap_err(), expected, "{text}");
    }
}

#[test]
fn two_halves_that_do_not_belong_together_are_refused() {
    let mixed = json!({ "kty": "EC", "crv": "P-256", "x": EC_X, "y": EC_Y, "d": ED_D });
    let error = import(&mixed.to_string()).unwrap_err();
    assert!(matches!(error, KeyImportError::Format | KeyImportError::Key(SigningKeyError::Inconsistent)), "{error:?}");
}
