//! Signed texts. What is read is the one spelling of what it holds, with an algorithm that the caller allows; nothing is taken as
//! verified by a key that did not sign it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vestibule::crypto::jws::UnverifiedJws;
use vestibule::crypto::verification_key::VerificationKey;
use vestibule::model::signing_algorithm::VerificationAlgorithm;

fuzz_target!(|token: &str| {
    let Ok(unverified) = UnverifiedJws::parse(token, &VerificationAlgorithm::ALL) else { return };
    let algorithm = unverified.header().algorithm();
    assert_eq!(token.split('.').count(), 3);
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{token}");
    assert!(!unverified.header().members().contains_key("crit"));
    assert!(UnverifiedJws::parse(token, &[algorithm]).is_ok());
    let others: Vec<_> = VerificationAlgorithm::ALL.into_iter().filter(|other| *other != algorithm).collect();
    assert!(UnverifiedJws::parse(token, &others).is_err());
    assert!(unverified.verify(std::iter::empty::<&VerificationKey>()).is_err());
});
