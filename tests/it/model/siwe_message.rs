//! Messages of EIP-4361, as viem 2.57 writes them, and everything that is none.

use vestibule::clock::Timestamp;
use vestibule::model::siwe_message::SiweMessage;

const PLAIN: &str = "id.example.com wants you to sign in with your Ethereum account:\n0x4f7a9208177E6ed0fB2A50ee04eB0fe03a0fb43E\n\n\nURI: https://id.example.com\nVersion: 1\nChain ID: 1\nNonce: abcdefgh12345678\nIssued At: 2026-11-22T05:00:00.000Z";
const WHOLE: &str = "https://id.example.com:8443 wants you to sign in with your Ethereum account:\n0x4f7a9208177E6ed0fB2A50ee04eB0fe03a0fb43E\n\nI accept the terms: https://example.com/terms\n\nURI: https://id.example.com/login?a=b#c\nVersion: 1\nChain ID: 137\nNonce: abcdefgh12345678\nIssued At: 2026-11-22T06:00:00+01:00\nExpiration Time: 2026-11-22T05:15:00Z\nNot Before: 2026-11-22T05:00:00.5Z\nRequest ID: \nResources:\n- https://example.com/a\n- ipfs://bafy/";

#[test]
fn a_plain_message() {
    let message = SiweMessage::parse(PLAIN).unwrap();
    assert_eq!((message.scheme, message.domain, message.statement), (None, "id.example.com", None));
    assert_eq!((message.uri, message.chain_id, message.nonce), ("https://id.example.com", 1, "abcdefgh12345678"));
    assert_eq!(message.issued_at, Timestamp::from_millis(1_795_323_600_000));
    assert_eq!((message.expires_at, message.not_before), (None, None));
}

#[test]
fn a_message_with_everything() {
    let message = SiweMessage::parse(WHOLE).unwrap();
    assert_eq!((message.scheme, message.domain), (Some("https"), "id.example.com:8443"));
    assert_eq!(message.statement, Some("I accept the terms: https://example.com/terms"));
    assert_eq!((message.uri, message.chain_id), ("https://id.example.com/login?a=b#c", 137));
    assert_eq!(message.issued_at, Timestamp::from_millis(1_795_323_600_000));
    assert_eq!(message.expires_at, Some(Timestamp::from_millis(1_795_324_500_000)));
    assert_eq!(message.not_before, Some(Timestamp::from_millis(1_795_323_600_500)));
}

#[test]
fn what_is_no_message() {
    for (from, to) in [
        ("id.example.com wants", "wants"),
        ("id.example.com wants", " wants"),
        ("id.example.com wants", "id.example.com/path wants"),
        ("id.example.com wants", "ev il.example wants"),
        ("id.example.com wants", "1https://id.example.com wants"),
        ("account:\n", "account: \n"),
        ("account:\n", "account:\n\n"),
        ("\n\n\nURI", "\n\nURI"),
        ("\n\n\nURI", "\n\n\n\nURI"),
        ("\n\n\nURI", "\n\nstatement\nURI"),
        ("\n\n\nURI", "\n\ntwo\nlines\n\nURI"),
        ("URI: https://id.example.com", "URI: "),
        ("URI: https://id.example.com", "URI: id.example.com"),
        ("URI: https://id.example.com", "URI: https://id.example.com/%zz"),
        ("URI: https://id.example.com", "URI: https://id.example.com/a b"),
        ("URI: https://id.example.com", "uri: https://id.example.com"),
        ("Version: 1", "Version: 2"),
        ("Version: 1\n", ""),
        ("Version: 1\nChain ID: 1", "Chain ID: 1\nVersion: 1"),
        ("Chain ID: 1", "Chain ID: 0"),
        ("Chain ID: 1", "Chain ID: 01"),
        ("Chain ID: 1", "Chain ID: +1"),
        ("Chain ID: 1", "Chain ID: -1"),
        ("Chain ID: 1", "Chain ID: 0x1"),
        ("Chain ID: 1", "Chain ID: 9223372036854775808"),
        ("Nonce: abcdefgh12345678", "Nonce: abcdefg"),
        ("Nonce: abcdefgh12345678", "Nonce: abcdefgh-12345678"),
        ("Nonce: abcdefgh12345678\n", ""),
        ("Nonce: abcdefgh12345678", "Nonce: abcdefgh12345678\nNonce: abcdefgh12345678"),
        ("Issued At: 2026-11-22T05:00:00.000Z", "Issued At: 2026-11-22"),
        ("Issued At: 2026-11-22T05:00:00.000Z", "Issued At: 2026-11-22T05:00:00"),
        ("Issued At: 2026-11-22T05:00:00.000Z", "Issued At: 2026-13-22T05:00:00Z"),
        ("\nIssued At: 2026-11-22T05:00:00.000Z", ""),
        ("000Z", "000Z\n"),
        ("000Z", "000Z\nAnything: else"),
        ("000Z", "000Z\nNot Before: 2026-11-22T05:00:00Z\nExpiration Time: 2026-11-22T05:15:00Z"),
        ("000Z", "000Z\nExpiration Time: soon"),
        ("000Z", "000Z\nResources:\n- no address"),
        ("000Z", "000Z\nResources:\n* https://example.com/a"),
        ("000Z", "000Z\nResources:\n- https://example.com/a\nRequest ID: late"),
        ("\n", "\r\n"),
        ("Nonce", "\u{0}Nonce"),
    ] {
        let text = PLAIN.replace(from, to);
        assert_ne!(text, PLAIN, "{from}");
        assert!(SiweMessage::parse(&text).is_err(), "{from:?} → {to:?}");
    }
    assert!(SiweMessage::parse("").is_err());
    assert!(SiweMessage::parse("Please sign me in").is_err());
}
