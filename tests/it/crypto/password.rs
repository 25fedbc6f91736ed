use secrecy::SecretString;
use vestibule::crypto::password::{HashingMemory, PasswordHasher, PasswordParameters, Verification};

const MATCH: Verification = Verification::Match { needs_rehash: false };
const OUTDATED: Verification = Verification::Match { needs_rehash: true };

/// `scryptSync("correct horse ﬁeld Ångström".normalize("NFKC"), salt, 64, { N: 16384, r: 16, p: 1 })` of Node.js, with the angstrom
/// sign U+212B and the ligature U+FB01 in the password, and the salt as text.
const SCRYPT: &str = "000102030405060708090a0b0c0d0e0f:81defc6fc4a444f27e97d1cd144eeda7af137fd2044ac82f0652f931438832a75a605bcc6c3ad029e6aef3d377d136008d2b1679ae68c25daa8a26192470be4e";
const SCRYPT_PASSWORD: &str = "correct horse \u{fb01}eld \u{212b}ngstr\u{f6}m";

fn hasher() -> PasswordHasher {
    PasswordHasher::new(PasswordParameters::new(64, 1, 1).unwrap())
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn verify(password: &str, stored: &str) -> Verification {
    hasher().verify(&secret(password), stored, &mut HashingMemory::default()).unwrap()
}

#[test]
fn the_reference_hashes_of_argon2_verify() {
    // Known answers of the reference implementation, for "password" and "somesalt".
    let default_output = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    let two_lanes = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";
    let argon2i = "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8";
    for stored in [default_output, two_lanes, argon2i] {
        assert_eq!(verify("password", stored), OUTDATED, "{stored}");
        assert_eq!(verify("passwort", stored), Verification::Mismatch);
    }
    let same_cost = PasswordHasher::new(PasswordParameters::new(256, 2, 1).unwrap());
    let verified = same_cost.verify(&secret("password"), default_output, &mut HashingMemory::default()).unwrap();
    assert_eq!(verified, MATCH);
}

#[test]
fn a_new_hash_is_a_phc_string_that_verifies() {
    let mut memory = HashingMemory::default();
    let stored = hasher().hash(&secret("correct horse"), [7; 16], &mut memory).unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=64,t=1,p=1$BwcHBwcHBwcHBwcHBwcHBw$"), "{stored}");
    assert_eq!(verify("correct horse", &stored), MATCH);
    assert_eq!(verify("correct horsf", &stored), Verification::Mismatch);
    assert_eq!(verify("", &stored), Verification::Mismatch);
    let other_salt = hasher().hash(&secret("correct horse"), [8; 16], &mut memory).unwrap();
    assert_ne!(stored, other_salt);
    assert_eq!(verify("correct horse", &other_salt), MATCH);
}

#[test]
fn memory_that_was_used_before_changes_nothing() {
    let mut memory = HashingMemory::default();
    let small = hasher().hash(&secret("one"), [1; 16], &mut memory).unwrap();
    let larger = PasswordHasher::new(PasswordParameters::new(512, 2, 2).unwrap());
    let large = larger.hash(&secret("two"), [2; 16], &mut memory).unwrap();
    assert_eq!(hasher().hash(&secret("one"), [1; 16], &mut memory).unwrap(), small);
    assert_eq!(larger.hash(&secret("two"), [2; 16], &mut HashingMemory::default()).unwrap(), large);
    assert_eq!(verify("two", &large), OUTDATED);
}

#[test]
fn one_password_typed_in_two_forms_is_one_password() {
    let stored = hasher().hash(&secret("\u{e9}t\u{e9} \u{fb01}"), [1; 16], &mut HashingMemory::default()).unwrap();
    assert_eq!(verify("e\u{301}te\u{301} fi", &stored), MATCH);
    assert_eq!(verify("ete fi", &stored), Verification::Mismatch);
}

#[test]
fn a_hash_of_better_auth_verifies_and_is_to_be_replaced() {
    assert_eq!(verify(SCRYPT_PASSWORD, SCRYPT), OUTDATED);
    assert_eq!(verify("correct horse field \u{c5}ngstr\u{f6}m", SCRYPT), OUTDATED);
    assert_eq!(verify("correct horse", SCRYPT), Verification::Mismatch);
    let (salt, key) = SCRYPT.split_once(':').unwrap();
    assert_eq!(verify(SCRYPT_PASSWORD, &format!("{}:{key}", salt.replace('0', "1"))), Verification::Mismatch);
    assert_eq!(verify(SCRYPT_PASSWORD, &format!("{salt}:{}", key.replacen('8', "9", 1))), Verification::Mismatch);
}

#[test]
fn what_is_no_hash_matches_nothing() {
    let (salt, key) = SCRYPT.split_once(':').unwrap();
    let cases = [
        String::new(),
        ":".to_owned(),
        "password".to_owned(),
        format!("{salt}:{}", &key[..126]),
        format!("{}:{key}", &salt[..14]),
        format!("{salt}x:{key}"),
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ".to_owned(),
        "$argon2id$v=19$m=64,t=1,p=1$$".to_owned(),
        "$argon2id$v=20$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4".to_owned(),
        "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4".to_owned(),
        "$argon2id$v=19$m=64,t=4294967295,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4".to_owned(),
        "$2b$10$abcdefghijklmnopqrstuuEixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW".to_owned(),
    ];
    for stored in cases {
        for password in ["", "password", SCRYPT_PASSWORD] {
            assert_eq!(verify(password, &stored), Verification::Mismatch, "{stored}");
        }
    }
}

#[test]
fn nothing_matches_an_account_without_a_password() {
    let mut memory = HashingMemory::default();
    for password in ["", "password"] {
        assert_eq!(hasher().verify_nothing(&secret(password), &mut memory).unwrap(), Verification::Mismatch);
    }
}

#[test]
fn parameters_have_bounds() {
    assert_eq!(PasswordParameters::default(), PasswordParameters::new(19 * 1024, 2, 1).unwrap());
    for (memory, iterations, lanes) in [(7, 1, 1), (8, 1, 2), (64, 0, 1), (64, 1, 0), (1024 * 1024, 1, 1), (64, 33, 1)] {
        assert!(PasswordParameters::new(memory, iterations, lanes).is_err(), "{memory} {iterations} {lanes}");
    }
}
