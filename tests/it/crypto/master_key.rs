use vestibule::crypto::master_key::{KeyUse, MasterKeyError, MasterKeys};
use vestibule::random::Entropy;

use super::{NEW_KEY, OLD_KEY, new_keys_only, old_keys, rotated_keys};

const USES: [KeyUse; 7] =
    [KeyUse::Seal, KeyUse::Cookie, KeyUse::ShortCode, KeyUse::Csrf, KeyUse::SignedQuery, KeyUse::Check, KeyUse::FlowState];

#[test]
fn every_spelling_of_a_key_is_the_same_key() {
    let hexadecimal = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";
    let spellings = [NEW_KEY, NEW_KEY.trim_end_matches('='), hexadecimal, &format!(" {NEW_KEY}\n"), &format!("1:{NEW_KEY}")];
    let expected = MasterKeys::parse(NEW_KEY).unwrap().mac(KeyUse::Cookie, b"data");
    for spelling in spellings {
        assert_eq!(MasterKeys::parse(spelling).unwrap().mac(KeyUse::Cookie, b"data"), expected, "{spelling}");
    }
    let standard = MasterKeys::parse("+/+/ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw=").unwrap();
    let url_safe = MasterKeys::parse("-_-_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw").unwrap();
    assert_eq!(standard.mac(KeyUse::Seal, b"data"), url_safe.mac(KeyUse::Seal, b"data"));
}

#[test]
fn what_is_no_key_is_refused_with_its_place_and_without_its_text() {
    let version = MasterKeyError::Version { position: 2 };
    let cases = [
        ("", MasterKeyError::Empty),
        (" ,\n", MasterKeyError::Empty),
        ("not a key", MasterKeyError::Version { position: 1 }),
        ("n*t", MasterKeyError::Encoding { position: 1 }),
        ("c2hvcnQ=", MasterKeyError::Length { position: 1, length: 5 }),
        ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", MasterKeyError::NotRandom { position: 1 }),
        (&format!("2:{NEW_KEY},{OLD_KEY}"), version.clone()),
        (&format!("2:{NEW_KEY},0:{OLD_KEY}"), version.clone()),
        (&format!("2:{NEW_KEY},x:{OLD_KEY}"), version),
        (&format!("2:{OLD_KEY},1:{OLD_KEY}"), MasterKeyError::DuplicateKey { first: 2, second: 1 }),
        (&format!("1:{NEW_KEY},1:{OLD_KEY}"), MasterKeyError::DuplicateVersion { version: 1 }),
    ];
    for (text, expected) in cases {
        let error = MasterKeys::parse(text).unwrap_err();
        assert_eq!(error, expected, "{text}");
        assert!(!error.to_string().contains(OLD_KEY));
    }
}

#[test]
fn a_generated_key_is_random_and_readable() {
    let entropy = Entropy::seeded(1);
    let (one, other) = (MasterKeys::generate(&entropy), MasterKeys::generate(&entropy));
    assert_ne!(*one, *other);
    assert_eq!(MasterKeys::parse(&one).unwrap().current_version(), 1);
}

#[test]
fn each_use_has_its_own_subkey() {
    let keys = old_keys();
    let mut macs: Vec<_> = USES.iter().map(|key_use| keys.mac(*key_use, b"data")).collect();
    macs.sort_unstable();
    macs.dedup();
    assert_eq!(macs.len(), USES.len());
    for other in USES.iter().filter(|key_use| **key_use != KeyUse::Csrf) {
        assert!(!keys.verify_mac(*other, b"data", &keys.mac(KeyUse::Csrf, b"data")));
    }
}

#[test]
fn a_rotated_key_still_verifies_and_a_removed_one_does_not() {
    let (old, rotated, removed) = (old_keys(), rotated_keys(), new_keys_only());
    let mac = old.mac(KeyUse::ShortCode, b"123456");
    assert!(rotated.verify_mac(KeyUse::ShortCode, b"123456", &mac));
    assert!(!removed.verify_mac(KeyUse::ShortCode, b"123456", &mac));
    assert_eq!(rotated.current_version(), 2);
    assert_eq!(rotated.mac(KeyUse::ShortCode, b"123456"), removed.mac(KeyUse::ShortCode, b"123456"));
    assert_eq!(rotated.macs(KeyUse::ShortCode, b"123456"), [removed.mac(KeyUse::ShortCode, b"123456"), mac]);
}

#[test]
fn a_mac_is_not_verified_when_anything_differs() {
    let keys = old_keys();
    let mac = keys.mac(KeyUse::Csrf, b"data");
    assert!(keys.verify_mac(KeyUse::Csrf, b"data", &mac));
    assert!(!keys.verify_mac(KeyUse::Csrf, b"Data", &mac));
    assert!(!keys.verify_mac(KeyUse::Csrf, b"data", &mac[..31]));
    assert!(!keys.verify_mac(KeyUse::Csrf, b"data", &[]));
    for position in 0..mac.len() {
        let mut changed = mac;
        changed[position] ^= 1;
        assert!(!keys.verify_mac(KeyUse::Csrf, b"data", &changed));
    }
}

#[test]
fn the_check_value_tells_keys_apart() {
    let rotated = rotated_keys();
    assert_eq!(rotated.check_value(1), old_keys().check_value(1));
    assert_eq!(rotated.check_value(2), new_keys_only().check_value(2));
    assert_ne!(rotated.check_value(1), rotated.check_value(2));
    assert_eq!(rotated.check_value(3), None);
    assert_eq!(rotated.versions().collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn debug_shows_versions_only() {
    assert_eq!(format!("{:?}", rotated_keys()), "MasterKeys { versions: [2, 1], .. }");
}
