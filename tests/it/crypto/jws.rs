use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use vestibule::crypto::jwk::{PublicJwk, PublicJwkSet};
use vestibule::crypto::jws::{self, JwsError, JwsType, UnverifiedJws};
use vestibule::crypto::key_import::import;
use vestibule::crypto::signing_key::{RsaSize, SigningKey};
use vestibule::crypto::verification_key::VerificationKey;
use vestibule::model::ids::KeyId;
use vestibule::model::signing_algorithm::{SigningAlgorithm, VerificationAlgorithm};

use super::vectors::{EC_D, EC_X, EC_Y, ED_SIGNATURE, ED_SIGNING_INPUT, ED_X, ES256_JWS, RS256_JWS, RSA_D, RSA_N};

const ALL: [VerificationAlgorithm; 10] = VerificationAlgorithm::ALL;

static EC_KEY: LazyLock<SigningKey> =
    LazyLock::new(|| SigningKey::generate(SigningAlgorithm::Es256, RsaSize::default()).unwrap());

fn verification_key(jwk: Value, algorithm: VerificationAlgorithm) -> VerificationKey {
    VerificationKey::from_jwk(&PublicJwk::parse(jwk.as_object().unwrap()).unwrap(), algorithm).unwrap()
}

fn encode(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn refusal(token: &str) -> JwsError {
    jws::verify(token, [EC_KEY.verification_key()], &ALL).unwrap_err()
}

#[test]
fn the_signatures_printed_in_rfc_7515_verify() {
    let rsa = verification_key(json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB" }), VerificationAlgorithm::Rs256);
    let ec = verification_key(json!({ "kty": "EC", "crv": "P-256", "x": EC_X, "y": EC_Y }), VerificationAlgorithm::Es256);
    for token in [RS256_JWS, ES256_JWS] {
        let verified = jws::verify(token, [&rsa, &ec], &ALL).unwrap();
        assert_eq!(verified.claims["iss"], "joe");
        assert_eq!(verified.claims["exp"], 1_300_819_380);
        assert_eq!(verified.claims["http://example.com/is_root"], true);
        assert_eq!(verified.header.key_id(), None);
    }
    assert_eq!(jws::verify(RS256_JWS, [&ec], &ALL).unwrap_err(), JwsError::UnknownKey);
}

#[test]
fn the_signature_printed_in_rfc_8037_verifies() {
    let key = verification_key(json!({ "kty": "OKP", "crv": "Ed25519", "x": ED_X }), VerificationAlgorithm::EdDsa);
    let signature = URL_SAFE_NO_PAD.decode(ED_SIGNATURE).unwrap();
    assert!(key.verify(ED_SIGNING_INPUT.as_bytes(), &signature));
    assert!(!key.verify(&ED_SIGNING_INPUT.as_bytes()[1..], &signature));
    // The payload of that example is text, and a JWT's must be an object.
    let token = format!("{ED_SIGNING_INPUT}.{ED_SIGNATURE}");
    assert_eq!(jws::verify(&token, [&key], &ALL).unwrap_err(), JwsError::Payload);
}

#[test]
fn every_algorithm_signs_what_it_verifies() {
    let rsa = import(&json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB", "d": RSA_D, "kid": "rsa" }).to_string()).unwrap();
    let ec = import(&json!({ "kty": "EC", "crv": "P-256", "x": EC_X, "y": EC_Y, "d": EC_D }).to_string()).unwrap();
    let ed = SigningKey::generate(SigningAlgorithm::EdDsa, RsaSize::default()).unwrap();
    let claims = json!({ "sub": "ümlaut", "n": 1.5, "list": [1, null], "object": { "a": "b" } });
    for key in [&rsa, &ec, &ed] {
        let token = key.sign(JwsType::AccessToken, &claims).unwrap();
        let verified = jws::verify(&token, [rsa.verification_key(), ec.verification_key(), ed.verification_key()], &ALL).unwrap();
        assert_eq!(Value::Object(verified.claims), claims);
        assert_eq!(verified.header.algorithm(), key.algorithm().into());
        assert_eq!(verified.header.key_id(), Some(key.key_id().as_str()));
        assert_eq!(verified.header.typ(), Some("at+jwt"));
        let reread = SigningKey::from_pkcs8(Some(key.key_id().clone()), key.algorithm(), key.to_pkcs8()).unwrap();
        assert_eq!(reread.public_jwk(), key.public_jwk());
        assert!(jws::verify(&reread.sign(JwsType::Jwt, &claims).unwrap(), [key.verification_key()], &ALL).is_ok());
    }
}

#[test]
fn the_other_client_algorithms_verify() {
    use josekit::jws::{self as jose, JwsHeader, JwsSigner};
    let rsa = josekit::jwk::Jwk::generate_rsa_key(2048).unwrap();
    let p384 = josekit::jwk::Jwk::generate_ec_key(josekit::jwk::alg::ec::EcCurve::P384).unwrap();
    let p521 = josekit::jwk::Jwk::generate_ec_key(josekit::jwk::alg::ec::EcCurve::P521).unwrap();
    let cases: Vec<(&josekit::jwk::Jwk, Box<dyn JwsSigner>)> = vec![
        (&rsa, Box::new(jose::RS256.signer_from_jwk(&rsa).unwrap())),
        (&rsa, Box::new(jose::RS384.signer_from_jwk(&rsa).unwrap())),
        (&rsa, Box::new(jose::RS512.signer_from_jwk(&rsa).unwrap())),
        (&rsa, Box::new(jose::PS256.signer_from_jwk(&rsa).unwrap())),
        (&rsa, Box::new(jose::PS384.signer_from_jwk(&rsa).unwrap())),
        (&rsa, Box::new(jose::PS512.signer_from_jwk(&rsa).unwrap())),
        (&p384, Box::new(jose::ES384.signer_from_jwk(&p384).unwrap())),
        (&p521, Box::new(jose::ES512.signer_from_jwk(&p521).unwrap())),
    ];
    for (key, signer) in cases {
        let token = jose::serialize_compact(br#"{"iss":"client"}"#, &JwsHeader::new(), &*signer).unwrap();
        let set = json!({ "keys": [key.to_public_key().unwrap().as_ref()] }).to_string();
        let set = PublicJwkSet::parse(set.as_bytes()).unwrap();
        let unverified = UnverifiedJws::parse(&token, &ALL).unwrap();
        assert_eq!(unverified.claims()["iss"], "client");
        assert!(unverified.verify_with_set(&set).is_ok(), "{}", signer.algorithm().name());
        let other = jws::verify(&token, [EC_KEY.verification_key()], &ALL).unwrap_err();
        assert_eq!(other, JwsError::UnknownKey);
    }
}

#[test]
fn a_header_that_asks_for_too_much_is_refused() {
    let claims = encode("{}");
    let token = |header: &str| format!("{}.{claims}.{}", encode(header), encode([0; 64]));
    let cases = [
        (r#"{"alg":"none"}"#, JwsError::Algorithm),
        (r#"{"alg":"nOnE"}"#, JwsError::Algorithm),
        (r#"{"alg":""}"#, JwsError::Algorithm),
        (r#"{"alg":"HS256"}"#, JwsError::Algorithm),
        (r#"{"alg":"es256"}"#, JwsError::Algorithm),
        (r#"{"alg":"ES256K"}"#, JwsError::Algorithm),
        (r#"{}"#, JwsError::Algorithm),
        (r#"{"alg":null}"#, JwsError::Header),
        (r#"{"alg":["ES256"]}"#, JwsError::Header),
        (r#"{"alg":"ES256","kid":7}"#, JwsError::Header),
        (r#"{"alg":"ES256","typ":{}}"#, JwsError::Header),
        (r#"{"alg":"ES256","alg":"ES256"}"#, JwsError::Header),
        (r#"{"alg":"ES256","x":{"a":1,"a":2}}"#, JwsError::Header),
        (r#"{"alg":"ES256"} {}"#, JwsError::Header),
        (r#"["ES256"]"#, JwsError::Header),
        ("", JwsError::Header),
        (r#"{"alg":"ES256","crit":["exp"],"exp":1}"#, JwsError::CriticalExtension),
        (r#"{"alg":"ES256","crit":[]}"#, JwsError::CriticalExtension),
        (r#"{"alg":"ES256","crit":["b64"],"b64":false}"#, JwsError::CriticalExtension),
        (r#"{"alg":"ES256","kid":"other"}"#, JwsError::UnknownKey),
        (r#"{"alg":"RS256"}"#, JwsError::UnknownKey),
        (r#"{"alg":"ES256"}"#, JwsError::Signature),
    ];
    for (header, expected) in cases {
        assert_eq!(refusal(&token(header)), expected, "{header}");
    }
    assert_eq!(refusal(&format!("{}.{claims}.", encode(r#"{"alg":"none"}"#))), JwsError::Algorithm);
}

#[test]
fn a_public_key_never_serves_as_a_shared_secret() {
    let header = encode(json!({ "alg": "HS256", "kid": EC_KEY.key_id() }).to_string());
    let input = format!("{header}.{}", encode(r#"{"sub":"admin"}"#));
    let public = serde_json::to_vec(&EC_KEY.public_jwk().to_members()).unwrap();
    let signer = josekit::jws::HS256.signer_from_bytes(public).unwrap();
    let mac = josekit::jws::JwsSigner::sign(&signer, input.as_bytes()).unwrap();
    assert_eq!(refusal(&format!("{input}.{}", encode(mac))), JwsError::Algorithm);
}

#[test]
fn a_key_in_the_header_is_never_used() {
    let attacker = SigningKey::generate(SigningAlgorithm::Es256, RsaSize::default()).unwrap();
    let claims = json!({ "sub": "admin" });
    let own_name = attacker.sign(JwsType::Jwt, &claims).unwrap();
    assert_eq!(refusal(&own_name), JwsError::UnknownKey);
    let stolen_name =
        SigningKey::from_pkcs8(Some(EC_KEY.key_id().clone()), SigningAlgorithm::Es256, attacker.to_pkcs8()).unwrap();
    assert_eq!(refusal(&stolen_name.sign(JwsType::Jwt, &claims).unwrap()), JwsError::Signature);
}

#[test]
fn only_the_canonical_compact_form_is_read() {
    let token = EC_KEY.sign(JwsType::Jwt, &json!({ "sub": "someone" })).unwrap();
    assert!(jws::verify(&token, [EC_KEY.verification_key()], &ALL).is_ok());
    let parts: Vec<&str> = token.split('.').collect();
    let [header, claims, signature] = parts[..] else { unreachable!() };
    // 64 bytes leave four unused bits in the last character: this one decodes to the same bytes in a lax reader.
    let mut trailing_bits = signature.to_owned();
    let last = trailing_bits.pop().unwrap();
    trailing_bits.push(match last {
        'A' => 'B',
        'Q' => 'R',
        'g' => 'h',
        _ => 'x',
    });
    let cases = [
        String::new(),
        ".".to_owned(),
        "..".to_owned(),
        header.to_owned(),
        format!("{header}.{claims}"),
        format!("{token}."),
        format!("{token}.{signature}"),
        format!(".{token}"),
        format!("{header}..{claims}.{signature}"),
        format!("{token}="),
        format!("{token}=="),
        format!("{header}=.{claims}.{signature}"),
        format!(" {token}"),
        format!("{token}\n"),
        format!("{header}.\n{claims}.{signature}"),
        format!("{header}.{claims}.{trailing_bits}"),
        token.replace('.', ".\u{200b}"),
        format!("{header}.{claims}.{}", &signature[..signature.len() - 1]),
    ];
    for case in cases {
        let error = refusal(&case);
        assert!(matches!(error, JwsError::Encoding | JwsError::Header), "{case}: {error}");
    }
    assert_eq!(refusal(&format!("{header}.{claims}.")), JwsError::Signature);
    assert_eq!(refusal(&format!("{header}.{}.{signature}", "A".repeat(32 * 1024))), JwsError::TooLong);
}

#[test]
fn a_change_of_any_character_is_noticed() {
    let token = EC_KEY.sign(JwsType::Jwt, &json!({ "sub": "someone" })).unwrap();
    for position in 0..token.len() {
        let mut changed = token.clone().into_bytes();
        changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
        refusal(&String::from_utf8(changed).unwrap());
    }
    for signature in [vec![], vec![0; 64], vec![255; 64], vec![1; 63], vec![1; 65]] {
        let input = token.rsplit_once('.').unwrap().0;
        assert_eq!(refusal(&format!("{input}.{}", encode(signature))), JwsError::Signature);
    }
}

#[test]
fn claims_are_an_object_without_duplicate_members() {
    let header = encode(r#"{"alg":"ES256"}"#);
    for claims in ["", "[]", "1", "null", "{", r#"{"sub":"a","sub":"b"}"#, r#"{"a":[{"b":1,"b":1}]}"#, "{} x", "\u{feff}{}"] {
        assert_eq!(refusal(&format!("{header}.{}.{}", encode(claims), encode([1; 64]))), JwsError::Payload, "{claims}");
    }
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(refusal(&format!("{header}.{}.AA", encode(format!(r#"{{"a":{deep}}}"#)))), JwsError::Payload);
}

#[test]
fn only_allowed_algorithms_are_read() {
    let token = EC_KEY.sign(JwsType::Jwt, &json!({})).unwrap();
    let refused = jws::verify(&token, [EC_KEY.verification_key()], &[VerificationAlgorithm::Rs256]).unwrap_err();
    assert_eq!(refused, JwsError::Algorithm);
    assert_eq!(jws::verify(&token, [EC_KEY.verification_key()], &[]).unwrap_err(), JwsError::Algorithm);
}

#[test]
fn without_a_kid_every_key_of_the_algorithm_is_tried() {
    let key =
        import(&json!({ "kty": "EC", "crv": "P-256", "x": EC_X, "y": EC_Y, "d": EC_D, "kid": "named" }).to_string()).unwrap();
    assert!(jws::verify(ES256_JWS, [EC_KEY.verification_key(), key.verification_key()], &ALL).is_ok());
    assert_eq!(jws::verify(ES256_JWS, [EC_KEY.verification_key()], &ALL).unwrap_err(), JwsError::Signature);
}

#[test]
fn the_type_ignores_case_and_the_media_type_prefix() {
    let header = |typ: &str| {
        let token = format!("{}.{}.AA", encode(json!({ "alg": "ES256", "typ": typ }).to_string()), encode("{}"));
        UnverifiedJws::parse(&token, &ALL).unwrap().header().clone()
    };
    for typ in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"] {
        assert!(header(typ).has_type(JwsType::AccessToken), "{typ}");
    }
    for typ in ["jwt", "", "text/at+jwt", "application/", "at+jwt ", "ümlautümlautüml"] {
        assert!(!header(typ).has_type(JwsType::AccessToken), "{typ}");
    }
}

#[test]
fn many_threads_sign_with_one_key() {
    let rsa = SigningKey::generate(SigningAlgorithm::Rs256, RsaSize::Bits2048).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (rsa, ec) = (&rsa, &*EC_KEY);
            scope.spawn(move || {
                for number in 0..20 {
                    for key in [rsa, ec] {
                        let token = key.sign(JwsType::Jwt, &json!({ "thread": thread, "number": number })).unwrap();
                        let verified = jws::verify(&token, [key.verification_key()], &ALL).unwrap();
                        assert_eq!(verified.claims["number"], number);
                    }
                }
            });
        }
    });
}

#[test]
fn stored_keys_of_another_kind_are_refused() {
    for algorithm in [SigningAlgorithm::Rs256, SigningAlgorithm::EdDsa] {
        assert!(SigningKey::from_pkcs8(None, algorithm, EC_KEY.to_pkcs8()).is_err());
    }
    assert!(SigningKey::from_pkcs8(Some(KeyId::new("x")), SigningAlgorithm::Es256, b"not DER").is_err());
    assert!(!format!("{:?}", *EC_KEY).contains("pkcs8"));
}
