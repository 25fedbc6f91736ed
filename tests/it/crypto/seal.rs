use vestibule::crypto::seal::SealError;
use vestibule::random::Entropy;

use super::{new_keys_only, old_keys, rotated_keys};

#[test]
fn what_was_sealed_is_opened_for_the_same_purpose_only() {
    let (keys, entropy) = (old_keys(), Entropy::seeded(1));
    for plaintext in [&b""[..], b"a", &[7; 5000]] {
        let envelope = keys.seal("totp seed", plaintext, &entropy);
        assert_eq!(**keys.open("totp seed", &envelope).unwrap(), *plaintext);
        assert_eq!(keys.open("totp", &envelope).unwrap_err(), SealError::NotGenuine);
        assert_eq!(keys.open("", &envelope).unwrap_err(), SealError::NotGenuine);
    }
}

#[test]
fn a_change_of_any_bit_is_noticed() {
    let (keys, entropy) = (old_keys(), Entropy::seeded(2));
    let envelope = keys.seal("purpose", b"secret", &entropy);
    for position in 0..envelope.len() {
        for bit in 0..8 {
            let mut changed = envelope.clone();
            changed[position] ^= 1 << bit;
            assert!(keys.open("purpose", &changed).is_err(), "byte {position} bit {bit}");
        }
    }
    for length in 0..envelope.len() {
        assert!(keys.open("purpose", &envelope[..length]).is_err(), "cut to {length}");
    }
    assert!(keys.open("purpose", &[envelope, vec![0]].concat()).is_err());
}

#[test]
fn equal_plaintexts_have_unequal_envelopes_that_do_not_show_them() {
    let (keys, entropy) = (old_keys(), Entropy::seeded(3));
    let (one, other) = (keys.seal("p", b"plain secret", &entropy), keys.seal("p", b"plain secret", &entropy));
    assert_ne!(one, other);
    assert!(!one.windows(5).any(|window| window == b"plain"));
}

#[test]
fn an_older_key_still_opens_until_it_is_removed() {
    let entropy = Entropy::seeded(4);
    let envelope = old_keys().seal("p", b"secret", &entropy);
    let rotated = rotated_keys();
    assert_eq!(**rotated.open("p", &envelope).unwrap(), *b"secret");
    assert_eq!(new_keys_only().open("p", &envelope).unwrap_err(), SealError::UnknownKeyVersion { version: 1 });
    let renewed = rotated.seal("p", b"secret", &entropy);
    assert_eq!(**new_keys_only().open("p", &renewed).unwrap(), *b"secret");
    assert_eq!(old_keys().open("p", &renewed).unwrap_err(), SealError::UnknownKeyVersion { version: 2 });
}

#[test]
fn another_format_is_refused() {
    let keys = old_keys();
    let mut envelope = keys.seal("p", b"secret", &Entropy::seeded(5));
    envelope[0] = 2;
    assert_eq!(keys.open("p", &envelope).unwrap_err(), SealError::Malformed);
}
