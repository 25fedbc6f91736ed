use std::collections::HashSet;

use vestibule::crypto::digest::Digest;

#[test]
fn a_digest_is_the_sha_256_of_the_secret() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let digest = Digest::of("abc");
    assert_eq!(hex::encode(digest.as_bytes()), expected);
    assert_eq!(Digest::from_bytes(*digest.as_bytes()), digest);
    assert_ne!(Digest::of("abd"), digest);
    assert!(HashSet::from([digest]).contains(&Digest::of("abc")));
    assert_eq!(format!("{digest:?}"), "Digest");
}
