use serde_json::{Map, Value, json};
use vestibule::crypto::jwk::{JwkError, PublicJwk, PublicJwkSet};
use vestibule::model::signing_algorithm::VerificationAlgorithm;

use super::vectors::{EC_D, EC_X, EC_Y, ED_D, ED_THUMBPRINT, ED_X, RSA_D, RSA_N, THUMBPRINT, THUMBPRINT_N};

fn parse(key: Value) -> Result<PublicJwk, JwkError> {
    PublicJwk::parse(key.as_object().unwrap())
}

fn rsa() -> Value {
    json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB" })
}

fn ec() -> Value {
    json!({ "kty": "EC", "crv": "P-256", "x": EC_X, "y": EC_Y })
}

fn with(mut key: Value, name: &str, value: impl Into<Value>) -> Value {
    key[name] = value.into();
    key
}

#[test]
fn thumbprints_are_those_of_rfc_7638_and_rfc_8037() {
    let rsa = json!({ "kty": "RSA", "n": THUMBPRINT_N, "e": "AQAB", "alg": "RS256", "kid": "2011-04-29" });
    assert_eq!(parse(rsa).unwrap().thumbprint(), THUMBPRINT);
    let ed = json!({ "x": ED_X, "crv": "Ed25519", "kty": "OKP", "use": "sig" });
    assert_eq!(parse(ed).unwrap().thumbprint(), ED_THUMBPRINT);
}

#[test]
fn a_key_is_published_as_it_was_read() {
    let key = json!({ "kty": "EC", "crv": "P-256", "x": EC_X, "y": EC_Y, "use": "sig", "alg": "ES256", "kid": "one" });
    let parsed = parse(key.clone()).unwrap();
    assert_eq!(Value::Object(parsed.to_members()), key);
    assert_eq!(parsed.key_id(), Some("one"));
    let with_certificates = with(with(rsa(), "x5c", json!(["MII"])), "key_ops", json!(["verify"]));
    let expected: Map<String, Value> = with(rsa(), "use", "sig").as_object().unwrap().clone();
    assert_eq!(parse(with_certificates).unwrap().to_members(), expected);
}

#[test]
fn a_key_accepts_the_algorithms_of_its_type_or_the_one_it_names() {
    use VerificationAlgorithm::{EdDsa, Es256, Es384, Ps256, Rs256, Rs512};
    let accepted = |key: Value| {
        let key = parse(key).unwrap();
        [Rs256, Rs512, Ps256, Es256, Es384, EdDsa].into_iter().filter(|algorithm| key.accepts(*algorithm)).collect::<Vec<_>>()
    };
    assert_eq!(accepted(rsa()), [Rs256, Rs512, Ps256]);
    assert_eq!(accepted(with(rsa(), "alg", "PS256")), [Ps256]);
    assert_eq!(accepted(ec()), [Es256]);
    assert_eq!(accepted(json!({ "kty": "OKP", "crv": "Ed25519", "x": ED_X, "alg": "Ed25519" })), [EdDsa]);
}

#[test]
fn what_is_no_public_key_for_signatures_is_refused() {
    let off_curve = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a4";
    let even_n = format!("{}A", &RSA_N[..RSA_N.len() - 1]);
    let short_n = format!("{}E", &RSA_N[..170]);
    let long_n = RSA_N.repeat(5);
    let cases = [
        (json!({}), JwkError::Member("kty")),
        (json!({ "kty": "oct", "k": "c2VjcmV0" }), JwkError::Symmetric),
        (with(rsa(), "k", "c2VjcmV0"), JwkError::Symmetric),
        (with(rsa(), "d", RSA_D), JwkError::Private("d")),
        (with(rsa(), "qi", "AQAB"), JwkError::Private("qi")),
        (with(ec(), "d", EC_D), JwkError::Private("d")),
        (json!({ "kty": "OKP", "crv": "Ed25519", "x": ED_X, "d": ED_D }), JwkError::Private("d")),
        (json!({ "kty": "OKP", "crv": "X25519", "x": ED_X }), JwkError::UnsupportedType),
        (with(ec(), "crv", "secp256k1"), JwkError::UnsupportedType),
        (with(rsa(), "kty", "rsa"), JwkError::UnsupportedType),
        (json!({ "kty": "RSA", "e": "AQAB" }), JwkError::Member("n")),
        (with(rsa(), "n", 5), JwkError::Member("n")),
        (with(rsa(), "n", even_n), JwkError::Invalid),
        (with(rsa(), "n", short_n), JwkError::RsaSize(1024)),
        (with(rsa(), "n", long_n), JwkError::RsaSize(10256)),
        (with(rsa(), "n", format!("AA{RSA_N}")), JwkError::Encoding("n")),
        (with(rsa(), "n", format!("{RSA_N}=")), JwkError::Encoding("n")),
        (with(rsa(), "n", ""), JwkError::Encoding("n")),
        (with(rsa(), "e", "AQ"), JwkError::Invalid),
        (with(rsa(), "e", "AAEAAQ"), JwkError::Encoding("e")),
        (with(rsa(), "e", "AQAA"), JwkError::Invalid),
        (with(rsa(), "e", "////"), JwkError::Encoding("e")),
        (with(rsa(), "e", "AQAAAAAAAAAB"), JwkError::Invalid),
        (with(ec(), "y", off_curve), JwkError::Invalid),
        (with(ec(), "y", EC_Y.replace("5a0", "5a1")), JwkError::Encoding("y")),
        (with(ec(), "y", EC_X), JwkError::Invalid),
        (with(ec(), "x", "AQAB"), JwkError::Encoding("x")),
        (json!({ "kty": "OKP", "crv": "Ed25519", "x": "AQAB" }), JwkError::Encoding("x")),
        (with(rsa(), "use", "enc"), JwkError::NotForSignatures),
        (with(rsa(), "key_ops", json!(["sign"])), JwkError::NotForSignatures),
        (with(rsa(), "alg", "RSA-OAEP-256"), JwkError::NotForSignatures),
        (with(rsa(), "alg", "HS256"), JwkError::NotForSignatures),
        (with(rsa(), "alg", "none"), JwkError::NotForSignatures),
        (with(rsa(), "alg", "ES256"), JwkError::AlgorithmMismatch),
        (with(ec(), "alg", "ES384"), JwkError::AlgorithmMismatch),
        (with(rsa(), "alg", 5), JwkError::Member("alg")),
        (with(rsa(), "kid", 5), JwkError::Member("kid")),
        (with(rsa(), "kid", "k".repeat(257)), JwkError::Member("kid")),
    ];
    for (key, expected) in cases {
        assert_eq!(parse(key.clone()).unwrap_err(), expected, "{key}");
    }
}

#[test]
fn a_set_keeps_the_keys_for_signatures() {
    let set = json!({ "keys": [
        with(rsa(), "kid", "one"),
        with(rsa(), "use", "enc"),
        json!({ "kty": "OKP", "crv": "X25519", "x": ED_X }),
        json!({ "kty": "AKP", "pub": "AQAB" }),
        ec(),
    ]});
    let set = PublicJwkSet::parse(set.to_string().as_bytes()).unwrap();
    assert_eq!(set.keys().len(), 2);
    let named = |algorithm, key_id| set.verification_keys(algorithm, key_id).len();
    assert_eq!(named(VerificationAlgorithm::Rs256, Some("one")), 1);
    assert_eq!(named(VerificationAlgorithm::Rs256, Some("two")), 0);
    assert_eq!(named(VerificationAlgorithm::Rs256, None), 1);
    assert_eq!(named(VerificationAlgorithm::Es256, Some("any")), 1);
    assert_eq!(named(VerificationAlgorithm::EdDsa, None), 0);
}

#[test]
fn a_bad_set_is_refused_as_a_whole() {
    let many = json!({ "keys": vec![rsa(); 21] }).to_string();
    let large = json!({ "keys": [rsa()], "padding": "x".repeat(64 * 1024) }).to_string();
    let twice = format!(r#"{{"keys":[{{"kty":"RSA","kty":"oct","n":"{RSA_N}","e":"AQAB"}}]}}"#);
    let cases = [
        ("", JwkError::Json),
        ("[]", JwkError::Json),
        ("{}", JwkError::Set),
        (r#"{"keys":{}}"#, JwkError::Set),
        (r#"{"keys":[]}"#, JwkError::NoUsableKey),
        (r#"{"keys":["key"]}"#, JwkError::Json),
        (r#"{"keys":[],"keys":[]}"#, JwkError::Json),
        (&twice, JwkError::Json),
        (&many, JwkError::Set),
        (&large, JwkError::Set),
        (&json!({ "keys": [with(rsa(), "use", "enc")] }).to_string(), JwkError::NoUsableKey),
        (&json!({ "keys": [rsa(), with(ec(), "d", EC_D)] }).to_string(), JwkError::Private("d")),
        (&json!({ "keys": [rsa(), { "kty": "oct", "k": "AQAB" }] }).to_string(), JwkError::Symmetric),
    ];
    for (json, expected) in cases {
        assert_eq!(PublicJwkSet::parse(json.as_bytes()).unwrap_err(), expected, "{}", &json[..json.len().min(200)]);
    }
}
