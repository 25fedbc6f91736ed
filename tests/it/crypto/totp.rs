//! Codes of authenticator apps, against the vectors of RFC 6238.

use vestibule::clock::Timestamp;
use vestibule::crypto::totp::TotpSecret;
use vestibule::random::Entropy;

/// RFC 6238, appendix B, cut to six digits.
const VECTORS: [(i64, &str); 6] = [
    (59, "287082"),
    (1_111_111_109, "081804"),
    (1_111_111_111, "050471"),
    (1_234_567_890, "005924"),
    (2_000_000_000, "279037"),
    (20_000_000_000, "353130"),
];

fn secret() -> TotpSecret {
    TotpSecret::from_bytes(b"12345678901234567890".to_vec().into())
}

#[test]
fn the_vectors_of_the_rfc() {
    for (seconds, code) in VECTORS {
        let at = Timestamp::from_seconds(seconds);
        assert_eq!(secret().code_at(at), code);
        assert_eq!(secret().matching_step(code, at), Some(seconds / 30));
    }
}

#[test]
fn a_code_counts_for_its_step_and_one_beside_it() {
    let (seconds, code) = VECTORS[3];
    let matching = |offset: i64| secret().matching_step(code, Timestamp::from_seconds(seconds + offset)).is_some();
    assert!(matching(0) && matching(29) && matching(30) && matching(-30));
    assert!(!matching(60) && !matching(-61));
}

#[test]
fn people_type_spaces_and_dashes() {
    let (seconds, _) = VECTORS[2];
    let at = Timestamp::from_seconds(seconds);
    for (typed, fits) in
        [("050 471", true), ("050-471", true), (" 050471 ", true), ("50471", false), ("", false), ("0504711", false)]
    {
        assert_eq!(secret().matching_step(typed, at).is_some(), fits, "{typed}");
    }
}

#[test]
fn what_an_app_reads() {
    let uri = secret().uri("Northwind & Co", "ada@example.test");
    assert_eq!(
        uri,
        "otpauth://totp/Northwind%20%26%20Co:ada%40example.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
         &issuer=Northwind%20%26%20Co&digits=6&period=30"
    );
}

#[test]
fn a_new_secret_has_160_bits_and_is_not_shown_by_accident() {
    let (one, other) = (TotpSecret::generate(&Entropy::seeded(1)), TotpSecret::generate(&Entropy::seeded(2)));
    assert_eq!(one.as_bytes().len(), 20);
    assert_ne!(one.as_bytes(), other.as_bytes());
    assert_eq!(format!("{one:?}"), "TotpSecret");
}
