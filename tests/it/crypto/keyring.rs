use std::io::Read as _;

use serde_json::{Value, json};
use vestibule::crypto::jws::{JwsError, JwsType};
use vestibule::crypto::keyring::{Keyring, KeyringError};
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::model::ids::KeyId;
use vestibule::model::signing_algorithm::SigningAlgorithm::{self, EdDsa, Es256, Rs256};
use vestibule::model::signing_key::KeyState;

const STATES: [KeyState; 5] = [KeyState::Next, KeyState::Active, KeyState::Retiring, KeyState::Retired, KeyState::Revoked];

fn key(name: &str, algorithm: SigningAlgorithm) -> SigningKey {
    let key = SigningKey::generate(algorithm, RsaSize::default()).unwrap();
    SigningKey::from_pkcs8(Some(KeyId::new(name)), algorithm, key.to_pkcs8()).unwrap()
}

#[test]
fn keys_are_published_before_they_sign_and_after() {
    let keys = STATES.map(|state| (key(state.as_str(), Es256), state));
    let sign = |key: &SigningKey, state: KeyState| key.sign(JwsType::Jwt, &json!({ "state": state.as_str() })).unwrap();
    let tokens = keys.each_ref().map(|(key, state)| (*state, sign(key, *state)));
    let keyring = Keyring::new(keys.into()).unwrap();
    assert_eq!(keyring.signer(Es256).unwrap().key_id().as_str(), "active");
    assert!(keyring.signer(Rs256).is_none());
    assert_eq!(keyring.signing_algorithms().collect::<Vec<_>>(), [Es256]);
    for (state, token) in tokens {
        let expected = if state.is_published() { Ok(json!(state.as_str())) } else { Err(JwsError::UnknownKey) };
        assert_eq!(keyring.verify(&token).map(|verified| verified.claims["state"].clone()), expected, "{state}");
        assert_eq!(keyring.verifier(state.as_str()).is_some(), state.is_published());
    }
}

#[test]
fn the_document_shows_the_public_keys_and_nothing_else() {
    let keyring = Keyring::new(vec![
        (key("next", Es256), KeyState::Next),
        (key("revoked", Es256), KeyState::Revoked),
        (key("rsa", Rs256), KeyState::Active),
        (key("ed", EdDsa), KeyState::Active),
    ])
    .unwrap();
    let plain = keyring.document().plain();
    let document: Value = serde_json::from_slice(&plain.body).unwrap();
    let keys = document["keys"].as_array().unwrap();
    let names: Vec<_> = keys.iter().map(|key| key["kid"].as_str().unwrap()).collect();
    assert_eq!(names, ["rsa", "ed", "next"]);
    for key in keys {
        assert_eq!(key["use"], "sig");
        for private in ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] {
            assert!(key.get(private).is_none());
        }
    }
    assert_eq!([&keys[0]["alg"], &keys[1]["alg"], &keys[2]["alg"]], ["RS256", "EdDSA", "ES256"]);

    let gzip = keyring.document().gzip().unwrap();
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&*gzip.body).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    assert!(gzip.body.len() < plain.body.len());
    assert_ne!(gzip.entity_tag, plain.entity_tag);
    for tag in [&gzip.entity_tag, &plain.entity_tag] {
        assert!(tag.len() == 45 && tag.starts_with('"') && tag.ends_with('"'));
    }
}

#[test]
fn the_entity_tag_changes_with_the_keys_only() {
    let make = |state| {
        let stored = SigningKey::generate(Es256, RsaSize::default()).unwrap();
        let again = SigningKey::from_pkcs8(None, Es256, stored.to_pkcs8()).unwrap();
        (Keyring::new(vec![(stored, state)]).unwrap(), Keyring::new(vec![(again, state)]).unwrap())
    };
    let (one, same) = make(KeyState::Active);
    let (other, _) = make(KeyState::Active);
    let tag = |keyring: &Keyring| keyring.document().plain().entity_tag.clone();
    assert_eq!(tag(&one), tag(&same));
    assert_ne!(tag(&one), tag(&other));
}

#[test]
fn an_empty_keyring_publishes_an_empty_set() {
    let keyring = Keyring::new(Vec::new()).unwrap();
    assert_eq!(&keyring.document().plain().body[..], br#"{"keys":[]}"#);
    assert!(keyring.document().gzip().is_none());
    assert!(keyring.signer(Rs256).is_none());
}

#[test]
fn keys_that_contradict_each_other_make_no_keyring() {
    let two_active = Keyring::new(vec![(key("a", EdDsa), KeyState::Active), (key("b", EdDsa), KeyState::Active)]);
    assert_eq!(two_active.unwrap_err(), KeyringError::TwoActive(EdDsa));
    let same_name = Keyring::new(vec![(key("a", EdDsa), KeyState::Active), (key("a", Es256), KeyState::Next)]);
    assert_eq!(same_name.unwrap_err(), KeyringError::DuplicateKeyId(KeyId::new("a")));
    assert!(Keyring::new(vec![(key("a", EdDsa), KeyState::Active), (key("b", Es256), KeyState::Active)]).is_ok());
}

#[test]
fn a_key_goes_forward_or_is_revoked() {
    use KeyState::{Active, Next, Retired, Retiring, Revoked};
    let allowed = [
        (Next, Active),
        (Active, Retiring),
        (Retiring, Retired),
        (Next, Revoked),
        (Active, Revoked),
        (Retiring, Revoked),
        (Retired, Revoked),
    ];
    for from in STATES {
        for to in STATES {
            let expected = allowed.contains(&(from, to));
            assert_eq!(from.advance(to).is_ok(), expected, "{from} to {to}");
        }
        assert_eq!(from.as_str().parse(), Ok(from));
    }
    assert!("gone".parse::<KeyState>().is_err());
}
